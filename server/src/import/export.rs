use super::remembered;
use crate::row_store;
use crate::store::{ReadTxn, StoreError};
use shared::folder::{self as format, Files, Library, LibraryExperience};
use shared::records::{Collectivity, Experience, ExperienceCard, Lesson, ModuleCard, WholeModule};
use shared::scope::Scope;

/// The path that the format gives to the glossary.
const GLOSSARY_PATH: &str = "glossary.csv";

/// Everything public in the folder format: modules, published experiences, the national list with its members.
/// Drafts, people and what they did are not part of it.
///
/// # Errors
/// The store cannot be read.
pub fn export(txn: &dyn ReadTxn) -> Result<Files, StoreError> {
    let collectivities: Vec<Collectivity> = row_store::all(txn, Scope::Directory)?;
    let mut library = Library {
        modules: Vec::new(),
        experiences: experiences(txn, &collectivities)?,
        collectivities,
        glossary: Vec::new(),
    };
    for card in row_store::all::<ModuleCard>(txn, Scope::Public)? {
        library.modules.push(module(txn, card)?);
    }
    let mut files = format::write(&library);
    if let Some(glossary) = remembered::glossary(txn)? {
        files.insert(GLOSSARY_PATH.to_owned(), glossary);
    }
    Ok(files)
}

fn module(txn: &dyn ReadTxn, card: ModuleCard) -> Result<WholeModule, StoreError> {
    let scope = Scope::Module(card.id);
    let missing =
        |what: &str| StoreError::Corrupted(format!("{what} of the module {} is missing", card.slug));
    let mut lessons = Vec::with_capacity(card.lessons.len());
    for head in &card.lessons {
        let lesson: Option<Lesson> = row_store::find(txn, scope, head.id)?;
        lessons.push(lesson.ok_or_else(|| missing(&head.slug))?);
    }
    Ok(WholeModule {
        module: row_store::find(txn, scope, card.id)?.ok_or_else(|| missing("the page"))?,
        quiz: row_store::find(txn, scope, card.id.quiz_row(card.edition))?
            .ok_or_else(|| missing("the quiz"))?,
        lessons,
        card,
    })
}

fn experiences(
    txn: &dyn ReadTxn,
    collectivities: &[Collectivity],
) -> Result<Vec<LibraryExperience>, StoreError> {
    let mut experiences = Vec::new();
    for card in row_store::all::<ExperienceCard>(txn, Scope::Public)? {
        let held: Option<Experience> = row_store::find(txn, Scope::Experience(card.id), card.id)?;
        let experience = held.ok_or_else(|| {
            StoreError::Corrupted(format!("the experience {} is listed and not there", card.slug))
        })?;
        let collectivity = collectivities
            .iter()
            .find(|held| held.id == experience.collectivity)
            .ok_or_else(|| {
                StoreError::Corrupted(format!("the collectivity of {} is not listed", card.slug))
            })?;
        experiences.push(LibraryExperience {
            collectivity: collectivity.slug.clone(),
            experience,
        });
    }
    Ok(experiences)
}
