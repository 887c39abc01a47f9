//! Requests that are not synchronisation: accounts, invitations, certificates, addresses. Pages of the account
//! call these; everything else goes through the replica.

mod failure;

pub(crate) use failure::{ApiFailure, refusal_words};

use gloo_net::http::{Request, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::ids::{ExperienceId, PersonId};
use shared::json;
use shared::lang::Lang;
use shared::records::Person;
use shared::wire::{
    AcceptInvitation, ApiError, ApiErrorCode, ChangePassword, DemonstrationSignIn, FoundPeople, HubSettings,
    InvitationOffer, IssueRecovery, IssuedRecovery, KeepSession, LookAtInvitation, LookAtRecovery, Recover,
    RecoveryOffer, SearchAnswer, SessionLine, SignInRequest, SignedIn, VerifiedCertificate,
};

type Answer<T> = Result<T, ApiFailure>;

/// What the app must know before anybody signs in.
pub(crate) async fn hub() -> Answer<HubSettings> {
    get("/api/hub").await
}

/// Who is signed in; [`ApiErrorCode::NotSignedIn`] for nobody.
pub(crate) async fn session() -> Answer<SignedIn> {
    get("/api/session").await
}

/// Opens a session. Pages call `session::sign_in`, which also opens the person's replica.
pub(crate) async fn sign_in(request: &SignInRequest) -> Answer<SignedIn> {
    post("/api/sign-in", request).await
}

/// Opens a session as one of the people of a demonstration.
pub(crate) async fn sign_in_to_demonstration(request: &DemonstrationSignIn) -> Answer<SignedIn> {
    post("/api/sign-in/demonstration", request).await
}

/// Ends the session.
pub(crate) async fn sign_out() -> Answer<()> {
    let answer = send(json_post("/api/sign-out"), &serde_json::json!({})).await?;
    checked(answer).await.map(|_| ())
}

/// Has the browser keep the session when it is closed, or drop it then.
pub(crate) async fn keep_session(keep: bool) -> Answer<()> {
    let answer = send(json_post("/api/session/keep"), &KeepSession { keep }).await?;
    checked(answer).await.map(|_| ())
}

/// What an invitation offers.
pub(crate) async fn look_at_invitation(secret: String) -> Answer<InvitationOffer> {
    post("/api/invitation/look", &LookAtInvitation { secret }).await
}

/// Opens an account and a session with it. Pages call `session::accept_invitation`.
pub(crate) async fn accept_invitation(request: &AcceptInvitation) -> Answer<SignedIn> {
    post("/api/invitation/accept", request).await
}

/// Makes a link with which somebody sets a forgotten password anew.
pub(crate) async fn issue_recovery(person: PersonId) -> Answer<IssuedRecovery> {
    post("/api/recovery/issue", &IssueRecovery { person }).await
}

/// Whose password such a link sets.
pub(crate) async fn look_at_recovery(secret: String) -> Answer<RecoveryOffer> {
    post("/api/recovery/look", &LookAtRecovery { secret }).await
}

/// Sets the password and opens a session. Pages call `session::recover`.
pub(crate) async fn recover(request: &Recover) -> Answer<SignedIn> {
    post("/api/recovery", request).await
}

/// Changes the password.
pub(crate) async fn change_password(request: &ChangePassword) -> Answer<()> {
    let answer = send(json_post("/api/account/password"), request).await?;
    checked(answer).await.map(|_| ())
}

/// The devices that are signed in.
pub(crate) async fn sessions() -> Answer<Vec<SessionLine>> {
    get("/api/account/sessions").await
}

/// Ends one of them.
pub(crate) async fn end_session(id: &str) -> Answer<()> {
    let address = format!("/api/account/sessions/{id}");
    let answer = send(
        Request::delete(&address).header("content-type", "application/json"),
        &serde_json::json!({}),
    )
    .await?;
    checked(answer).await.map(|_| ())
}

/// People with an account, for coordinators: who is found by these words, after this person.
pub(crate) async fn people(question: &str, after: Option<PersonId>) -> Answer<FoundPeople> {
    let after = after.map(|id| format!("&after={id}")).unwrap_or_default();
    get(&format!("/api/people?q={}{after}", encoded(question))).await
}

/// A person as they are now, for coordinators.
pub(crate) async fn person(id: PersonId) -> Answer<Person> {
    get(&format!("/api/people/{id}")).await
}

/// What a stranger may know of a certificate.
pub(crate) async fn certificate(number: &str) -> Answer<VerifiedCertificate> {
    get(&format!("/api/certificates/{}", encoded(number))).await
}

#[derive(serde::Deserialize)]
struct Found<Id> {
    id: Id,
}

/// The experience at an address, when no card with this slug is held.
pub(crate) async fn experience_at(slug: &str) -> Answer<ExperienceId> {
    get::<Found<_>>(&format!("/api/experiences/{}", encoded(slug)))
        .await
        .map(|found| found.id)
}

/// What a question finds on the hub, in the best language for a reader of `lang`.
pub(crate) async fn search(question: &str, lang: Lang) -> Answer<SearchAnswer> {
    get(&format!(
        "/api/search?q={}&lang={}",
        encoded(question),
        lang.code()
    ))
    .await
}

fn encoded(part: &str) -> String {
    js_sys::encode_uri_component(part).into()
}

fn json_post(address: &str) -> RequestBuilder {
    Request::post(address).header("content-type", "application/json")
}

async fn get<T: DeserializeOwned>(address: &str) -> Answer<T> {
    let answer = Request::get(address)
        .send()
        .await
        .map_err(|_| ApiFailure::Unreachable)?;
    read(checked(answer).await?).await
}

/// Posts JSON and reads JSON. Also used by the replica for push and pull.
pub(crate) async fn post<T: DeserializeOwned>(address: &str, body: &impl Serialize) -> Answer<T> {
    let answer = send(json_post(address), body).await?;
    read(checked(answer).await?).await
}

async fn send(request: RequestBuilder, body: &impl Serialize) -> Answer<Response> {
    let text = serde_json::to_string(body).map_err(|_| ApiFailure::of(ApiErrorCode::Malformed))?;
    request
        .body(text)
        .map_err(|_| ApiFailure::of(ApiErrorCode::Malformed))?
        .send()
        .await
        .map_err(|_| ApiFailure::Unreachable)
}

async fn checked(answer: Response) -> Answer<Response> {
    if answer.ok() {
        return Ok(answer);
    }
    // A proxy in between answers without our body; its status still says whether to try again.
    match read_body::<ApiError>(&answer).await {
        Some(error) => Err(ApiFailure::Refused(error)),
        None if answer.status() == 401 => Err(ApiFailure::of(ApiErrorCode::NotSignedIn)),
        None => Err(ApiFailure::Refused(ApiError {
            code: ApiErrorCode::Unavailable,
            refusal: None,
            retry_after: answer
                .headers()
                .get("retry-after")
                .and_then(|seconds| seconds.parse().ok()),
        })),
    }
}

async fn read<T: DeserializeOwned>(answer: Response) -> Answer<T> {
    let text = answer.text().await.map_err(|_| ApiFailure::Unreachable)?;
    // What is no JSON breaks off or is not ours: another network's sign-in page, for example.
    let value: Value = serde_json::from_str(&text).map_err(|_| ApiFailure::Unreachable)?;
    json::from_value(value).map_err(|_| ApiFailure::Unreadable)
}

async fn read_body<T: DeserializeOwned>(answer: &Response) -> Option<T> {
    let text = answer.text().await.ok()?;
    json::from_str(&text).ok()
}
