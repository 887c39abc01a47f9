//! What a module that is being written lacks, and what it is once it is published.

use crate::ids::{ModuleId, PartId, QuestionId};
use crate::lang::{Lang, Translated};
use crate::limits;
use crate::markdown::{lesson_links, with_lesson_links};
use crate::records::{
    Author, Choice, DraftPlace, DraftText, EditionNumber, Lesson, LessonDraft, LessonHead, Module,
    ModuleCard, ModuleDraft, Pair, PartDraft, PartialDate, Question, QuestionDraft, QuestionDraftKind,
    QuestionKind, Quiz, TextMark, WholeModule,
};
use crate::refusal::{Refusal, RefusalCode};
use crate::slug::{numbered, slug_of};
use crate::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The licence of a new module: that of the library the hub begins with.
pub const USUAL_LICENCE: &str = "CC-BY-4.0";
/// The pass mark of a new quiz, in percent: that of the library.
pub const USUAL_PASS_PERCENT: u8 = 80;

/// The texts of a module that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftTexts(BTreeMap<(DraftPlace, Lang), DraftText>);

impl DraftTexts {
    /// These texts.
    #[must_use]
    pub fn new(texts: impl IntoIterator<Item = DraftText>) -> Self {
        Self(
            texts
                .into_iter()
                .map(|text| ((text.place, text.lang), text))
                .collect(),
        )
    }

    /// The row of a text, where there is one.
    #[must_use]
    pub fn row(&self, place: DraftPlace, lang: Lang) -> Option<&DraftText> {
        self.0.get(&(place, lang))
    }

    /// A text; empty where there is none.
    #[must_use]
    pub fn get(&self, place: DraftPlace, lang: Lang) -> &str {
        self.row(place, lang).map_or("", |row| &row.text)
    }

    /// A text in every language that has it.
    #[must_use]
    pub fn translated(&self, place: DraftPlace) -> Translated {
        let mut all = Translated::default();
        for lang in Lang::ALL {
            all.set(lang, self.get(place, lang));
        }
        all
    }

    /// Every text there is, in whatever language.
    #[must_use]
    pub fn places(&self) -> BTreeSet<DraftPlace> {
        self.0.keys().map(|(place, _)| *place).collect()
    }

    /// Whether a translation is older than its original.
    #[must_use]
    pub fn is_behind(&self, place: DraftPlace, lang: Lang, original: Lang) -> bool {
        lang != original
            && self
                .row(place, lang)
                .is_some_and(|row| row.is_behind(self.get(place, original)))
    }
}

/// Why a module cannot be offered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// A text is missing in the language that is nearest to complete.
    NoText(DraftPlace, Lang),
    /// Nothing was chosen or estimated: the name of the field.
    NoSetting(&'static str),
    /// A text has several versions.
    Undecided(DraftPlace, Lang),
    /// A question has too few parts, or too many.
    Parts(QuestionId),
    /// None of the choices of a question is right.
    NoRightChoice(QuestionId),
    /// A text links to a lesson that is not part of the module.
    UnknownLesson(DraftPlace, Lang, u32),
    /// There are more objectives than a module may have.
    TooManyObjectives(Lang),
}

impl DraftProblem {
    /// The refusal of a module that has it.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::NoText(place, _) => Refusal::of_field(RefusalCode::Missing, place.word()),
            Self::NoSetting(field) => Refusal::of_field(RefusalCode::Missing, field),
            Self::Undecided(place, _) => Refusal::of_field(RefusalCode::Undecided, place.word()),
            Self::Parts(_) | Self::NoRightChoice(_) => Refusal::of_field(RefusalCode::Invalid, "question"),
            Self::UnknownLesson(place, ..) => Refusal::of_field(RefusalCode::Invalid, place.word()),
            Self::TooManyObjectives(_) => {
                Refusal::of_field(RefusalCode::TooLong, "objectives").with_limit(limits::OBJECTIVES)
            }
        }
    }
}

