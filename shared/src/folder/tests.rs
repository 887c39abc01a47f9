use proptest::prelude::*;
use rstest::rstest;
use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::ids::{CollectivityId, ExperienceId};
use crate::lang::{Lang, Translated};
use crate::markdown;
use crate::records::{ExperienceContent, PartialDate, QuestionKind, Section, Source};
use crate::vocabulary::{ExperienceKind, ExperienceState, Principle, TranslationState};

const NOW: Timestamp = Timestamp(1_795_392_000_000);

/// The starter library, as it lies in the repository.
fn starter() -> Files {
    static STARTER: LazyLock<Files> = LazyLock::new(read_starter);
    STARTER.clone()
}

fn read_starter() -> Files {
    fn walk(folder: &Path, prefix: &str, files: &mut Files) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{path}/"), files);
            } else {
                files.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut files = Files::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/starter"),
        "",
        &mut files,
    );
    files
}

/// One module, one experience and four collectivities of the starter library: quick to read over and over.
fn small() -> Files {
    let wanted = |path: &str| {
        path.starts_with("modules/access-to-information/")
            || path == "experiences/tinghir-participatory-budget.toml"
    };
    let mut files: Files = starter().into_iter().filter(|(path, _)| wanted(path)).collect();
    let directory = "slug,type,code,region_code,name_ar,name_fr,name_en,population_2024,joined,source\n\
        region-draa-tafilalet,region,08,08,درعة-تافيلالت,Drâa-Tafilalet,Drâa-Tafilalet,1655623,2022-10,https://a.ma/1\n\
        province-tinghir,province,08.577,08,تنغير,Tinghir,Tinghir,333130,,\n\
        tinghir,commune,08.577.01.11,08,تنغير,Tinghir,Tinghir,47140,2024-02,https://a.ma/2\n\
        boumalne-dades,commune,08.577.01.03,08,بومالن دادس,Boumalne Dadès,Boumalne Dadès,,,\n";
    files.insert(LIST.to_owned(), directory.as_bytes().to_vec());
    let terms = "key,ar,fr,en,status,source_url
\
        remacto,الشبكة المغربية للجماعات الترابية المنفتحة,Réseau marocain (REMACTO),Moroccan Network,official,https://a.ma
\
        vote,تصويت,vote,\"vote, ballot\",proposed,
";
    files.insert(GLOSSARY.to_owned(), terms.as_bytes().to_vec());
    files
}

fn read_alone(files: &Files) -> Result<Library, Vec<Problem>> {
    read(files, Reading::alone(NOW))
}

#[test]
fn the_starter_library_is_read_whole() {
    let library = read_alone(&starter()).unwrap();
    let modules: Vec<(u32, &str, usize, usize)> = library
        .modules
        .iter()
        .map(|m| {
            (
                m.card.order,
                m.card.slug.as_str(),
                m.lessons.len(),
                m.quiz.questions.len(),
            )
        })
        .collect();
    assert_eq!(
        modules,
        [
            (1, "first-30-days", 4, 6),
            (2, "co-creating-a-programme", 4, 6),
            (3, "from-idea-to-project", 4, 6),
            (4, "facilitating-a-workshop", 4, 6),
            (5, "access-to-information", 4, 6),
            (6, "monitoring-and-evaluation", 4, 6),
        ]
    );
    assert!(library.modules.iter().all(|m| m.card.languages == Lang::ALL));
    assert_eq!(library.experiences.len(), 10);
    assert_eq!(library.glossary.len(), 174);

    let count = |kind| library.collectivities.iter().filter(|c| c.kind == kind).count();
    assert_eq!(
        [
            count(CollectivityKind::Region),
            count(CollectivityKind::Prefecture),
            count(CollectivityKind::Province),
            count(CollectivityKind::Commune)
        ],
        [12, 13, 62, 1_503]
    );
    assert_eq!(
        library.collectivities.iter().filter(|c| c.is_member()).count(),
        30
    );
}

