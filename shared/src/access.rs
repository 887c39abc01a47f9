//! Who may see and who may do. The one place that decides; every door of the server and every button of the
//! app asks here.

use crate::ids::{CollectivityId, PersonId};
use crate::records::{Experience, Identity, InvitedAs, Person};
use crate::refusal::{Refusal, RefusalCode};
use crate::scope::Scope;
use crate::vocabulary::{CollectivityRole, ExperienceState, NetworkRole};

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
        Scope::Public | Scope::Directory | Scope::Module(_) | Scope::Edition(_) => true,
        Scope::Network => !viewer.is_visitor(),
        Scope::Collectivity(id) => roles.belongs_to(*id) || roles.is_administrator(),
        Scope::Focal(id) => roles.is_focal_point_of(*id),
        Scope::Person(id) => !viewer.is_visitor() && *id == viewer.person,
        Scope::Administration => roles.is_administrator(),
        Scope::Trainers | Scope::ModuleDraft(_) => may(viewer, Action::Teach).is_ok(),
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
    if may(viewer, Action::Teach).is_ok() {
        scopes.push(Scope::Trainers);
    }
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
    /// Make a link with which this person sets a forgotten password anew, and with it a way into the account.
    Recover(&'a Person),
    /// Write modules, and decide on what they teach.
    Teach,
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
        // Nobody reaches more power by it than they have: a coordinator's account opens to the server's operator alone.
        Action::Recover(person) => {
            let is_plain_member_here = person.roles.network.is_empty()
                && person.roles.collectivities.len() == 1
                && person.roles.collectivities.iter().all(|(collectivity, role)| {
                    *role == CollectivityRole::Member && roles.is_focal_point_of(*collectivity)
                });
            signed_in
                && person.id != actor.person
                && !person.disabled
                && !person.roles.is_administrator()
                && (roles.is_administrator() || is_plain_member_here)
        }
        Action::Teach => roles.network.contains(&NetworkRole::Trainer) || roles.is_administrator(),
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

    #[rstest::rstest]
    #[case::focal_point_for_a_member("focal", "member", true)]
    #[case::not_of_another_collectivity("other-focal", "member", false)]
    #[case::not_for_a_peer("focal", "second-focal", false)]
    #[case::not_for_somebody_of_two_collectivities("focal", "member-of-both", false)]
    #[case::not_for_a_member_with_a_role_in_the_network("focal", "member-and-trainer", false)]
    #[case::not_for_an_administrator("focal", "administrator", false)]
    #[case::not_for_oneself("member", "member", false)]
    #[case::a_member_for_nobody("second-member", "member", false)]
    #[case::a_trainer_for_nobody("trainer", "member", false)]
    #[case::nobody_signed_in("visitor", "member", false)]
    #[case::coordinator_for_a_member("administrator", "member", true)]
    #[case::coordinator_for_a_focal_point("administrator", "focal", true)]
    #[case::coordinator_for_a_trainer("administrator", "trainer", true)]
    #[case::coordinator_for_somebody_without_a_role("administrator", "nobody", true)]
    #[case::not_among_coordinators("administrator", "second-administrator", false)]
    #[case::not_for_a_closed_account("administrator", "closed", false)]
    fn who_recovers_whose_account(#[case] by: &str, #[case] whose: &str, #[case] allowed: bool) {
        let (here, there) = ("tinghir", "sefrou");
        let in_place = |place, role| InvitedAs::Collectivity {
            collectivity: CollectivityId::from_name(place),
            role,
        };
        let member = |place| in_place(place, CollectivityRole::Member);
        let focal = |place| in_place(place, CollectivityRole::FocalPoint);
        let network = |role| InvitedAs::Network { role };
        let all = [
            ("member", vec![member(here)]),
            ("second-member", vec![member(here)]),
            ("focal", vec![focal(here)]),
            ("second-focal", vec![focal(here)]),
            ("other-focal", vec![focal(there)]),
            ("member-of-both", vec![member(here), member(there)]),
            (
                "member-and-trainer",
                vec![member(here), network(NetworkRole::Trainer)],
            ),
            ("trainer", vec![network(NetworkRole::Trainer)]),
            ("administrator", vec![network(NetworkRole::Administrator)]),
            ("second-administrator", vec![network(NetworkRole::Administrator)]),
            ("nobody", vec![]),
            ("closed", vec![member(here)]),
        ];
        let named = |name: &str| {
            let (_, offers) = all.iter().find(|(known, _)| *known == name)?;
            let mut roles = Roles::default();
            offers.iter().for_each(|offer| roles.grant(*offer));
            Some(Person {
                id: PersonId::from_name(name),
                name: name.into(),
                email: String::new(),
                lang: crate::lang::Lang::Ar,
                roles,
                joined: crate::time::Timestamp(0),
                disabled: name == "closed",
            })
        };
        let actor = named(by).map_or_else(Identity::visitor, |person| person.identity());
        let person = named(whose).unwrap();
        assert_eq!(may(&actor, Action::Recover(&person)).is_ok(), allowed);
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
