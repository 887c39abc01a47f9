use crate::components::{Button, ButtonKind};
use crate::i18n::localised;
use crate::replica::{Pin, use_replica};
use crate::router::Page;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::records::{ExperienceCard, ModuleCard};
use shared::scope::Scope;

/// What the person keeps on this device, with its size and its age; each can be removed.
#[component]
pub(super) fn KeptDocuments() -> impl IntoView {
    let replica = use_replica();
    let pins = Memo::new(move |_| replica.pins());
    view! {
        <h2>{t!("offline-kept-title")}</h2>
        <Show
            when=move || !pins.read().is_empty()
            fallback=|| view! { <p class="quiet">{t!("offline-kept-none")}</p> }
        >
            <ul class="row-list" role="list">
                <For each=move || pins.get() key=|pin| pin.scope let:pin>
                    <OneKept pin=pin />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn OneKept(pin: Pin) -> impl IntoView {
    let replica = use_replica();
    let scope = pin.scope;
    let facts = move || match (replica.size_of(scope), replica.held_as_of(scope)) {
        (Some(size), Some(at)) => {
            #[expect(clippy::cast_precision_loss, reason = "sizes of texts are far below 2^52")]
            let size = format::bytes(size as f64);
            text!("offline-kept", size = size, when = format::moment(at))
        }
        _ => text!("offline-keeping"),
    };
    let place = Memo::new(move |_| place_of(scope));
    let title = move || {
        place.get().map_or_else(
            || (String::new(), String::new()),
            |(title, page)| (title, page.path(crate::i18n::lang())),
        )
    };
    view! {
        <li class="row-list__item">
            <a href=move || title().1>
                <bdi>{move || title().0}</bdi>
            </a>
            " "
            <span class="quiet small">{facts}</span>
            <div class="row-list__end">
                <Button
                    kind=ButtonKind::Quiet
                    label=Signal::derive(move || text!("offline-keep-remove", title = title().0))
                    on_press=Callback::new(move |()| replica.pin(scope, false))
                >
                    {t!("offline-keep-no-more")}
                </Button>
            </div>
        </li>
    }
}

/// The title of a document, and its page.
fn place_of(scope: Scope) -> Option<(String, Page)> {
    let replica = use_replica();
    match scope {
        Scope::Module(id) => {
            let card = replica.get::<ModuleCard>(Scope::Public, id)?;
            Some((localised(&card.title)?.1, Page::Module(card.slug)))
        }
        Scope::Experience(id) => {
            let card = replica.get::<ExperienceCard>(Scope::Public, id)?;
            Some((localised(&card.title)?.1, Page::Experience(card.slug)))
        }
        _ => None,
    }
}
