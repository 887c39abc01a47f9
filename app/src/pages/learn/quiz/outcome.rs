use super::feedback::Feedback;
use super::score::Score;
use crate::clipboard::CopyButton;
use crate::components::{Achievement, Button, ButtonKind, LinkButton, Notice, NoticeKind};
use crate::i18n::lang;
use crate::pages::learn::editions::{is_withdrawn, lesson_page};
use crate::pages::learn::module::{AwaitCertificate, SignInOrAsk};
use crate::pages::learn::quiz_session::QuizSession;
use crate::pages::learn::reread::lesson_for;
use crate::pages::learn::rows::use_learning;
use crate::pages::learn::words::words_of;
use crate::replica::use_replica;
use crate::router::{Page, href, origin};
use crate::session::use_session;
use crate::{t, text};
use leptos::prelude::*;
use shared::grading::is_right;
use shared::module_progress::lessons_left;
use shared::records::{Certificate, Lesson, LessonHead, LessonProgress, ModuleCard, Quiz};
use shared::scope::Scope;
use std::collections::BTreeSet;

/// How the quiz session came out: the score, what it means, what to do next, and each answer explained.
#[component]
pub(super) fn Outcome(
    card: StoredValue<ModuleCard>,
    quiz: StoredValue<Quiz>,
    quiz_session: RwSignal<QuizSession>,
    on_again: Callback<()>,
) -> impl IntoView {
    let (grade, answers) = {
        let quiz_session = quiz_session.read_untracked();
        (quiz_session.grade, quiz_session.answers())
    };
    // It is only shown once there is a grade.
    let Some(grade) = grade else {
        return ().into_any();
    };
    let verdicts = StoredValue::new(quiz.with_value(|quiz| {
        let answered = quiz.questions.iter().zip(&answers);
        let verdicts = answered.map(|(question, answer)| is_right(question, answer) == Some(true));
        verdicts.collect::<Vec<bool>>()
    }));
    request_animation_frame(|| {
        crate::components::focus::on_id(super::elements::HEADING);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    let module = card.with_value(|card| card.id);
    // The texts are those of today; the quiz names lessons by their numbers in its own edition.
    let taught = use_replica().all::<Lesson>(Scope::Module(module));
    let lessons = Memo::new(move |_| {
        let taught = taught.read();
        let numbered = taught.iter().filter_map(|lesson| {
            let (_, head) =
                card.with_value(|card| card.lesson(lesson.id).map(|(at, head)| (at, head.clone())))?;
            Some(Lesson {
                number: head.number,
                ..lesson.clone()
            })
        });
        numbered.collect::<Vec<Lesson>>()
    });
    let is_passed = grade.passed;
    let slug = card.with_value(|card| card.slug.clone());
    view! {
        <Score grade=grade all=answers.len() pass_percent=quiz.with_value(|quiz| quiz.pass_percent) />
        {if is_passed {
            view! { <AfterPassing card=card quiz=quiz /> }.into_any()
        } else {
            view! { <AfterFailing card=card quiz=quiz verdicts=verdicts lessons=lessons /> }.into_any()
        }}
        <div class="button-row">
            {(!is_passed)
                .then(|| view! { <Button on_press=on_again>{t!("learn-quiz-retry")}</Button> })}
            <LinkButton kind=ButtonKind::Plain href=href(Page::Module(slug))>
                {t!("learn-quiz-leave")}
            </LinkButton>
            {is_passed
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Quiet on_press=on_again>
                            {t!("learn-quiz-retry")}
                        </Button>
                    }
                })}
        </div>
        <Feedback card=card quiz=quiz answers=answers verdicts=verdicts lessons=lessons />
    }
    .into_any()
}

