use crate::replica::use_replica;
use leptos::prelude::*;
use shared::records::Collectivity;
use shared::scope::Scope;

/// The members of the network. Everybody also holds the rows of other collectivities whose experiences are
/// published, for their names.
pub(crate) fn use_members() -> Memo<Vec<Collectivity>> {
    let replica = use_replica();
    Memo::new(move |_| {
        let mut members = replica.list::<Collectivity>(Scope::Public);
        members.retain(Collectivity::is_member);
        members
    })
}
