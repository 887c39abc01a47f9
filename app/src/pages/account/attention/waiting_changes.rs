use super::words::name_of;
use crate::replica::use_replica;
use crate::{format, t};
use leptos::prelude::*;
use shared::client::Outgoing;

/// The changes that are on this device and not sent yet.
#[component]
pub(super) fn WaitingChanges() -> impl IntoView {
    let replica = use_replica();
    let waiting = Memo::new(move |_| replica.waiting());
    view! {
        <h2>{t!("account-attention-waiting")}</h2>
        <Show
            when=move || !waiting.read().is_empty()
            fallback=|| view! { <p class="quiet">{t!("account-attention-nothing-waits")}</p> }
        >
            <ul class="row-list" role="list">
                <For each=move || waiting.get() key=Outgoing::id let:change>
                    <OneWaiting change=change />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn OneWaiting(change: Outgoing) -> impl IntoView {
    let at = change.envelope.at;
    view! {
        <li class="row-list__item">
            <span>{move || name_of(&change.envelope)}</span>
            " "
            <span class="quiet small">{move || format::moment(at)}</span>
        </li>
    }
}
