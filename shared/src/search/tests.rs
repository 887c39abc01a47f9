use proptest::prelude::*;
use rstest::rstest;
use std::time::{Duration, Instant};

use super::*;
use crate::lang::Lang;

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
#[case::hyphens("co\u{2011}création", "co-creation")]
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
#[case::hyphen("Tanger-Tétouan", &["tanger", "tetouan", "tangertetouan"])]
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

/// Whether a text answers a question.
fn is_answered(question: &str, text: &str) -> bool {
    let mut index = SearchIndex::new();
    index.put("card", &[Field::body(text)]);
    !index.search(question, 1).is_empty()
}

#[rstest]
#[case::the_platforms_word_and_the_laws("الولوج إلى المعلومة", "تفعيل الحق في الحصول على المعلومات")]
#[case::the_laws_word_and_the_platforms("الحصول على المعلومات", "الولوج إلى المعلومة لفائدة الساكنة")]
#[case::arabic_and_french("الولوج إلى المعلومة", "Un guichet d’accès à l’information")]
#[case::french_and_arabic("accès à l'information", "الوصول إلى المعلومة")]
#[case::english_and_arabic("transparency", "مبادئ الشفافية")]
#[case::english_and_french("transparency", "La transparence du budget")]
#[case::arabic_without_article("شفافية", "La transparence du budget")]
#[case::accents_do_not_matter("petition", "عريضة المواطنين")]
#[case::the_constitutions_word("reddition des comptes", "La redevabilité des élus")]
#[case::another_name("numérisation", "رقمنة الحالة المدنية، الرقمنة للجميع")]
#[case::hyphen("co-création", "La cocréation du programme")]
#[case::no_hyphen("cocreation", "La co-création du programme")]
#[case::a_blank_for_the_hyphen("co création", "La co‑création du programme")]
#[case::no_hyphen_in_arabic("cocreation", "الإعداد المشترك للبرنامج")]
#[case::hyphen_of_any_word("auto-gestion", "l’autogestion des équipements")]
#[case::hyphen_left_out_of_any_word("autogestion", "l’auto-gestion des équipements")]
#[case::short_name("REMACTO", "الشبكة المغربية للجماعات الترابية المنفتحة")]
#[case::a_name_among_other_words("budget participatif Tinghir", "الميزانية التشاركية Tinghir")]
fn other_names_of_the_same_thing_answer(#[case] question: &str, #[case] text: &str) {
    assert!(is_answered(question, text));
}

#[rstest]
#[case::one_of_two_words("الولوج إلى المعلومة", "الولوج إلى السوق")]
#[case::another_term("transparency", "المساءلة")]
#[case::a_part_of_a_name("budget", "التشاركية")]
#[case::another_word_beside_the_name("transparency Agadir", "الشفافية في تنغير")]
#[case::numbers_are_not_joined("3113", "loi 31-13")]
fn what_is_not_the_same_does_not_answer(#[case] question: &str, #[case] text: &str) {
    assert!(!is_answered(question, text));
}

#[rstest]
#[case::wrong_vowel("transparance", Some("transparence"))]
#[case::letter_left_out("participaton citoyenne", Some("participation citoyenne"))]
#[case::exchanged("bugdet", Some("budget"))]
#[case::arabic("الشفافبة", Some("الشفافية"))]
#[case::known_words_stay("budget", None)]
#[case::nothing_near("xylophone", None)]
#[case::short_words_are_not_guessed("bod", None)]
fn near_forms_are_offered_for_words_that_nothing_has(#[case] asked: &str, #[case] near: Option<&str>) {
    let texts = ["La transparence du Budget", "Participation citoyenne", "الشفافية"];
    let mut index = SearchIndex::new();
    for text in texts {
        index.put(text, &[Field::title(text)]);
    }
    let found = index.near(&Question::read(asked));
    let shown = found.map(|found| Question::read(&found).as_written_in(&texts));
    assert_eq!(shown.as_deref(), near);
}

#[test]
fn titles_come_before_summaries_before_texts_before_places() {
    let mut index = SearchIndex::new();
    index.put("place", &[Field::title("Autre"), Field::place("Tinghir")]);
    index.put(
        "text",
        &[Field::title("Autre"), Field::body("À Tinghir, la commune")],
    );
    index.put(
        "summary",
        &[
            Field::title("Autre"),
            Field::subject("Avec Tinghir et sa commune"),
        ],
    );
    index.put(
        "title",
        &[Field::title("Les jeunes de Tinghir et leur conseil communal")],
    );
    let order: Vec<&str> = index
        .search("tinghir", 9)
        .into_iter()
        .map(|hit| hit.key)
        .collect();
    assert_eq!(order, ["title", "summary", "text", "place"]);
}

#[test]
fn removed_cards_give_their_room_back() {
    let mut index = SearchIndex::new();
    for round in 0..50 {
        for key in 0..20 {
            index.put(key, &[Field::title(&format!("mot{key} tour{round}"))]);
        }
    }
    index.sweep();
    assert_eq!(index.size(), (21, 40));
    assert_eq!(index.search("tour49", 99).len(), 20);
    assert_eq!(index.search("tour48 ", 99).len(), 0);
}

fn shown(marked: &Marked) -> String {
    let piece = |run: &Run| {
        if run.is_match {
            format!("[{}]", run.text)
        } else {
            run.text.clone()
        }
    };
    marked.runs.iter().map(piece).collect()
}

#[rstest]
#[case::accents("recepisse", "Un récépissé est remis.", "Un [récépissé] est remis.")]
#[case::vowel_signs("جماعة", "مجلس الجَمَاعَة", "مجلس [الجَمَاعَة]")]
#[case::other_name("transparency", "La transparence, toujours", "La [transparence], toujours")]
#[case::elision("information", "L’accès à l’information", "L’accès à [l’information]")]
#[case::what_looks_like_a_tag("b", "<b>gras</b> & b", "<[b]>gras</[b]> & [b]")]
#[case::unfinished("tingh", "À Tinghir", "À [Tinghir]")]
fn matched_words_are_marked_in_the_text_as_written(
    #[case] asked: &str,
    #[case] text: &str,
    #[case] expected: &str,
) {
    let (_, marked) = Marked::passage(&Question::read(asked), Lang::Fr, text).unwrap();
    assert_eq!(shown(&marked), expected);
    assert_eq!(marked.plain(), text);
}

#[test]
fn a_long_text_is_cut_to_the_passage_that_has_most_of_what_is_asked() {
    let filler = "mot ".repeat(100);
    let text = format!("Un budget. {filler}Le budget participatif de la commune. {filler}");
    let (concepts, marked) =
        Marked::passage(&Question::read("participatif budget "), Lang::Fr, &text).unwrap();
    assert_eq!(concepts, 2);
    let shown = shown(&marked);
    assert!(shown.starts_with("… ") && shown.ends_with(" …"), "{shown}");
    assert!(shown.contains("[budget] [participatif] de la commune"), "{shown}");
    assert!(shown.split_whitespace().count() < 40, "{shown}");
    assert!(Marked::passage(&Question::read("forum"), Lang::Fr, &text).is_none());
}

#[test]
fn marks_of_markdown_are_no_words() {
    let text = "## Le **budget**\n\n- [le guide](https://guide.example/a_b) | `code` ]( x";
    assert_eq!(plain(text), " Le budget\n\n- le guide  code ( x");
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
        prop_assume!(!Question::read(&beginning).is_empty());
        let found = index.search(&beginning, 9);
        prop_assert!(found.iter().any(|hit| hit.key == "card"), "{beginning:?} does not find {title:?}");
    }
}
