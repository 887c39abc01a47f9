use serde::{Deserialize, Serialize};
use shared::folder::{self as format, Library, LibraryExperience, Piece};
use shared::records::{Collectivity, Experience, WholeModule};

/// How many collectivities are one item: the whole list would hold up the writer for too long.
const COLLECTIVITIES: usize = 100;

/// What is written in one go, whatever else of a library is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Item {
    /// Some of the national list.
    Collectivities(Vec<Collectivity>),
    /// A module with everything that belongs to it.
    Module(Box<WholeModule>),
    /// An experience.
    Experience(Box<Experience>),
    /// The file of the vocabulary.
    Glossary(String),
}

/// The items of a piece of a library.
pub(super) fn items_of(piece: Piece) -> Vec<Item> {
    match piece {
        Piece::Collectivities(list) => list
            .chunks(COLLECTIVITIES)
            .map(|some| Item::Collectivities(some.to_vec()))
            .collect(),
        Piece::Module(module) => vec![Item::Module(module)],
        Piece::Experience(entry) => {
            let LibraryExperience { experience, .. } = *entry;
            vec![Item::Experience(Box::new(experience))]
        }
        Piece::Glossary(glossary) => {
            let alone = Library {
                glossary,
                ..Library::default()
            };
            let files = format::write(&alone).into_values();
            files
                .map(|file| Item::Glossary(String::from_utf8_lossy(&file).into_owned()))
                .collect()
        }
    }
}
