//! Every reason for which a request gets no answer, apart from those that accounts and roles give.

use std::sync::Arc;

use crate::test_hub::{Answer, TestHub, TestOptions, member_of, push_of};
use axum::body::Body;
use serde_json::{Value, json};
use server::address::AddressKey;
use server::disk_space::DiskSpace;
use server::rate::{Rate, Rates};
use server::router::ROUTES;
use server::shares::{Division, Holder};
use server::store::{MemoryStore, ReadTxn, Store, StoreError, Transaction};
use shared::ids::{CollectivityId, CommentId, DeviceId, ExperienceId, MutationId, PersonId};
use shared::lang::Lang;
use shared::limits::ChangeKind;
use shared::mutation::{AddComment, Mutation, SaveDraft, UpdateProfile};
use shared::records::{Change, Section};
use shared::wire::{Envelope, PUSH_MOST, PushResponse};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

fn posts() -> impl Iterator<Item = &'static str> {
    ROUTES
        .iter()
        .filter(|route| route.method == "POST")
        .map(|route| route.path)
}

#[tokio::test]
async fn another_sites_page_changes_nothing() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    let changing = ROUTES.iter().filter(|route| route.method != "GET");
    for route in changing {
        let path = route.path.replace("{id}", "x");
        for (name, value) in [
            ("origin", "https://evil.test"),
            ("origin", "null"),
            ("origin", ""),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            let actor = hub.as_person("amina").saying(name, value);
            let answer = actor.send(route.method, &path, Body::from("{}")).await;
            assert_eq!(
                answer.refusal(),
                (403, "cross_site".to_owned()),
                "{path} {name}: {value}"
            );
        }
    }
    let session = hub.as_person("amina").get("/api/session").await;
    assert_eq!(session.status.as_u16(), 200, "still signed in");
}

#[tokio::test]
async fn a_form_is_no_json() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    for path in posts().filter(|path| *path != "/api/sign-out") {
        for declared in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "",
        ] {
            let actor = hub.as_person("amina").saying("content-type", declared);
            let answer = actor.post(path, json!({})).await;
            let code = (415, "unsupported_type".to_owned());
            assert_eq!(answer.refusal(), code, "{path} {declared}");
        }
    }
}

#[tokio::test]
async fn what_is_not_json_or_not_of_the_right_shape_is_malformed() {
    let hub = TestHub::with(TestOptions {
        demonstration: true,
        ..TestOptions::default()
    })
    .await
    .with_person("amina", member_of("tinghir"))
    .await;
    for path in posts().filter(|path| *path != "/api/sign-out") {
        for body in [
            "",
            "{",
            "[]",
            "null",
            "{}",
            "\u{0}",
            "{\"protocol\":1}",
            "{\"secret\":1}",
        ] {
            let answer = hub.as_person("amina").post_bytes(path, body).await;
            assert_eq!(answer.refusal(), (400, "malformed".to_owned()), "{path} {body:?}");
        }
    }
}

#[tokio::test]
async fn a_body_is_as_large_as_its_route_says_and_no_larger() {
    let hub = TestHub::with(TestOptions {
        demonstration: true,
        ..TestOptions::default()
    })
    .await
    .with_person("amina", member_of("tinghir"))
    .await;
    for route in ROUTES
        .iter()
        .filter(|route| route.method == "POST" && route.path != "/api/sign-out")
    {
        let fits = hub
            .as_person("amina")
            .post_bytes(route.path, vec![b' '; route.body])
            .await;
        assert_eq!(fits.refusal(), (400, "malformed".to_owned()), "{}", route.path);
        let over = hub
            .as_person("amina")
            .post_bytes(route.path, vec![b' '; route.body + 1])
            .await;
        assert_eq!(over.refusal(), (413, "too_large".to_owned()), "{}", route.path);
    }
}

#[tokio::test]
async fn an_address_that_takes_another_method_says_which() {
    let hub = TestHub::init().await;
    for route in ROUTES {
        let path = route.path.replace(['{', '}'], "");
        let answer = hub.as_visitor().send("PUT", &path, Body::from("{}")).await;
        assert_eq!(answer.refusal(), (405, "method_not_allowed".to_owned()), "{path}");
        assert!(
            answer.header("allow").contains(route.method),
            "{path}: {}",
            answer.header("allow")
        );
    }
    let page = hub.as_visitor().post("/ar/learn", json!({})).await;
    assert_eq!(page.refusal(), (405, "method_not_allowed".to_owned()));
    assert_eq!(page.header("allow"), "GET, HEAD");
}

