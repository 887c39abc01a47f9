use axum::extract::RawQuery;
use axum::extract::State;
use shared::lang::Lang;
use shared::limits;
use shared::wire::{ApiErrorCode, SearchAnswer};

use crate::error::ApiResult;
use crate::json::JsonAnswer;
use crate::state::Server;

/// Searches what a visitor may read, for visitors and signed-in people alike: `q` is the question, `lang` the language of
/// the reader, Arabic where none is named. A question is not written to any log.
pub(crate) async fn search(
    State(server): State<Server>,
    RawQuery(asked): RawQuery,
) -> ApiResult<JsonAnswer<SearchAnswer>> {
    let (mut q, mut lang) = (String::new(), Lang::Ar);
    for (name, value) in form_urlencoded::parse(asked.unwrap_or_default().as_bytes()) {
        match &*name {
            "q" => q = value.into_owned(),
            "lang" => lang = value.parse().map_err(|_| ApiErrorCode::Malformed)?,
            _ => {}
        }
    }
    limits::at_most("q", &q, limits::QUESTION)?;
    let reader = Server::clone(&server);
    let answer = server
        .read_much(move |txn| Ok(reader.search.answer(txn, &q, lang)?))
        .await?;
    Ok(JsonAnswer(answer))
}
