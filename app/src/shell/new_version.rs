use crate::components::{Button, ButtonKind};
use crate::{t, worker};
use leptos::prelude::*;

/// Says quietly that a new version lies ready; the person decides when.
#[component]
pub(super) fn NewVersion() -> impl IntoView {
    let busy = RwSignal::new(false);
    let take = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(worker::use_newest());
    });
    view! {
        <Show when=worker::is_newer_ready>
            <aside class="new-version no-print" aria-label=t!("offline-new-version")>
                <p role="status">{t!("offline-new-version-text")}</p>
                <Button kind=ButtonKind::Quiet on_press=take busy=busy>
                    {t!("offline-new-version-now")}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=Callback::new(|()| worker::later())>
                    {t!("offline-new-version-later")}
                </Button>
            </aside>
        </Show>
    }
}