#[tokio::test]
async fn an_address_of_the_api_that_is_none_is_not_found_as_json() {
    let hub = TestHub::init().await;
    for path in [
        "/api",
        "/api/",
        "/api/nothing",
        "/api/push/x",
        "/api/experiences/a/b",
    ] {
        let answer = hub.as_visitor().saying("accept", "text/html").get(path).await;
        assert_eq!(answer.refusal(), (404, "not_found".to_owned()), "{path}");
    }
}

#[tokio::test]
async fn an_app_of_another_protocol_is_told_to_load_itself_anew() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    for path in ["/api/push", "/api/pull"] {
        let future = json!({ "protocol": 2, "whatever": ["it", "says"] });
        let answer = hub.as_person("amina").post(path, future).await;
        assert_eq!(answer.refusal(), (426, "upgrade_app".to_owned()), "{path}");
    }
}

#[tokio::test]
async fn one_number_for_two_mutations_is_noticed_and_too_many_are_refused() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    let mutation = Mutation::from(UpdateProfile {
        name: "Amina".to_owned(),
        lang: Lang::Ar,
    });
    let envelope = |id: &str, n| Envelope::new(MutationId::from_name(id), n, hub.now(), &mutation).unwrap();
    let device = DeviceId::from_name("phone");
    let amina = hub.as_person("amina");
    let first = amina
        .post("/api/push", push_of(device, vec![envelope("one", 1)]))
        .await;
    assert_eq!(first.status.as_u16(), 200);
    let again = amina
        .post("/api/push", push_of(device, vec![envelope("two", 1)]))
        .await;
    assert_eq!(again.refusal(), (409, "device_taken".to_owned()));
    let many = (1..=201).map(|n| envelope(&n.to_string(), n)).collect();
    let many = amina
        .post("/api/push", push_of(DeviceId::from_name("desk"), many))
        .await;
    assert_eq!(many.refusal(), (413, "too_large".to_owned()));
}

#[tokio::test]
async fn one_address_may_ask_much_but_not_without_end() {
    let rates = Rates {
        address: Rate {
            burst: 5,
            per_minute: 60,
        },
        secrets: Rate {
            burst: 2,
            per_minute: 1,
        },
        ..Rates::default()
    };
    let hub = TestHub::with(TestOptions {
        rates,
        ..TestOptions::default()
    })
    .await;
    for _ in 0..5 {
        assert_eq!(hub.as_visitor().get("/api/hub").await.status.as_u16(), 200);
    }
    let limited = hub.as_visitor().get("/api/hub").await;
    assert_eq!(limited.refusal(), (429, "too_many_requests".to_owned()));
    assert_eq!(
        limited.header("retry-after"),
        limited.json::<Value>()["retry_after"].to_string()
    );

    let page = hub.as_visitor().get("/ar").await;
    assert_eq!(page.status.as_u16(), 200, "pages and files are not counted");
    let health = hub.as_visitor().get("/healthz").await;
    assert_eq!(health.status.as_u16(), 200, "nor is the question how it is");

    // Behind the trusted proxy everybody has an address of their own; others cannot pretend to.
    let proxied = |client: &str| {
        hub.as_visitor()
            .from("192.0.2.1")
            .saying("x-forwarded-for", client)
    };
    for _ in 0..5 {
        assert_eq!(proxied("198.51.100.1").get("/api/hub").await.status.as_u16(), 200);
    }
    assert_eq!(proxied("198.51.100.1").get("/api/hub").await.status.as_u16(), 429);
    assert_eq!(proxied("198.51.100.2").get("/api/hub").await.status.as_u16(), 200);
    let pretending = hub.as_visitor().saying("x-forwarded-for", "198.51.100.3");
    assert_eq!(pretending.get("/api/hub").await.status.as_u16(), 429);

    let looking = json!({ "secret": "guessed" });
    let guess = async || {
        let guesser = hub.as_visitor().from("198.51.100.9");
        guesser
            .post("/api/invitation/look", &looking)
            .await
            .status
            .as_u16()
    };
    assert_eq!([guess().await, guess().await, guess().await], [410, 410, 429]);
}

