//! What each mutation does to the rows. The server runs this to decide, the app to predict.
//!
//! `apply` writes through a [`View`]; after a refusal the caller throws away what was written (see [`Overlay`]).

mod conversation;
mod draft_texts;
mod editions;
mod experiences;
mod learning;
mod module_drafts;
mod network;
mod overlay;
mod people;
mod revisions;

pub use editions::{ModulePublished, keep_first_edition, publish_module, read_module};
pub use experiences::{hide_from_readers, missing_for_submission, store_experience};
pub use overlay::Overlay;
pub use people::{store_invitation, store_person, store_recovery, whole_copies};

use crate::ids::{CertificateId, CollectivityId, DeviceId, MutationId};
use crate::mutation::Mutation;
use crate::records::{Author, Experience, Identity};
use crate::refusal::Refusal;
use crate::row::{Kind, Record, RecordType, RowKey};
use crate::scope::Scope;
use crate::time::Timestamp;
use uuid::Uuid;

/// The rows that a mutation reads and writes.
pub trait View {
    /// The record at `key`, if there is one.
    fn get(&self, key: &RowKey) -> Option<Record>;
    /// All records of one kind in one scope, in no particular order.
    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record>;
    /// Writes a record into a scope.
    fn put(&mut self, scope: Scope, record: Record);
    /// Deletes a row; nothing happens when it is not there.
    fn delete(&mut self, key: &RowKey);
}

/// What only the server can make.
pub trait IdIssuer {
    /// A new certificate's id and its number: unique, and too long to guess.
    fn certificate(&mut self, now: Timestamp) -> (CertificateId, String);
    /// An address for an experience that is published for the first time: ASCII, never used before.
    fn slug(&mut self, experience: &Experience) -> String;
}

/// Who runs the rules.
pub enum Side<'a> {
    /// The app: shows what will probably happen, leaves out what only the server can make.
    Predict,
    /// The server.
    Decide(&'a mut dyn IdIssuer),
}

/// The circumstances of one mutation.
pub struct Context<'a> {
    /// Who acts: from the session, never from the mutation.
    pub actor: &'a Identity,
    /// The mutation, for what is derived from its id.
    pub id: MutationId,
    /// The replica that the mutation was made on.
    pub device: DeviceId,
    /// When the person acted, as the device said, clamped.
    pub at: Timestamp,
    /// The clock of the side that runs this.
    pub now: Timestamp,
    /// Who runs this.
    pub side: Side<'a>,
}

impl Context<'_> {
    /// The actor as shown beside what they write.
    fn author(&self, collectivity: Option<CollectivityId>) -> Author {
        let own = || self.actor.roles.collectivities.keys().next().copied();
        Author {
            person: self.actor.person,
            name: self.actor.name.clone(),
            collectivity: collectivity.or_else(own),
        }
    }
}

/// Applies one mutation.
///
/// # Errors
/// A permanent [`Refusal`]; the view may then hold half of it and has to be thrown away.
pub fn apply(view: &mut dyn View, context: &mut Context<'_>, mutation: &Mutation) -> Result<(), Refusal> {
    match mutation {
        Mutation::RecordLesson(m) => learning::record_lesson(view, context, m),
        Mutation::SubmitAttempt(m) => learning::submit_attempt(view, context, m),
        Mutation::WithdrawEdition(m) => editions::withdraw(view, context, m),
        Mutation::BeginModule(m) => module_drafts::begin(view, context, m),
        Mutation::SaveModuleText(m) => module_drafts::save_text(view, context, m),
        Mutation::SaveOutline(m) => module_drafts::save_outline(view, context, m),
        Mutation::OfferModule(m) => module_drafts::offer(view, context, m),
        Mutation::TakeBackModule(m) => module_drafts::take_back(view, context, m),
        Mutation::ReturnModule(m) => module_drafts::give_back(view, context, m),
        Mutation::PublishModule(m) => module_drafts::publish(view, context, m),
        Mutation::DiscardModule(m) => module_drafts::discard(view, context, m),
        Mutation::ArchiveModule(m) => editions::archive(view, context, m.module, true),
        Mutation::RestoreModule(m) => editions::archive(view, context, m.module, false),
        Mutation::SaveDraft(m) => experiences::save_draft(view, context, m),
        Mutation::DiscardDraft(m) => experiences::discard_draft(view, context, m),
        Mutation::SubmitExperience(m) => experiences::submit(view, context, m),
        Mutation::WithdrawExperience(m) => experiences::withdraw(view, context, m),
        Mutation::PublishExperience(m) => experiences::publish(view, context, m),
        Mutation::ReturnExperience(m) => experiences::give_back(view, context, m),
        Mutation::ReviseExperience(m) => revisions::revise(view, context, m),
        Mutation::AcceptRevision(m) => revisions::accept(view, context, m),
        Mutation::ReturnRevision(m) => revisions::give_back(view, context, m),
        Mutation::WithdrawRevision(m) => revisions::withdraw(view, context, m),
        Mutation::SeeCorrections(m) => revisions::see_corrections(view, context, m),
        Mutation::ArchiveExperience(m) => experiences::archive(view, context, m),
        Mutation::RestoreExperience(m) => experiences::restore(view, context, m),
        Mutation::AddComment(m) => conversation::add_comment(view, context, m),
        Mutation::RemoveComment(m) => conversation::remove_comment(view, context, m),
        Mutation::DeclareReuse(m) => conversation::declare_reuse(view, context, m),
        Mutation::WithdrawReuse(m) => conversation::withdraw_reuse(view, context, m),
        Mutation::SetBookmark(m) => conversation::set_bookmark(view, context, m),
        Mutation::ReportContent(m) => conversation::report(view, context, m),
        Mutation::ResolveReport(m) => conversation::resolve_report(view, context, m),
        Mutation::InvitePerson(m) => people::invite(view, context, m),
        Mutation::RevokeInvitation(m) => people::revoke_invitation(view, context, m),
        Mutation::GrantRole(m) => people::grant_role(view, context, m),
        Mutation::RevokeRole(m) => people::revoke_role(view, context, m),
        Mutation::SetDisabled(m) => people::set_disabled(view, context, m),
        Mutation::UpdateProfile(m) => people::update_profile(view, context, m),
        Mutation::AdmitCollectivity(m) => network::admit(view, context, m),
        Mutation::EndMembership(m) => network::end_membership(view, context, m),
    }
}

/// The record of type `T` at this place.
fn find<T: RecordType>(view: &dyn View, scope: Scope, id: impl Into<Uuid>) -> Option<T> {
    view.get(&RowKey::new(scope, T::KIND, id))
        .and_then(|record| T::of(&record).cloned())
}

/// All records of type `T` in a scope.
fn find_all<T: RecordType>(view: &dyn View, scope: Scope) -> Vec<T> {
    view.list(scope, T::KIND)
        .iter()
        .filter_map(|record| T::of(record).cloned())
        .collect()
}
