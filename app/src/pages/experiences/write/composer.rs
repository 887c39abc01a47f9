use super::clashes::Clashes;
use super::editor::{DraftEditor, Mode, Progress, use_editor};
use super::facts_step::FactsStep;
use super::languages::LanguageChoice;
use super::proposal::ProposalState;
use super::review_step::ReviewStep;
use super::sending::{SendButton, use_sending};
use super::steps::{Stage, Steps, completeness};
use super::text_step::TextStep;
use crate::components::{Button, ButtonKind, Icon, IconKind, PageHeader, Progress as ProgressBar, focus};
use crate::i18n::lang_untracked;
use crate::pages::experiences::returned::Returned;
use crate::replica::use_replica;
use crate::router::use_query_map;
use crate::shell::{SharedComputer, saved_words};
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::Url;
use shared::ids::{CollectivityId, ExperienceId};
use shared::records::{Experience, Review};

/// The id of the heading of the open step, which takes the focus when a step is opened.
const HEADING: &str = "step-heading";

/// Writes an experience, one section a step.
#[component]
pub(super) fn Composer(
    /// Which experience.
    id: ExperienceId,
    /// Whose it is.
    collectivity: CollectivityId,
    /// Whether it is saved by itself.
    mode: Mode,
    /// What the replica holds of it, with the person's own proposal.
    held: Memo<Option<Experience>>,
    /// The same without the proposal.
    shared: Memo<Option<Experience>>,
    /// What the author knows of it that its readers do not.
    review: Memo<Option<Review>>,
) -> impl IntoView {
    let editor = use_editor(id, collectivity, mode, held, review, lang_untracked());
    let sending = use_sending(editor);
    let (current, open) = use_step();
    let title = Signal::derive(move || match mode {
        Mode::Draft => text!("experiences-write-title"),
        Mode::Revision => text!("experiences-revise-title"),
    });
    let lead = Signal::derive(move || match mode {
        Mode::Draft => text!("experiences-write-lead"),
        Mode::Revision => text!("experiences-revise-lead"),
    });
    let last = Stage::ALL.len().saturating_sub(1);
    let stage = move || Stage::ALL.get(current.get()).copied().unwrap_or(Stage::Review);
    view! {
        <PageHeader title=title lead=lead />
        <SharedComputer />
        <Returned held=held />
        <ProposalState review=review />
        <Clashes editor=editor />
        <div class="composer" on:focusout=move |_| editor.flush()>
            <Steps editor=editor current=current on_open=move |step| open.run((step, HEADING.to_owned())) />
            <Completeness editor=editor />
            <section aria-labelledby=HEADING>
                <div class="row row--apart composer__head">
                    <h2 id=HEADING tabindex="-1">
                        {move || stage().name()}
                    </h2>
                    <Show when=move || matches!(stage(), Stage::Text(_))>
                        <LanguageChoice editor=editor />
                    </Show>
                </div>
                {move || match stage() {
                    Stage::Text(sections) => view! { <TextStep editor=editor sections=sections /> }.into_any(),
                    Stage::Facts => view! { <FactsStep editor=editor /> }.into_any(),
                    Stage::Review => view! { <ReviewStep editor=editor held=held shared=shared review=review on_open=open sending=sending /> }.into_any(),
                }}
            </section>
            <div class="composer__foot">
                <Saved editor=editor />
                <div class="row">
                    <Show when=move || { current.get() > 0 }>
                        <Button
                            kind=ButtonKind::Plain
                            icon=IconKind::Back
                            on_press=move |()| open.run((current.get_untracked().saturating_sub(1), HEADING.to_owned()))
                        >
                            {t!("experiences-step-back")}
                        </Button>
                    </Show>
                    <Show
                        when=move || current.get() < last
                        fallback=move || view! { <SendButton editor=editor sending=sending /> }
                    >
                        <Button on_press=move |()| open.run((current.get_untracked() + 1, HEADING.to_owned()))>
                            {t!("experiences-step-next")} <Icon kind=IconKind::Forward />
                        </Button>
                    </Show>
                </div>
            </div>
        </div>
    }
}

/// The open step, kept in the address, and how to open another one with the focus on one of its elements.
fn use_step() -> (Memo<usize>, Callback<(usize, String)>) {
    let query = use_query_map();
    let location = use_location();
    let navigate = use_navigate();
    let current =
        Memo::new(move |_| query.with(|query| Stage::from_word(&query.get("step").unwrap_or_default())));
    let open = Callback::new(move |(step, focused): (usize, String)| {
        let word = Stage::ALL.get(step).map_or("", |stage| stage.word());
        let kept = query
            .with_untracked(|query| query.get("for"))
            .map(|wanted| format!("for={}&", Url::escape(&wanted)))
            .unwrap_or_default();
        let address = format!("{}?{kept}step={word}", location.pathname.get_untracked());
        let options = NavigateOptions {
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
        // Once the step is drawn.
        request_animation_frame(move || request_animation_frame(move || focus::on_id(&focused)));
    });
    (current, open)
}

/// How much is written, in words that encourage.
#[component]
fn Completeness(editor: DraftEditor) -> impl IntoView {
    let count = Memo::new(move |_| completeness(&editor.content.read()));
    let is_enough =
        Memo::new(move |_| shared::apply::missing_for_submission(&editor.content.read()).is_empty());
    let label = Signal::derive(move || {
        let (done, all) = count.get();
        text!("experiences-completeness", done = done, all = all)
    });
    let end = Signal::derive(move || {
        let (done, all) = count.get();
        if done == all {
            text!("experiences-complete-all")
        } else if is_enough.get() {
            text!("experiences-complete-enough")
        } else if done == 0 {
            text!("experiences-complete-none")
        } else {
            text!("experiences-complete-some")
        }
    });
    view! {
        <ProgressBar
            label=label
            end=end
            value=Signal::derive(move || u32::try_from(count.get().0).unwrap_or_default())
            max=Signal::derive(move || u32::try_from(count.get().1).unwrap_or_default())
        />
    }
}

/// Where what is typed is kept, in words; never "saved" before it is true.
#[component]
fn Saved(editor: DraftEditor) -> impl IntoView {
    let status = use_replica().status();
    let has_unsaved_field = Memo::new(move |_| editor.has_unsaved_field());
    let words = move || match editor.progress.get() {
        Progress::Typing if editor.mode == Mode::Revision => text!("experiences-revision-unsaved"),
        Progress::Typing => text!("experiences-typing"),
        Progress::Failed(not_saved) => not_saved.words(),
        Progress::Untouched | Progress::Kept if has_unsaved_field.get() => {
            text!("experiences-field-not-saved")
        }
        Progress::Untouched if editor.mode == Mode::Draft => text!("experiences-untouched"),
        Progress::Untouched | Progress::Kept => saved_words(status.get()),
    };
    let icon = Signal::derive(move || match editor.progress.get() {
        Progress::Typing => IconKind::Edit,
        Progress::Failed(_) => IconKind::Error,
        Progress::Untouched | Progress::Kept if has_unsaved_field.get() => IconKind::Attention,
        Progress::Untouched => IconKind::Device,
        Progress::Kept => IconKind::Check,
    });
    let is_failed =
        Memo::new(move |_| has_unsaved_field.get() || matches!(editor.progress.get(), Progress::Failed(_)));
    view! {
        <p class="saved-state" data-state=move || if is_failed.get() { "attention" } else { "local" } role="status">
            <Icon kind=icon />
            <span>{words}</span>
        </p>
    }
}
