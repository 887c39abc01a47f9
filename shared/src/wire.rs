//! What devices and server say to each other. JSON over HTTP; every shape here has a golden file.

use crate::ids::{DeviceId, Epoch, MutationId};
use crate::json::Malformed;
use crate::lang::{Lang, Translated};
use crate::mutation::{MUTATION_SCHEMA, Mutation};
use crate::records::{Certificate, Identity, InvitedAs, Person};
use crate::refusal::Refusal;
use crate::row::{DeviceCounter, Row};
use crate::scope::Scope;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The version of the envelope. A server answers a version it does not speak with `upgrade_app`.
pub const PROTOCOL: u16 = 1;

/// The most mutations one push may carry.
pub const PUSH_MOST: usize = 200;

/// The most bytes the JSON of one mutation's envelope may have: the longest texts of an experience in three
/// languages fit.
pub const MUTATION_BYTES: usize = 4 * 1024 * 1024;

/// The most bytes the mutations of one push may have together; a server takes at least this and some more for
/// the request around them.
pub const PUSH_BYTES: usize = MUTATION_BYTES + 1;

/// The most rows one pulled page holds over all scopes.
pub const PULL_MOST: usize = 500;

/// A mutation on its way. The body stays raw until the server reads it, so that one it cannot read is refused
/// alone instead of blocking the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// Unique for ever: offering it twice has the effect of once.
    pub id: MutationId,
    /// The device's number for it.
    pub n: DeviceCounter,
    /// The version of the mutation list it was written with.
    pub schema: u16,
    /// What the device's clock said when the person acted.
    pub at: Timestamp,
    /// The [`Mutation`] as JSON.
    pub mutation: Value,
}

impl Envelope {
    /// Wraps a mutation of this version.
    ///
    /// # Errors
    /// Never for the mutations of this version; the signature is that of the serialiser.
    pub fn new(
        id: MutationId,
        n: DeviceCounter,
        at: Timestamp,
        mutation: &Mutation,
    ) -> Result<Self, serde_json::Error> {
        Ok(Self {
            id,
            n,
            schema: MUTATION_SCHEMA,
            at,
            mutation: serde_json::to_value(mutation)?,
        })
    }
}

/// `POST /api/push`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PushRequest {
    /// [`PROTOCOL`].
    pub protocol: u16,
    /// The replica these come from; belongs to one person for ever.
    pub device: DeviceId,
    /// The epoch the device last saw.
    pub epoch: Option<Epoch>,
    /// In the order of their numbers, without gaps.
    pub mutations: Vec<Envelope>,
}

/// What became of a mutation, for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub enum Outcome {
    /// It is in the rows.
    Applied,
    /// It is not, and why.
    Refused {
        /// Why.
        refusal: Refusal,
    },
}

crate::tagged!(Outcome, "outcome");

/// The one result of a mutation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FlatResult")]
pub struct MutationResult {
    /// The device's number for it.
    pub n: DeviceCounter,
    /// The mutation.
    pub id: MutationId,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// A result as it is read: serde's own way of reading `flatten` is large (see [`crate::json`]).
#[derive(Deserialize)]
struct FlatResult {
    n: DeviceCounter,
    id: MutationId,
    outcome: OutcomeWord,
    #[serde(default)]
    refusal: Option<Refusal>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum OutcomeWord {
    Applied,
    Refused,
}

impl TryFrom<FlatResult> for MutationResult {
    type Error = Malformed;

    fn try_from(flat: FlatResult) -> Result<Self, Malformed> {
        let outcome = match (flat.outcome, flat.refusal) {
            (OutcomeWord::Applied, _) => Outcome::Applied,
            (OutcomeWord::Refused, Some(refusal)) => Outcome::Refused { refusal },
            (OutcomeWord::Refused, None) => return Err(Malformed),
        };
        Ok(Self {
            n: flat.n,
            id: flat.id,
            outcome,
        })
    }
}

/// Why the server stopped reading a push before its end. All are transient: nothing is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stopped {
    /// A number is missing between `last_n` and the next mutation offered.
    Gap,
    /// The next mutation was written with a newer list than this server knows.
    NewerSchema,
    /// The database was restored since; pull first, then offer again what is held.
    EpochChanged,
}

/// Answer to a push, sent after the commit is durable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PushResponse {
    /// The server's epoch.
    pub epoch: Epoch,
    /// One result for each mutation read, in order.
    pub results: Vec<MutationResult>,
    /// The last number of this device that the server has decided.
    pub last_n: DeviceCounter,
    /// Set when it stopped early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stopped>,
}

/// How much of a scope a device holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cursor {
    /// Every change up to and including this `seq` is held, apart from what `before` still leaves out.
    pub after: u64,
    /// While the first pull (newest first) goes on: rows below this `seq` are still to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<u64>,
}

/// `POST /api/pull`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PullRequest {
    /// [`PROTOCOL`].
    pub protocol: u16,
    /// The replica; a visitor has none that the server knows.
    pub device: Option<DeviceId>,
    /// The epoch the device last saw; another one than the server's resets every scope.
    pub epoch: Option<Epoch>,
    /// The scopes wanted, each with what is held of it; `null` asks from the beginning. Standing scopes that
    /// are left out are answered too.
    pub scopes: BTreeMap<Scope, Option<Cursor>>,
    /// Results with a number above this are wanted.
    #[serde(default)]
    pub results_after: DeviceCounter,
}

