use super::reading::Replica;
use super::state::inner;
use super::storage::Keeping;
use leptos::prelude::*;
use shared::client::Pause;
use shared::scope::Scope;
use shared::time::Timestamp;

/// With more rows of the public scope still to come than these, nobody is made to wait for the last of them: the newest
/// come first, and a page can be used with them.
const WORTH_WAITING_FOR: u64 = 2_000;

/// How much of a scope is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScopeState {
    /// Nothing yet, but it is being fetched.
    Loading,
    /// It is here, as far as the server has told.
    Held,
    /// It does not exist, or may not be seen.
    Denied,
    /// Nothing is here, and there is no network to fetch it.
    Offline,
}

/// What is saved where, for the words of the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SavedState {
    /// Changes were refused and want to be looked at.
    Attention(usize),
    /// The session ended: changes are kept and wait for the person to sign in again.
    SignedOut(usize),
    /// Changes are on this device and not sent yet.
    Waiting(usize),
    /// Changes are only in this tab and not sent yet: the browser keeps nothing.
    InThisTab(usize),
    /// The server wants a newer app; changes are kept.
    MustReload,
    /// The server does not answer; everything was as the server had it at this time.
    Offline(Option<Timestamp>),
    /// The server has every change; it answered the last one at this time.
    Sent(Timestamp),
    /// Nothing of one's own was ever sent; what is read is as the server has it.
    UpToDate(Timestamp),
    /// Progress of a visitor, kept on this device alone.
    OnlyHere,
    /// The first contact is under way.
    Opening,
}

impl Replica {
    /// What is saved where. Tracked.
    pub(crate) fn saved_state(self) -> SavedState {
        let inner = inner();
        inner.rows.readers.track_status();
        let is_online = inner.conversation.is_online();
        let client = inner.rows.client();
        let status = client.status();
        let is_visitor = client.viewer().is_visitor();
        let is_kept = inner.storage.keeping() == Keeping::OnDevice;
        if inner.conversation.must_reload() {
            SavedState::MustReload
        } else if !is_kept && status.waiting > 0 {
            SavedState::InThisTab(status.waiting)
        } else if status.refused > 0 {
            SavedState::Attention(status.refused)
        } else if status.pause == Some(Pause::NotSignedIn) && !is_visitor {
            SavedState::SignedOut(status.waiting)
        } else if !is_online {
            if status.waiting > 0 && !is_visitor {
                SavedState::Waiting(status.waiting)
            } else {
                SavedState::Offline(status.synced_at)
            }
        } else if is_visitor && status.waiting > 0 {
            SavedState::OnlyHere
        } else if status.waiting > 0 {
            SavedState::Waiting(status.waiting)
        } else if let Some(sent_at) = status.sent_at {
            SavedState::Sent(sent_at)
        } else if let Some(synced_at) = status.synced_at {
            SavedState::UpToDate(synced_at)
        } else {
            SavedState::Opening
        }
    }

    /// What is saved where, as a signal.
    pub(crate) fn status(self) -> Memo<SavedState> {
        Memo::new(move |_| self.saved_state())
    }

    /// Whether what is saved here outlives the page. Tracked.
    pub(crate) fn keeping(self) -> Keeping {
        inner().storage.keeping()
    }

    /// When everything held was last known to be as the server has it. Tracked.
    pub(crate) fn synced_at(self) -> Option<Timestamp> {
        let inner = inner();
        inner.rows.readers.track_status();
        inner.rows.client().status().synced_at
    }

    /// Whether the server answered last time. Tracked.
    pub(crate) fn is_online(self) -> bool {
        inner().conversation.is_online()
    }

    /// Whether a scope is here to its last row, or as much of it as the page on show needs. Tracked.
    pub(crate) fn holds_whole(self, scope: Scope) -> bool {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return rows.may_read(scope);
        }
        let inner = inner();
        inner.rows.readers.track_scopes();
        inner.rows.client().holds_whole(scope) || inner.rows.embeds(scope)
    }

    /// Whether everything that the page on show asked for is here to its last row, or is known not to be for this
    /// person; of the public scope, whether that is so or will not be for long. Tracked.
    pub(crate) fn has_what_is_wanted(self) -> bool {
        let inner = inner();
        inner.rows.readers.track_scopes();
        let wanted = inner.documents.on_show();
        let client = inner.rows.client();
        let is_here = |scope: &Scope| {
            inner.rows.embeds(*scope) || client.holds_whole(*scope) || client.is_denied(*scope)
        };
        let public = client.scopes().get(&Scope::Public);
        let is_much_to_come = public
            .and_then(|held| held.cursor.before)
            .is_some_and(|before| before > WORTH_WAITING_FOR);
        (is_here(&Scope::Public) || is_much_to_come) && wanted.iter().all(is_here)
    }

    /// [`Self::scope_state`] for who looks for something among many: held is only what is here to its last row, so that
    /// what is still to come is not said to be missing. Tracked.
    pub(crate) fn whole_state(self, scope: Scope) -> ScopeState {
        match self.scope_state(scope) {
            ScopeState::Held if self.holds_whole(scope) => ScopeState::Held,
            ScopeState::Held if self.is_online() => ScopeState::Loading,
            ScopeState::Held => ScopeState::Offline,
            state => state,
        }
    }

    /// How much of a scope is here. Tracked.
    pub(crate) fn scope_state(self, scope: Scope) -> ScopeState {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return if rows.may_read(scope) {
                ScopeState::Held
            } else {
                ScopeState::Denied
            };
        }
        let inner = inner();
        inner.rows.readers.track_scopes();
        let is_online = inner.conversation.is_online();
        let client = inner.rows.client();
        if client.scopes().contains_key(&scope) || inner.rows.embeds(scope) {
            ScopeState::Held
        } else if client.is_denied(scope) {
            ScopeState::Denied
        } else if is_online {
            ScopeState::Loading
        } else {
            ScopeState::Offline
        }
    }
}
