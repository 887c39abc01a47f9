use crate::components::{Notice, NoticeKind};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

thread_local! {
    /// What was just done, and the page that says it.
    static LAST: ArcRwSignal<Option<(String, String)>> = ArcRwSignal::new(None);
}

/// Has the page at this path say, once one arrives there, what was just done.
pub(crate) fn tell_at(path: &str, words: String) {
    LAST.with(|last| last.set(Some((without_language(path), words))));
}

/// What was just done, on the page that it led to.
#[component]
pub(crate) fn LastOutcome() -> impl IntoView {
    let location = use_location();
    let last = LAST.with(ArcRwSignal::clone);
    let words = Memo::new(move |_| {
        let here = location.pathname.with(|path| without_language(path));
        last.get()
            .filter(|(place, _)| *place == here)
            .map(|(_, words)| words)
    });
    move || {
        words.get().map(|words| {
            view! {
                <Notice kind=NoticeKind::Good live=true>
                    <p>{words}</p>
                </Notice>
            }
        })
    }
}

/// The path without its language: what was done stays done when the language is switched.
fn without_language(path: &str) -> String {
    path.trim_start_matches('/')
        .split_once('/')
        .map_or_else(String::new, |(_, rest)| rest.trim_end_matches('/').to_owned())
}
