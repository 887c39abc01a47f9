use axum::extract::{Path, State};
use shared::certificate_number;
use shared::scope::Scope;
use shared::wire::{ApiErrorCode, VerifiedCertificate};

use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::row_store;
use crate::state::Server;
use crate::store::{ReadTxn, StoreError};

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

/// What a stranger may know of the certificate with this number.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn verified(
    txn: &(impl ReadTxn + ?Sized),
    number: &str,
) -> Result<Option<VerifiedCertificate>, StoreError> {
    let Some(certificate) = row_store::find_certificate(txn, number)? else {
        return Ok(None);
    };
    let card = row_store::find(txn, Scope::Public, certificate.module)?;
    Ok(Some(VerifiedCertificate::beside(certificate, card.as_ref())))
}
