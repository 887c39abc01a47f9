use proptest::prelude::*;
use rstest::rstest;
use std::time::{Duration, Instant};

use super::*;

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn only_block(source: &str) -> Block {
    let blocks = parse(source).blocks;
    assert_eq!(blocks.len(), 1, "{blocks:?}");
    blocks.into_iter().next().unwrap()
}

fn links(blocks: &[Block]) -> Vec<LinkTarget> {
    fn in_text(content: &[Inline], found: &mut Vec<LinkTarget>) {
        for inline in content {
            match inline {
                Inline::Strong(content) | Inline::Emphasis(content) => in_text(content, found),
                Inline::Link { to, content } => {
                    found.push(to.clone());
                    in_text(content, found);
                }
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
            }
        }
    }
    fn in_blocks(blocks: &[Block], found: &mut Vec<LinkTarget>) {
        for block in blocks {
            match block {
                Block::Heading { content, .. } | Block::Paragraph(content) => in_text(content, found),
                Block::List { items, .. } => items.iter().for_each(|item| in_blocks(&item.blocks, found)),
                Block::Quote(content) | Block::Aside { content, .. } => in_blocks(content, found),
                Block::Table { header, rows, .. } => {
                    header
                        .iter()
                        .chain(rows.iter().flatten())
                        .for_each(|cell| in_text(cell, found));
                }
                Block::Code { .. } | Block::Rule => {}
            }
        }
    }
    let mut found = Vec::new();
    in_blocks(blocks, &mut found);
    found
}

/// What becomes of a text's tree that travels to the app.
fn travelled(source: &str) -> ReadText {
    let text = ReadText {
        digest: digest(source),
        document: parse(source),
    };
    crate::json::from_str(&serde_json::to_string(&text).unwrap()).unwrap()
}

#[test]
fn a_tree_travels_whole() {
    let source = "# Title\n\nWords *stressed*, **important**, `typed`  \n[next](lesson:02), [page](/fr/learn), \
                  <https://hub.example/a?b=c>, [mail](mailto:a@hub.example), [phone](tel:+212-5)\n\n\
                  > **Example.** Said\n\n> quoted\n\n3. three\n4. - [ ] open\n   - [x] done\n\n\
                  | a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n\n```rust\nfn main\n```\n\n---\n";
    let tree = parse(source);
    assert_eq!(links(&tree.blocks).len(), 5, "{tree:?}");
    assert_eq!(travelled(source).document, tree);
    assert_eq!(travelled(source).digest, digest(source));
    assert_ne!(digest(source), digest(&source.replace("three", "four")));
}

#[test]
fn a_tree_that_travels_leads_where_a_text_may_lead_and_nowhere_else() {
    let link = |to: &str| format!(r#"{{"Link":{{"to":{to:?},"content":[]}}}}"#);
    let read = |to: &str| crate::json::from_str::<Inline>(&link(to));
    assert!(read("https://hub.example/").is_ok());
    assert!(read("javascript:alert(1)").is_err());
    assert!(read("//hub.example/").is_err());
}

fn depth(block: &Block) -> usize {
    fn of_text(content: &[Inline]) -> usize {
        let deepest = content.iter().map(|inline| match inline {
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                of_text(content)
            }
            _ => 0,
        });
        1 + deepest.max().unwrap_or(0)
    }
    1 + match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => of_text(content),
        Block::List { items, .. } => {
            1 + items
                .iter()
                .flat_map(|item| &item.blocks)
                .map(depth)
                .max()
                .unwrap_or(0)
        }
        Block::Quote(content) | Block::Aside { content, .. } => content.iter().map(depth).max().unwrap_or(0),
        Block::Table { header, rows, .. } => header
            .iter()
            .chain(rows.iter().flatten())
            .map(|cell| of_text(cell))
            .max()
            .unwrap_or(0),
        Block::Code { .. } | Block::Rule => 0,
    }
}

