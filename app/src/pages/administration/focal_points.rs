use crate::components::{Button, ButtonKind, Choice, Dialog, SelectField, open_while_some};
use crate::i18n::localised;
use crate::pages::people::invite::{InviteDialog, Offer};
use crate::pages::people::power::{Power, Whose};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::records::{Collectivity, InvitedAs, Person};
use shared::vocabulary::CollectivityRole;

/// Names a focal point: by an invitation, or somebody who has an account.
#[component]
pub(super) fn FocalPoints(
    /// Of which collectivity, while the dialog is open.
    place: RwSignal<Option<Collectivity>>,
    /// The people of the network.
    people: Memo<Vec<Person>>,
) -> impl IntoView {
    let open = open_while_some(place);
    let invites = RwSignal::new(false);
    // The collectivity that the invitation dialog is about: it outlives the first dialog.
    let invited_to = RwSignal::new(None::<Collectivity>);
    let chosen = RwSignal::new(String::new());
    let power = Power::new(move || {
        chosen.set(String::new());
        open.set(false);
    });
    let title = Signal::derive(move || {
        let name = place.read().as_ref().and_then(|place| localised(&place.name));
        text!(
            "admin-name-focal-of",
            name = name.map(|(_, name)| name).unwrap_or_default()
        )
    });
    let choices = Signal::derive(move || {
        let mut people: Vec<Person> = people.get();
        people.retain(|person| {
            !person.disabled
                && place
                    .read()
                    .as_ref()
                    .is_none_or(|place| !person.roles.is_focal_point_of(place.id))
        });
        people.sort_by(|a, b| format::compare(&a.name, &b.name));
        std::iter::once(Choice::new("", text!("admin-choose-person")))
            .chain(
                people
                    .into_iter()
                    .map(|person| Choice::new(person.id.to_string(), person.name)),
            )
            .collect::<Vec<_>>()
    });
    let grant = move |()| {
        let Ok(wanted) = chosen.get_untracked().parse() else {
            return;
        };
        let person =
            people.with_untracked(|people| people.iter().find(|person| person.id == wanted).map(Whose::from));
        if let (Some(place), Some(person)) = (place.get_untracked(), person) {
            let role = InvitedAs::Collectivity {
                collectivity: place.id,
                role: CollectivityRole::FocalPoint,
            };
            power.grant(&person, role);
        }
    };
    let invite = move |()| {
        invited_to.set(place.get_untracked());
        open.set(false);
        invites.set(true);
    };
    let offers = Signal::derive(move || {
        let place = invited_to.get();
        let offers = place.into_iter().flat_map(|place| {
            let collectivity = place.id;
            [
                (
                    CollectivityRole::FocalPoint,
                    text!("collectivity-role-focal-point"),
                    text!("account-role-can-focal-point"),
                ),
                (
                    CollectivityRole::Member,
                    text!("collectivity-role-member"),
                    text!("account-role-can-member"),
                ),
            ]
            .map(|(role, label, hint)| Offer {
                choice: Choice::new(role.word(), label).with_hint(hint),
                role: InvitedAs::Collectivity { collectivity, role },
            })
        });
        offers.collect::<Vec<_>>()
    });
    let is_chosen = Memo::new(move |_| !chosen.read().is_empty());
    view! {
        <Dialog id="focal-points" open=open title=title close_label=t!("common-close")>
            {power.view()}
            <h3>{t!("admin-focal-invite-title")}</h3>
            <p>{t!("admin-focal-invite-text")}</p>
            <Button on_press=invite>{t!("people-invite")}</Button>
            <hr />
            <h3>{t!("admin-focal-existing-title")}</h3>
            <SelectField
                id="focal-person"
                label=t!("admin-focal-person")
                choices=choices
                value=chosen
                on_change=move |value| chosen.set(value)
            />
            <Button kind=ButtonKind::Plain on_press=grant disabled=Signal::derive(move || !is_chosen.get())>
                {t!("people-to-focal")}
            </Button>
        </Dialog>
        <InviteDialog open=invites offers=offers />
    }
}
