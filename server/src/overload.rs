//! When there is more to do than can be done, the rest is asked to come back, at once and cheaply.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shared::wire::ApiErrorCode;

use crate::error::ApiError;
use crate::state::Server;

/// Lets a request through while there is room. The room is free again when the answer begins: listeners for
/// pokes hold a connection, not room.
pub(crate) async fn refuse_overload(State(server): State<Server>, request: Request, next: Next) -> Response {
    let Ok(_room) = server.room.clone().try_acquire_owned() else {
        return ApiError::retry_after(ApiErrorCode::Unavailable, 2).into_response();
    };
    next.run(request).await
}
