//! Invitations: the only way to an account.

use shared::access::{self, Action};
use shared::apply::{store_invitation, store_person};
use shared::ids::{InvitationId, PersonId};
use shared::lang::Lang;
use shared::limits::clean_name;
use shared::records::{Collectivity, Invitation, InvitationState, InvitedAs, Person, Roles};
use shared::refusal::Refusal;
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::NetworkRole;
use shared::wire::InvitationOffer;

use super::addresses;
use super::credentials::{self, Credentials};
use super::secrets::SecretHash;
use crate::authority;
use crate::entropy::{Entropy, EntropyError};
use crate::row_store::{self, RowStore};
use crate::store::{ReadTxn, StoreError, WriteTxn};

/// Why an invitation cannot be accepted.
#[derive(Debug, thiserror::Error)]
pub enum InvitationError {
    /// It was used, revoked, has expired or never was; which one is not said.
    #[error("the invitation cannot be accepted")]
    Ended,
    /// Somebody has an account with this address.
    #[error("the address belongs to an account")]
    EmailTaken,
    /// A field cannot be accepted.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No id can be made.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
}

/// The invitation with this secret, if it can still be accepted: its author may still give what it offers, and the
/// collectivity has not left the network.
///
/// # Errors
/// The store cannot be read.
pub fn find_open(
    txn: &(impl ReadTxn + ?Sized),
    secret: SecretHash,
    now: Timestamp,
) -> Result<Option<Invitation>, StoreError> {
    let found = row_store::find_invitation(txn, &secret.hexadecimal())?;
    let Some(invitation) = found.filter(|invitation| invitation.is_open_at(now)) else {
        return Ok(None);
    };
    // The link that the server printed has no author: it was made by the operator of the server.
    if let Some(author) = invitation.by {
        let author = authority::identity(txn, author)?;
        let offers = Action::Appoint(invitation.offers);
        if author.is_none_or(|author| access::may(&author, offers).is_err()) {
            return Ok(None);
        }
    }
    if let InvitedAs::Collectivity { collectivity, .. } = invitation.offers {
        let held: Option<Collectivity> = row_store::find(txn, Scope::Public, collectivity)?;
        if !held.is_some_and(|held| held.is_member()) {
            return Ok(None);
        }
    }
    Ok(Some(invitation))
}

/// What an invitation offers, for the page that accepts it.
///
/// # Errors
/// The store cannot be read.
pub fn offer(txn: &(impl ReadTxn + ?Sized), invitation: Invitation) -> Result<InvitationOffer, StoreError> {
    let collectivity = match invitation.offers {
        InvitedAs::Collectivity { collectivity, .. } => {
            row_store::find::<Collectivity>(txn, Scope::Directory, collectivity)?.map(|held| held.name)
        }
        InvitedAs::Network { .. } => None,
    };
    Ok(InvitationOffer {
        offers: invitation.offers,
        collectivity,
        name: invitation.name,
        email: invitation.email,
        by_name: invitation.by_name,
        expires: invitation.expires,
    })
}

/// What the invited person says about themselves, already cleaned.
#[derive(Clone, Debug)]
pub struct NewPerson {
    name: String,
    email: String,
    lang: Lang,
}

impl NewPerson {
    /// Checks and cleans what was typed.
    ///
    /// # Errors
    /// The first field that cannot be accepted.
    pub fn new(name: &str, email: &str, lang: Lang) -> Result<Self, Refusal> {
        Ok(Self {
            name: clean_name("name", name)?,
            email: addresses::clean("email", email)?,
            lang,
        })
    }

    /// Name and address, which are no password.
    #[must_use]
    pub fn owner(&self) -> [String; 2] {
        [self.name.clone(), self.email.clone()]
    }
}

/// Opens the account that an invitation promises, and uses the invitation up.
///
/// # Errors
/// See [`InvitationError`]; the transaction must then be thrown away.
pub fn accept(
    txn: &mut dyn WriteTxn,
    secret: SecretHash,
    new: NewPerson,
    credentials: &Credentials,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<Person, InvitationError> {
    let mut invitation = find_open(txn, secret, now)?.ok_or(InvitationError::Ended)?;
    let person = open_account(
        txn,
        new,
        Roles::invited_as(invitation.offers),
        credentials,
        now,
        entropy,
    )?;
    invitation.state = InvitationState::Accepted(person.id);
    store(txn, &invitation)?;
    Ok(person)
}

/// Writes a new person with what they sign in with.
///
/// # Errors
/// [`InvitationError::EmailTaken`], or the store or the randomness failed.
pub fn open_account(
    txn: &mut dyn WriteTxn,
    new: NewPerson,
    roles: Roles,
    credentials: &Credentials,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<Person, InvitationError> {
    if credentials::find_by_email(txn, &new.email)?.is_some() {
        return Err(InvitationError::EmailTaken);
    }
    let person = Person {
        id: PersonId::new(u64::try_from(now.0).unwrap_or_default(), random(entropy)?),
        name: new.name,
        email: new.email,
        lang: new.lang,
        roles,
        joined: now,
        disabled: false,
    };
    credentials::claim_email(txn, &person.email, person.id)?;
    credentials::keep(txn, person.id, credentials)?;
    let mut rows = RowStore::new(txn);
    store_person(&mut rows, None, &person);
    rows.finish()?;
    Ok(person)
}

/// Writes the invitation that makes the first administrator, or another one when nobody can sign in any more.
/// Links printed before end with it: the last one printed is the one that counts.
///
/// # Errors
/// The store or the randomness failed.
pub fn invite_administrator(
    txn: &mut dyn WriteTxn,
    secret: SecretHash,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<(), InvitationError> {
    let printed_before = row_store::all::<Invitation>(&*txn, Scope::Administration)?
        .into_iter()
        .filter(|invitation| invitation.by.is_none() && invitation.state == InvitationState::Open);
    for mut invitation in printed_before {
        invitation.state = InvitationState::Revoked;
        store(txn, &invitation)?;
    }
    let invitation = Invitation {
        id: InvitationId::new(u64::try_from(now.0).unwrap_or_default(), random(entropy)?),
        secret_hash: secret.hexadecimal(),
        offers: InvitedAs::Network {
            role: NetworkRole::Administrator,
        },
        name: String::new(),
        email: String::new(),
        lang: Lang::Ar,
        by: None,
        by_name: String::new(),
        created: now,
        expires: now.plus_ms(Timestamp::INVITATION_LIFE_MS),
        state: InvitationState::Open,
    };
    store(txn, &invitation)?;
    Ok(())
}

fn store(txn: &mut dyn WriteTxn, invitation: &Invitation) -> Result<(), StoreError> {
    let mut rows = RowStore::new(txn);
    store_invitation(&mut rows, invitation);
    rows.finish().map(drop)
}

fn random(entropy: &mut dyn Entropy) -> Result<[u8; 10], EntropyError> {
    let mut bytes = [0; 10];
    entropy.fill(&mut bytes)?;
    Ok(bytes)
}
