//! What just happened, in words: for screen readers alone where everybody sees it anyway ([`announce`]), and for
//! everybody where it would not be seen ([`tell`]).

use crate::components::{Icon, IconButton, IconKind};
use crate::router::{Page, href};
use crate::t;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::cell::RefCell;
use std::time::Duration;

/// How long words for everybody stay, unless somebody takes them away or others come.
const STAYS_FOR: Duration = Duration::from_secs(20);

/// The words of the moment.
#[derive(Clone, Debug, Default)]
struct Said {
    /// Counts, so that the same words twice are said twice.
    times: u32,
    words: String,
    /// Whether everybody sees them.
    is_shown: bool,
    /// Where they lead, where they lead anywhere.
    lead: Option<Lead>,
}

/// A page that words lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    /// Which.
    pub(super) to: Page,
    /// The words of the link.
    pub(super) words: String,
}

thread_local! {
    static SAID: ArcRwSignal<Said> = ArcRwSignal::default();
    static HIDING: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
}

/// Has a screen reader say something, politely.
pub(crate) fn announce(words: impl Into<String>) {
    say(words.into(), false, None);
}

/// Tells everybody what an action did: words at the edge of the window, which a screen reader says as well.
pub(crate) fn tell(words: impl Into<String>) {
    say(words.into(), true, None);
    HIDING.replace(set_timeout_with_handle(hide, STAYS_FOR).ok());
}

/// Tells everybody what happened, with a link; the words stay until somebody takes them away, or others come.
pub(super) fn tell_and_lead(words: String, lead: Lead) {
    say(words, true, Some(lead));
}

fn say(words: String, is_shown: bool, lead: Option<Lead>) {
    if let Some(hiding) = HIDING.take() {
        hiding.clear();
    }
    SAID.with(|said| {
        said.update(|said| {
            *said = Said {
                times: said.times.wrapping_add(1),
                words,
                is_shown,
                lead,
            };
        });
    });
}

fn hide() {
    SAID.with(|said| said.update(|said| said.is_shown = false));
}

/// Where the words of the moment are written.
#[component]
pub(super) fn LiveRegion() -> impl IntoView {
    let said = SAID.with(ArcRwSignal::clone);
    let is_shown = {
        let said = said.clone();
        Memo::new(move |_| said.read().is_shown)
    };
    let lead = {
        let said = said.clone();
        Memo::new(move |_| said.with(|said| said.lead.clone().filter(|_| said.is_shown)))
    };
    // A no-break space at every second announcement makes equal words a change, so that they are said again.
    let words = move || {
        said.with(|said| {
            let tail = if said.times.is_multiple_of(2) {
                ""
            } else {
                "\u{a0}"
            };
            format!("{}{tail}", said.words)
        })
    };
    view! {
        <div class=move || if is_shown.get() { "told no-print" } else { "visually-hidden" }>
            <Show when=move || is_shown.get()>
                <Icon kind=IconKind::Check />
            </Show>
            <p role="status" aria-live="polite" aria-atomic="true">
                {words} " "
                {move || {
                    lead.get()
                        .map(|lead| {
                            view! {
                                <a href=href(lead.to) on:click=move |_| hide()>
                                    {lead.words}
                                </a>
                            }
                        })
                }}
            </p>
            <Show when=move || is_shown.get()>
                <IconButton icon=IconKind::Cross label=t!("common-close") on_press=move |()| hide() />
            </Show>
        </div>
    }
}
