//! What trainers wrote in modules, to find it again.

use super::failure::Failure;
use super::world::World;
use shared::ids::ModuleId;
use shared::lang::Lang;
use shared::mutation::{Mutation, SaveModuleText};
use shared::records::{DraftPlace, DraftText, TextMark};
use shared::scope::Scope;
use std::collections::BTreeMap;

/// The saves of texts of modules that are being written, as their writers sent them, in the order of the server.
#[derive(Clone, Default)]
pub(super) struct ModuleTexts(BTreeMap<(ModuleId, DraftPlace, Lang), Vec<SaveModuleText>>);

impl ModuleTexts {
    /// Takes a change that was applied.
    pub(super) fn note(&mut self, mutation: &Mutation) {
        match mutation {
            Mutation::SaveModuleText(save) => {
                let text = (save.module, save.place, save.lang);
                self.0.entry(text).or_default().push(save.clone());
            }
            Mutation::PublishModule(gone) => self.forget(gone.module),
            Mutation::DiscardModule(gone) => self.forget(gone.module),
            _ => {}
        }
    }

    fn forget(&mut self, module: ModuleId) {
        self.0.retain(|(of, ..), _| *of != module);
    }
}

impl World {
    /// Every text of a module that is being written is the current one, stands beside it, or was replaced by somebody
    /// who had seen it.
    pub(super) fn check_module_texts(&mut self) -> Result<(), Failure> {
        let model = &self.backend.model;
        if let Some(module) = model.broken {
            return Err(Failure::new(format!("{module:?} was published and is not whole")));
        }
        for ((module, place, lang), saves) in &model.module_texts.0 {
            let held: Option<DraftText> = model.find(Scope::ModuleDraft(*module), place.row(*module, *lang));
            let there: Vec<&str> = held.iter().flat_map(texts).collect();
            self.report.module_texts += there.len().saturating_sub(1);
            for (at, save) in saves.iter().enumerate() {
                let text = save.text.as_str();
                let mark = TextMark::of(text);
                let is_later = |later: &SaveModuleText| later.seen.contains(&mark) || later.text == text;
                let is_replaced = saves.iter().skip(at + 1).any(is_later);
                if !text.is_empty() && !is_replaced && !there.contains(&text) {
                    return Err(Failure::new(format!(
                        "{text:?} at {place:?} of {module:?} is gone, there is {there:?}"
                    )));
                }
            }
        }
        Ok(())
    }
}

fn texts(row: &DraftText) -> impl Iterator<Item = &str> {
    std::iter::once(row.text.as_str()).chain(row.versions.iter().map(|version| version.text.as_str()))
}
