//! JSON in and out: the one way in which handlers read bodies and write answers.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::wire::ApiErrorCode;
use std::future::poll_fn;
use std::pin::Pin;
use tokio::time::{Instant, timeout_at};

use crate::connections::Activity;
use crate::error::ApiError;
use crate::overload::RequestPermit;

/// The most bytes of a body where a route does not say otherwise: every form fits many times.
pub const SMALL_BODY: usize = 32 * 1024;

/// How long a client may be silent in the middle of a body.
const LONGEST_PAUSE: Duration = Duration::from_secs(20);

/// How long a whole body may take: a full push over a 2G line.
const LONGEST_BODY: Duration = Duration::from_secs(240);

/// From when on a body must have come at [`SLOWEST`] on average: a weak network may take its time to begin.
const GRACE: Duration = Duration::from_secs(20);

/// Bytes a second; the weakest GPRS brings twice as much.
const SLOWEST: u32 = 512;

/// How many bytes this route takes; put beside the request by the router.
#[derive(Clone, Copy, Debug)]
pub struct BodyLimit(pub usize);

/// A body read as JSON of the shape `T`.
#[derive(Debug)]
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for JsonBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let bytes = read_json_bytes(request).await?;
        parse(&bytes).map(Self)
    }
}

/// Reads a whole body that is declared as JSON, and then takes a place for its request (see `overload.rs`).
///
/// # Errors
/// [`ApiErrorCode::UnsupportedType`], [`ApiErrorCode::TooLarge`], [`ApiErrorCode::Malformed`] when it breaks off,
/// [`ApiErrorCode::Unavailable`] when it comes too slowly or there is no room.
pub async fn read_json_bytes(request: Request) -> Result<Bytes, ApiError> {
    if !is_json(request.headers()) {
        return Err(ApiErrorCode::UnsupportedType.into());
    }
    let limit = request
        .extensions()
        .get::<BodyLimit>()
        .map_or(SMALL_BODY, |limit| limit.0);
    let turn = request.extensions().get::<RequestPermit>().cloned();
    let activity = request.extensions().get::<Activity>().cloned();
    let mut body = Reading {
        body: request.into_body(),
        limit,
        turn,
        activity,
    };
    let bytes = body.read().await?;
    if let Some(turn) = body.turn {
        turn.take_place().await?;
    }
    Ok(bytes)
}

/// Reads JSON text.
///
/// # Errors
/// [`ApiErrorCode::Malformed`].
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    serde_json::from_slice(bytes).map_err(|_| ApiErrorCode::Malformed.into())
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(declared) = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
    else {
        return false;
    };
    let essence = declared.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}

/// A body on its way.
struct Reading {
    body: Body,
    limit: usize,
    turn: Option<RequestPermit>,
    activity: Option<Activity>,
}

impl Reading {
    async fn read(&mut self) -> Result<Bytes, ApiError> {
        // A length that is declared too large is refused before a byte of it is read.
        if self.body.size_hint().lower() > self.limit as u64 {
            return Err(ApiErrorCode::TooLarge.into());
        }
        let begun = Instant::now();
        let mut read = Vec::new();
        while let Some(data) = self.next(begun, read.len()).await? {
            if read.len() + data.len() > self.limit {
                return Err(ApiErrorCode::TooLarge.into());
            }
            if let Some(turn) = &self.turn {
                turn.hold_bytes(read.len() + data.len())?;
            }
            read.extend_from_slice(&data);
        }
        Ok(read.into())
    }

