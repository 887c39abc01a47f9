use super::people::roles_words;
use crate::components::{Button, ButtonKind, Dialog, Notice, NoticeKind, open_while_some};
use crate::i18n::{key_of, localised, message};
use crate::mutating::Change;
use crate::pages::experiences::words::collectivity;
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::PersonId;
use shared::mutation::{GrantRole, RevokeRole, SetDisabled};
use shared::records::{InvitedAs, Person};
use shared::vocabulary::NetworkRole;

/// Roles and account of one person.
#[component]
pub(super) fn PersonDialog(
    /// Whom, while the dialog is open.
    managed: RwSignal<Option<PersonId>>,
    /// The people of the network.
    people: Memo<Vec<Person>>,
) -> impl IntoView {
    let open = open_while_some(managed);
    let person = Memo::new(move |_| {
        let wanted = managed.get()?;
        people.read().iter().find(|person| person.id == wanted).cloned()
    });
    let title = Signal::derive(move || {
        person
            .read()
            .as_ref()
            .map_or_else(|| text!("people-manage"), |person| person.name.clone())
    });
    view! {
        <Dialog id="admin-person" open=open title=title close_label=t!("common-close")>
            {move || person.get().map(|person| view! { <About person=person /> })}
        </Dialog>
    }
}

#[component]
fn About(person: Person) -> impl IntoView {
    // The dialog stays: its lines show what changed.
    let change = Change::new(|| {});
    let id = person.id;
    let roles = person.roles.clone();
    let held = held_roles(&person);
    let missing: Vec<NetworkRole> = NetworkRole::ALL
        .iter()
        .copied()
        .filter(|role| !person.roles.network.contains(role))
        .collect();
    let closed = person.disabled;
    view! {
        {change.failure_view()}
        <p>{move || roles_words(&roles)}</p>
        <h3>{t!("admin-roles-take")}</h3>
        <ul class="row-list" role="list">
            {held
                .into_iter()
                .map(|(role, words)| {
                    view! {
                        <li class="row-list__item">
                            <p class="row-list__main">{words}</p>
                            <div class="row-list__end">
                                <Button
                                    kind=ButtonKind::Quiet
                                    on_press=move |()| change.make(RevokeRole { person: id, role })
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
                            on_press=move |()| {
                                change
                                    .make(GrantRole {
                                        person: id,
                                        role: InvitedAs::Network { role },
                                    });
                            }
                        >
                            {message(&key_of("network-role", role.word()), &[])}
                        </Button>
                    }
                })
                .collect_view()}
        </div>
        <hr />
        <h3>{t!("admin-account")}</h3>
        {if closed {
            view! {
                <p>{t!("admin-account-closed-text")}</p>
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| change.make(SetDisabled { person: id, disabled: false })
                >
                    {t!("admin-account-open")}
                </Button>
            }
                .into_any()
        } else {
            view! { <CloseAccount person=id change=change /> }.into_any()
        }}
    }
}

#[component]
fn CloseAccount(person: PersonId, change: Change) -> impl IntoView {
    let asks = RwSignal::new(false);
    view! {
        <Show
            when=move || asks.get()
            fallback=move || {
                view! {
                    <Button kind=ButtonKind::Danger on_press=move |()| asks.set(true)>
                        {t!("admin-account-close")}
                    </Button>
                }
            }
        >
            <Notice kind=NoticeKind::Attention live=true>
                <p>{t!("admin-account-close-text")}</p>
                <div class="button-row">
                    <Button
                        kind=ButtonKind::Danger
                        on_press=move |()| change.make(SetDisabled { person, disabled: true })
                    >
                        {t!("admin-account-close-do")}
                    </Button>
                    <Button kind=ButtonKind::Plain on_press=move |()| asks.set(false)>
                        {t!("common-cancel")}
                    </Button>
                </div>
            </Notice>
        </Show>
    }
}

/// Every role, with its words.
fn held_roles(person: &Person) -> Vec<(InvitedAs, String)> {
    let in_places = person.roles.collectivities.iter().map(|(id, role)| {
        let words = message(&key_of("collectivity-role", role.word()), &[]);
        let place = collectivity(*id).and_then(|place| localised(&place.name));
        let words = match place {
            Some((_, place)) => text!("admin-role-in", role = words, place = place),
            None => words,
        };
        let held = InvitedAs::Collectivity {
            collectivity: *id,
            role: *role,
        };
        (held, words)
    });
    let in_network = person.roles.network.iter().map(|role| {
        let words = message(&key_of("network-role", role.word()), &[]);
        (InvitedAs::Network { role: *role }, words)
    });
    in_places.chain(in_network).collect()
}
