use crate::pages::experiences::filter::Listed;
use crate::replica::use_replica;
use leptos::prelude::*;
use shared::ids::{CollectivityId, ExperienceId};
use shared::records::{Bookmark, Collectivity, ExperienceCard};
use shared::scope::Scope;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Every published experience, the newest first.
pub(super) fn use_listed() -> Memo<Arc<Vec<Listed>>> {
    let replica = use_replica();
    let identity = replica.identity();
    // Shared, because a mark that is set must not copy ten thousand cards.
    let cards = Memo::new(move |_| {
        let mut cards: Vec<Arc<ExperienceCard>> = replica
            .list::<ExperienceCard>(Scope::Public)
            .into_iter()
            .map(Arc::new)
            .collect();
        cards.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.slug.cmp(&b.slug)));
        cards
    });
    Memo::new(move |_| {
        let regions: BTreeMap<CollectivityId, String> = replica
            .list::<Collectivity>(Scope::Public)
            .into_iter()
            .map(|one| (one.id, one.region))
            .collect();
        let marked: BTreeSet<ExperienceId> = replica
            .list::<Bookmark>(Scope::Person(identity.read().person))
            .into_iter()
            .map(|bookmark| bookmark.experience)
            .collect();
        let listed = cards
            .read()
            .iter()
            .map(|card| Listed {
                card: Arc::clone(card),
                region: regions.get(&card.collectivity).cloned().unwrap_or_default(),
                is_marked: marked.contains(&card.id),
            })
            .collect();
        Arc::new(listed)
    })
}
