use axum::extract::{Path, State};
use serde::Serialize;
use shared::ids::ExperienceId;
use shared::scope::Scope;
use shared::wire::ApiErrorCode;
use uuid::Uuid;

use crate::authenticated_user::{AuthenticatedUser, identity};
use crate::authority;
use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::row_store::{self, Named};
use crate::state::Server;

/// What an address belongs to.
#[derive(Serialize)]
pub(crate) struct Found {
    id: Uuid,
}

/// The id behind the slug of an experience, provided that it may be read: what may not be read does not exist.
pub(crate) async fn find_experience(
    State(server): State<Server>,
    signed: Option<AuthenticatedUser>,
    Path(slug): Path<String>,
) -> ApiResult<JsonAnswer<Found>> {
    let viewer = identity(signed.as_ref());
    let id = server
        .read(move |txn| {
            let id = row_store::find_named(txn, Named::Experience, &slug)?.ok_or(ApiErrorCode::NotFound)?;
            if authority::may_read(txn, &viewer, Scope::Experience(ExperienceId(id)))? {
                Ok(id)
            } else {
                Err(ApiErrorCode::NotFound.into())
            }
        })
        .await?;
    Ok(JsonAnswer(Found { id }))
}