#[tokio::test]
async fn more_than_there_is_room_for_is_asked_to_come_back() {
    let hub = TestHub::with(TestOptions {
        requests_at_a_time: 1,
        ..TestOptions::default()
    })
    .await;
    let somebody = Holder::Person(PersonId::from_name("somebody"));
    let taken = hub.server.request_places.take(somebody, 1).unwrap();
    let answer = hub.as_visitor().get("/api/hub").await;
    assert_eq!(answer.refusal(), (503, "unavailable".to_owned()));
    assert_eq!(answer.header("retry-after"), "2");
    drop(taken);
    assert_eq!(hub.as_visitor().get("/api/hub").await.status.as_u16(), 200);
}

#[tokio::test]
async fn visitors_who_take_all_they_may_keep_nobody_out_who_is_signed_in() {
    let hub = TestHub::with(TestOptions {
        requests_at_a_time: 16,
        ..TestOptions::default()
    })
    .await
    .with_person("member", member_of("tinghir"))
    .await;
    let visitor = |number: u8| Holder::Visitor(AddressKey::of([198, 51, 100, number].into()));
    let taken: Vec<_> = (1..=20)
        .filter_map(|number| hub.server.request_places.take(visitor(number), 1))
        .collect();
    assert_eq!(taken.len(), 12);
    assert_eq!(
        hub.as_visitor().get("/api/hub").await.refusal(),
        (503, "unavailable".to_owned())
    );
    assert_eq!(
        hub.as_person("member").get("/api/session").await.status.as_u16(),
        200
    );
    hub.as_person("member").does(renaming("Driss")).await;
}

#[tokio::test]
async fn bodies_in_memory_are_counted_and_free_again() {
    let hub = TestHub::init().await;
    let asks = || async {
        let body = vec![b' '; 20_000];
        let answer = hub.as_visitor().post_bytes("/api/sign-in", body).await;
        answer.refusal()
    };
    let here = Holder::Visitor(AddressKey::of([203, 0, 113, 7].into()));
    for _ in 0..3 {
        assert_eq!(asks().await, (400, "malformed".to_owned()));
    }
    let most = Division::BODY_KIB.per_address;
    let taken = hub
        .server
        .body_kib
        .take(here, most)
        .expect("nothing is held between requests");
    assert_eq!(asks().await, (503, "unavailable".to_owned()));
    drop(taken);
    assert_eq!(asks().await, (400, "malformed".to_owned()));
}

#[tokio::test]
async fn changes_that_come_too_fast_wait_on_the_device_and_none_is_lost() {
    let hub = TestHub::init()
        .await
        .with_person("member", member_of("tinghir"))
        .await;
    let (burst, _) = ChangeKind::Speaking.rate();
    // Refused each for itself, because there is no such experience: what counts is how many come.
    let comment = |n: u64| {
        let comment = AddComment {
            comment: CommentId::from_name(&n.to_string()),
            experience: ExperienceId::from_name("nowhere"),
            reply_to: None,
            text: "شكرا".to_owned(),
            lang: Lang::Ar,
        };
        Envelope::new(
            MutationId::from_name(&n.to_string()),
            n,
            hub.now(),
            &comment.into(),
        )
        .unwrap()
    };
    let all: Vec<Envelope> = (1..=u64::from(burst) + 50).map(comment).collect();
    let mut answered = 0;
    let refused = loop {
        let rest = all.iter().skip(answered).take(PUSH_MOST).cloned().collect();
        let request = push_of(DeviceId::from_name("phone"), rest);
        let answer = hub.as_person("member").post("/api/push", request).await;
        if answer.status.as_u16() != 200 {
            break answer;
        }
        let response: PushResponse = answer.json();
        answered += response.results.len();
        assert_eq!((response.last_n, response.stopped), (answered as u64, None));
        assert!(answered < all.len());
    };
    assert_eq!(refused.refusal(), (429, "too_many_requests".to_owned()));
    assert!(refused.header("retry-after").parse::<u32>().unwrap() <= 60);
    // A change of another kind waits behind it on this device, and goes through from another.
    hub.as_person("member").does(renaming("Driss")).await;
    assert!((200..220).contains(&answered), "{answered}");
}

fn renaming(name: &str) -> UpdateProfile {
    UpdateProfile {
        name: name.to_owned(),
        lang: Lang::Ar,
    }
}

