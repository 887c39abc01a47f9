use super::power::{Power, Whose, role_words};
use super::recovery_link::RecoveryLink;
use crate::components::{Button, ButtonKind, Dialog, Fact, FactsList, Notice, open_while_some};
use crate::i18n::key_of;
use crate::replica::use_replica;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::access::{Action, may};
use shared::ids::{CollectivityId, PersonId};
use shared::mutation::RevokeRole;
use shared::records::{InvitedAs, Person};
use shared::vocabulary::CollectivityRole;

/// What a focal point can change about a colleague: hand over, take back, part with.
#[component]
pub(super) fn Manage(
    /// Whom, while the dialog is open.
    managed: RwSignal<Option<PersonId>>,
    /// The people of the collectivity.
    people: Memo<Vec<Person>>,
    /// Which collectivity.
    collectivity: CollectivityId,
) -> impl IntoView {
    let open = open_while_some(managed);
    // Made here, because it outlives what is shown of the person as they were.
    let power = Power::new(move || open.set(false));
    power.follow(managed);
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
        <Dialog id="people-manage" open=open title=title close_label=t!("common-close")>
            {power.view()}
            {move || {
                person.get().map(|person| view! { <About person=person collectivity=collectivity power=power /> })
            }}
        </Dialog>
    }
}

#[component]
fn About(person: Person, collectivity: CollectivityId, power: Power) -> impl IntoView {
    let replica = use_replica();
    let is_focal = person.roles.is_focal_point_of(collectivity);
    let (id, joined) = (person.id, person.joined);
    let is_self = Memo::new(move |_| replica.identity().with(|identity| identity.person == id));
    let as_role = move |role| InvitedAs::Collectivity { collectivity, role };
    let may_appoint = Memo::new(move |_| {
        replica
            .identity()
            .with(|identity| may(identity, Action::Appoint(as_role(CollectivityRole::FocalPoint))).is_ok())
    });
    let role = if is_focal {
        CollectivityRole::FocalPoint
    } else {
        CollectivityRole::Member
    };
    let whose = StoredValue::new(Whose::from(&person));
    let person_name = StoredValue::new(person.name.clone());
    // Leaving the collectivity: what the person wrote stays, what they could see goes.
    let part = Callback::new(move |()| {
        power.ask(
            text!(
                "people-power-revoke-title",
                name = person_name.get_value(),
                role = role_words(as_role(role))
            ),
            text!("people-part-text"),
            (text!("people-part-do"), ButtonKind::Danger),
            text!("people-power-revoked", role = role_words(as_role(role))),
            RevokeRole {
                person: id,
                role: as_role(role),
            },
        );
    });
    let (closes, email) = (person.disabled, person.email.clone());
    view! {
        <FactsList>
            <Fact term=t!("people-column-role")>{t!(key_of("collectivity-role", role.word()))}</Fact>
            <Fact term=t!("account-email")>
                <bdi class="ltr">{email}</bdi>
            </Fact>
            <Fact term=t!("people-joined")>{move || format::date(joined)}</Fact>
        </FactsList>
        {closes
            .then(|| {
                view! {
                    <Notice slim=true>
                        <p>{t!("people-closed-note")}</p>
                    </Notice>
                }
            })}
        <Show when=move || may_appoint.get()>
            {if is_focal {
                let words = move || {
                    if is_self.get() { text!("people-step-down-text") } else { text!("people-to-member-text") }
                };
                view! {
                    <p>{words}</p>
                    <Button
                        kind=ButtonKind::Danger
                        on_press=move |()| power.step_down(&whose.get_value(), as_role(CollectivityRole::FocalPoint))
                    >
                        {t!("people-to-member")}
                    </Button>
                }
                    .into_any()
            } else {
                view! {
                    <p>{t!("people-to-focal-text")}</p>
                    <Button on_press=move |()| power.grant(&whose.get_value(), as_role(CollectivityRole::FocalPoint))>
                        {t!("people-to-focal")}
                    </Button>
                }
                    .into_any()
            }}
            <hr />
            <Button kind=ButtonKind::Quiet on_press=move |()| part.run(())>
                {t!("people-part")}
            </Button>
        </Show>
        <RecoveryLink person=person />
    }
}
