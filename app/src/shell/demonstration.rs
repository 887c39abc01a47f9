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
            <div class="demo-banner">
                <Icon kind=IconKind::Info />
                {t!("common-demonstration")}
            </div>
        </Show>
    }
}
