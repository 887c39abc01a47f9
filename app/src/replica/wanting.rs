use super::{Replica, ScopeState, inner};
use leptos::prelude::*;
use shared::scope::Scope;

impl Replica {
    /// Pulls a scope for as long as this component lives, and says how much of it is here. The scope may follow
    /// signals and may not be known yet (`None` counts as loading).
    ///
    /// Standing scopes (`Public`, the person's own) need not be wanted; asking for their state is fine.
    pub(crate) fn want(self, scope: impl Fn() -> Option<Scope> + Send + Sync + 'static) -> Memo<ScopeState> {
        let scope = Memo::new(move |_| scope());
        let held = StoredValue::new(None::<Scope>);
        Effect::new(move |_| {
            let wanted = scope.get();
            let before = held.get_value();
            if wanted != before {
                if let Some(wanted) = wanted {
                    self.take(wanted);
                }
                if let Some(before) = before {
                    self.let_go(before);
                }
                held.set_value(wanted);
            }
        });
        on_cleanup(move || {
            if let Some(Some(scope)) = held.try_get_value() {
                self.let_go(scope);
            }
        });
        Memo::new(move |_| {
            scope
                .get()
                .map_or(ScopeState::Loading, |scope| self.scope_state(scope))
        })
    }

    fn take(self, scope: Scope) {
        *inner().wanted.borrow_mut().entry(scope).or_default() += 1;
    }

    fn let_go(self, scope: Scope) {
        let inner = inner();
        let mut wanted = inner.wanted.borrow_mut();
        if let Some(count) = wanted.get_mut(&scope) {
            *count -= 1;
            if *count == 0 {
                wanted.remove(&scope);
            }
        }
    }
}
