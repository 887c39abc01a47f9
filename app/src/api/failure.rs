use crate::i18n::key_of;
use crate::text;
use shared::refusal::Refusal;
use shared::wire::{ApiError, ApiErrorCode};

/// Why a request did not bring what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ApiFailure {
    /// No answer came: no network, or something in between.
    Unreachable,
    /// The server answered with something that this version of the app cannot read: it is of yesterday.
    Unreadable,
    /// The server opened a session, and the browser does not send its cookie back.
    NoCookies,
    /// The server said no, or not now.
    Refused(ApiError),
}

impl ApiFailure {
    /// A failure with this code and nothing more.
    pub(crate) const fn of(code: ApiErrorCode) -> Self {
        Self::Refused(ApiError {
            code,
            refusal: None,
            retry_after: None,
        })
    }

    /// The code, when the server answered.
    pub(crate) const fn code(&self) -> Option<ApiErrorCode> {
        match self {
            Self::Unreachable | Self::Unreadable | Self::NoCookies => None,
            Self::Refused(error) => Some(error.code),
        }
    }

    /// Whether the same request may go through later.
    pub(crate) fn is_transient(&self) -> bool {
        *self != Self::NoCookies && self.code().is_none_or(ApiErrorCode::is_transient)
    }

    /// How many milliseconds the server asked to wait; 0 where it did not.
    pub(crate) fn retry_after_ms(&self) -> u64 {
        match self {
            Self::Unreachable | Self::Unreadable | Self::NoCookies => 0,
            Self::Refused(error) => u64::from(error.retry_after.unwrap_or(0)) * 1_000,
        }
    }

    /// The field that was refused, where one was.
    pub(crate) fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Unreachable | Self::Unreadable | Self::NoCookies => None,
            Self::Refused(error) => error.refusal.as_ref(),
        }
    }

    /// What happened and what to do, in the current language.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Unreachable => text!("error-unreachable"),
            Self::Unreadable => text!("error-unreadable"),
            Self::NoCookies => text!("error-no-cookies"),
            Self::Refused(error) => match &error.refusal {
                Some(refusal) => refusal_words(refusal),
                None => text!(key_of("error", error.code.code())),
            },
        }
    }
}

/// What a refusal says, in the current language.
pub(crate) fn refusal_words(refusal: &Refusal) -> String {
    text!(
        key_of("refusal", refusal.code.code()),
        limit = refusal.limit.unwrap_or_default()
    )
}
