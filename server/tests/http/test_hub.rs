//! A hub in memory, with the people a test names, acted on through its router as a browser would.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, Response, StatusCode, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use server::accounts::credentials::Credentials;
use server::accounts::invitations::{self, NewPerson};
use server::accounts::secrets::{Secret, SecretHash};
use server::accounts::sessions::{self, Session};
use server::address::PeerAddress;
use server::assets::Assets;
use server::clock::Clock;
use server::database::Database;
use server::disk_space::DiskSpace;
use server::entropy::OsEntropy;
use server::error::ApiError;
use server::import;
use server::rate::Rates;
use server::router::router;
use server::security_headers::{AnswerKind, security_headers};
use server::state::{Server, ServerState, Settings};
use server::store::{MemoryStore, Store, WriteTxn};
use shared::ids::{CollectivityId, DeviceId, MutationId};
use shared::lang::Lang;
use shared::mutation::Mutation;
use shared::records::{Answer as QuizAnswer, Choice, InvitedAs, Person, Question, QuestionKind, Roles};
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityRole, NetworkRole};
use shared::wire::{Envelope, Outcome, PROTOCOL, PushRequest, PushResponse};
use tower::ServiceExt as _;

pub(crate) const ORIGIN: &str = "https://hub.test";
/// Whom people without a focal point ask for an invitation.
pub(crate) const CONTACT: &str = "coordination@network.example";
pub(crate) const MODULE: &str = "first-30-days";
pub(crate) const EXPERIENCE: &str = "tinghir-participatory-budget";

/// Noon of some day; tests move on from there.
const START: i64 = 1_795_434_000_000;

pub(crate) struct TestHub {
    pub(crate) server: Server,
    router: Router,
    passed_ms: Arc<AtomicI64>,
    people: BTreeMap<String, (Person, Secret)>,
    devices: BTreeMap<String, (DeviceId, AtomicU64)>,
}

/// How a hub differs from the usual.
pub(crate) struct TestOptions {
    pub(crate) rates: Rates,
    pub(crate) requests_at_a_time: usize,
    pub(crate) demonstration: bool,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) public_url: &'static str,
    pub(crate) disk: Arc<DiskSpace>,
}

impl Default for TestOptions {
    fn default() -> Self {
        Self {
            rates: Rates::default(),
            requests_at_a_time: 64,
            demonstration: false,
            store: Arc::new(MemoryStore::default()),
            public_url: ORIGIN,
            disk: Arc::default(),
        }
    }
}

impl TestHub {
    /// A hub that holds a small library: the regions and provinces, three communes (Tinghir and Agadir are
    /// members, Tétouan is none), one module, one experience of Tinghir.
    pub(crate) async fn init() -> Self {
        Self::with(TestOptions::default()).await
    }

    pub(crate) async fn with(wishes: TestOptions) -> Self {
        let passed_ms = Arc::new(AtomicI64::new(0));
        let passed = Arc::clone(&passed_ms);
        let clock = Clock::from_fn(move || Timestamp(START + passed.load(Ordering::SeqCst)));
        let mut settings = Settings::new(wishes.public_url.parse().unwrap());
        settings.rates = wishes.rates;
        settings.requests_at_a_time = wishes.requests_at_a_time;
        settings.demonstration = wishes.demonstration;
        settings.contact = Some(CONTACT.parse().unwrap());
        settings.disk = wishes.disk;
        settings.trusted_proxies = vec!["192.0.2.1".parse().unwrap()];
        let hub = Database::start(wishes.store, &mut OsEntropy).unwrap();
        let server = ServerState::new(settings, hub, site(), clock).unwrap();
        let hub = Self {
            router: router(Arc::clone(&server)),
            server,
            passed_ms,
            people: BTreeMap::new(),
            devices: BTreeMap::new(),
        };
        hub.write(|txn| {
            import::import(txn, &small_library(), Timestamp(START), import::OnConflict::Keep).unwrap();
        })
        .await;
        hub
    }

