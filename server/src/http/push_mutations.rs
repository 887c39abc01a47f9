use axum::extract::{Request, State};
use serde::Deserialize;
use shared::wire::{ApiErrorCode, PROTOCOL, PushRequest, PushResponse};

use crate::authenticated_user::AuthenticatedUser;
use crate::authority::{self, AuthorityError};
use crate::entropy::OsEntropy;
use crate::error::{ApiError, ApiResult};
use crate::json::{JsonAnswer, parse, read_json_bytes};
use crate::state::Server;

/// What every version of a sync request begins with.
#[derive(Deserialize)]
struct Spoken {
    protocol: u16,
}

/// Reads a sync request. One of another protocol may have any shape, so that is found out first: the app is then
/// told to load itself anew instead of that it made a mistake.
pub(super) fn parse_spoken<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> ApiResult<T> {
    let spoken: Spoken = parse(bytes)?;
    if spoken.protocol != PROTOCOL {
        return Err(ApiErrorCode::UpgradeApp.into());
    }
    parse(bytes)
}

/// Decides the mutations of a device. The answer leaves once they are durable.
pub(crate) async fn push_mutations(
    State(server): State<Server>,
    signed: AuthenticatedUser,
    request: Request,
) -> ApiResult<JsonAnswer<PushResponse>> {
    let mut request: PushRequest = parse_spoken(&read_json_bytes(request).await?)?;
    server.settings.disk.admit(&mut request.mutations)?;
    server
        .change_rates
        .admit(signed.person.id, &mut request.mutations)?;
    let now = server.clock.now();
    let answer = server
        .write_as(signed, move |txn, person| {
            let actor = person.identity();
            Ok(authority::push(txn, &actor, &request, now, &mut OsEntropy)?)
        })
        .await?;
    Ok(JsonAnswer(answer))
}

impl From<AuthorityError> for ApiError {
    fn from(error: AuthorityError) -> Self {
        match error.api_code() {
            ApiErrorCode::Internal => Self::internal(&error),
            code => code.into(),
        }
    }
}
