//! Sending what was written, or saving its corrections.

use super::clashes::CLASHES;
use super::date_field::fault_words;
use super::editor::{DraftEditor, Mode};
use crate::components::{Button, focus};
use crate::i18n::lang_untracked;
use crate::pages::experiences::outcome::tell_at;
use crate::replica::use_replica;
use crate::router::Page;
use crate::shell::tell;
use crate::{ids, text};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::apply::missing_for_submission;
use shared::mutation::SubmitExperience;
use shared::records::{Experience, Review, check_period};
use shared::scope::Scope;
use shared::vocabulary::ExperienceState;

/// How an experience is sent, and why it was not; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    /// What it still needs, as of the last time that it was sent.
    pub(super) missing: RwSignal<Vec<&'static str>>,
    /// Why it was not sent.
    pub(super) failure: RwSignal<Option<String>>,
    is_busy: RwSignal<bool>,
    send: Callback<()>,
}

/// How this experience is sent.
pub(super) fn use_sending(editor: DraftEditor) -> Sending {
    let missing = RwSignal::new(Vec::<&'static str>::new());
    let failure = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let navigate = use_navigate();
    let send = Callback::new(move |()| {
        failure.set(None);
        let lacking = missing_for_submission(&editor.content.read_untracked());
        if !lacking.is_empty() {
            missing.set(lacking);
            request_animation_frame(|| focus::on_id("missing"));
            return;
        }
        missing.set(Vec::new());
        if editor.mode == Mode::Draft && !editor.clashes.read_untracked().is_empty() {
            failure.set(Some(text!("refusal-undecided")));
            request_animation_frame(|| focus::on_id(CLASHES));
            return;
        }
        let period = editor
            .content
            .with_untracked(|content| check_period(&content.started, &content.ended, ids::now()));
        if let Err(fault) = period {
            failure.set(Some(fault_words(fault)));
            return;
        }
        is_busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match finish(editor).await {
                Ok(address) => {
                    let said = match editor.mode {
                        Mode::Draft => text!("experiences-submitted"),
                        Mode::Revision if is_proposed(editor) => text!("experiences-proposed"),
                        Mode::Revision => text!("experiences-revised"),
                    };
                    match address {
                        Some(address) => {
                            tell_at(&address, said);
                            navigate(&address, NavigateOptions::default());
                        }
                        None => {
                            tell(said);
                            // The form gave way to another page at the same address.
                            request_animation_frame(|| focus::on_id("main"));
                        }
                    }
                }
                Err(words) => {
                    failure.try_set(Some(words));
                }
            }
            is_busy.try_set(false);
        });
    });
    Sending {
        missing,
        failure,
        is_busy,
        send,
    }
}

/// The button that sends it.
#[component]
pub(super) fn SendButton(
    /// What is being written.
    editor: DraftEditor,
    /// How it is sent.
    sending: Sending,
) -> impl IntoView {
    view! {
        <Button busy=sending.is_busy on_press=sending.send>
            {move || match editor.mode {
                Mode::Draft => text!("experiences-submit-action"),
                Mode::Revision => text!("experiences-revision-save"),
            }}
        </Button>
    }
}

/// Whether what was saved waits for a focal point.
fn is_proposed(editor: DraftEditor) -> bool {
    let replica = use_replica();
    let own = replica
        .identity()
        .with_untracked(|identity| Scope::Person(identity.person));
    untrack(|| replica.get::<Review>(own, editor.id)).is_some_and(|review| review.waiting().is_some())
}

/// Saves what is left, then submits; or saves the corrections. Gives the address to go on at, if any.
async fn finish(editor: DraftEditor) -> Result<Option<String>, String> {
    // A save may be under way: what it leaves is saved by the next one.
    for _ in 0..100 {
        editor.save().await.map_err(|not_saved| not_saved.words())?;
        if untrack(|| editor.pending()).is_empty() {
            break;
        }
        TimeoutFuture::new(50).await;
    }
    let replica = use_replica();
    match editor.mode {
        Mode::Draft => {
            replica
                .mutate(SubmitExperience {
                    experience: editor.id,
                })
                .await
                .map_err(|not_saved| not_saved.words())?;
            Ok(None)
        }
        Mode::Revision => {
            editor.clear_shelf();
            let held = untrack(|| replica.get::<Experience>(Scope::Experience(editor.id), editor.id));
            let lang = lang_untracked();
            Ok(held.map(|held| match (held.state, held.slug) {
                (ExperienceState::Published, Some(slug)) => Page::Experience(slug).path(lang),
                _ => Page::ValidateOne(editor.id).path(lang),
            }))
        }
    }
}