#[test]
fn a_lesson_reads_as_its_author_wrote_it() {
    let source = "# الحق في الحصول على المعلومات\n\nالطريق الأول هو **النشر الاستباقي** ([الدرس الثاني](lesson:02)).\n\n\
        ## التمرين\n\n- [ ] ميزانية الجماعة. *(تُنشر.)*\n- [x] الملف الطبي.\n";
    let (title, body) = split_title(source).unwrap();
    assert_eq!(title, "الحق في الحصول على المعلومات");

    let item = |task, inlines| ListItem {
        task: Some(task),
        blocks: vec![Block::Paragraph(inlines)],
    };
    let expected = vec![
        Block::Paragraph(vec![
            text("الطريق الأول هو "),
            Inline::Strong(vec![text("النشر الاستباقي")]),
            text(" ("),
            Inline::Link {
                to: LinkTarget::Lesson(2),
                content: vec![text("الدرس الثاني")],
            },
            text(")."),
        ]),
        Block::Heading {
            level: 2,
            content: vec![text("التمرين")],
        },
        Block::List {
            start: None,
            items: vec![
                item(
                    Task::Open,
                    vec![text("ميزانية الجماعة. "), Inline::Emphasis(vec![text("(تُنشر.)")])],
                ),
                item(Task::Done, vec![text("الملف الطبي.")]),
            ],
        },
    ];
    assert_eq!(parse(body).blocks, expected);
}

#[test]
fn a_table_keeps_its_columns() {
    let block = only_block("| Étape | Délai |\n|---|--:|\n| Réponse | 20 jours |\n| Urgence | |\n");
    let expected = Block::Table {
        alignments: vec![Alignment::Natural, Alignment::End],
        header: vec![vec![text("Étape")], vec![text("Délai")]],
        rows: vec![
            vec![vec![text("Réponse")], vec![text("20 jours")]],
            vec![vec![text("Urgence")], vec![]],
        ],
    };
    assert_eq!(block, expected);
}

#[rstest]
#[case::english(
    "> **Example.** A commune receives a request.",
    "Example",
    "A commune receives a request."
)]
#[case::french("> **Modèle :** Objet : …", "Modèle", "Objet : …")]
#[case::arabic(
    "> **تمرين.** أعيدوا كتابة جدول الأعمال.",
    "تمرين",
    "أعيدوا كتابة جدول الأعمال."
)]
#[case::sentence(
    "> **A proposal, not an official grid.** We found none.",
    "A proposal, not an official grid",
    "We found none."
)]
fn a_quote_that_opens_with_bold_words_is_an_aside(
    #[case] source: &str,
    #[case] label: &str,
    #[case] content: &str,
) {
    let expected = Block::Aside {
        label: label.to_owned(),
        content: vec![Block::Paragraph(vec![text(content)])],
    };
    assert_eq!(only_block(source), expected);
}

#[rstest]
#[case::no_bold("> Words of a resident.")]
#[case::bold_later("> She said **no**.")]
#[case::bold_stop_only("> **.** And so on.")]
fn any_other_quote_is_a_quote(#[case] source: &str) {
    assert!(matches!(only_block(source), Block::Quote(_)));
}

