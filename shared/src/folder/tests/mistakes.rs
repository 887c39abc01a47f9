//! What is wrong is named with its place, all of it at once, and nothing makes reading panic.

use super::*;
use rstest::rstest;

/// Changes one place of one file of the small library.
fn with(path: &str, from: &str, to: &str) -> Files {
    let mut files = small();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}");
    files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

fn key(key: &str) -> String {
    key.to_owned()
}

#[rstest]
#[case::mistyped_key(MODULE, "minutes = 55", "minuts = 55", &[
    (Some(1), Wrong::MissingKey { key: key("minutes") }),
    (Some(5), Wrong::UnknownKey { key: key("minuts") }),
])]
#[case::text_for_a_number(MODULE, "minutes = 55", "minutes = \"55\"", &[
    (Some(5), Wrong::WrongType { key: key("minutes"), expected: "number" }),
])]
#[case::number_out_of_range(MODULE, "minutes = 55", "minutes = 0", &[
    (Some(5), Wrong::OutOfRange { key: key("minutes"), least: 1, most: 6_000 }),
])]
#[case::negative_number(MODULE, "minutes = 55", "minutes = -5", &[
    (Some(5), Wrong::OutOfRange { key: key("minutes"), least: 1, most: 6_000 }),
])]
#[case::unknown_principle(MODULE, "\"accountability\"", "\"openness\"", &[
    (Some(3), Wrong::UnknownWord { key: key("principles"), word: key("openness") }),
])]
#[case::principle_twice(MODULE, "\"accountability\"", "\"transparency\"", &[
    (Some(3), Wrong::Duplicate { key: key("principles"), value: key("transparency") }),
])]
#[case::unknown_audience(MODULE, "\"staff\"", "\"citizens\"", &[
    (Some(4), Wrong::UnknownWord { key: key("audience"), word: key("citizens") }),
])]
#[case::no_audience(MODULE, "[\"focal-point\", \"staff\"]", "[]", &[
    (Some(4), Wrong::TooFew { key: key("audience"), least: 1 }),
])]
#[case::another_slug(MODULE, "slug = \"access-to-information\"", "slug = \"access\"", &[
    (Some(1), Wrong::SlugDiffers { value: key("access"), expected: key("access-to-information") }),
])]
#[case::impossible_slug(MODULE, "slug = \"access-to-information\"", "slug = \"Accès\"", &[
    (Some(1), Wrong::BadSlug { value: key("Accès") }),
])]
#[case::broken_toml(MODULE, "minutes = 55", "minutes = ", &[
    (Some(5), Wrong::Syntax { detail: String::new() }),
])]
#[case::fourth_language(MODULE, "[summary]", "es = \"Acceso\"\n\n[summary]", &[
    (Some(13), Wrong::UnknownKey { key: key("es") }),
])]
#[case::script_as_source(MODULE, "https://www.cdai.ma/fr/faq", "javascript:alert(1)", &[
    (Some(44), Wrong::BadAddress { value: key("javascript:alert(1)") }),
])]
#[case::two_right_choices(QUIZ, "correct = false", "correct = true", &[
    (Some(3), Wrong::RightChoices { kind: key("single"), found: 2 }),
])]
#[case::no_such_kind(QUIZ, "kind = \"single\"", "kind = \"open\"", &[
    (Some(4), Wrong::UnknownWord { key: key("kind"), word: key("open") }),
])]
#[case::choices_of_an_ordering(QUIZ, "kind = \"single\"", "kind = \"ordering\"", &[
    (Some(3), Wrong::MissingKey { key: key("items") }),
    (Some(10), Wrong::UnknownKey { key: key("choices") }),
])]
#[case::no_such_lesson(QUIZ, "lesson = 3", "lesson = 5", &[
    (Some(5), Wrong::UnknownLesson { number: 5 }),
])]
#[case::untranslated_choice(QUIZ, "en = \"3 days\"\n", "", &[
    (Some(3), Wrong::MissingTranslation { key: key("choices"), lang: "en" }),
])]
#[case::impossible_pass_mark(QUIZ, "pass_percent = 80", "pass_percent = 180", &[
    (Some(1), Wrong::OutOfRange { key: key("pass_percent"), least: 1, most: 100 }),
])]
#[case::not_yes_or_no(QUIZ, "correct = false", "correct = \"no\"", &[
    (Some(11), Wrong::WrongType { key: key("correct"), expected: "true-or-false" }),
])]
#[case::lesson_without_title(LESSON, "# ", "", &[
    (Some(1), Wrong::MissingTitle),
])]
#[case::link_to_no_lesson(LESSON, "lesson:03", "lesson:07", &[
    (Some(17), Wrong::UnknownLesson { number: 7 }),
])]
#[case::decomposed_letters(LESSON, "é", "e\u{301}", &[
    (Some(3), Wrong::NotNormalised),
])]
#[case::unknown_collectivity(RECORD, "collectivity = \"tinghir\"", "collectivity = \"atlantis\"", &[
    (Some(2), Wrong::UnknownCollectivity { value: key("atlantis") }),
])]
#[case::impossible_date(RECORD, "started = \"\"", "started = \"2024-02-30\"", &[
    (Some(5), Wrong::BadDate { key: key("started"), value: key("2024-02-30") }),
])]
#[case::impossible_day_of_publishing(RECORD, "ended = \"\"", "published = \"2024-13\"", &[
    (Some(6), Wrong::BadDate { key: key("published"), value: key("2024-13") }),
])]
#[case::date_in_words(RECORD, "ended = \"\"", "ended = \"mars 2024\"", &[
    (Some(6), Wrong::BadDate { key: key("ended"), value: key("mars 2024") }),
])]
#[case::unquoted_date(RECORD, "started = \"\"", "started = 2024-02-03", &[
    (Some(5), Wrong::WrongType { key: key("started"), expected: "text" }),
])]
#[case::line_break_in_a_title(RECORD, "en = \"Tinghir:", "en = \"Tinghir:\\n", &[
    (Some(12), Wrong::ForbiddenCharacter { key: key("title") }),
])]
#[case::section_without_words(RECORD, "[problem]", "[resources]\nfr = \" \"\n\n[problem]", &[
    (Some(19), Wrong::Blank { key: key("resources") }),
])]
#[case::unknown_column(LIST, "name_en", "name_es", &[
    (Some(1), Wrong::UnknownKey { key: key("name_es") }),
    (Some(1), Wrong::MissingKey { key: key("name_en") }),
])]
#[case::short_row(LIST, "333130,,", "333130,", &[
    (Some(3), Wrong::RowLength { found: 9, expected: 10 }),
])]
#[case::same_slug_twice(LIST, "boumalne-dades", "province-tinghir", &[
    (Some(5), Wrong::Duplicate { key: key("slug"), value: key("province-tinghir") }),
])]
#[case::same_code_twice(LIST, "08.577.01.03", "08.577.01.11", &[
    (Some(5), Wrong::Duplicate { key: key("code"), value: key("08.577.01.11") }),
])]
#[case::code_of_another_region(LIST, "08.577.01.03", "09.577.01.03", &[
    (Some(5), Wrong::BadCode { value: key("09.577.01.03") }),
])]
#[case::unknown_level(LIST, "province-tinghir,province", "province-tinghir,county", &[
    (Some(3), Wrong::UnknownWord { key: key("type"), word: key("county") }),
])]
#[case::population_in_words(LIST, "47140", "beaucoup", &[
    (Some(4), Wrong::OutOfRange { key: key("population_2024"), least: 0, most: u64::MAX }),
])]
#[case::year_of_joining(LIST, "2024-02", "2024", &[
    (Some(4), Wrong::BadDate { key: key("joined"), value: key("2024") }),
])]
#[case::name_with_a_direction_mark(LIST, "Boumalne", "Bou\u{202e}malne", &[
    (Some(5), Wrong::ForbiddenCharacter { key: key("name_fr") }),
])]
#[case::status_of_a_term(GLOSSARY, "official", "certain", &[
    (Some(2), Wrong::UnknownWord { key: key("status"), word: key("certain") }),
])]
fn a_mistake_is_named_with_its_file_and_line(
    #[case] path: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] expected: &[(Option<u32>, Wrong)],
) {
    let problems = read_alone(&with(path, from, to)).unwrap_err();
    let expected: Vec<Problem> = expected
        .iter()
        .map(|(line, what)| Problem {
            file: path.to_owned(),
            line: *line,
            what: what.clone(),
        })
        .collect();
    // What a parser says about broken syntax is its own affair.
    let problems: Vec<Problem> = problems
        .into_iter()
        .map(|problem| match problem.what {
            Wrong::Syntax { .. } => Problem {
                what: Wrong::Syntax {
                    detail: String::new(),
                },
                ..problem
            },
            _ => problem,
        })
        .collect();
    assert_eq!(problems, expected);
}

