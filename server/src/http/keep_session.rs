use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use shared::wire::KeepSession;

use crate::authenticated_user::AuthenticatedUser;
use crate::error::ApiResult;
use crate::json::JsonBody;
use crate::state::Server;

/// Has the browser keep the session when it is closed, or drop it then, and likewise that the account knows the device.
/// The session itself stays as it is.
pub(crate) async fn keep_session(
    State(server): State<Server>,
    headers: HeaderMap,
    signed: AuthenticatedUser,
    JsonBody(request): JsonBody<KeepSession>,
) -> ApiResult<Response> {
    let now = server.clock.now();
    server.read(move |txn| signed.again(txn, now)).await?;
    let kind = server.cookie_kind(&headers);
    let mut response = StatusCode::NO_CONTENT.into_response();
    let cookies = [
        kind.text(&headers)
            .and_then(|secret| kind.keep(secret, request.keep)),
        kind.device(&headers)
            .and_then(|secret| kind.keep_device(secret, request.keep)),
    ];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