#[rstest]
#[case::secure("[a](https://aitmelloul.ma/?p=19323)", Some(LinkTarget::Web("https://aitmelloul.ma/?p=19323".into())))]
#[case::shouted("[a](HTTPS://cdai.ma)", Some(LinkTarget::Web("https://cdai.ma".into())))]
#[case::bare("<https://cdai.ma/fr/faq>", Some(LinkTarget::Web("https://cdai.ma/fr/faq".into())))]
#[case::mail("[a](mailto:contact@cdai.ma)", Some(LinkTarget::Mail("contact@cdai.ma".into())))]
#[case::bare_mail("<contact@cdai.ma>", Some(LinkTarget::Mail("contact@cdai.ma".into())))]
#[case::phone("[a](tel:+212537000000)", Some(LinkTarget::Phone("+212537000000".into())))]
#[case::lesson("[a](lesson:03)", Some(LinkTarget::Lesson(3)))]
#[case::page("[a](/experiences/tinghir)", Some(LinkTarget::Page("/experiences/tinghir".into())))]
#[case::reference("[a][1]\n\n[1]: https://cdai.ma", Some(LinkTarget::Web("https://cdai.ma".into())))]
#[case::plain_http("[a](http://cdai.ma)", None)]
#[case::script("[a](javascript:alert(1))", None)]
#[case::script_disguised("[a](JaVa&#83;cript:alert(1))", None)]
#[case::script_with_tab("[a](java&Tab;script:alert(1))", None)]
#[case::data("[a](data:text/html,hello)", None)]
#[case::another_host("[a](//evil.example)", None)]
#[case::another_host_disguised("[a](/\\evil.example)", None)]
#[case::another_host_with_tab("[a](/&Tab;/evil.example)", None)]
#[case::name_before_host("[a](https://cdai.ma@evil.example)", None)]
#[case::no_host("[a](https:///path)", None)]
#[case::prefilled_mail("[a](mailto:a@b.ma?bcc=c@d.ma)", None)]
#[case::phone_with_words("[a](tel:123;ext=call)", None)]
#[case::relative("[a](page.html)", None)]
#[case::anchor("[a](#top)", None)]
#[case::lesson_zero("[a](lesson:0)", None)]
#[case::empty("[a]()", None)]
#[case::reversed_direction("[a](https://a.ma/\u{202e}gpj.exe)", None)]
fn a_link_leads_only_where_links_may(#[case] source: &str, #[case] expected: Option<LinkTarget>) {
    let document = parse(source);
    assert_eq!(
        links(&document.blocks),
        expected.iter().cloned().collect::<Vec<_>>()
    );
    if source.starts_with("[a]") {
        let plain = document.to_plain_text();
        assert!(plain.starts_with('a'), "the words of a refused link stay");
        if expected.is_some() {
            assert_eq!(plain, "a");
        }
    }
    if let Some(target) = expected {
        assert_eq!(LinkTarget::parse(&target.address()), Some(target));
    }
}

#[rstest]
#[case::number_dash("1- un\n2- deux", "1. un\n2. deux")]
#[case::number_dash_without_blank("1-un\n2-deux", "1. un\n2. deux")]
#[case::number_blank_dash("1 - un\n2 – deux", "1. un\n2. deux")]
#[case::number_bracket_no_break("1)\u{a0}un\n2)\u{a0}deux", "1. un\n2. deux")]
#[case::number_stop_without_blank("1.un\n2.deux", "1. un\n2. deux")]
#[case::number_degree("1° un\n2° deux", "1. un\n2. deux")]
#[case::number_slash("1/ un\n2/ deux", "1. un\n2. deux")]
#[case::number_in_brackets("(1) un\n(2) deux", "1. un\n2. deux")]
#[case::arabic_stop("١. أول\n٢. ثان", "1. أول\n2. ثان")]
#[case::arabic_dash("١- أول\n٢- ثان", "1. أول\n2. ثان")]
#[case::arabic_bracket("١) أول\n٢) ثان", "1. أول\n2. ثان")]
#[case::persian("۱- أول\n۲- ثان", "1. أول\n2. ثان")]
#[case::direction_marks("\u{200f}١- أول\n\u{200f}٢- ثان", "1. أول\n2. ثان")]
#[case::bullet("• un\n• deux", "- un\n- deux")]
#[case::bullet_tab("\t•\tun\n\t•\tdeux", "- un\n- deux")]
#[case::bullet_without_blank("•un\n•deux", "- un\n- deux")]
#[case::dash_no_break("-\u{a0}un\n-\u{a0}deux", "- un\n- deux")]
#[case::dash_narrow("-\u{202f}un\n-\u{202f}deux", "- un\n- deux")]
#[case::dash_without_blank("-un\n-deux", "- un\n- deux")]
#[case::en_dash("– un\n– deux", "- un\n- deux")]
#[case::private_use("\u{f0b7}\tun\n\u{f0a7}\tdeux", "- un\n- deux")]
#[case::second_level("•\tun\no\tdeux", "- un\n  - deux")]
#[case::letter_o("o un\no deux", "- un\n  - deux")]
#[case::crlf("• un\r\n• deux", "- un\r\n- deux")]
fn lists_of_offices_are_lists(#[case] source: &str, #[case] tidy: &str) {
    assert_eq!(tidy_lists(source).as_deref(), Some(tidy));
    assert_eq!(tidy_lists(tidy), None, "what is tidy stays");
    let Block::List { items, .. } = only_block(source) else {
        panic!("no list: {source}");
    };
    let words: String = items
        .iter()
        .flat_map(|item| &item.blocks)
        .map(Block::to_plain_text)
        .collect();
    assert!(words.contains("un") || words.contains("أول"), "{words}");
}

