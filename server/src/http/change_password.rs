use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use shared::wire::{ApiErrorCode, ChangePassword};

use crate::accounts::credentials::{self, Credentials};
use crate::accounts::sessions;
use crate::error::ApiResult;
use crate::json::JsonBody;
use crate::rate::ClientAddress;
use crate::signed::Signed;
use crate::state::Server;

/// Changes the password and ends every other session: whoever knew the old one is out.
pub(crate) async fn change_password(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    signed: Signed,
    JsonBody(request): JsonBody<ChangePassword>,
) -> ApiResult<StatusCode> {
    server.rates.count_secret(client)?;
    server.rates.count_account(&signed.person.email)?;
    let person = signed.person.id;
    let held = server
        .read(move |txn| Ok(credentials::find(txn, person)?.and_then(|held| held.password)))
        .await?;
    if !server.passwords.verify(request.current, held.clone()).await? {
        return Err(ApiErrorCode::WrongCredentials.into());
    }
    let new = server.passwords.hash("new", request.new).await?;
    server
        .write(move |txn| {
            // Somebody else may have changed it while this one was hashed; then this one proved nothing.
            if credentials::find(&*txn, person)?.and_then(|now| now.password) != held {
                return Err(ApiErrorCode::WrongCredentials.into());
            }
            let password = Some(new);
            credentials::keep(txn, person, &Credentials { password })?;
            sessions::end_others(txn, person, signed.session)?;
            Ok(())
        })
        .await?;
    server.note_ended_sessions();
    Ok(StatusCode::NO_CONTENT)
}
