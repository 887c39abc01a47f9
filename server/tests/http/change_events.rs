//! change events: heard by those who may read, and by nobody any longer than that.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::test_hub::{Actor, EXPERIENCE, TestHub, focal_point_of, in_network, member_of};
use axum::body::{Body, HttpBody as _};
use serde_json::json;
use shared::ids::{CollectivityId, CommentId, ExperienceId};
use shared::lang::Lang;
use shared::mutation::{AddComment, RevokeRole, SetDisabled, UpdateProfile};
use shared::records::InvitedAs;
use shared::scope::Scope;
use shared::vocabulary::{CollectivityRole, NetworkRole};
use shared::wire::{ChangeEvent, PullResponse, ScopeAnswer};

/// Long enough for everything that is to come on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

struct Listening {
    body: Body,
    /// What the stream began with.
    opening: String,
}

impl Listening {
    async fn begin(actor: Actor<'_>) -> Self {
        let response = actor.open("GET", "/api/poke", Body::empty()).await;
        assert_eq!(response.status().as_u16(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut listening = Self {
            body: response.into_body(),
            opening: String::new(),
        };
        loop {
            let event = listening.next().await.unwrap();
            if event.starts_with("retry: ") {
                return listening;
            }
            listening.opening.push_str(&event);
        }
    }

    /// The heads that the stream began with.
    fn heads(&self) -> BTreeMap<Scope, u64> {
        let change_events = self
            .opening
            .lines()
            .filter_map(|line| line.strip_prefix("data: "));
        change_events
            .map(|data| serde_json::from_str::<ChangeEvent>(data).unwrap())
            .map(|change_event| (change_event.scope, change_event.head))
            .collect()
    }

    /// The next event, or `None` when the stream ended.
    async fn next(&mut self) -> Option<String> {
        let frame = std::future::poll_fn(|context| std::pin::Pin::new(&mut self.body).poll_frame(context));
        let frame = tokio::time::timeout(PATIENCE, frame)
            .await
            .expect("neither an event nor an end");
        let bytes = frame?.unwrap().into_data().unwrap();
        Some(String::from_utf8(bytes.to_vec()).unwrap())
    }

    async fn next_scope(&mut self) -> Option<Scope> {
        let event = self.next().await?;
        let data = event.strip_prefix("event: poke\ndata: ").unwrap();
        let change_event: ChangeEvent = serde_json::from_str(data.trim_end()).unwrap();
        assert!(change_event.head > 0);
        Some(change_event.scope)
    }
}

fn renaming(name: &str) -> UpdateProfile {
    UpdateProfile {
        name: name.to_owned(),
        lang: Lang::Ar,
    }
}

async fn hub() -> TestHub {
    TestHub::init()
        .await
        .with_person("administrator", in_network(NetworkRole::Administrator))
        .await
        .with_person("focal", focal_point_of("tinghir"))
        .await
        .with_person("member", member_of("tinghir"))
        .await
        .with_person("other", member_of("agadir"))
        .await
}

#[tokio::test]
async fn a_change_is_heard_by_those_who_may_read_it() {
    let hub = hub().await;
    let mut focal = Listening::begin(hub.as_person("focal")).await;
    let mut other = Listening::begin(hub.as_person("other")).await;
    let mut visitor = Listening::begin(hub.as_visitor()).await;
    let tinghir = CollectivityId::from_name("tinghir");

    hub.as_person("member").does(renaming("Driss")).await;
    let heard = [
        focal.next_scope().await.unwrap(),
        focal.next_scope().await.unwrap(),
    ];
    for scope in [Scope::Collectivity(tinghir), Scope::Focal(tinghir)] {
        assert!(heard.contains(&scope), "{scope} in {heard:?}");
    }

    // A comment under a published experience is everybody's, and the first thing that these two hear.
    let experience = ExperienceId::from_name(EXPERIENCE);
    let comment = AddComment {
        comment: CommentId::from_name("one"),
        experience,
        reply_to: None,
        text: "شكرا".to_owned(),
        lang: Lang::Ar,
    };
    hub.as_person("member").does(comment).await;
    assert!(matches!(other.next_scope().await, Some(Scope::Experience(id)) if id == experience));
    let first = visitor.next_scope().await.unwrap();
    assert!(matches!(first, Scope::Public | Scope::Experience(_)), "{first}");
}

#[tokio::test]
async fn a_stream_begins_with_how_far_everything_has_come_that_its_reader_keeps() {
    let hub = hub().await;
    let visitor = Listening::begin(hub.as_visitor()).await.heads();
    assert_eq!(visitor.keys().collect::<Vec<_>>(), [&Scope::Public]);
    for name in ["member", "focal", "administrator"] {
        let heads = Listening::begin(hub.as_person(name)).await.heads();
        let all = json!({"protocol": 1, "device": null, "epoch": null, "scopes": {}});
        let pulled: PullResponse = hub.as_person(name).post("/api/pull", all).await.json();
        for (scope, head) in &heads {
            let ScopeAnswer::Page { cursor, .. } = &pulled.scopes[scope] else {
                panic!("{name} may not read {scope}");
            };
            assert_eq!(cursor.after, *head, "{scope} of {name}");
        }
        for scope in pulled.standing {
            assert!(
                heads.contains_key(&scope) || pulled.scopes.get(&scope).is_some_and(is_bare),
                "{scope} of {name}"
            );
        }
    }
    let before = Listening::begin(hub.as_person("member")).await.heads();
    hub.as_person("member").does(renaming("Driss")).await;
    let after = Listening::begin(hub.as_person("member")).await.heads();
    let own = Scope::Person(hub.person("member").id);
    assert!(after[&own] > before[&own], "what was missed is told");
}

fn is_bare(answer: &ScopeAnswer) -> bool {
    matches!(answer, ScopeAnswer::Page { cursor, .. } if cursor.after == 0)
}

#[tokio::test]
async fn a_person_who_loses_a_role_no_longer_hears() {
    let hub = hub().await;
    let mut member = Listening::begin(hub.as_person("member")).await;
    let person = hub.person("member").id;
    let role = InvitedAs::Collectivity {
        collectivity: CollectivityId::from_name("tinghir"),
        role: CollectivityRole::Member,
    };
    hub.as_person("administrator")
        .does(RevokeRole { person, role })
        .await;
    hub.as_person("focal").does(renaming("Fatima")).await;
    hub.as_person("member").does(renaming("Driss")).await;
    let own = Scope::Person(person);
    let heard = [
        member.next_scope().await.unwrap(),
        member.next_scope().await.unwrap(),
    ];
    // The focal point's card is also in the network's list, which any signed-in person reads.
    assert!(
        heard.iter().all(|scope| [own, Scope::Network].contains(scope)),
        "{heard:?}"
    );
}

#[tokio::test]
async fn the_stream_ends_with_the_session_and_with_the_server() {
    let hub = hub().await;
    let mut signed_out = Listening::begin(hub.as_person("member")).await;
    let mut closed = Listening::begin(hub.as_person("focal")).await;
    let mut stopped = Listening::begin(hub.as_visitor()).await;

    hub.as_person("member").post("/api/sign-out", json!({})).await;
    assert_eq!(signed_out.next().await, None);

    let person = hub.person("focal").id;
    hub.as_person("administrator")
        .does(SetDisabled {
            person,
            disabled: true,
        })
        .await;
    while let Some(event) = closed.next().await {
        assert!(event.starts_with("event: poke"), "{event}");
    }

    hub.server.stopping.send_replace(true);
    while let Some(event) = stopped.next().await {
        assert!(event.starts_with("event: poke"), "{event}");
    }
}

#[tokio::test]
async fn visitors_of_many_addresses_leave_room_for_those_who_are_signed_in() {
    let hub = hub().await;
    let mut listening = Vec::new();
    for number in 1..=10 {
        let visitor = hub.as_visitor().from(&format!("203.0.113.{number}"));
        for _ in 0..64 {
            let response = visitor.open("GET", "/api/poke", Body::empty()).await;
            if response.status().as_u16() == 200 {
                listening.push(response.into_body());
            }
        }
    }
    assert_eq!(listening.len(), 300);
    let refused = hub.as_visitor().from("203.0.113.99").get("/api/poke").await;
    assert_eq!(refused.refusal(), (429, "too_many_requests".to_owned()));
    for name in ["member", "focal", "other", "administrator"] {
        Listening::begin(hub.as_person(name)).await;
    }
}

#[tokio::test]
async fn one_person_listens_from_some_devices_and_not_from_a_hundred() {
    let hub = hub().await;
    let mut listening = Vec::new();
    for _ in 0..8 {
        listening.push(Listening::begin(hub.as_person("member")).await);
    }
    let refused = hub.as_person("member").get("/api/poke").await;
    assert_eq!(refused.refusal(), (429, "too_many_requests".to_owned()));
    listening.clear();
    for _ in 0..100 {
        let response = hub
            .as_person("member")
            .open("GET", "/api/poke", Body::empty())
            .await;
        if response.status().as_u16() == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("a place that was left is never free again");
}
