use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use shared::records::Person;
use shared::wire::SignedIn;

use crate::accounts::secrets::{Secret, SecretHash};
use crate::accounts::sessions::{self, Session};
use crate::cookies::CookieKind;
use crate::json::JsonAnswer;
use crate::store::{StoreError, WriteTxn};
use shared::time::Timestamp;

/// Opens a session for a person. A browser holds one: the one it came with ends, so that nobody can plant a
/// session in it that goes on after somebody else signed in.
pub(super) fn open_session(
    txn: &mut dyn WriteTxn,
    person: &Person,
    device_name: &str,
    secret: SecretHash,
    came_with: Option<SecretHash>,
    now: Timestamp,
) -> Result<(), StoreError> {
    if let Some(before) = came_with {
        sessions::end(txn, before)?;
    }
    sessions::open(txn, secret, &Session::begin(person.id, device_name, now))
}

/// The answer of every way to sign in.
pub(super) fn signed_in(person: Person, kind: CookieKind, secret: &Secret) -> Response {
    let seal = Some(secret.seal());
    let mut response = JsonAnswer(SignedIn { person, seal }).into_response();
    if let Some(cookie) = kind.give(secret) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Takes the cookie away with an answer.
pub(super) fn take_cookie(headers: &mut HeaderMap, kind: CookieKind) {
    if let Some(cookie) = kind.take() {
        headers.append(header::SET_COOKIE, cookie);
    }
}
