use crate::components::{Icon, IconKind};
use crate::session::use_session;
use crate::t;
use leptos::prelude::*;

/// Says on every page of a demonstration that it is one.
#[component]
pub(super) fn DemonstrationBanner() -> impl IntoView {
    let is_demonstration = use_session().is_demonstration();
    view! {
        <Show when=move || is_demonstration.get()>
            // A landmark, because whatever stands outside of all of them is passed over by who moves between them.
            <aside class="demo-banner" aria-label=t!("account-demonstration-title")>
                <Icon kind=IconKind::Info />
                {t!("common-demonstration")}
            </aside>
        </Show>
    }
}
