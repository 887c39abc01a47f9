//! Errors at the edge. Inside, each concern has its own error type; here each becomes a code that the app
//! translates. What went wrong in the server is written to the log once, here, and never told to the browser.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use shared::refusal::Refusal;
use shared::wire::{self, ApiErrorCode};

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::json::json_answer;

/// An answer that is not a success.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError(wire::ApiError);

/// What handlers answer.
pub type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    /// The same answer, asking the client to wait this many seconds.
    #[must_use]
    pub fn retry_after(code: ApiErrorCode, seconds: u32) -> Self {
        Self(wire::ApiError {
            code,
            refusal: None,
            retry_after: Some(seconds.max(1)),
        })
    }

    /// A failure of the server itself: written to the log here, the browser learns only that it failed. The same
    /// cause is written again after an hour at the earliest: a damaged row would otherwise fill the log.
    pub fn internal(failure: &(dyn std::fmt::Display + Sync)) -> Self {
        if is_new(failure.to_string(), Instant::now()) {
            tracing::error!(error.cause = %failure, "a request failed inside the server");
        }
        ApiErrorCode::Internal.into()
    }

    /// The stable reason.
    #[must_use]
    pub fn code(&self) -> ApiErrorCode {
        self.0.code
    }

    /// What is wrong with which field, for [`ApiErrorCode::Refused`].
    #[must_use]
    pub const fn refusal(&self) -> Option<&Refusal> {
        self.0.refusal.as_ref()
    }
}

/// How long a cause that was written to the log is not written again.
const QUIET: Duration = Duration::from_secs(60 * 60);

/// How many causes are remembered; with more of them the oldest may be written again earlier.
const CAUSES_MOST: usize = 64;

fn is_new(cause: String, now: Instant) -> bool {
    static WRITTEN: Mutex<VecDeque<(String, Instant)>> = Mutex::new(VecDeque::new());
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    written.retain(|(_, at)| now.saturating_duration_since(*at) < QUIET);
    if written.iter().any(|(held, _)| *held == cause) {
        return false;
    }
    written.truncate(CAUSES_MOST - 1);
    written.push_front((cause, now));
    true
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code().code())
    }
}

impl std::error::Error for ApiError {}

impl From<ApiErrorCode> for ApiError {
    fn from(code: ApiErrorCode) -> Self {
        Self(wire::ApiError {
            code,
            refusal: None,
            retry_after: None,
        })
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self(wire::ApiError {
            code: ApiErrorCode::Refused,
            refusal: Some(refusal),
            retry_after: None,
        })
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.0.retry_after;
        let mut response = json_answer(&self.0);
        *response.status_mut() = status;
        if let Some(seconds) = retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_cause_is_written_once_an_hour() {
        let now = Instant::now();
        let is_new =
            |cause: &str, seconds| is_new(format!("test: {cause}"), now + Duration::from_secs(seconds));
        assert!(is_new("a row", 0) && is_new("another", 1));
        assert!(!is_new("a row", 2) && !is_new("a row", 3_599));
        assert!(is_new("a row", 3_600));
        for number in 0..1_000 {
            assert!(is_new(&number.to_string(), 3_601));
        }
        assert!(is_new("a row", 3_602), "what is remembered is bounded");
    }
}
