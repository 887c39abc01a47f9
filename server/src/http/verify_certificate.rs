use axum::extract::{Path, State};
use shared::wire::{ApiErrorCode, VerifiedCertificate};

use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::row_store;
use crate::state::Server;

/// No number is longer; a longer text is not looked up.
const NUMBER_MOST: usize = 64;

/// Answers a stranger who holds a certificate in the hand. Numbers cannot be guessed, so a person who knows one may
/// see what is printed beside it.
pub(crate) async fn verify_certificate(
    State(server): State<Server>,
    Path(number): Path<String>,
) -> ApiResult<JsonAnswer<VerifiedCertificate>> {
    let number = as_printed(&number);
    let certificate = server
        .read(move |txn| Ok(row_store::find_certificate(txn, &number)?.ok_or(ApiErrorCode::NotFound)?))
        .await?;
    Ok(JsonAnswer(certificate.into()))
}

/// The number as it is printed, whatever the case and the blanks it was typed with.
pub(crate) fn as_printed(typed: &str) -> String {
    let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    typed
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .map(|c| if is_dash(c) { '-' } else { c.to_ascii_uppercase() })
        .take(NUMBER_MOST)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_typed_from_paper_is_the_number_on_it() {
        for typed in [
            "MTQ-2026-7F3K-9QXW",
            " mtq-2026-7f3k-9qxw ",
            "mtq–2026–7f3k–9qxw",
            "MTQ - 2026 - 7F3K - 9QXW",
        ] {
            assert_eq!(as_printed(typed), "MTQ-2026-7F3K-9QXW", "{typed}");
        }
        assert_eq!(as_printed(&"x".repeat(10_000)).len(), NUMBER_MOST);
    }
}
