use super::Section;
use crate::ids::DeviceId;
use crate::lang::Lang;
use crate::secret::hash_of;
use crate::time::Timestamp;
use crate::unicode;
use serde::{Deserialize, Serialize};

/// The length of a [`TextMark`]: 64 bits tell the few versions of one text apart.
const MARK_DIGITS: usize = 16;

/// Stands for a text where it would be too long to repeat: the first 16 hexadecimal digits of its SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TextMark(pub String);

impl TextMark {
    /// The mark of a text. All blank texts have one, because a blank text counts as none.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(
            hash_of(unicode::visible(text))
                .chars()
                .take(MARK_DIGITS)
                .collect(),
        )
    }
}

/// A version of a draft's text beside the one in its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextVersion {
    /// Of which section.
    pub section: Section,
    /// In which language.
    pub lang: Lang,
    /// Markdown; empty where somebody removed the text.
    pub text: String,
    /// When it was written, as the device said.
    pub at: Timestamp,
    /// The device that wrote it, where its app does not say what a text was written from: what comes from the same
    /// device goes on from this version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceId>,
}

/// Which device wrote a text whose app does not say what it was written from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextWriter {
    /// Which section.
    pub section: Section,
    /// In which language.
    pub lang: Lang,
    /// The device.
    pub device: DeviceId,
}
