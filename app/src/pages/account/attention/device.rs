use crate::components::{Fact, FactsList};
use crate::replica::use_replica;
use crate::session::use_session;
use crate::{format, js, t};
use leptos::prelude::*;

/// What this device keeps, and whether it is the person's own.
#[component]
pub(super) fn ThisDevice() -> impl IntoView {
    let replica = use_replica();
    let session = use_session();
    let is_own = RwSignal::new(replica.is_own_device());
    let held = RwSignal::new(None::<f64>);
    leptos::task::spawn_local(async move { held.set(bytes_held().await) });
    let choose = move |event| {
        let is_checked = event_target_checked(&event);
        is_own.set(is_checked);
        replica.set_own_device(is_checked);
    };
    let is_visitor = session.is_visitor();
    let synced = Signal::derive(move || {
        replica
            .synced_at()
            .map_or_else(|| crate::text!("account-attention-never"), format::moment)
    });
    let size = Signal::derive(move || {
        held.get()
            .map_or_else(|| crate::text!("account-attention-unknown"), format::bytes)
    });
    let free = RwSignal::new(None::<f64>);
    leptos::task::spawn_local(async move {
        let room = crate::replica::room().await;
        free.try_set(room);
    });
    let room = Signal::derive(move || {
        free.get()
            .map_or_else(|| crate::text!("account-attention-unknown"), format::bytes)
    });
    let version = session.server_version();
    let version = Signal::derive(move || {
        version
            .get()
            .unwrap_or_else(|| crate::text!("account-attention-unknown"))
    });
    view! {
        <h2>{t!("account-attention-device")}</h2>
        <FactsList>
            <Fact term=t!("account-attention-synced")>{synced}</Fact>
            <Fact term=t!("account-attention-size")>{size}</Fact>
            <Fact term=t!("offline-room")>{room}</Fact>
            <Fact term=t!("account-attention-version")>
                <bdi>{version}</bdi>
            </Fact>
        </FactsList>
        <p>
            // Not a page of the app: it must open when the app does not.
            <a href="/reset" rel="external">
                {t!("offline-reset")}
            </a>
        </p>
        <Show when=move || !is_visitor.get()>
            <label class="option">
                <input type="checkbox" prop:checked=move || is_own.get() on:change=choose />
                <span>{t!("account-attention-own-device")}</span>
            </label>
            <p class="quiet small">{t!("account-attention-own-device-hint")}</p>
        </Show>
    }
}

/// How much the browser keeps for this hub; `None` where it does not say.
async fn bytes_held() -> Option<f64> {
    let answer = js::ask(&js::of_navigator("storage")?, "estimate", &[]).await?;
    js::get(&answer, "usage")?.as_f64()
}
