//! Requests that change something must come from the hub's own pages.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shared::wire::ApiErrorCode;

use crate::error::ApiError;
use crate::state::Server;

/// Refuses what another site sent. Reading is free: answers carry no permission for other sites to read them.
pub(crate) async fn require_same_origin(
    State(server): State<Server>,
    request: Request,
    next: Next,
) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if changes && !is_same_origin(request.headers(), server.settings.public_url.origin()) {
        return ApiError::from(ApiErrorCode::CrossSite).into_response();
    }
    next.run(request).await
}

/// Whether a browser says that the request comes from a page of this hub. A browser always says one of the two
/// things asked for here with a request that changes something, so silence comes from none and is refused.
fn is_same_origin(headers: &HeaderMap, public_origin: &str) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &header::HeaderValue| value.to_str().ok())
    };
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return site == "same-origin";
    }
    let Some(origin) = text(header::ORIGIN) else {
        return false;
    };
    if origin == public_origin {
        return true;
    }
    // Reached by another name than the public one (a tunnel, a name in the local network): then the page that
    // sent it must at least come from the host that it was sent to, by a scheme that this hub is reached by.
    let host = text(header::HOST).unwrap_or_default();
    let Some((scheme, host_of_origin)) = origin.split_once("://") else {
        return false;
    };
    // A hub that is public by https alone takes nothing from a page that anybody on the way could have written,
    // but for the machine's own names, which never leave it.
    let may_be_plain = public_origin.starts_with("http://") || is_loopback(host);
    let is_known_scheme = scheme == "https" || (scheme == "http" && may_be_plain);
    is_known_scheme && !host.is_empty() && host_of_origin.eq_ignore_ascii_case(host)
}

/// Whether `host`, with or without a port, names the machine itself.
fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    name.eq_ignore_ascii_case("localhost")
        || name
            .trim_matches(['[', ']'])
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    #[test]
    fn only_the_hubs_own_pages_change_something() {
        const OURS: &str = "https://hub.example.ma";
        type Headers = &'static [(&'static str, &'static str)];
        let cases: [(&str, Headers, bool); 18] = [
            ("nothing said", &[], false),
            ("own page", &[("sec-fetch-site", "same-origin")], true),
            ("a subdomain", &[("sec-fetch-site", "same-site")], false),
            ("a link typed in", &[("sec-fetch-site", "none")], false),
            (
                "another site that guesses the origin",
                &[("sec-fetch-site", "cross-site"), ("origin", OURS)],
                false,
            ),
            ("older browser", &[("origin", OURS)], true),
            (
                "older browser, other site",
                &[("origin", "https://evil.example")],
                false,
            ),
            ("no origin to tell", &[("origin", "null")], false),
            (
                "by its local name",
                &[("origin", "http://localhost:8080"), ("host", "localhost:8080")],
                true,
            ),
            (
                "by its address in the machine",
                &[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")],
                true,
            ),
            (
                "by its longer address in the machine",
                &[("origin", "http://[::1]:8080"), ("host", "[::1]:8080")],
                true,
            ),
            (
                "by a second name",
                &[("origin", "https://tunnel.example"), ("host", "tunnel.example")],
                true,
            ),
            (
                "its own name without encryption",
                &[("origin", "http://hub.example.ma"), ("host", "hub.example.ma")],
                false,
            ),
            (
                "a second name without encryption",
                &[("origin", "http://tunnel.example"), ("host", "tunnel.example")],
                false,
            ),
            (
                "another scheme",
                &[("origin", "ftp://localhost:8080"), ("host", "localhost:8080")],
                false,
            ),
            (
                "an extension of the browser",
                &[
                    ("origin", "chrome-extension://localhost:8080"),
                    ("host", "localhost:8080"),
                ],
                false,
            ),
            (
                "a name that begins like the machine's",
                &[
                    ("origin", "http://localhost.example"),
                    ("host", "localhost.example"),
                ],
                false,
            ),
            (
                "another port",
                &[("origin", "http://localhost:9090"), ("host", "localhost:8080")],
                false,
            ),
        ];
        for (name, given, expected) in cases {
            let headers = given
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect();
            assert_eq!(is_same_origin(&headers, OURS), expected, "{name}");
        }
        // A hub in a local network without encryption is reached by whatever names the network gives it.
        let headers = [("origin", "http://hub.local"), ("host", "hub.local")]
            .into_iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        assert!(is_same_origin(&headers, "http://192.0.2.7:8080"));
        assert!(!is_same_origin(&headers, OURS));
    }
}
