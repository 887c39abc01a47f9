use super::*;

fn messages(lang: Lang, source: &str) -> Messages {
    Messages::parse(lang, source.to_owned()).unwrap()
}

const COUNTED: &str = "\
things = { PLURAL($count) ->
    [zero] nothing
    [one] one thing
    [two] two things
    [few] { $count } few
    [many] { $count } many
   *[other] { $count } other
}
";

#[test]
fn arabic_counts_by_the_last_two_digits() {
    let arabic = messages(Lang::Ar, COUNTED);
    let said = |count: f64| arabic.format_plain("things", &[("count", count.into())]).unwrap();
    assert_eq!(said(0.0), "nothing");
    assert_eq!(said(2.0), "two things");
    assert_eq!(said(3.0), "3 few");
    assert_eq!(said(103.0), "103 few");
    assert_eq!(said(1_011.0), "1.011 many");
    assert_eq!(said(102.0), "102 other");
    assert_eq!(said(2.5), "2,5 other");
}

#[test]
fn french_counts_zero_as_one_and_english_does_not() {
    let said = |lang, count: f64| messages(lang, COUNTED).format_plain("things", &[("count", count.into())]);
    assert_eq!(said(Lang::Fr, 0.0).unwrap(), "one thing");
    assert_eq!(said(Lang::En, 0.0).unwrap(), "0 other");
}

#[test]
fn a_number_is_written_in_the_language_of_its_message() {
    let said = |lang| messages(lang, "a = { $count }\n").format_plain("a", &[("count", 250_000.into())]);
    assert_eq!(said(Lang::Ar).unwrap(), "250.000");
    assert_eq!(said(Lang::Fr).unwrap(), "250\u{202f}000");
    assert_eq!(said(Lang::En).unwrap(), "250,000");
}

#[test]
fn variables_are_isolated_and_plain_text_is_not() {
    let messages = messages(Lang::Ar, "a = من { $name }\nb = { $name }\n");
    let name = [("name", Value::from("Tinghir"))];
    assert_eq!(messages.format("a", &name).unwrap(), "من \u{2068}Tinghir\u{2069}");
    assert_eq!(messages.format("b", &name).unwrap(), "Tinghir");
    assert_eq!(messages.format_plain("a", &name).unwrap(), "من Tinghir");
}

#[test]
fn a_message_within_a_message_keeps_the_direction_of_its_language() {
    let source = "in = { $a }، { $b }\nnamed = { $name } ({ $within })\n";
    for (lang, isolate) in [(Lang::Ar, '\u{2067}'), (Lang::Fr, '\u{2066}')] {
        let messages = messages(lang, source);
        let place = [("a", Value::from("تنغير")), ("b", Value::from("درعة"))];
        let within = messages.format("in", &place).unwrap();
        let named = [("name", Value::from("تنغير")), ("within", within.into())];
        let said = messages.format("named", &named).unwrap();
        assert!(
            said.contains(&format!("(\u{2068}{isolate}\u{2068}تنغير")),
            "{said:?}"
        );
        assert_eq!(
            messages.format_plain("named", &named).unwrap(),
            "تنغير (تنغير، درعة)"
        );
    }
}

#[test]
fn what_is_missing_is_said_and_not_hidden_in_a_sentence() {
    let messages = messages(
        Lang::En,
        &format!("a = {{ things }}\n{COUNTED}b = by {{ $name }}\n"),
    );
    assert_eq!(messages.format("no-such-key", &[]), None);
    assert_eq!(messages.format("b", &[]), None);
    assert_eq!(messages.format("things", &[]), None);
    assert_eq!(messages.format("a", &[]), None);
    assert!(messages.format("a", &[("count", 2.into())]).is_some());
}

#[test]
fn what_is_not_fluent_is_refused_and_so_is_a_key_that_stands_twice() {
    let parsed = |source: &str| Messages::parse(Lang::Fr, source.to_owned());
    assert!(matches!(parsed("a = { $b\n"), Err(Malformed::Syntax(_))));
    assert!(matches!(parsed("a = b\na = c\n"), Err(Malformed::Twice(_))));
}

#[test]
fn two_texts_of_a_language_are_one_set_of_messages() {
    let first = messages(Lang::Fr, "a = un\n");
    let both = first.and("b = { a } et { $count }\n".to_owned()).unwrap();
    let count = [("count", 2.into())];
    assert_eq!(both.format_plain("b", &count).as_deref(), Some("un et 2"));
    assert_eq!(both.format_plain("a", &[]).as_deref(), Some("un"));
    assert_eq!(first.format("b", &count), None);
    assert!(matches!(
        both.and("a = encore\n".to_owned()),
        Err(Malformed::Twice(_))
    ));
    assert!(matches!(
        both.and("c = { $d\n".to_owned()),
        Err(Malformed::Syntax(_))
    ));
}

#[test]
fn the_files_of_every_language_can_be_read() {
    for lang in Lang::ALL {
        let everything = source(lang, |_| true).unwrap();
        let some = source(lang, |name| name != "public.ftl").unwrap();
        assert!(some.len() < everything.len());
        assert!(!everything.lines().any(|line| line.starts_with('#')));
        let messages = Messages::parse(lang, everything).unwrap();
        assert!(messages.format("common-close", &[]).is_some());
    }
}
