use super::engine::{begin, running};
use super::ownership::is_own;
use super::{Inner, Replica, ScopeState, inner};
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
    /// ModuleProgress scopes (`Public`, the person's own) need not be wanted; asking for their state is fine.
    pub(crate) fn want(self, scope: impl Fn() -> Option<Scope> + Send + Sync + 'static) -> Memo<ScopeState> {
        let scope = Memo::new(move |_| scope());
        let held = StoredValue::new(None::<Scope>);
        Effect::new(move |_| {
            let wanted = scope.get();
            let before = held.get_value();
            if wanted != before {
                if let Some(wanted) = wanted {
                    inner().want(wanted);
                }
                if let Some(before) = before {
                    inner().want_no_more(before);
                }
                held.set_value(wanted);
            }
        });
        on_cleanup(move || {
            if let Some(Some(scope)) = held.try_get_value() {
                inner().want_no_more(scope);
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

impl Inner {
    fn want(self: &Rc<Self>, scope: Scope) {
        if !scope.is_on_demand() {
            return;
        }
        let is_first = {
            let mut wanted = self.wanted.borrow_mut();
            let count = wanted.entry(scope).or_default();
            *count += 1;
            *count == 1
        };
        if is_first {
            tell_engine(self.embeds(scope));
        }
    }

    fn want_no_more(self: &Rc<Self>, scope: Scope) {
        let is_last = {
            let mut wanted = self.wanted.borrow_mut();
            match wanted.get_mut(&scope) {
                Some(count) if *count > 1 => {
                    *count -= 1;
                    false
                }
                Some(_) => wanted.remove(&scope).is_some(),
                None => false,
            }
        };
        if is_last
            && !self.is_leading()
            && let Some(engine) = running()
        {
            engine.wanted_changed();
        }
    }

    pub(super) fn wanted_changed(self: &Rc<Self>) {
        if self.is_leading() {
            self.wish_for_documents();
        } else {
            self.say_wanted();
        }
    }

    /// The documents that any tab shows, and those that are kept.
    pub(super) fn all_wanted(&self) -> BTreeSet<Scope> {
        let mut all: BTreeSet<Scope> = self.wanted.borrow().keys().copied().collect();
        all.extend(self.wanted_elsewhere.borrow().values().flatten().copied());
        all.extend(self.pinned());
        let now = ids::now();
        let mut last = self.last_wanted.borrow_mut();
        for scope in &all {
            last.insert(*scope, now);
        }
        all
    }

    /// Lets go of the documents that were not looked at for the longest time, when there are many or room is scarce,
    /// and on the person's own device has the next ones fetched before they are opened, unless the browser is to spare
    /// data.
    pub(super) async fn tidy_documents(self: &Rc<Self>) {
        let opening = self.opening.get();
        let most = if room_is_scarce().await { 0 } else { DOCUMENTS_MOST };
        let wanted = self.all_wanted();
        let surplus = {
            let last = self.last_wanted.borrow();
            let last_wanted = |scope| last.get(&scope).copied().unwrap_or_default();
            self.client.borrow().surplus_documents(&wanted, most, last_wanted)
        };
        for scope in surplus {
            if !self.leads(opening) {
                return;
            }
            let transition = self.client.borrow_mut().forget(scope);
            self.commit_answer(transition).await;
        }
        if !self.leads(opening) {
            return;
        }
        let ahead = if is_own(self.person()) && !crate::worker::spares_data() {
            self.client.borrow().documents_ahead(&wanted, most)
        } else {
            BTreeSet::new()
        };
        let before = self.ahead.replace(ahead.clone());
        if !ahead.is_empty() && ahead != before {
            self.wish();
        }
    }
}
