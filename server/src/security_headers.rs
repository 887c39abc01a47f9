//! What every answer says to the browser about safety, errors included.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::state::Server;

/// Scripts, styles and pictures come from this hub alone; nothing inline, nothing framed. WebAssembly needs
/// `'wasm-unsafe-eval'`, which allows no script. Pictures may be data: addresses for the QR code.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'";

static ALWAYS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ),
];

/// A year, as browsers ask before they believe it.
const STRICT_TRANSPORT_SECURITY: &str = "max-age=31536000";

/// The headers of an answer of a hub that is reached over TLS or not.
pub fn security_headers(is_https: bool) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let tls = is_https.then_some((header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT_SECURITY));
    ALWAYS
        .iter()
        .cloned()
        .chain(tls)
        .map(|(name, value)| (name, HeaderValue::from_static(value)))
}

/// Puts them on an answer. The outermost layer, so that no answer passes it by.
pub async fn add_security_headers(State(server): State<Server>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .extend(security_headers(server.settings.public_url.is_https()));
    response
}
