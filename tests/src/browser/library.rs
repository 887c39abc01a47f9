use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use shared::folder::{Files, Library, Reading, read};
use shared::lang::Lang;
use shared::records::{Question, QuestionKind, WholeModule};
use shared::time::Timestamp;

/// What somebody who knows the module answers, in the words of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryAnswer {
    /// Every choice to be taken.
    Choices(Vec<String>),
    /// The items in the right order.
    Order(Vec<String>),
    /// Each left side with its right side.
    Pairs(Vec<(String, String)>),
}

/// The starter library, as a story needs it to know titles and right answers.
#[must_use]
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/starter");
        let mut files = Files::new();
        collect(&root, &root, &mut files);
        read(&files, Reading::alone(Timestamp(0))).expect("the starter library can be read")
    })
}

/// A module by its slug.
#[must_use]
pub fn module_of_the_library(slug: &str) -> &'static WholeModule {
    library()
        .modules
        .iter()
        .find(|module| module.card.slug == slug)
        .unwrap_or_else(|| panic!("the starter library has no module `{slug}`"))
}

/// The right answer to a question.
#[must_use]
pub fn right_answers(question: &Question, lang: Lang) -> LibraryAnswer {
    let words = |text: &shared::lang::Translated| {
        text.best(lang)
            .map(|(_, text)| text.to_owned())
            .unwrap_or_default()
    };
    match &question.kind {
        QuestionKind::Single(choices)
        | QuestionKind::Multiple(choices)
        | QuestionKind::TrueFalse(choices) => LibraryAnswer::Choices(
            choices
                .iter()
                .filter(|choice| choice.correct)
                .map(|choice| words(&choice.text))
                .collect(),
        ),
        QuestionKind::Ordering(items) => LibraryAnswer::Order(items.iter().map(words).collect()),
        QuestionKind::Matching(pairs) => LibraryAnswer::Pairs(
            pairs
                .iter()
                .map(|pair| (words(&pair.left), words(&pair.right)))
                .collect(),
        ),
    }
}

fn collect(root: &Path, folder: &Path, into: &mut Files) {
    for entry in fs::read_dir(folder).expect("the starter library can be read") {
        let path = entry.expect("the starter library can be read").path();
        if path.is_dir() {
            collect(root, &path, into);
        } else {
            let name = path.strip_prefix(root).expect("it lies below");
            let name = name.to_string_lossy().replace('\\', "/");
            into.insert(name, fs::read(&path).expect("the starter library can be read"));
        }
    }
}
