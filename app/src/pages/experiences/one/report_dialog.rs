use crate::components::{
    Button, ButtonKind, Choice, ChoiceGroup, Dialog, Failure, TextArea, open_while_some,
};
use crate::i18n::key_of;
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{ids, t, text};
use leptos::prelude::*;
use shared::ids::ReportId;
use shared::mutation::ReportContent;
use shared::records::ReportTarget;
use shared::vocabulary::ReportReason;

/// Asks the coordinators to look at an experience or a comment.
#[component]
pub(super) fn ReportDialog(
    /// What is reported; `None` closes the dialog.
    target: RwSignal<Option<ReportTarget>>,
) -> impl IntoView {
    let replica = use_replica();
    let open = open_while_some(target);
    let reason = RwSignal::new(None::<ReportReason>);
    let note = RwSignal::new(String::new());
    let reason_error = RwSignal::new(None::<String>);
    let note_error = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if !open.get() {
            reason_error.set(None);
            note_error.set(None);
            failure.set(None);
        }
    });
    let send = move |()| {
        let Some(what) = target.get_untracked() else {
            return;
        };
        let Some(why) = reason.get_untracked() else {
            reason_error.set(Some(text!("experiences-report-reason-missing")));
            return;
        };
        reason_error.set(None);
        let report = ReportContent {
            report: ids::fresh(ReportId::new),
            target: what,
            reason: why,
            note: note.get_untracked().trim().to_owned(),
        };
        leptos::task::spawn_local(async move {
            match replica.mutate(report).await {
                Ok(_) => {
                    note.try_set(String::new());
                    reason.try_set(None);
                    open.try_set(false);
                    tell(text!("experiences-report-sent"));
                }
                Err(not_saved) if not_saved.field() == Some("note") => {
                    note_error.try_set(Some(not_saved.words()));
                }
                Err(not_saved) => {
                    failure.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    let choices = Signal::derive(move || {
        ReportReason::ALL
            .iter()
            .map(|one| Choice::new(one.word(), text!(key_of("report-reason", one.word()))))
            .collect::<Vec<_>>()
    });
    view! {
        <Dialog
            id="report"
            open=open
            title=t!("experiences-report-title")
            close_label=t!("common-close")
            foot=move || {
                view! {
                    <Button on_press=send>{t!("experiences-report-send")}</Button>
                    <Button kind=ButtonKind::Plain on_press=move |()| open.set(false)>
                        {t!("common-cancel")}
                    </Button>
                }
            }
        >
            <p>{t!("experiences-report-text")}</p>
            <Failure words=failure />
            <ChoiceGroup
                id="report-reason"
                legend=t!("experiences-report-reason")
                error=reason_error
                choices=choices
                chosen=Signal::derive(move || {
                    reason.get().map(|one| one.word().to_owned()).into_iter().collect::<Vec<_>>()
                })
                on_choose=move |word: String| reason.set(ReportReason::from_word(&word))
            />
            <TextArea
                id="report-note"
                label=t!("experiences-report-note")
                optional=Signal::derive(move || {
                    if reason.get() == Some(ReportReason::Other) { String::new() } else { text!("experiences-optional") }
                })
                error=note_error
                value=note
                on_input=move |text| note.set(text)
                rows=3
            />
        </Dialog>
    }
}
