//! Who may see and who may do. The one place that decides; every door of the server and every button of the
//! app asks here.

use crate::ids::{CollectivityId, PersonId};
use crate::records::{Experience, Identity, InvitedAs};
use crate::refusal::{Refusal, RefusalCode};
use crate::scope::Scope;
use crate::vocabulary::{CollectivityRole, ExperienceState};

/// What must be known of a document before its scope can be judged. Only `experience:E` depends on content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeFacts {
    /// The scope speaks for itself.
    Plain,
    /// The experience the scope belongs to.
    Experience {
        /// Who wrote it, if somebody here did.
        author: Option<PersonId>,
        /// Whose it is.
        collectivity: CollectivityId,
        /// Where it stands.
        state: ExperienceState,
    },
    /// The document does not exist.
    Absent,
}

impl ScopeFacts {
    /// The facts of an experience.
    #[must_use]
    pub fn of(experience: &Experience) -> Self {
        Self::Experience {
            author: experience.author.as_ref().map(|author| author.person),
            collectivity: experience.collectivity,
            state: experience.state,
        }
    }
}

/// Whether `viewer` may read the rows of `scope`.
#[must_use]
pub fn may_read(viewer: &Identity, scope: &Scope, facts: ScopeFacts) -> bool {
    let roles = &viewer.roles;
    match scope {
        Scope::Public | Scope::Directory | Scope::Module(_) => true,
        Scope::Network => !viewer.is_visitor(),
        Scope::Collectivity(id) => roles.belongs_to(*id) || roles.is_administrator(),
        Scope::Focal(id) => roles.is_focal_point_of(*id),
        Scope::Person(id) => !viewer.is_visitor() && *id == viewer.person,
        Scope::Administration => roles.is_administrator(),
        Scope::Experience(_) => match facts {
            ScopeFacts::Experience {
                author,
                collectivity,
                state,
            } => {
                let is_author = !viewer.is_visitor() && author == Some(viewer.person);
                match state {
                    ExperienceState::Published => true,
                    ExperienceState::Draft | ExperienceState::Returned => is_author,
                    ExperienceState::Submitted => is_author || roles.is_focal_point_of(collectivity),
                    ExperienceState::Archived => {
                        is_author || roles.belongs_to(collectivity) || roles.is_administrator()
                    }
                }
            }
            ScopeFacts::Plain | ScopeFacts::Absent => false,
        },
    }
}

/// The scopes that a device of `viewer` keeps without being asked, each of which [`may_read`] grants.
#[must_use]
pub fn default_scopes(viewer: &Identity) -> Vec<Scope> {
    let mut scopes = vec![Scope::Public];
    if viewer.is_visitor() {
        return scopes;
    }
    scopes.push(Scope::Person(viewer.person));
    scopes.push(Scope::Network);
    scopes.extend(
        viewer
            .roles
            .collectivities
            .keys()
            .map(|id| Scope::Collectivity(*id)),
    );
    scopes.extend(viewer.roles.focal_point_of().map(Scope::Focal));
    if viewer.roles.is_administrator() {
        scopes.push(Scope::Administration);
    }
    scopes
}

/// Something a person may or may not do.
#[derive(Clone, Copy, Debug)]
pub enum Action<'a> {
    /// Read lessons and sit quizzes; visitors too, on their own device.
    Learn,
    /// Begin an experience for this collectivity.
    WriteFor(CollectivityId),
    /// Go on with a draft, submit it, take it back, throw it away.
    KeepWriting(&'a Experience),
    /// Publish or return a submission.
    Validate(&'a Experience),
    /// Correct or translate a submitted or published text.
    Revise(&'a Experience),
    /// Take a published experience out of the lists, or bring it back.
    Archive(&'a Experience),
    /// Comment, declare reuse, bookmark, report: take part in what is published.
    TakePart,
    /// Take away the comment of `writer` under an experience of `collectivity`.
    RemoveComment {
        /// Who wrote it.
        writer: PersonId,
        /// Whose experience it stands under.
        collectivity: CollectivityId,
    },
    /// Invite to, grant or take away a role.
    Appoint(InvitedAs),
    /// Close or open the account of a plain member of these collectivities.
    Disable {
        /// Whose account.
        person: PersonId,
    },
    /// Admit collectivities, close reports, see the whole network.
    Coordinate,
}

/// Whether `actor` may do `action`: the server's last word, and what greys out a button.
///
/// # Errors
/// [`RefusalCode::NotAllowed`].
pub fn may(actor: &Identity, action: Action<'_>) -> Result<(), Refusal> {
    let roles = &actor.roles;
    let signed_in = !actor.is_visitor();
    let is_author = |experience: &Experience| {
        signed_in
            && experience
                .author
                .as_ref()
                .is_some_and(|author| author.person == actor.person)
    };
    let allowed = match action {
        Action::Learn => true,
        Action::TakePart => signed_in,
        Action::WriteFor(collectivity) => roles.belongs_to(collectivity),
        Action::KeepWriting(experience) => is_author(experience),
        Action::Validate(experience) => roles.is_focal_point_of(experience.collectivity),
        Action::Revise(experience) => {
            roles.is_focal_point_of(experience.collectivity)
                || (is_author(experience) && roles.belongs_to(experience.collectivity))
        }
        Action::Archive(experience) => {
            roles.is_focal_point_of(experience.collectivity) || roles.is_administrator()
        }
        Action::RemoveComment { writer, collectivity } => {
            (signed_in && writer == actor.person)
                || roles.is_focal_point_of(collectivity)
                || roles.is_administrator()
        }
        Action::Appoint(InvitedAs::Collectivity { collectivity, role }) => match role {
            CollectivityRole::Member | CollectivityRole::FocalPoint => {
                roles.is_focal_point_of(collectivity) || roles.is_administrator()
            }
        },
        Action::Appoint(InvitedAs::Network { .. }) | Action::Disable { .. } | Action::Coordinate => {
            roles.is_administrator()
        }
    };
    if allowed {
        Ok(())
    } else {
        Err(RefusalCode::NotAllowed.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Roles;
    use crate::vocabulary::NetworkRole;

    fn person(name: &str, roles: Roles) -> Identity {
        Identity {
            person: PersonId::from_name(name),
            name: name.to_owned(),
            roles,
        }
    }

    #[test]
    fn default_scopes_are_exactly_what_may_be_read() {
        let tinghir = CollectivityId::from_name("tinghir");
        let mut roles = Roles::invited_as(InvitedAs::Collectivity {
            collectivity: tinghir,
            role: CollectivityRole::FocalPoint,
        });
        roles.network.insert(NetworkRole::Administrator);
        for viewer in [
            Identity::visitor(),
            person("p", Roles::default()),
            person("f", roles),
        ] {
            for scope in default_scopes(&viewer) {
                assert!(
                    may_read(&viewer, &scope, ScopeFacts::Plain),
                    "{scope} for {}",
                    viewer.name
                );
            }
        }
    }

    #[test]
    fn nobody_reads_as_the_visitor() {
        let visitor = Identity::visitor();
        assert!(!may_read(
            &visitor,
            &Scope::Person(PersonId::VISITOR),
            ScopeFacts::Plain
        ));
    }
}