#[rstest]
#[case::markdown("- un\n  - deux\n\n1. trois")]
#[case::amount("1.500 dirhams\n2.500 dirhams")]
#[case::negative("-5 degrés\n-6 degrés")]
#[case::days("12 - 15 mars 2024")]
#[case::date("10/05/2024\n11/05/2024")]
#[case::year("2024- une année")]
#[case::one_dash_word("-un mot")]
#[case::stressed("*un* mot\n*deux* mots")]
#[case::bold("**un** mot\n**deux** mots")]
#[case::rule("---\n- - -")]
#[case::code("```\n• un\n1- deux\n```")]
#[case::word_with_o("on dit\nou non")]
#[case::mark_alone("•\n1-\n–")]
#[case::table("| a |\n|---|\n| • un |")]
fn what_is_no_list_stays(#[case] source: &str) {
    assert_eq!(tidy_lists(source), None);
}

#[rstest]
#[case::colon_after("**كلمة**:", "كلمة", ":")]
#[case::in_guillemets("«**x**»", "x", "»")]
#[case::guillemets_inside("و**«كلمة»**", "«كلمة»", "")]
#[case::guillemets_inside_before_a_letter("**« mot »**s", "« mot »", "s")]
#[case::colon_inside_before_a_letter("**عنوان:**نص", "عنوان:", "نص")]
#[case::stop_inside("**Titre.**Texte", "Titre.", "Texte")]
#[case::blank_inside("**Titre : **texte", "Titre : ", "texte")]
#[case::arabic_prefix("بال**(نص)**ية", "(نص)", "ية")]
fn bold_is_bold_beside_any_sign(#[case] source: &str, #[case] bold: &str, #[case] after: &str) {
    let Block::Paragraph(content) = only_block(source) else {
        panic!("no paragraph");
    };
    let at = content
        .iter()
        .position(|inline| *inline == Inline::Strong(vec![text(bold)]))
        .expect("bold words");
    assert_eq!(inline_text(&content[at + 1..]), after);
    assert!(!inline_text(&content).contains(['*', '\u{fdd0}']));
}

#[rstest]
#[case::power("2 ** 3 ** 4")]
#[case::one_mark("a **b")]
#[case::code("`**(a)**b`")]
#[case::escaped("\\**(a)**b")]
fn other_asterisks_stay(#[case] source: &str) {
    let plain = parse(source).to_plain_text();
    assert!(plain.contains("**") && !plain.contains('\u{fdd0}'), "{plain}");
}

#[test]
fn an_address_on_several_lines_keeps_them() {
    let expected = Block::Paragraph(vec![
        text("Commune de Tinghir"),
        Inline::Break,
        text("Avenue Mohammed V"),
        Inline::Break,
        text("45800 Tinghir"),
    ]);
    assert_eq!(
        only_block("Commune de Tinghir\nAvenue Mohammed V\r\n45800 Tinghir\n"),
        expected
    );
}

