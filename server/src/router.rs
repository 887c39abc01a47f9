//! The table of contents: what the server answers, and which pages the app has.

use axum::Router;
use axum::extract::Extension;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{delete, get, post};
use shared::wire::{ApiErrorCode, PULL_SCOPES, PUSH_BYTES};

use crate::compress::compress_large_answers;
use crate::error::ApiError;
use crate::http::accept_invitation::accept_invitation;
use crate::http::change_password::change_password;
use crate::http::check_health::check_health;
use crate::http::end_session::end_session;
use crate::http::find_by_slug::find_experience;
use crate::http::find_person::find_person;
use crate::http::issue_recovery::issue_recovery;
use crate::http::keep_session::keep_session;
use crate::http::list_sessions::list_sessions;
use crate::http::look_at_invitation::look_at_invitation;
use crate::http::look_at_recovery::look_at_recovery;
use crate::http::open_change_events::open_change_events;
use crate::http::pull_rows::pull_rows;
use crate::http::push_mutations::push_mutations;
use crate::http::recover::recover;
use crate::http::search::search;
use crate::http::search_people::search_people;
use crate::http::serve_app::serve_app;
use crate::http::show_hub::show_hub;
use crate::http::show_session::show_session;
use crate::http::sign_in::sign_in;
use crate::http::sign_in_demonstration::sign_in_demonstration;
use crate::http::sign_out::sign_out;
use crate::http::verify_certificate::verify_certificate;
use crate::json::{BodyLimit, SMALL_BODY};
use crate::overload::refuse_overload;
use crate::rate::count_address;
use crate::request_log::log_request;
use crate::same_origin::require_same_origin;
use crate::security_headers::add_security_headers;
use crate::state::Server;

/// An address of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// `GET`, `POST` or `DELETE`.
    pub method: &'static str,
    /// The address, with `{…}` where something is filled in.
    pub path: &'static str,
    /// The most bytes of a body.
    pub body: usize,
}

macro_rules! routes {
    ($($method:ident $path:literal takes $body:expr => $handler:ident;)*) => {
        /// Every address of the API, for the test that tries each in every role.
        pub const ROUTES: &[Route] = &[$(Route {
            method: method_name!($method),
            path: $path,
            body: $body,
        }),*];

        fn api() -> Router<Server> {
            Router::new()$(.route($path, $method($handler).layer(Extension(BodyLimit($body)))))*
        }
    };
}

macro_rules! method_name {
    (get) => {
        "GET"
    };
    (post) => {
        "POST"
    };
    (delete) => {
        "DELETE"
    };
}

/// The mutations of one push and the request around them.
const PUSH: usize = PUSH_BYTES + 64 * 1024;

/// Reading takes no body.
const NOTHING: usize = 0;

/// The cursors of as many scopes as one pull may name, each at its longest, and the request around them.
const CURSORS: usize = PULL_SCOPES * 128 + 4 * 1024;

routes! {
    // Sync
    post   "/api/push"                    takes PUSH       => push_mutations;
    post   "/api/pull"                    takes CURSORS    => pull_rows;
    get    "/api/poke"                    takes NOTHING    => open_change_events;

    // Who is there
    get    "/api/hub"                     takes NOTHING    => show_hub;
    get    "/api/session"                 takes NOTHING    => show_session;
    post   "/api/session/keep"            takes SMALL_BODY => keep_session;
    post   "/api/sign-in"                 takes SMALL_BODY => sign_in;
    post   "/api/sign-in/demonstration"   takes SMALL_BODY => sign_in_demonstration;
    post   "/api/sign-out"                takes SMALL_BODY => sign_out;

    // The way to an account, and the account
    post   "/api/invitation/look"         takes SMALL_BODY => look_at_invitation;
    post   "/api/invitation/accept"       takes SMALL_BODY => accept_invitation;
    post   "/api/recovery/issue"          takes SMALL_BODY => issue_recovery;
    post   "/api/recovery/look"           takes SMALL_BODY => look_at_recovery;
    post   "/api/recovery"                takes SMALL_BODY => recover;
    post   "/api/account/password"        takes SMALL_BODY => change_password;
    get    "/api/account/sessions"        takes NOTHING    => list_sessions;
    delete "/api/account/sessions/{id}"   takes NOTHING    => end_session;

    // Coordination
    get    "/api/people"                  takes NOTHING    => search_people;
    get    "/api/people/{id}"             takes NOTHING    => find_person;

    // What a stranger may look up
    get    "/api/certificates/{number}"   takes NOTHING    => verify_certificate;
    get    "/api/experiences/{slug}"      takes NOTHING    => find_experience;
    get    "/api/search"                  takes NOTHING    => search;
}

/// Whether the app has a page at this address below a language.
#[must_use]
pub fn is_app_page(path: &str) -> bool {
    app::server::part_at(path).is_some()
}

/// Everything that the server answers.
pub fn router(server: Server) -> Router {
    // The last layer is the first to see a request.
    let api = api()
        .method_not_allowed_fallback(refuse_method)
        .layer(from_fn_with_state(server.clone(), compress_large_answers))
        .layer(from_fn_with_state(server.clone(), require_same_origin))
        .layer(from_fn_with_state(server.clone(), refuse_overload))
        .layer(from_fn_with_state(server.clone(), count_address));
    Router::new()
        .route("/healthz", get(check_health))
        .method_not_allowed_fallback(refuse_method)
        .merge(api)
        .fallback(serve_app)
        .layer(from_fn(log_request))
        .layer(from_fn_with_state(server.clone(), add_security_headers))
        .with_state(server)
}

async fn refuse_method() -> Response {
    ApiError::from(ApiErrorCode::MethodNotAllowed).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_below_a_language_is_a_page_or_not() {
        for page in [
            "",
            "/",
            "learn",
            "learn/first-30-days/quiz",
            "experiences/write",
            "experiences/write/1",
            "mine/",
        ] {
            assert!(is_app_page(page), "{page}");
        }
        for nothing in ["nothing", "learn/a/b/c", "mine/x", "learn//x", "index.html"] {
            assert!(!is_app_page(nothing), "{nothing}");
        }
    }
}
