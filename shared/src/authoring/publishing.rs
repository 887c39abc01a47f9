use super::DraftTexts;
use crate::lang::{Lang, Translated};
use crate::markdown::with_lesson_links;
use crate::records::{
    Choice, DraftPlace, EditionNumber, Lesson, LessonHead, Module, ModuleCard, ModuleDraft, Pair, PartDraft,
    PartialDate, Question, QuestionDraft, QuestionDraftKind, QuestionKind, Quiz, WholeModule,
};
use crate::slug::{numbered, slug_of};
use crate::time::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What a module that is being written is once it is published, beside the modules that are taught.
#[must_use]
pub fn whole_module(
    draft: &ModuleDraft,
    texts: &DraftTexts,
    taught: &[ModuleCard],
    now: Timestamp,
) -> WholeModule {
    let title = texts.translated(DraftPlace::Title);
    let held = taught.iter().find(|card| card.id == draft.id);
    let slug = match held {
        Some(card) => card.slug.clone(),
        None => free_slug(&title, draft.id.uuid(), |slug| {
            taught.iter().any(|card| card.slug == slug)
        }),
    };
    let order = match held {
        Some(card) => card.order,
        None => taught
            .iter()
            .map(|card| card.order)
            .max()
            .unwrap_or_default()
            .saturating_add(1),
    };
    let (heads, lessons) = lessons(draft, texts);
    let is_whole = |lang: &Lang| lessons.iter().all(|lesson| lesson.text.get(*lang).is_some());
    let quiz = Quiz {
        module: draft.id,
        pass_percent: draft.pass_percent,
        questions: draft
            .questions()
            .map(|question| to_question(question, texts, &heads))
            .collect(),
        edition: EditionNumber::FIRST,
    };
    let card = ModuleCard {
        id: draft.id,
        slug,
        order,
        title,
        summary: texts.translated(DraftPlace::Summary),
        principles: draft.principles.clone(),
        audience: draft.audience.clone(),
        minutes: draft.minutes,
        languages: Lang::ALL.into_iter().filter(is_whole).collect(),
        lessons: heads,
        pass_percent: draft.pass_percent,
        questions: u32::try_from(quiz.questions.len()).unwrap_or(u32::MAX),
        updated: now,
        updated_on: PartialDate(now.legal_day().to_string()),
        edition: EditionNumber::FIRST,
        archived: false,
    };
    let module = Module {
        id: draft.id,
        objectives: objectives(texts),
        licence: draft.licence.clone(),
        sources: draft.sources.clone(),
    };
    WholeModule {
        card,
        module,
        lessons,
        quiz,
    }
}

fn free_slug(title: &Translated, id: Uuid, is_taken: impl Fn(&str) -> bool) -> String {
    let slug = slug_of(title, &id.to_string());
    if !is_taken(&slug) {
        return slug;
    }
    (2..)
        .map(|number| numbered(&slug, number))
        .find(|slug| !is_taken(slug))
        .unwrap_or(slug)
}

fn lessons(draft: &ModuleDraft, texts: &DraftTexts) -> (Vec<LessonHead>, Vec<Lesson>) {
    let numbers: BTreeMap<u32, u32> = draft.lessons().map(|lesson| lesson.number).zip(1..).collect();
    let mut heads: Vec<LessonHead> = Vec::new();
    let mut bodies = Vec::new();
    for (number, lesson) in (1..).zip(draft.lessons()) {
        let title = texts.translated(DraftPlace::LessonTitle(lesson.id));
        let is_taken = |slug: &str| {
            LessonHead::RESERVED_SLUGS.contains(&slug)
                || heads.iter().any(|head| head.slug == slug)
                || draft
                    .lessons
                    .iter()
                    .any(|other| other.slug.as_deref() == Some(slug))
        };
        let slug = match &lesson.slug {
            Some(slug) => slug.clone(),
            None => free_slug(&title, lesson.id.uuid(), is_taken),
        };
        let mut text = Translated::default();
        for lang in Lang::ALL {
            let written = texts.get(DraftPlace::LessonText(lesson.id), lang);
            text.set(
                lang,
                &with_lesson_links(written, |number| numbers.get(&number).copied()),
            );
        }
        heads.push(LessonHead {
            id: lesson.id,
            number,
            slug,
            title,
        });
        bodies.push(Lesson {
            id: lesson.id,
            module: draft.id,
            number,
            text,
        });
    }
    (heads, bodies)
}

fn objectives(texts: &DraftTexts) -> Vec<Translated> {
    let mut all: Vec<Translated> = Vec::new();
    for lang in Lang::ALL {
        for (place, line) in texts.objectives(lang).enumerate() {
            if all.len() <= place {
                all.push(Translated::default());
            }
            if let Some(objective) = all.get_mut(place) {
                objective.set(lang, line);
            }
        }
    }
    all.retain(|objective| !objective.is_empty());
    all
}

/// A question in the languages in which all of it is written: nobody can choose between blanks.
fn to_question(question: &QuestionDraft, texts: &DraftTexts, heads: &[LessonHead]) -> Question {
    let is_written = |lang: &Lang| {
        let needed = question
            .places()
            .into_iter()
            .filter(|place| !matches!(place, DraftPlace::Explanation(_)));
        needed
            .into_iter()
            .all(|place| !texts.get(place, *lang).is_empty())
    };
    let languages: Vec<Lang> = Lang::ALL.into_iter().filter(is_written).collect();
    let text = |place: DraftPlace| {
        let mut all = Translated::default();
        for lang in &languages {
            all.set(*lang, texts.get(place, *lang));
        }
        all
    };
    let part = |part: &PartDraft| text(DraftPlace::Part(question.id, part.id));
    let choices = || {
        let choice = |one: &PartDraft| Choice {
            text: part(one),
            correct: one.correct,
        };
        question.parts().map(choice).collect()
    };
    let kind = match question.kind {
        QuestionDraftKind::Single => QuestionKind::Single(choices()),
        QuestionDraftKind::Multiple => QuestionKind::Multiple(choices()),
        QuestionDraftKind::TrueFalse => QuestionKind::TrueFalse(choices()),
        QuestionDraftKind::Ordering => QuestionKind::Ordering(question.parts().map(part).collect()),
        QuestionDraftKind::Matching => {
            let pair = |one: &PartDraft| Pair {
                left: part(one),
                right: text(DraftPlace::Right(question.id, one.id)),
            };
            QuestionKind::Matching(question.parts().map(pair).collect())
        }
    };
    let lesson = heads.iter().find(|head| Some(head.id) == question.lesson);
    Question {
        text: text(DraftPlace::Question(question.id)),
        kind,
        explanation: text(DraftPlace::Explanation(question.id)),
        lesson: lesson.map(|head| head.number),
    }
}
