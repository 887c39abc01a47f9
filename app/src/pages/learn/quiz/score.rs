use super::elements::HEADING;
use crate::components::{Icon, IconKind};
use crate::pages::learn::quiz_session::AttemptGrade;
use crate::{format, t, text};
use leptos::prelude::*;

/// How many were right, what share that is, and whether it is enough.
#[component]
pub(super) fn Score(grade: AttemptGrade, all: usize, pass_percent: u8) -> impl IntoView {
    let (title, icon, state) = if grade.passed {
        (t!("learn-quiz-passed"), IconKind::Check, "right")
    } else {
        (t!("learn-quiz-failed"), IconKind::Attention, "wrong")
    };
    let AttemptGrade { right, percent, .. } = grade;
    view! {
        <header class="quiz__result" data-result=state>
            <h1 id=HEADING tabindex="-1">
                <Icon kind=icon />
                {title}
            </h1>
            <p class="score">
                <span class="score__figure">{t!("learn-quiz-score", right = right, all = all)}</span>
                <span class="score__words">
                    {move || {
                        text!(
                            "learn-quiz-pass-mark",
                            percent = format::percent(percent),
                            pass = format::percent(pass_percent)
                        )
                    }}
                </span>
            </p>
        </header>
    }
}
