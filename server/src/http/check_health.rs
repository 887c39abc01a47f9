use axum::extract::State;
use serde::Serialize;

use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::row_store;
use crate::state::Server;

#[derive(Serialize)]
pub(crate) struct Health {
    status: &'static str,
}

/// Says that the process runs and that the store answers.
pub(crate) async fn check_health(State(server): State<Server>) -> ApiResult<JsonAnswer<Health>> {
    server.read(|txn| Ok(row_store::epoch(txn)?)).await?;
    Ok(JsonAnswer(Health { status: "ok" }))
}
