//! What the person may do with experiences, for what a page offers. The server decides again.

use crate::replica::use_replica;
use leptos::prelude::*;
use shared::access::{Action, may};
use shared::ids::CollectivityId;
use shared::records::Experience;

/// The collectivities the person can write for, in a stable order. Tracked.
pub(crate) fn writes_for() -> Vec<CollectivityId> {
    let identity = use_replica().identity().get();
    identity
        .roles
        .collectivities
        .keys()
        .copied()
        .filter(|id| may(&identity, Action::WriteFor(*id)).is_ok())
        .collect()
}

/// Whether the person can begin an experience. Tracked.
pub(crate) fn may_write() -> bool {
    !writes_for().is_empty()
}

/// Whether the person can take part in what is published: comment, mark, report. Tracked.
pub(crate) fn may_take_part() -> bool {
    may(&use_replica().identity().get(), Action::TakePart).is_ok()
}

/// Whether the person can correct or translate this text. Tracked.
pub(crate) fn may_revise(experience: &Experience) -> bool {
    may(&use_replica().identity().get(), Action::Revise(experience)).is_ok()
}

/// Whether the person wrote this. Tracked.
pub(crate) fn may_keep_writing(experience: &Experience) -> bool {
    may(&use_replica().identity().get(), Action::KeepWriting(experience)).is_ok()
}

/// Whether the person can take this out of the lists and bring it back. Tracked.
pub(crate) fn may_archive(experience: &Experience) -> bool {
    may(&use_replica().identity().get(), Action::Archive(experience)).is_ok()
}

/// Whether the person decides on this. Tracked.
pub(crate) fn may_validate(experience: &Experience) -> bool {
    may(&use_replica().identity().get(), Action::Validate(experience)).is_ok()
}
