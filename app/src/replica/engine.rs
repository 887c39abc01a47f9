//! What keeps the replica going (storage, tabs, the conversation with the server, the rules that predict changes) is a
//! part of the code of its own, fetched when it is first needed: a reader who comes by a link reads the rows that came
//! with the page, and needs none of it until the page is there.
//!
//! So nothing that the first download contains may call it but through [`Engine`]; a direct call would pull all of
//! it in. `cargo xtask weigh` shows what is where.

use super::writing::NotSaved;
use futures::future::LocalBoxFuture;
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::scope::Scope;
use shared::wire::SignedIn;

/// What the rest of the app asks of it. The methods of [`Replica`] say what each is for.
pub(crate) trait Engine {
    /// Opens the replica of the person who was here last. Called once.
    fn open(&self) -> LocalBoxFuture<'static, ()>;
    fn enter(&self, answer: SignedIn) -> LocalBoxFuture<'static, ()>;
    fn leave(&self) -> LocalBoxFuture<'static, ()>;
    fn hold(&self);
    fn release(&self);
    fn mutate(&self, mutation: Mutation) -> LocalBoxFuture<'static, Result<MutationId, NotSaved>>;
    fn dismiss(&self, id: MutationId) -> LocalBoxFuture<'static, ()>;
    fn retry(&self);
    /// What this tab wants to show is not the same as before.
    fn wanted_changed(&self);
    fn pin(&self, scope: Scope, keeps: bool);
    fn set_own_device(&self, is_own: bool);
    /// How many bytes of JSON the held rows of a scope make.
    fn size_of(&self, scope: Scope) -> usize;
}