    /// The next piece, unless it keeps the server waiting for too long.
    async fn next(&mut self, begun: Instant, read: usize) -> Result<Option<Bytes>, ApiError> {
        let due = Duration::from_secs(read as u64) / SLOWEST;
        let end = begun + LONGEST_BODY.min(GRACE + due);
        let pause = end.min(Instant::now() + LONGEST_PAUSE);
        let _waits = self.activity.as_ref().map(Activity::waits_for_client);
        let body = &mut self.body;
        let frame = timeout_at(pause, poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)))
            .await
            .map_err(|_| ApiError::from(ApiErrorCode::Unavailable))?;
        match frame {
            None => Ok(None),
            Some(Ok(frame)) => Ok(Some(frame.into_data().unwrap_or_default())),
            Some(Err(_)) => Err(ApiErrorCode::Malformed.into()),
        }
    }
}

/// Answers with `T` as JSON.
#[derive(Debug)]
pub struct JsonAnswer<T>(pub T);

impl<T: Serialize> IntoResponse for JsonAnswer<T> {
    fn into_response(self) -> Response {
        json_answer(&self.0)
    }
}

/// `value` as a JSON answer that no cache keeps: it is for one person at one moment.
pub(crate) fn json_answer<T: Serialize>(value: &T) -> Response {
    let Ok(text) = serde_json::to_vec(value) else {
        // Only a map with keys that are not text could do this, and no answer has one.
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, text).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read_at_most(body: Body, limit: usize) -> Result<Bytes, ApiError> {
        let mut reading = Reading {
            body,
            limit,
            turn: None,
            activity: None,
        };
        reading.read().await
    }

    #[test]
    fn only_json_is_json() {
        let cases = [
            ("application/json", true),
            ("Application/JSON; charset=utf-8", true),
            ("text/plain", false),
            ("application/x-www-form-urlencoded", false),
            ("application/jsonp", false),
        ];
        for (declared, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(declared));
            assert_eq!(is_json(&headers), expected, "{declared}");
        }
        assert!(!is_json(&HeaderMap::new()));
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_stops_in_the_middle_does_not_hold_its_reader() {
        struct Silent;
        impl HttpBody for Silent {
            type Data = Bytes;
            type Error = std::io::Error;
            fn poll_frame(
                self: Pin<&mut Self>,
                _: &mut std::task::Context<'_>,
            ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, std::io::Error>>> {
                std::task::Poll::Pending
            }
        }
        let refused = read_at_most(Body::new(Silent), 10).await.unwrap_err();
        assert_eq!(refused.code(), ApiErrorCode::Unavailable);
    }

    /// Brings so many bytes every second, without end.
    struct Dripping {
        bytes: usize,
        timer: tokio::time::Interval,
    }

    impl HttpBody for Dripping {
        type Data = Bytes;
        type Error = std::io::Error;
        fn poll_frame(
            mut self: Pin<&mut Self>,
            cx: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, std::io::Error>>> {
            let bytes = self.bytes;
            self.timer
                .poll_tick(cx)
                .map(|_| Some(Ok(hyper::body::Frame::data(vec![b' '; bytes].into()))))
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_drips_is_let_go_and_one_over_a_weak_network_is_not() {
        let begun = Instant::now();
        for (bytes, code, within) in [
            (10, ApiErrorCode::Unavailable, GRACE * 2),
            // Reaches its limit in the end: it was read to there.
            (2_000, ApiErrorCode::TooLarge, LONGEST_BODY),
        ] {
            let timer = tokio::time::interval(Duration::from_secs(1));
            let body = Body::new(Dripping { bytes, timer });
            let before = Instant::now();
            let refused = read_at_most(body, 200_000).await.unwrap_err();
            assert_eq!(refused.code(), code, "{bytes} bytes a second");
            assert!(before.elapsed() < within, "{bytes}: {:?}", before.elapsed());
        }
        assert!(begun.elapsed() > GRACE);
    }

    #[tokio::test]
    async fn a_body_over_its_limit_is_refused_whether_it_says_so_or_not() {
        let exact = read_at_most(Body::from("12345"), 5).await.unwrap();
        assert_eq!(&exact[..], b"12345");
        let refused = read_at_most(Body::from("123456"), 5).await.unwrap_err();
        assert_eq!(refused.code(), ApiErrorCode::TooLarge);
    }
}
