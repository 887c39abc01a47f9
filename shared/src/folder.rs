//! The folder format: a library as files that a person can read and edit by hand and keep in a repository.
//! `server/starter/FORMAT.md` describes it; the starter library is one.
//!
//! Pure functions over relative paths and bytes: the caller touches the disk. Reading finds *all* that is wrong, each with its file and line, and gives either a whole library or none of it. Writing is the
//! inverse: what [`write()`] wrote, [`read()`] reads as the same library, and writing that again gives the same bytes.

mod directory;
mod experience;
mod fields;
mod glossary;
mod module;
mod problem;
mod quiz;
mod source;
mod table;
mod write;

pub use directory::relate_collectivities;
pub use problem::{PROBLEMS_MOST, Problem, Wrong};
pub use write::write;

use crate::records::{Collectivity, Experience, WholeModule};
use crate::time::Timestamp;
use crate::vocabulary::CollectivityKind;
use std::collections::{BTreeMap, BTreeSet};

pub use glossary::{Term, TermStatus, read_glossary};

/// Files by their path inside the folder, with `/` between the parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The largest file that is read, in bytes. The national list has about 140,000.
pub const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;

/// What a folder holds, in the hub's own records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Modules, in the order of the catalogue.
    pub modules: Vec<WholeModule>,
    /// Published experiences, by slug.
    pub experiences: Vec<LibraryExperience>,
    /// The national list, regions first, then by code.
    pub collectivities: Vec<Collectivity>,
    /// The network's vocabulary, in the order of its file.
    pub glossary: Vec<Term>,
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

/// A piece of a library, as it is read: its consumer decides whether it is kept in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The national list; the first piece where there is one.
    Collectivities(Vec<Collectivity>),
    /// A module.
    Module(Box<WholeModule>),
    /// An experience.
    Experience(Box<LibraryExperience>),
    /// The vocabulary.
    Glossary(Vec<Term>),
}

/// Reads a folder whose files are in memory.
///
/// # Errors
/// As [`read_pieces`].
pub fn read(files: &Files, reading: Reading<'_>) -> Result<Library, Vec<Problem>> {
    let mut library = Library::default();
    let mut open = |path: &str| files.get(path).cloned();
    read_pieces(
        files.keys().map(String::as_str),
        &mut open,
        reading,
        &mut |piece| match piece {
            Piece::Collectivities(list) => library.collectivities = list,
            Piece::Module(module) => library.modules.push(*module),
            Piece::Experience(experience) => library.experiences.push(*experience),
            Piece::Glossary(terms) => library.glossary = terms,
        },
    )?;
    library.sort();
    Ok(library)
}

/// Reads a folder file by file: `paths` are those of all its files, `open` gives the bytes of one, and `take` gets
/// what was read. Nothing that was taken should be used unless all was read.
///
/// Every file is part of a piece, or is named in a problem, or [is passed over](is_passed_over) because it is known
/// not to be content. A file that `open` gives nothing for is left out; the caller knows why.
///
/// # Errors
/// Everything that is wrong, ordered by file and line; reading ends early after [`PROBLEMS_MOST`].
pub fn read_pieces<'p>(
    paths: impl Iterator<Item = &'p str>,
    open: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    reading: Reading<'_>,
    take: &mut dyn FnMut(Piece),
) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut modules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let (mut experiences, mut list, mut words) = (Vec::new(), None, None);
    for path in paths {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            _ if is_passed_over(path) => {}
            _ if path == glossary::PATH => words = Some(path),
            _ if path == directory::PATH => list = Some(path),
            ["modules", slug, _] => modules.entry(slug).or_default().push(path),
            ["experiences", name] if name.ends_with(".toml") => experiences.push(path),
            _ => problems.push(Problem::of_file(path, Wrong::UnknownFile)),
        }
    }
    let is_empty = modules.is_empty() && experiences.is_empty() && list.is_none() && words.is_none();
    if problems.is_empty() && is_empty {
        problems.push(Problem::of_file("", Wrong::NothingHere));
    }

    let mut own = BTreeSet::new();
    if let Some((path, bytes)) = list.and_then(|path| Some((path, open(path)?))) {
        let collectivities = directory::read(path, &bytes, &mut problems);
        own.extend(collectivities.iter().map(|held| held.slug.clone()));
        take(Piece::Collectivities(collectivities));
    }
    // A list that cannot be read must not make every experience look as if it named the wrong collectivity.
    let is_list_broken = problems.iter().any(|problem| problem.file == directory::PATH);
    let knows = |slug: &str| is_list_broken || own.contains(slug) || (reading.knows_collectivity)(slug);
    for (slug, files) in modules {
        if problems.len() < PROBLEMS_MOST
            && let Some(module) = module::read(slug, &files, open, reading.at, &mut problems)
        {
            take(Piece::Module(Box::new(module)));
        }
    }
    for path in experiences {
        if problems.len() < PROBLEMS_MOST
            && let Some(bytes) = open(path)
            && let Some(read) = experience::read(path, &bytes, reading.at, &knows, &mut problems)
        {
            take(Piece::Experience(Box::new(read)));
        }
    }
    if let Some((path, bytes)) = words.and_then(|path| Some((path, open(path)?))) {
        take(Piece::Glossary(glossary::read(path, &bytes, &mut problems)));
    }
    if problems.is_empty() {
        return Ok(());
    }
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    problems.dedup();
    Err(problems)
}

/// Whether a file is known not to be content: notes beside it (`README.md`, `FORMAT.md`, a licence), hidden files,
/// what a desktop leaves in every folder, and `evaluation/` and `events/`, whose time has not come. Any other file
/// that is not part of the format is a problem: it is most likely a lesson or a record with a mistyped name.
#[must_use]
pub fn is_passed_over(path: &str) -> bool {
    let is_note = |name: &str| {
        let name = name.to_ascii_lowercase();
        let is_readme = name == "readme.md" || name.ends_with(".readme.md");
        let others = [
            "format.md",
            "license",
            "licence",
            "license.md",
            "licence.md",
            "thumbs.db",
            "desktop.ini",
        ];
        is_readme || others.contains(&&*name)
    };
    is_hidden(path)
        || matches!(path.split('/').next(), Some("evaluation" | "events"))
        || path.rsplit('/').next().is_some_and(is_note)
}

/// Whether a file or a folder above it has a name that begins with a dot.
#[must_use]
pub fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

#[cfg(test)]
mod tests;
