use axum::extract::{Path, State};
use shared::certificate_number;
use shared::wire::{ApiErrorCode, VerifiedCertificate};

use crate::certificates::verified;
use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::state::Server;

/// Answers a stranger who holds a certificate in the hand. Numbers cannot be guessed, so a person who knows one may
/// see what is printed beside it.
pub(crate) async fn verify_certificate(
    State(server): State<Server>,
    Path(number): Path<String>,
) -> ApiResult<JsonAnswer<VerifiedCertificate>> {
    let number = certificate_number::read(&number);
    let certificate = server
        .read(move |txn| Ok(verified(txn, &number)?.ok_or(ApiErrorCode::NotFound)?))
        .await?;
    Ok(JsonAnswer(certificate))
}
