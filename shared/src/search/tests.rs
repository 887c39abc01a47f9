use proptest::prelude::*;
use rstest::rstest;
use std::time::{Duration, Instant};

use super::*;

#[rstest]
#[case::vowel_signs("الجَمَاعَةُ", "الجماعه")]
#[case::tatweel("جمـــاعة", "جماعه")]
#[case::hamza_on_alef("أيت ملول", "ايت ملول")]
#[case::madda("آيت ملول", "ايت ملول")]
#[case::hamza_under_alef("إفران", "افران")]
#[case::wasla("ٱلحق", "الحق")]
#[case::hamza_on_waw("مسؤول", "مسوول")]
#[case::hamza_on_yeh("مبادئ", "مبادي")]
#[case::hamza_alone("الدار البيضاء", "الدار البيضا")]
#[case::alef_maqsura("على مستوى", "علي مستوي")]
#[case::persian_keyboard("مكناسی", "مكناسي")]
#[case::moroccan_gaf("أڭادير", "اكادير")]
#[case::gaf_of_another_keyboard("أݣادير", "اكادير")]
#[case::arabic_indic_digits("القانون ٣١.١٣", "القانون 31.13")]
#[case::pdf_forms("ﺍﻟﺠﻤﺎﻋﺔ", "الجماعه")]
#[case::french_accents("Béni Mellal-Khénifra à Fès", "beni mellal-khenifra a fes")]
#[case::circumflex("Laâyoune", "laayoune")]
#[case::capitals_with_accents("ÉVALUATION", "evaluation")]
#[case::ligature("mise en œuvre", "mise en oeuvre")]
#[case::decomposed("re\u{301}gion", "region")]
#[case::typographic_apostrophe("l’accès", "l'acces")]
#[case::direction_signs("\u{2067}فاس\u{2069}", "فاس")]
fn letters_are_folded(#[case] written: &str, #[case] folded: &str) {
    assert_eq!(normalise(written), folded);
}

#[rstest]
#[case::article("الجماعة", &["الجماعه", "جماعه"])]
#[case::and_article("والمساءلة", &["والمساله", "مساله"])]
#[case::with_article("بالميزانية", &["بالميزانيه", "ميزانيه"])]
#[case::for_article("للجماعات", &["للجماعات", "جماعات"])]
#[case::and_for_article("وللمجلس", &["وللمجلس", "مجلس"])]
#[case::article_before_what_looks_like_one("الالتزام", &["الالتزام", "تزام"])]
#[case::what_looks_like_an_article("التزام", &["التزام", "تزام"])]
#[case::too_short_to_have_one("الله", &["الله"])]
#[case::conjunction_stays("وحدة", &["وحده"])]
#[case::elision("l’information", &["information", "linformation"])]
#[case::long_elision("lorsqu’elle", &["elle", "lorsquelle"])]
#[case::name_with_apostrophe("M'diq", &["diq", "mdiq"])]
#[case::no_elision("aujourd’hui", &["aujourdhui"])]
#[case::possessive("the commune’s", &["the", "commune"])]
#[case::plural_possessive("citizens’ ideas", &["citizen", "idea"])]
#[case::french_plural("Budgets locaux", &["budget", "locau"])]
#[case::short_names_keep_their_s("Fès", &["fes"])]
#[case::hyphen("Tanger-Tétouan", &["tanger", "tetouan"])]
#[case::law_number("loi 31-13", &["loi", "31", "13"])]
fn a_word_is_indexed_in_each_of_its_spellings(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(words(text), expected);
}

/// Every collectivity of the country, as the starter library lists them.
const DIRECTORY: &str = include_str!("../../../server/starter/directory/collectivities.csv");
/// The vocabulary of the network.
const GLOSSARY: &str = include_str!("../../../server/starter/glossary.csv");

