use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use shared::wire::KeepSession;

use crate::error::ApiResult;
use crate::json::JsonBody;
use crate::signed::Signed;
use crate::state::Server;

/// Has the browser keep the session when it is closed, or drop it then. The session itself stays as it is.
pub(crate) async fn keep_session(
    State(server): State<Server>,
    headers: HeaderMap,
    _: Signed,
    JsonBody(request): JsonBody<KeepSession>,
) -> ApiResult<Response> {
    let kind = server.cookie_kind(&headers);
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = kind
        .text(&headers)
        .and_then(|secret| kind.keep(secret, request.keep))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
