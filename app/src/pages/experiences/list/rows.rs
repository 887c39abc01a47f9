use crate::pages::experiences::filter::{Facets, Listed};
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
    // By themselves, because a mark that is set must not sort ten thousand cards.
    let cards = Memo::new(move |_| replica.with_list(Scope::Public, |cards| newest_first(cards)));
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
            .map(|(card, collectivity)| Listed {
                facets: card.facets
                    | regions.get(collectivity).copied().unwrap_or_default()
                    | Facets::marked(marked.contains(&card.id)),
                ..*card
            })
            .collect();
        Arc::new(listed)
    })
}

/// What the cards themselves say, and whose they are.
fn newest_first<'a>(cards: impl Iterator<Item = &'a ExperienceCard>) -> Vec<(Listed, CollectivityId)> {
    let mut cards: Vec<&ExperienceCard> = cards.collect();
    cards.sort_unstable_by(|a, b| {
        b.published
            .cmp(&a.published)
            .then_with(|| a.slug.cmp(&b.slug))
            .then_with(|| a.id.cmp(&b.id))
    });
    cards
        .into_iter()
        .map(|card| {
            let facets = Facets::all(card.principles.iter().copied().map(Facets::principle))
                | Facets::all(card.languages.iter().copied().map(Facets::language))
                | Facets::kind(card.kind);
            (Listed { id: card.id, facets }, card.collectivity)
        })
        .collect()
}
