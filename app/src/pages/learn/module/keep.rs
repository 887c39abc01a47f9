use crate::components::{Button, ButtonKind, Icon, IconKind, Progress};
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::{format, t, text, worker};
use leptos::prelude::*;
use shared::ids::ModuleId;
use shared::scope::Scope;

/// Keeps a module on this device, so that it can be taken without a network: its size before, how far it is, and what
/// was kept.
#[component]
pub(super) fn KeepOffline(module: ModuleId) -> impl IntoView {
    let replica = use_replica();
    let scope = Scope::Module(module);
    let is_pinned = Memo::new(move |_| replica.is_pinned(scope));
    let size = Memo::new(move |_| replica.size_of(scope));
    let size_words = move || {
        size.get()
            .map_or_else(String::new, |size| format::bytes(float(size)))
    };
    // The app itself, and everything that the module holds.
    let done = Memo::new(move |_| u32::from(worker::is_app_kept()) + u32::from(size.get().is_some()));
    let is_done = Memo::new(move |_| done.get() == 2);
    let keep = Callback::new(move |()| replica.pin(scope, true));
    let release = Callback::new(move |()| replica.pin(scope, false));
    let held_as_of = move || replica.held_as_of(scope).map_or_else(String::new, format::moment);
    view! {
        <section class="keep no-print" aria-label=t!("offline-keep-title")>
            <Show
                when=move || is_pinned.get()
                fallback=move || {
                    view! {
                        <Button kind=ButtonKind::Plain icon=IconKind::Device on_press=keep>
                            {t!("offline-keep")}
                        </Button>
                        <Show when=move || size.get().is_some()>
                            <span class="quiet small">{move || text!("offline-keep-size", size = size_words())}</span>
                        </Show>
                    }
                }
            >
                <Show
                    when=move || is_done.get()
                    fallback=move || {
                        view! {
                            <Progress label=t!("offline-keeping") value=done max=Signal::stored(2) />
                        }
                    }
                >
                    <p role="status">
                        <Icon kind=IconKind::Check />
                        {move || text!("offline-kept", size = size_words(), when = held_as_of())}
                    </p>
                </Show>
                <Button kind=ButtonKind::Quiet on_press=release>
                    {t!("offline-keep-no-more")}
                </Button>
                <a href=href(Page::Attention)>{t!("offline-kept-all")}</a>
            </Show>
        </section>
    }
}

#[expect(clippy::cast_precision_loss, reason = "sizes of texts are far below 2^52")]
fn float(size: usize) -> f64 {
    size as f64
}
