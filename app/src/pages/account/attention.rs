//! What is saved where: what was refused with its words, what waits, and what this device keeps.

mod device;
mod kept;
mod refused_change;
mod waiting_changes;
mod words;

use super::closed_account::ClosedAccount;
use crate::components::{Button, ButtonKind, Notice, NoticeKind, PageHeader};
use crate::replica::{Keeping, SavedState, use_replica};
use crate::router::{Page, href};
use crate::shell::{PageTitle, saved_words};
use crate::{t, worker};
use device::ThisDevice;
use kept::KeptDocuments;
use leptos::prelude::*;
use refused_change::RefusedChanges;
use waiting_changes::WaitingChanges;

/// What is saved where, and what was refused.
#[component]
pub(crate) fn Attention() -> impl IntoView {
    let title = t!("account-attention-title");
    let replica = use_replica();
    let state = replica.status();
    let must_sign_in = Memo::new(move |_| matches!(state.get(), SavedState::SignedOut(_)));
    let must_reload = Memo::new(move |_| state.get() == SavedState::MustReload);
    let is_kept = Memo::new(move |_| replica.keeping() == Keeping::OnDevice);
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <PageHeader title=title lead=t!("account-attention-lead") />
            <Notice kind=NoticeKind::Info>
                <p>{move || saved_words(state.get())}</p>
                <p class="button-row">
                    <Button kind=ButtonKind::Plain on_press=Callback::new(move |()| replica.retry())>
                        {t!("account-attention-sync-now")}
                    </Button>
                    <Show when=move || must_sign_in.get()>
                        <a class="button" href=href(Page::SignIn)>
                            {t!("common-sign-in")}
                        </a>
                    </Show>
                    <Show when=move || must_reload.get()>
                        <Button on_press=Callback::new(|()| leptos::task::spawn_local(worker::use_newest()))>{t!("account-attention-reload")}</Button>
                    </Show>
                </p>
            </Notice>
            <ClosedAccount />
            <Show when=move || !is_kept.get()>
                <Notice kind=NoticeKind::Attention>
                    <p>{t!("account-attention-nothing-kept")}</p>
                </Notice>
            </Show>
            <RefusedChanges />
            <WaitingChanges />
            <KeptDocuments />
            <ThisDevice />
        </div>
    }
}
