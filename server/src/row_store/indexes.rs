use super::reading::{damaged, find};
use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};
use shared::apply::whole_copies;
use shared::ids::{CertificateId, InvitationId, PersonId};
use shared::records::{Certificate, Invitation};
use shared::row::{Record, Row};
use shared::scope::Scope;
use std::collections::BTreeSet;
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
    match entry(scope, record) {
        Some((table, key, value)) => txn.put(table, &key, &value),
        None => Ok(()),
    }
}

/// Takes away what a deleted record was found by. Slugs and numbers of certificates stay: nothing else may get them.
pub(super) fn forget(txn: &mut dyn WriteTxn, scope: Scope, held: Option<&Row>) -> Result<(), StoreError> {
    let record = held.and_then(Row::record);
    match record.and_then(|record| entry(scope, &record)) {
        Some((Table::Invitations, key, value))
            if txn.get(Table::Invitations, &key)?.as_ref() == Some(&value) =>
        {
            txn.delete(Table::Invitations, &key)
        }
        _ => Ok(()),
    }
}

/// Looks whether a record is found by its other name.
pub(super) fn check(txn: &dyn ReadTxn, scope: Scope, record: &Record) -> Result<(), StoreError> {
    match entry(scope, record) {
        Some((table, key, value)) if txn.get(table, &key)?.as_ref() != Some(&value) => {
            Err(damaged(format_args!(
                "it is not in the table {} as `{}`",
                table.word(),
                key.escape_ascii()
            )))
        }
        _ => Ok(()),
    }
}

fn entry(scope: Scope, record: &Record) -> Option<(Table, Vec<u8>, Vec<u8>)> {
    let named =
        |named, slug: &str, id: Uuid| Some((Table::Slugs, slug_key(named, slug), id.as_bytes().to_vec()));
    match (scope, record) {
        (Scope::Person(person), Record::Certificate(certificate)) => {
            let holder = [*person.uuid().as_bytes(), *certificate.id.uuid().as_bytes()].concat();
            Some((
                Table::Certificates,
                certificate.number.as_bytes().to_vec(),
                holder,
            ))
        }
        (Scope::Administration, Record::Invitation(invitation)) => Some((
            Table::Invitations,
            invitation.secret_hash.as_bytes().to_vec(),
            invitation.id.uuid().as_bytes().to_vec(),
        )),
        (Scope::Public, Record::ModuleCard(card)) => named(Named::Module, &card.slug, card.id.uuid()),
        (Scope::Directory, Record::Collectivity(held)) => {
            named(Named::Collectivity, &held.slug, held.id.uuid())
        }
        (Scope::Experience(_), Record::Experience(experience)) => {
            named(Named::Experience, experience.slug.as_ref()?, experience.id.uuid())
        }
        _ => None,
    }
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

/// The slugs that name something of a kind, or once did.
///
/// # Errors
/// The store cannot be read.
pub fn names(txn: &(impl ReadTxn + ?Sized), named: Named) -> Result<BTreeSet<String>, StoreError> {
    let prefix = slug_key(named, "");
    txn.range(
        Table::Slugs,
        &Span::prefix(&prefix),
        Direction::Forward,
        usize::MAX,
    )?
    .into_iter()
    .map(|(key, _)| {
        let slug = key.get(prefix.len()..).unwrap_or_default();
        Ok(std::str::from_utf8(slug).map_err(damaged)?.to_owned())
    })
    .collect()
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

/// The open invitation whose secret has this SHA-256, in lower-case hexadecimal digits, with its address; expired or not.
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
    let Some(held) = find::<Invitation>(txn, Scope::Administration, id)? else {
        return Ok(None);
    };
    for scope in whole_copies(&held) {
        if let Some(whole) = find(txn, scope, id)? {
            return Ok(Some(whole));
        }
    }
    Ok(Some(held))
}
