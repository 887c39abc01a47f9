use axum::extract::State;
use axum::http::HeaderMap;
use shared::wire::{ApiErrorCode, SignedIn};

use crate::accounts::secrets::seal_of;
use crate::accounts::sessions;
use crate::authenticated_user::AuthenticatedUser;
use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::row_store;
use crate::state::Server;

/// Says who is signed in, and to a session that ended with its account that this was so: signing in would not help.
pub(crate) async fn show_session(
    State(server): State<Server>,
    headers: HeaderMap,
    signed: Option<AuthenticatedUser>,
) -> ApiResult<JsonAnswer<SignedIn>> {
    let kind = server.cookie_kind(&headers);
    let Some(signed) = signed else {
        let session = kind.read(&headers).ok_or(ApiErrorCode::NotSignedIn)?;
        let is_closed = server
            .read(move |txn| {
                let person = sessions::closed_with(txn, session)?;
                let person = person
                    .map(|person| row_store::find_person(txn, person))
                    .transpose()?;
                Ok(person.flatten().is_some_and(|person| person.disabled))
            })
            .await?;
        return Err(if is_closed {
            ApiErrorCode::AccountClosed
        } else {
            ApiErrorCode::NotSignedIn
        }
        .into());
    };
    Ok(JsonAnswer(SignedIn {
        person: signed.person,
        seal: kind.text(&headers).map(seal_of),
    }))
}
