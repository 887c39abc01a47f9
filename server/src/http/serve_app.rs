use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use shared::certificate_number;
use shared::lang::Lang;
use shared::wire::ApiErrorCode;

use crate::assets::Asset;
use crate::error::ApiError;
use crate::language::best_language;
use crate::pages::{self, Page};
use crate::router::is_app_page;
use crate::state::Server;

/// Files of a build never change under their address.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Kept, but asked for again each time: a page names the build.
const ASK_AGAIN: &str = "no-cache";

/// Clears what the hub keeps in a browser; it must open when nothing else does, so it is no page of the app.
const RESET: &str = "/reset";

/// Everything that is not the API: the built app's files, its pages, the way to a language.
pub(crate) async fn serve_app(State(server): State<Server>, request: Request) -> Response {
    let path = request.uri().path();
    if path == "/api" || path.starts_with("/api/") {
        return ApiError::from(ApiErrorCode::NotFound).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = ApiError::from(ApiErrorCode::MethodNotAllowed).into_response();
        response
            .headers_mut()
            .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    if path == RESET
        && let Some(file) = server.assets.get("reset.html")
    {
        return answer_file(file, request.headers(), StatusCode::OK);
    }
    if let Some(file) = server.assets.get(path) {
        // The pages have their own addresses; asked for by file name they are nothing.
        if !path.starts_with("/index.") {
            return answer_file(file, request.headers(), StatusCode::OK);
        }
    }
    match pages::file_for_robots(&server, path).await {
        Ok(Some(page)) => answer_file(&page.file, request.headers(), StatusCode::OK),
        Ok(None) => {
            let query = request.uri().query().unwrap_or_default();
            answer_page(&server, path, query, request.headers()).await
        }
        Err(error) => error.into_response(),
    }
}

/// The number of a certificate that was sent by a form, in the form in which it is printed.
fn number_asked_for(query: &str) -> Option<String> {
    let typed = form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "certificate-number")
        .map(|(_, number)| certificate_number::read(&number))?;
    let is_plain = typed
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_plain && !typed.is_empty()).then_some(typed)
}

fn see_other(address: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    if let Ok(address) = HeaderValue::try_from(address) {
        headers.insert(header::LOCATION, address);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn answer_page(server: &Server, path: &str, query: &str, headers: &HeaderMap) -> Response {
    let liked = best_language(text_of(headers, header::ACCEPT_LANGUAGE));
    let (first, rest) = split_first(path);
    if let Ok(lang) = first.parse::<Lang>() {
        if rest.trim_matches('/') == "certificates"
            && let Some(number) = number_asked_for(query)
        {
            return see_other(&format!("/{}/certificates/{number}", lang.code()));
        }
        return if is_app_page(rest) {
            public_page(server, lang, (rest, query), headers).await
        } else {
            missing_page(server, lang, rest, headers).await
        };
    }
    // An address without a language, as people type and cite it, leads to the same one with a language.
    if is_app_page(path) {
        let mut response = StatusCode::FOUND.into_response();
        let question = if query.is_empty() { "" } else { "?" };
        let place = format!("/{}{}{question}{query}", liked.code(), path.trim_end_matches('/'));
        let headers = response.headers_mut();
        if let Ok(place) = HeaderValue::try_from(place) {
            headers.insert(header::LOCATION, place);
        }
        headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        return response;
    }
    // A missing picture or script gets no page in its place; a person who took a wrong turn does.
    if text_of(headers, header::ACCEPT).contains("text/html") {
        return missing_page(server, liked, path, headers).await;
    }
    ApiError::from(ApiErrorCode::NotFound).into_response()
}

fn split_first(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split_once('/').unwrap_or((path, ""))
}

/// A page that everybody may read comes with what is on it; the app has the others to itself.
async fn public_page(
    server: &Server,
    lang: Lang,
    (rest, query): (&str, &str),
    headers: &HeaderMap,
) -> Response {
    match pages::page_at(server, lang, rest, query).await {
        Ok(Some(page)) => written_page(&page, lang, headers),
        Ok(None) => page(server, lang, headers, StatusCode::OK),
        // The app can be started all the same, and asks again by itself.
        Err(error) => page(server, lang, headers, status_of(&error, StatusCode::OK)),
    }
}

/// A page that could not be written because something is damaged must not look like one that is there.
fn status_of(error: &ApiError, otherwise: StatusCode) -> StatusCode {
    match error.code() {
        ApiErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        _ => otherwise,
    }
}

async fn missing_page(server: &Server, lang: Lang, path: &str, headers: &HeaderMap) -> Response {
    match pages::missing_page(server, lang, path).await {
        Ok(Some(page)) => written_page(&page, lang, headers),
        Ok(None) => page(server, lang, headers, StatusCode::NOT_FOUND),
        Err(error) => page(server, lang, headers, status_of(&error, StatusCode::NOT_FOUND)),
    }
}

fn written_page(page: &Page, lang: Lang, headers: &HeaderMap) -> Response {
    in_language(answer_file(&page.file, headers, page.status), lang)
}

fn in_language(mut response: Response, lang: Lang) -> Response {
    response
        .headers_mut()
        .insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.code()));
    response
}

fn page(server: &Server, lang: Lang, headers: &HeaderMap, status: StatusCode) -> Response {
    let Some(file) = server.assets.page(lang.code()) else {
        return ApiError::internal(&"the built app lacks a page").into_response();
    };
    in_language(answer_file(file, headers, status), lang)
}

fn answer_file(file: &Asset, headers: &HeaderMap, status: StatusCode) -> Response {
    let (bytes, encoding) = file.best_encoding(text_of(headers, header::ACCEPT_ENCODING));
    let is_held = status == StatusCode::OK && holds(text_of(headers, header::IF_NONE_MATCH), &file.etag);
    let mut response = if is_held {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (status, Body::from(bytes.clone())).into_response()
    };
    let caching = if file.immutable { FOR_EVER } else { ASK_AGAIN };
    let answered = response.headers_mut();
    answered.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    answered.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    // The tag names the file, not the form it travels in, so it is a weak one.
    if let Ok(tag) = HeaderValue::try_from(format!("W/{}", file.etag)) {
        answered.insert(header::ETAG, tag);
    }
    if is_held {
        return response;
    }
    answered.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    if let Some(encoding) = encoding {
        answered.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn holds(if_none_match: &str, etag: &str) -> bool {
    if_none_match
        .split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

fn text_of(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}
