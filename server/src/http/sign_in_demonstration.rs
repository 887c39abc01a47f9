use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use shared::wire::{ApiErrorCode, DemonstrationSignIn};

use super::give_session::{Opened, Opening};
use crate::demonstration;
use crate::error::ApiResult;
use crate::json::JsonBody;
use crate::rate::ClientAddress;
use crate::row_store;
use crate::state::Server;

/// Signs in with a link that the server printed; such a link works as often as somebody likes.
pub(crate) async fn sign_in_demonstration(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    headers: HeaderMap,
    JsonBody(request): JsonBody<DemonstrationSignIn>,
) -> ApiResult<Opened> {
    if !server.settings.demonstration {
        return Err(ApiErrorCode::NotFound.into());
    }
    server.rates.count_secret(client)?;
    let opening = Opening::new(&server, &headers)?;
    let now = server.clock.now();
    let opened = server
        .write(move |txn| {
            let person = demonstration::find_by_secret(&*txn, &request.secret)?
                .ok_or(ApiErrorCode::WrongCredentials)?;
            let person = row_store::find_person(&*txn, person)?
                .filter(|person| !person.disabled)
                .ok_or(ApiErrorCode::NotAllowed)?;
            Ok(opening.open(txn, person, "", now)?)
        })
        .await?;
    server.note_ended_sessions();
    Ok(opened)
}