#[rstest]
#[case::plain_http("[le site](http://cdai.ma/a)", "le site (http://cdai.ma/a)")]
#[case::mail_with_subject("[écrire](mailto:a@b.ma?subject=x)", "écrire (mailto:a@b.ma?subject=x)")]
#[case::phone_with_words("[appeler](tel:123;ext=4)", "appeler (tel:123;ext=4)")]
#[case::without_scheme("[la commune](www.commune.ma)", "la commune (www.commune.ma)")]
#[case::file("[note](file:///note.pdf)", "note (file:///note.pdf)")]
#[case::disguised("[a](java&Tab;script:b)", "a (javascript:b)")]
#[case::turned("[a](https://a.ma/\u{202e}gpj.exe)", "a (https://a.ma/gpj.exe)")]
#[case::said_already("[http://cdai.ma](http://cdai.ma)", "http://cdai.ma")]
#[case::autolink("<http://cdai.ma>", "http://cdai.ma")]
#[case::bold_words("[**le** site](http://cdai.ma) !", "le site (http://cdai.ma) !")]
#[case::no_address("[a]()", "a")]
fn what_is_not_linked_is_read_whole(#[case] source: &str, #[case] plain: &str) {
    let document = parse(source);
    assert_eq!(document.to_plain_text(), plain);
    assert!(links(&document.blocks).is_empty());
}

#[rstest]
#[case::alone("https://cdai.ma", &["https://cdai.ma"])]
#[case::end_of_a_sentence("Voir https://cdai.ma/fr/faq.", &["https://cdai.ma/fr/faq"])]
#[case::in_brackets("(https://cdai.ma/fr)", &["https://cdai.ma/fr"])]
#[case::with_brackets("https://a.ma/x_(y)", &["https://a.ma/x_(y)"])]
#[case::query("https://a.ma/?p=1&q=a_b_c#d, puis", &["https://a.ma/?p=1&q=a_b_c#d"])]
#[case::arabic_sentence("انظروا https://a.ma/ملتقى، ثم", &["https://a.ma/ملتقى"])]
#[case::arabic_prefix("بhttps://a.ma؟", &["https://a.ma"])]
#[case::guillemets("«https://a.ma»", &["https://a.ma"])]
#[case::two("https://a.ma et https://b.ma", &["https://a.ma", "https://b.ma"])]
#[case::bold("**https://a.ma**", &["https://a.ma"])]
#[case::heading("## https://a.ma", &["https://a.ma"])]
#[case::item("- https://a.ma", &["https://a.ma"])]
#[case::cell("| a |\n|---|\n| https://a.ma |", &["https://a.ma"])]
#[case::words_of_a_link("[https://b.ma](https://a.ma)", &["https://a.ma"])]
#[case::code("`https://a.ma`", &[])]
#[case::no_host("https:// et https://@a.ma", &[])]
#[case::name_before_host("https://a.ma@evil.example", &[])]
#[case::in_a_word("xhttps://a.ma", &[])]
#[case::http("http://a.ma", &[])]
fn a_bare_address_is_a_link(#[case] source: &str, #[case] expected: &[&str]) {
    let document = parse(source);
    let found: Vec<String> = links(&document.blocks).iter().map(LinkTarget::address).collect();
    assert_eq!(found, expected);
    if source.starts_with(|c: char| c.is_alphabetic()) {
        assert_eq!(document.to_plain_text(), source, "nothing is lost beside a link");
    }
}

#[test]
fn html_is_text_like_any_other() {
    let document = parse("<script>alert(1)</script>\n\nIl dit <b onclick=x>non</b>.\n\n<div>\nbloc\n</div>");
    assert_eq!(
        document.to_plain_text(),
        "<script>alert(1)</script>\nIl dit <b onclick=x>non</b>.\n<div>\nbloc\n</div>"
    );
}

