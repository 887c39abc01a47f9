mod elements;
mod feedback;
mod keeping;
mod matching;
mod ordering;
mod outcome;
mod question;
mod review;
mod score;
mod steps;

use super::absent::{Absent, AbsentPage};
use super::quiz_session::{AttemptGrade, QuizSession};
use super::rows::use_learning;
use super::words::{Shown, module_trail, shown};
use crate::components::Breadcrumbs;
use crate::ids;
use crate::replica::use_replica;
use crate::shell::{PageTitle, SharedComputer};
use crate::{t, text};
use keeping::Keeping;
use leptos::prelude::*;
use outcome::Outcome;
use shared::ids::AttemptId;
use shared::records::{Attempt, Edition, ModuleCard, Quiz as QuizBody};
use shared::scope::Scope;
use steps::Steps;

/// The quiz of a module.
#[component]
pub(crate) fn Quiz() -> impl IntoView {
    let learning = use_learning();
    let replica = use_replica();
    let module = learning.of_address();
    let card = Memo::new(move |_| module.get().map(|(card, _)| card));
    let state = replica.want(move || card.read().as_ref().map(|card| Scope::Module(card.id)));
    // A session that was begun is gone on with in its own edition, whatever has come out since.
    let restarted = ArcTrigger::new();
    let on_restart = restarted.clone();
    let both = Memo::new(move |_| {
        restarted.track();
        let card = card.get()?;
        let quiz_of = |edition| {
            let quiz: Option<QuizBody> = replica.get(Scope::Module(card.id), card.id.quiz_row(edition));
            quiz.filter(|quiz| !quiz.questions.is_empty())
        };
        let person = replica.identity().read().person;
        let begun = Keeping::of(person, card.id)
            .recall()
            .filter(QuizSession::is_begun);
        let of_begun = begun.as_ref().and_then(|begun| quiz_of(begun.edition));
        // The rows come newest first: while some are on their way, the quiz of a session that was begun may be among them.
        if begun.is_some() && of_begun.is_none() && !replica.holds_whole(Scope::Module(card.id)) {
            return None;
        }
        let quiz = of_begun
            .filter(|quiz| begun.is_some_and(|begun| begun.fits(quiz)))
            .or_else(|| quiz_of(card.edition))?;
        // Its questions name lessons by their numbers in their own edition.
        let lessons = (quiz.edition.edition != card.edition.edition)
            .then(|| replica.list::<Edition>(Scope::Module(card.id)))
            .into_iter()
            .flatten()
            .filter(|edition| edition.number.edition == quiz.edition.edition)
            .max_by_key(|edition| edition.number)
            .map_or_else(|| card.lessons.clone(), |edition| edition.lessons);
        Some((ModuleCard { lessons, ..card }, quiz))
    });
    let absent_state = Signal::derive(move || {
        if card.read().is_some() {
            state.get()
        } else {
            learning.state.get()
        }
    });
    let absent = move || {
        let slug = card.read().as_ref().map(|card| card.slug.clone());
        let what = if slug.is_some() {
            Absent::Quiz
        } else {
            Absent::Module
        };
        view! { <AbsentPage what=what state=absent_state module=slug /> }
    };
    view! {
        <div class="wrap">
            {move || match both.get() {
                Some((card, quiz)) => view! { <QuizPage card=card quiz=quiz on_restart=on_restart.clone() /> }.into_any(),
                None => absent().into_any(),
            }}
        </div>
    }
}

#[component]
fn QuizPage(
    card: ModuleCard,
    quiz: QuizBody,
    /// Tells that the session that was begun is forgotten: the live edition comes.
    on_restart: ArcTrigger,
) -> impl IntoView {
    let identity = use_replica().identity().get_untracked();
    let keeping = Keeping::of(identity.person, card.id);
    let begun = keeping
        .recall()
        .filter(|kept| kept.fits(&quiz))
        .unwrap_or_else(|| QuizSession::begin(ids::fresh(AttemptId::new), &quiz));
    let quiz_session = RwSignal::new(begun);
    Effect::new(move |_| keeping.keep(&quiz_session.read()));
    take_grade(quiz_session);
    let card = StoredValue::new(card);
    let quiz = StoredValue::new(quiz);
    let Shown { text: module, .. } = shown(card.with_value(|card| card.title.clone()));
    let again = Callback::new(move |()| {
        let live = card.with_value(|card| card.edition.edition);
        if quiz.with_value(|quiz| quiz.edition.edition) == live {
            quiz_session.set(quiz.with_value(|quiz| QuizSession::begin(ids::fresh(AttemptId::new), quiz)));
        } else {
            keeping.forget();
            on_restart.notify();
        }
    });
    let is_graded = Memo::new(move |_| quiz_session.read().grade.is_some());
    view! {
        <PageTitle text=t!("learn-quiz-heading", module = module.get()) />
        <Breadcrumbs
            label=t!("learn-breadcrumbs")
            trail=Signal::derive(move || card.with_value(|card| module_trail(card, Some((text!("learn-quiz-title"), None)))))
        />
        <SharedComputer />
        <div class="quiz">
            <Show
                when=move || is_graded.get()
                fallback=move || view! { <Steps card=card quiz=quiz quiz_session=quiz_session on_begin_again=again /> }
            >
                <Outcome card=card quiz=quiz quiz_session=quiz_session on_again=again />
            </Show>
        </div>
    }
}

/// Takes over how the attempt was graded, when it is handed in and its row is here.
fn take_grade(quiz_session: RwSignal<QuizSession>) {
    let replica = use_replica();
    let identity = replica.identity();
    Effect::new(move |_| {
        let QuizSession {
            attempt,
            is_handed_in,
            grade,
            ..
        } = *quiz_session.read();
        if is_handed_in && grade.is_none() {
            let own = Scope::Person(identity.read().person);
            let grade = replica.with_one(own, attempt, |row: Option<&Attempt>| row.map(AttemptGrade::from));
            if grade.is_some() {
                quiz_session.update(|quiz_session| quiz_session.grade = grade);
            }
        }
    });
}
