use crate::components::{Button, ButtonKind, Dialog, Failure, open_while_some};
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::{CommentId, ExperienceId};
use shared::mutation::RemoveComment;

/// Takes a comment away, once the person has confirmed: its words cannot be brought back.
#[component]
pub(super) fn RemoveDialog(
    /// Under which experience.
    experience: ExperienceId,
    /// The comment; `None` closes the dialog.
    target: RwSignal<Option<CommentId>>,
) -> impl IntoView {
    let replica = use_replica();
    let open = open_while_some(target);
    let error = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if !open.get() {
            error.set(None);
        }
    });
    let remove = move |()| {
        let Some(comment) = target.get_untracked() else {
            return;
        };
        leptos::task::spawn_local(async move {
            match replica.mutate(RemoveComment { experience, comment }).await {
                Ok(_) => {
                    open.try_set(false);
                    tell(text!("experiences-comment-removed"));
                }
                Err(not_saved) => {
                    error.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    view! {
        <Dialog
            id="remove-comment"
            open=open
            title=t!("experiences-comment-remove-title")
            close_label=t!("common-close")
            foot=move || {
                view! {
                    <Button kind=ButtonKind::Danger on_press=remove>
                        {t!("experiences-comment-remove")}
                    </Button>
                    <Button kind=ButtonKind::Plain on_press=move |()| open.set(false)>
                        {t!("common-cancel")}
                    </Button>
                }
            }
        >
            <p>{t!("experiences-comment-remove-text")}</p>
            <Failure words=error />
        </Dialog>
    }
}
