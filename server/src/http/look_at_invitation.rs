use axum::Extension;
use axum::extract::State;
use shared::wire::{ApiErrorCode, InvitationOffer, LookAtInvitation};

use crate::accounts::invitations;
use crate::accounts::secrets::SecretHash;
use crate::error::ApiResult;
use crate::json::{JsonAnswer, JsonBody};
use crate::rate::ClientAddress;
use crate::state::Server;

pub(crate) async fn look_at_invitation(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    JsonBody(request): JsonBody<LookAtInvitation>,
) -> ApiResult<JsonAnswer<InvitationOffer>> {
    server.rates.count_secret(client)?;
    let now = server.clock.now();
    let offer = server
        .read(move |txn| {
            let invitation = invitations::find_open(txn, SecretHash::of_link(&request.secret), now)?
                .ok_or(ApiErrorCode::InvitationEnded)?;
            Ok(invitations::offer(txn, invitation)?)
        })
        .await?;
    Ok(JsonAnswer(offer))
}
