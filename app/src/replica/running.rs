//! The engine as the rest of the app sees it. Only [`begun`] may be called from outside, and only by the part.

use super::channel::Message;
use super::engine::Engine;
use super::writing::NotSaved;
use super::{Inner, cross_tab, inner, network, opening, ownership, pins};
use crate::ids;
use futures::future::LocalBoxFuture;
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::scope::Scope;
use shared::wire::SignedIn;
use std::rc::Rc;

struct Running(Rc<Inner>);

/// The engine of this tab.
pub(crate) fn begun() -> Rc<dyn Engine> {
    Rc::new(Running(inner()))
}

impl Engine for Running {
    fn open(&self) -> LocalBoxFuture<'static, ()> {
        network::watch();
        pins::watch();
        cross_tab::join();
        Box::pin(opening::open_last())
    }

    fn enter(&self, answer: SignedIn) -> LocalBoxFuture<'static, ()> {
        Box::pin(opening::enter(answer))
    }

    fn leave(&self) -> LocalBoxFuture<'static, ()> {
        Box::pin(opening::leave())
    }

    fn hold(&self) {
        self.0.hold();
        cross_tab::tell(&cross_tab::CrossTabMessage::SigningIn);
    }

    fn release(&self) {
        opening::release(&self.0);
    }

    fn mutate(&self, mutation: Mutation) -> LocalBoxFuture<'static, Result<MutationId, NotSaved>> {
        let (id, at, inner) = (ids::fresh(MutationId::new), ids::now(), Rc::clone(&self.0));
        Box::pin(async move {
            inner.until_opened().await;
            if inner.is_leading() {
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
            if inner.is_leading() {
                inner.dismiss_here(id).await;
            } else {
                inner.say(&Message::Dismiss { id });
            }
        })
    }

    fn retry(&self) {
        if self.0.is_leading() {
            self.0.resume_here();
        } else {
            self.0.say(&Message::Resume);
        }
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
        self.0.client.borrow().size_of(scope)
    }
}
