use crate::ids::{ModuleId, PartId, QuestionId};
use crate::lang::{Lang, Translated};
use crate::limits;
use crate::records::{
    Author, Choice, DraftPlace, DraftText, LessonDraft, LessonHead, ModuleDraft, PartDraft, Question,
    QuestionDraft, QuestionDraftKind, QuestionKind, TextMark, WholeModule,
};
use crate::time::Timestamp;
use uuid::Uuid;

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
