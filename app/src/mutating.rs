//! A change made by one press: what happens while it is saved, and what is said when it is refused.

use crate::components::{Notice, NoticeKind};
use crate::replica::{NotSaved, use_replica};
use leptos::prelude::*;
use shared::mutation::Mutation;

/// One or several buttons that change something.
#[derive(Clone, Copy)]
pub(crate) struct Change {
    failure: RwSignal<Option<NotSaved>>,
    done: Callback<()>,
}

impl Change {
    /// `done` is called when the change is saved on this device.
    pub(crate) fn new(done: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            failure: RwSignal::new(None),
            done: Callback::new(move |()| done()),
        }
    }

    /// Makes it.
    pub(crate) fn make(self, mutation: impl Into<Mutation>) {
        let mutation = mutation.into();
        self.failure.set(None);
        leptos::task::spawn_local(async move {
            match use_replica().mutate(mutation).await {
                Ok(_) => {
                    // The view may be gone with what it showed.
                    let _ = self.done.try_run(());
                }
                Err(not_saved) => {
                    let _ = self.failure.try_set(Some(not_saved));
                }
            }
        });
    }

    /// Forgets why the last one was not saved: another thing is being changed.
    pub(crate) fn forget_failure(self) {
        self.failure.set(None);
    }

    /// Why it was not saved, where it was not.
    pub(crate) fn failure_view(self) -> impl IntoView {
        move || {
            self.failure.get().map(|not_saved| {
                view! {
                    <Notice kind=NoticeKind::Error live=true>
                        <p>{move || not_saved.words()}</p>
                    </Notice>
                }
            })
        }
    }
}
