use axum::extract::{Path, State};
use shared::access::{Action, may};
use shared::ids::PersonId;
use shared::records::Person;
use shared::wire::ApiErrorCode;

use crate::authenticated_user::AuthenticatedUser;
use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::row_store;
use crate::state::Server;

/// One person as they are now, for coordinators.
pub(crate) async fn find_person(
    State(server): State<Server>,
    signed: AuthenticatedUser,
    Path(id): Path<String>,
) -> ApiResult<JsonAnswer<Person>> {
    may(&signed.person.identity(), Action::Coordinate).map_err(|_| ApiErrorCode::NotAllowed)?;
    let id: PersonId = id.parse().map_err(|_| ApiErrorCode::NotFound)?;
    let person = server
        .read(move |txn| Ok(row_store::find_person(txn, id)?))
        .await?;
    Ok(JsonAnswer(person.ok_or(ApiErrorCode::NotFound)?))
}