    /// Adds somebody who is signed in already.
    pub(crate) async fn with_person(mut self, name: &str, roles: Roles) -> Self {
        let email = format!("{name}@commune.ma");
        let new = NewPerson::new(name, &email, Lang::Fr).unwrap();
        let secret = Secret::new(&mut OsEntropy).unwrap();
        let hash = secret.hash();
        let now = self.now();
        let person = self
            .write(move |txn| {
                let no_password = Credentials::new(None);
                let person =
                    invitations::open_account(txn, new, roles, &no_password, now, &mut OsEntropy).unwrap();
                sessions::open(txn, hash, &Session::begin(person.id, "test", now)).unwrap();
                person
            })
            .await;
        self.people.insert(name.to_owned(), (person, secret));
        let device = DeviceId::from_name(name);
        self.devices.insert(name.to_owned(), (device, AtomicU64::new(0)));
        self
    }

    /// One person in each role, named after it: `administrator`, `focal`, `member` (of Tinghir), `other-focal`,
    /// `other-member` (of Agadir), `trainer`, `partner`, and `closed`, whose account is closed.
    pub(crate) async fn with_everybody(self) -> Self {
        let hub = self
            .with_person("administrator", in_network(NetworkRole::Administrator))
            .await
            .with_person("focal", focal_point_of("tinghir"))
            .await
            .with_person("member", member_of("tinghir"))
            .await
            .with_person("other-focal", focal_point_of("agadir"))
            .await
            .with_person("other-member", member_of("agadir"))
            .await
            .with_person("trainer", in_network(NetworkRole::Trainer))
            .await
            .with_person("partner", in_network(NetworkRole::Partner))
            .await
            .with_person("closed", member_of("tinghir"))
            .await;
        let closing = Mutation::SetDisabled(shared::mutation::SetDisabled {
            person: hub.person("closed").id,
            disabled: true,
        });
        hub.as_person("administrator").does(closing).await;
        hub
    }

    pub(crate) fn person(&self, name: &str) -> Person {
        self.people[name].0.clone()
    }

    /// The session that somebody came with, as it began.
    pub(crate) fn session_of(&self, name: &str) -> (SecretHash, Session) {
        let (person, secret) = &self.people[name];
        (secret.hash(), Session::begin(person.id, "test", self.now()))
    }

    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.server.clock.now()
    }

    pub(crate) fn let_pass(&self, ms: i64) {
        self.passed_ms.fetch_add(ms, Ordering::SeqCst);
    }

    /// Prepares what cannot be prepared by acting.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn WriteTxn) -> T + Send + 'static,
    ) -> T {
        let outcome: Result<T, ApiError> = self.server.write(|txn| Ok(work(txn))).await;
        outcome.unwrap()
    }

    pub(crate) fn as_visitor(&self) -> Actor<'_> {
        Actor {
            hub: self,
            name: None,
            cookie: None,
            from: "203.0.113.7".to_owned(),
            headers: HeaderMap::new(),
        }
    }

    /// `visitor`, or somebody added before.
    pub(crate) fn as_person(&self, name: &str) -> Actor<'_> {
        let mut actor = self.as_visitor();
        if name != "visitor" {
            actor.name = Some(name.to_owned());
            actor.cookie = Some(format!("__Host-multaqa={}", self.people[name].1.text()));
        }
        actor
    }
}

/// Somebody at a browser.
pub(crate) struct Actor<'a> {
    hub: &'a TestHub,
    name: Option<String>,
    cookie: Option<String>,
    from: String,
    headers: HeaderMap,
}

