use axum::extract::State;
use axum::http::HeaderMap;
use shared::wire::SignedIn;

use crate::accounts::secrets::seal_of;
use crate::authenticated_user::AuthenticatedUser;
use crate::json::JsonAnswer;
use crate::state::Server;

pub(crate) async fn show_session(
    State(server): State<Server>,
    headers: HeaderMap,
    signed: AuthenticatedUser,
) -> JsonAnswer<SignedIn> {
    JsonAnswer(SignedIn {
        person: signed.person,
        seal: server.cookie_kind(&headers).text(&headers).map(seal_of),
    })
}
