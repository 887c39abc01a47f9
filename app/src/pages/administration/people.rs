use super::people_search::{Asking, use_people_search};
use super::person::{PersonDialog, WhoIs};
use crate::components::{
    Button, ButtonKind, EmptyState, InputKind, Skeleton, StateKind, StateLabel, TextField,
};
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::PersonId;
use shared::records::Person;

/// Everybody with an account: found by name or address, appointed, closed, opened.
#[component]
pub(super) fn People() -> impl IntoView {
    let search = use_people_search(true);
    let (found, more, asking) = (search.found, search.more, search.asking);
    let managed = RwSignal::new(None::<PersonId>);
    let is_working = Signal::derive(move || *asking.read() == Asking::Working);
    let is_done = move || *asking.read() == Asking::Done;
    let results = move || {
        let count = found.read().len();
        match (is_done(), more.get()) {
            (true, false) => text!("admin-people-results", count = count),
            (true, true) => text!("admin-people-first", count = count),
            (false, _) => String::new(),
        }
    };
    let none = move || {
        if is_working.get() {
            view! { <Skeleton label=t!("common-loading") /> }.into_any()
        } else {
            view! { <EmptyState title=t!("admin-people-none") text=t!("admin-people-none-text") /> }
                .into_any()
        }
    };
    view! {
        <div class="admin-filters">
            <TextField
                id="admin-people-words"
                label=t!("admin-people-search")
                kind=InputKind::Search
                value=search.words
                on_input=move |typed| search.words.set(typed)
            />
        </div>
        <p class="results-line" role="status">
            {results}
        </p>
        {search.failure_view()}
        <Show
            when=move || !found.read().is_empty()
            fallback=move || view! { <Show when=move || !search.has_failed()>{none}</Show> }
        >
            <ul class="row-list" role="list">
                {move || {
                    found
                        .get()
                        .into_iter()
                        .map(|person| view! { <Line person=person managed=managed /> })
                        .collect_view()
                }}
            </ul>
            <Show when=move || more.get()>
                <div class="button-row">
                    <Button kind=ButtonKind::Plain busy=is_working on_press=move |()| search.show_more()>
                        {t!("admin-people-more")}
                    </Button>
                </div>
            </Show>
        </Show>
        <PersonDialog managed=managed search=search />
    }
}

#[component]
fn Line(person: Person, managed: RwSignal<Option<PersonId>>) -> impl IntoView {
    let id = person.id;
    let (name, is_closed) = (person.name.clone(), person.disabled);
    view! {
        <li class="row-list__item">
            <WhoIs person=person />
            <div class="row-list__end">
                {is_closed
                    .then(|| view! { <StateLabel kind=StateKind::Closed text=t!("admin-person-closed") /> })}
                <Button
                    kind=ButtonKind::Plain
                    label=t!("admin-person-manage", name = name.clone())
                    on_press=move |()| managed.set(Some(id))
                >
                    {t!("people-manage")}
                </Button>
            </div>
        </li>
    }
}
