//! Who is signed in, and whether this hub is a demonstration.

use crate::api;
use crate::replica::use_replica;
use leptos::prelude::*;
use shared::records::Identity;
use shared::wire::Hub;

/// Reads about the session; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    identity: Memo<Identity>,
    hub: RwSignal<Option<Hub>>,
}

thread_local! {
    static SESSION: std::cell::Cell<Option<Session>> = const { std::cell::Cell::new(None) };
}

/// Called once, before anything is shown.
pub(crate) fn start() {
    let identity = use_replica().identity();
    let hub = RwSignal::new(None);
    SESSION.set(Some(Session { identity, hub }));
    leptos::task::spawn_local(async move {
        // Without an answer there is no banner; a demonstration runs on a network that is there.
        if let Ok(answer) = api::hub().await {
            hub.set(Some(answer));
        }
    });
}

/// The session.
#[expect(clippy::expect_used, reason = "`start` runs before the first component")]
pub(crate) fn use_session() -> Session {
    SESSION.get().expect("the session was started at boot")
}

impl Session {
    /// Who acts on this device, with their roles: for `shared::access::may`.
    pub(crate) fn identity(self) -> Memo<Identity> {
        self.identity
    }

    /// Whether nobody is signed in.
    pub(crate) fn is_visitor(self) -> Memo<bool> {
        Memo::new(move |_| self.identity.with(Identity::is_visitor))
    }

    /// The person's name; empty for a visitor.
    pub(crate) fn name(self) -> Memo<String> {
        Memo::new(move |_| self.identity.with(|identity| identity.name.clone()))
    }

    /// Whether this hub is a demonstration.
    pub(crate) fn is_demonstration(self) -> Memo<bool> {
        Memo::new(move |_| {
            self.hub
                .with(|hub| hub.as_ref().is_some_and(|hub| hub.demonstration))
        })
    }

    /// The version of the server, once known.
    pub(crate) fn server_version(self) -> Memo<Option<String>> {
        Memo::new(move |_| self.hub.with(|hub| hub.as_ref().map(|hub| hub.version.clone())))
    }
}
