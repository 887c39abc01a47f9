use crate::components::{Button, ButtonKind, TextArea};
use crate::i18n::lang_untracked;
use crate::kept_text::kept_text;
use crate::replica::use_replica;
use crate::shell::{SharedComputer, tell};
use crate::{ids, t, text};
use leptos::prelude::*;
use shared::ids::{CommentId, ExperienceId};
use shared::mutation::AddComment;

/// Where a comment or an answer is written. What is typed is kept until it is sent.
#[component]
pub(super) fn Writing(
    /// Under which experience.
    experience: ExperienceId,
    /// What it answers.
    reply_to: Option<CommentId>,
    /// Called when it is saved, or given up.
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let replica = use_replica();
    let place = reply_to.map_or_else(|| experience.to_string(), |comment| comment.to_string());
    let id = format!("comment-{place}");
    let typed = kept_text(&id);
    let error = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let save = move || {
        if is_busy.get_untracked() {
            return;
        }
        error.set(None);
        is_busy.set(true);
        let comment = AddComment {
            comment: ids::fresh(CommentId::new),
            experience,
            reply_to,
            text: typed.get_untracked().trim().to_owned(),
            lang: lang_untracked(),
        };
        let forget_typed = typed.forgetter();
        leptos::task::spawn_local(async move {
            match replica.mutate(comment).await {
                Ok(_) => {
                    forget_typed();
                    tell(text!("experiences-comment-added"));
                    if let Some(on_done) = on_done {
                        on_done.try_run(());
                    }
                }
                Err(not_saved) => {
                    error.try_set(Some(not_saved.words()));
                }
            }
            is_busy.try_set(false);
        });
    };
    let label = Signal::derive(move || {
        if reply_to.is_some() {
            text!("experiences-comment-your-answer")
        } else {
            text!("experiences-comment-yours")
        }
    });
    view! {
        <form
            class="form no-print"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <SharedComputer />
            <TextArea
                id=id
                label=label
                hint=t!("experiences-comment-hint")
                error=error
                value=Signal::derive(move || typed.get())
                on_input=move |text| typed.set(text)
                rows=3
            />
            <div class="button-row">
                <Button submit=true busy=is_busy>
                    {t!("experiences-comment-send")}
                </Button>
                {on_done
                    .map(|on_done| {
                        view! {
                            <Button kind=ButtonKind::Plain on_press=move |()| on_done.run(())>
                                {t!("common-cancel")}
                            </Button>
                        }
                    })}
            </div>
        </form>
    }
}
