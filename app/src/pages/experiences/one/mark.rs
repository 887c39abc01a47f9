use crate::components::{Button, ButtonKind, Failure, IconKind};
use crate::replica::use_replica;
use crate::shell::tell;
use crate::text;
use leptos::prelude::*;
use shared::mutation::SetBookmark;
use shared::records::{Bookmark, Experience};
use shared::scope::Scope;

/// Marks the experience to be found again.
#[component]
pub(super) fn Mark(
    /// The experience.
    held: Memo<Experience>,
) -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let error = RwSignal::new(None::<String>);
    let is_marked = Memo::new(move |_| {
        let own = Scope::Person(identity.read().person);
        replica.get::<Bookmark>(own, held.read().id).is_some()
    });
    let toggle = move |()| {
        let marked = !is_marked.get_untracked();
        let experience = held.read_untracked().id;
        leptos::task::spawn_local(async move {
            match replica.mutate(SetBookmark { experience, marked }).await {
                Ok(_) if marked => tell(text!("experiences-marked")),
                Ok(_) => tell(text!("experiences-unmarked")),
                Err(not_saved) => {
                    error.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Plain icon=IconKind::Bookmark pressed=is_marked on_press=toggle>
            {move || if is_marked.get() { text!("experiences-marked-action") } else { text!("experiences-mark-action") }}
        </Button>
        <Failure words=error />
    }
}
