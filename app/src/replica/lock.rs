//! Web Locks: which tab leads. `web-sys` counts them among its unstable parts, so they are called by name.

use futures::channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// A lock held; dropping it lets go. The browser lets go when the page dies.
pub(super) struct Held(Function);

impl Drop for Held {
    fn drop(&mut self) {
        // Resolving the promise that the browser waits for; it cannot fail.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// Whether to wait for the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    /// Take it now or not at all.
    OnlyNow,
    /// Wait until its holder is gone.
    Wait,
}

/// Whether the browser has locks (it has none outside secure contexts).
pub(super) fn exist() -> bool {
    manager().is_some()
}

fn manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

/// Takes the lock; `None` when somebody else has it, or the browser refuses.
pub(super) async fn acquire(name: &str, patience: Patience) -> Option<Held> {
    let manager = manager()?;
    let request: Function = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(
        &options,
        &"ifAvailable".into(),
        &(patience == Patience::OnlyNow).into(),
    )
    .ok()?;
    let (granted, answer) = oneshot::channel::<Option<Held>>();
    let granted = Rc::new(RefCell::new(Some(granted)));
    let telling = Rc::clone(&granted);
    // The browser holds the lock until the promise that this returns is resolved.
    let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let Some(telling) = telling.borrow_mut().take() else {
            return JsValue::UNDEFINED;
        };
        if lock.is_null() || lock.is_undefined() {
            let _ = telling.send(None);
            return JsValue::UNDEFINED;
        }
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        // The caller may have gone: dropping `Held` lets go at once.
        let _ = telling.send(release.map(Held));
        held.into()
    });
    let asked = request.call3(&manager, &name.into(), &options, &callback).ok()?;
    let failing = Rc::clone(&granted);
    let failed = Closure::once_into_js(move |_: JsValue| {
        if let Some(granted) = failing.borrow_mut().take() {
            let _ = granted.send(None);
        }
    });
    if let (Ok(asked), Ok(failed)) = (asked.dyn_into::<Promise>(), failed.dyn_into::<Function>())
        && let Ok(catch) = Reflect::get(&asked, &"catch".into())
        && let Ok(catch) = catch.dyn_into::<Function>()
    {
        let _ = catch.call1(&asked, &failed);
    }
    answer.await.ok().flatten()
}
