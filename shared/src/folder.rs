//! The folder format: a library as files that a person can read and edit by hand and keep in a repository.
//! `server/starter/FORMAT.md` describes it; the starter library is one.
//!
//! Pure functions over a map from relative path to bytes: whoever calls touches the disk. Reading finds *all*
//! that is wrong, each with its file and line, and gives either a whole library or none of it. Writing is the
//! inverse: what [`write()`] wrote, [`read()`] reads as the same library, and writing that again gives the same bytes.

mod directory;
mod experience;
mod fields;
mod glossary;
mod module;
mod problem;
mod quiz;
mod source;
mod write;

pub use problem::{Problem, Wrong};
pub use write::write;

use crate::records::{Collectivity, Experience, Lesson, Module, ModuleCard, Quiz};
use crate::time::Timestamp;
use crate::vocabulary::CollectivityKind;
use std::collections::{BTreeMap, BTreeSet};

pub use glossary::{Term, TermStatus};

/// Files by their path inside the folder, with `/` between the parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The largest file that is read, in bytes. The national list has about 140,000.
pub const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;

/// What a folder holds, in the hub's own records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Modules, in the order of the catalogue.
    pub modules: Vec<LibraryModule>,
    /// Published experiences, by slug.
    pub experiences: Vec<LibraryExperience>,
    /// The national list, regions first, then by code.
    pub collectivities: Vec<Collectivity>,
    /// The network's vocabulary, in the order of its file.
    pub glossary: Vec<Term>,
}

/// A module with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryModule {
    /// What a catalogue shows.
    pub card: ModuleCard,
    /// What its page needs.
    pub module: Module,
    /// The lessons, in order.
    pub lessons: Vec<Lesson>,
    /// The final quiz.
    pub quiz: Quiz,
}

/// An experience, with the slug of its collectivity, which the record itself knows only by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryExperience {
    /// A slug of the national list.
    pub collectivity: String,
    /// The experience. Its slug names the file.
    pub experience: Experience,
}

/// What reading needs to know besides the files.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// When the import happens: the date of everything in it.
    pub at: Timestamp,
    /// Whether a slug names a collectivity that is known already. Asked for slugs that are not in the folder's
    /// own list, so that a folder of experiences can be imported without the list.
    pub knows_collectivity: &'a dyn Fn(&str) -> bool,
}

impl Reading<'_> {
    /// Reads a folder that must be complete in itself.
    #[must_use]
    pub fn alone(at: Timestamp) -> Self {
        Self {
            at,
            knows_collectivity: &|_| false,
        }
    }
}

impl Library {
    /// Puts everything in its place: modules by their order in the catalogue, experiences by slug, collectivities
    /// by level and code. Reading gives a library in this order and writing does not depend on it.
    pub fn sort(&mut self) {
        self.modules
            .sort_by(|a, b| (a.card.order, &a.card.slug).cmp(&(b.card.order, &b.card.slug)));
        self.experiences
            .sort_by(|a, b| a.experience.slug.cmp(&b.experience.slug));
        self.collectivities
            .sort_by(|a, b| (level(a.kind), &a.code).cmp(&(level(b.kind), &b.code)));
    }
}

/// Prefectures and provinces are of the same level.
const fn level(kind: CollectivityKind) -> u8 {
    match kind {
        CollectivityKind::Region => 0,
        CollectivityKind::Prefecture | CollectivityKind::Province => 1,
        CollectivityKind::Commune => 2,
    }
}

/// Reads a folder.
///
/// Notes beside the content (`README.md`, `FORMAT.md`, a licence, hidden files) are passed over, and so are
/// `evaluation/` and `events/`, whose time has not come. Any other file that is not part of the format is a
/// problem: it is most likely a lesson or a record with a mistyped name.
///
/// # Errors
/// Everything that is wrong, ordered by file and line. Nothing of the folder should be used then.
pub fn read(files: &Files, reading: Reading<'_>) -> Result<Library, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut library = Library::default();
    let mut modules: BTreeSet<&str> = BTreeSet::new();
    let mut experiences = Vec::new();

    for (path, bytes) in files {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            _ if is_beside_the_content(&parts) => {}
            _ if path == glossary::PATH => library.glossary = glossary::read(path, bytes, &mut problems),
            _ if path == directory::PATH => {
                library.collectivities = directory::read(path, bytes, &mut problems);
            }
            ["modules", slug, _] => {
                modules.insert(slug);
            }
            ["experiences", name] if name.ends_with(".toml") => experiences.push((path, bytes)),
            _ => problems.push(Problem::of_file(path, Wrong::UnknownFile)),
        }
    }

    let own: BTreeSet<&str> = library
        .collectivities
        .iter()
        .map(|held| held.slug.as_str())
        .collect();
    // A list that cannot be read must not make every experience look as if it named the wrong collectivity.
    let is_list_broken = problems.iter().any(|problem| problem.file == directory::PATH);
    let knows = |slug: &str| is_list_broken || own.contains(slug) || (reading.knows_collectivity)(slug);
    for (path, bytes) in experiences {
        library
            .experiences
            .extend(experience::read(path, bytes, reading.at, &knows, &mut problems));
    }
    for slug in modules {
        library
            .modules
            .extend(module::read(slug, files, reading.at, &mut problems));
    }
    if problems.is_empty() && library == Library::default() {
        problems.push(Problem::of_file("", Wrong::NothingHere));
    }
    if problems.is_empty() {
        library.sort();
        return Ok(library);
    }
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    problems.dedup();
    Err(problems)
}

fn is_beside_the_content(parts: &[&str]) -> bool {
    let is_note = |name: &str| {
        let name = name.to_ascii_lowercase();
        name.ends_with("readme.md")
            || ["format.md", "license", "licence", "license.md", "licence.md"].contains(&&*name)
    };
    parts.iter().any(|part| part.starts_with('.'))
        || matches!(parts, ["evaluation" | "events", ..])
        || parts.last().is_some_and(|name| is_note(name))
}

#[cfg(test)]
mod tests;