#[rstest]
#[case::too_long_a_title(MODULE, "title", "L’accès à l’information", "a".repeat(81), Wrong::TooLong { key: key("title"), limit: 80 })]
#[case::too_long_a_summary(MODULE, "summary", "L’essentiel", "a".repeat(1_201), Wrong::TooLong { key: key("summary"), limit: 1_200 })]
fn lengths_are_counted_in_characters(
    #[case] path: &str,
    #[case] what: &str,
    #[case] from: &str,
    #[case] to: String,
    #[case] expected: Wrong,
) {
    let problems = read_alone(&with(path, from, &to)).unwrap_err();
    assert_eq!(
        problems.iter().map(|problem| &problem.what).collect::<Vec<_>>(),
        [&expected],
        "{what}"
    );
    assert!(read_alone(&with(path, from, "ش")).is_ok());
}

#[rstest]
#[case::lesson_file("modules/access-to-information/1-intro.fr.md", Wrong::BadLessonName)]
#[case::lesson_language("modules/access-to-information/05-intro.es.md", Wrong::BadLessonName)]
#[case::stray_file("modules/access-to-information/notes.txt", Wrong::UnknownFile)]
#[case::stray_folder("modules/access-to-information/images/a.png", Wrong::UnknownFile)]
#[case::record_of_another_kind("experiences/tinghir.json", Wrong::UnknownFile)]
#[case::stray_list("collectivities.csv", Wrong::UnknownFile)]
fn a_file_that_is_not_of_the_format_is_named(#[case] path: &str, #[case] what: Wrong) {
    let mut files = small();
    files.insert(path.to_owned(), b"?".to_vec());
    assert_eq!(
        read_alone(&files).unwrap_err(),
        [Problem {
            file: path.to_owned(),
            line: None,
            what
        }]
    );
}

