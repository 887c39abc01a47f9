use crate::components::{Button, ButtonKind, Dialog, Notice, NoticeKind, TextArea, open_while_some};
use crate::i18n::lang_untracked;
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::ModuleId;
use shared::mutation::WithdrawEdition;
use shared::unicode;

/// Asks what is wrong in an edition, and withdraws it.
#[component]
pub(super) fn Withdraw(
    module: ModuleId,
    /// The edition that is asked about, while the dialog is open.
    edition: RwSignal<Option<u32>>,
) -> impl IntoView {
    let open = open_while_some(edition);
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let title = Signal::derive(move || {
        text!(
            "learn-edition-withdraw-title",
            edition = edition.get().unwrap_or_default()
        )
    });
    let withdraw = move |()| {
        let Some(number) = edition.get_untracked() else {
            return;
        };
        if unicode::is_blank(&reason.read_untracked()) {
            error.set(Some(text!("learn-edition-reason-missing")));
            return;
        }
        error.set(None);
        failure.set(None);
        is_busy.set(true);
        let mutation = WithdrawEdition {
            module,
            edition: number,
            reason: reason.get_untracked(),
            lang: lang_untracked(),
        };
        leptos::task::spawn_local(async move {
            let saved = use_replica().mutate(mutation).await;
            is_busy.try_set(false);
            match saved {
                Ok(_) => {
                    tell(text!("learn-edition-withdrawn-announced", edition = number));
                    reason.try_set(String::new());
                    open.try_set(false);
                }
                Err(not_saved) => {
                    failure.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    let foot = move || {
        view! {
            <Button kind=ButtonKind::Danger busy=is_busy on_press=withdraw>
                {t!("learn-edition-withdraw")}
            </Button>
            <Button kind=ButtonKind::Plain on_press=move |()| open.set(false)>
                {t!("common-cancel")}
            </Button>
        }
    };
    view! {
        <Dialog id="withdraw-edition" open=open title=title close_label=t!("common-close") foot=foot>
            {move || {
                failure
                    .get()
                    .map(|words| view! { <Notice kind=NoticeKind::Error live=true><p>{words}</p></Notice> })
            }}
            <p>{t!("learn-edition-withdraw-text")}</p>
            <TextArea
                id="edition-reason"
                label=t!("learn-edition-reason")
                hint=t!("learn-edition-reason-hint")
                error=error
                value=Signal::derive(move || reason.get())
                on_input=move |text| reason.set(text)
                rows=3
            />
        </Dialog>
    }
}
