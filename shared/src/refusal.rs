//! Why a mutation was permanently refused. Every code has a message in each language under `refusal-<code>`.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal),* $(,)?) => {
        /// A stable reason for a refusal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RefusalCode {
            $($(#[$doc])* $variant,)*
        }

        impl RefusalCode {
            /// Every code, for the test that looks for its message in each language.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code on the wire and in message keys.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The reason with this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

codes! {
    /// The person's roles do not allow it (any more).
    NotAllowed = "not_allowed",
    /// What it speaks of does not exist, or the person may not know of it.
    NotFound = "not_found",
    /// It was made already, by somebody else or under the same id.
    AlreadyExists = "already_exists",
    /// What it changes is not in a state where this can happen.
    WrongState = "wrong_state",
    /// Somebody changed the same text since; both versions remain to be looked at.
    Conflict = "conflict",
    /// A text of the draft has several versions and its author has not chosen yet; `field` says which text.
    Undecided = "undecided",
    /// As many versions of a text as can be kept wait for a choice; `field` says of which text, `limit` how many.
    TooManyVersions = "too_many_versions",
    /// A text has too many characters; `field` and `limit` say where and how many are allowed.
    TooLong = "too_long",
    /// A text that must be there is not; `field` says which.
    Missing = "missing",
    /// A value cannot be what its field asks for.
    Invalid = "invalid",
    /// A name or an address mixes letters of scripts that look alike; `field` says which.
    MixedScripts = "mixed_scripts",
    /// The mutation could not be read: a field is unknown or of the wrong kind.
    Malformed = "malformed",
    /// Quiz answers do not fit the questions, because the module changed.
    QuizChanged = "quiz_changed",
    /// The collectivity is not a member of the network.
    NotAMember = "not_a_member",
    /// Who wrote in a module does not publish another edition of it: somebody else reads it first.
    OwnWork = "own_work",
    /// Nobody else would be left to do it: the last administrator stays.
    LastAdministrator = "last_administrator",
    /// The password is among those tried first: a common one, or the person's own name or address.
    GuessablePassword = "guessable_password",
    /// Under an experience stand as many comments as may; `limit` says how many.
    TooManyComments = "too_many_comments",
    /// The hub keeps as much for this person as it may; `limit` says how many MiB.
    PersonFull = "person_full",
    /// The hub keeps as much for this person's collectivity as it may; `limit` says how many MiB.
    CollectivityFull = "collectivity_full",
    /// A newer server gave a reason that this version does not know ([`Refusal::unrecognised`]).
    Unrecognised = "unrecognised",
}

/// A permanent refusal: the mutation's number is used up, the person's words are kept by their device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(from = "WrittenRefusal", into = "WrittenRefusal")]
#[error("refused: {}", code.code())]
pub struct Refusal {
    /// The stable reason.
    pub code: RefusalCode,
    /// The field that is at fault, where one is.
    pub field: Option<String>,
    /// The limit that was passed, in characters, pieces or MiB.
    pub limit: Option<usize>,
    /// The word for the reason as a newer server wrote it, kept for the version of the app that knows it.
    unrecognised: Option<String>,
}

/// A refusal as it travels and is stored.
#[derive(Serialize, Deserialize)]
struct WrittenRefusal {
    code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    limit: Option<usize>,
}

impl From<WrittenRefusal> for Refusal {
    fn from(written: WrittenRefusal) -> Self {
        let WrittenRefusal { code, field, limit } = written;
        let refusal = match RefusalCode::from_code(&code) {
            Some(code) => Self::new(code),
            None => Self::unrecognised(code),
        };
        Self {
            field,
            limit,
            ..refusal
        }
    }
}

impl From<Refusal> for WrittenRefusal {
    fn from(refusal: Refusal) -> Self {
        Self {
            code: refusal
                .unrecognised
                .unwrap_or_else(|| refusal.code.code().to_owned()),
            field: refusal.field,
            limit: refusal.limit,
        }
    }
}

impl Refusal {
    /// A refusal that concerns a whole mutation.
    #[must_use]
    pub fn new(code: RefusalCode) -> Self {
        Self {
            code,
            field: None,
            limit: None,
            unrecognised: None,
        }
    }

    /// What a newer server decided, in a word that this version does not know.
    #[must_use]
    pub fn unrecognised(word: String) -> Self {
        Self {
            unrecognised: Some(word),
            ..Self::new(RefusalCode::Unrecognised)
        }
    }

    /// A refusal that concerns one field.
    #[must_use]
    pub fn of_field(code: RefusalCode, field: &str) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::new(code)
        }
    }

    /// The same refusal, with the limit that was passed.
    #[must_use]
    pub fn with_limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl From<RefusalCode> for Refusal {
    fn from(code: RefusalCode) -> Self {
        Self::new(code)
    }
}
