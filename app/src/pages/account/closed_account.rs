use crate::api;
use crate::components::{Notice, NoticeKind};
use crate::replica::{SavedState, use_replica};
use crate::t;
use leptos::prelude::*;
use shared::wire::ApiErrorCode;

/// Says that the session ended because the account was closed, where that is so: signing in again would not help.
#[component]
pub(super) fn ClosedAccount() -> impl IntoView {
    let status = use_replica().status();
    let must_sign_in = Memo::new(move |_| matches!(status.get(), SavedState::SignedOut(_)));
    let is_closed = RwSignal::new(false);
    Effect::new(move |_| {
        is_closed.set(false);
        if must_sign_in.get() {
            leptos::task::spawn_local(async move {
                let answer = api::session().await;
                let closed = answer.is_err_and(|failure| failure.code() == Some(ApiErrorCode::AccountClosed));
                let _ = is_closed.try_set(closed);
            });
        }
    });
    view! {
        <Show when=move || is_closed.get()>
            <Notice kind=NoticeKind::Attention live=true>
                <p>{t!("error-account_closed")}</p>
                <p>{t!("account-sign-in-closed-hint")}</p>
            </Notice>
        </Show>
    }
}
