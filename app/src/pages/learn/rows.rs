//! The learner's rows as signals, shared by the pages of learning and the first page.

use crate::replica::{ScopeState, use_replica};
use crate::session::use_session;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::module_progress::{ModuleProgress, Stage, audiences_of, begin_with, carry_on};
use shared::records::{Attempt, Certificate, LessonProgress, ModuleCard};
use shared::scope::Scope;

/// What there is to learn and how far the person is.
#[derive(Clone, Copy)]
pub(crate) struct Learning {
    /// The modules of the catalogue, in its order, and those that left it after the person began them.
    pub(crate) cards: Memo<Vec<ModuleCard>>,
    /// One per module, in the same order.
    pub(crate) module_progresses: Memo<Vec<ModuleProgress>>,
    /// The certificates of the person, newest first.
    pub(crate) certificates: Memo<Vec<Certificate>>,
    /// How much of the catalogue is here.
    pub(crate) state: Memo<ScopeState>,
    /// Every module, whether the catalogue lists it or not.
    all: Memo<Vec<(ModuleCard, ModuleProgress)>>,
}

/// Reads them from the replica. Visitors have rows as well, on their device.
pub(crate) fn use_learning() -> Learning {
    let replica = use_replica();
    let identity = replica.identity();
    let own = Memo::new(move |_| Scope::Person(identity.read().person));
    let certificates = Memo::new(move |_| {
        let mut certificates = replica.list::<Certificate>(own.get());
        certificates.sort_by_key(|certificate| std::cmp::Reverse(certificate.issued));
        certificates
    });
    let all = Memo::new(move |_| {
        let mut cards = replica.list::<ModuleCard>(Scope::Public);
        cards.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.slug.cmp(&b.slug)));
        let progress = replica.list::<LessonProgress>(own.get());
        let attempts = replica.list::<Attempt>(own.get());
        let certificates = certificates.read();
        let with_progress = cards.into_iter().map(|card| {
            let module_progress = ModuleProgress::of(&card, &progress, &attempts, &certificates);
            (card, module_progress)
        });
        with_progress.collect::<Vec<_>>()
    });
    let is_listed = |(card, module_progress): &&(ModuleCard, ModuleProgress)| {
        !card.archived || module_progress.stage() != Stage::NotStarted
    };
    Learning {
        cards: Memo::new(move |_| {
            let all = all.read();
            all.iter()
                .filter(is_listed)
                .map(|(card, _)| card.clone())
                .collect()
        }),
        module_progresses: Memo::new(move |_| {
            let all = all.read();
            let listed = all.iter().filter(is_listed);
            listed
                .map(|(_, module_progress)| module_progress.clone())
                .collect()
        }),
        all,
        certificates,
        // Modules are older than most of what is public, and come last.
        state: Memo::new(move |_| replica.whole_state(Scope::Public)),
    }
}

impl Learning {
    /// The modules with how far each is.
    pub(crate) fn modules(self) -> Vec<(ModuleCard, ModuleProgress)> {
        self.cards
            .get()
            .into_iter()
            .zip(self.module_progresses.get())
            .collect()
    }

    /// The module in hand, else the one to begin with.
    pub(crate) fn next(self) -> Option<(ModuleCard, ModuleProgress)> {
        let modules = self.modules();
        let in_hand = carry_on(&self.module_progresses.read()).map(|module_progress| module_progress.module);
        let own = use_session()
            .identity()
            .with(|identity| audiences_of(&identity.roles));
        modules
            .iter()
            .find(|(card, _)| Some(card.id) == in_hand)
            .or_else(|| begin_with(&modules, &own))
            .cloned()
    }

    /// The module that the address of this page names.
    pub(crate) fn of_address(self) -> Memo<Option<(ModuleCard, ModuleProgress)>> {
        let params = use_params_map();
        Memo::new(move |_| params.with(|params| self.at(params.get_str("module")?)))
    }

    /// The module at this address.
    fn at(self, slug: &str) -> Option<(ModuleCard, ModuleProgress)> {
        self.all
            .read()
            .iter()
            .find(|(card, _)| card.slug == slug)
            .cloned()
    }
}
