//! What a module that is being written lacks, and what it is once it is published.

mod laying_out;
mod problems;
mod publishing;

pub use laying_out::draft_of;
pub(crate) use laying_out::lines;
pub use problems::{DraftProblem, problems};
pub use publishing::whole_module;

use crate::lang::{Lang, Translated};
use crate::records::{DraftPlace, DraftText};
use std::collections::{BTreeMap, BTreeSet};

/// The licence of a new module: that of the library the hub begins with.
pub const USUAL_LICENCE: &str = "CC-BY-4.0";
/// The pass mark of a new quiz, in percent: that of the library.
pub const USUAL_PASS_PERCENT: u8 = 80;

/// The texts of a module that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftTexts(BTreeMap<(DraftPlace, Lang), DraftText>);

impl DraftTexts {
    /// These texts.
    #[must_use]
    pub fn new(texts: impl IntoIterator<Item = DraftText>) -> Self {
        Self(
            texts
                .into_iter()
                .map(|text| ((text.place, text.lang), text))
                .collect(),
        )
    }

    /// The row of a text, where there is one.
    #[must_use]
    pub fn row(&self, place: DraftPlace, lang: Lang) -> Option<&DraftText> {
        self.0.get(&(place, lang))
    }

    /// A text; empty where there is none.
    #[must_use]
    pub fn get(&self, place: DraftPlace, lang: Lang) -> &str {
        self.row(place, lang).map_or("", |row| &row.text)
    }

    /// A text in every language that has it.
    #[must_use]
    pub fn translated(&self, place: DraftPlace) -> Translated {
        let mut all = Translated::default();
        for lang in Lang::ALL {
            all.set(lang, self.get(place, lang));
        }
        all
    }

    /// Every text there is, in whatever language.
    #[must_use]
    pub fn places(&self) -> BTreeSet<DraftPlace> {
        self.0.keys().map(|(place, _)| *place).collect()
    }

    /// The objectives in one language: a line for each, an empty one where this language does not have it.
    fn objectives(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.get(DraftPlace::Objectives, lang).lines().map(str::trim)
    }

    /// Whether a translation is older than its original.
    #[must_use]
    pub fn is_behind(&self, place: DraftPlace, lang: Lang, original: Lang) -> bool {
        lang != original
            && self
                .row(place, lang)
                .is_some_and(|row| row.is_behind(self.get(place, original)))
    }
}
