//! Large answers of the API travel compressed. Files of the app are compressed when they are built.
//!
//! Brotli alone: every browser that can run the app takes it over TLS, and on one's own machine without.

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::assets::accepts;

/// Below this, one packet holds it anyway.
const WORTH_IT: u64 = 1_400;

/// Five of eleven: most of the gain for a small part of the time.
const QUALITY: u32 = 5;
const WINDOW: u32 = 20;

/// Compresses a JSON answer when it is large and the client takes it.
pub(crate) async fn compress_large_answers(request: Request, next: Next) -> Response {
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
    let whole = plain.clone();
    let Ok(Some(small)) = tokio::task::spawn_blocking(move || compressed(&whole)).await else {
        return Response::from_parts(parts, Body::from(plain));
    };
    parts
        .headers
        .insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(small))
}

/// The brotli form of some bytes.
pub(crate) fn compressed(plain: &Bytes) -> Option<Vec<u8>> {
    let mut small = Vec::with_capacity(plain.len() / 4);
    let mut writer = brotli::CompressorWriter::new(&mut small, 64 * 1024, QUALITY, WINDOW);
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
        let small = compressed(&Bytes::from(text.clone())).unwrap();
        assert!(small.len() < text.len() / 20, "{}", small.len());
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
        assert_eq!(String::from_utf8(back).unwrap(), text);
    }
}
