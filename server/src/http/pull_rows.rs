use axum::extract::{Request, State};
use shared::ids::PersonId;
use shared::wire::{PullRequest, PullResponse};

use super::push_mutations::parse_spoken;
use crate::accounts::sessions;
use crate::authenticated_user::AuthenticatedUser;
use crate::authority;
use crate::error::ApiResult;
use crate::json::{JsonAnswer, read_json_bytes};
use crate::row_store::Written;
use crate::state::Server;
use crate::store::ReadTxn;

/// What a device holds that keeps little: the scopes of a person and a screenful of documents.
const FEW_SCOPES: usize = 128;

/// What changed for this person, or for a visitor.
pub(crate) async fn pull_rows(
    State(server): State<Server>,
    signed: Option<AuthenticatedUser>,
    request: Request,
) -> ApiResult<JsonAnswer<PullResponse<Written>>> {
    let request: PullRequest = parse_spoken(&read_json_bytes(request).await?)?;
    let now = server.clock.now();
    let is_large = request.scopes.len() > FEW_SCOPES;
    let work = move |txn: &dyn ReadTxn| {
        // As the next request would be answered, if the session ended meanwhile.
        let session = signed
            .map(|signed| sessions::find(txn, signed.session, now))
            .transpose()?
            .flatten();
        let viewer = session.map_or(PersonId::VISITOR, |session| session.person);
        Ok(authority::pull(txn, viewer, &request, now)?)
    };
    let answer = if is_large {
        server.read_much(work).await?
    } else {
        server.read(work).await?
    };
    Ok(JsonAnswer(answer))
}
