use super::elements::HEADING;
use super::question::QuestionFields;
use super::review::Review;
use crate::components::{Button, ButtonKind, IconKind, LinkButton, Progress};
use crate::pages::learn::quiz_session::QuizSession;
use crate::router::{Page, href};
use crate::t;
use leptos::prelude::*;
use shared::records::{ModuleCard, Quiz};

/// One question a screen, then a last look over the answers.
#[component]
pub(super) fn Steps(
    card: StoredValue<ModuleCard>,
    quiz: StoredValue<Quiz>,
    quiz_session: RwSignal<QuizSession>,
    /// Begins a new quiz session: the quiz changed under this one.
    on_begin_again: Callback<()>,
) -> impl IntoView {
    let all = quiz.with_value(|quiz| quiz.questions.len());
    let place = Memo::new(move |_| quiz_session.read().place);
    let go = Callback::new(move |to: usize| {
        quiz_session.update(|quiz_session| quiz_session.place = to.min(all));
    });
    focus_on_change(place);
    let slug = card.with_value(|card| card.slug.clone());
    view! {
        {move || {
            let place = place.get();
            match quiz.with_value(|quiz| quiz.questions.get(place).cloned()) {
                Some(question) => {
                    view! {
                        <Progress
                            label=t!("learn-quiz-question-of", number = place + 1, all = all)
                            value=Signal::stored(whole(place + 1))
                            max=Signal::stored(whole(all))
                        />
                        <QuestionFields question=question place=place quiz_session=quiz_session />
                        <StepButtons place=place all=all on_go=go />
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <Review quiz=quiz quiz_session=quiz_session on_go=go on_begin_again=on_begin_again />
                    }
                        .into_any()
                }
            }
        }}
        <p class="quiz__kept">
            {t!("learn-quiz-kept")} " "
            <LinkButton kind=ButtonKind::Quiet href=href(Page::Module(slug))>
                {t!("learn-quiz-leave")}
            </LinkButton>
        </p>
    }
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The new question takes the focus and is read out; the first one was announced with the page.
fn focus_on_change(place: Memo<usize>) {
    Effect::new(move |before: Option<usize>| {
        let place = place.get();
        if before.is_some_and(|before| before != place) {
            request_animation_frame(|| {
                crate::components::focus::on_id(HEADING);
                window().scroll_to_with_x_and_y(0.0, 0.0);
            });
        }
        place
    });
}

#[component]
fn StepButtons(place: usize, all: usize, on_go: Callback<usize>) -> impl IntoView {
    let is_last = place + 1 == all;
    view! {
        <div class="button-row quiz__buttons">
            {place
                .checked_sub(1)
                .map(|before| {
                    view! {
                        <Button
                            kind=ButtonKind::Plain
                            icon=IconKind::Back
                            on_press=move |()| on_go.run(before)
                        >
                            {t!("learn-quiz-previous")}
                        </Button>
                    }
                })}
            <Button on_press=move |()| on_go.run(place + 1)>
                {if is_last { t!("learn-quiz-to-review") } else { t!("learn-quiz-next") }}
            </Button>
        </div>
    }
}
