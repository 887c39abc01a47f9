use super::reading::{damaged, find};
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::ids::{CertificateId, InvitationId, PersonId};
use shared::records::{Certificate, Invitation};
use shared::row::Record;
use shared::scope::Scope;
use uuid::Uuid;

/// A kind of thing that people call by a slug. The same slug may name one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A module.
    Module,
    /// An experience.
    Experience,
    /// A collectivity.
    Collectivity,
}

impl Named {
    const fn word(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::Experience => "experience",
            Self::Collectivity => "collectivity",
        }
    }
}

/// The entries a record needs beside its row.
pub(super) fn keep(txn: &mut dyn WriteTxn, scope: Scope, record: &Record) -> Result<(), StoreError> {
    match (scope, record) {
        (Scope::Person(person), Record::Certificate(certificate)) => {
            let holder = [*person.uuid().as_bytes(), *certificate.id.uuid().as_bytes()].concat();
            txn.put(Table::Certificates, certificate.number.as_bytes(), &holder)
        }
        (Scope::Administration, Record::Invitation(invitation)) => txn.put(
            Table::Invitations,
            invitation.secret_hash.as_bytes(),
            invitation.id.uuid().as_bytes(),
        ),
        (Scope::Public, Record::ModuleCard(card)) => name(txn, Named::Module, &card.slug, card.id.uuid()),
        (Scope::Directory, Record::Collectivity(held)) => {
            name(txn, Named::Collectivity, &held.slug, held.id.uuid())
        }
        (Scope::Experience(_), Record::Experience(experience)) => match &experience.slug {
            Some(slug) => name(txn, Named::Experience, slug, experience.id.uuid()),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

fn name(txn: &mut dyn WriteTxn, named: Named, slug: &str, id: Uuid) -> Result<(), StoreError> {
    txn.put(Table::Slugs, &slug_key(named, slug), id.as_bytes())
}

fn slug_key(named: Named, slug: &str) -> Vec<u8> {
    format!("{}/{slug}", named.word()).into_bytes()
}

/// What has, or once had, this slug.
///
/// # Errors
/// The store cannot be read.
pub fn find_named(
    txn: &(impl ReadTxn + ?Sized),
    named: Named,
    slug: &str,
) -> Result<Option<Uuid>, StoreError> {
    txn.get(Table::Slugs, &slug_key(named, slug))?
        .map(|id| Uuid::from_slice(&id).map_err(damaged))
        .transpose()
}

/// The certificate with this number, exactly as printed.
///
/// # Errors
/// The store cannot be read.
pub fn find_certificate(
    txn: &(impl ReadTxn + ?Sized),
    number: &str,
) -> Result<Option<Certificate>, StoreError> {
    let Some(holder) = txn.get(Table::Certificates, number.as_bytes())? else {
        return Ok(None);
    };
    let (person, id) = holder
        .split_at_checked(16)
        .ok_or_else(|| damaged("the holder of a certificate is too short"))?;
    let person = PersonId(Uuid::from_slice(person).map_err(damaged)?);
    let id = CertificateId(Uuid::from_slice(id).map_err(damaged)?);
    find(txn, Scope::Person(person), id)
}

/// The invitation whose secret has this SHA-256, in lower-case hexadecimal digits; open or not.
///
/// # Errors
/// The store cannot be read.
pub fn find_invitation(
    txn: &(impl ReadTxn + ?Sized),
    secret_hash: &str,
) -> Result<Option<Invitation>, StoreError> {
    let Some(id) = txn.get(Table::Invitations, secret_hash.as_bytes())? else {
        return Ok(None);
    };
    let id = InvitationId(Uuid::from_slice(&id).map_err(damaged)?);
    find(txn, Scope::Administration, id)
}
