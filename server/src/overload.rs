//! When there is more to do than can be done, the rest is asked to come back, at once and cheaply.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shared::ids::PersonId;
use shared::wire::ApiErrorCode;

use crate::accounts::secrets::SecretHash;
use crate::address::AddressKey;
use crate::authenticated_user::look_up;
use crate::error::{ApiError, ApiResult};
use crate::rate::ClientAddress;
use crate::shares::{Holder, Share};
use crate::state::{Server, ServerState};

/// What a request holds of the server while it is worked on; free again when the answer begins.
///
/// A body is read before its request takes a place: a slow sender holds a connection and the bytes sent so far,
/// and keeps nobody else from being answered. Listeners for change events hold a connection, not a place.
#[derive(Clone)]
pub(crate) struct RequestPermit(Arc<Inner>);

struct Inner {
    server: Server,
    address: AddressKey,
    session: Option<SecretHash>,
    person: OnceLock<PersonId>,
    place: Mutex<Option<Share>>,
    body: Mutex<Option<Share>>,
}

impl RequestPermit {
    /// Says who asks, once that is known.
    pub(crate) fn is_of(&self, person: PersonId) {
        // Known already: a request has one person.
        let _ = self.0.person.set(person);
    }

    /// Takes a place among the requests that are worked on.
    ///
    /// # Errors
    /// [`ApiErrorCode::Unavailable`]: all that this person or address may have are taken.
    pub(crate) async fn take_place(&self) -> ApiResult<()> {
        let places = &self.0.server.request_places;
        let mut place = places.take(self.holder(), 1);
        // Who is signed in has places that visitors cannot take; it is only looked up where that matters.
        if place.is_none() && self.find_person().await? {
            place = places.take(self.holder(), 1);
        }
        match place {
            Some(place) => {
                *lock(&self.0.place) = Some(place);
                Ok(())
            }
            None => Err(overloaded()),
        }
    }

    /// Counts bytes of this request's body that are in memory.
    ///
    /// # Errors
    /// [`ApiErrorCode::Unavailable`]: the bodies of this person or address, or of all, take too much already.
    pub(crate) fn hold_bytes(&self, bytes: usize) -> ApiResult<()> {
        let kib = bytes.div_ceil(1024);
        let mut held = lock(&self.0.body);
        let fits = match held.as_mut() {
            Some(share) => {
                let more = kib.saturating_sub(share.amount());
                more == 0 || share.grow(more)
            }
            None => {
                *held = self.0.server.body_kib.take(self.holder(), kib);
                held.is_some()
            }
        };
        if fits { Ok(()) } else { Err(overloaded()) }
    }

    fn end(&self) {
        lock(&self.0.place).take();
        lock(&self.0.body).take();
    }

    fn holder(&self) -> Holder {
        match self.0.person.get() {
            Some(person) => Holder::Person(*person),
            None => Holder::Visitor(self.0.address),
        }
    }

    /// Whether it turns out only now that somebody who is signed in asks.
    async fn find_person(&self) -> ApiResult<bool> {
        let Some(session) = self.0.session.filter(|_| self.0.person.get().is_none()) else {
            return Ok(false);
        };
        let now = self.0.server.clock.now();
        let found = self
            .0
            .server
            .read(move |txn| Ok(look_up(txn, session, now)?))
            .await?;
        if let Some((person, _)) = &found {
            self.is_of(person.id);
        }
        Ok(found.is_some())
    }
}

fn overloaded() -> ApiError {
    ApiError::retry_after(ApiErrorCode::Unavailable, 2)
}

fn lock<T>(held: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the request its [`RequestPermit`]. One without a body takes its place here, one with a body when that was read.
pub(crate) async fn refuse_overload(
    State(server): State<Server>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(ClientAddress(client)) = request.extensions().get().copied() else {
        return ApiError::internal(&"a request came without the address of its client").into_response();
    };
    let turn = RequestPermit(Arc::new(Inner {
        address: AddressKey::of(client),
        session: session_of(&server, &request),
        server,
        person: OnceLock::new(),
        place: Mutex::default(),
        body: Mutex::default(),
    }));
    if request.method() != Method::POST
        && let Err(refused) = turn.take_place().await
    {
        return refused.into_response();
    }
    request.extensions_mut().insert(turn.clone());
    let response = next.run(request).await;
    turn.end();
    response
}

fn session_of(server: &ServerState, request: &Request) -> Option<SecretHash> {
    server.cookie_kind(request.headers()).read(request.headers())
}