const FOLDER: &str = "modules/access-to-information";

/// A file more: a copy of `of` with words of its own, under a name that another file has a claim to, or nearly so.
#[rstest]
#[case::same_number(LESSON, "01-another-name.fr.md", Wrong::SameLesson { number: 1, other: String::new() })]
#[case::same_number_of_another_language(LESSON, "02-the-right-and-its-limits.ar.md", Wrong::SameLesson { number: 2, other: String::new() })]
#[case::same_name_with_another_number(LESSON, "05-the-right-and-its-limits.fr.md", Wrong::Duplicate { key: key("lesson"), value: key("the-right-and-its-limits") })]
#[case::upper_case_language(LESSON, "01-the-right-and-its-limits.FR.md", Wrong::BadLessonName)]
#[case::upper_case_name(LESSON, "01-The-Right-And-Its-Limits.fr.md", Wrong::BadLessonName)]
#[case::upper_case_ending(LESSON, "01-the-right-and-its-limits.fr.MD", Wrong::UnknownFile)]
#[case::another_ending(LESSON, "01-the-right-and-its-limits.fr.txt", Wrong::UnknownFile)]
#[case::no_ending(LESSON, "01-the-right-and-its-limits.fr", Wrong::UnknownFile)]
#[case::copy_of_an_editor(LESSON, "01-the-right-and-its-limits.fr.md~", Wrong::UnknownFile)]
#[case::no_language(LESSON, "05-readme.md", Wrong::BadLessonName)]
#[case::like_a_note(LESSON, "05-how-to-readme.md", Wrong::BadLessonName)]
#[case::no_number(LESSON, "the-right-and-its-limits.fr.md", Wrong::BadLessonName)]
#[case::address_of_the_quiz(LESSON, "05-quiz.fr.md", Wrong::BadLessonName)]
#[case::address_of_the_editions(LESSON, "05-editions.fr.md", Wrong::BadLessonName)]
#[case::number_zero(LESSON, "00-the-right.fr.md", Wrong::BadLessonName)]
#[case::three_digits(LESSON, "001-the-right.fr.md", Wrong::BadLessonName)]
#[case::quiz_in_upper_case(QUIZ, "Quiz.toml", Wrong::UnknownFile)]
#[case::second_quiz(QUIZ, "quiz2.toml", Wrong::UnknownFile)]
#[case::second_module(MODULE, "module.TOML", Wrong::UnknownFile)]
#[case::below(LESSON, "lessons/05-more.fr.md", Wrong::UnknownFile)]
#[case::record_in_upper_case(RECORD, "../../experiences/Tinghir-participatory-budget.toml", Wrong::SlugDiffers { value: key("tinghir-participatory-budget"), expected: key("Tinghir-participatory-budget") })]
#[case::record_with_a_language(RECORD, "../../experiences/tinghir-participatory-budget.fr.toml", Wrong::SlugDiffers { value: key("tinghir-participatory-budget"), expected: key("tinghir-participatory-budget.fr") })]
#[case::record_ending(
    RECORD,
    "../../experiences/tinghir-participatory-budget.TOML",
    Wrong::UnknownFile
)]
#[case::record_below(RECORD, "../../experiences/2024/a.toml", Wrong::UnknownFile)]
#[case::folder_in_upper_case(MODULE, "../../Modules/a/module.toml", Wrong::UnknownFile)]
#[case::list_in_upper_case(LIST, "../../directory/Collectivities.csv", Wrong::UnknownFile)]
#[case::second_list(LIST, "../../directory/collectivities-2.csv", Wrong::UnknownFile)]
#[case::glossary_below(GLOSSARY, "../../directory/glossary.csv", Wrong::UnknownFile)]
fn every_file_is_used_or_named(#[case] of: &str, #[case] name: &str, #[case] what: Wrong) {
    let path = match name.strip_prefix("../../") {
        Some(path) => path.to_owned(),
        None => format!("{FOLDER}/{name}"),
    };
    let mut files = small();
    let copy = files[of].clone();
    assert_eq!(files.insert(path.clone(), copy), None);
    let problems = read_alone(&files).unwrap_err();
    let problems: Vec<_> = problems
        .into_iter()
        .map(|mut problem| {
            if let Wrong::SameLesson { other, .. } = &mut problem.what {
                let other = std::mem::take(other);
                assert!(files.contains_key(&other) && other != problem.file, "{other}");
                // Which of the two is named is of no matter, as long as both are.
                if other == path {
                    problem.file = other;
                }
            }
            problem
        })
        .collect();
    let named = Problem::of_file(&path, what);
    let is_named = |problem: &Problem| problem.file == named.file && problem.what == named.what;
    assert!(problems.iter().any(is_named), "{problems:?}");
}

