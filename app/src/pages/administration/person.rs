use super::people_search::PeopleSearch;
use crate::components::{Button, ButtonKind, Dialog, focus, open_while_some};
use crate::i18n::{PersonName, key_of, message};
use crate::pages::experiences::words::collectivity;
use crate::pages::network::place_name;
use crate::pages::people::power::{Power, Whose, role_words};
use crate::pages::people::recovery_link::RecoveryLink;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::ids::PersonId;
use shared::mutation::SetDisabled;
use shared::records::{InvitedAs, Person, Roles};
use shared::vocabulary::NetworkRole;

/// Roles and account of one person.
#[component]
pub(super) fn PersonDialog(
    /// Whom, while the dialog is open.
    managed: RwSignal<Option<PersonId>>,
    /// Among whom.
    search: PeopleSearch,
) -> impl IntoView {
    let open = open_while_some(managed);
    // The dialog stays: its lines show what changed, and its heading takes the focus from the button that is gone. Made
    // here, because what it says about a change outlives the lines as they were.
    let power = Power::through_server(move |person| {
        search.refresh(person, || {
            request_animation_frame(|| focus::on_id("admin-person-title"))
        });
    });
    power.follow(managed);
    let person = Memo::new(move |_| {
        let wanted = managed.get()?;
        search
            .found
            .read()
            .iter()
            .find(|person| person.id == wanted)
            .cloned()
    });
    let title = Signal::derive(move || {
        person
            .read()
            .as_ref()
            .map_or_else(|| text!("people-manage"), |person| person.name.clone())
    });
    view! {
        <Dialog id="admin-person" open=open title=title close_label=t!("common-close")>
            {power.view()}
            {move || person.get().map(|person| view! { <About person=person power=power /> })}
        </Dialog>
    }
}

#[component]
fn About(person: Person, power: Power) -> impl IntoView {
    let whose = StoredValue::new(Whose::from(&person));
    let roles = person.roles.clone();
    let missing: Vec<NetworkRole> = NetworkRole::ALL
        .iter()
        .copied()
        .filter(|role| !person.roles.network.contains(role))
        .collect();
    view! {
        <p>{move || roles_words(&roles)}</p>
        <h3>{t!("admin-roles-take")}</h3>
        <ul class="row-list" role="list">
            {held_roles(&person)
                .into_iter()
                .map(|role| {
                    let words = role_words(role);
                    view! {
                        <li class="row-list__item">
                            <p class="row-list__main">{words.clone()}</p>
                            <div class="row-list__end">
                                <Button
                                    kind=ButtonKind::Quiet
                                    label=Signal::derive(move || format!("{} · {words}", text!("admin-role-take")))
                                    on_press=move |()| power.revoke(&whose.get_value(), role)
                                >
                                    {t!("admin-role-take")}
                                </Button>
                            </div>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
        <h3>{t!("admin-roles-give")}</h3>
        <div class="button-row">
            {missing
                .into_iter()
                .map(|role| {
                    view! {
                        <Button
                            kind=ButtonKind::Plain
                            on_press=move |()| power.grant(&whose.get_value(), InvitedAs::Network { role })
                        >
                            {message(&key_of("network-role", role.word()), &[])}
                        </Button>
                    }
                })
                .collect_view()}
        </div>
        <Account person=person.clone() power=power />
        <RecoveryLink person=person />
    }
}

/// Closes the account or opens it again, after a question.
#[component]
fn Account(person: Person, power: Power) -> impl IntoView {
    let (id, closed) = (person.id, person.disabled);
    let name = StoredValue::new(person.name);
    let close = move |()| {
        power.ask(
            text!("admin-account-close-ask", name = name.get_value()),
            text!("admin-account-close-text"),
            (text!("admin-account-close-do"), ButtonKind::Danger),
            text!("admin-account-closed-now"),
            SetDisabled {
                person: id,
                disabled: true,
            },
        );
    };
    let reopen = move |()| {
        power.ask(
            text!("admin-account-open-ask", name = name.get_value()),
            text!("admin-account-open-text"),
            (text!("admin-account-open-do"), ButtonKind::Main),
            text!("admin-account-opened-now"),
            SetDisabled {
                person: id,
                disabled: false,
            },
        );
    };
    view! {
        <hr />
        <h3>{t!("admin-account")}</h3>
        {if closed {
            view! {
                <p>{t!("admin-account-closed-text")}</p>
                <Button kind=ButtonKind::Plain on_press=reopen>
                    {t!("admin-account-open")}
                </Button>
            }
                .into_any()
        } else {
            view! {
                <Button kind=ButtonKind::Danger on_press=close>
                    {t!("admin-account-close")}
                </Button>
            }
                .into_any()
        }}
    }
}

/// Every role that somebody has.
fn held_roles(person: &Person) -> Vec<InvitedAs> {
    let in_places = person
        .roles
        .collectivities
        .iter()
        .map(|(collectivity, role)| InvitedAs::Collectivity {
            collectivity: *collectivity,
            role: *role,
        });
    let in_network = person
        .roles
        .network
        .iter()
        .map(|role| InvitedAs::Network { role: *role });
    in_places.chain(in_network).collect()
}

/// Who somebody is, in a list: name, roles and address.
#[component]
pub(super) fn WhoIs(
    /// Who.
    person: Person,
) -> impl IntoView {
    let Person {
        name, roles, email, ..
    } = person;
    view! {
        <div class="row-list__main">
            <p class="row-list__title">
                <PersonName name=name />
            </p>
            <p class="quiet small">{move || roles_words(&roles)}</p>
            <p class="quiet small">
                <bdi class="ltr">{email}</bdi>
            </p>
        </div>
    }
}

/// The roles of a person, as one line. Tracked.
pub(super) fn roles_words(roles: &Roles) -> String {
    let in_places = roles.collectivities.iter().map(|(id, role)| {
        let role = message(&key_of("collectivity-role", role.word()), &[]);
        let place = collectivity(*id).map(|place| place_name(&place));
        match place {
            Some(place) => text!("admin-role-in", role = role, place = place),
            None => role,
        }
    });
    let in_network = roles
        .network
        .iter()
        .map(|role| message(&key_of("network-role", role.word()), &[]));
    let all: Vec<String> = in_places.chain(in_network).collect();
    if all.is_empty() {
        text!("account-no-role")
    } else {
        format::list(&all)
    }
}
