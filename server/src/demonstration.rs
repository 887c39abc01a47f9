//! A demonstration: one person of each role, who signs in by a link that works again and again.
//!
//! The links are kept as they are, to be printed at every start: there is nothing to protect in a demonstration,
//! which is why a folder that holds people can never become one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use shared::ids::{CollectivityId, PersonId};
use shared::lang::Lang;
use shared::records::{Collectivity, Roles};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityRole, NetworkRole};

use crate::accounts::credentials::Credentials;
use crate::accounts::invitations::{InvitationError, NewPerson, open_account};
use crate::accounts::secrets::Secret;
use crate::entropy::Entropy;
use crate::row_store;
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};

const PEOPLE: &str = include_str!("demonstration/people.json");

/// Where the links of a demonstration are kept; a folder that has this is one.
const LINKS: &[u8] = b"demonstration";

/// Why a folder cannot become a demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemonstrationError {
    /// Somebody has an account there.
    #[error("this data folder already holds people, so it cannot become a demonstration; name an empty one")]
    HoldsPeople,
    /// The library does not have, or not as a member, a collectivity that the people belong to.
    #[error("the demonstration needs `{0}` among the members of the network")]
    NoCollectivity(String),
    /// The list of people in the program is wrong.
    #[error("the demonstration's people cannot be read: {0}")]
    People(#[from] serde_json::Error),
    /// An account cannot be opened.
    #[error(transparent)]
    Account(#[from] InvitationError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemonstrationPerson {
    word: String,
    name: String,
    lang: Lang,
    #[serde(default)]
    collectivities: BTreeMap<String, CollectivityRole>,
    #[serde(default)]
    network: BTreeSet<NetworkRole>,
}

/// A link of a demonstration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemonstrationLink {
    /// The role, as a word.
    pub word: String,
    /// Who signs in with it.
    pub person: PersonId,
    /// The language that person reads.
    pub lang: Lang,
    /// The secret in the link.
    pub secret: String,
}

/// The links of a demonstration; `None` when this is none.
///
/// # Errors
/// The store cannot be read.
pub fn links(txn: &(impl ReadTxn + ?Sized)) -> Result<Option<Vec<DemonstrationLink>>, StoreError> {
    txn.get(Table::Meta, LINKS)?
        .map(|value| serde_json::from_slice(&value).map_err(|error| StoreError::Corrupted(error.to_string())))
        .transpose()
}

/// Whose link has this secret.
///
/// # Errors
/// The store cannot be read.
pub fn find_by_secret(txn: &(impl ReadTxn + ?Sized), secret: &str) -> Result<Option<PersonId>, StoreError> {
    let secret = shared::secret::read(secret);
    let links = links(txn)?.unwrap_or_default();
    Ok(links
        .into_iter()
        .find(|link| link.secret == secret)
        .map(|link| link.person))
}

/// Makes a demonstration of a folder without people. One that is a demonstration already stays as it is.
///
/// # Errors
/// See [`DemonstrationError`]; the transaction must then be thrown away.
pub fn begin(
    txn: &mut dyn WriteTxn,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<Vec<DemonstrationLink>, DemonstrationError> {
    if let Some(links) = links(&*txn)? {
        return Ok(links);
    }
    if row_store::has_people(&*txn)? {
        return Err(DemonstrationError::HoldsPeople);
    }
    let people: Vec<DemonstrationPerson> = serde_json::from_str(PEOPLE)?;
    let mut links = Vec::new();
    for person in people {
        let roles = Roles {
            collectivities: members_by_slug(&*txn, &person.collectivities)?,
            network: person.network,
        };
        let email = format!("{}@demonstration.invalid", person.word);
        let new = NewPerson::new(&person.name, &email, person.lang).map_err(InvitationError::from)?;
        let opened = open_account(txn, new, roles, &Credentials::new(None), now, entropy)?;
        links.push(DemonstrationLink {
            word: person.word,
            person: opened.id,
            lang: person.lang,
            secret: Secret::new(entropy)
                .map_err(InvitationError::from)?
                .text()
                .to_owned(),
        });
    }
    txn.put(Table::Meta, LINKS, &serde_json::to_vec(&links)?)?;
    Ok(links)
}

fn members_by_slug(
    txn: &dyn WriteTxn,
    roles: &BTreeMap<String, CollectivityRole>,
) -> Result<BTreeMap<CollectivityId, CollectivityRole>, DemonstrationError> {
    roles
        .iter()
        .map(|(slug, role)| {
            let id = CollectivityId::from_name(slug);
            let held: Option<Collectivity> = row_store::find(txn, Scope::Public, id)?;
            match held {
                Some(held) if held.is_member() => Ok((id, *role)),
                _ => Err(DemonstrationError::NoCollectivity(slug.clone())),
            }
        })
        .collect()
}
