use crate::ids::{CollectivityId, InvitationId, PersonId};
use crate::json;
use crate::lang::Lang;
use crate::time::Timestamp;
use crate::vocabulary::{CollectivityRole, NetworkRole};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody may do, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Roles {
    /// One role per collectivity. A role that this version does not know gives nothing.
    #[serde(deserialize_with = "json::known_entries")]
    pub collectivities: BTreeMap<CollectivityId, CollectivityRole>,
    /// Roles for the whole network, of which the same holds.
    #[serde(deserialize_with = "json::known_items")]
    pub network: BTreeSet<NetworkRole>,
}

impl Roles {
    /// The roles that an invitation gives.
    #[must_use]
    pub fn invited_as(invited: InvitedAs) -> Self {
        let mut roles = Self::default();
        roles.grant(invited);
        roles
    }

    /// Adds what an invitation or an administrator gives.
    pub fn grant(&mut self, invited: InvitedAs) {
        match invited {
            InvitedAs::Collectivity { collectivity, role } => {
                self.collectivities.insert(collectivity, role);
            }
            InvitedAs::Network { role } => {
                self.network.insert(role);
            }
        }
    }

    /// Whether the person is a focal point of this collectivity.
    #[must_use]
    pub fn is_focal_point_of(&self, collectivity: CollectivityId) -> bool {
        self.collectivities.get(&collectivity) == Some(&CollectivityRole::FocalPoint)
    }

    /// Whether the person belongs to this collectivity in any role.
    #[must_use]
    pub fn belongs_to(&self, collectivity: CollectivityId) -> bool {
        self.collectivities.contains_key(&collectivity)
    }

    /// Whether the person coordinates the network.
    #[must_use]
    pub fn is_administrator(&self) -> bool {
        self.network.contains(&NetworkRole::Administrator)
    }

    /// The collectivities where the person is a focal point.
    pub fn focal_point_of(&self) -> impl Iterator<Item = CollectivityId> + '_ {
        self.collectivities
            .iter()
            .filter(|(_, role)| **role == CollectivityRole::FocalPoint)
            .map(|(collectivity, _)| *collectivity)
    }
}

/// Who acts: taken by the server from the session, by the app from its own person row. Never from a mutation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The person; [`PersonId::VISITOR`] for somebody without an account.
    pub person: PersonId,
    /// The name as shown to others.
    pub name: String,
    /// What the person may do.
    pub roles: Roles,
}

impl Identity {
    /// Somebody without an account, on their own device.
    #[must_use]
    pub fn visitor() -> Self {
        Self {
            person: PersonId::VISITOR,
            name: String::new(),
            roles: Roles::default(),
        }
    }

    /// Whether nobody is signed in.
    #[must_use]
    pub fn is_visitor(&self) -> bool {
        self.person == PersonId::VISITOR
    }
}

/// Somebody with an account. Rows: `person:P`, `focal:C` of each collectivity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Made when the invitation was accepted.
    pub id: PersonId,
    /// The name, NFC, without bidirectional controls.
    pub name: String,
    /// The address used to sign in, lower case.
    pub email: String,
    /// The language for messages.
    pub lang: Lang,
    /// What the person may do.
    pub roles: Roles,
    /// When the account was opened.
    pub joined: Timestamp,
    /// Whether the account was closed to sign-in.
    #[serde(default)]
    pub disabled: bool,
}

impl Person {
    /// What colleagues may see.
    #[must_use]
    pub fn card(&self) -> PersonCard {
        PersonCard {
            id: self.id,
            name: self.name.clone(),
            roles: self.roles.clone(),
        }
    }

    /// Who acts when this person acts.
    #[must_use]
    pub fn identity(&self) -> Identity {
        Identity {
            person: self.id,
            name: self.name.clone(),
            roles: self.roles.clone(),
        }
    }
}

/// What colleagues see of a person. Rows: `collectivity:C`; focal points also in `network`, coordinators in `administration`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCard {
    /// The person.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The roles.
    pub roles: Roles,
}

/// The role that an invitation offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case", deny_unknown_fields)]
pub enum InvitedAs {
    /// A role in one collectivity.
    Collectivity {
        /// Where.
        collectivity: CollectivityId,
        /// As what.
        role: CollectivityRole,
    },
    /// A role for the whole network.
    Network {
        /// As what.
        role: NetworkRole,
    },
}

crate::tagged!(InvitedAs, "in");

/// Where an invitation stands. That it expired is computed from `expires`, never written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InvitationState {
    /// Can be accepted until it expires.
    Open,
    /// Somebody opened an account with it.
    Accepted(PersonId),
    /// Ended before use.
    Revoked,
}

/// An invitation; its secret is only in the link. Rows: `focal:C` or none, `person:P` of who wrote it, and without the
/// address `administration` as long as it is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Made by the inviter's device.
    pub id: InvitationId,
    /// SHA-256 of the secret in the link, 64 hexadecimal digits.
    pub secret_hash: String,
    /// What it offers.
    pub offers: InvitedAs,
    /// For whom, as the inviter wrote it; may be empty.
    pub name: String,
    /// Address to prefill; may be empty.
    pub email: String,
    /// Language of the invitation page.
    pub lang: Lang,
    /// Who invited; `None` for the link the server printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// The inviter's name.
    #[serde(default)]
    pub by_name: String,
    /// When it was made.
    pub created: Timestamp,
    /// Until when it can be accepted.
    pub expires: Timestamp,
    /// Where it stands.
    pub state: InvitationState,
}

impl Invitation {
    /// Whether it can be accepted at `now`.
    #[must_use]
    pub fn is_open_at(&self, now: Timestamp) -> bool {
        self.state == InvitationState::Open && now < self.expires
    }
}