#[test]
fn an_image_is_its_description() {
    let document =
        parse("Avant ![le *panneau* du [siège](https://a.ma)](https://tracker.example/p.png) après");
    assert_eq!(
        document.blocks,
        [Block::Paragraph(vec![text("Avant le panneau du siège après")])]
    );
}

#[rstest]
#[case::dashes(80)]
#[case::longer(500)]
fn a_long_line_of_dashes_is_still_a_line(#[case] length: usize) {
    assert_eq!(only_block(&"-".repeat(length)), Block::Rule);
}

#[rstest]
#[case::title_and_body("# Titre\n\nTexte\n", Some(("Titre", "Texte\n")))]
#[case::title_alone("# Titre", Some(("Titre", "")))]
#[case::crlf("# Titre\r\n\r\nTexte", Some(("Titre", "Texte")))]
#[case::second_level("## Titre\n", None)]
#[case::no_words("#  \n", None)]
#[case::text_first("Texte\n# Titre\n", None)]
fn the_title_is_the_first_line(#[case] source: &str, #[case] expected: Option<(&str, &str)>) {
    assert_eq!(split_title(source), expected);
}

#[rstest]
#[case::short("Une phrase.", 20, "Une phrase.")]
#[case::between_words("Une phrase, puis une autre", 12, "Une phrase…")]
#[case::arabic_marks_are_free("نُشِرَ القَانُونُ في الجَرِيدَةِ", 13, "نُشِرَ القَانُونُ…")]
#[case::one_long_word("anticonstitutionnellement", 4, "anti…")]
#[case::one_long_word_with_marks("المُواطِنونَ", 4, "المُو…")]
#[case::lines_become_spaces("un\ndeux\n\ntrois", 40, "un deux trois")]
#[case::nothing("", 10, "")]
fn an_excerpt_is_cut_between_words(#[case] source: &str, #[case] limit: usize, #[case] expected: &str) {
    assert_eq!(excerpt(source, limit), expected);
}

#[rstest]
#[case::quotes(">".repeat(200_000))]
#[case::quotes_many_lines(format!("{}a\n", "> ".repeat(60)).repeat(1_000))]
#[case::bullets("- ".repeat(100_000))]
#[case::bullets_then_blank_lines(format!("{}a\n{}", "- ".repeat(20_000), "\n".repeat(60_000)))]
#[case::bullets_then_lazy_lines(format!("{}a\n{}", "> - ".repeat(10_000), "a\n".repeat(40_000)))]
#[case::numbers("1. ".repeat(60_000))]
#[case::emphasis("*a _b ".repeat(30_000))]
#[case::stars("*".repeat(120_000))]
#[case::strong_pairs("**a".repeat(40_000))]
#[case::brackets("[".repeat(120_000))]
#[case::images("![".repeat(60_000))]
#[case::office_bullets("•\ta\no\tb\n".repeat(10_000))]
#[case::bold_pairs("**(a)**b".repeat(15_000))]
#[case::bare_addresses("https://@ (https://a.ma).)) ".repeat(4_000))]
#[case::bare_addresses_in_one_word("https://@".repeat(13_000))]
#[case::address_and_brackets(format!("https://a{}", ")".repeat(100_000)))]
#[case::links("[a](".repeat(30_000))]
#[case::closed_links(format!("{}a{}", "[".repeat(20_000), "](/a)".repeat(20_000)))]
#[case::backticks((1..450).map(|n| format!("{} ", "`".repeat(n))).collect::<String>())]
#[case::angles("<a ".repeat(40_000))]
#[case::comments("<!--".repeat(30_000))]
#[case::entities("&".repeat(120_000))]
#[case::wide_table(format!("{}\n{}\n{}", "|a".repeat(20_000), "|-".repeat(20_000), "|b\n".repeat(10_000)))]
#[case::references(format!("[a]: /{}\n\n{}", "u".repeat(10_000), "[a]".repeat(30_000)))]
#[case::deep_indents((0..400).map(|n| format!("{}- a\n", "  ".repeat(n))).collect::<String>())]
fn hostile_text_costs_little_and_stays_shallow(#[case] source: String) {
    let start = Instant::now();
    let document = parse(&source);
    let plain = document.to_plain_text();
    // A debug build on a busy machine: quadratic time would take minutes here.
    assert!(
        start.elapsed() < Duration::from_secs(60),
        "took {:?}",
        start.elapsed()
    );
    assert!(document.blocks.iter().map(depth).max().unwrap_or(0) <= MAX_DEPTH + 2);
    assert!(plain.len() <= source.len() * 2 + 100);
}

