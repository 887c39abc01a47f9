//! The trees of texts. What reads Markdown is a part of the code of its own: a page of the server brings the trees of its
//! texts along, and only another text has that part fetched.

use crate::parts::{PageToCome, PartMissing};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use shared::markdown::{self, Document, ReadText};
use shared::unicode;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::pin::pin;

/// The element in which the server put the trees.
#[cfg(not(feature = "ssr"))]
const ELEMENT: &str = "page-texts";

/// How long a change of the language waits for what reads texts: its words may be here already.
const READER_WITHIN_MS: u32 = 4_000;

/// Reads a text.
type Reader = fn(&str) -> Document;

thread_local! {
    /// What reads texts, once it is here.
    static READER: ArcRwSignal<Option<Reader>> = ArcRwSignal::new(None);
    /// The trees that the page brought, or on the server those that the page has so far, by the digest of their text.
    static TEXTS: RefCell<Option<BTreeMap<u64, Document>>> = const { RefCell::new(None) };
}

/// The tree of a text; `None` while what reads it has to be fetched. Tracked.
pub(crate) fn document_of(source: &str) -> Option<Document> {
    if unicode::is_blank(source) {
        return Some(Document::default());
    }
    #[cfg(feature = "ssr")]
    {
        let document = markdown::parse(source);
        TEXTS.with_borrow_mut(|texts| {
            let texts = texts.get_or_insert_default();
            texts.insert(markdown::digest(source), document.clone());
        });
        Some(document)
    }
    #[cfg(not(feature = "ssr"))]
    {
        let digest = markdown::digest(source);
        let brought = TEXTS.with_borrow_mut(|texts| texts.get_or_insert_with(brought).get(&digest).cloned());
        brought.or_else(|| READER.with(ArcRwSignal::clone).get().map(|read| read(source)))
    }
}

/// The trees that came with the page.
#[cfg(not(feature = "ssr"))]
fn brought() -> BTreeMap<u64, Document> {
    let json = document().get_element_by_id(ELEMENT).and_then(|element| {
        element.remove();
        element.text_content()
    });
    // Without them the texts are read here.
    let texts = json.and_then(|json| shared::json::from_str::<Vec<ReadText>>(&json).ok());
    let texts = texts.into_iter().flatten();
    texts.map(|text| (text.digest, text.document)).collect()
}

/// What reads Markdown, a part of the code of its own. It is the only way into it.
#[wasm_split(texts, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_reader() -> Result<Reader, PartMissing> {
    Ok(markdown::parse)
}

/// Fetches what reads texts, and shows nothing itself: the texts that wait for it follow.
pub(super) fn fetch() -> PageToCome {
    Box::pin(async {
        let reader = fetch_reader().await?;
        READER.with(ArcRwSignal::clone).set(Some(reader));
        Ok(().into_any())
    })
}

/// Has what reads texts fetched before the language changes, where the page came with its texts read: those in another
/// language are read here, and a reader who would wait for them would lose the place. What does not come now is fetched
/// by the texts themselves.
pub(crate) async fn ready_texts_for_another_language() {
    let came_read = TEXTS.with_borrow(|texts| texts.as_ref().is_some_and(|texts| !texts.is_empty()));
    let reader = READER.with(ArcRwSignal::clone);
    if came_read
        && reader.with_untracked(Option::is_none)
        && let Either::Left((Ok(fetched), _)) =
            select(pin!(fetch_reader()), TimeoutFuture::new(READER_WITHIN_MS)).await
    {
        reader.set(Some(fetched));
    }
}

/// The trees of the page that this thread renders, and forgets them.
#[cfg(feature = "ssr")]
pub(crate) fn take_read() -> Vec<ReadText> {
    let texts = TEXTS.take().unwrap_or_default();
    texts
        .into_iter()
        .map(|(digest, document)| ReadText { digest, document })
        .collect()
}