impl Actor<'_> {
    /// With the cookie that an answer gave.
    pub(crate) fn holding(mut self, answer: &Answer) -> Self {
        self.cookie = Some(answer.cookie().unwrap().split(';').next().unwrap().to_owned());
        self
    }

    pub(crate) fn from(mut self, address: &str) -> Self {
        self.from = address.to_owned();
        self
    }

    pub(crate) fn saying(mut self, name: &'static str, value: &str) -> Self {
        let name = header::HeaderName::from_static(name);
        self.headers.insert(name, value.parse().unwrap());
        self
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, Body::empty()).await
    }

    pub(crate) async fn post(&self, path: &str, body: impl Serialize) -> Answer {
        self.post_bytes(path, serde_json::to_vec(&body).unwrap()).await
    }

    pub(crate) async fn post_bytes(&self, path: &str, body: impl Into<Bytes>) -> Answer {
        self.send("POST", path, Body::from(body.into())).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, Body::empty()).await
    }

    pub(crate) async fn send(&self, method: &str, path: &str, body: Body) -> Answer {
        let response = self.open(method, path, body).await;
        let (parts, body) = response.into_parts();
        let answer = Answer {
            status: parts.status,
            headers: parts.headers,
            body: axum::body::to_bytes(body, usize::MAX).await.unwrap(),
        };
        answer.check_headers(self.hub, method, path);
        answer
    }

    /// The answer with its body still open.
    pub(crate) async fn open(&self, method: &str, path: &str, body: Body) -> Response<Body> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "hub.test")
            .body(body)
            .unwrap();
        let headers = request.headers_mut();
        if method != "GET" {
            headers.insert(header::ORIGIN, ORIGIN.parse().unwrap());
            headers.insert(header::CONTENT_TYPE, "application/json".parse().unwrap());
        }
        if let Some(cookie) = &self.cookie {
            headers.insert(header::COOKIE, cookie.parse().unwrap());
        }
        for (name, value) in &self.headers {
            headers.remove(name);
            if !value.is_empty() {
                headers.insert(name, value.clone());
            }
        }
        request
            .extensions_mut()
            .insert(PeerAddress(self.from.parse().unwrap()));
        self.hub.router.clone().oneshot(request).await.unwrap()
    }

    /// Pushes one mutation from this person's device; it must be applied.
    pub(crate) async fn does(&self, mutation: impl Into<Mutation>) {
        let answer = self.pushes(mutation).await;
        assert_eq!(answer.results.last().unwrap().outcome, Outcome::Applied);
    }

    pub(crate) async fn pushes(&self, mutation: impl Into<Mutation>) -> PushResponse {
        let (device, last_n) = &self.hub.devices[self.name.as_deref().unwrap()];
        let n = last_n.fetch_add(1, Ordering::SeqCst) + 1;
        let id = MutationId::from_name(&format!("{device}/{n}"));
        let envelope = Envelope::new(id, n, self.hub.now(), &mutation.into()).unwrap();
        let answer = self.post("/api/push", push_of(*device, vec![envelope])).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.json()
    }
}

