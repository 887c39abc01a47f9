use super::*;

fn messages(lang: Lang, all: &[(&str, &str)]) -> Messages {
    let mut by_hash: Vec<_> = all
        .iter()
        .map(|(key, words)| (hash(key, 7, 24), *words))
        .collect();
    by_hash.sort_unstable();
    let mut file = "24 7 ".to_owned();
    let mut before = 0;
    for (hash, _) in &by_hash {
        Digits::write(hash - before, &mut file);
        before = *hash;
    }
    for (_, words) in by_hash {
        file.push('\n');
        file.push_str(words);
    }
    Messages::parse(lang, file).unwrap()
}

/// The message filled in, with the marks of isolation as `<` and `>`.
fn say(lang: Lang, message: &str, arguments: &[(&str, Value<'_>)]) -> Option<String> {
    let said = messages(lang, &[("a", "other"), ("key", message), ("z", "")]).format(
        "key",
        arguments,
        &|number| format!("#{number}"),
    )?;
    Some(said.replace('\u{2068}', "<").replace('\u{2069}', ">"))
}

#[test]
fn a_message_is_found_by_its_key() {
    let held = messages(Lang::En, &[("b-one", "One"), ("a-two", "Two"), ("c", "Th¶ree")]);
    let text = |key| held.format(key, &[], &|_| String::new());
    assert_eq!(text("b-one").as_deref(), Some("One"));
    assert_eq!(text("a-two").as_deref(), Some("Two"));
    assert_eq!(text("c").as_deref(), Some("Th\nree"));
    assert_eq!(text("b-two"), None);
    assert_eq!(held.lang(), Lang::En);
}

#[test]
fn a_variable_is_isolated_unless_it_is_the_whole_message() {
    let name = [("name", "Ali".into()), ("n", 1_u32.into())];
    let said = |message| say(Lang::En, message, &name).unwrap();
    assert_eq!(said("{name}"), "Ali");
    assert_eq!(said("Hi {name}"), "Hi <Ali>");
    assert_eq!(said("{name}{n}"), "<Ali><#1>");
    assert_eq!(said("{n|{name}|x}"), "Ali");
    assert_eq!(said("{n|{}: {name}|x}"), "<#1>: <Ali>");
    assert_eq!(said("a {n|b {name}|x}"), "a <b <Ali>>");
    assert_eq!(said("a {~n|b {name}|x}"), "a b <Ali>");
}

#[test]
fn a_missing_variable_leaves_no_half_a_message() {
    assert_eq!(say(Lang::En, "Hi {name}", &[]), None);
    assert_eq!(say(Lang::En, "{n|one|other}", &[]), None);
    // A variant that is not shown needs nothing.
    let one = [("n", 1_u8.into())];
    assert_eq!(say(Lang::En, "{n|one|{name}}", &one).as_deref(), Some("one"));
}

#[test]
fn a_variant_is_chosen_by_number_before_category_and_by_text() {
    let number = |n: f64| {
        say(
            Lang::En,
            "{n|0=none|21=full|{} thing|{} things}",
            &[("n", n.into())],
        )
        .unwrap()
    };
    assert_eq!(number(0.0), "none");
    assert_eq!(number(21.0), "full");
    assert_eq!(number(1.0), "<#1> thing");
    assert_eq!(number(2.5), "<#2.5> things");
    let text = |role: &str| {
        say(
            Lang::En,
            "{r|a=A {m|x=X|Y}|b=B|C}",
            &[("r", role.into()), ("m", "x".into())],
        )
        .unwrap()
    };
    assert_eq!(text("a"), "A <X>");
    assert_eq!(text("b"), "B");
    assert_eq!(text("no"), "C");
    // Words never fit a number, nor the other way round.
    assert_eq!(
        say(Lang::En, "{n|0=none|one|other}", &[("n", "0".into())]).as_deref(),
        Some("other")
    );
    assert_eq!(
        say(Lang::En, "{n|a=none|other}", &[("n", 0_i32.into())]).as_deref(),
        Some("other")
    );
}

#[test]
fn forms_that_are_missing_at_the_end_are_like_the_last() {
    let said = |n: f64| say(Lang::Fr, "{n|un|des}", &[("n", n.into())]).unwrap();
    assert_eq!([said(1.0), said(2.0), said(1_000_000.0)], ["un", "des", "des"]);
}

#[test]
fn a_broken_file_is_refused_and_a_broken_message_left_out() {
    for file in [
        "",
        "\n",
        "16 0",
        "16 0 0",
        "16 0 00\na",
        "16 0 0\na\nb",
        "x 0 0\na",
        "16 0 /\na",
        "16 0 ~\na",
    ] {
        assert_eq!(
            Messages::parse(Lang::Ar, file.to_owned()).map(|_| ()),
            Err(Malformed),
            "{file:?}"
        );
    }
    let too_far = format!("16 0 {}0\na", ".".repeat(20));
    assert!(Messages::parse(Lang::Ar, too_far).is_err());
    for bits in ["0", "33", "4294967295"] {
        let odd = Messages::parse(Lang::Ar, format!("{bits} 0 0\na")).unwrap();
        assert!(
            odd.format("key", &[], &|_| String::new())
                .is_none_or(|text| text == "a")
        );
    }
    let given = [("n", 1_u64.into())];
    for message in ["{", "{n", "{n|{n}", "a {n} {", "{}", "{no}", "{n|{{}|}"] {
        assert_eq!(say(Lang::En, message, &given), None, "{message}");
    }
    let deep = "{n|".repeat(9_000) + &"}".repeat(9_000);
    assert_eq!(say(Lang::En, &deep, &given), None);
    // A brace too many is shown like any letter.
    assert_eq!(say(Lang::En, "}{n}", &given).as_deref(), Some("}<#1>"));
}

#[test]
fn distances_are_read_as_they_were_written() {
    let distances = [0, 1, 63, 64, 895, 896, 65_535, 1_000_000, 40];
    let mut line = "32 0 ".to_owned();
    for distance in distances {
        Digits::write(distance, &mut line);
    }
    let mut sum = 0;
    let hashes: Vec<u32> = distances
        .iter()
        .map(|distance| {
            sum += distance;
            sum
        })
        .collect();
    assert_eq!(index::read(&line), Some((32, 0, hashes)));
}
