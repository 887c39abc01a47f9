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

/// What only programs read may load nothing, should anybody open it.
const POLICY_OF_DATA: &str = "default-src 'none'; frame-ancestors 'none'";

/// What an answer is to a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// It may be shown or run: a page, a file of the app.
    Content,
    /// Only the app reads it: an answer of the API, which weak networks carry many times an hour.
    Data,
}

impl AnswerKind {
    /// What an answer of this media type is.
    #[must_use]
    pub fn of(content_type: Option<&HeaderValue>) -> Self {
        match content_type.and_then(|value| value.to_str().ok()) {
            Some("application/json" | "text/event-stream") => Self::Data,
            _ => Self::Content,
        }
    }
}

static OF_CONTENT: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ),
];

static OF_DATA: [(HeaderName, &str); 1] = [(header::CONTENT_SECURITY_POLICY, POLICY_OF_DATA)];

static ALWAYS: [(HeaderName, &str); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// A year, as browsers ask before they believe it.
const STRICT_TRANSPORT_SECURITY: &str = "max-age=31536000";

/// The headers of an answer of a hub that is reached over TLS or not.
pub fn security_headers(kind: AnswerKind, is_https: bool) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let own: &[_] = match kind {
        AnswerKind::Content => &OF_CONTENT,
        AnswerKind::Data => &OF_DATA,
    };
    let tls = is_https.then_some((header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT_SECURITY));
    own.iter()
        .chain(&ALWAYS)
        .cloned()
        .chain(tls)
        .map(|(name, value)| (name, HeaderValue::from_static(value)))
}

/// Puts them on an answer. The outermost layer, so that no answer passes it by.
pub async fn add_security_headers(State(server): State<Server>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let kind = AnswerKind::of(response.headers().get(header::CONTENT_TYPE));
    response
        .headers_mut()
        .extend(security_headers(kind, server.settings.public_url.is_https()));
    response
}
