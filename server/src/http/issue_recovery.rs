use axum::extract::State;
use shared::wire::{IssueRecovery, IssuedRecovery};

use crate::accounts::recoveries;
use crate::accounts::secrets::Secret;
use crate::authenticated_user::AuthenticatedUser;
use crate::entropy::OsEntropy;
use crate::error::ApiResult;
use crate::json::{JsonAnswer, JsonBody};
use crate::state::Server;

/// Makes a link with which somebody sets a forgotten password anew. Its secret is in this answer alone.
pub(crate) async fn issue_recovery(
    State(server): State<Server>,
    signed: AuthenticatedUser,
    JsonBody(request): JsonBody<IssueRecovery>,
) -> ApiResult<JsonAnswer<IssuedRecovery>> {
    server.rates.count_recovery(signed.person.id)?;
    let secret = Secret::new(&mut OsEntropy)?;
    let hash = secret.hash();
    let now = server.clock.now();
    let recovery = server
        .write_as(signed, move |txn, by| {
            Ok(recoveries::issue(
                txn,
                hash,
                Some(&by),
                request.person,
                now,
                &mut OsEntropy,
            )?)
        })
        .await?;
    tracing::info!(
        recovery.id = %recovery.id,
        "a link for a forgotten password was made; the person and the coordinators see by whom"
    );
    Ok(JsonAnswer(IssuedRecovery {
        secret: secret.text().to_owned(),
        expires: recovery.expires,
    }))
}