#[tokio::test]
async fn a_disk_that_fills_up_takes_small_changes_for_longer_than_large_ones() {
    const GIB: u64 = 1024 * 1024 * 1024;
    let free = Arc::new(AtomicU64::new(10 * GIB));
    let measured = Arc::clone(&free);
    let hub = TestHub::with(TestOptions {
        disk: Arc::new(DiskSpace::measured_by(move || {
            Some((measured.load(Ordering::SeqCst), 100 * GIB))
        })),
        ..TestOptions::default()
    })
    .await
    .with_person("member", member_of("tinghir"))
    .await;
    let draft = |number: u64, section: Section| -> Mutation {
        SaveDraft {
            experience: ExperienceId::from_name(&number.to_string()),
            collectivity: CollectivityId::from_name("tinghir"),
            changes: vec![Change::Text {
                section,
                lang: Lang::Fr,
                text: "a".repeat(if section == Section::Title { 20 } else { 20_000 }),
                seen: Vec::new(),
            }],
        }
        .into()
    };
    let envelope = |n: u64, mutation: Mutation| {
        Envelope::new(MutationId::from_name(&n.to_string()), n, hub.now(), &mutation).unwrap()
    };
    let push = async |changes: Vec<Envelope>| {
        let request = push_of(DeviceId::from_name("phone"), changes);
        hub.as_person("member").post("/api/push", request).await
    };
    let last_n = |answer: &Answer| answer.json::<PushResponse>().last_n;
    let two_large = [Section::Problem, Section::Solution].map(|section| draft(2, section));
    let Mutation::SaveDraft(mut large) = two_large[0].clone() else {
        unreachable!()
    };
    let Mutation::SaveDraft(more) = two_large[1].clone() else {
        unreachable!()
    };
    large.changes.extend(more.changes);
    let changes = vec![
        envelope(1, draft(1, Section::Title)),
        envelope(2, large.into()),
        envelope(3, draft(3, Section::Title)),
    ];

    free.store(GIB / 4, Ordering::SeqCst);
    assert_eq!(
        last_n(&push(changes.clone()).await),
        1,
        "what comes before the large one"
    );
    let refused = push(changes[1..].to_vec()).await;
    assert_eq!(refused.refusal(), (507, "disk_full".to_owned()));
    assert_eq!(refused.header("retry-after"), "300");
    hub.as_person("member").does(renaming("Driss")).await;

    free.store(GIB / 100, Ordering::SeqCst);
    let answer = push(vec![envelope(2, renaming("Driss").into())]).await;
    assert_eq!(answer.refusal(), (507, "disk_full".to_owned()));
    assert_eq!(
        hub.as_person("member").get("/api/session").await.status.as_u16(),
        200
    );

    free.store(10 * GIB, Ordering::SeqCst);
    assert_eq!(
        last_n(&push(changes[1..].to_vec()).await),
        3,
        "no number was used up"
    );
}

/// A store whose disk can be taken away.
#[derive(Default)]
struct FailingStore {
    store: MemoryStore,
    fails: AtomicBool,
}

impl FailingStore {
    fn check(&self) -> Result<(), StoreError> {
        if self.fails.load(Ordering::SeqCst) {
            return Err(StoreError::Failed("/secret/path: no space left".to_owned()));
        }
        Ok(())
    }
}

impl Store for FailingStore {
    fn read(&self) -> Result<Box<dyn ReadTxn>, StoreError> {
        self.check()?;
        self.store.read()
    }

    fn write(&self) -> Result<Box<dyn Transaction + '_>, StoreError> {
        self.check()?;
        self.store.write()
    }
}

#[tokio::test]
async fn a_failing_store_is_an_internal_error_that_tells_nothing_and_passes() {
    let store = Arc::new(FailingStore::default());
    let wishes = TestOptions {
        store: Arc::clone(&store) as Arc<dyn Store>,
        ..TestOptions::default()
    };
    let hub = TestHub::with(wishes)
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    store.fails.store(true, Ordering::SeqCst);
    for path in [
        "/healthz",
        "/api/session",
        "/api/experiences/tinghir-participatory-budget",
    ] {
        let answer = hub.as_person("amina").get(path).await;
        assert_eq!(answer.text(), r#"{"code":"internal"}"#, "{path}");
        assert_eq!(answer.status.as_u16(), 500, "{path}");
    }
    store.fails.store(false, Ordering::SeqCst);
    assert_eq!(
        hub.as_person("amina").get("/api/session").await.status.as_u16(),
        200
    );
}
