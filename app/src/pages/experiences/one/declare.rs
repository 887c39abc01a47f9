use crate::components::{Button, ButtonKind, TextArea};
use crate::i18n::lang_untracked;
use crate::kept_text::kept_text;
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{ids, t, text};
use leptos::prelude::*;
use shared::ids::{ExperienceId, ReuseId};
use shared::mutation::DeclareReuse;

/// Says that one reused it, with a note.
#[component]
pub(super) fn Declare(
    /// The experience.
    experience: ExperienceId,
    /// Closed once it is said, or given up.
    is_open: RwSignal<bool>,
    /// Why it was not saved.
    error: RwSignal<Option<String>>,
) -> impl IntoView {
    let replica = use_replica();
    let note = kept_text(&format!("reuse-{experience}"));
    let is_busy = RwSignal::new(false);
    let declare = move || {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        error.set(None);
        let declaration = DeclareReuse {
            reuse: ids::fresh(ReuseId::new),
            experience,
            note: note.get_untracked(),
            lang: lang_untracked(),
        };
        let forget_note = note.forgetter();
        leptos::task::spawn_local(async move {
            match replica.mutate(declaration).await {
                Ok(_) => {
                    forget_note();
                    is_open.try_set(false);
                    tell(text!("experiences-reuse-declared"));
                }
                Err(not_saved) => {
                    error.try_set(Some(not_saved.words()));
                }
            }
            is_busy.try_set(false);
        });
    };
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                declare();
            }
        >
            <TextArea
                id="reuse-note"
                label=t!("experiences-reuse-note")
                optional=t!("experiences-optional")
                hint=t!("experiences-reuse-note-hint")
                value=Signal::derive(move || note.get())
                on_input=move |text| note.set(text)
            />
            <div class="button-row">
                <Button submit=true busy=is_busy>
                    {t!("experiences-reuse-action")}
                </Button>
                <Button kind=ButtonKind::Plain on_press=move |()| is_open.set(false)>
                    {t!("common-cancel")}
                </Button>
            </div>
        </form>
    }
}
