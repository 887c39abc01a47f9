use super::items::Item;
use super::{Conflict, Imported, OnConflict, modules, remembered};
use crate::row_store::{self, Named, RowStore};
use crate::store::StoreError;
use shared::apply::{ModulePublished, View, publish_module, store_experience};
use shared::ids::ExperienceId;
use shared::records::{Collectivity, Experience, WholeModule};
use shared::row::{Kind, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;

/// A library on its way into the rows.
pub(super) struct Incoming<'a> {
    row_store: RowStore<'a>,
    at: Timestamp,
    on_conflict: OnConflict,
    counts: Imported,
}

/// How a thing of the folder stands to what is here.
#[derive(Clone, Copy)]
enum Met {
    New,
    Changed,
    Same,
    Kept,
}

impl<'a> Incoming<'a> {
    pub(super) fn new(row_store: RowStore<'a>, at: Timestamp, on_conflict: OnConflict) -> Self {
        Self {
            row_store,
            at,
            on_conflict,
            counts: Imported::default(),
        }
    }

    pub(super) fn take(&mut self, item: &Item) -> Result<(), StoreError> {
        match item {
            Item::Collectivities(some) => {
                for collectivity in some {
                    let met = self.collectivity(collectivity)?;
                    self.count(met);
                }
            }
            Item::Module(module) => {
                let met = self.module(module)?;
                self.count(met);
            }
            Item::Experience(experience) => {
                let met = self.experience(experience)?;
                self.count(met);
            }
            Item::Glossary(file) => remembered::set_glossary(self.row_store.beside(), file.as_bytes())?,
        }
        self.row_store.check()
    }

    pub(super) fn finish(self) -> Result<Imported, StoreError> {
        self.row_store.finish()?;
        Ok(self.counts)
    }

    const fn count(&mut self, met: Met) {
        let counter = match met {
            Met::New => &mut self.counts.added,
            Met::Changed => &mut self.counts.changed,
            Met::Same => &mut self.counts.unchanged,
            // It is named already.
            Met::Kept => return,
        };
        *counter += 1;
    }

    fn collectivity(&mut self, from_folder: &Collectivity) -> Result<Met, StoreError> {
        let id = from_folder.id;
        let held: Option<Collectivity> = row_store::find(self.row_store.reading(), Scope::Directory, id)?;
        let last_imported = remembered::membership(self.row_store.reading(), id)?;
        let mut wanted = from_folder.clone();
        // What the rest of the list says about it is written at the end of the import.
        if let Some(held) = &held {
            wanted.shares_name = held.shares_name;
            wanted.province = wanted.province.or_else(|| held.province.clone());
        }
        // Somebody admitted it here, or ended the membership: that stands until somebody changes it again.
        if let Some(held) = held.as_ref().filter(|held| held.joined != last_imported) {
            wanted.joined.clone_from(&held.joined);
            wanted.source.clone_from(&held.source);
        }
        remembered::set_membership(self.row_store.beside(), id, from_folder.joined.as_deref())?;
        // Whose experiences are public stays named, be it a member or not.
        let is_named = !row_store::published(self.row_store.reading(), Some(id), 0, 1)?.is_empty();
        if wanted.is_member() || is_named {
            self.row_store.put(Scope::Public, wanted.clone().into());
        } else {
            self.row_store
                .delete(&RowKey::new(Scope::Public, Kind::Collectivity, id));
        }
        let met = compare(held.as_ref(), &wanted);
        self.row_store.put(Scope::Directory, wanted.into());
        Ok(met)
    }

    /// What is different becomes a correction or another edition: nobody inside the module loses anything by it.
    fn module(&mut self, from_folder: &WholeModule) -> Result<Met, StoreError> {
        let id = from_folder.card.id;
        let incoming = modules::digest(from_folder)?;
        if let Some(held) = modules::held(&self.row_store, id) {
            let here = modules::digest(&held)?;
            let last_imported = remembered::module(self.row_store.reading(), id)?;
            let conflict = Conflict {
                what: "module",
                slug: from_folder.card.slug.clone(),
                is_changed: last_imported.as_ref() != Some(&here),
                lessons_gone: modules::lessons_gone(&held, from_folder),
            };
            if here != incoming && !self.may_take(conflict) {
                return Ok(Met::Kept);
            }
        }
        let met = match publish_module(&mut self.row_store, from_folder, self.at) {
            ModulePublished::Same => Met::Same,
            ModulePublished::New => Met::New,
            ModulePublished::Changed => Met::Changed,
        };
        remembered::set_module(self.row_store.beside(), id, &incoming)?;
        Ok(met)
    }