fn cards_of(csv: &'static str, key: usize, names: [usize; 3]) -> SearchIndex<String> {
    let mut index = SearchIndex::new();
    for record in csv::Reader::from_reader(csv.as_bytes()).records() {
        let record = record.unwrap();
        let fields = names.map(|column| Field::title(&record[column]));
        index.put(record[key].to_owned(), &fields);
    }
    index
}

fn directory() -> SearchIndex<String> {
    cards_of(DIRECTORY, 0, [4, 5, 6])
}

#[rstest]
#[case::arabic("الدار البيضاء", "casablanca")]
#[case::arabic_without_hamza("الدار البيضا", "casablanca")]
#[case::arabic_without_article("دار بيضاء", "casablanca")]
#[case::arabic_being_typed("الدار الب", "casablanca")]
#[case::french("Casablanca", "casablanca")]
#[case::being_typed("casab", "casablanca")]
#[case::hamza("أيت ملول", "ait-melloul")]
#[case::madda("آيت ملول", "ait-melloul")]
#[case::bare_alef("ايت ملول", "ait-melloul")]
#[case::no_diaeresis("ait melloul", "ait-melloul")]
#[case::diaeresis("Aït Melloul", "ait-melloul")]
#[case::hyphenated("Aït-Melloul", "ait-melloul")]
#[case::the_order_of_words_is_free("melloul ait", "ait-melloul")]
#[case::gaf("أڭادير", "agadir")]
#[case::kaf("أكادير", "agadir")]
#[case::apostrophe("M’diq", "m-diq")]
#[case::no_apostrophe("mdiq", "m-diq")]
#[case::english_name("Tangier", "tanger")]
#[case::french_name("Tanger", "tanger")]
#[case::accents("TETOUAN", "tetouan")]
#[case::small_word("commune de Tinghir", "")]
#[case::small_word_alone_helps_nobody("de Tinghir", "tinghir")]
fn a_collectivity_is_found_as_people_type_it(#[case] question: &str, #[case] slug: &str) {
    let index = directory();
    let found: Vec<String> = index.search(question, 5).into_iter().map(|hit| hit.key).collect();
    if slug.is_empty() {
        assert_eq!(
            found,
            Vec::<String>::new(),
            "every word but the small ones must be in the card"
        );
    } else {
        assert!(
            found.iter().take(2).any(|key| key == slug),
            "{question} finds {found:?}"
        );
    }
}

#[rstest]
#[case::french_elision("accès à l’information", "access-to-information")]
#[case::french_plural("points focaux", "")]
#[case::english("focal points", "focal-point")]
#[case::arabic_with_article("نقطة الارتكاز", "focal-point")]
#[case::arabic_without_article("نقطة ارتكاز", "focal-point")]
#[case::arabic_unfinished("برنامج ال", "openness-programme")]
fn a_term_of_the_glossary_is_found(#[case] question: &str, #[case] key: &str) {
    let index = cards_of(GLOSSARY, 0, [1, 2, 3]);
    let found: Vec<String> = index.search(question, 8).into_iter().map(|hit| hit.key).collect();
    if key.is_empty() {
        assert_eq!(found, Vec::<String>::new(), "irregular plurals are not known");
    } else {
        assert!(
            found.iter().any(|found| found == key),
            "{question} finds {found:?}"
        );
    }
}

#[test]
fn what_a_card_is_called_counts_most_and_a_whole_word_more_than_a_beginning() {
    let mut index = SearchIndex::new();
    index.put(
        1,
        &[Field::title("Ateliers"), Field::body("Le budget participatif")],
    );
    index.put(2, &[Field::title("Le budget participatif de Tinghir")]);
    index.put(3, &[Field::title("Atelier"), Field::subject("budget")]);
    index.put(4, &[Field::title("Budget")]);
    index.put(5, &[Field::title("Budgétisation sensible au genre")]);
    let order: Vec<i32> = index
        .search("budget", 10)
        .into_iter()
        .map(|hit| hit.key)
        .collect();
    assert_eq!(order, [4, 2, 3, 5, 1]);
    assert_eq!(index.search("budget", 2).len(), 2);
}

