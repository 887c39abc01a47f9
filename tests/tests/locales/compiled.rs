//! Fluent's own resolver is the reference: what is compiled says exactly the same.

use crate::catalogue::Catalogue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use shared::lang::Lang;
use shared::messages::{Messages, Value};

const NUMBERS: [f64; 17] = [
    0.0,
    1.0,
    2.0,
    3.0,
    5.0,
    10.0,
    11.0,
    21.0,
    99.0,
    100.0,
    101.0,
    102.0,
    103.0,
    111.0,
    1_000_000.0,
    2_000_000.0,
    2.5,
];
const TEXTS: [&str; 4] = ["Tinghir", "تنغير", "", "{ $a|b=¶ } one"];

/// A way of writing numbers that can be found again in a sentence.
fn number(value: f64) -> String {
    format!("№{value};")
}

/// The number that Fluent chooses the right plural for. The rules that it brings along say that Arabic looks at the
/// last two digits (`n % 100`), and then look at all of them: 103 is none of `few` there, though CLDR says it is.
fn in_reference(lang: Lang, value: f64) -> f64 {
    if lang == Lang::Ar && value > 100.0 && value % 100.0 >= 3.0 {
        value % 100.0
    } else {
        value
    }
}

fn reference(lang: Lang, files: &[locales::File]) -> FluentBundle<FluentResource> {
    let locale = match lang {
        Lang::Ar => "ar-MA",
        Lang::Fr => "fr-MA",
        Lang::En => "en-GB",
    };
    let mut bundle = FluentBundle::new_concurrent(vec![locale.parse().unwrap()]);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(FluentNumber { value, .. }) => Some(number(*value)),
        _ => None,
    }));
    for (_, text) in files {
        bundle.add_resource_overriding(FluentResource::try_new(text.clone()).unwrap());
    }
    bundle
}

/// What Fluent says; nothing if it found a mistake.
fn said(
    lang: Lang,
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    arguments: &[(&str, Value<'_>)],
) -> Option<String> {
    let mut given = FluentArgs::new();
    let mut others = Vec::new();
    for (name, value) in arguments {
        match value {
            Value::Number(value) => {
                let other = in_reference(lang, *value);
                given.set(*name, other);
                others.push((number(other), number(*value)));
            }
            Value::Text(text) => given.set(*name, text.as_ref()),
        }
    }
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&given), &mut errors);
    let text = others.iter().fold(text.into_owned(), |text, (other, number)| {
        text.replace(other, number)
    });
    errors.is_empty().then_some(text)
}

/// Sets of arguments: all of one kind, mixed, and one too few.
fn arguments(names: &[String]) -> Vec<Vec<(&str, Value<'static>)>> {
    let values: Vec<Value<'static>> = NUMBERS
        .map(Value::from)
        .into_iter()
        .chain(TEXTS.map(Value::from))
        .collect();
    let mut sets = Vec::new();
    for (first, value) in values.iter().enumerate() {
        sets.push(names.iter().map(|name| (name.as_str(), value.clone())).collect());
        let mixed = values.iter().cycle().skip(first).step_by(5);
        sets.push(names.iter().map(String::as_str).zip(mixed.cloned()).collect());
        let too_few = names.iter().skip(1);
        sets.push(too_few.map(|name| (name.as_str(), value.clone())).collect());
    }
    sets
}

#[test]
fn compiled_messages_say_exactly_what_fluent_says() {
    let mut compared = 0;
    for lang in Lang::ALL {
        let files = locales::files(lang).unwrap();
        let bundle = reference(lang, &files);
        let compiled = locales::compile(lang, &files, |_| true).unwrap();
        let messages = Messages::parse(lang, compiled).unwrap();
        let catalogue = Catalogue::read(lang.code());
        for key in catalogue.messages.keys() {
            let names: Vec<String> = catalogue.variables_of(key).into_iter().collect();
            for given in arguments(&names) {
                let wanted = said(lang, &bundle, key, &given);
                let is = messages.format(key, &given, &number);
                assert_eq!(is, wanted, "{lang:?} {key} {given:?}");
                compared += usize::from(wanted.is_some());
            }
        }
    }
    assert!(compared > 100_000, "only {compared} texts were compared");
}

/// What the locales hardly use today, so that it goes on being the same.
#[test]
fn the_rest_of_what_can_be_compiled_says_the_same_as_well() {
    let text = "\
plain = a
alone = { $x }
two = { $x }{ $y }
literal = { \" \" }· { $x }
number-of = { $x } { $n ->
    [0] none
    [12] dozen { $x }
    [one] { $n } thing { $y ->
        [a] A { $x }{ $y }
       *[b] B { $n }
    }
   *[other] { $n } things of { $x }
}
inner = { $n ->
    [a] { $x }
   *[other] { alone }, { number-of }, { two } { plain }
}
outer = { inner }
beside = ({ inner }) { outer }
lines =
    One { $x }

      two
";
    let files = [("a.ftl".to_owned(), text.to_owned())];
    let values = ["a", "b", "x"].map(Value::from).into_iter();
    let values: Vec<Value<'_>> = values.chain(NUMBERS.map(Value::from)).collect();
    for lang in Lang::ALL {
        let bundle = reference(lang, &files);
        let compiled = locales::compile(lang, &files, |_| true).unwrap();
        let messages = Messages::parse(lang, compiled).unwrap();
        let keys = text.lines().filter_map(|line| line.split_once(" ="));
        for key in keys.map(|(key, _)| key).filter(|key| !key.starts_with(' ')) {
            for n in &values {
                for y in &values {
                    if let (Value::Number(n), Value::Number(y)) = (n, y)
                        && n != y
                        && in_reference(lang, *n) == in_reference(lang, *y)
                    {
                        // In what Fluent says they could not be told apart.
                        continue;
                    }
                    let given = [("x", Value::from("X")), ("n", n.clone()), ("y", y.clone())];
                    let is = messages.format(key, &given, &number);
                    assert!(is.is_some(), "{key}");
                    assert_eq!(is, said(lang, &bundle, key, &given), "{lang:?} {key} {given:?}");
                }
            }
        }
    }
}
