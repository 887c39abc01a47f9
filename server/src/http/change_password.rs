use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use shared::wire::{ApiErrorCode, ChangePassword};

use crate::accounts::credentials::{self, Credentials};
use crate::accounts::passwords::{Asker, Priority};
use crate::accounts::{recoveries, sessions};
use crate::address::AddressKey;
use crate::authenticated_user::AuthenticatedUser;
use crate::error::ApiResult;
use crate::json::JsonBody;
use crate::rate::ClientAddress;
use crate::state::Server;

/// Changes the password and ends every other session: a person who knew the old one is out, and their device unknown.
pub(crate) async fn change_password(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    signed: AuthenticatedUser,
    JsonBody(request): JsonBody<ChangePassword>,
) -> ApiResult<StatusCode> {
    server.rates.count_secret(client)?;
    let person = signed.person.id;
    server.rates.count_own_password(person)?;
    let address = AddressKey::of(client.0);
    let asker = Asker {
        address,
        standing: Priority::Known,
    };
    let owner = [signed.person.name.clone(), signed.person.email.clone()];
    let held = server
        .read(move |txn| Ok(credentials::find(txn, person)?.and_then(|held| held.password)))
        .await?;
    if !server
        .passwords
        .verify(asker, request.current, held.clone())
        .await?
    {
        return Err(ApiErrorCode::WrongCredentials.into());
    }
    let session = signed.session;
    let new = server.passwords.hash(address, "new", request.new, owner).await?;
    server
        .write_as(signed, move |txn, _| {
            // Somebody else may have changed it while this one was hashed; then this one proved nothing.
            let before = credentials::find(&*txn, person)?.ok_or(ApiErrorCode::NotSignedIn)?;
            if before.password != held {
                return Err(ApiErrorCode::WrongCredentials.into());
            }
            let own = sessions::device_of(&*txn, session)?;
            let devices = before
                .devices
                .into_iter()
                .filter(|device| own.as_ref() == Some(device));
            let now = Credentials {
                password: Some(new),
                devices: devices.collect(),
            };
            credentials::keep(txn, person, &now)?;
            recoveries::end_open(txn, person)?;
            sessions::end_others(txn, person, session)?;
            Ok(())
        })
        .await?;
    server.note_ended_sessions();
    Ok(StatusCode::NO_CONTENT)
}
