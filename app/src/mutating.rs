//! A change made by one press: what happens while it is saved, and what is said when it is refused.

use crate::components::{Notice, NoticeKind};
use crate::replica::{NotSaved, use_replica};
use crate::t;
use leptos::prelude::*;
use shared::ids::MutationId;
use shared::mutation::Mutation;

/// One or several buttons that change something.
#[derive(Clone, Copy)]
pub(crate) struct Change {
    failure: RwSignal<Option<NotSaved>>,
    done: Callback<Mutation>,
    /// What the server has not answered yet, for a change that counts as made with its answer.
    sending: Option<RwSignal<Vec<(MutationId, Mutation)>>>,
}

impl Change {
    /// `done` is called when the change is saved on this device.
    pub(crate) fn new(done: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            failure: RwSignal::new(None),
            done: Callback::new(move |_| done()),
            sending: None,
        }
    }

    /// A change of what is not on this device: `done` is called when the server has made it.
    pub(crate) fn through_server(done: impl Fn(&Mutation) + Send + Sync + 'static) -> Self {
        let sending = RwSignal::new(Vec::new());
        let change = Self {
            failure: RwSignal::new(None),
            done: Callback::new(move |mutation| done(&mutation)),
            sending: Some(sending),
        };
        Effect::new(move |_| {
            if sending.read().is_empty() {
                return;
            }
            let replica = use_replica();
            let waiting = replica.waiting();
            let (open, answered): (Vec<_>, Vec<_>) = sending
                .get_untracked()
                .into_iter()
                .partition(|(id, _)| waiting.iter().any(|outgoing| outgoing.envelope.id == *id));
            if answered.is_empty() {
                return;
            }
            sending.set(open);
            let refused = replica.attention();
            for (id, mutation) in answered {
                match refused.iter().find(|refused| refused.id() == id) {
                    Some(refused) => {
                        change
                            .failure
                            .set(Some(NotSaved::Refused(refused.refusal.clone())));
                    }
                    None => change.done.run(mutation),
                }
            }
        });
        change
    }

    /// Makes it.
    pub(crate) fn make(self, mutation: impl Into<Mutation>) {
        let mutation = mutation.into();
        self.failure.set(None);
        leptos::task::spawn_local(async move {
            match (use_replica().mutate(mutation.clone()).await, self.sending) {
                // The view may be gone with what it showed.
                (Ok(_), None) => {
                    let _ = self.done.try_run(mutation);
                }
                (Ok(id), Some(sending)) => {
                    let _ = sending.try_update(|sending| sending.push((id, mutation)));
                }
                (Err(not_saved), _) => {
                    let _ = self.failure.try_set(Some(not_saved));
                }
            }
        });
    }

    /// Forgets why the last one was not saved: another thing is being changed.
    pub(crate) fn forget_failure(self) {
        self.failure.set(None);
    }

    /// Why it was not saved, where it was not; that it is on its way, as long as the server has to answer.
    pub(crate) fn failure_view(self) -> impl IntoView {
        let is_sending = Memo::new(move |_| self.sending.is_some_and(|sending| !sending.read().is_empty()));
        move || {
            let failure = self.failure.get().map(|not_saved| {
                view! {
                    <Notice kind=NoticeKind::Error live=true>
                        <p>{move || not_saved.words()}</p>
                    </Notice>
                }
            });
            let sending = is_sending.get().then(|| {
                view! {
                    <Notice slim=true live=true>
                        <p>{t!("common-change-sending")}</p>
                    </Notice>
                }
            });
            view! {
                {failure}
                {sending}
            }
        }
    }
}