/// Everything that keeps a module from being offered, in reading order. One language has to be complete.
#[must_use]
pub fn problems(draft: &ModuleDraft, texts: &DraftTexts) -> Vec<DraftProblem> {
    let settings = [
        ("principles", draft.principles.is_empty()),
        ("audience", draft.audience.is_empty()),
        ("minutes", draft.minutes == 0),
        ("lessons", draft.lessons().next().is_none()),
        ("questions", draft.questions().next().is_none()),
    ];
    let places = draft.places();
    let missing_in = |lang: Lang| -> Vec<DraftPlace> {
        let is_missing = |place: &&DraftPlace| texts.get(**place, lang).is_empty();
        places.iter().filter(is_missing).copied().collect()
    };
    // The original first: of two that lack as much, it is the one to complete.
    let others = Lang::ALL.into_iter().filter(|lang| *lang != draft.original);
    let nearest = std::iter::once(draft.original)
        .chain(others)
        .map(|lang| (lang, missing_in(lang)))
        .min_by_key(|(_, missing)| missing.len());
    let (lang, missing) = nearest.unwrap_or((draft.original, Vec::new()));

    let mut problems: Vec<DraftProblem> = settings
        .into_iter()
        .filter(|(_, is_missing)| *is_missing)
        .map(|(field, _)| DraftProblem::NoSetting(field))
        .collect();
    problems.extend(missing.into_iter().map(|place| DraftProblem::NoText(place, lang)));
    for question in draft.questions() {
        let most = match question.kind {
            QuestionDraftKind::TrueFalse => limits::PARTS_LEAST,
            _ => limits::PARTS_MOST,
        };
        if !(limits::PARTS_LEAST..=most).contains(&question.parts().count()) {
            problems.push(DraftProblem::Parts(question.id));
        } else if question.kind.has_choices() && !question.parts().any(|part| part.correct) {
            problems.push(DraftProblem::NoRightChoice(question.id));
        }
    }
    for place in &places {
        for lang in Lang::ALL {
            problems.extend(problems_of_text(draft, texts, *place, lang));
        }
    }
    problems
}

fn problems_of_text(
    draft: &ModuleDraft,
    texts: &DraftTexts,
    place: DraftPlace,
    lang: Lang,
) -> Vec<DraftProblem> {
    let mut problems = Vec::new();
    if texts.row(place, lang).is_some_and(|row| !row.versions.is_empty()) {
        problems.push(DraftProblem::Undecided(place, lang));
    }
    match place {
        DraftPlace::LessonText(_) => {
            let is_known = |number: &u32| draft.lessons().any(|lesson| lesson.number == *number);
            problems.extend(
                lesson_links(texts.get(place, lang))
                    .filter(|number| !is_known(number))
                    .map(|number| DraftProblem::UnknownLesson(place, lang, number)),
            );
        }
        DraftPlace::Objectives
            if objectives_in(texts, lang).filter(|line| !line.is_empty()).count() > limits::OBJECTIVES =>
        {
            problems.push(DraftProblem::TooManyObjectives(lang));
        }
        _ => {}
    }
    problems
}

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

/// A line for each objective, an empty one where this language does not have it.
fn objectives_in(texts: &DraftTexts, lang: Lang) -> impl Iterator<Item = &str> {
    texts.get(DraftPlace::Objectives, lang).lines().map(str::trim)
}

