//! A person's text as views: the tree that `shared::markdown` made of it, and nothing else. No HTML is ever built from text.

mod blocks;
mod drawing;
mod inlines;
mod texts;

pub(crate) use drawing::{AsideText, Ticks};
#[cfg(feature = "ssr")]
pub(crate) use texts::take_read;
pub(crate) use texts::{document_of, ready_texts_for_another_language};

use crate::parts::later_piece;
use drawing::Drawing;
use leptos::prelude::*;
use shared::{lang::Lang, markdown::LinkTarget};

/// A text written in Markdown.
///
/// The block at index `n` of the text carries the id `{id_prefix}-{n}`: a reading position and an outline refer to it.
/// The declared language decides the direction of all of it: a paragraph that begins with a Latin word or a number stays Arabic.
#[component]
pub(crate) fn Prose(
    /// The text as it was typed.
    #[prop(into)]
    source: Signal<String>,
    /// The language it is in.
    #[prop(into)]
    lang: Signal<Lang>,
    /// The start of the ids of its blocks, unique on the page.
    #[prop(default = "text".to_owned(), into)]
    id_prefix: String,
    /// By how many levels headings are lowered, where the text stands inside a section of the page.
    #[prop(optional)]
    heading_shift: u8,
    /// Where links to lessons and pages of the hub lead; a link that resolves to nothing is shown as its words. Without it, links
    /// to lessons are words and the others lead where they say.
    #[prop(optional, into)]
    resolve: Option<Callback<LinkTarget, Option<String>>>,
    /// What stands at the end of an aside, such as a button that copies it.
    #[prop(optional, into)]
    aside_end: Option<Callback<AsideText, AnyView>>,
    /// What keeps the ticks of its boxes; without it they are forgotten with the page.
    #[prop(optional, into)]
    ticks: Option<Ticks>,
) -> impl IntoView {
    let drawing = Drawing {
        id_prefix: StoredValue::new(id_prefix),
        heading_shift,
        resolve,
        aside_end,
        ticks,
    };
    let document = Memo::new(move |_| document_of(&source.read()));
    // Until the text is here, a page of the server that shows it is the better one.
    let missing = move || document.read().is_none().then_some("");
    view! {
        <div class="prose" lang=move || lang.get().code() dir=move || lang.get().dir() data-missing=missing>
            {move || match &*document.read() {
                Some(document) => blocks::top_level(&document.blocks, drawing).into_any(),
                None => later_piece(texts::fetch).into_any(),
            }}
        </div>
    }
}
