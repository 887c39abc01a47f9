//! What an experience says, and the changes that its author makes to it.

mod check;

use super::PartialDate;
use super::draft::TextMark;
use crate::lang::{Lang, Translated};
use crate::unicode;
use crate::vocabulary::{ExperienceKind, Principle, TranslationState};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A work that supports what is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// In its own language.
    pub title: String,
    /// `https:` or `http:` address; may be empty for a printed source.
    #[serde(default)]
    pub url: String,
}

impl Source {
    /// Those of which something is written.
    #[must_use]
    pub fn without_blank(all: &[Self]) -> Vec<Self> {
        let is_blank = |source: &&Self| unicode::is_blank(&source.title) && source.url.is_empty();
        all.iter().filter(|source| !is_blank(source)).cloned().collect()
    }
}

/// The written parts of an experience, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// One line.
    Title,
    /// A few sentences.
    Summary,
    /// What was wrong or missing.
    Problem,
    /// What was done.
    Solution,
    /// Who took part.
    Actors,
    /// Means: money, people, tools.
    Resources,
    /// What came of it, with evidence.
    Results,
    /// What was hard.
    Difficulties,
    /// What it takes to do it elsewhere.
    Replication,
    /// Whom to ask, by role and not by name.
    Contact,
}

impl Section {
    /// All sections, in reading order.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Summary,
        Self::Problem,
        Self::Solution,
        Self::Actors,
        Self::Resources,
        Self::Results,
        Self::Difficulties,
        Self::Replication,
        Self::Contact,
    ];

    /// The sections without which, in one language, nothing can be submitted.
    pub const NEEDED: [Self; 4] = [Self::Title, Self::Summary, Self::Problem, Self::Solution];

    /// The name in files, message keys and element ids.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Problem => "problem",
            Self::Solution => "solution",
            Self::Actors => "actors",
            Self::Resources => "resources",
            Self::Results => "results",
            Self::Difficulties => "difficulties",
            Self::Replication => "replication",
            Self::Contact => "contact",
        }
    }

    /// The most characters it may have.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Title => crate::limits::TITLE,
            Self::Summary => crate::limits::SUMMARY,
            _ => crate::limits::SECTION,
        }
    }
}

/// What an author writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExperienceContent {
    /// Practice or project.
    pub kind: ExperienceKind,
    /// The principles it serves.
    pub principles: Vec<Principle>,
    /// When it began.
    #[serde(default)]
    pub started: PartialDate,
    /// When it ended; empty when it has not or is not known.
    #[serde(default)]
    pub ended: PartialDate,
    /// Cost in Moroccan dirhams, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_mad: Option<u64>,
    /// The texts; a section without any text is left out.
    pub texts: BTreeMap<Section, Translated>,
    /// How each translation came about; absent for content that was imported.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<Lang, TranslationState>,
    /// What supports it.
    #[serde(default)]
    pub sources: Vec<Source>,
}

impl Default for ExperienceContent {
    fn default() -> Self {
        Self {
            kind: ExperienceKind::Practice,
            principles: Vec::new(),
            started: PartialDate::default(),
            ended: PartialDate::default(),
            budget_mad: None,
            texts: BTreeMap::new(),
            translations: BTreeMap::new(),
            sources: Vec::new(),
        }
    }
}

impl ExperienceContent {
    /// The section in one language, or nothing.
    #[must_use]
    pub fn text(&self, section: Section, lang: Lang) -> Option<&str> {
        self.texts.get(&section).and_then(|text| text.get(lang))
    }

    /// Writes one section in one language; a blank text removes it.
    pub fn set_text(&mut self, section: Section, lang: Lang, text: &str) {
        let texts = self.texts.entry(section).or_default();
        texts.set(lang, text);
        if texts.is_empty() {
            self.texts.remove(&section);
        }
    }

    /// Makes one change, whatever is written in it.
    pub fn make(&mut self, change: &Change) {
        match change {
            Change::Text {
                section, lang, text, ..
            } => self.set_text(*section, *lang, text),
            Change::Kind { value } => self.kind = *value,
            Change::Principles { value } => {
                self.principles.clone_from(value);
                self.principles.sort_unstable();
                self.principles.dedup();
            }
            Change::Started { value } => self.started = value.clone(),
            Change::Ended { value } => self.ended = value.clone(),
            Change::Budget { value } => self.budget_mad = *value,
            Change::Sources { value } => self.sources = Source::without_blank(value),
            Change::Translation { lang, state } => {
                self.translations.insert(*lang, *state);
            }
        }
    }