#[test]
fn every_word_must_be_there_and_only_the_last_may_be_unfinished() {
    let mut index = SearchIndex::new();
    index.put("participatory", &[Field::title("Participatory budget")]);
    assert_eq!(index.search("particip", 9).len(), 1);
    assert_eq!(index.search("budget particip", 9).len(), 1);
    assert_eq!(index.search("particip budget", 9).len(), 0);
    assert_eq!(index.search("particip ", 9).len(), 0, "a space ends the word");
    assert_eq!(index.search("budget forum", 9).len(), 0);
    assert_eq!(index.search("  …  ", 9).len(), 0);
}

#[test]
fn a_card_that_changes_is_found_by_its_new_words_only() {
    let mut index = SearchIndex::new();
    index.put("a", &[Field::title("Consultation")]);
    index.put("b", &[Field::title("Consultation en ligne")]);
    index.put("a", &[Field::title("Évaluation")]);
    assert_eq!(index.search("consultation", 9).len(), 1);
    assert_eq!(index.search("evaluation", 9).first().unwrap().key, "a");
    assert!(index.remove("a"));
    assert!(!index.remove("a"));
    assert_eq!(index.search("evaluation", 9), []);
    assert_eq!(
        (index.len(), index.contains("a"), index.contains("b")),
        (1, false, true)
    );
    index.put("c", &[Field::title("Évaluation")]);
    assert_eq!(index.search("evaluation", 9).first().unwrap().key, "c");
}

#[test]
fn ten_thousand_cards_answer_at_once() {
    let names: Vec<Vec<String>> = csv::Reader::from_reader(DIRECTORY.as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let terms: Vec<Vec<String>> = csv::Reader::from_reader(GLOSSARY.as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let mut index = SearchIndex::new();
    for n in 0..10_000_usize {
        let (name, term) = (&names[n % names.len()], &terms[n % terms.len()]);
        let title = [(4, 1), (5, 2), (6, 3)].map(|(a, b)| format!("{} {} {n}", name[a], term[b]));
        index.put(n, &title.each_ref().map(|title| Field::title(title)));
    }
    let questions = [
        "a",
        "ا",
        "programme d'ouverture",
        "الجماعة",
        "commune c",
        "budget casablanca",
        "9999",
    ];
    let start = Instant::now();
    let rounds = 5_u32;
    for _ in 0..rounds {
        for question in questions {
            assert!(
                !index.search(question, 50).is_empty() || question.contains("casablanca"),
                "{question}"
            );
        }
    }
    let each = start.elapsed() / (rounds * u32::try_from(questions.len()).unwrap());
    println!("one question over 10,000 cards: {each:?}");
    // A debug build on a busy machine takes some twenty times what a reader's device takes.
    assert!(each < Duration::from_secs(5), "took {each:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_changes_nothing_more(text in any::<String>()) {
        let once = normalise(&text);
        prop_assert_eq!(normalise(&once), once);
    }

    #[test]
    fn a_card_is_found_by_any_beginning_of_any_of_its_words(
        title in "[a-zéèœ\u{627}-\u{64a}]{1,9}( [a-z'\u{627}-\u{64a}]{1,9}){0,4}",
        which in any::<prop::sample::Index>(),
        length in 1_usize..9,
    ) {
        let mut index = SearchIndex::new();
        index.put("other", &[Field::title("autre chose")]);
        index.put("card", &[Field::title(&title)]);
        let words: Vec<&str> = title.split(' ').collect();
        let beginning: String = words[which.index(words.len())].chars().take(length).collect();
        prop_assume!(!question(&beginning).is_empty());
        let found = index.search(&beginning, 9);
        prop_assert!(found.iter().any(|hit| hit.key == "card"), "{beginning:?} does not find {title:?}");
    }
}
