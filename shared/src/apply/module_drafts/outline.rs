use super::super::{Context, View};
use super::{open_draft, touch};
use crate::ids::LessonId;
use crate::limits;
use crate::mutation::SaveOutline;
use crate::records::{
    LessonDraft, ModuleDraft, OutlineChange, PartDraft, QuestionDraft, QuestionDraftKind, Source,
};
use crate::refusal::{Refusal, RefusalCode};
use crate::unicode;

pub(in crate::apply) fn save_outline(
    view: &mut dyn View,
    context: &Context<'_>,
    m: &SaveOutline,
) -> Result<(), Refusal> {
    let mut draft = open_draft(view, context, m.module)?;
    match &m.change {
        OutlineChange::Principles(value) => {
            draft.principles.clone_from(value);
            draft.principles.sort_unstable();
            draft.principles.dedup();
        }
        OutlineChange::Audience(value) => {
            draft.audience.clone_from(value);
            draft.audience.sort_unstable();
            draft.audience.dedup();
        }
        OutlineChange::Minutes(value) => {
            valid("minutes", *value <= limits::MODULE_MINUTES)?;
            draft.minutes = *value;
        }
        OutlineChange::PassPercent(value) => {
            valid("pass-percent", (1..=100).contains(value))?;
            draft.pass_percent = *value;
        }
        OutlineChange::Licence(value) => {
            let value = unicode::clean_line(value);
            limits::present("licence", &value)?;
            limits::at_most("licence", &value, limits::LICENCE)?;
            draft.licence = value;
        }
        OutlineChange::Sources(value) => {
            Source::check_all(value)?;
            draft.sources = Source::without_blank(value);
        }
        OutlineChange::Lesson { lesson, at } => place_lesson(&mut draft, *lesson, *at)?,
        OutlineChange::RemoveLesson(lesson) => {
            let held = draft.lessons.iter_mut().find(|held| held.id == *lesson);
            held.ok_or(RefusalCode::NotFound)?.removed = true;
        }
        OutlineChange::Question { question, at } => place_question(&mut draft, question, *at)?,
        OutlineChange::RemoveQuestion(question) => {
            let held = draft.questions.iter_mut().find(|held| held.id == *question);
            held.ok_or(RefusalCode::NotFound)?.removed = true;
        }
    }
    touch(view, context, draft, true);
    Ok(())
}

/// The most parts of a question with those that were taken out.
const PARTS_KEPT: usize = 4 * limits::PARTS_MOST;

fn place_lesson(draft: &mut ModuleDraft, id: LessonId, at: u32) -> Result<(), Refusal> {
    let held = draft.lessons.iter().position(|held| held.id == id);
    let lesson = match held {
        Some(held) => LessonDraft {
            removed: false,
            ..draft.lessons.remove(held)
        },
        None => {
            few("lessons", draft.lessons.len(), limits::LESSONS)?;
            let numbers = draft.lessons.iter().map(|lesson| lesson.number);
            LessonDraft {
                id,
                number: numbers.max().unwrap_or_default().saturating_add(1),
                slug: None,
                removed: false,
            }
        }
    };
    let place = place_among(&draft.lessons, at, |lesson| !lesson.removed);
    draft.lessons.insert(place, lesson);
    Ok(())
}

fn place_question(draft: &mut ModuleDraft, question: &QuestionDraft, at: u32) -> Result<(), Refusal> {
    let mut question = question.clone();
    question.removed = false;
    match draft.questions.iter().position(|held| held.id == question.id) {
        Some(held) => {
            // What somebody else added meanwhile is not taken out by who did not know of it.
            let held = draft.questions.remove(held);
            let is_unknown = |part: &PartDraft| question.parts.iter().all(|known| known.id != part.id);
            let unknown: Vec<PartDraft> = held.parts.into_iter().filter(is_unknown).collect();
            question.parts.extend(unknown);
        }
        None => few("questions", draft.questions.len(), limits::QUESTIONS)?,
    }
    few("parts", question.parts.len(), PARTS_KEPT)?;
    if !question.kind.has_choices() {
        question.parts.iter_mut().for_each(|part| part.correct = false);
    }
    if matches!(
        question.kind,
        QuestionDraftKind::Single | QuestionDraftKind::TrueFalse
    ) {
        // Exactly one is right: the first that is said to be.
        let mut is_found = false;
        for part in question.parts.iter_mut().filter(|part| !part.removed) {
            part.correct &= !is_found;
            is_found |= part.correct;
        }
    }
    let place = place_among(&draft.questions, at, |question| !question.removed);
    draft.questions.insert(place, question);
    Ok(())
}

/// Where something stands among all, to stand at `at` among those that are part of the module.
fn place_among<T>(all: &[T], at: u32, is_part: impl Fn(&T) -> bool) -> usize {
    let at = usize::try_from(at).unwrap_or(usize::MAX);
    let parts = all.iter().enumerate().filter(|(_, one)| is_part(one));
    parts.map(|(place, _)| place).nth(at).unwrap_or(all.len())
}

fn few(field: &str, held: usize, most: usize) -> Result<(), Refusal> {
    if held < most {
        Ok(())
    } else {
        Err(Refusal::of_field(RefusalCode::TooLong, field).with_limit(most))
    }
}

fn valid(field: &str, holds: bool) -> Result<(), Refusal> {
    if holds {
        Ok(())
    } else {
        Err(Refusal::of_field(RefusalCode::Invalid, field))
    }
}
