use super::draft::{TextVersion, TextWriter};
use super::{ExperienceContent, PartialDate, Section};
use crate::ids::{CollectivityId, ExperienceId, PersonId};
use crate::lang::{Lang, Translated};
use crate::time::Timestamp;
use crate::vocabulary::{ExperienceKind, ExperienceState, Principle, ReturnReason};
use serde::{Deserialize, Serialize};

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
/// Merge: a draft's texts by what they were written from (see [`super::Change::Text`]), its other fields in last order;
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
    /// What the library that brought it says of its dates; `None` when it was written here, or came before libraries
    /// said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library_dates: Option<LibraryDates>,
}

/// The dates of content that a library brought, as precise as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryDates {
    /// When it was first published anywhere.
    #[serde(default, skip_serializing_if = "PartialDate::is_unknown")]
    pub published: PartialDate,
    /// When its content last changed.
    #[serde(default, skip_serializing_if = "PartialDate::is_unknown")]
    pub updated: PartialDate,
}

impl Experience {
    /// When its content was first published, for readers: `published` is the day of the import for what a library
    /// brought.
    #[must_use]
    pub fn published_on(&self) -> PartialDate {
        match &self.library_dates {
            Some(dates) => dates.published.clone(),
            None if self.author.is_none() => PartialDate::default(),
            None => self.published.map(PartialDate::from).unwrap_or_default(),
        }
    }

    /// When its content last changed, for readers.
    #[must_use]
    pub fn updated_on(&self) -> PartialDate {
        match &self.library_dates {
            Some(dates) => dates.updated.clone(),
            None if self.author.is_none() && self.revision == 0 => PartialDate::default(),
            None => self.updated.into(),
        }
    }

    /// Its content changes at this instant.
    pub fn touch(&mut self, at: Timestamp) {
        self.revision = self.revision.saturating_add(1);
        self.updated = self.updated.max(at).max(Timestamp(0));
        if let Some(dates) = &mut self.library_dates {
            dates.updated = self.updated.into();
        }
    }

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
            library_dates: self.library_dates.clone(),
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

#[cfg(test)]
mod tests;
