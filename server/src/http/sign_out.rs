use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::give_session::take_cookie;
use crate::accounts::sessions;
use crate::error::ApiResult;
use crate::state::Server;

/// Ends the session. A client without one is signed out already, which is what was asked for.
pub(crate) async fn sign_out(State(server): State<Server>, headers: HeaderMap) -> ApiResult<Response> {
    let kind = server.cookie_kind(&headers);
    if let Some(session) = kind.read(&headers) {
        server.write(move |txn| Ok(sessions::end(txn, session)?)).await?;
        server.note_ended_sessions();
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    take_cookie(response.headers_mut(), kind);
    Ok(response)
}
