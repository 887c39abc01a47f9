use super::DraftTexts;
use crate::ids::QuestionId;
use crate::lang::Lang;
use crate::limits;
use crate::markdown::lesson_links;
use crate::records::{DraftPlace, ModuleDraft, QuestionDraftKind};
use crate::refusal::{Refusal, RefusalCode};

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
            if texts.objectives(lang).filter(|line| !line.is_empty()).count() > limits::OBJECTIVES =>
        {
            problems.push(DraftProblem::TooManyObjectives(lang));
        }
        _ => {}
    }
    problems
}