#[test]
fn a_record_arrives_with_all_it_says() {
    let library = read_alone(&small()).unwrap();
    let entry = &library.experiences[0];
    assert_eq!(entry.collectivity, "tinghir");
    let experience = &entry.experience;
    assert_eq!(
        experience.id,
        ExperienceId::from_name("tinghir-participatory-budget")
    );
    assert_eq!(experience.collectivity, CollectivityId::from_name("tinghir"));
    assert_eq!(
        (experience.state, experience.published),
        (ExperienceState::Published, Some(NOW))
    );
    assert_eq!(experience.content.kind, ExperienceKind::OpennessProject);
    assert_eq!(experience.content.principles, [Principle::CitizenParticipation]);
    assert_eq!(experience.content.budget_mad, Some(500_000));
    assert_eq!(
        experience.content.text(Section::Title, Lang::Ar),
        Some("تنغير: مشروع الميزانية التشاركية")
    );
    assert!(
        experience
            .content
            .text(Section::Problem, Lang::Fr)
            .unwrap()
            .ends_with("services.\n")
    );
    assert!(experience.card().is_some());

    let module = &library.modules[0];
    assert_eq!(module.card.lessons[1].slug, "what-to-publish-first");
    assert_eq!(
        module.card.lessons[1].title.get(Lang::En),
        Some("Proactive publication: where to start?")
    );
    assert!(
        module.lessons[1]
            .text
            .get(Lang::En)
            .unwrap()
            .starts_with("## Why publish")
    );
    assert_eq!(module.quiz.questions[0].lesson, Some(3));
    assert!(matches!(&module.quiz.questions[4].kind, QuestionKind::Matching(pairs) if pairs.len() == 3));
    assert_eq!(library.collectivities[3].population, Some(47_140));
}

#[test]
fn every_question_names_the_lesson_to_reread() {
    for module in read_alone(&starter()).unwrap().modules {
        for question in &module.quiz.questions {
            let lesson = question.lesson.expect("the starter library names one for each");
            assert!(lesson as usize <= module.lessons.len());
        }
    }
}

#[test]
fn a_paragraph_has_the_same_number_in_every_language() {
    for module in read_alone(&starter()).unwrap().modules {
        for lesson in &module.lessons {
            let shapes = Lang::ALL.map(|lang| {
                let document = markdown::parse(lesson.text.get(lang).unwrap());
                document
                    .blocks
                    .iter()
                    .map(std::mem::discriminant)
                    .collect::<Vec<_>>()
            });
            assert_eq!(
                shapes[0], shapes[1],
                "{} {}: ar and fr",
                module.card.slug, lesson.number
            );
            assert_eq!(
                shapes[0], shapes[2],
                "{} {}: ar and en",
                module.card.slug, lesson.number
            );
        }
    }
}

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

/// Changes one place of one file of the small library.
fn with(path: &str, from: &str, to: &str) -> Files {
    let mut files = small();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}");
    files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

const MODULE: &str = "modules/access-to-information/module.toml";
const QUIZ: &str = "modules/access-to-information/quiz.toml";
const LESSON: &str = "modules/access-to-information/01-the-right-and-its-limits.fr.md";
const RECORD: &str = "experiences/tinghir-participatory-budget.toml";
const LIST: &str = "directory/collectivities.csv";
const GLOSSARY: &str = "glossary.csv";

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

#[rstest]
#[case("README.md")]
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
        module.card.lessons[0].title.set(Lang::Fr, &title);
        module.lessons[0].text.set(Lang::Fr, &text);
        let everywhere = |text: &String| Translated::new(text, text, text);
        module.quiz.questions[3].text = asked;
        module.quiz.questions[3].kind = QuestionKind::Ordering(parts.iter().map(everywhere).collect());
        let written = write(&library);
        prop_assert_eq!(read_alone(&written), Ok(library));
    }
}
