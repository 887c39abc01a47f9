//! The closed word lists of the network. Their names on the wire and in files are those of the folder format.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every word, in the order in which people expect them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in files, addresses and message keys.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The value whose word this is.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// The five principles of openness.
    Principle {
        /// الشفافية
        Transparency = "transparency",
        /// المساءلة
        Accountability = "accountability",
        /// الوصول إلى المعلومة
        AccessToInformation = "access-to-information",
        /// المشاركة المواطنة
        CitizenParticipation = "citizen-participation",
        /// الرقمنة
        Digitalisation = "digitalisation",
    }
}

words! {
    /// Whom a module is written for.
    Audience {
        /// نقطة ارتكاز
        FocalPoint = "focal-point",
        /// منتخب
        Elected = "elected",
        /// موظف
        Staff = "staff",
        /// المجتمع المدني
        CivilSociety = "civil-society",
        /// مكون
        Trainer = "trainer",
    }
}

words! {
    /// The level of a territorial collectivity.
    CollectivityKind {
        /// جهة
        Region = "region",
        /// عمالة
        Prefecture = "prefecture",
        /// إقليم
        Province = "province",
        /// جماعة
        Commune = "commune",
    }
}

words! {
    /// What an experience tells of.
    ExperienceKind {
        /// A practice that was carried out.
        Practice = "practice",
        /// A project of an openness programme.
        OpennessProject = "openness-project",
    }
}

words! {
    /// Where an experience stands on its way to readers.
    ExperienceState {
        /// Only its author sees it.
        Draft = "draft",
        /// Waits for the focal point's decision.
        Submitted = "submitted",
        /// Came back to its author with a reason.
        Returned = "returned",
        /// Everybody can read it.
        Published = "published",
        /// Left the lists; its collectivity keeps it.
        Archived = "archived",
    }
}

words! {
    /// Why a focal point returns an experience. Own words may be added.
    ReturnReason {
        /// Facts or figures are missing.
        Incomplete = "incomplete",
        /// No source or evidence supports the results.
        Unsourced = "unsourced",
        /// Hard to understand for another collectivity.
        Unclear = "unclear",
        /// Holds personal data that must not be published.
        PersonalData = "personal-data",
        /// The translation has to be corrected.
        Translation = "translation",
        /// Does not concern openness.
        OffTopic = "off-topic",
        /// Only the own words say why.
        Other = "other",
    }
}

words! {
    /// A person's role in one collectivity.
    CollectivityRole {
        /// Elected official or staff.
        Member = "member",
        /// Invites, validates, follows progress.
        FocalPoint = "focal-point",
    }
}

words! {
    /// A person's role for the whole network.
    NetworkRole {
        /// Writes modules.
        Trainer = "trainer",
        /// Browses, cites, exports.
        Partner = "partner",
        /// Coordinates the network.
        Administrator = "administrator",
    }
}

words! {
    /// Why somebody reports content.
    ReportReason {
        /// Wrong or misleading.
        Inaccurate = "inaccurate",
        /// Insulting or hateful.
        Offensive = "offensive",
        /// Shows personal data.
        PersonalData = "personal-data",
        /// Advertising.
        Spam = "spam",
        /// Something else, said in own words.
        Other = "other",
    }
}

words! {
    /// How a translation came about and how far it can be trusted.
    TranslationState {
        /// Written first, in this language.
        Original = "original",
        /// Being written.
        Draft = "draft",
        /// Read and approved by somebody who knows both languages.
        Reviewed = "reviewed",
    }
}
