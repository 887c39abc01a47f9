use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

macro_rules! api_codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $status:literal;)*) => {
        /// Why a request got no answer. Each has a message in each language under `error-<code>`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ApiErrorCode { $($(#[$doc])* #[serde(rename = $code)] $variant,)* }

        impl ApiErrorCode {
            /// Every code, for the test that looks for its message in each language.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code on the wire and in message keys.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The HTTP status it travels with.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)* }
            }
        }
    };
}

api_codes! {
    /// The body is not JSON, or not of the shape this address takes.
    Malformed = "malformed", 400;
    /// A field of the body cannot be accepted; see `refusal`.
    Refused = "refused", 422;
    /// Nobody is signed in, or the session has ended.
    NotSignedIn = "not_signed_in", 401;
    /// Address or password is wrong; which one is not said.
    WrongCredentials = "wrong_credentials", 401;
    /// Signed in, but not allowed.
    NotAllowed = "not_allowed", 403;
    /// The account was closed. Said only to somebody with its password, or with a session that ended by it.
    AccountClosed = "account_closed", 403;
    /// The request came from another site.
    CrossSite = "cross_site", 403;
    /// Nothing there.
    NotFound = "not_found", 404;
    /// That address does not take this method.
    MethodNotAllowed = "method_not_allowed", 405;
    /// The invitation was used, revoked, has expired or never was.
    InvitationEnded = "invitation_ended", 410;
    /// The link for a forgotten password was used, replaced, has expired or never was.
    RecoveryEnded = "recovery_ended", 410;
    /// Somebody has an account with this e-mail address.
    EmailTaken = "email_taken", 409;
    /// The device belongs to somebody else.
    DeviceTaken = "device_taken", 409;
    /// The body is too large.
    TooLarge = "too_large", 413;
    /// The body is not declared as JSON.
    UnsupportedType = "unsupported_type", 415;
    /// The app is older than this server speaks with; load the page again.
    UpgradeApp = "upgrade_app", 426;
    /// Too many requests; try again after `retry_after` seconds.
    TooManyRequests = "too_many_requests", 429;
    /// The hub's disk is nearly full: only small changes go through, or none; try again after `retry_after` seconds.
    DiskFull = "disk_full", 507;
    /// The server failed; the same request may go through later.
    Internal = "internal", 500;
    /// The server is stopping or overloaded; the same request may go through later.
    Unavailable = "unavailable", 503;
}

impl ApiErrorCode {
    /// Whether the same request may go through later.
    #[must_use]
    pub const fn is_transient(self) -> bool {
        matches!(
            self,
            Self::TooManyRequests | Self::DiskFull | Self::Internal | Self::Unavailable
        )
    }
}

/// The body of every answer that is not a success.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiError {
    /// The stable reason.
    pub code: ApiErrorCode,
    /// The field and limit, for [`ApiErrorCode::Refused`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
    /// After how many seconds to try again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
}
