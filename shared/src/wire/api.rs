//! What the addresses beside push and pull take and answer: accounts, invitations, sessions, certificates.

use crate::ids::PersonId;
use crate::json::known_items;
use crate::lang::{Lang, Translated};
use crate::records::{Certificate, EditionNumber, InvitedAs, Location, ModuleCard, Person};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

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
pub struct HubSettings {
    /// Whether this is a demonstration, said on every page.
    pub demonstration: bool,
    /// The version of the server, as in `multaqa --version`.
    pub version: String,
    /// Whom to ask for an invitation where no focal point can be asked: an e-mail address or an `https` address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
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

/// `POST /api/recovery/issue`: makes a link with which somebody sets a forgotten password anew. The server makes the
/// secret, so that it is in no queue of a device, and a link that could not be made is not shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueRecovery {
    /// Whose password.
    pub person: PersonId,
}

/// Answer to [`IssueRecovery`], given this once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedRecovery {
    /// The secret for the fragment of the link.
    pub secret: String,
    /// Until when it can be used.
    pub expires: Timestamp,
}

/// `POST /api/recovery/look`: whose password a link sets. Using it up takes [`Recover`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookAtRecovery {
    /// The secret from the fragment of the link.
    pub secret: String,
}

/// Answer to [`LookAtRecovery`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryOffer {
    /// Whose password is set.
    pub name: String,
    /// The address that they sign in with.
    pub email: String,
    /// Who made the link; empty for the operator of the server.
    pub by_name: String,
    /// Until when it can be used.
    pub expires: Timestamp,
}

/// `POST /api/recovery`: sets the password, ends every session of the account and signs in. Answered with [`SignedIn`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// The secret from the fragment of the link.
    pub secret: String,
    /// The new password.
    pub password: String,
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

/// `GET /api/people?q=&after=`: people with an account, in the order of names; for coordinators.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPeople {
    /// At most 50 of them.
    #[serde(deserialize_with = "known_items")]
    pub people: Vec<Person>,
    /// Whether there are more after the last one.
    pub more: bool,
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
    /// Where it lies, if its name alone did not tell it from others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lies_in: Option<Location>,
    /// The module's title as it was.
    pub module_title: Translated,
    /// Its length in minutes.
    pub minutes: u32,
    /// The score in percent.
    pub percent: u8,
    /// When it was issued.
    pub issued: Timestamp,
    /// The edition of the module that was completed.
    #[serde(default, skip_serializing_if = "EditionNumber::is_first")]
    pub edition: EditionNumber,
    /// The live edition, where it is a later one. The certificate stands all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer_edition: Option<u32>,
}

impl VerifiedCertificate {
    /// What the server says of a certificate, with the card of its module.
    #[must_use]
    pub fn beside(certificate: Certificate, card: Option<&ModuleCard>) -> Self {
        let newer = card
            .map(|card| card.edition.edition)
            .filter(|live| *live > certificate.edition.edition);
        Self {
            newer_edition: newer,
            ..Self::from(certificate)
        }
    }
}

impl From<Certificate> for VerifiedCertificate {
    fn from(certificate: Certificate) -> Self {
        Self {
            number: certificate.number,
            person_name: certificate.person_name,
            collectivity: certificate.collectivity,
            lies_in: certificate.lies_in,
            module_title: certificate.module_title,
            minutes: certificate.minutes,
            percent: certificate.percent,
            issued: certificate.issued,
            edition: certificate.edition,
            newer_edition: None,
        }
    }
}
