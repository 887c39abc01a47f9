//! One log line per answered request: what was asked by its route, never by its full address, and how it went.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;

/// Writes the line. Failures of the server were written where they were handled; here they only count.
pub(crate) async fn log_request(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let took = begun.elapsed().as_secs_f64() * 1_000.0;
    match route.as_ref().map(MatchedPath::as_str) {
        Some(route) if route != "/healthz" => tracing::info!(
            http.method = %method,
            http.route = route,
            http.status = status,
            http.took_ms = took,
            "a request was answered"
        ),
        route => tracing::debug!(
            http.method = %method,
            http.route = route,
            http.status = status,
            http.took_ms = took,
            "a page or file was answered"
        ),
    }
    response
}