/// The certificate of the edition whose quiz it was, or what is missing for it.
#[component]
fn AfterPassing(card: StoredValue<ModuleCard>, quiz: StoredValue<Quiz>) -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let own = Memo::new(move |_| Scope::Person(identity.read().person));
    let (module, number) = quiz.with_value(|quiz| (quiz.module, quiz.edition));
    let certificate = Memo::new(move |_| {
        let mut certificates = replica.list::<Certificate>(own.get()).into_iter();
        certificates
            .find(|held| held.module == module && held.edition.edition == number.edition)
            .map(|held| held.number)
    });
    let missing = Memo::new(move |_| {
        let progress = replica.list::<LessonProgress>(own.get());
        card.with_value(|card| lessons_left(&card.lessons, &progress))
    });
    let is_withdrawn = is_withdrawn(module, number);
    move || {
        if let Some(number) = certificate.get() {
            return view! {
                <Earned card=card number=number />
            }
            .into_any();
        }
        if is_withdrawn.get() {
            return view! {
                <Notice kind=NoticeKind::Attention>
                    <p>{t!("learn-edition-withdrawn-text")}</p>
                </Notice>
            }
            .into_any();
        }
        let missing = missing.get();
        if missing.is_empty() {
            return view! { <AwaitCertificate /> }.into_any();
        }
        let count = missing.len();
        view! {
            <Notice kind=NoticeKind::Attention>
                <p>{t!("learn-quiz-missing-lessons", count = count)}</p>
                <LessonLinks quiz=quiz heads=missing />
            </Notice>
            <KeptHere />
        }
        .into_any()
    }
}

/// The module is completed: its certificate, its address for others, and what comes next.
#[component]
fn Earned(card: StoredValue<ModuleCard>, number: String) -> impl IntoView {
    let title = Signal::derive(move || card.with_value(|card| words_of(&card.title)));
    let learning = use_learning();
    let next = Memo::new(move |_| {
        let next = learning.next().map(|(card, _)| card)?;
        card.with_value(|card| card.id != next.id).then_some(next)
    });
    let certificate = Page::Certificate(number);
    let address = {
        let certificate = certificate.clone();
        Signal::derive(move || format!("{}{}", origin(), certificate.path(lang())))
    };
    view! {
        <Achievement
            title=t!("learn-quiz-certificate-ready")
            text=t!("learn-certificate-earned", module = title.get())
        >
            <LinkButton href=href(certificate) forward=true>
                {t!("learn-module-see-certificate")}
            </LinkButton>
            <CopyButton text=address label=t!("learn-certificate-copy-address") />
            {move || {
                next.get()
                    .map(|next| {
                        let title = Signal::derive(move || words_of(&next.title));
                        view! {
                            <LinkButton kind=ButtonKind::Plain href=href(Page::Module(next.slug))>
                                {t!("learn-achievement-next", module = title.get())}
                            </LinkButton>
                        }
                    })
            }}
        </Achievement>
    }
}

/// What to reread before the next try.
#[component]
fn AfterFailing(
    card: StoredValue<ModuleCard>,
    quiz: StoredValue<Quiz>,
    verdicts: StoredValue<Vec<bool>>,
    lessons: Memo<Vec<Lesson>>,
) -> impl IntoView {
    let heads = Memo::new(move |_| {
        let lessons = lessons.read();
        let numbers: BTreeSet<u32> = quiz.with_value(|quiz| {
            verdicts.with_value(|verdicts| {
                quiz.questions
                    .iter()
                    .zip(verdicts)
                    .filter(|(_, right)| !**right)
                    .filter_map(|(question, _)| lesson_for(question, &lessons))
                    .collect()
            })
        });
        card.with_value(|card| {
            card.lessons
                .iter()
                .filter(|head| numbers.contains(&head.number))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Notice kind=NoticeKind::Attention title=t!("learn-quiz-reread-title")>
            {move || view! { <LessonLinks quiz=quiz heads=heads.get() /> }}
            <p>{t!("learn-quiz-reread-text")}</p>
        </Notice>
    }
}

/// A visitor's result stays on the device.
#[component]
fn KeptHere() -> impl IntoView {
    let is_visitor = use_session().is_visitor();
    view! {
        <Show when=move || is_visitor.get()>
            <Notice>
                <p>{t!("learn-quiz-certificate-visitor")}</p>
                <SignInOrAsk />
            </Notice>
        </Show>
    }
}

#[component]
fn LessonLinks(quiz: StoredValue<Quiz>, heads: Vec<LessonHead>) -> impl IntoView {
    let (module, number) = quiz.with_value(|quiz| (quiz.module, quiz.edition));
    let cards = use_learning().cards.read_untracked();
    let items = cards
        .iter()
        .find(|card| card.id == module)
        .into_iter()
        .flat_map(|live| {
            heads
                .iter()
                .map(|head| (lesson_page(live, number, head), head.clone()))
        })
        .map(|(page, head)| {
            view! {
                <li>
                    <a href=href(page)>
                        {move || {
                            text!("learn-lesson-named", number = head.number, lesson = words_of(&head.title))
                        }}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="lesson-links" role="list">{items}</ul> }
}
