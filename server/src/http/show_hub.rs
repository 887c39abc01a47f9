use axum::extract::State;
use shared::wire::Hub;

use crate::json::JsonAnswer;
use crate::state::Server;

pub(crate) async fn show_hub(State(server): State<Server>) -> JsonAnswer<Hub> {
    JsonAnswer(Hub {
        demonstration: server.settings.demonstration,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}