    /// Whether what is here may be changed as the folder wants; notes what that takes away, or would.
    fn may_take(&mut self, conflict: Conflict) -> bool {
        if !conflict.is_changed && conflict.lessons_gone.is_empty() {
            return true;
        }
        match self.on_conflict {
            OnConflict::Keep => self.counts.kept.push(conflict),
            OnConflict::Replace => self.counts.replaced.push(conflict),
        }
        self.on_conflict == OnConflict::Replace
    }

    fn experience(&mut self, from_folder: &Experience) -> Result<Met, StoreError> {
        let id = self.id_of(from_folder)?;
        let held: Option<Experience> = row_store::find(self.row_store.reading(), Scope::Experience(id), id)?;
        let last_imported = remembered::experience(self.row_store.reading(), id)?;
        let incoming = remembered::digest(&from_folder.content)?;
        let Some(held) = held else {
            remembered::set_experience(self.row_store.beside(), id, &incoming)?;
            let experience = Experience {
                id,
                ..from_folder.clone()
            };
            store_experience(&mut self.row_store, &experience);
            return Ok(Met::New);
        };
        let here = remembered::digest(&held.content)?;
        // What people wrote here has its own dates.
        let dates = match held.author {
            Some(_) => held.library_dates.clone(),
            None => from_folder.library_dates.clone(),
        };
        let is_text_same = here == incoming;
        if is_text_same && dates == held.library_dates {
            remembered::set_experience(self.row_store.beside(), id, &incoming)?;
            return Ok(Met::Same);
        }
        let conflict = Conflict {
            what: "experience",
            slug: held.slug.clone().unwrap_or_default(),
            is_changed: !is_text_same && last_imported.as_ref() != Some(&here),
            lessons_gone: Vec::new(),
        };
        if !self.may_take(conflict) {
            return Ok(Met::Kept);
        }
        remembered::set_experience(self.row_store.beside(), id, &incoming)?;
        // What readers get lacks what passed between author and focal point; the author's copy has it.
        let whole = match &held.author {
            Some(author) => row_store::find(self.row_store.reading(), Scope::Person(author.person), id)?,
            None => None,
        };
        let held = whole.unwrap_or(held);
        let changed = Experience {
            content: from_folder.content.clone(),
            revision: held.revision.saturating_add(1),
            updated: self.at,
            library_dates: dates,
            ..held
        };
        store_experience(&mut self.row_store, &changed);
        Ok(Met::Changed)
    }

    /// What people published here and exported comes back under its own id, not under the one that its slug
    /// would give.
    fn id_of(&self, experience: &Experience) -> Result<ExperienceId, StoreError> {
        let Some(slug) = &experience.slug else {
            return Ok(experience.id);
        };
        let held = row_store::find_named(self.row_store.reading(), Named::Experience, slug)?;
        if let Some(held) = held {
            return Ok(ExperienceId(held));
        }
        // Devices make the ids of drafts, and one may have made the id that this slug gives before the library came:
        // what people wrote is theirs, and does not keep the library out.
        let mut id = experience.id;
        let mut number = 2;
        while self.is_peoples(id)? {
            id = ExperienceId::from_name(&format!("{slug} {number}"));
            number += 1;
        }
        Ok(id)
    }

    /// Whether an experience with this id was begun here and not brought by a library.
    fn is_peoples(&self, id: ExperienceId) -> Result<bool, StoreError> {
        let held = row_store::find::<Experience>(self.row_store.reading(), Scope::Experience(id), id)?;
        Ok(held.is_some() && remembered::experience(self.row_store.reading(), id)?.is_none())
    }
}

fn compare<T: PartialEq>(held: Option<&T>, wanted: &T) -> Met {
    match held {
        None => Met::New,
        Some(held) if held == wanted => Met::Same,
        Some(_) => Met::Changed,
    }
}
