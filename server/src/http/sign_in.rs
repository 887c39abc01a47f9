use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use shared::limits::clean_email;
use shared::wire::{ApiErrorCode, SignInRequest};

use super::give_session::{open_session, signed_in};
use crate::accounts::credentials;
use crate::accounts::secrets::Secret;
use crate::entropy::OsEntropy;
use crate::error::ApiResult;
use crate::json::JsonBody;
use crate::ledger;
use crate::rate::ClientAddress;
use crate::state::Server;

pub(crate) async fn sign_in(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    headers: HeaderMap,
    JsonBody(request): JsonBody<SignInRequest>,
) -> ApiResult<Response> {
    server.rates.count_secret(client)?;
    // What cannot be an address belongs to no account, and is answered like one that has none.
    let email = clean_email("email", &request.email).unwrap_or_default();
    server.rates.count_account(&email)?;

    let account = server
        .read(move |txn| {
            let Some(person) = credentials::find_by_email(txn, &email)? else {
                return Ok(None);
            };
            let password = credentials::find(txn, person)?.and_then(|held| held.password);
            Ok(password.map(|password| (person, password)))
        })
        .await?;
    let (person, hash) = account.unzip();
    let is_right = server.passwords.verify(request.password, hash).await?;
    let Some(person) = person.filter(|_| is_right) else {
        return Err(ApiErrorCode::WrongCredentials.into());
    };

    let kind = server.cookie_kind(&headers);
    let came_with = kind.read(&headers);
    let secret = Secret::new(&mut OsEntropy)?;
    let (hash, now) = (secret.hash(), server.clock.now());
    let person = server
        .write(move |txn| {
            // Told only to somebody who knows the password: the account was closed.
            let person = ledger::find_person(&*txn, person)?
                .filter(|person| !person.disabled)
                .ok_or(ApiErrorCode::NotAllowed)?;
            open_session(txn, &person, &request.device_name, hash, came_with, now)?;
            Ok(person)
        })
        .await?;
    server.note_ended_sessions();
    Ok(signed_in(person, kind, &secret))
}
