use crate::components::{Button, ButtonKind, Dialog, TextArea, open_while_some};
use crate::i18n::lang_untracked;
use crate::mutating::Change;
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
    let change = Change::new(move || {
        if let Some(edition) = edition.get_untracked() {
            tell(text!("learn-edition-withdrawn-announced", edition = edition));
        }
        open.set(false);
    });
    // What was written of one edition is not said of another.
    Effect::new(move |_| {
        edition.track();
        reason.set(String::new());
        error.set(None);
        change.forget_failure();
    });
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
        change.make(WithdrawEdition {
            module,
            edition: number,
            reason: reason.get_untracked(),
            lang: lang_untracked(),
        });
    };
    let foot = move || {
        view! {
            <Button kind=ButtonKind::Danger on_press=withdraw>
                {t!("learn-edition-withdraw")}
            </Button>
            <Button kind=ButtonKind::Plain on_press=move |()| open.set(false)>
                {t!("common-cancel")}
            </Button>
        }
    };
    view! {
        <Dialog id="withdraw-edition" open=open title=title close_label=t!("common-close") foot=foot>
            {change.failure_view()}
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
