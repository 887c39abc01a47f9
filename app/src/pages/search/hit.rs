use crate::components::Card;
use crate::pages::network::location_words;
use crate::router::{Page, href};
use leptos::prelude::*;
use shared::search::Marked;
use shared::wire::{FoundPlace, SearchHit};

/// One thing that was found: where it leads, and the passage with the words that were asked for.
#[component]
pub(crate) fn Hit(
    /// What was found.
    hit: SearchHit,
) -> impl IntoView {
    let page = match hit.place {
        FoundPlace::Experience { slug } => Page::Experience(slug),
        FoundPlace::Module { slug } => Page::Module(slug),
        FoundPlace::Lesson { module, slug } => Page::Lesson(module, slug),
        FoundPlace::Collectivity { slug } => Page::Collectivity(slug),
        FoundPlace::Term { .. } => Page::Glossary,
    };
    let lang = hit.title.lang;
    let within = hit.within.map(|name| {
        let lang = name.lang;
        view! {
            <p class="card__by" lang=lang.code() dir=lang.dir()>
                {marked(name)}
            </p>
        }
    });
    let lies_in = hit.lies_in.map(|location| {
        view! {
            <p class="card__by">
                <bdi>{move || location_words(&location)}</bdi>
            </p>
        }
    });
    let excerpt = hit.excerpt.map(|passage| {
        let lang = passage.lang;
        view! {
            <p class="card__text" lang=lang.code() dir=lang.dir()>
                {marked(passage)}
            </p>
        }
    });
    view! {
        <Card title=Signal::stored(hit.title.plain()) title_lang=Signal::stored(lang) href=href(page)>
            {within}
            {lies_in}
            {excerpt}
        </Card>
    }
}

fn marked(text: Marked) -> Vec<AnyView> {
    text.runs
        .into_iter()
        .map(|run| {
            if run.is_match {
                view! { <mark>{run.text}</mark> }.into_any()
            } else {
                run.text.into_any()
            }
        })
        .collect()
}
