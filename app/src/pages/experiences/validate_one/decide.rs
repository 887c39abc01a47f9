use crate::components::{
    Button, ButtonKind, Choice, ChoiceGroup, ErrorSummary, FieldError, Notice, NoticeKind, TextArea,
};
use crate::i18n::{key_of, lang_untracked};
use crate::kept_text::kept_text;
use crate::pages::experiences::outcome::tell_at;
use crate::pages::experiences::waiting::use_waiting;
use crate::pages::experiences::words::words_of;
use crate::replica::{NotSaved, use_replica};
use crate::router::Page;
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::mutation::{AcceptRevision, Mutation, PublishExperience, ReturnExperience, ReturnRevision};
use shared::records::{Experience, Section};
use shared::refusal::RefusalCode;
use shared::unicode;
use shared::vocabulary::ReturnReason;

/// What a focal point can decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Publish,
    Return,
}

impl Verdict {
    const fn word(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Return => "return",
        }
    }
}

/// One decision, with its reason and own words; then the next submission.
#[component]
pub(super) fn Decide(
    /// The submission as it was read: the decision is about this revision.
    read: RwSignal<Experience>,
    /// Whether it was revised since.
    is_stale: Memo<bool>,
    /// The number of the proposal that is decided on, where the text is published already.
    #[prop(optional)]
    proposal: Option<u32>,
) -> impl IntoView {
    let replica = use_replica();
    let waiting = use_waiting();
    let note = kept_text(&format!("decision-{}", read.read_untracked().id));
    let verdict = RwSignal::new(None::<Verdict>);
    let reason = RwSignal::new(None::<ReturnReason>);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let failure = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let error_of = move |field: &'static str| {
        Signal::derive(move || {
            errors
                .read()
                .iter()
                .find(|error| error.field == field)
                .map(|error| error.message.clone())
        })
    };
    let navigate = use_navigate();
    let decide = Callback::new(move |()| {
        if is_busy.get_untracked() {
            return;
        }
        failure.set(None);
        let lacking = lacking(
            verdict.get_untracked(),
            reason.get_untracked(),
            &note.get_untracked(),
        );
        if !lacking.is_empty() {
            errors.set(lacking);
            return;
        }
        errors.set(Vec::new());
        if is_stale.get_untracked() {
            failure.set(Some(text!("experiences-stale-text")));
            return;
        }
        let Some(mutation) = mutation(
            &read.read_untracked(),
            proposal,
            verdict.get_untracked(),
            reason.get_untracked(),
            note.get_untracked(),
        ) else {
            return;
        };
        let decided = read.read_untracked().id;
        let next = waiting
            .read_untracked()
            .iter()
            .map(|one| one.id)
            .find(|id| *id != decided);
        let title = untrack(|| {
            let read = read.read();
            read.content
                .texts
                .get(&Section::Title)
                .map(words_of)
                .unwrap_or_default()
        });
        let is_publishing = verdict.get_untracked() == Some(Verdict::Publish);
        let forget_note = note.forgetter();
        is_busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match replica.mutate(mutation).await {
                Ok(_) => {
                    forget_note();
                    let page = next.map_or(Page::ValidationQueue, Page::ValidateOne);
                    let path = page.path(lang_untracked());
                    let words = if is_publishing {
                        text!("experiences-decided-published", title = title)
                    } else {
                        text!("experiences-decided-returned", title = title)
                    };
                    tell_at(&path, words);
                    navigate(&path, NavigateOptions::default());
                }
                Err(NotSaved::Refused(refusal)) if refusal.code == RefusalCode::Conflict => {
                    failure.try_set(Some(text!("experiences-stale-text")));
                }
                Err(not_saved) => {
                    failure.try_set(Some(not_saved.words()));
                }
            }
            is_busy.try_set(false);
        });
    });
    let verdicts = Signal::derive(move || {
        vec![
            Choice::new(Verdict::Publish.word(), text!("experiences-verdict-publish"))
                .with_hint(text!("experiences-verdict-publish-hint")),
            Choice::new(Verdict::Return.word(), text!("experiences-verdict-return"))
                .with_hint(text!("experiences-verdict-return-hint")),
        ]
    });
    let reasons = Signal::derive(move || {
        ReturnReason::ALL
            .iter()
            .map(|one| Choice::new(one.word(), text!(key_of("return-reason", one.word()))))
            .collect::<Vec<_>>()
    });
    let note_label = Signal::derive(move || match verdict.get() {
        Some(Verdict::Return) => text!("experiences-note-return"),
        Some(Verdict::Publish) | None => text!("experiences-note-publish"),
    });
    let note_optional = Signal::derive(move || {
        if reason.get() == Some(ReturnReason::Other) && verdict.get() == Some(Verdict::Return) {
            String::new()
        } else {
            text!("experiences-optional")
        }
    });
    view! {
        <form
            class="decide no-print"
            aria-labelledby="decide-title"
            on:submit=move |event| {
                event.prevent_default();
                decide.run(());
            }
        >
            <h2 id="decide-title">{t!("experiences-decide-title")}</h2>
            <ErrorSummary title=t!("experiences-decide-errors") errors=errors />
            {move || {
                failure
                    .get()
                    .map(|words| {
                        view! {
                            <Notice kind=NoticeKind::Error live=true>
                                <p>{words}</p>
                            </Notice>
                        }
                    })
            }}
            <ChoiceGroup
                id="verdict"
                legend=t!("experiences-verdict")
                error=error_of("verdict")
                choices=verdicts
                chosen=Signal::derive(move || {
                    verdict.get().map(|one| one.word().to_owned()).into_iter().collect::<Vec<_>>()
                })
                on_choose=move |word: String| {
                    verdict
                        .set([Verdict::Publish, Verdict::Return].into_iter().find(|one| one.word() == word));
                }
            />
            <Show when=move || verdict.get() == Some(Verdict::Return)>
                <ChoiceGroup
                    id="return-reason"
                    legend=t!("experiences-return-reason")
                    error=error_of("return-reason")
                    choices=reasons
                    chosen=Signal::derive(move || {
                        reason.get().map(|one| one.word().to_owned()).into_iter().collect::<Vec<_>>()
                    })
                    on_choose=move |word: String| reason.set(ReturnReason::from_word(&word))
                />
            </Show>
            <Show when=move || verdict.get().is_some()>
                <TextArea
                    id="decision-note"
                    label=note_label
                    optional=note_optional
                    error=error_of("decision-note")
                    value=Signal::derive(move || note.get())
                    on_input=move |text| note.set(text)
                    rows=4
                />
            </Show>
            <Button submit=true busy=is_busy kind=ButtonKind::Main>
                {move || match verdict.get() {
                    Some(Verdict::Publish) => text!("experiences-decide-publish"),
                    Some(Verdict::Return) => text!("experiences-decide-return"),
                    None => text!("experiences-decide-action"),
                }}
            </Button>
        </form>
    }
}

