use axum::Extension;
use axum::extract::State;
use shared::wire::{ApiErrorCode, LookAtRecovery, RecoveryOffer};

use crate::accounts::recoveries;
use crate::accounts::secrets::SecretHash;
use crate::error::ApiResult;
use crate::json::{JsonAnswer, JsonBody};
use crate::rate::ClientAddress;
use crate::state::Server;

/// Says whose password a link sets. It stays usable, however often it is looked at.
pub(crate) async fn look_at_recovery(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    JsonBody(request): JsonBody<LookAtRecovery>,
) -> ApiResult<JsonAnswer<RecoveryOffer>> {
    server.rates.count_secret(client)?;
    let now = server.clock.now();
    let found = server
        .read(move |txn| {
            let secret = SecretHash::of_link(&request.secret);
            Ok(recoveries::find_open(txn, secret, now)?.ok_or(ApiErrorCode::RecoveryEnded)?)
        })
        .await?;
    Ok(JsonAnswer(recoveries::offer(found)))
}
