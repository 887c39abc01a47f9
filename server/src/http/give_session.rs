use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use shared::records::Person;
use shared::time::Timestamp;
use shared::wire::SignedIn;

use crate::accounts::known_devices::{self, KnownDevice};
use crate::accounts::secrets::{Secret, SecretHash};
use crate::accounts::sessions::{self, Session};
use crate::cookies::CookieKind;
use crate::entropy::{EntropyError, OsEntropy};
use crate::json::JsonAnswer;
use crate::state::ServerState;
use crate::store::{StoreError, WriteTxn};

/// What every way to sign in does, once it is known who comes.
pub(super) struct Opening {
    kind: CookieKind,
    came_with: Option<SecretHash>,
    came_on: Option<String>,
    session: Secret,
    device: Secret,
}

impl Opening {
    /// Prepares a session for the browser that sent these headers.
    ///
    /// # Errors
    /// There is no randomness.
    pub(super) fn new(server: &ServerState, headers: &HeaderMap) -> Result<Self, EntropyError> {
        let kind = server.cookie_kind(headers);
        Ok(Self {
            kind,
            came_with: kind.read(headers),
            came_on: kind.device(headers).map(str::to_owned),
            session: Secret::new(&mut OsEntropy)?,
            device: Secret::new(&mut OsEntropy)?,
        })
    }

    /// Opens the session. A browser holds one: the one it came with ends, so that nobody can plant a session in it that
    /// goes on after somebody else signed in. The account knows the device from now on, by a secret of its own: one
    /// that came along without being known is not taken over, since somebody else may have planted it too.
    ///
    /// # Errors
    /// The store failed.
    pub(super) fn open(
        self,
        txn: &mut dyn WriteTxn,
        person: Person,
        device_name: &str,
        now: Timestamp,
    ) -> Result<Opened, StoreError> {
        if let Some(before) = self.came_with {
            sessions::end(txn, before)?;
        }
        let known = match self.came_on {
            Some(secret) => {
                let device = KnownDevice::new(person.id, &secret);
                known_devices::is_known(&*txn, person.id, &device)?.then_some(device)
            }
            None => None,
        };
        let is_new = known.is_none();
        let device = known.unwrap_or_else(|| KnownDevice::new(person.id, self.device.text()));
        known_devices::remember(txn, person.id, device.clone())?;
        let session = Session::begin(person.id, device_name, now).on(device);
        sessions::open(txn, self.session.hash(), &session)?;
        Ok(Opened {
            cookies: [
                self.kind.give(&self.session),
                is_new.then(|| self.kind.give_device(&self.device)).flatten(),
            ],
            answer: SignedIn {
                person,
                seal: Some(self.session.seal()),
            },
        })
    }
}

/// The answer of every way to sign in.
pub(crate) struct Opened {
    cookies: [Option<HeaderValue>; 2],
    answer: SignedIn,
}

impl IntoResponse for Opened {
    fn into_response(self) -> Response {
        let mut response = JsonAnswer(self.answer).into_response();
        for cookie in self.cookies.into_iter().flatten() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// Takes the session's cookie away with an answer. That of the device stays: it is for the next sign-in.
pub(super) fn take_cookie(headers: &mut HeaderMap, kind: CookieKind) {
    if let Some(cookie) = kind.take() {
        headers.append(header::SET_COOKIE, cookie);
    }
}