#[test]
fn words_beyond_the_limit_are_kept_without_marks() {
    let mut source = "**fort** mot\n\n".repeat(MAX_MARKED_BYTES / 14 + 1);
    source.push_str("**dernier** mot");
    let plain = parse(&source).to_plain_text();
    assert!(plain.ends_with("**dernier** mot"));
    assert_eq!(plain.matches("mot").count(), source.matches("mot").count());
}

/// Pieces that make marks, so that random texts are not only words.
fn marked_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ a-zé\u{627}-\u{64a}0-9]{0,8}",
        1 => Just("\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        6 => proptest::sample::select(vec![
            "> ", "- ", "1. ", "# ", "**", "*", "_", "`", "```", "[", "](", ")", "![", "](javascript:a)", "](https://a.ma)",
            "|", "|-|\n", "- [ ] ", "<", "<b>", "</b>", "&lt;", "\\", "    ", "http://", "data:", "mailto:", "//", "[^1]",
            "https://a.ma", "• ", "1- ", "١. ", "o\t", "\u{fdd0}", "\u{64e}", "\u{202e}", "\u{0}", "---\n", "~~", "<https:", ">",
        ]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_shallow_document_without_forbidden_links(source in prop_oneof![marked_text(), any::<String>()]) {
        let document = parse(&source);
        prop_assert!(document.blocks.iter().map(depth).max().unwrap_or(0) <= MAX_DEPTH + 2);
        for link in links(&document.blocks) {
            prop_assert_eq!(LinkTarget::parse(&link.address()), Some(link));
        }
    }

    #[test]
    fn words_are_never_lost(words in proptest::collection::vec("[a-z\u{627}-\u{63a}]{2,8}", 1..30), marks in marked_text()) {
        // Of two letters at least: an `o` alone is the second bullet of offices.
        // A blank line and a paragraph of its own: whatever stands before cannot swallow it, unless it opened
        // a code block or an HTML block, in which the words must still be found.
        let source = format!("{marks}\n\n{}", words.join(" "));
        let plain = parse(&source).to_plain_text();
        for word in &words {
            prop_assert!(plain.contains(word.as_str()), "{word} is missing from {plain:?}");
        }
    }

    #[test]
    fn an_excerpt_is_a_beginning_within_its_limit(source in "[ a-z\u{627}-\u{652}]{0,80}", limit in 1_usize..40) {
        let cut = excerpt(&source, limit);
        let whole = source.split_whitespace().collect::<Vec<_>>().join(" ");
        let kept = cut.strip_suffix('…').unwrap_or(&cut);
        prop_assert!(whole.starts_with(kept));
        prop_assert!(kept.chars().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).count() <= limit);
    }

    #[test]
    fn a_title_and_its_body_come_back(title in "[a-zé]{1,10}( [a-z]{1,5})?", body in "([a-z\n]{1,9}){0,4}") {
        let joined = join_title(&title, &body);
        prop_assert_eq!(split_title(&joined), Some((title.as_str(), body.as_str())));
    }
}
