use axum::extract::State;
use axum::http::HeaderMap;
use shared::wire::SignedIn;

use crate::accounts::secrets::seal_of;
use crate::json::JsonAnswer;
use crate::signed::Signed;
use crate::state::Server;

pub(crate) async fn show_session(
    State(server): State<Server>,
    headers: HeaderMap,
    signed: Signed,
) -> JsonAnswer<SignedIn> {
    JsonAnswer(SignedIn {
        person: signed.person,
        seal: server.cookie_kind(&headers).text(&headers).map(seal_of),
    })
}
