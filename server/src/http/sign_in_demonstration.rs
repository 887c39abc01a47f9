use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use shared::wire::{ApiErrorCode, DemonstrationSignIn};

use super::give_session::{open_session, signed_in};
use crate::accounts::secrets::Secret;
use crate::demonstration;
use crate::entropy::OsEntropy;
use crate::error::ApiResult;
use crate::json::JsonBody;
use crate::ledger;
use crate::rate::ClientAddress;
use crate::state::Server;

/// Signs in with a link that the server printed; such a link works as often as somebody likes.
pub(crate) async fn sign_in_demonstration(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    headers: HeaderMap,
    JsonBody(request): JsonBody<DemonstrationSignIn>,
) -> ApiResult<Response> {
    if !server.settings.demonstration {
        return Err(ApiErrorCode::NotFound.into());
    }
    server.rates.count_secret(client)?;
    let kind = server.cookie_kind(&headers);
    let came_with = kind.read(&headers);
    let secret = Secret::new(&mut OsEntropy)?;
    let (hash, now) = (secret.hash(), server.clock.now());
    let person = server
        .write(move |txn| {
            let person = demonstration::find_by_secret(&*txn, &request.secret)?
                .ok_or(ApiErrorCode::WrongCredentials)?;
            let person = ledger::find_person(&*txn, person)?
                .filter(|person| !person.disabled)
                .ok_or(ApiErrorCode::NotAllowed)?;
            open_session(txn, &person, "", hash, came_with, now)?;
            Ok(person)
        })
        .await?;
    server.note_ended_sessions();
    Ok(signed_in(person, kind, &secret))
}
