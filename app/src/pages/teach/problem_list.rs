use super::draft::Writing;
use super::field_state::field_id;
use crate::components::focus;
use crate::i18n::key_of;
use crate::pages::learn::words::language_name;
use crate::router::{Page, href};
use crate::{t, text};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use shared::authoring::{DraftProblem, problems};
use shared::ids::{LessonId, ModuleId, QuestionId};
use shared::lang::Lang;
use shared::records::{DraftPlace, ModuleDraft};

/// What keeps the module from being offered, each with the way to it; nothing where nothing does.
#[component]
pub(super) fn ProblemList(
    /// The module.
    writing: Writing,
) -> impl IntoView {
    let all = Memo::new(move |_| problems(&writing.draft.read(), &writing.texts.read()));
    view! {
        <Show when=move || !all.read().is_empty()>
            <ul class="problem-list">
                {move || {
                    let draft = writing.draft.read();
                    let lines = all.read().iter().map(|problem| (*problem, line(&draft, *problem))).collect::<Vec<_>>();
                    lines
                        .into_iter()
                        .map(|(problem, (page, words))| {
                            // What stands on this page is led to; the rest is on another one.
                            let lead = move |event: MouseEvent| {
                                let id = target(writing, problem);
                                if document().get_element_by_id(&id).is_some() {
                                    event.prevent_default();
                                    focus::on_id(&id);
                                }
                            };
                            view! { <li><a href=href(page) on:click=lead>{words}</a></li> }
                        })
                        .collect_view()
                }}
            </ul>
        </Show>
    }
}

/// The id of the control that mends it.
fn target(writing: Writing, problem: DraftProblem) -> String {
    match problem {
        DraftProblem::NoText(place, lang)
        | DraftProblem::Undecided(place, lang)
        | DraftProblem::UnknownLesson(place, lang, _) => field_id(writing, place, lang),
        DraftProblem::TooManyObjectives(lang) => field_id(writing, DraftPlace::Objectives, lang),
        DraftProblem::NoSetting(field) => format!("teach-{field}"),
        DraftProblem::Parts(question) | DraftProblem::NoRightChoice(question) => {
            format!("question-{question}")
        }
    }
}

fn line(draft: &ModuleDraft, problem: DraftProblem) -> (Page, Signal<String>) {
    // A text, by its name and language.
    let of_text = |place: DraftPlace, lang: Lang, words: fn(String, String) -> String| {
        let (page, name) = whereabouts(draft, place);
        let words = Signal::derive(move || words(name.get(), language_name(lang)));
        (page, words)
    };
    let of_question = |question: QuestionId, words: fn(usize) -> String| {
        let number = number_of_question(draft, question);
        (Page::TeachQuiz(draft.id), Signal::derive(move || words(number)))
    };
    match problem {
        DraftProblem::NoSetting("questions") => (Page::TeachQuiz(draft.id), t!("teach-problem-questions")),
        DraftProblem::NoSetting(field) => (Page::TeachModule(draft.id), t!(key_of("teach-problem", field))),
        DraftProblem::NoText(place, lang) => of_text(place, lang, |name, lang| {
            text!("teach-problem-no-text", text = name, lang = lang)
        }),
        DraftProblem::Undecided(place, lang) => of_text(place, lang, |name, lang| {
            text!("teach-problem-undecided", text = name, lang = lang)
        }),
        DraftProblem::TooManyObjectives(lang) => of_text(DraftPlace::Objectives, lang, |_, lang| {
            text!("teach-problem-objectives", lang = lang)
        }),
        DraftProblem::Parts(question) => {
            of_question(question, |number| text!("teach-problem-parts", number = number))
        }
        DraftProblem::NoRightChoice(question) => of_question(question, |number| {
            text!("teach-problem-no-right-choice", number = number)
        }),
        DraftProblem::UnknownLesson(place, lang, number) => {
            let (page, name) = whereabouts(draft, place);
            let words = t!(
                "teach-problem-unknown-lesson",
                text = name.get(),
                lang = language_name(lang),
                number = number
            );
            (page, words)
        }
    }
}

/// The page where a text is written, and what it is called.
pub(super) fn whereabouts(draft: &ModuleDraft, place: DraftPlace) -> (Page, Signal<String>) {
    let module: ModuleId = draft.id;
    match place {
        DraftPlace::Title | DraftPlace::Summary | DraftPlace::Objectives => {
            (Page::TeachModule(module), t!(key_of("teach-place", place.word())))
        }
        DraftPlace::LessonTitle(lesson) | DraftPlace::LessonText(lesson) => {
            let number = number_of_lesson(draft, lesson);
            let word = place.word();
            (Page::TeachLesson(module, lesson), numbered(word, number))
        }
        DraftPlace::Question(question)
        | DraftPlace::Explanation(question)
        | DraftPlace::Part(question, _)
        | DraftPlace::Right(question, _) => {
            let number = number_of_question(draft, question);
            let word = place.word();
            (Page::TeachQuiz(module), numbered(word, number))
        }
    }
}

/// What a text is called; the number is 0 where its lesson or question was taken out.
fn numbered(word: &'static str, number: usize) -> Signal<String> {
    Signal::derive(move || match number {
        0 => text!("teach-place-removed"),
        number => text!(key_of("teach-place", word), number = number),
    })
}

/// The place of a lesson among those that are part of the module, from 1; 0 where it was taken out.
fn number_of_lesson(draft: &ModuleDraft, lesson: LessonId) -> usize {
    let place = draft.lessons().position(|one| one.id == lesson);
    place.map_or(0, |place| place + 1)
}

fn number_of_question(draft: &ModuleDraft, question: QuestionId) -> usize {
    let place = draft.questions().position(|one| one.id == question);
    place.map_or(0, |place| place + 1)
}