    /// What turns this into `after`, one change per field that differs, without saying what was seen.
    #[must_use]
    pub fn changes_to(&self, after: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        for section in Section::ALL {
            for lang in Lang::ALL {
                let (old, new) = (self.text(section, lang), after.text(section, lang));
                if old != new {
                    changes.push(Change::Text {
                        section,
                        lang,
                        text: new.unwrap_or_default().to_owned(),
                        seen: Vec::new(),
                    });
                }
            }
        }
        if self.kind != after.kind {
            changes.push(Change::Kind { value: after.kind });
        }
        if self.principles != after.principles {
            changes.push(Change::Principles {
                value: after.principles.clone(),
            });
        }
        if self.started != after.started {
            changes.push(Change::Started {
                value: after.started.clone(),
            });
        }
        if self.ended != after.ended {
            changes.push(Change::Ended {
                value: after.ended.clone(),
            });
        }
        if self.budget_mad != after.budget_mad {
            changes.push(Change::Budget {
                value: after.budget_mad,
            });
        }
        if self.sources != after.sources {
            changes.push(Change::Sources {
                value: after.sources.clone(),
            });
        }
        for (lang, state) in &after.translations {
            if self.translations.get(lang) != Some(state) {
                changes.push(Change::Translation {
                    lang: *lang,
                    state: *state,
                });
            }
        }
        changes
    }

    /// The languages in which it can be read: those that have all that is written of the parts without which it could
    /// not be submitted. Where no language has all of it, those that have most.
    #[must_use]
    pub fn languages(&self) -> Vec<Lang> {
        let has = |lang| {
            Section::NEEDED
                .iter()
                .filter(|section| self.text(**section, lang).is_some())
                .count()
        };
        let most = Lang::ALL.into_iter().map(has).max().unwrap_or(0);
        Lang::ALL
            .into_iter()
            .filter(|lang| most > 0 && has(*lang) == most)
            .collect()
    }

    /// The languages that have a title: those in which somebody writes it.
    #[must_use]
    pub fn titled_languages(&self) -> Vec<Lang> {
        self.texts
            .get(&Section::Title)
            .map(|title| title.languages().collect())
            .unwrap_or_default()
    }
}

/// One thing an author changed in a draft or text. The last one the server receives for a field stays, except that a
/// draft's text never replaces one that its author had not seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Change {
    /// One section in one language.
    Text {
        /// Which section.
        section: Section,
        /// In which language.
        lang: Lang,
        /// Markdown; blank removes it.
        text: String,
        /// In a draft: the versions that were before the author's eyes and that this text replaces. A version that
        /// is not named stays. Empty from apps that name none, and in changes of submitted and published texts,
        /// whose base is the revision.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        seen: Vec<TextMark>,
    },
    /// Practice or project.
    Kind {
        /// The new value.
        value: ExperienceKind,
    },
    /// The whole set of principles.
    Principles {
        /// The new value.
        value: Vec<Principle>,
    },
    /// When it began.
    Started {
        /// The new value.
        value: PartialDate,
    },
    /// When it ended.
    Ended {
        /// The new value.
        value: PartialDate,
    },
    /// What it cost, in dirhams.
    Budget {
        /// The new value; `None` for unknown.
        value: Option<u64>,
    },
    /// The whole list of sources.
    Sources {
        /// The new value.
        value: Vec<Source>,
    },
    /// How far a translation can be trusted.
    Translation {
        /// Which language.
        lang: Lang,
        /// The new value.
        state: TranslationState,
    },
}

crate::tagged!(Change, "field");

impl Change {
    /// Whether both change the same field: of a text the same section in the same language.
    #[must_use]
    pub fn is_of_field(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Text { section, lang, .. },
                Self::Text {
                    section: other_section,
                    lang: other_lang,
                    ..
                },
            ) => (section, lang) == (other_section, other_lang),
            (Self::Translation { lang, .. }, Self::Translation { lang: other_lang, .. }) => {
                lang == other_lang
            }
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::nothing("", &[])]
    #[case::a_title_alone("title:fr", &[Lang::Fr])]
    #[case::a_text_with_a_translated_title("title:ar,fr summary:ar problem:ar solution:ar", &[Lang::Ar])]
    #[case::two_whole_languages("title:ar,fr summary:ar,fr problem:ar,fr solution:ar,fr results:ar", &[Lang::Ar, Lang::Fr])]
    #[case::what_nobody_wrote_is_missing_nowhere("title:ar,en summary:ar,en", &[Lang::Ar, Lang::En])]
    #[case::no_whole_language("title:ar,fr summary:fr problem:ar,fr", &[Lang::Fr])]
    fn a_language_can_be_read_where_the_text_is_in_it(#[case] written: &str, #[case] expected: &[Lang]) {
        let mut content = ExperienceContent::default();
        for entry in written.split_whitespace() {
            let (word, langs) = entry.split_once(':').unwrap();
            let section = Section::ALL.into_iter().find(|one| one.word() == word).unwrap();
            for lang in langs.split(',') {
                let text = content.texts.entry(section).or_default();
                text.set(lang.parse().unwrap(), "words");
            }
        }
        assert_eq!(content.languages(), expected);
    }
}
