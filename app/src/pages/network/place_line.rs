use super::place_in;
use crate::components::{StateKind, StateLabel};
use crate::i18n::{Localised, key_of, lang};
use crate::router::Page;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::records::Collectivity;

/// One collectivity in the list of the directory.
#[component]
pub(crate) fn PlaceLine(
    /// The collectivity.
    place: Collectivity,
) -> impl IntoView {
    let name = place.name.clone();
    let slug = place.slug.clone();
    let kind = t!(key_of("collectivity-kind", place.kind.word()));
    let within = place_in(&place);
    let joined = place.joined.clone();
    let joined_words = place.joined.clone();
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=move || Page::Collectivity(slug.clone()).path(lang()) >
                        <Localised text=Signal::stored(name) bare=true />
                    </a>
                </p>
                <p class="quiet">
                    {kind}
                    {(!within.is_empty()).then(|| view! { " · " <bdi>{within}</bdi> })}
                </p>
            </div>
            <div class="row-list__end">
                <StateLabel
                    kind=if joined.is_some() { StateKind::Good } else { StateKind::Draft }
                    text=Signal::derive(move || match &joined_words {
                        Some(month) => text!("network-member-since", month = format::partial_date(month)),
                        None => text!("network-not-known"),
                    })
                />
            </div>
        </li>
    }
}
