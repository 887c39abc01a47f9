//! Who is signed in, coming in and leaving, and whether this hub is a demonstration.

use crate::api::{self, ApiFailure};
use crate::replica::use_replica;
use crate::settings::STILL_SIGNED_IN;
use crate::{ids, settings};
use leptos::prelude::*;
use shared::client::Backoff;
use shared::records::Identity;
use shared::wire::{
    AcceptInvitation, ApiErrorCode, DemonstrationSignIn, HubSettings, Recover, SignInRequest, SignedIn,
};

/// Reads about the session; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    identity: Memo<Identity>,
    hub: RwSignal<Option<HubSettings>>,
    /// Whether the page that the server wrote is one of a demonstration: it counts until the hub has answered, so that the
    /// app comes forward with the same banner.
    page_is_demonstration: bool,
}

thread_local! {
    static SESSION: std::cell::Cell<Option<Session>> = const { std::cell::Cell::new(None) };
}

/// Called once, before anything is shown.
pub(crate) fn start() {
    let identity = use_replica().identity();
    let hub = RwSignal::new(None);
    let banner = document().query_selector("#opening .demo-banner");
    SESSION.set(Some(Session {
        identity,
        hub,
        page_is_demonstration: banner.is_ok_and(|banner| banner.is_some()),
    }));
    leptos::task::spawn_local(end_session_of_before());
    leptos::task::spawn_local(async move {
        // Without an answer the page's own banner stays; a demonstration runs on a network that is there.
        if let Ok(answer) = api::hub().await {
            hub.set(Some(answer));
        }
    });
}

/// The session of a visitor, for a page that the server writes.
#[cfg(feature = "ssr")]
pub(crate) fn begin_visit(is_demonstration: bool) {
    SESSION.set(Some(Session {
        identity: use_replica().identity(),
        hub: RwSignal::new(Some(HubSettings {
            demonstration: is_demonstration,
            version: String::new(),
            contact: None,
        })),
        page_is_demonstration: is_demonstration,
    }));
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
            self.hub.with(|hub| {
                hub.as_ref()
                    .map_or(self.page_is_demonstration, |hub| hub.demonstration)
            })
        })
    }

    /// The version of the server, once known.
    pub(crate) fn server_version(self) -> Memo<Option<String>> {
        Memo::new(move |_| self.hub.with(|hub| hub.as_ref().map(|hub| hub.version.clone())))
    }

    /// Whom to ask for an invitation where no focal point can be asked, where the hub names it: an e-mail address or an
    /// `https` address.
    pub(crate) fn contact(self) -> Memo<Option<String>> {
        Memo::new(move |_| self.hub.with(|hub| hub.as_ref()?.contact.clone()))
    }
}

/// Signs in: opens the person's replica and adopts what a visitor learned on this device.
///
/// # Errors
/// [`ApiFailure`], with its words.
pub(crate) async fn sign_in(request: &SignInRequest) -> Result<(), ApiFailure> {
    enter(api::sign_in(request)).await
}

/// Opens an account from an invitation and signs in with it.
///
/// # Errors
/// [`ApiFailure`], with its words.
pub(crate) async fn accept_invitation(request: &AcceptInvitation) -> Result<(), ApiFailure> {
    enter(api::accept_invitation(request)).await
}

/// Sets a forgotten password with a link and signs in with it.
///
/// # Errors
/// [`ApiFailure`], with its words.
pub(crate) async fn recover(request: &Recover) -> Result<(), ApiFailure> {
    enter(api::recover(request)).await
}

/// Signs in as one of the people of a demonstration.
///
/// # Errors
/// [`ApiFailure`], with its words.
pub(crate) async fn enter_demonstration(secret: String) -> Result<(), ApiFailure> {
    enter(api::sign_in_to_demonstration(&DemonstrationSignIn { secret })).await
}

/// Nothing is sent in anybody's name while the session changes hands.
async fn enter(asking: impl Future<Output = Result<SignedIn, ApiFailure>>) -> Result<(), ApiFailure> {
    // Before an invitation or a link is used up for nothing.
    if refuses_cookies() {
        return Err(ApiFailure::NoCookies);
    }
    use_replica().hold().await.map_err(|_| ApiFailure::Unreachable)?;
    let answer = match asking.await {
        // Whether the browser keeps the cookie shows with the next request alone.
        Ok(answer) => must_be_kept(api::session().await).map(|()| answer),
        Err(failure) => Err(failure),
    };
    match answer {
        Ok(answer) => {
            settings::forget(STILL_SIGNED_IN);
            use_replica().enter(answer).await;
            Ok(())
        }
        Err(failure) => {
            use_replica().release().await;
            Err(failure)
        }
    }
}

/// Whether the browser keeps no cookies of this site, and with them no session.
pub(crate) fn refuses_cookies() -> bool {
    let enabled = js_sys::Reflect::get(window().navigator().as_ref(), &"cookieEnabled".into());
    enabled.is_ok_and(|enabled| enabled.as_bool() == Some(false))
}

/// `asked_again` is what the server says of the session that it has just opened.
fn must_be_kept(asked_again: Result<SignedIn, ApiFailure>) -> Result<(), ApiFailure> {
    match asked_again {
        Err(failure) if failure.code() == Some(ApiErrorCode::NotSignedIn) => Err(ApiFailure::NoCookies),
        // Without an answer nothing is known; the next synchronisation finds out.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Signs out and forgets what only this person may read, unless this is their own device. Unsent changes are
/// lost with it on a shared computer: `SignOut` asks first.
///
/// Without a network the session on the server is ended as soon as there is one.
pub(crate) async fn sign_out() {
    match api::sign_out().await {
        Ok(()) => {}
        Err(failure) if failure.code() == Some(ApiErrorCode::NotSignedIn) => {}
        Err(_) => settings::remember(STILL_SIGNED_IN, "yes"),
    }
    use_replica().leave().await;
}

async fn end_session_of_before() {
    let mut backoff = Backoff::new(10_000, 5 * 60_000);
    while settings::recall(STILL_SIGNED_IN).is_some() {
        match api::sign_out().await {
            Err(failure) if failure.is_transient() => {
                let [spread] = ids::random_bytes();
                let wait = backoff.fail(spread).max(failure.retry_after_ms());
                gloo_timers::future::TimeoutFuture::new(u32::try_from(wait).unwrap_or(u32::MAX)).await;
            }
            Ok(()) | Err(_) => settings::forget(STILL_SIGNED_IN),
        }
    }
}

/// What this device calls itself in the list of sessions: the browser's name and the system's, no more.
pub(crate) fn device_name() -> String {
    let agent = web_sys::window()
        .and_then(|window| window.navigator().user_agent().ok())
        .unwrap_or_default();
    let first = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(mark, _)| agent.contains(mark))
            .map_or("", |(_, name)| *name)
    };
    let browser = first(&[
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_whose_cookie_does_not_come_back_is_none() {
        let not_signed_in = Err(ApiFailure::of(ApiErrorCode::NotSignedIn));
        assert_eq!(must_be_kept(not_signed_in), Err(ApiFailure::NoCookies));
        assert!(
            !ApiFailure::NoCookies.is_transient(),
            "trying again does not help"
        );
        for other in [
            ApiFailure::Unreachable,
            ApiFailure::Unreadable,
            ApiFailure::of(ApiErrorCode::Unavailable),
        ] {
            assert_eq!(must_be_kept(Err(other)), Ok(()));
        }
    }
}
