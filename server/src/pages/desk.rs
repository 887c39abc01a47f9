//! What a page is written from: the rows that a visitor may read, the words of a language, the public address.

mod lending;

use super::html::Node;
use super::lent::Lent;
use super::place::Place;
use super::public_rows::PublicRows;
use super::words::Words;
use crate::authority;
use crate::ledger;
use crate::store::{ReadTxn, StoreError};
use axum::http::StatusCode;
use serde_json::Value;
use shared::ids::{CollectivityId, ExperienceId};
use shared::lang::Lang;
use shared::records::{Collectivity, Experience, ExperienceCard, Identity, ModuleCard};
use shared::scope::Scope;
use std::collections::BTreeSet;

/// What one page is written from, and what of it the page shows.
pub(super) struct Desk<'a> {
    /// The words of the page's language.
    pub(super) words: &'a Words,
    /// One consistent state of the rows.
    pub(super) txn: &'a dyn ReadTxn,
    /// The public scope, sorted.
    pub(super) public: &'a PublicRows,
    /// The address of the hub, as links from elsewhere begin.
    pub(super) origin: &'a str,
    shows: BTreeSet<Scope>,
    lent: Lent,
}

/// What a page says, before it is put into the frame that all pages have.
pub(super) struct Content {
    /// Whether there is something at the address.
    pub(super) status: StatusCode,
    /// The title, as in the page's heading.
    pub(super) title: String,
    /// One or two sentences on what it is about.
    pub(super) description: String,
    /// What the Open Graph calls it.
    pub(super) kind: &'static str,
    /// Whether it is for whoever has the address alone: no program may list it, and it is not kept in memory.
    pub(super) is_personal: bool,
    /// What it is about, for programs.
    pub(super) data: Vec<Value>,
    /// What stands in `main`.
    pub(super) main: Vec<Node>,
}

impl Content {
    /// A page with something on it.
    pub(super) fn new(title: String, description: String, main: Vec<Node>) -> Self {
        Self {
            status: StatusCode::OK,
            title,
            description,
            kind: "website",
            is_personal: false,
            data: Vec::new(),
            main,
        }
    }

    /// A page that says that nothing is here.
    pub(super) fn missing(title: String, description: String, main: Vec<Node>) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            ..Self::new(title, description, main)
        }
    }
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        words: &'a Words,
        txn: &'a dyn ReadTxn,
        public: &'a PublicRows,
        origin: &'a str,
    ) -> Self {
        Self {
            words,
            txn,
            public,
            origin,
            shows: BTreeSet::from([Scope::Public]),
            lent: Lent::default(),
        }
    }

    /// Whether a visitor may read this scope: the one question before a page shows anything of it.
    pub(super) fn may_show(&mut self, scope: Scope) -> Result<bool, StoreError> {
        let may = authority::may_read(self.txn, &Identity::visitor(), scope)?;
        if may {
            self.shows.insert(scope);
        }
        Ok(may)
    }

    /// The scopes that the page shows rows of.
    pub(super) fn into_shown(self) -> BTreeSet<Scope> {
        self.shows
    }

    /// The page's language.
    pub(super) const fn lang(&self) -> Lang {
        self.words.lang
    }

    /// The address of a page in this language, for links.
    pub(super) fn href(&self, place: &Place) -> String {
        place.href(self.lang())
    }

    /// The whole address of a page in this language, for data.
    pub(super) fn url(&self, place: &Place) -> String {
        format!("{}{}", self.origin, self.href(place))
    }

    /// How many experiences are published.
    pub(super) fn experience_count(&self) -> Result<usize, StoreError> {
        let count = ledger::published_count(self.txn)?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The cards of the newest experiences, of all or of one collectivity, lent with whose they are.
    pub(super) fn newest(
        &mut self,
        of: Option<CollectivityId>,
        most: usize,
    ) -> Result<Vec<ExperienceCard>, StoreError> {
        let cards = ledger::published(self.txn, of, 0, most)?
            .into_iter()
            .filter_map(|one| ledger::find::<ExperienceCard>(self.txn, Scope::Public, one.id).transpose())
            .collect::<Result<Vec<_>, _>>()?;
        for card in &cards {
            self.lend::<ExperienceCard>(Scope::Public, card.id);
            self.lend::<Collectivity>(Scope::Public, card.collectivity);
        }
        Ok(cards)
    }

    /// An experience that may be shown, lent whole with its card; `None` when it is not there.
    pub(super) fn experience(&mut self, id: ExperienceId) -> Result<Option<Experience>, StoreError> {
        let scope = Scope::Experience(id);
        if !self.may_show(scope)? {
            return Ok(None);
        }
        self.lend_whole(scope);
        self.lend::<ExperienceCard>(Scope::Public, id);
        ledger::find(self.txn, scope, id)
    }

    /// The card of a module that may be shown, lent whole with the cards of all.
    pub(super) fn module(&mut self, slug: &str) -> Result<Option<&'a ModuleCard>, StoreError> {
        let Some(card) = self.public.module(slug) else {
            return Ok(None);
        };
        let scope = Scope::Module(card.id);
        if !self.may_show(scope)? {
            return Ok(None);
        }
        self.lend_whole(scope);
        self.lend_modules();
        Ok(Some(card))
    }

    /// The region with this code, lent.
    pub(super) fn region(&mut self, code: &str) -> Option<&'a Collectivity> {
        let region = self.public.region(code)?;
        self.lend::<Collectivity>(Scope::Public, region.id);
        Some(region)
    }

    /// A member of the network, or another collectivity of the national list, lent.
    pub(super) fn collectivity(&mut self, id: CollectivityId) -> Result<Option<Collectivity>, StoreError> {
        if let Some(member) = self.public.collectivity(id) {
            self.lend::<Collectivity>(Scope::Public, id);
            return Ok(Some(member.clone()));
        }
        if !self.may_show(Scope::Directory)? {
            return Ok(None);
        }
        self.lend::<Collectivity>(Scope::Directory, id);
        ledger::find(self.txn, Scope::Directory, id)
    }
}
