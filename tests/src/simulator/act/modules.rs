//! Writing modules, often where somebody else writes the same one.

use super::Actor;
use shared::access::{Action, may};
use shared::ids::{LessonId, ModuleId, PartId, QuestionId};
use shared::lang::Lang;
use shared::mutation::{
    ArchiveModule, BeginModule, DiscardModule, Mutation, OfferModule, PublishModule, RestoreModule,
    ReturnModule, SaveModuleText, SaveOutline, TakeBackModule,
};
use shared::records::{
    DraftPlace, DraftText, ModuleCard, ModuleDraft, OutlineChange, PartDraft, QuestionDraft,
    QuestionDraftKind, TextMark,
};
use shared::scope::Scope;
use shared::vocabulary::{Audience, Principle};

/// What nobody has published yet.
pub(in crate::simulator) fn new_module() -> ModuleId {
    ModuleId::from_name("begun-here")
}

impl Actor<'_> {
    /// `None` for people who write no modules.
    pub(super) fn teach(&mut self) -> Option<Mutation> {
        may(self.client.viewer(), Action::Teach).ok()?;
        let mut modules = self.content.modules.clone();
        modules.push(new_module());
        let written: Vec<ModuleId> = self
            .client
            .all::<ModuleDraft>(Scope::Trainers)
            .map(|draft| draft.id)
            .collect();
        let module = match self.prng.pick(&written) {
            Some(written) if self.prng.chance(80) => *written,
            _ => *self.prng.pick(&modules)?,
        };
        let card: Option<&ModuleCard> = self.client.find(Scope::Public, module);
        if let Some(card) = card.filter(|_| self.prng.chance(4)) {
            return Some(if card.archived {
                RestoreModule { module }.into()
            } else {
                ArchiveModule { module }.into()
            });
        }
        let held: Option<ModuleDraft> = self.client.find(Scope::Trainers, module).cloned();
        let Some(draft) = held else {
            let original = Lang::Ar;
            return Some(BeginModule { module, original }.into());
        };
        let revision = draft.revision;
        if !draft.is_open() {
            return Some(match self.prng.below(4) {
                0 => TakeBackModule { module }.into(),
                1 => ReturnModule {
                    module,
                    revision,
                    note: self.words(),
                }
                .into(),
                _ => PublishModule {
                    module,
                    revision,
                    what: self.words(),
                    lang: self.lang(),
                }
                .into(),
            });
        }
        Some(match self.prng.below(60) {
            0 => DiscardModule { module }.into(),
            1..=5 => OfferModule { module }.into(),
            6..=13 => SaveOutline {
                module,
                change: self.outline_change(&draft)?,
            }
            .into(),
            _ => self.module_text(&draft)?,
        })
    }

    fn module_text(&mut self, draft: &ModuleDraft) -> Option<Mutation> {
        let place = match self.prng.chance(50) {
            true => DraftPlace::Title,
            false => *self.prng.pick(&draft.places())?,
        };
        let lang = if self.prng.chance(70) {
            Lang::Ar
        } else {
            self.lang()
        };
        let id = place.row(draft.id, lang);
        let held: Option<&DraftText> = self.client.find(Scope::ModuleDraft(draft.id), id);
        // Another tab may not show yet what this device holds.
        let seen = match held {
            Some(held) if !self.prng.chance(15) => std::iter::once(held.text.as_str())
                .chain(held.versions.iter().map(|version| version.text.as_str()))
                .map(TextMark::of)
                .collect(),
            _ => vec![TextMark::of("")],
        };
        Some(
            SaveModuleText {
                module: draft.id,
                place,
                lang,
                text: self.words(),
                seen,
                translates: None,
            }
            .into(),
        )
    }

    fn outline_change(&mut self, draft: &ModuleDraft) -> Option<OutlineChange> {
        let at = u32::try_from(self.prng.below(4)).ok()?;
        let lessons: Vec<LessonId> = draft.lessons.iter().map(|lesson| lesson.id).collect();
        let questions: Vec<QuestionDraft> = draft.questions.clone();
        Some(match self.prng.below(8) {
            0 => OutlineChange::Minutes(at.saturating_add(10)),
            1 => OutlineChange::Audience(vec![Audience::FocalPoint]),
            2 => OutlineChange::Principles(vec![Principle::Transparency]),
            3 if !lessons.is_empty() => OutlineChange::RemoveLesson(*self.prng.pick(&lessons)?),
            4 if !lessons.is_empty() => OutlineChange::Lesson {
                lesson: *self.prng.pick(&lessons)?,
                at,
            },
            5 if !questions.is_empty() => OutlineChange::RemoveQuestion(self.prng.pick(&questions)?.id),
            6 if lessons.len() < 3 => OutlineChange::Lesson {
                lesson: LessonId::new(1, self.prng.ten()),
                at,
            },
            _ => {
                let part = |prng: &mut super::Prng, correct| PartDraft {
                    id: PartId::new(1, prng.ten()),
                    correct,
                    removed: false,
                };
                let new = QuestionDraft {
                    id: QuestionId::new(1, self.prng.ten()),
                    kind: QuestionDraftKind::Single,
                    parts: vec![part(self.prng, true), part(self.prng, false)],
                    lesson: None,
                    removed: false,
                };
                let mut question = self.prng.pick(&questions).cloned().unwrap_or(new);
                // Another answer is right.
                question.parts.rotate_left(1);
                OutlineChange::Question { question, at }
            }
        })
    }
}
