//! What was written is read again as it was.

use super::*;
use proptest::prelude::*;

#[test]
fn the_starter_library_comes_back_exactly() {
    let read_first = read_alone(&starter()).unwrap();
    let written = write(&read_first);
    let read_again = read_alone(&written).unwrap();
    assert_eq!(read_again, read_first);
    assert_eq!(
        write(&read_again),
        written,
        "the same library gives the same bytes"
    );

    let starter = starter();
    for path in ["directory/collectivities.csv", "glossary.csv"] {
        assert_eq!(
            written[path], starter[path],
            "{path}: an edit by hand shows as that edit alone"
        );
    }
    for (path, bytes) in written.iter().filter(|(path, _)| path.ends_with(".md")) {
        assert_eq!(bytes, &starter[path], "{path}");
    }
}

/// What people write: words, quotes, backslashes, line breaks, marks of Markdown and TOML.
fn written_text() -> impl Strategy<Value = String> {
    "([a-zéœ\u{627}-\u{64a}0-9\"'\\\\#=\\[\\]{},|*`\u{2019}…«»]|\"\"\"|\\\\n|\u{202f}){1,30}"
        .prop_filter("blank", |text: &String| !text.trim().is_empty())
        .prop_map(|text| unicode_normalization::UnicodeNormalization::nfc(text.chars()).collect())
}

fn written_lines() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![written_text(), Just(String::new()), Just("\t\"".to_owned())],
        1..5,
    )
    .prop_map(|lines| lines.join("\n"))
    .prop_filter("blank", |text| !text.trim().is_empty())
}

fn translated(text: impl Strategy<Value = String>) -> impl Strategy<Value = Translated> {
    (proptest::collection::vec(text, 3), 1_u8..8).prop_map(|(texts, present)| {
        let mut translated = Translated::default();
        for ((place, lang), text) in Lang::ALL.into_iter().enumerate().zip(texts) {
            if present & (1 << place) != 0 {
                translated.set(lang, &text);
            }
        }
        translated
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_people_wrote_comes_back_exactly(
        title in translated(written_text()),
        summary in translated(written_lines()),
        problem in translated(written_lines()),
        contact in translated(written_lines()),
        source in written_text(),
        budget in proptest::option::of(0_u64..i64::MAX as u64),
        reviewed in any::<bool>(),
    ) {
        let mut content = ExperienceContent {
            principles: vec![Principle::Transparency, Principle::Digitalisation],
            started: PartialDate("2024-03".to_owned()),
            budget_mad: budget,
            sources: vec![
                Source { title: source.clone(), url: String::new() },
                Source { title: source, url: "http://a.ma/?q=\u{645}".to_owned() },
            ],
            ..ExperienceContent::default()
        };
        for (section, text) in [
            (Section::Title, title),
            (Section::Summary, summary),
            (Section::Problem, problem),
            (Section::Contact, contact),
        ] {
            content.texts.insert(section, text);
        }
        if reviewed {
            content.translations.insert(Lang::Fr, TranslationState::Reviewed);
        }
        let mut library = read_alone(&small()).unwrap();
        library.experiences[0].experience.content = content;
        library.experiences[0].experience.library_dates = Some(LibraryDates {
            published: PartialDate(if reviewed { "2025-06" } else { "" }.to_owned()),
            updated: PartialDate("2026-02-17".to_owned()),
        });
        let written = write(&library);
        let read_again = read_alone(&written);
        prop_assert_eq!(read_again.as_ref(), Ok(&library), "{}", String::from_utf8_lossy(&written[RECORD]));
        prop_assert_eq!(write(&library), written);
    }

    #[test]
    fn lessons_and_questions_come_back_exactly(
        title in written_text(),
        text in written_lines(),
        asked in translated(written_lines()),
        parts in proptest::collection::vec(written_text(), 2..6),
    ) {
        let title = title.trim().to_owned();
        let mut library = read_alone(&small()).unwrap();
        let module = &mut library.modules[0];
        module.card.updated_on = PartialDate("2026".to_owned());
        module.card.lessons[0].title.set(Lang::Fr, &title);
        module.lessons[0].text.set(Lang::Fr, &text);
        let everywhere = |text: &String| Translated::new(text, text, text);
        module.quiz.questions[3].text = asked;
        module.quiz.questions[3].kind = QuestionKind::Ordering(parts.iter().map(everywhere).collect());
        let written = write(&library);
        prop_assert_eq!(read_alone(&written), Ok(library));
    }
}