/// What must still be chosen or written.
fn lacking(verdict: Option<Verdict>, reason: Option<ReturnReason>, note: &str) -> Vec<FieldError> {
    let error = |field: &str, message: String| FieldError {
        field: field.to_owned(),
        message,
    };
    match (verdict, reason) {
        (None, _) => vec![error("verdict", text!("experiences-verdict-missing"))],
        (Some(Verdict::Return), None) => {
            vec![error("return-reason", text!("experiences-return-reason-missing"))]
        }
        (Some(Verdict::Return), Some(ReturnReason::Other)) if unicode::is_blank(note) => {
            vec![error("decision-note", text!("experiences-note-missing"))]
        }
        (Some(_), _) => Vec::new(),
    }
}

fn mutation(
    read: &Experience,
    proposal: Option<u32>,
    verdict: Option<Verdict>,
    reason: Option<ReturnReason>,
    note: String,
) -> Option<Mutation> {
    let (experience, revision) = (read.id, read.revision);
    Some(match (verdict?, proposal) {
        (Verdict::Publish, None) => PublishExperience {
            experience,
            revision,
            note,
        }
        .into(),
        (Verdict::Return, None) => ReturnExperience {
            experience,
            revision,
            reason: reason?,
            note,
        }
        .into(),
        (Verdict::Publish, Some(proposal)) => AcceptRevision {
            experience,
            revision,
            proposal,
            note,
        }
        .into(),
        (Verdict::Return, Some(proposal)) => ReturnRevision {
            experience,
            proposal,
            reason: reason?,
            note,
        }
        .into(),
    })
}
