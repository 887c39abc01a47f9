use super::elements::HEADING;
use crate::components::{Button, ButtonKind, IconKind, Notice, NoticeKind, StateKind, StateLabel};
use crate::i18n::{Localised, lang_untracked};
use crate::pages::learn::quiz_session::QuizSession;
use crate::replica::{NotSaved, use_replica};
use crate::{t, text};
use leptos::prelude::*;
use shared::mutation::SubmitAttempt;
use shared::records::Quiz;
use shared::refusal::RefusalCode;

/// A last look over the answers, and handing them in.
#[component]
pub(super) fn Review(
    quiz: StoredValue<Quiz>,
    quiz_session: RwSignal<QuizSession>,
    on_go: Callback<usize>,
    on_begin_again: Callback<()>,
) -> impl IntoView {
    let missing = Memo::new(move |_| quiz_session.read().unanswered().len());
    let refused = RwSignal::new(None::<NotSaved>);
    let is_busy = RwSignal::new(false);
    let hand_in = move |()| {
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            let attempt = quiz_session.with_untracked(|quiz_session| SubmitAttempt {
                attempt: quiz_session.attempt,
                module: quiz_session.module,
                lang: lang_untracked(),
                answers: quiz_session.answers(),
                edition: quiz_session.edition,
            });
            let kept = use_replica().mutate(attempt).await;
            is_busy.try_set(false);
            match kept {
                Ok(_) => {
                    quiz_session.try_update(|quiz_session| quiz_session.is_handed_in = true);
                }
                Err(reason) => {
                    refused.try_set(Some(reason));
                }
            }
        });
    };
    let all = quiz.with_value(|quiz| quiz.questions.len());
    view! {
        <header class="page-header">
            <h1 id=HEADING tabindex="-1">
                {t!("learn-quiz-review-title")}
            </h1>
            <p class="page-header__lead">
                {move || {
                    if missing.get() == 0 {
                        text!("learn-quiz-review-all")
                    } else {
                        text!("learn-quiz-review-missing", count = missing.get())
                    }
                }}
            </p>
        </header>
        <div role="alert">
            {move || refused.get().map(|reason| view! { <NotTaken reason=reason on_begin_again=on_begin_again /> })}
        </div>
        <ol class="row-list" role="list">
            {(0..all)
                .map(|place| view! { <ReviewLine quiz=quiz place=place quiz_session=quiz_session on_go=on_go /> })
                .collect_view()}
        </ol>
        <div class="button-row">
            <Button
                kind=ButtonKind::Plain
                icon=IconKind::Back
                on_press=move |()| on_go.run(all.saturating_sub(1))
            >
                {t!("learn-quiz-previous")}
            </Button>
            <Button on_press=hand_in busy=is_busy>
                {t!("learn-quiz-hand-in")}
            </Button>
        </div>
        <p class="quiet small">
            {move || {
                text!(
                    "learn-module-quiz-about",
                    questions = text!("learn-count-questions", count = all),
                    percent = crate::format::percent(quiz.with_value(|quiz| quiz.pass_percent))
                )
            }}
        </p>
    }
}

#[component]
fn ReviewLine(
    quiz: StoredValue<Quiz>,
    place: usize,
    quiz_session: RwSignal<QuizSession>,
    on_go: Callback<usize>,
) -> impl IntoView {
    let asked = quiz
        .with_value(|quiz| quiz.questions.get(place).map(|question| question.text.clone()))
        .unwrap_or_default();
    let is_answered = Memo::new(move |_| quiz_session.read().is_answered(place));
    let kind = Signal::derive(move || {
        if is_answered.get() {
            StateKind::Good
        } else {
            StateKind::Attention
        }
    });
    let state = Signal::derive(move || {
        if is_answered.get() {
            text!("learn-quiz-answered")
        } else {
            text!("learn-quiz-not-answered")
        }
    });
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p>
                    <Localised text=Signal::stored(asked) bare=true />
                </p>
                <StateLabel kind=kind text=state />
            </div>
            <div class="row-list__end">
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconKind::Edit
                    on_press=move |()| on_go.run(place)
                    label=t!("learn-quiz-change", number = place + 1)
                >
                    {t!("common-edit")}
                </Button>
            </div>
        </li>
    }
}

/// The answers were not taken: why, and what to do.
#[component]
fn NotTaken(reason: NotSaved, on_begin_again: Callback<()>) -> impl IntoView {
    let is_changed =
        matches!(&reason, NotSaved::Refused(refusal) if refusal.code == RefusalCode::QuizChanged);
    let words = move || match &reason {
        NotSaved::Refused(_) if is_changed => text!("learn-quiz-refused"),
        NotSaved::Storage => text!("learn-quiz-not-saved"),
        NotSaved::Refused(_) | NotSaved::Unprepared => reason.words(),
    };
    view! {
        <Notice kind=NoticeKind::Error live=true>
            <p>{words}</p>
            {is_changed
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Plain on_press=on_begin_again>
                            {t!("learn-quiz-retry")}
                        </Button>
                    }
                })}
        </Notice>
    }
}
