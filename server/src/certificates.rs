//! Reads certificates by number.

use shared::scope::Scope;
use shared::wire::VerifiedCertificate;

use crate::row_store;
use crate::store::{ReadTxn, StoreError};

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
