use crate::components::{Icon, IconKind};
use crate::replica::{SavedState as Saved, use_replica};
use crate::router::{Page, href};
use crate::session::refuses_cookies;
use crate::{format, text};
use leptos::prelude::*;

/// What is saved where, in words; leads to the page that says more.
#[component]
pub(super) fn SavedState() -> impl IntoView {
    let status = use_replica().status();
    let icon = Signal::derive(move || icon_of(status.get()));
    view! {
        <a class="saved-state no-print" href=href(Page::Attention) data-state=move || state_word(status.get())>
            <Icon kind=icon />
            <span>{move || saved_words(status.get())}</span>
        </a>
    }
}

/// The words of the indicator, in the current language. Tracked.
pub(crate) fn saved_words(state: Saved) -> String {
    match state {
        Saved::Attention(changes) => text!("common-saved-attention", count = changes),
        Saved::SignedOut(_) if refuses_cookies() => text!("common-saved-no-cookies"),
        Saved::SignedOut(0) => text!("common-saved-signed-out"),
        Saved::SignedOut(changes) => text!("common-saved-signed-out-waiting", count = changes),
        Saved::Waiting(changes) => text!("common-saved-waiting", count = changes),
        Saved::InThisTab(changes) => text!("common-saved-in-this-tab", count = changes),
        Saved::MustReload => text!("common-saved-must-reload"),
        Saved::Offline(Some(at)) => text!("common-saved-offline-since", when = format::moment(at)),
        Saved::Offline(None) => text!("common-saved-offline"),
        Saved::Sent(at) => text!("common-saved-sent", when = format::time_or_date(at)),
        Saved::UpToDate(at) => text!("common-saved-up-to-date", when = format::time_or_date(at)),
        Saved::OnlyHere => text!("common-saved-only-here"),
        Saved::Opening => text!("common-saved-opening"),
    }
}

const fn state_word(state: Saved) -> &'static str {
    match state {
        Saved::Attention(_) | Saved::SignedOut(_) | Saved::InThisTab(_) | Saved::MustReload => "attention",
        Saved::Waiting(_) | Saved::OnlyHere => "local",
        Saved::Offline(_) => "offline",
        Saved::Sent(_) | Saved::UpToDate(_) | Saved::Opening => "sent",
    }
}

const fn icon_of(state: Saved) -> IconKind {
    match state {
        Saved::Attention(_) | Saved::SignedOut(_) | Saved::InThisTab(_) | Saved::MustReload => {
            IconKind::Attention
        }
        Saved::Waiting(_) | Saved::OnlyHere => IconKind::Device,
        Saved::Offline(_) | Saved::Opening => IconKind::Globe,
        Saved::Sent(_) | Saved::UpToDate(_) => IconKind::Check,
    }
}
