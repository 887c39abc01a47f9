use crate::components::Notice;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::session::use_session;
use crate::t;
use leptos::prelude::*;

/// Says before somebody begins to write how long a shared computer keeps it. Nothing on their own device.
#[component]
pub(crate) fn SharedComputer() -> impl IntoView {
    let is_visitor = use_session().is_visitor();
    let is_shared = move || !is_visitor.get() && !use_replica().is_own_device();
    view! {
        <Show when=is_shared>
            <Notice slim=true>
                <p>
                    {t!("offline-shared")} " "
                    <a href=href(Page::Account)>{t!("offline-shared-own")}</a>
                </p>
            </Notice>
        </Show>
    }
}
