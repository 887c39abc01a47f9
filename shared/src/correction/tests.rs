use super::*;
use crate::lang::Translated;
use crate::records::{PartialDate, Source};
use crate::vocabulary::{ExperienceKind, Principle, TranslationState};
use rstest::rstest;

fn content(title: &str, problem: &str) -> ExperienceContent {
    let mut content = ExperienceContent {
        principles: vec![Principle::Transparency],
        ..ExperienceContent::default()
    };
    for (section, text) in [(Section::Title, title), (Section::Problem, problem)] {
        content.texts.insert(section, Translated::only(Lang::Fr, text));
    }
    content
}

#[rstest]
#[case::nothing("Le conseil a voté.", "Le conseil a voté.", true)]
#[case::a_letter_too_few("Les habitants ont particpé", "Les habitants ont participé", true)]
#[case::letters_swapped("Les habitants ont paritcipé", "Les habitants ont participé", true)]
#[case::an_accent("Le marche public", "Le marché public", true)]
#[case::a_hamza("شاركت الادارة", "شاركت الإدارة", true)]
#[case::signs_and_capitals("Le Conseil, a voté", "le conseil a voté !", true)]
#[case::a_missing_blank(
    "Le budgetparticipatif de la commune",
    "Le budget participatif de la commune",
    true
)]
#[case::two_letters_of_a_long_word("une organnisattion", "une organisation", true)]
#[case::three_letters_of_a_long_word("une orgganniisation", "une organisation", false)]
#[case::another_word("Le conseil a voté", "Le conseil a refusé", false)]
#[case::a_word_more("Le conseil a voté", "Le conseil n’a pas voté", false)]
#[case::a_word_less("Le conseil n’a pas voté", "Le conseil a voté", false)]
#[case::a_short_word("لا يشارك المواطنون", "لم يشارك المواطنون", false)]
#[case::a_prefix_that_reverses("C’est possible", "C’est impossible", false)]
#[case::another_prefix("Un fait moral", "Un fait amoral", false)]
#[case::a_number("120 habitants", "210 habitants", false)]
#[case::blanks_in_a_number("12 000 dirhams", "120 00 dirhams", false)]
#[case::a_decimal_point("1,5 million", "15 million", false)]
#[case::an_arabic_digit("شارك ١٢ مواطنا", "شارك ١٣ مواطنا", false)]
#[case::the_sign_after_a_number("En 2024, la commune", "En 2024 : la commune", true)]
#[case::a_percentage("50% des habitants", "50‰ des habitants", false)]
#[case::a_link(
    "[le rapport](https://a.example/x)",
    "[le rapport](https://a.example/y)",
    false
)]
#[case::a_link_made_of_words("voir le rapport", "[voir le rapport](javascript:x)", false)]
#[case::a_bare_domain("voir commune.example", "voir comune.example", false)]
#[case::an_address("ecrire a bureau@commune.example", "ecrire a bureaux@commune.example", false)]
#[case::a_name_of_fewer_letters("Le maire Ali parle", "Le maire Ari parle", false)]
fn a_small_correction_changes_no_meaning(#[case] before: &str, #[case] after: &str, #[case] expected: bool) {
    let is = is_small(&content("Titre", before), &content("Titre", after));
    assert_eq!(is, expected, "{before} → {after}");
}

#[rstest]
#[case::signs("Budget participatif", "Budget participatif !", true)]
#[case::capitals("budget participatif", "Budget participatif", true)]
#[case::a_letter("Budget particpatif", "Budget participatif", false)]
#[case::a_year("Budget 2024", "Budget 2025", false)]
fn a_title_changes_by_signs_alone(#[case] before: &str, #[case] after: &str, #[case] expected: bool) {
    assert_eq!(is_small(&content(before, "x"), &content(after, "x")), expected);
}

#[test]
fn facts_and_whole_sections_are_never_small() {
    let before = content("Titre", "Un problème");
    let changes: [fn(&mut ExperienceContent); 9] = [
        |content| content.kind = ExperienceKind::OpennessProject,
        |content| content.principles.push(Principle::Accountability),
        |content| content.started = PartialDate("2024".into()),
        |content| content.ended = PartialDate("2025".into()),
        |content| content.budget_mad = Some(1),
        |content| content.sources.push(Source::default()),
        |content| {
            content.translations.insert(Lang::Fr, TranslationState::Reviewed);
        },
        |content| {
            content.texts.remove(&Section::Problem);
        },
        |content| {
            let text = content.texts.entry(Section::Title).or_default();
            text.set(Lang::Ar, "عنوان");
        },
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut after = before.clone();
        change(&mut after);
        assert!(!is_small(&before, &after), "change {at}");
        assert!(!is_small(&after, &before), "change {at}, taken back");
    }
}

#[test]
fn only_so_many_words_change_and_signs_do_not_pile_up() {
    let text = |wrong: usize| {
        (0..20)
            .map(|at| if at < wrong { "comune " } else { "commune " })
            .collect::<String>()
    };
    let small = |wrong| is_small(&content("T", &text(wrong)), &content("T", &text(0)));
    assert!(small(WORDS_MOST));
    assert!(!small(WORDS_MOST + 1));
    let signs = |count| content("T", &format!("commune {}", "!".repeat(count)));
    assert!(is_small(&signs(0), &signs(CHARACTERS_MOST)));
    assert!(!is_small(&signs(0), &signs(CHARACTERS_MOST + 1)));
}

#[test]
fn the_words_of_all_sections_and_languages_count_together() {
    let both = |text: &str| {
        let mut content = content("T", text);
        content.texts.insert(
            Section::Solution,
            Translated::only(Lang::Ar, &"بلدية ".repeat(WORDS_MOST)),
        );
        content
    };
    let before = both("comune");
    let mut after = both("commune");
    after.texts.insert(
        Section::Solution,
        Translated::only(Lang::Ar, &"بلديه ".repeat(WORDS_MOST)),
    );
    assert!(!is_small(&before, &after));
    after.texts.insert(
        Section::Solution,
        Translated::only(Lang::Ar, &format!("بلدية {}", "بلديه ".repeat(WORDS_MOST - 1))),
    );
    assert!(is_small(&before, &after));
}
