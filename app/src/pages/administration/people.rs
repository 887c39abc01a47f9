use super::person::{PersonDialog, roles_words};
use crate::components::{Button, ButtonKind, EmptyState, InputKind, StateKind, StateLabel, TextField};
use crate::i18n::PersonName;
use crate::{format, t};
use leptos::prelude::*;
use shared::ids::PersonId;
use shared::records::Person;
use shared::search::normalise;

/// How many lines are shown at first, and how many more at a time.
const LINES: usize = 30;

/// Everybody with an account: found by name or address, appointed, closed, opened.
#[component]
pub(super) fn People(people: Memo<Vec<Person>>) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let limit = RwSignal::new(LINES);
    let found = Memo::new(move |_| {
        let wanted = normalise(&words.read());
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let mut found = people.get();
        found.retain(|person| {
            let text = format!("{} {}", normalise(&person.name), person.email);
            wanted.iter().all(|word| text.contains(word))
        });
        found.sort_by(|a, b| format::compare(&a.name, &b.name));
        found
    });
    let managed = RwSignal::new(None::<PersonId>);
    view! {
        <div class="admin-filters">
            <TextField
                id="admin-people-words"
                label=t!("admin-people-search")
                kind=InputKind::Search
                value=words
                on_input=move |typed| words.set(typed)
            />
        </div>
        <p class="results-line" role="status">
            {t!("admin-people-results", count = found.read().len())}
        </p>
        <Show
            when=move || !found.read().is_empty()
            fallback=|| view! { <EmptyState title=t!("admin-people-none") text=t!("admin-people-none-text") /> }
        >
            <ul class="row-list" role="list">
                {move || {
                    found
                        .get()
                        .into_iter()
                        .take(limit.get())
                        .map(|person| view! { <Line person=person managed=managed /> })
                        .collect_view()
                }}
            </ul>
            <Show when=move || { found.read().len() > limit.get() }>
                <div class="button-row">
                    <Button kind=ButtonKind::Plain on_press=move |()| limit.update(|limit| *limit += LINES)>
                        {t!("admin-show-more", count = found.read().len().saturating_sub(limit.get()))}
                    </Button>
                </div>
            </Show>
        </Show>
        <PersonDialog managed=managed people=people />
    }
}

#[component]
fn Line(person: Person, managed: RwSignal<Option<PersonId>>) -> impl IntoView {
    let id = person.id;
    let roles = person.roles.clone();
    let name = person.name.clone();
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <PersonName name=person.name />
                </p>
                <p class="quiet small">{move || roles_words(&roles)}</p>
                <p class="quiet small">
                    <bdi class="ltr">{person.email}</bdi>
                </p>
            </div>
            <div class="row-list__end">
                {person
                    .disabled
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
