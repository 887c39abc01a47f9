//! Scopes: the audiences that rows are written for. A person who may read a scope may read every row in it.

use crate::ids::{CollectivityId, EditionId, ExperienceId, ModuleId, PersonId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// An audience. On the wire and in keys it is text: `public`, `person:<uuid>`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Everybody: cards of modules and experiences, and the members of the network.
    Public,
    /// Everybody, pulled only when needed: the national list of collectivities.
    Directory,
    /// Everybody who is signed in.
    Network,
    /// The people of one collectivity.
    Collectivity(CollectivityId),
    /// The focal points of one collectivity: invitations, progress of colleagues, submissions.
    Focal(CollectivityId),
    /// One person alone.
    Person(PersonId),
    /// The body of one module: lessons and quiz. Pulled when opened or kept.
    Module(ModuleId),
    /// The texts of one edition of a module, or of one correction, as it came out. Pulled when opened.
    Edition(EditionId),
    /// The trainers of the network: which modules are being written.
    Trainers,
    /// The texts of a module that is being written. Pulled when opened.
    ModuleDraft(ModuleId),
    /// The body of one experience with its conversation. Pulled when opened or kept.
    Experience(ExperienceId),
    /// The coordinators of the network.
    Administration,
}

impl Scope {
    /// Whether a device pulls this scope only when its person opens or keeps something.
    #[must_use]
    pub const fn is_on_demand(self) -> bool {
        matches!(
            self,
            Self::Directory | Self::Module(_) | Self::Edition(_) | Self::ModuleDraft(_) | Self::Experience(_)
        )
    }

    /// Whether anybody at all may read it whatever its content; such rows may stay on a shared computer.
    #[must_use]
    pub const fn is_always_public(self) -> bool {
        matches!(self, Self::Public | Self::Directory)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Directory => f.write_str("directory"),
            Self::Network => f.write_str("network"),
            Self::Collectivity(id) => write!(f, "collectivity:{id}"),
            Self::Focal(id) => write!(f, "focal:{id}"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Module(id) => write!(f, "module:{id}"),
            Self::Edition(id) => write!(f, "edition:{id}"),
            Self::Trainers => f.write_str("trainers"),
            Self::ModuleDraft(id) => write!(f, "module-draft:{id}"),
            Self::Experience(id) => write!(f, "experience:{id}"),
            Self::Administration => f.write_str("administration"),
        }
    }
}

/// The text names no scope.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a scope")]
pub struct UnknownScope(pub String);

impl FromStr for Scope {
    type Err = UnknownScope;

    fn from_str(text: &str) -> Result<Self, UnknownScope> {
        let unknown = || UnknownScope(text.chars().take(80).collect());
        let Some((kind, id)) = text.split_once(':') else {
            return match text {
                "public" => Ok(Self::Public),
                "directory" => Ok(Self::Directory),
                "network" => Ok(Self::Network),
                "trainers" => Ok(Self::Trainers),
                "administration" => Ok(Self::Administration),
                _ => Err(unknown()),
            };
        };
        let id = Uuid::from_str(id).map_err(|_| unknown())?;
        match kind {
            "collectivity" => Ok(Self::Collectivity(CollectivityId(id))),
            "focal" => Ok(Self::Focal(CollectivityId(id))),
            "person" => Ok(Self::Person(PersonId(id))),
            "module" => Ok(Self::Module(ModuleId(id))),
            "edition" => Ok(Self::Edition(EditionId(id))),
            "module-draft" => Ok(Self::ModuleDraft(ModuleId(id))),
            "experience" => Ok(Self::Experience(ExperienceId(id))),
            _ => Err(unknown()),
        }
    }
}

impl Serialize for Scope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_survives_its_text() {
        let id = Uuid::from_u128(7);
        for scope in [
            Scope::Public,
            Scope::Directory,
            Scope::Network,
            Scope::Collectivity(CollectivityId(id)),
            Scope::Focal(CollectivityId(id)),
            Scope::Person(PersonId(id)),
            Scope::Module(ModuleId(id)),
            Scope::Edition(EditionId(id)),
            Scope::Trainers,
            Scope::ModuleDraft(ModuleId(id)),
            Scope::Experience(ExperienceId(id)),
            Scope::Administration,
        ] {
            assert_eq!(scope.to_string().parse(), Ok(scope));
        }
        assert!("person:".parse::<Scope>().is_err());
        assert!("everything".parse::<Scope>().is_err());
    }
}
