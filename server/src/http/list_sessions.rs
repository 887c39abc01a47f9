use axum::extract::State;
use shared::wire::SessionLine;

use crate::accounts::sessions;
use crate::authenticated_user::AuthenticatedUser;
use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::state::Server;

pub(crate) async fn list_sessions(
    State(server): State<Server>,
    signed: AuthenticatedUser,
) -> ApiResult<JsonAnswer<Vec<SessionLine>>> {
    let now = server.clock.now();
    let lines = server
        .read(move |txn| Ok(sessions::lines(txn, signed.person.id, signed.session, now)?))
        .await?;
    Ok(JsonAnswer(lines))
}
