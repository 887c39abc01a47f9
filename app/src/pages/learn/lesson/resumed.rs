use crate::components::{Button, ButtonKind, IconButton, IconKind};
use crate::t;
use leptos::prelude::*;
use std::time::Duration;

/// Says that the page was scrolled to where the reader had stopped, and leads back to the beginning. It goes away by
/// itself: a reader who reads on has understood.
#[component]
pub(super) fn Resumed(resumed: RwSignal<bool>) -> impl IntoView {
    Effect::new(move |_| {
        if resumed.get() {
            set_timeout(
                move || {
                    resumed.try_set(false);
                },
                Duration::from_secs(12),
            );
        }
    });
    let to_start = move |()| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        resumed.set(false);
    };
    view! {
        <div class="resumed no-print" role="status">
            <Show when=move || resumed.get()>
                <div class="resumed__box">
                    <p>{t!("learn-lesson-resumed")}</p>
                    <Button kind=ButtonKind::Quiet icon=IconKind::Up on_press=to_start>
                        {t!("learn-lesson-from-start")}
                    </Button>
                    <IconButton icon=IconKind::Cross label=t!("common-close") on_press=move |()| resumed.set(false) />
                </div>
            </Show>
        </div>
    }
}
