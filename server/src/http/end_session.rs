use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use shared::wire::ApiErrorCode;

use super::give_session::take_cookie;
use crate::accounts::known_devices;
use crate::accounts::sessions;
use crate::authenticated_user::AuthenticatedUser;
use crate::error::ApiResult;
use crate::state::Server;

/// Ends one of the person's own sessions; those of others are not said to exist.
pub(crate) async fn end_session(
    State(server): State<Server>,
    signed: AuthenticatedUser,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> ApiResult<Response> {
    let own = signed.session;
    let ended = server
        .write_as(signed, move |txn, person| {
            let held = sessions::of_person(&*txn, person.id)?;
            let (hash, session) = held
                .into_iter()
                .find(|(hash, _)| sessions::session_id(*hash) == id)
                .ok_or(ApiErrorCode::NotFound)?;
            sessions::end(txn, hash)?;
            // Another device is ended because it was lost or embedded: it is to be no better than any other.
            if hash != own {
                known_devices::forget(txn, person.id, |device| session.device.as_ref() == Some(device))?;
            }
            Ok(hash)
        })
        .await?;
    server.note_ended_sessions();
    let mut response = StatusCode::NO_CONTENT.into_response();
    if ended == own {
        take_cookie(response.headers_mut(), server.cookie_kind(&headers));
    }
    Ok(response)
}
