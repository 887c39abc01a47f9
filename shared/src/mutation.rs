//! Mutations: everything a person can want changed, as intents in one closed list.
//!
//! Server-only fields (author, role, time, state, score, number) do not occur here, so they cannot be forged.
//! A mutation whose meaning changes gets a new name; fields are only added as optional with a default.

use crate::ids::{
    AttemptId, CollectivityId, CommentId, ExperienceId, InvitationId, LessonId, ModuleId, PersonId, ReportId,
    ReuseId,
};
use crate::json::{self, Malformed};
use crate::lang::Lang;
use crate::records::{
    Answer, Change, DraftPlace, EditionNumber, InvitedAs, OutlineChange, ReportTarget, Resolution, TextMark,
};
use crate::vocabulary::{ReportReason, ReturnReason};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// The version of the mutation list. A server that knows less answers "later", never "no".
pub const MUTATION_SCHEMA: u16 = 1;

/// A mutation before its name was looked up. What serde derives for an enum with `tag` and `content` is written out
/// twice, in case the content comes first (see [`crate::json`]).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    #[serde(rename = "do")]
    word: String,
    #[serde(rename = "with")]
    body: Value,
}

macro_rules! mutations {
    ($($(#[$doc:meta])* $name:ident = $word:literal { $($(#[$fdoc:meta])* $field:ident : $type:ty),* $(,)? })*) => {
        /// One intent of a person.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(tag = "do", content = "with")]
        pub enum Mutation { $($(#[$doc])* #[serde(rename = $word)] $name($name),)* }

        impl Mutation {
            /// The names of all mutations, for the tests that walk them.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// Its name on the wire and in message keys.
            #[must_use]
            pub const fn word(&self) -> &'static str {
                match self { $(Self::$name(_) => $word,)* }
            }
        }

        impl<'de> Deserialize<'de> for Mutation {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let Named { word, body } = Named::deserialize(deserializer)?;
                match word.as_str() {
                    $($word => json::from_value(body).map(Self::$name),)*
                    _ => Err(Malformed),
                }
                .map_err(D::Error::custom)
            }
        }

        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $name { $($(#[$fdoc])* pub $field: $type,)* }

            impl From<$name> for Mutation {
                fn from(body: $name) -> Self { Self::$name(body) }
            }
        )*
    };
}

mutations! {
    /// A lesson was read up to a block, or completed.
    RecordLesson = "record-lesson" {
        /// The lesson's module.
        module: ModuleId,
        /// The lesson.
        lesson: LessonId,
        /// The furthest block reached, from 0.
        block: u32,
        /// Whether the learner completed it.
        #[serde(default)]
        completed: bool,
    }
    /// A quiz was sat. The server grades it again.
    SubmitAttempt = "submit-attempt" {
        /// Made by the device.
        attempt: AttemptId,
        /// The quiz's module.
        module: ModuleId,
        /// The language it was sat in; the certificate is printed in it.
        lang: Lang,
        /// One answer per question.
        answers: Vec<Answer>,
        /// The edition whose quiz was sat: the one that the learner had before them, whatever is live when it arrives.
        #[serde(default, skip_serializing_if = "EditionNumber::is_first")]
        edition: EditionNumber,
    }
    /// An edition of a module says something that is wrong: nobody gets a certificate for it any more. Those that were
    /// issued stand.
    WithdrawEdition = "withdraw-edition" {
        /// The module.
        module: ModuleId,
        /// The edition, with all its corrections.
        edition: u32,
        /// What is wrong, for its readers.
        reason: String,
        /// The language of the reason.
        lang: Lang,
    }
    /// A module is begun, or another edition of one that is taught: its texts are copied. Nothing happens where it is
    /// being written already.
    BeginModule = "begin-module" {
        /// Made by the trainer's device, or the module that is taught.
        module: ModuleId,
        /// The language that is written first.
        original: Lang,
    }
    /// One text of a module that is being written was written, in one language.
    SaveModuleText = "save-module-text" {
        /// The module.
        module: ModuleId,
        /// Which text.
        place: DraftPlace,
        /// In which language.
        lang: Lang,
        /// The text; a blank one takes it away.
        text: String,
        /// The versions that it replaces.
        seen: Vec<TextMark>,
        /// The text in the original language that it translates.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        translates: Option<TextMark>,
    }
    /// Something else of a module that is being written was changed.
    SaveOutline = "save-outline" {
        /// The module.
        module: ModuleId,
        /// What.
        change: OutlineChange,
    }
    /// A module is offered to somebody else to read.
    OfferModule = "offer-module" {
        /// Which.
        module: ModuleId,
    }
    /// A module that was offered is written on.
    TakeBackModule = "take-back-module" {
        /// Which.
        module: ModuleId,
    }
    /// A reader wants something changed in a module.
    ReturnModule = "return-module" {
        /// Which.
        module: ModuleId,
        /// The revision that was read.
        revision: u32,
        /// What.
        note: String,
    }
    /// A module that was offered becomes what is taught.
    PublishModule = "publish-module" {
        /// Which.
        module: ModuleId,
        /// The revision that was read.
        revision: u32,
        /// What changed, for its readers; may be empty.
        #[serde(default)]
        what: String,
        /// The language of these words.
        lang: Lang,
    }
    /// What was written of a module since it was begun is thrown away. What is taught stays.
    DiscardModule = "discard-module" {
        /// Which.
        module: ModuleId,
    }
    /// A module leaves the catalogue. Those who began it may finish it.
    ArchiveModule = "archive-module" {
        /// Which.
        module: ModuleId,
    }
    /// An archived module comes back to the catalogue.
    RestoreModule = "restore-module" {
        /// Which.
        module: ModuleId,
    }
    /// Fields of a draft were written. Begins the draft when it does not exist yet.
    SaveDraft = "save-draft" {
        /// Made by the author's device.
        experience: ExperienceId,
        /// Whose experience it is; counts only when the draft begins.
        collectivity: CollectivityId,
        /// What changed since the last save.
        changes: Vec<Change>,
    }
    /// A draft that was never published is thrown away.
    DiscardDraft = "discard-draft" {
        /// Which.
        experience: ExperienceId,
    }
    /// A draft is offered to the focal point.
    SubmitExperience = "submit-experience" {
        /// Which.
        experience: ExperienceId,
    }
    /// The author takes a submission back to go on writing.
    WithdrawExperience = "withdraw-experience" {
        /// Which.
        experience: ExperienceId,
    }
    /// A focal point publishes a submission.
    PublishExperience = "publish-experience" {
        /// Which.
        experience: ExperienceId,
        /// The revision that was read.
        revision: u32,
        /// Own words to the author; may be empty.
        #[serde(default)]
        note: String,
    }
    /// A focal point returns a submission to its author.
    ReturnExperience = "return-experience" {
        /// Which.
        experience: ExperienceId,
        /// The revision that was read.
        revision: u32,
        /// Why.
        reason: ReturnReason,
        /// Own words; may be empty unless the reason is "other".
        #[serde(default)]
        note: String,
    }
    /// A submitted or published text is corrected, or gains a translation. Of a published text, what a focal point
    /// changes is public at once, and so are an author's small corrections (see [`crate::correction`]); the rest
    /// waits as a proposal.
    ReviseExperience = "revise-experience" {
        /// Which.
        experience: ExperienceId,
        /// The revision the changes were made from.
        revision: u32,
        /// What changed.
        changes: Vec<Change>,
        /// The number of the author's proposal that the changes go on from, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proposal: Option<u32>,
    }
    /// A focal point accepts what an author wants to change in a published text.
    AcceptRevision = "accept-revision" {
        /// Which.
        experience: ExperienceId,
        /// The revision of the published text that was read.
        revision: u32,
        /// The number of the proposal that was read.
        proposal: u32,
        /// Own words to the author; may be empty.
        #[serde(default)]
        note: String,
    }
    /// A focal point returns such a proposal to its author.
    ReturnRevision = "return-revision" {
        /// Which.
        experience: ExperienceId,
        /// The number of the proposal that was read.
        proposal: u32,
        /// Why.
        reason: ReturnReason,
        /// Own words; may be empty unless the reason is "other".
        #[serde(default)]
        note: String,
    }
    /// The author gives up a proposal.
    WithdrawRevision = "withdraw-revision" {
        /// Which.
        experience: ExperienceId,
        /// The number of the proposal.
        proposal: u32,
    }
    /// A focal point has looked at the small corrections of a published text.
    SeeCorrections = "see-corrections" {
        /// Which.
        experience: ExperienceId,
        /// The revision of the published text that was read.
        revision: u32,
    }
    /// A published experience leaves the lists.
    ArchiveExperience = "archive-experience" {
        /// Which.
        experience: ExperienceId,
    }
    /// An archived experience comes back to the lists.
    RestoreExperience = "restore-experience" {
        /// Which.
        experience: ExperienceId,
    }
    /// Something is said under an experience.
    AddComment = "add-comment" {
        /// Made by the writer's device.
        comment: CommentId,
        /// Under which experience.
        experience: ExperienceId,
        /// The comment it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<CommentId>,
        /// The words.
        text: String,
        /// The language they are written in.
        lang: Lang,
    }
    /// A comment is taken away by its writer or a moderator.
    RemoveComment = "remove-comment" {
        /// Under which experience.
        experience: ExperienceId,
        /// Which comment.
        comment: CommentId,
    }
    /// "We reused this."
    DeclareReuse = "declare-reuse" {
        /// Made by the writer's device.
        reuse: ReuseId,
        /// Which experience.
        experience: ExperienceId,
        /// What was done with it; may be empty.
        #[serde(default)]
        note: String,
        /// Language of the note.
        lang: Lang,
    }
    /// "We reused this" is taken back.
    WithdrawReuse = "withdraw-reuse" {
        /// Which experience.
        experience: ExperienceId,
        /// Which declaration.
        reuse: ReuseId,
    }
    /// An experience is marked to be found again, or unmarked.
    SetBookmark = "set-bookmark" {
        /// Which.
        experience: ExperienceId,
        /// Marked or not.
        marked: bool,
    }
    /// Somebody asks the coordinators to look at content.
    ReportContent = "report-content" {
        /// Made by the reporter's device.
        report: ReportId,
        /// What.
        target: ReportTarget,
        /// Why.
        reason: ReportReason,
        /// Own words; may be empty.
        #[serde(default)]
        note: String,
    }
    /// A coordinator closes a report.
    ResolveReport = "resolve-report" {
        /// Which.
        report: ReportId,
        /// What was done.
        resolution: Resolution,
    }
    /// Somebody is invited. The secret stays in the link on the inviter's screen; only its hash is sent.
    InvitePerson = "invite-person" {
        /// Made by the inviter's device.
        invitation: InvitationId,
        /// SHA-256 of the secret, 64 lower-case hexadecimal digits.
        secret_hash: String,
        /// The role it offers.
        offers: InvitedAs,
        /// For whom; may be empty.
        #[serde(default)]
        name: String,
        /// Address to prefill; may be empty.
        #[serde(default)]
        email: String,
        /// Language of the invitation page.
        lang: Lang,
    }
    /// An invitation is ended before use.
    RevokeInvitation = "revoke-invitation" {
        /// Which.
        invitation: InvitationId,
    }
    /// Somebody with an account gets a role.
    GrantRole = "grant-role" {
        /// Who.
        person: PersonId,
        /// Which role.
        role: InvitedAs,
    }
    /// Somebody loses a role.
    RevokeRole = "revoke-role" {
        /// Who.
        person: PersonId,
        /// Which role.
        role: InvitedAs,
    }
    /// An account is closed to sign-in, or opened again.
    SetDisabled = "set-disabled" {
        /// Whose.
        person: PersonId,
        /// Closed or open.
        disabled: bool,
    }
    /// Somebody corrects their own name or language.
    UpdateProfile = "update-profile" {
        /// The name.
        name: String,
        /// The language for messages.
        lang: Lang,
    }
    /// A collectivity of the national list becomes a member of the network.
    AdmitCollectivity = "admit-collectivity" {
        /// Which.
        collectivity: CollectivityId,
        /// Month of joining, `YYYY-MM`.
        joined: String,
        /// A page that shows it; may be empty.
        #[serde(default)]
        source: String,
    }
    /// A membership that was entered by mistake, or has ended, is taken away.
    EndMembership = "end-membership" {
        /// Which.
        collectivity: CollectivityId,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_field_is_not_overlooked() {
        let known =
            r#"{"do":"submit-experience","with":{"experience":"00000000-0000-0000-0000-000000000007"}}"#;
        assert!(serde_json::from_str::<Mutation>(known).is_ok());
        let extra = r#"{"do":"submit-experience","with":{"experience":"00000000-0000-0000-0000-000000000007","author":"me"}}"#;
        assert!(serde_json::from_str::<Mutation>(extra).is_err());
    }
}
