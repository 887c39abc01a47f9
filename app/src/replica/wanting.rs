use super::reading::Replica;
use super::remembering::is_own;
use super::starting::{begin, running};
use super::state::{Inner, inner};
use super::status::ScopeState;
use crate::{ids, js};
use leptos::prelude::*;
use shared::client::DOCUMENTS_MOST;
use shared::scope::Scope;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Less than this and the next writes may fail, unsent work among them.
const ROOM_LEAST: f64 = 16.0 * 1024.0 * 1024.0;

/// How much more the browser would keep for this hub; `None` where it does not say.
pub(crate) async fn room() -> Option<f64> {
    let answer = js::ask(&js::of_navigator("storage")?, "estimate", &[]).await?;
    Some(js::get(&answer, "quota")?.as_f64()? - js::get(&answer, "usage")?.as_f64()?)
}

async fn room_is_scarce() -> bool {
    room().await.is_some_and(|room| room < ROOM_LEAST)
}

impl Replica {
    /// Pulls a scope for as long as this component lives, and says how much of it is here. The scope may follow
    /// signals and may not be known yet (`None` counts as loading).
    ///
    /// Default scopes (`Public`, the person's own) need not be wanted; asking for their state is fine.
    pub(crate) fn want(self, scope: impl Fn() -> Option<Scope> + Send + Sync + 'static) -> Memo<ScopeState> {
        let scope = Memo::new(move |_| scope());
        let held = StoredValue::new(None::<Scope>);
        Effect::new(move |_| {
            let wanted = scope.get();
            let before = held.get_value();
            if wanted != before {
                if let Some(wanted) = wanted {
                    want(wanted);
                }
                if let Some(before) = before {
                    want_no_more(before);
                }
                held.set_value(wanted);
            }
        });
        on_cleanup(move || {
            if let Some(Some(scope)) = held.try_get_value() {
                want_no_more(scope);
            }
        });
        Memo::new(move |_| {
            scope
                .get()
                .map_or(ScopeState::Loading, |scope| self.scope_state(scope))
        })
    }
}

/// Has the engine fetch what is wanted. Where it is not needed yet, because the page brought all of it, it is left in
/// peace.
fn tell_engine(is_embedded: bool) {
    match running() {
        Some(engine) => engine.wanted_changed(),
        None if is_embedded => {}
        None => begin(),
    }
}

fn want(scope: Scope) {
    let inner = inner();
    if scope.is_on_demand() && inner.documents.want(scope) {
        tell_engine(untrack(|| inner.rows.embeds(scope)));
    }
}

fn want_no_more(scope: Scope) {
    let inner = inner();
    if inner.documents.want_no_more(scope)
        && !inner.tabs.is_leading()
        && let Some(engine) = running()
    {
        engine.wanted_changed();
    }
}

impl Inner {
    /// The documents that this tab needs are other ones.
    pub(super) fn wanted_changed(&self) {
        if self.tabs.is_leading() {
            self.pull_what_is_wanted();
        } else {
            self.say_wanted();
        }
    }

    /// The documents that any tab needs are other ones.
    pub(super) fn pull_what_is_wanted(&self) {
        let wanted = self.documents.of_all_tabs(ids::now());
        self.conversation.wanted_changed(&self.rows.client(), &wanted);
    }

    /// Lets go of the documents that were not looked at for the longest time, when there are many or room is scarce,
    /// and on the person's own device has the next ones fetched before they are opened, unless the browser is to spare
    /// data.
    pub(super) async fn tidy_documents(self: &Rc<Self>) {
        let opening = self.tabs.opening();
        let most = if room_is_scarce().await { 0 } else { DOCUMENTS_MOST };
        let wanted = self.documents.of_all_tabs(ids::now());
        let last_wanted = |scope| self.documents.last_wanted(scope);
        let surplus = self.rows.client().surplus_documents(&wanted, most, last_wanted);
        for scope in surplus {
            if !self.tabs.leads(opening) {
                return;
            }
            let transition = self.rows.client_mut().forget(scope);
            self.commit_answer(transition).await;
        }
        if !self.tabs.leads(opening) {
            return;
        }
        let ahead = if is_own(self.rows.person()) && !crate::worker::spares_data() {
            self.rows.client().documents_ahead(&wanted, most)
        } else {
            BTreeSet::new()
        };
        if self.documents.fetch_ahead(ahead) {
            self.conversation.wish();
        }
    }
}
