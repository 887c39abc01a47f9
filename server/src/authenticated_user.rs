//! Who asks: found out from the cookie at every request, so that an ended session, a closed account or another
//! role counts from the very next one.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use shared::records::{Identity, Person};
use shared::time::Timestamp;
use shared::wire::ApiErrorCode;

use crate::accounts::secrets::SecretHash;
use crate::accounts::sessions;
use crate::cookies::CookieKind;
use crate::error::{ApiError, ApiResult};
use crate::overload::RequestPermit;
use crate::row_store;
use crate::state::{Server, ServerState};
use crate::store::{ReadTxn, StoreError, WriteTxn};

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct AuthenticatedUser {
    /// The person as the rows say now.
    pub person: Person,
    /// The session they ask with.
    pub session: SecretHash,
}

impl AuthenticatedUser {
    /// The person as they are in this reading, provided that the session has not ended since the request began: its
    /// body may have taken minutes to arrive.
    ///
    /// # Errors
    /// [`ApiErrorCode::NotSignedIn`], or the store cannot be read.
    pub fn again(&self, txn: &(impl ReadTxn + ?Sized), now: Timestamp) -> ApiResult<Person> {
        let found = look_up(txn, self.session, now)?;
        Ok(found.ok_or(ApiErrorCode::NotSignedIn)?.0)
    }
}

impl FromRequestParts<Server> for AuthenticatedUser {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> ApiResult<Self> {
        find_signed(parts, server)
            .await?
            .ok_or_else(|| ApiErrorCode::NotSignedIn.into())
    }
}

impl OptionalFromRequestParts<Server> for AuthenticatedUser {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> ApiResult<Option<Self>> {
        find_signed(parts, server).await
    }
}

/// Who somebody is, as `access` asks for it.
#[must_use]
pub fn identity(signed: Option<&AuthenticatedUser>) -> Identity {
    signed.map_or_else(Identity::visitor, |signed| signed.person.identity())
}

async fn find_signed(parts: &Parts, server: &Server) -> ApiResult<Option<AuthenticatedUser>> {
    let kind = CookieKind::of(&parts.headers, server.settings.public_url.is_https());
    let Some(hash) = kind.read(&parts.headers) else {
        return Ok(None);
    };
    let now = server.clock.now();
    let found = server.read(move |txn| Ok(look_up(txn, hash, now)?)).await?;
    let Some((person, is_seen_anew)) = found else {
        return Ok(None);
    };
    if let Some(turn) = parts.extensions.get::<RequestPermit>() {
        turn.is_of(person.id);
    }
    if is_seen_anew {
        note_use(server.clone(), hash, now);
    }
    Ok(Some(AuthenticatedUser {
        person,
        session: hash,
    }))
}

/// The person behind a session, and whether its last use deserves to be noted.
pub(crate) fn look_up(
    txn: &(impl ReadTxn + ?Sized),
    hash: SecretHash,
    now: Timestamp,
) -> Result<Option<(Person, bool)>, StoreError> {
    let Some(session) = sessions::find(txn, hash, now)? else {
        return Ok(None);
    };
    let person = row_store::find_person(txn, session.person)?.filter(|person| !person.disabled);
    Ok(person.map(|person| (person, session.is_seen_anew_at(now))))
}

/// Beside the request: who asks does not wait for a note in the margin.
fn note_use(server: Server, hash: SecretHash, now: Timestamp) {
    tokio::spawn(async move {
        let noted = server
            .write(move |txn| Ok(sessions::touch(txn, hash, now)?))
            .await;
        // The failure itself is in the log; the next request tries again.
        drop(noted);
    });
}

impl ServerState {
    /// [`ServerState::write`] on behalf of somebody who is signed in, with the person as they are in the transaction.
    ///
    /// # Errors
    /// [`ApiErrorCode::NotSignedIn`] when the session has ended, what `work` answers, or the store failed.
    pub async fn write_as<T: Send + 'static>(
        &self,
        signed: AuthenticatedUser,
        work: impl FnOnce(&mut dyn WriteTxn, Person) -> ApiResult<T> + Send + 'static,
    ) -> ApiResult<T> {
        let now = self.clock.now();
        self.write(move |txn| {
            let person = signed.again(&*txn, now)?;
            work(txn, person)
        })
        .await
    }

    /// The cookie's kind for a request with these headers.
    #[must_use]
    pub fn cookie_kind(&self, headers: &axum::http::HeaderMap) -> CookieKind {
        CookieKind::of(headers, self.settings.public_url.is_https())
    }
}
