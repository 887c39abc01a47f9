use super::reading::Replica;
use crate::facets::Published;
use shared::ids::CollectivityId;
use shared::records::{Collectivity, ExperienceCard};
use shared::scope::Scope;
use shared::vocabulary::CollectivityKind;
use std::cmp::Reverse;

/// What pages look for among many rows. The server answers the same questions from its indexes.
impl Replica {
    /// The region with this code. Every region is a member. Tracked.
    pub(crate) fn region(self, code: &str) -> Option<Collectivity> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return rows.region(code);
        }
        self.with_list(Scope::Public, |mut all| {
            all.find(|one: &&Collectivity| one.kind == CollectivityKind::Region && one.region == code)
                .cloned()
        })
    }

    /// The collectivity of this scope with this slug. Tracked.
    pub(crate) fn collectivity_at(self, scope: Scope, slug: &str) -> Option<Collectivity> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return rows.collectivity_at(slug);
        }
        self.with_list(scope, |mut all| {
            all.find(|one: &&Collectivity| one.slug == slug).cloned()
        })
    }

    /// The card of the published experience with this slug. Tracked.
    pub(crate) fn experience_card_at(self, slug: &str) -> Option<ExperienceCard> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return self.get(Scope::Public, rows.experience_at(slug)?);
        }
        // Without copying: to copy ten thousand cards takes longer than a touch may.
        self.with_list(Scope::Public, |mut cards| {
            cards.find(|card: &&ExperienceCard| card.slug == slug).cloned()
        })
    }

    /// At most so many cards of published experiences, of all or of one collectivity, the newest first. Tracked.
    pub(crate) fn newest(self, of: Option<CollectivityId>, most: usize) -> Vec<ExperienceCard> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return rows.newest(of, most);
        }
        self.with_list(Scope::Public, |cards| {
            let is_wanted = |card: &&ExperienceCard| of.is_none_or(|of| card.collectivity == of);
            let cards = newest_first(cards.filter(is_wanted));
            cards.into_iter().take(most).cloned().collect()
        })
    }

    /// Every published experience as the filters look at it, the newest first. Tracked.
    pub(crate) fn published(self) -> Vec<Published> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return rows.published();
        }
        self.with_list(Scope::Public, |cards| {
            newest_first(cards).into_iter().map(Published::of).collect()
        })
    }
}

fn newest_first<'a>(cards: impl Iterator<Item = &'a ExperienceCard>) -> Vec<&'a ExperienceCard> {
    let mut cards: Vec<&ExperienceCard> = cards.collect();
    cards.sort_unstable_by(|a, b| {
        (Reverse(a.published), &a.slug, a.id).cmp(&(Reverse(b.published), &b.slug, b.id))
    });
    cards
}
