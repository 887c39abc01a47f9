use super::*;

fn compiled(lang: Lang, text: &str) -> Result<String, Unsupported> {
    let files = [("a.ftl".to_owned(), text.to_owned())];
    let whole = compile(lang, &files, |_| true)?;
    Ok(whole
        .split_once('\n')
        .map(|(_, messages)| messages.to_owned())
        .unwrap_or_default())
}

#[test]
fn a_message_is_its_words_with_marked_variables() {
    let plain = "a = { \"\\u00A0\" }Hello { $name }: x=1\n";
    assert_eq!(compiled(Lang::En, plain).unwrap(), "\u{a0}Hello {name}: x=1");
    let lines = "a =\n    One\n\n    Two { $name }\n";
    assert_eq!(compiled(Lang::En, lines).unwrap(), "One¶¶Two {name}");
}

#[test]
fn a_plural_has_its_forms_in_order_and_none_twice_at_the_end() {
    let english = "a = { $n ->\n    [0] none\n    [one] one { $of }\n   *[other] { $n } of { $of }\n}\n";
    assert_eq!(
        compiled(Lang::En, english).unwrap(),
        "{n|0=none|one {of}|{} of {of}}"
    );
    let arabic = "a = { $n ->\n    [two] b\n    [one] a\n   *[other] c\n}\n";
    assert_eq!(compiled(Lang::Ar, arabic).unwrap(), "{n|c|a|b|c}");
    assert_eq!(compiled(Lang::Fr, arabic).unwrap(), "{n|a|c}");
    let words = "a = { $role ->\n    [x] X\n    [y] Y\n   *[z] Z\n}\n";
    assert_eq!(compiled(Lang::En, words).unwrap(), "{role|x=X|y=Y|Z}");
}

#[test]
fn another_message_stands_where_it_is_named() {
    let text = "a = { b }, { c }\n";
    let files = [
        ("a.ftl".to_owned(), text.to_owned()),
        ("b.ftl".to_owned(), "b = { $x }\nc = <{ $x }>\n".to_owned()),
    ];
    let whole = compile(Lang::En, &files, |name| name == "a.ftl").unwrap();
    assert_eq!(whole.split_once('\n').unwrap().1, "{~x}, <{x}>");
}

#[test]
fn what_cannot_be_compiled_stops_with_file_and_key() {
    for (text, what) in [
        ("a = b\na = c\n", What::Twice),
        ("a = b\n    .c = d\n", What::Syntax("an attribute")),
        ("a = { NUMBER($n) }\n", What::Syntax("a function")),
        ("a = { -b }\n", What::Syntax("a term")),
        ("a = { 1 }\n", What::Syntax("a number")),
        ("a = { { $b } }\n", What::Syntax("a placeable in another")),
        ("a = { \"\" }{ $b }\n", What::Syntax("a placeable beside nothing")),
        ("a = { \"{\" }\n", What::Letter('{')),
        ("a = b | c\n", What::Letter('|')),
        ("a = { $n ->\n   *[other] b=c\n}\n", What::Letter('=')),
        ("a = { b }\n", What::NoMessage("b".to_owned())),
        ("a = x { a }\n", What::Endless),
        (
            "a = { $n ->\n   *[other] b\n    [one] c\n}\n",
            What::Syntax("a default that is not the last variant"),
        ),
    ] {
        let error = compiled(Lang::En, text).unwrap_err();
        assert_eq!(
            (error.file.as_str(), error.key.as_str(), error.what),
            ("a.ftl", "a", what),
            "{text}"
        );
    }
    assert_eq!(
        compiled(Lang::En, "-a = b\n").unwrap_err().what,
        What::Syntax("a term")
    );
    assert_eq!(compiled(Lang::En, "a b\n").unwrap_err().what, What::NotFluent);
    let said = compiled(Lang::En, "a = x { a }\n").unwrap_err().to_string();
    assert_eq!(said, "a.ftl, `a`: the message refers to itself");
}

#[test]
fn the_messages_of_every_language_are_compiled() {
    for lang in Lang::ALL {
        let files = files(lang).unwrap();
        assert!(files.iter().any(|(name, _)| name == "learn.ftl"));
        let whole = compile(lang, &files, |_| true).unwrap();
        assert!(shared::messages::Messages::parse(lang, whole).is_ok());
    }
}
