use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use shared::wire::{ApiErrorCode, Recover};

use super::give_session::{Opened, Opening};
use crate::accounts::credentials::Credentials;
use crate::accounts::recoveries::{self, RecoveryError};
use crate::accounts::secrets::SecretHash;
use crate::address::AddressKey;
use crate::error::{ApiError, ApiResult};
use crate::json::JsonBody;
use crate::rate::ClientAddress;
use crate::state::Server;

/// Sets a forgotten password with a link, ends every session of the account and signs in: all or nothing.
pub(crate) async fn recover(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    headers: HeaderMap,
    JsonBody(request): JsonBody<Recover>,
) -> ApiResult<Opened> {
    server.rates.count_secret(client)?;
    let secret = SecretHash::of_link(&request.secret);
    let now = server.clock.now();
    // Looked at before the password is hashed, which is costly, and again where it counts: in the transaction.
    let (_, person) = server
        .read(move |txn| Ok(recoveries::find_open(txn, secret, now)?.ok_or(ApiErrorCode::RecoveryEnded)?))
        .await?;
    let password = server
        .passwords
        .hash(
            AddressKey::of(client.0),
            "password",
            request.password,
            [person.name, person.email],
        )
        .await?;
    let credentials = Credentials::new(Some(password));

    let opening = Opening::new(&server, &headers)?;
    let now = server.clock.now();
    let opened = server
        .write(move |txn| {
            let person = recoveries::use_up(txn, secret, &credentials, now)?;
            Ok(opening.open(txn, person, &request.device_name, now)?)
        })
        .await?;
    server.note_ended_sessions();
    Ok(opened)
}

impl From<RecoveryError> for ApiError {
    fn from(error: RecoveryError) -> Self {
        match error {
            RecoveryError::Ended => ApiErrorCode::RecoveryEnded.into(),
            RecoveryError::NotAllowed => ApiErrorCode::NotAllowed.into(),
            RecoveryError::Store(error) => error.into(),
            RecoveryError::Entropy(error) => error.into(),
        }
    }
}
