use super::*;
use rstest::rstest;

/// Reads the small HTML of the cases: elements with double-quoted attributes, words, nothing else.
fn parse(html: &str) -> Vec<Pasted> {
    fn element(rest: &mut &str) -> Vec<Pasted> {
        let mut pieces = Vec::new();
        while !rest.is_empty() {
            if let Some(end) = rest.strip_prefix("</") {
                let (_, after) = end.split_once('>').unwrap();
                *rest = after;
                return pieces;
            }
            if let Some(tag) = rest.strip_prefix('<') {
                let (tag, after) = tag.split_once('>').unwrap();
                *rest = after;
                let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                let attribute = |wanted: &str| {
                    let (_, value) = attributes.split_once(&format!("{wanted}=\"")).unwrap_or_default();
                    value.split('"').next().unwrap_or_default().to_owned()
                };
                let children = if matches!(name, "br" | "img" | "hr") {
                    Vec::new()
                } else {
                    element(rest)
                };
                pieces.push(Pasted::Element {
                    name: name.to_owned(),
                    style: attribute("style"),
                    href: attribute("href"),
                    children,
                });
                continue;
            }
            let (words, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            pieces.push(Pasted::Text(words.to_owned()));
            *rest = after;
        }
        pieces
    }
    element(&mut &*html)
}

#[rstest]
#[case::paragraphs("<p>Un</p>\n<p>Deux  mots</p>", "Un\n\nDeux mots")]
#[case::line_break("<p>Un<br>deux</p>", "Un\ndeux")]
#[case::headings(
    "<h1>Titre</h1><h2>Partie</h2><h5>Point</h5>",
    "## Titre\n\n### Partie\n\n#### Point"
)]
#[case::bold_and_italics("<p>Le <b>droit </b>et l’<i>accès</i></p>", "Le **droit** et l’*accès*")]
#[case::google_wraps_all_in_b("<b style=\"font-weight:normal\"><p>Un</p><p>Deux</p></b>", "Un\n\nDeux")]
#[case::link(
    "<p>Voir <a href=\"https://commune.example/a\">la page</a></p>",
    "Voir [la page](https://commune.example/a)"
)]
#[case::script_as_link("<p><a href=\"javascript:alert(1)\">la page</a></p>", "la page")]
#[case::list("<ul><li>Un</li><li><p>Deux</p></li></ul><p>Fin</p>", "- Un\n- Deux\n\nFin")]
#[case::nested(
    "<ol><li>Un<ul><li>a</li></ul></li><li>Deux</li></ol>",
    "1. Un\n   - a\n1. Deux"
)]
#[case::two_lists("<ul><li>Un</li></ul><ol><li>Deux</li></ol>", "- Un\n\n1. Deux")]
#[case::table(
    "<table><tbody><tr><td><p>Axe</p></td><td>Action</td></tr><tr><td>1</td><td>a|b</td></tr></tbody></table>",
    "| Axe | Action |\n| --- | --- |\n| 1 | a\\|b |"
)]
#[case::uneven_table(
    "<table><tr><td>Axe</td></tr><tr><td>1</td><td>2</td></tr></table>",
    "| Axe |  |\n| --- | --- |\n| 1 | 2 |"
)]
#[case::quote("<blockquote><p>Un</p><p>Deux</p></blockquote>", "> Un\n>\n> Deux")]
#[case::nothing_of_these("<style>p{}</style><script>x</script><p>Un<img src=\"a\"></p>", "Un")]
#[case::arabic(
    "<p dir=\"rtl\"><b>الحق</b> في المعلومة</p><ul><li>أولا</li></ul>",
    "**الحق** في المعلومة\n\n- أولا"
)]
#[case::words_alone("Un mot", "Un mot")]
#[case::bold_in_pieces(
    "<p><b>Le </b><b>droit</b></p><p><b>a</b><b>b</b></p>",
    "**Le** **droit**\n\n**ab**"
)]
#[case::bold_with_a_colon("<p><b>ملاحظة:</b>النص</p>", "**ملاحظة**:النص")]
#[case::bold_in_italics("<p><i>a</i><b>b</b></p>", "*a***b**")]
#[case::lines_of_mail("<pre>Un\n\nDeux</pre>", "Un\n\nDeux")]
#[case::no_marks("<p>5 * 3 * 2</p>", "5 \\* 3 \\* 2")]
#[case::spans("<span><p>Un</p><p>Deux</p></span>", "Un\n\nDeux")]
fn what_is_pasted_is_markdown(#[case] html: &str, #[case] expected: &str) {
    assert_eq!(from_pasted(&parse(html)), expected);
}

#[test]
fn lists_of_word_are_lists() {
    let item = |level: u8, mark: &str, words: &str| {
        format!(
            "<p style=\"margin-left:36pt;mso-list:l0 level{level} lfo1\"><span><span style=\"mso-list:Ignore\">{mark}<span>   </span></span></span>{words}<o:p></o:p></p>"
        )
    };
    let html = [
        item(1, "·", "Un"),
        item(2, "o", "a"),
        item(1, "·", "<b>Deux</b>"),
        "<p>Fin</p>".to_owned(),
        item(1, "1.", "Premier"),
    ]
    .join("\n");
    assert_eq!(
        from_pasted(&parse(&html)),
        "- Un\n   - a\n- **Deux**\n\nFin\n\n1. Premier"
    );
}

#[test]
fn what_is_very_deep_keeps_its_words() {
    let mut deep = vec![Pasted::Text("mot".to_owned())];
    for _ in 0..5_000 {
        deep = vec![Pasted::Element {
            name: "div".to_owned(),
            style: String::new(),
            href: String::new(),
            children: deep,
        }];
    }
    // Followed to a bound: nothing panics, whatever is left of the words.
    let _ = from_pasted(&deep);
    std::mem::forget(deep);
}
