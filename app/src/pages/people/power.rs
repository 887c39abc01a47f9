use crate::components::{ButtonKind, Confirm, Question};
use crate::i18n::{key_of, message};
use crate::mutating::Change;
use crate::pages::experiences::words::collectivity;
use crate::pages::network::place_name;
use crate::shell::announce;
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::PersonId;
use shared::mutation::{GrantRole, Mutation, RevokeRole};
use shared::records::{InvitedAs, Person};
use shared::vocabulary::CollectivityRole;

/// Asks before somebody gets or loses power, does it, and says that it is done.
#[derive(Clone, Copy)]
pub(crate) struct Power {
    question: RwSignal<Option<Question>>,
    change: Change,
    said: StoredValue<String>,
}

/// Whose power.
#[derive(Clone)]
pub(crate) struct Whose {
    id: PersonId,
    name: String,
}

impl From<&Person> for Whose {
    fn from(person: &Person) -> Self {
        Self {
            id: person.id,
            name: person.name.clone(),
        }
    }
}

impl Power {
    /// `done` is called when a change is saved on this device.
    pub(crate) fn new(done: impl Fn() + Send + Sync + 'static) -> Self {
        let said = StoredValue::new(String::new());
        Self {
            question: RwSignal::new(None),
            change: Change::new(move || {
                announce(said.get_value());
                done();
            }),
            said,
        }
    }

    /// For people who are not on this device: `done` is called with whose power changed when the server has changed it.
    pub(crate) fn through_server(done: impl Fn(PersonId) + Send + Sync + 'static) -> Self {
        let said = StoredValue::new(String::new());
        let change = Change::through_server(move |mutation| {
            announce(said.get_value());
            match mutation {
                Mutation::GrantRole(m) => done(m.person),
                Mutation::RevokeRole(m) => done(m.person),
                Mutation::SetDisabled(m) => done(m.person),
                _ => {}
            }
        });
        Self {
            question: RwSignal::new(None),
            change,
            said,
        }
    }

    /// Forgets a change that was not made whenever another person is looked at.
    pub(crate) fn follow(self, managed: RwSignal<Option<PersonId>>) {
        Effect::new(move |_| {
            managed.track();
            self.change.forget_failure();
        });
    }

    /// Asks whether somebody gets a role.
    pub(crate) fn grant(self, whose: &Whose, role: InvitedAs) {
        let words = role_words(role);
        self.ask(
            text!(
                "people-power-grant-title",
                name = whose.name.clone(),
                role = words.clone()
            ),
            message(&key_of("people-power-can", word_of(role)), &[]),
            (text!("people-power-grant"), ButtonKind::Main),
            text!("people-power-granted", role = words),
            GrantRole {
                person: whose.id,
                role,
            },
        );
    }

    /// Asks whether somebody loses a role.
    pub(crate) fn revoke(self, whose: &Whose, role: InvitedAs) {
        self.ask_to_take(
            whose,
            role,
            RevokeRole {
                person: whose.id,
                role,
            }
            .into(),
        );
    }

    /// Asks whether a focal point stays in the collectivity as a member alone.
    pub(crate) fn step_down(self, whose: &Whose, role: InvitedAs) {
        if let InvitedAs::Collectivity { collectivity, .. } = role {
            let member = InvitedAs::Collectivity {
                collectivity,
                role: CollectivityRole::Member,
            };
            let stay = GrantRole {
                person: whose.id,
                role: member,
            };
            self.ask_to_take(whose, role, stay.into());
        }
    }

    fn ask_to_take(self, whose: &Whose, role: InvitedAs, mutation: Mutation) {
        let words = role_words(role);
        self.ask(
            text!(
                "people-power-revoke-title",
                name = whose.name.clone(),
                role = words.clone()
            ),
            message(&key_of("people-power-cannot", word_of(role)), &[]),
            (text!("people-power-revoke"), ButtonKind::Danger),
            text!("people-power-revoked", role = words),
            mutation,
        );
    }

    /// Asks, in these words, whether a change of power is made; `said` tells that it was.
    pub(crate) fn ask(
        self,
        title: String,
        text: String,
        (action, kind): (String, ButtonKind),
        said: String,
        mutation: impl Into<Mutation>,
    ) {
        let mutation = mutation.into();
        let yes = Callback::new(move |()| {
            self.said.set_value(said.clone());
            self.change.make(mutation.clone());
        });
        self.question.set(Some(Question {
            title,
            text,
            action,
            kind,
            yes,
        }));
    }

    /// The question, and why a change was not made where it was not.
    pub(crate) fn view(self) -> impl IntoView {
        view! {
            {self.change.failure_view()}
            <Confirm
                id="power"
                question=self.question
                close_label=t!("common-close")
                cancel_label=t!("common-cancel")
            />
        }
    }
}

fn word_of(role: InvitedAs) -> &'static str {
    match role {
        InvitedAs::Collectivity { role, .. } => role.word(),
        InvitedAs::Network { role } => role.word(),
    }
}

/// A role in words, with its collectivity. Tracked.
pub(crate) fn role_words(role: InvitedAs) -> String {
    match role {
        InvitedAs::Collectivity {
            collectivity: id,
            role,
        } => {
            let words = message(&key_of("collectivity-role", role.word()), &[]);
            match collectivity(id).map(|place| place_name(&place)) {
                Some(place) => text!("admin-role-in", role = words, place = place),
                None => words,
            }
        }
        InvitedAs::Network { role } => message(&key_of("network-role", role.word()), &[]),
    }
}