/// What the server has for one scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub enum ScopeAnswer {
    /// Changes since the cursor.
    Page {
        /// Forget what is held of this scope before taking the rows.
        #[serde(default, skip_serializing_if = "is_false")]
        reset: bool,
        /// The rows, latest state only.
        rows: Vec<Row>,
        /// What is held after taking them.
        cursor: Cursor,
        /// Whether there is more to ask for at once.
        #[serde(default, skip_serializing_if = "is_false")]
        more: bool,
    },
    /// It does not exist or may not be read: drop what is held of it.
    Denied,
}

crate::tagged!(ScopeAnswer, "scope");

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// Answer to a pull. Rows and results come from one reading of the database.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PullResponse {
    /// The server's epoch.
    pub epoch: Epoch,
    /// The server's clock.
    pub now: Timestamp,
    /// Who is signed in, as the server sees it; `None` for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewer: Option<Identity>,
    /// The scopes this viewer keeps without asking; a held standing scope that is missing here is lost.
    pub standing: Vec<Scope>,
    /// Scopes with something to say; a scope that was asked for and is missing has not changed.
    pub scopes: BTreeMap<Scope, ScopeAnswer>,
    /// Results of this device's own mutations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<MutationResult>,
    /// The last number of this device that the server has decided.
    #[serde(default)]
    pub last_n: DeviceCounter,
}

/// One event of `GET /api/poke`: something changed, ask if you care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poke {
    /// Where.
    pub scope: Scope,
    /// The scope's new head.
    pub head: u64,
}

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
    /// The request came from another site.
    CrossSite = "cross_site", 403;
    /// Nothing there.
    NotFound = "not_found", 404;
    /// That address does not take this method.
    MethodNotAllowed = "method_not_allowed", 405;
    /// The invitation was used, revoked, has expired or never was.
    InvitationEnded = "invitation_ended", 410;
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
    /// The server failed; the same request may go through later.
    Internal = "internal", 500;
    /// The server is stopping or overloaded; the same request may go through later.
    Unavailable = "unavailable", 503;
}

impl ApiErrorCode {
    /// Whether the same request may go through later.
    #[must_use]
    pub const fn is_transient(self) -> bool {
        matches!(self, Self::TooManyRequests | Self::Internal | Self::Unavailable)
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

/// `POST /api/sign-in`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInRequest {
    /// E-mail address, in any case.
    pub email: String,
    /// The password.
    pub password: String,
    /// What the device calls itself, for the list of sessions; at most 80 characters.
    pub device_name: String,
}

/// `POST /api/sign-in/demonstration`: only answered by a demonstration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemonstrationSignIn {
    /// The secret of the link that the server printed.
    pub secret: String,
}

/// Who is signed in, as answered by sign-in and by `GET /api/session`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// The person, with roles and language.
    pub person: Person,
    /// The key with which a shared computer seals what it keeps of this person, as 64 hexadecimal digits. It is made
    /// out of the session's secret, so that it can be had as long as the session lasts and never after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

/// `POST /api/session/keep`: whether the browser keeps the session when it is closed. It does on the person's own
/// device; a shared computer drops it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepSession {
    /// Whether it is kept.
    pub keep: bool,
}

/// `GET /api/hub`: what the app must know before anybody signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hub {
    /// Whether this is a demonstration, said on every page.
    pub demonstration: bool,
    /// The version of the server, as in `multaqa --version`.
    pub version: String,
}

/// `POST /api/invitation/look`: what an invitation offers, before it is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookAtInvitation {
    /// The secret from the fragment of the link.
    pub secret: String,
}

/// Answer to [`LookAtInvitation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationOffer {
    /// The role.
    pub offers: InvitedAs,
    /// The collectivity's names, where the role is in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collectivity: Option<Translated>,
    /// For whom, as the inviter wrote it.
    pub name: String,
    /// Address to prefill.
    pub email: String,
    /// The inviter's name; empty for the link the server printed.
    pub by_name: String,
    /// Until when it can be accepted.
    pub expires: Timestamp,
}

/// `POST /api/invitation/accept`: opens the account and signs in. Answered with [`SignedIn`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitation {
    /// The secret from the fragment of the link.
    pub secret: String,
    /// The name.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
    /// The password.
    pub password: String,
    /// The language for messages.
    pub lang: Lang,
    /// What the device calls itself.
    pub device_name: String,
}

/// `POST /api/account/password`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password so far.
    pub current: String,
    /// The new one.
    pub new: String,
}

/// One line of `GET /api/account/sessions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    /// Names the session when it is ended; not its secret.
    pub id: String,
    /// What the device called itself.
    pub device_name: String,
    /// When it signed in.
    pub created: Timestamp,
    /// When it last spoke with the server, to the hour.
    pub seen: Timestamp,
    /// Whether it is the one asking.
    pub current: bool,
}

/// `GET /api/certificates/{number}`: what a stranger may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifiedCertificate {
    /// The number as issued.
    pub number: String,
    /// The holder's name as it was.
    pub person_name: String,
    /// The collectivity as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collectivity: Option<Translated>,
    /// The module's title as it was.
    pub module_title: Translated,
    /// Its length in minutes.
    pub minutes: u32,
    /// The score in percent.
    pub percent: u8,
    /// When it was issued.
    pub issued: Timestamp,
}

impl From<Certificate> for VerifiedCertificate {
    fn from(certificate: Certificate) -> Self {
        Self {
            number: certificate.number,
            person_name: certificate.person_name,
            collectivity: certificate.collectivity,
            module_title: certificate.module_title,
            minutes: certificate.minutes,
            percent: certificate.percent,
            issued: certificate.issued,
        }
    }
}
