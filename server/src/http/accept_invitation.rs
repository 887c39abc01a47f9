use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use shared::wire::{AcceptInvitation, ApiErrorCode};

use super::give_session::{Opened, Opening};
use crate::accounts::credentials::Credentials;
use crate::accounts::invitations::{self, InvitationError, NewPerson};
use crate::accounts::secrets::SecretHash;
use crate::address::AddressKey;
use crate::entropy::OsEntropy;
use crate::error::{ApiError, ApiResult};
use crate::json::JsonBody;
use crate::rate::ClientAddress;
use crate::state::Server;

/// Opens the account and signs in, both or neither.
pub(crate) async fn accept_invitation(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    headers: HeaderMap,
    JsonBody(request): JsonBody<AcceptInvitation>,
) -> ApiResult<Opened> {
    server.rates.count_secret(client)?;
    let invited_by = SecretHash::of_link(&request.secret);
    let now = server.clock.now();
    // Looked at before the password is hashed, which is costly, and again where it counts: in the transaction.
    let is_open = server
        .read(move |txn| Ok(invitations::find_open(txn, invited_by, now)?.is_some()))
        .await?;
    if !is_open {
        return Err(ApiErrorCode::InvitationEnded.into());
    }
    let new = NewPerson::new(&request.name, &request.email, request.lang)?;
    let password = server
        .passwords
        .hash(
            AddressKey::of(client.0),
            "password",
            request.password,
            new.owner(),
        )
        .await?;
    let credentials = Credentials::new(Some(password));

    let opening = Opening::new(&server, &headers)?;
    let now = server.clock.now();
    let opened = server
        .write(move |txn| {
            let person = invitations::accept(txn, invited_by, new, &credentials, now, &mut OsEntropy)?;
            Ok(opening.open(txn, person, &request.device_name, now)?)
        })
        .await?;
    server.note_ended_sessions();
    Ok(opened)
}

impl From<InvitationError> for ApiError {
    fn from(error: InvitationError) -> Self {
        match error {
            InvitationError::Ended => ApiErrorCode::InvitationEnded.into(),
            InvitationError::EmailTaken => ApiErrorCode::EmailTaken.into(),
            InvitationError::Refused(refusal) => refusal.into(),
            InvitationError::Store(error) => error.into(),
            InvitationError::Entropy(error) => error.into(),
        }
    }
}
