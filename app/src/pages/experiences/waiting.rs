use crate::replica::use_replica;
use leptos::prelude::*;
use shared::records::{Experience, Review};
use shared::scope::Scope;
use shared::vocabulary::ExperienceState;

/// The submissions that wait for the person's decision, the oldest first.
pub(crate) fn use_waiting() -> Memo<Vec<Experience>> {
    let replica = use_replica();
    let identity = replica.identity();
    Memo::new(move |_| {
        let scopes: Vec<Scope> = identity.read().roles.focal_point_of().map(Scope::Focal).collect();
        let mut waiting: Vec<Experience> = scopes
            .into_iter()
            .flat_map(|scope| replica.list::<Experience>(scope))
            .filter(|experience| experience.state == ExperienceState::Submitted)
            .collect();
        waiting.sort_by_key(|experience| (experience.submitted, experience.id));
        waiting
    })
}

/// Published texts of which a revision waits for the person's decision, or small corrections to be looked at; the
/// oldest first.
pub(crate) fn use_revisions() -> Memo<Vec<Review>> {
    let replica = use_replica();
    let identity = replica.identity();
    Memo::new(move |_| {
        let scopes: Vec<Scope> = identity.read().roles.focal_point_of().map(Scope::Focal).collect();
        let mut revisions: Vec<Review> = scopes
            .into_iter()
            .flat_map(|scope| replica.list::<Review>(scope))
            .filter(Review::asks_focal_point)
            .collect();
        revisions.sort_by_key(|review| (review.last_touch().map(|touch| touch.at), review.experience));
        revisions
    })
}
