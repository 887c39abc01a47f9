//! The engine as the rest of the app sees it.

use super::channel::Message;
use super::engine::Engine;
use super::state::{Inner, inner};
use super::writing::NotSaved;
use super::{cross_tab, network, opening, ownership, pins};
use crate::ids;
use crate::parts::PartMissing;
use futures::future::LocalBoxFuture;
use leptos::wasm_split::wasm_split;
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::scope::Scope;
use shared::wire::SignedIn;
use std::rc::Rc;

struct Running(Rc<Inner>);

/// The engine of this tab, whose code is fetched first. It is the only way in from the first download.
#[wasm_split(replica, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn fetch_engine() -> Result<Rc<dyn Engine>, PartMissing> {
    Ok(Rc::new(Running(inner())))
}

impl Engine for Running {
    fn open(&self) -> LocalBoxFuture<'static, ()> {
        network::watch();
        pins::watch();
        opening::hear_of_persons();
        Box::pin(opening::open_last())
    }

    fn enter(&self, answer: SignedIn) -> LocalBoxFuture<'static, ()> {
        Box::pin(opening::enter(answer))
    }

    fn leave(&self) -> LocalBoxFuture<'static, ()> {
        Box::pin(opening::leave())
    }

    fn hold(&self) {
        self.0.conversation.hold();
        cross_tab::tell(&cross_tab::CrossTabMessage::SigningIn);
    }

    fn release(&self) {
        opening::release(&self.0);
    }

    fn mutate(&self, mutation: Mutation) -> LocalBoxFuture<'static, Result<MutationId, NotSaved>> {
        let (id, at, inner) = (ids::fresh(MutationId::new), ids::now(), Rc::clone(&self.0));
        Box::pin(async move {
            inner.tabs.until_opened().await;
            if inner.tabs.is_leading() {
                inner.take_in(id, at, mutation).await?;
            } else {
                inner.hand_over(id, at, mutation).await?;
            }
            Ok(id)
        })
    }

    fn dismiss(&self, id: MutationId) -> LocalBoxFuture<'static, ()> {
        let inner = Rc::clone(&self.0);
        Box::pin(async move {
            if inner.tabs.is_leading() {
                inner.dismiss_here(id).await;
            } else {
                inner.tabs.say(&Message::Dismiss { id });
            }
        })
    }

    fn retry(&self) {
        self.0.resume();
    }

    fn wanted_changed(&self) {
        self.0.wanted_changed();
    }

    fn pin(&self, scope: Scope, keeps: bool) {
        self.0.pin(scope, keeps);
    }

    fn set_own_device(&self, is_own: bool) {
        ownership::set_own_device(&self.0, is_own);
    }

    fn size_of(&self, scope: Scope) -> usize {
        self.0.rows.client().size_of(scope)
    }
}
