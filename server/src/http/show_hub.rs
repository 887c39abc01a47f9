use axum::extract::State;
use shared::wire::HubSettings;

use crate::json::JsonAnswer;
use crate::state::Server;

pub(crate) async fn show_hub(State(server): State<Server>) -> JsonAnswer<HubSettings> {
    JsonAnswer(HubSettings {
        demonstration: server.settings.demonstration,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        contact: server.settings.contact.as_ref().map(ToString::to_string),
    })
}
