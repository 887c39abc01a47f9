use crate::components::{Button, ButtonKind, Dialog, Failure};
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{t, text};
use leptos::prelude::*;
use shared::mutation::{ArchiveExperience, RestoreExperience};
use shared::records::Experience;
use shared::vocabulary::ExperienceState;

/// Takes a published experience out of the lists, or brings it back.
#[component]
pub(super) fn Archive(
    /// The experience.
    held: Memo<Experience>,
) -> impl IntoView {
    let replica = use_replica();
    let is_asking = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let state = Memo::new(move |_| held.read().state);
    let archive = move |()| {
        is_asking.set(false);
        let experience = held.read_untracked().id;
        leptos::task::spawn_local(async move {
            match replica.mutate(ArchiveExperience { experience }).await {
                Ok(_) => tell(text!("experiences-archived")),
                Err(not_saved) => {
                    error.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    let restore = move |()| {
        let experience = held.read_untracked().id;
        leptos::task::spawn_local(async move {
            match replica.mutate(RestoreExperience { experience }).await {
                Ok(_) => tell(text!("experiences-restored")),
                Err(not_saved) => {
                    error.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    view! {
        <Show when=move || state.get() == ExperienceState::Published>
            <Button kind=ButtonKind::Danger on_press=move |()| is_asking.set(true)>
                {t!("experiences-archive-action")}
            </Button>
        </Show>
        <Show when=move || state.get() == ExperienceState::Archived>
            <Button kind=ButtonKind::Plain on_press=restore>
                {t!("experiences-restore-action")}
            </Button>
        </Show>
        <Failure words=error />
        <Dialog
            id="archive"
            open=is_asking
            title=t!("experiences-archive-title")
            close_label=t!("common-close")
            foot=move || {
                view! {
                    <Button kind=ButtonKind::Danger on_press=archive>
                        {t!("experiences-archive-action")}
                    </Button>
                    <Button kind=ButtonKind::Plain on_press=move |()| is_asking.set(false)>
                        {t!("common-cancel")}
                    </Button>
                }
            }
        >
            <p>{t!("experiences-archive-text")}</p>
        </Dialog>
    }
}