pub(crate) fn push_of(device: DeviceId, mutations: Vec<Envelope>) -> PushRequest {
    PushRequest {
        protocol: PROTOCOL,
        device,
        epoch: None,
        mutations,
    }
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The status with the code of an answer that is not a success.
    pub(crate) fn refusal(&self) -> (u16, String) {
        let body: Value = self.json();
        (
            self.status.as_u16(),
            body["code"].as_str().unwrap_or_default().to_owned(),
        )
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn cookie(&self) -> Option<&str> {
        self.headers
            .get(header::SET_COOKIE)
            .map(|value| value.to_str().unwrap())
    }

    /// What every answer must say, whatever it answers.
    fn check_headers(&self, hub: &TestHub, method: &str, path: &str) {
        let kind = AnswerKind::of(self.headers.get(header::CONTENT_TYPE));
        assert!(
            self.headers.contains_key(header::CONTENT_SECURITY_POLICY),
            "{method} {path}"
        );
        if self.header("content-type").starts_with("text/html") {
            assert_eq!(self.header("x-frame-options"), "DENY", "{method} {path}");
        }
        for (name, value) in security_headers(kind, hub.server.settings.public_url.is_https()) {
            assert_eq!(self.headers.get(&name), Some(&value), "{method} {path}: {name}");
        }
        if path.starts_with("/api/") && self.status != StatusCode::NO_CONTENT {
            assert_eq!(self.header("cache-control"), "no-store", "{method} {path}");
            let is_json = self.header("content-type") == "application/json";
            assert!(
                is_json || path == "/api/poke",
                "{method} {path}: {}",
                self.header("content-type")
            );
        }
    }
}

pub(crate) fn member_of(slug: &str) -> Roles {
    in_collectivity(slug, CollectivityRole::Member)
}

pub(crate) fn focal_point_of(slug: &str) -> Roles {
    in_collectivity(slug, CollectivityRole::FocalPoint)
}

fn in_collectivity(slug: &str, role: CollectivityRole) -> Roles {
    Roles::invited_as(InvitedAs::Collectivity {
        collectivity: CollectivityId::from_name(slug),
        role,
    })
}

pub(crate) fn in_network(role: NetworkRole) -> Roles {
    Roles::invited_as(InvitedAs::Network { role })
}

/// An app as `cargo xtask build` packages it: its own page in each language and its own messages, around scripts that
/// do nothing.
fn site() -> Assets {
    let scripts = [
        ("b/1f/app.js", "export default 1; export default 1;"),
        ("b/1f/app.js.br", "brotli"),
        ("b/1f/app.js.gz", "gzip"),
    ];
    let mut files: Vec<(String, String)> = scripts
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .into();
    for lang in Lang::ALL {
        let messages = locales::source(lang, |_| true).unwrap();
        files.push((
            format!("index.{}.html", lang.code()),
            starting_page(lang, &messages),
        ));
        files.push((format!("pages.{}.ftl", lang.code()), messages));
    }
    Assets::from_files(files.into_iter().map(|(path, text)| (path, Bytes::from(text))))
}

fn starting_page(lang: Lang, messages: &str) -> String {
    let mut page = include_str!("../../../app/index.html")
        .replace("{{lang}}", lang.code())
        .replace("{{dir}}", lang.dir())
        .replace("{{base}}", "/b/1f/");
    while let Some((before, rest)) = page.split_once("{{t ") {
        let (key, after) = rest.split_once("}}").unwrap();
        let message = messages
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
            .unwrap();
        page = format!("{before}{message}{after}");
    }
    page
}

/// The starter library without most of its communes, modules and experiences.
fn small_library() -> shared::folder::Files {
    let mut files = import::starter();
    files.retain(|path, _| {
        path.starts_with("directory/")
            || path.starts_with(&format!("modules/{MODULE}/"))
            || *path == format!("experiences/{EXPERIENCE}.toml")
    });
    let list = files.get_mut("directory/collectivities.csv").unwrap();
    let text = String::from_utf8(std::mem::take(list)).unwrap();
    let kept = text.lines().filter(|line| {
        let is_commune = line.split(',').nth(1) == Some("commune");
        let slug = line.split(',').next().unwrap();
        !is_commune || ["tinghir", "agadir", "tetouan"].contains(&slug)
    });
    *list = kept
        .fold(String::new(), |text, line| text + line + "\n")
        .into_bytes();
    files
}

/// The answer to a question that is graded as right.
pub(crate) fn right_answer(question: &Question) -> QuizAnswer {
    let places = |count: usize| (0..u8::try_from(count).unwrap()).collect();
    let right = |choices: &[Choice]| -> Vec<u8> {
        let numbered = (0..).zip(choices);
        numbered
            .filter(|(_, choice)| choice.correct)
            .map(|(place, _)| place)
            .collect()
    };
    match &question.kind {
        QuestionKind::Single(choices) | QuestionKind::TrueFalse(choices) => {
            QuizAnswer::One(right(choices)[0])
        }
        QuestionKind::Multiple(choices) => QuizAnswer::Many(right(choices)),
        QuestionKind::Ordering(items) => QuizAnswer::Order(places(items.len())),
        QuestionKind::Matching(pairs) => QuizAnswer::Match(places(pairs.len())),
    }
}
