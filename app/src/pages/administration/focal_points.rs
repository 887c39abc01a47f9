use super::people_search::{Asking, use_people_search};
use super::person::WhoIs;
use crate::components::{Button, ButtonKind, Choice, Dialog, InputKind, TextField, open_while_some};
use crate::i18n::localised;
use crate::pages::people::invite::{InviteDialog, Offer};
use crate::pages::people::power::{Power, Whose};
use crate::{t, text};
use leptos::prelude::*;
use shared::records::{Collectivity, InvitedAs, Person};
use shared::vocabulary::CollectivityRole;

/// Names a focal point: by an invitation, or somebody who has an account.
#[component]
pub(super) fn FocalPoints(
    /// Of which collectivity, while the dialog is open.
    place: RwSignal<Option<Collectivity>>,
) -> impl IntoView {
    let open = open_while_some(place);
    let invites = RwSignal::new(false);
    // The collectivity that the invitation dialog is about: it outlives the first dialog.
    let invited_to = RwSignal::new(None::<Collectivity>);
    let search = use_people_search(false);
    let power = Power::through_server(move |_| {
        search.words.set(String::new());
        open.set(false);
    });
    let title = Signal::derive(move || {
        let name = place.read().as_ref().and_then(|place| localised(&place.name));
        text!(
            "admin-name-focal-of",
            name = name.map(|(_, name)| name).unwrap_or_default()
        )
    });
    let candidates = Memo::new(move |_| {
        let place = place.read();
        let mut people = search.found.get();
        people.retain(|person| {
            let has_it = place
                .as_ref()
                .is_some_and(|place| person.roles.is_focal_point_of(place.id));
            !person.disabled && !has_it
        });
        people
    });
    let is_asked = move || *search.asking.read() == Asking::Done && !search.words.read().trim().is_empty();
    let results = move || match (is_asked(), candidates.read().len(), search.more.get()) {
        (false, ..) => String::new(),
        (true, 0, _) => text!("admin-people-none"),
        (true, count, false) => text!("admin-people-results", count = count),
        (true, count, true) => text!("admin-people-first", count = count),
    };
    let grant = Callback::new(move |person: Whose| {
        if let Some(place) = place.get_untracked() {
            let role = InvitedAs::Collectivity {
                collectivity: place.id,
                role: CollectivityRole::FocalPoint,
            };
            power.grant(&person, role);
        }
    });
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
    view! {
        <Dialog id="focal-points" open=open title=title close_label=t!("common-close")>
            {power.view()}
            <h3>{t!("admin-focal-invite-title")}</h3>
            <p>{t!("admin-focal-invite-text")}</p>
            <Button on_press=invite>{t!("people-invite")}</Button>
            <hr />
            <h3>{t!("admin-focal-existing-title")}</h3>
            <TextField
                id="focal-person"
                label=t!("admin-people-search")
                kind=InputKind::Search
                value=search.words
                on_input=move |typed| search.words.set(typed)
            />
            <p class="results-line" role="status">
                {results}
            </p>
            {search.failure_view()}
            <ul class="row-list" role="list">
                {move || {
                    candidates.get().into_iter().map(|person| view! { <Candidate person=person grant=grant /> }).collect_view()
                }}
            </ul>
            <Show when=move || search.more.get()>
                <Button
                    kind=ButtonKind::Plain
                    busy=Signal::derive(move || *search.asking.read() == Asking::Working)
                    on_press=move |()| search.show_more()
                >
                    {t!("admin-people-more")}
                </Button>
            </Show>
        </Dialog>
        <InviteDialog open=invites offers=offers />
    }
}

#[component]
fn Candidate(person: Person, grant: Callback<Whose>) -> impl IntoView {
    let whose = Whose::from(&person);
    let label = person.name.clone();
    view! {
        <li class="row-list__item">
            <WhoIs person=person />
            <div class="row-list__end">
                <Button
                    kind=ButtonKind::Plain
                    label=Signal::derive(move || format!("{} · {label}", text!("people-to-focal")))
                    on_press=move |()| grant.run(whose.clone())
                >
                    {t!("people-to-focal")}
                </Button>
            </div>
        </li>
    }
}
