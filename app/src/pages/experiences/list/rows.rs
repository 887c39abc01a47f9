use crate::pages::experiences::filter::{Facets, Listed};
use crate::replica::use_replica;
use leptos::prelude::*;
use shared::ids::{CollectivityId, ExperienceId};
use shared::records::{Bookmark, Collectivity};
use shared::scope::Scope;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Every published experience, the newest first.
pub(super) fn use_listed() -> Memo<Arc<Vec<Listed>>> {
    let replica = use_replica();
    let identity = replica.identity();
    // By themselves, because a mark that is set must not sort ten thousand cards.
    let cards = Memo::new(move |_| replica.published());
    Memo::new(move |_| {
        let regions: BTreeMap<CollectivityId, Facets> = replica.with_list(Scope::Public, |all| {
            all.map(|one: &Collectivity| (one.id, Facets::region(&one.region)))
                .collect()
        });
        let marked: BTreeSet<ExperienceId> = replica
            .with_list(Scope::Person(identity.read().person), |marks| {
                marks.map(|mark: &Bookmark| mark.experience).collect()
            });
        let listed = cards
            .read()
            .iter()
            .map(|one| Listed {
                id: one.id,
                facets: one.facets
                    | regions.get(&one.collectivity).copied().unwrap_or_default()
                    | Facets::marked(marked.contains(&one.id)),
            })
            .collect();
        Arc::new(listed)
    })
}
