use super::PartialDate;
use super::draft::{TextMark, TextVersion, TextWriter};
use crate::ids::{CollectivityId, ExperienceId, PersonId};
use crate::lang::{Lang, Translated};
use crate::time::Timestamp;
use crate::vocabulary::{ExperienceKind, ExperienceState, Principle, ReturnReason, TranslationState};
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
            Change::Sources { value } => self.sources.clone_from(value),
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

    /// The languages that have a title: those a reader can be offered.
    #[must_use]
    pub fn languages(&self) -> Vec<Lang> {
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

/// Who wrote something, as shown beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The person.
    pub person: PersonId,
    /// The name when it was written.
    pub name: String,
    /// The collectivity, where the person has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collectivity: Option<CollectivityId>,
}

/// What a focal point decided, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Who decided.
    pub by: Author,
    /// When.
    pub at: Timestamp,
    /// Why it was returned; `None` when it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ReturnReason>,
    /// Own words; may be empty.
    #[serde(default)]
    pub note: String,
}

/// An experience with all its text. Rows: whole in `person:P` of its author and, while it waits for a decision, in
/// `focal:C`; in `experience:E` without what only these two may read, see [`Experience::for_readers`].
/// Merge: a draft's texts by what they were written from (see [`Change::Text`]), its other fields in last order;
/// submitted and published texts by `revision`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Experience {
    /// Made by the author's device, or derived from the slug on import.
    pub id: ExperienceId,
    /// ASCII name in addresses; made by the server when it is first published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Whose experience it is.
    pub collectivity: CollectivityId,
    /// Who wrote it; `None` for imported content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// Where it stands.
    pub state: ExperienceState,
    /// Goes up by one with every change; a change to a shared text must name the one it was made from.
    pub revision: u32,
    /// The content.
    pub content: ExperienceContent,
    /// The content as it was when last submitted before this submission, so that a focal point sees what changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Box<ExperienceContent>>,
    /// When it was begun.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// When it was last submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Timestamp>,
    /// When it was first published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Timestamp>,
    /// The last decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Texts that were written without having seen the one in `content`, oldest first, until the author chooses. At
    /// most [`limits::VERSIONS`](crate::limits::VERSIONS) for each text; none once it was submitted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<TextVersion>,
    /// Which devices wrote the texts of `content` that came without a base, from apps that name none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub writers: Vec<TextWriter>,
}

impl Experience {
    /// What the row in `experience:E` holds: without what passes between author and focal point, and without the
    /// dates of that. The row is the same in every state, so that publishing never has to take anything out of it.
    #[must_use]
    pub fn for_readers(&self) -> Self {
        Self {
            id: self.id,
            slug: self.slug.clone(),
            collectivity: self.collectivity,
            author: self.author.clone(),
            state: self.state,
            revision: self.revision,
            content: self.content.clone(),
            created: self.created,
            updated: self.updated,
            published: self.published,
            previous: None,
            submitted: None,
            decision: None,
            versions: Vec::new(),
            writers: Vec::new(),
        }
    }

    /// The versions kept beside one text, oldest first.
    pub fn versions_of(&self, section: Section, lang: Lang) -> impl Iterator<Item = &TextVersion> {
        self.versions
            .iter()
            .filter(move |version| (version.section, version.lang) == (section, lang))
    }

    /// What lists show of it; `None` before it has an address.
    #[must_use]
    pub fn card(&self) -> Option<ExperienceCard> {
        Some(ExperienceCard {
            id: self.id,
            slug: self.slug.clone()?,
            collectivity: self.collectivity,
            kind: self.content.kind,
            principles: self.content.principles.clone(),
            title: self
                .content
                .texts
                .get(&Section::Title)
                .cloned()
                .unwrap_or_default(),
            summary: self
                .content
                .texts
                .get(&Section::Summary)
                .cloned()
                .unwrap_or_default(),
            languages: self.content.languages(),
            started: self.content.started.clone(),
            published: self.published?,
        })
    }
}

/// What the author and the focal points know of an experience that its readers do not, kept once it was published.
/// Rows: `focal:C`, and `person:P` of the author where somebody here wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The experience.
    pub experience: ExperienceId,
    /// Goes up by one with every change of this row.
    pub revision: u32,
    /// The last decision of a focal point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Small corrections that are public and that no focal point has looked at yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// When a focal point last changed the published text themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised: Option<Touch>,
    /// What the author wants to change in the published text, while it waits or after it was returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// Who.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

/// Small corrections, all since a focal point last looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The text as a focal point last saw it.
    pub before: ExperienceContent,
    /// The last one.
    pub last: Touch,
}

/// A revision of a published text that readers do not see. Merge: as a text, by `number`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The revision of the [`Review`] in which it was last written; goes up with each change of the proposal.
    pub number: u32,
    /// What would change in the published text, a field at most once.
    pub changes: Vec<Change>,
    /// The last change of it.
    pub last: Touch,
    /// Why it was returned; `None` while it waits for a focal point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Decision>,
}

impl Review {
    /// The row of an experience of which nothing is known yet.
    #[must_use]
    pub const fn of(experience: ExperienceId) -> Self {
        Self {
            experience,
            revision: 0,
            decision: None,
            correction: None,
            revised: None,
            proposal: None,
        }
    }

    /// The proposal that waits for a focal point.
    #[must_use]
    pub fn waiting(&self) -> Option<&Proposal> {
        self.proposal
            .as_ref()
            .filter(|proposal| proposal.returned.is_none())
    }

    /// Whether a focal point has something to decide or to look at.
    #[must_use]
    pub fn asks_focal_point(&self) -> bool {
        self.last_touch().is_some()
    }

    /// By whom and when what a focal point has to look at was last changed; a proposal comes before corrections.
    #[must_use]
    pub fn last_touch(&self) -> Option<&Touch> {
        let corrected = self.correction.as_ref().map(|correction| &correction.last);
        self.waiting().map(|proposal| &proposal.last).or(corrected)
    }

    /// The text as a focal point last saw it, when `published` is what readers see now.
    #[must_use]
    pub fn last_seen<'a>(&'a self, published: &'a ExperienceContent) -> &'a ExperienceContent {
        self.correction
            .as_ref()
            .map_or(published, |correction| &correction.before)
    }

    /// What readers would see if the proposal were accepted, when `published` is what they see now.
    #[must_use]
    pub fn proposed(&self, published: &ExperienceContent) -> ExperienceContent {
        let mut content = published.clone();
        let changes = self.proposal.iter().flat_map(|proposal| &proposal.changes);
        changes.for_each(|change| content.make(change));
        content
    }
}

/// What lists show of a published experience. Row: `public`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExperienceCard {
    /// The experience.
    pub id: ExperienceId,
    /// ASCII name in addresses.
    pub slug: String,
    /// Whose it is.
    pub collectivity: CollectivityId,
    /// Practice or project.
    pub kind: ExperienceKind,
    /// The principles it serves.
    pub principles: Vec<Principle>,
    /// The title.
    pub title: Translated,
    /// A few sentences.
    pub summary: Translated,
    /// The languages it can be read in.
    pub languages: Vec<Lang>,
    /// When it began.
    #[serde(default)]
    pub started: PartialDate,
    /// When it was first published.
    pub published: Timestamp,
}
