//! `GET /api/search`: what a question finds among what everybody may read.

use crate::ids::ExperienceId;
use crate::json::known_items;
use crate::lang::{Lang, Translated};
use crate::records::Location;
use crate::search::{Marked, Question};
use serde::{Deserialize, Serialize};

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FoundPlace {
    /// A published experience.
    Experience {
        /// Its name in addresses.
        slug: String,
    },
    /// A module, by what the catalogue shows of it.
    Module {
        /// Its name in addresses.
        slug: String,
    },
    /// A lesson.
    Lesson {
        /// The name of its module in addresses.
        module: String,
        /// Its name in addresses.
        slug: String,
    },
    /// A member of the network, or another collectivity that published an experience.
    Collectivity {
        /// Its name in addresses.
        slug: String,
    },
    /// A term of the glossary.
    Term {
        /// Its key.
        key: String,
    },
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHit {
    /// Where.
    pub place: FoundPlace,
    /// What it is called.
    pub title: Marked,
    /// What it belongs to: the collectivity of an experience, the module of a lesson.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Marked>,
    /// Where the collectivity lies that it is or belongs to, if its name alone does not tell it from others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lies_in: Option<Location>,
    /// The passage of its text, or of its summary, that has most of what is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<Marked>,
}

impl SearchHit {
    /// What a reader is shown; `None` where it has no name. `texts` is Markdown: its summary and what else can be read of it.
    #[must_use]
    pub fn new<'t>(
        question: &Question,
        lang: Lang,
        place: FoundPlace,
        title: &Translated,
        within: Option<&Translated>,
        texts: impl Iterator<Item = &'t Translated>,
    ) -> Option<Self> {
        Some(Self {
            place,
            title: Marked::whole(question, title, lang)?,
            within: within.and_then(|name| Marked::whole(question, name, lang)),
            lies_in: None,
            excerpt: Marked::best_passage(question, texts, lang),
        })
    }

    /// The same with where its collectivity lies.
    #[must_use]
    pub fn lying_in(self, lies_in: Option<Location>) -> Self {
        Self { lies_in, ..self }
    }
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchAnswer {
    /// The best of each kind, best first.
    #[serde(deserialize_with = "known_items")]
    pub hits: Vec<SearchHit>,
    /// How many there are with those that are not in `hits`.
    pub count: usize,
    /// The experiences among them, the best first; at most 300.
    #[serde(default)]
    pub experiences: Vec<ExperienceId>,
    /// What was searched for instead, where nothing has the words of the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<String>,
    /// Whether everything had been read that can be found.
    pub is_complete: bool,
}
