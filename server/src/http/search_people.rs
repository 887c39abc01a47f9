use axum::extract::{RawQuery, State};
use shared::access::{Action, may};
use shared::ids::PersonId;
use shared::limits;
use shared::wire::{ApiErrorCode, FoundPeople};

use crate::authenticated_user::AuthenticatedUser;
use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::row_store;
use crate::state::Server;

/// Everybody with an account, for coordinators, in the order of names: `q` is what their names and addresses have, `after`
/// the last person of the page before. A question is not written to any log.
pub(crate) async fn search_people(
    State(server): State<Server>,
    signed: AuthenticatedUser,
    RawQuery(asked): RawQuery,
) -> ApiResult<JsonAnswer<FoundPeople>> {
    may(&signed.person.identity(), Action::Coordinate).map_err(|_| ApiErrorCode::NotAllowed)?;
    let (mut q, mut after) = (String::new(), None);
    for (name, value) in form_urlencoded::parse(asked.unwrap_or_default().as_bytes()) {
        match &*name {
            "q" => q = value.into_owned(),
            "after" => after = Some(value.parse::<PersonId>().map_err(|_| ApiErrorCode::Malformed)?),
            _ => {}
        }
    }
    limits::at_most("q", &q, limits::QUESTION)?;
    let found = server
        .read_much(move |txn| Ok(row_store::search_people(txn, &q, after)?))
        .await?;
    Ok(JsonAnswer(found))
}
