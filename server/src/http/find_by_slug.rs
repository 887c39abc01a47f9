use axum::extract::{Path, State};
use serde::Serialize;
use shared::ids::{ExperienceId, ModuleId};
use shared::scope::Scope;
use shared::wire::ApiErrorCode;
use uuid::Uuid;

use crate::authority;
use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::ledger::{self, Named};
use crate::signed::{Signed, identity};
use crate::state::Server;

/// What an address belongs to.
#[derive(Serialize)]
pub(crate) struct Found {
    id: Uuid,
}

pub(crate) async fn find_experience(
    State(server): State<Server>,
    signed: Option<Signed>,
    Path(slug): Path<String>,
) -> ApiResult<JsonAnswer<Found>> {
    find(&server, signed, Named::Experience, slug, |id| {
        Scope::Experience(ExperienceId(id))
    })
    .await
}

pub(crate) async fn find_module(
    State(server): State<Server>,
    signed: Option<Signed>,
    Path(slug): Path<String>,
) -> ApiResult<JsonAnswer<Found>> {
    find(&server, signed, Named::Module, slug, |id| {
        Scope::Module(ModuleId(id))
    })
    .await
}

/// The id behind a slug, provided that the document behind it may be read: what may not be read does not exist.
async fn find(
    server: &Server,
    signed: Option<Signed>,
    named: Named,
    slug: String,
    scope_of: fn(Uuid) -> Scope,
) -> ApiResult<JsonAnswer<Found>> {
    let viewer = identity(signed.as_ref());
    let id = server
        .read(move |txn| {
            let id = ledger::find_named(txn, named, &slug)?.ok_or(ApiErrorCode::NotFound)?;
            if authority::may_read(txn, &viewer, scope_of(id))? {
                Ok(id)
            } else {
                Err(ApiErrorCode::NotFound.into())
            }
        })
        .await?;
    Ok(JsonAnswer(Found { id }))
}
