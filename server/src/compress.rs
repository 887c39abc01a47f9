//! Large answers of the API travel compressed. Files of the app are compressed when they are built.
//!
//! Brotli alone: every browser that can run the app takes it over TLS, and on one's own machine without.

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::assets::accepts;
use crate::state::Server;

/// Below this, one packet holds it anyway.
const WORTH_IT: u64 = 1_400;

/// From this size on an answer is a first synchronisation, for which a phone waits: it is made smaller.
const MANY_ROWS: usize = 64 * 1024;

/// Of eleven. An answer of some twenty rows is a packet or two either way, and three takes less than half the time of
/// five for a tenth more of bytes; with many rows five saves a quarter.
const FEW: Effort = Effort {
    quality: 3,
    window: 18,
};
const MANY: Effort = Effort {
    quality: 5,
    window: 20,
};

/// For what is compressed once and answered often.
pub(crate) const KEPT: Effort = MANY;

/// How much time compressing may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    quality: u32,
    /// The base-2 logarithm of the bytes that it looks back.
    window: u32,
}

/// Compresses a JSON answer when it is large and the client takes it.
pub(crate) async fn compress_large_answers(
    State(server): State<Server>,
    request: Request,
    next: Next,
) -> Response {
    let takes_brotli = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| accepts(value, "br"));
    let mut response = next.run(request).await;
    let is_json = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value == "application/json");
    if !is_json {
        return response;
    }
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let is_large = response
        .body()
        .size_hint()
        .exact()
        .is_some_and(|size| size >= WORTH_IT);
    if !takes_brotli || !is_large {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // The body is in memory already; collecting it cannot fail and copies nothing.
    let Ok(plain) = axum::body::to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    // It is closed by nobody; without a permit the answer would travel as it is.
    let Ok(_permit) = server.compressing.acquire().await else {
        return Response::from_parts(parts, Body::from(plain));
    };
    let effort = if plain.len() < MANY_ROWS { FEW } else { MANY };
    let whole = plain.clone();
    let Ok(Some(small)) = tokio::task::spawn_blocking(move || compressed(&whole, effort)).await else {
        return Response::from_parts(parts, Body::from(plain));
    };
    parts
        .headers
        .insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(small))
}

/// The brotli form of some bytes.
pub(crate) fn compressed(plain: &Bytes, effort: Effort) -> Option<Vec<u8>> {
    let mut small = Vec::with_capacity(plain.len() / 4);
    let mut writer = brotli::CompressorWriter::new(&mut small, 64 * 1024, effort.quality, effort.window);
    std::io::Write::write_all(&mut writer, plain).ok()?;
    drop(writer);
    Some(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_comes_back_whole() {
        let text = "شفافية ".repeat(5_000);
        for effort in [FEW, MANY] {
            let small = compressed(&Bytes::from(text.clone()), effort).unwrap();
            assert!(small.len() < text.len() / 20, "{effort:?}: {}", small.len());
            let mut back = Vec::new();
            brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
            assert_eq!(String::from_utf8(back).unwrap(), text);
        }
    }
}