/// What is not named is in the library: words of each file are found in what is written of it.
#[test]
fn a_folder_that_is_read_leaves_no_file_behind() {
    let sound = small();
    for path in sound.keys() {
        let mut files = sound.clone();
        let text = String::from_utf8(files[path].clone()).unwrap();
        let marked = match path.rsplit('.').next().unwrap() {
            "md" => format!("{text}\nmarked-words\n"),
            "csv" => text
                .replacen("Tinghir", "marked-words", 1)
                .replacen("vote,\"", "marked-words,\"", 1),
            _ => text.replacen("fr = \"", "fr = \"marked-words ", 1),
        };
        files.insert(path.clone(), marked.into_bytes());
        let written = write(&read_alone(&files).unwrap());
        let held = String::from_utf8(written[path].clone()).unwrap();
        assert!(held.contains("marked-words"), "{path}");
    }
}

#[test]
fn a_folder_of_something_else_is_not_read_to_its_end() {
    let mut files = small();
    for number in 0..2 * PROBLEMS_MOST {
        files.insert(format!("experiences/{number:05}.toml"), b"a = ".to_vec());
    }
    let found = read_alone(&files).unwrap_err().len();
    assert!((PROBLEMS_MOST..PROBLEMS_MOST + 10).contains(&found), "{found}");
}

#[rstest]
#[case("README.md")]
#[case("glossary.README.md")]
#[case("modules/access-to-information/Thumbs.db")]
#[case("modules/access-to-information/._01-the-right-and-its-limits.fr.md")]
#[case("directory/README.md")]
#[case("LICENSE")]
#[case(".git/config")]
#[case("modules/access-to-information/.DS_Store")]
#[case("evaluation/grid.toml")]
#[case("events/sample.toml")]
fn notes_beside_the_content_are_passed_over(#[case] path: &str) {
    let mut files = small();
    files.insert(path.to_owned(), vec![0xff]);
    assert_eq!(read_alone(&files), read_alone(&small()));
}

#[test]
fn lessons_are_numbered_without_gaps_and_named_alike() {
    let mut files = small();
    for lang in ["ar", "fr", "en"] {
        files.remove(&format!(
            "modules/access-to-information/03-handling-a-request.{lang}.md"
        ));
    }
    let problems = read_alone(&files).unwrap_err();
    assert!(problems.contains(&Problem {
        file: "modules/access-to-information".to_owned(),
        line: None,
        what: Wrong::MissingLesson { number: 3 }
    }));

    let mut files = small();
    let lesson = files.remove(LESSON).unwrap();
    files.insert(LESSON.replace("the-right", "right"), lesson);
    let problems = read_alone(&files).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].what.code(), "lesson_names_differ");
}

