use leptos::prelude::*;

thread_local! {
    static SAID: ArcRwSignal<(u32, String)> = ArcRwSignal::new((0, String::new()));
}

/// Has a screen reader say something, politely. The same words twice are said twice.
pub(crate) fn announce(words: impl Into<String>) {
    let words = words.into();
    SAID.with(|said| {
        said.update(|(times, text)| {
            *times = times.wrapping_add(1);
            *text = words;
        });
    });
}

/// Where announcements are written for screen readers.
#[component]
pub(super) fn LiveRegion() -> impl IntoView {
    let said = SAID.with(ArcRwSignal::clone);
    // A no-break space at every second announcement makes equal words a change, so that they are said again.
    let words = move || {
        said.with(|(times, text)| {
            let tail = if times % 2 == 0 { "" } else { "\u{a0}" };
            format!("{text}{tail}")
        })
    };
    view! {
        <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
            {words}
        </div>
    }
}