fn objectives(texts: &DraftTexts) -> Vec<Translated> {
    let mut all: Vec<Translated> = Vec::new();
    for lang in Lang::ALL {
        for (place, line) in objectives_in(texts, lang).enumerate() {
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

/// A module as it is taught, laid out to be written on. `blank` brings what does not come from it.
#[must_use]
pub fn draft_of(whole: &WholeModule, blank: ModuleDraft, author: &Author) -> (ModuleDraft, Vec<DraftText>) {
    let mut layer = Layer {
        module: whole.card.id,
        original: whole
            .card
            .title
            .best(blank.original)
            .map_or(blank.original, |(lang, _)| lang),
        by: author,
        at: blank.created,
        texts: Vec::new(),
    };
    layer.put(DraftPlace::Title, &whole.card.title);
    layer.put(DraftPlace::Summary, &whole.card.summary);
    let objectives = lines(&whole.module.objectives);
    layer.put(DraftPlace::Objectives, &objectives);
    for (head, lesson) in whole.card.lessons.iter().zip(&whole.lessons) {
        layer.put(DraftPlace::LessonTitle(head.id), &head.title);
        layer.put(DraftPlace::LessonText(head.id), &lesson.text);
    }
    let heads = &whole.card.lessons;
    let questions = whole.quiz.questions.iter().enumerate();
    let questions = questions
        .map(|(place, question)| layer.question(whole, place, question, heads))
        .collect();
    let draft = ModuleDraft {
        title: whole.card.title.clone(),
        base: Some(whole.card.edition),
        original: layer.original,
        principles: whole.card.principles.clone(),
        audience: whole.card.audience.clone(),
        minutes: whole.card.minutes,
        pass_percent: whole.quiz.pass_percent,
        licence: whole.module.licence.clone(),
        sources: whole.module.sources.clone(),
        lessons: heads
            .iter()
            .map(|head| LessonDraft {
                id: head.id,
                number: head.number,
                slug: Some(head.slug.clone()),
                removed: false,
            })
            .collect(),
        questions,
        ..blank
    };
    (draft, layer.texts)
}

/// Several texts as the lines of one, an empty line where a language lacks one.
pub(crate) fn lines(texts: &[Translated]) -> Translated {
    let mut all = Translated::default();
    for lang in Lang::ALL {
        let lines: Vec<&str> = texts
            .iter()
            .map(|text| text.get(lang).unwrap_or_default())
            .collect();
        all.set(lang, lines.join("\n").trim_end());
    }
    all
}

/// The texts of a module that is laid out.
struct Layer<'a> {
    module: ModuleId,
    original: Lang,
    by: &'a Author,
    at: Timestamp,
    texts: Vec<DraftText>,
}

impl Layer<'_> {
    fn put(&mut self, place: DraftPlace, text: &Translated) {
        let original = text.get(self.original).map(TextMark::of);
        for lang in text.languages() {
            let translates = original.clone().filter(|_| lang != self.original);
            self.texts.push(DraftText {
                module: self.module,
                place,
                lang,
                text: text.get(lang).unwrap_or_default().to_owned(),
                translates,
                by: self.by.clone(),
                at: self.at,
                versions: Vec::new(),
            });
        }
    }

    fn question(
        &mut self,
        whole: &WholeModule,
        place: usize,
        question: &Question,
        heads: &[LessonHead],
    ) -> QuestionDraft {
        // Two devices that lay out the same edition give the same ids.
        let name = |what: &str| {
            let name = format!("question {} {place}{what}", whole.card.edition);
            Uuid::new_v5(&self.module.0, name.as_bytes())
        };
        let id = QuestionId(name(""));
        let part_id = |part: usize| PartId(name(&format!(" part {part}")));
        let part_ids: Vec<PartId> = (0..limits::PARTS_MOST).map(part_id).collect();
        let mut parts = Vec::new();
        let (kind, texts): (_, Vec<(&Translated, Option<&Translated>, bool)>) = match &question.kind {
            QuestionKind::Single(choices) => (QuestionDraftKind::Single, of_choices(choices)),
            QuestionKind::Multiple(choices) => (QuestionDraftKind::Multiple, of_choices(choices)),
            QuestionKind::TrueFalse(choices) => (QuestionDraftKind::TrueFalse, of_choices(choices)),
            QuestionKind::Ordering(items) => (
                QuestionDraftKind::Ordering,
                items.iter().map(|item| (item, None, false)).collect(),
            ),
            QuestionKind::Matching(pairs) => (
                QuestionDraftKind::Matching,
                pairs
                    .iter()
                    .map(|pair| (&pair.left, Some(&pair.right), false))
                    .collect(),
            ),
        };
        self.put(DraftPlace::Question(id), &question.text);
        for (part, (text, right, correct)) in part_ids.into_iter().zip(texts) {
            self.put(DraftPlace::Part(id, part), text);
            if let Some(right) = right {
                self.put(DraftPlace::Right(id, part), right);
            }
            parts.push(PartDraft {
                id: part,
                correct,
                removed: false,
            });
        }
        self.put(DraftPlace::Explanation(id), &question.explanation);
        let lesson = heads.iter().find(|head| Some(head.number) == question.lesson);
        QuestionDraft {
            id,
            kind,
            parts,
            lesson: lesson.map(|head| head.id),
            removed: false,
        }
    }
}

fn of_choices(choices: &[Choice]) -> Vec<(&Translated, Option<&Translated>, bool)> {
    choices
        .iter()
        .map(|choice| (&choice.text, None, choice.correct))
        .collect()
}

#[cfg(test)]
mod tests;