#[test]
fn a_missing_language_is_a_fact_and_a_missing_file_a_mistake() {
    let mut files = small();
    files.remove(LESSON);
    let library = read_alone(&files).unwrap();
    assert_eq!(library.modules[0].card.languages, [Lang::Ar, Lang::En]);
    assert_eq!(library.modules[0].lessons[0].text.get(Lang::Fr), None);

    files.remove(QUIZ);
    let problems = read_alone(&files).unwrap_err();
    assert_eq!(
        problems,
        [Problem::of_file(
            QUIZ,
            Wrong::MissingFile {
                path: QUIZ.to_owned()
            }
        )]
    );
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let mut files = with(QUIZ, "pass_percent = 80", "pass_percent = 0");
    files.insert(LESSON.to_owned(), b"# Titre\n\nmal \xff cod\xe9\n".to_vec());
    let record = String::from_utf8(files[RECORD].clone()).unwrap();
    let record = record
        .replace("kind = \"openness-project\"", "kind = \"idea\"")
        .replace("slug =", "slog =");
    files.insert(RECORD.to_owned(), record.into_bytes());
    let said: Vec<String> = read_alone(&files)
        .unwrap_err()
        .iter()
        .map(Problem::to_string)
        .collect();
    assert_eq!(
        said,
        [
            "experiences/tinghir-participatory-budget.toml:1: missing_key key=slug",
            "experiences/tinghir-participatory-budget.toml:1: unknown_key key=slog",
            "experiences/tinghir-participatory-budget.toml:3: unknown_word key=kind word=idea",
            "modules/access-to-information/01-the-right-and-its-limits.fr.md:3: not_utf8",
            "modules/access-to-information/quiz.toml:1: out_of_range key=pass_percent least=1 most=100",
        ]
    );
}

#[test]
fn a_folder_of_experiences_alone_can_rely_on_the_list_that_is_known() {
    let files: Files = small().into_iter().filter(|(path, _)| path == RECORD).collect();
    assert!(read_alone(&files).is_err());
    let reading = Reading {
        at: NOW,
        knows_collectivity: &|slug| slug == "tinghir",
    };
    assert_eq!(read(&files, reading).unwrap().experiences.len(), 1);
}

#[test]
fn an_empty_folder_is_most_likely_the_wrong_one() {
    let problems = read_alone(&Files::from([("README.md".to_owned(), vec![])])).unwrap_err();
    assert_eq!(problems, [Problem::of_file("", Wrong::NothingHere)]);
}

#[test]
fn files_of_other_systems_read_the_same() {
    let windows = small()
        .into_iter()
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
            (path, format!("\u{feff}{text}").into_bytes())
        })
        .collect();
    assert_eq!(read_alone(&windows), read_alone(&small()));
}

#[test]
fn a_hostile_file_is_refused_in_bounded_time_and_stack() {
    for text in [
        format!("{}a = 1\n", "a.".repeat(200_000)),
        format!("[{}a]\n", "a.".repeat(200_000)),
        format!("a = {}\n", "[".repeat(400_000)),
        format!("a = {}\n", "{b=".repeat(200_000)),
        "a = 1\n".repeat(100_000),
        "\"\"\"".repeat(100_000),
        "x".repeat(MAX_FILE_BYTES + 1),
    ] {
        let mut files = small();
        files.insert(RECORD.to_owned(), text.into_bytes());
        assert!(read_alone(&files).is_err());
    }
}

/// Cuts, repeats and replaces bytes of real files, the same way every time.
#[test]
fn no_damage_to_a_file_makes_reading_panic() {
    let original = small();
    let paths = [MODULE, QUIZ, LESSON, RECORD, LIST];
    let mut state = 2_026_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut refused = 0;
    for round in 0..200 {
        let mut files = original.clone();
        let bytes = files.get_mut(paths[round % paths.len()]).unwrap();
        for _ in 0..=next(3) {
            let place = next(bytes.len().max(1));
            match next(5) {
                0 => bytes.truncate(place),
                1 => bytes.insert(place, b"\"[]{}=#,\n\\'\0\xff.-"[next(15)]),
                2 => drop(bytes.remove(place)),
                3 => drop(bytes.splice(place..(place + next(40)).min(bytes.len()), [])),
                _ => bytes[place] = bytes[next(bytes.len())],
            }
            if bytes.is_empty() {
                break;
            }
        }
        refused += usize::from(read_alone(&files).is_err());
    }
    assert!(refused > 60, "{refused}");
}

#[test]
fn codes_are_stable_and_distinct() {
    let distinct: BTreeSet<&str> = Wrong::CODES.iter().copied().collect();
    assert_eq!(distinct.len(), Wrong::CODES.len());
    assert!(Wrong::CODES.iter().all(|code| {
        code.bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'8')
    }));
    let too_long = Wrong::TooLong {
        key: key("title"),
        limit: 80,
    };
    assert_eq!(
        too_long.arguments(),
        [("key", key("title")), ("limit", key("80"))]
    );
}
