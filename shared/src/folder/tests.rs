mod mistakes;
mod round_trip;

use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::ids::{CollectivityId, ExperienceId};
use crate::lang::{Lang, Translated};
use crate::markdown;
use crate::records::{ExperienceContent, LibraryDates, PartialDate, QuestionKind, Section, Source};
use crate::vocabulary::{ExperienceKind, ExperienceState, Principle, TranslationState};

const MODULE: &str = "modules/access-to-information/module.toml";
const QUIZ: &str = "modules/access-to-information/quiz.toml";
const LESSON: &str = "modules/access-to-information/01-the-right-and-its-limits.fr.md";
const RECORD: &str = "experiences/tinghir-participatory-budget.toml";
const LIST: &str = "directory/collectivities.csv";
const GLOSSARY: &str = "glossary.csv";

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
    assert_eq!(library.glossary.len(), 181);

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
    let shares = |slug: &str| {
        library
            .collectivities
            .iter()
            .find(|c| c.slug == slug)
            .unwrap()
            .shares_name
    };
    assert!(
        ["khouribga", "el-jadida", "taroudannt"]
            .iter()
            .all(|end| shares(&format!("oulad-aissa-{end}")))
    );
    assert!(!shares("agadir") && !shares("tinghir"));
    let marked = || library.collectivities.iter().filter(|c| c.shares_name);
    assert!(marked().all(|c| c.kind == CollectivityKind::Commune && c.province.is_some()));
    // A province has the name of a commune in it without being one.
    assert!(!shares("province-tinghir"));
}

#[test]
fn names_are_shared_in_any_language_apart_from_signs() {
    let mut all = read_alone(&small()).unwrap().collectivities;
    let [tinghir, boumalne] =
        ["tinghir", "boumalne-dades"].map(|slug| all.iter().position(|c| c.slug == slug).unwrap());
    all[boumalne].name.set(Lang::Fr, "TÌNGHIR");
    relate_collectivities(&mut all);
    let marked: Vec<&str> = all
        .iter()
        .filter(|c| c.shares_name)
        .map(|c| c.slug.as_str())
        .collect();
    assert_eq!(marked, ["boumalne-dades", "tinghir"]);
    all[tinghir].name.set(Lang::Fr, "Todgha");
    relate_collectivities(&mut all);
    assert!(all.iter().all(|c| !c.shares_name), "the mark goes as well");
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
