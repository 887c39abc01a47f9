//! Nothing outlives the power behind it: a request whose session ends while its body arrives, a session whose account
//! was closed, a password that was changed meanwhile, an invitation whose author may not invite any more.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::test_hub::{TestHub, focal_point_of, in_network, member_of, push_of};
use axum::body::{Body, Bytes, HttpBody};
use axum::http::header;
use hyper::body::Frame;
use rstest::rstest;
use serde_json::{Value, json};
use server::accounts::credentials;
use server::accounts::invitations::{NewPerson, open_account};
use server::accounts::passwords::{Asker, Priority};
use server::accounts::secrets::{Secret, SecretHash};
use server::accounts::sessions::{self, Session};
use server::accounts::{self, credentials::Credentials};
use server::address::AddressKey;
use server::entropy::OsEntropy;
use server::row_store::{self, RowStore};
use shared::apply::store_person;
use shared::ids::{CollectivityId, DeviceId, InvitationId, MutationId};
use shared::lang::Lang;
use shared::mutation::{GrantRole, InvitePerson, Mutation, RevokeRole, SetDisabled, UpdateProfile};
use shared::records::{InvitedAs, Person};
use shared::vocabulary::{CollectivityRole, NetworkRole};
use shared::wire::Envelope;
use tokio::sync::oneshot;

const PASSWORD: &str = "une phrase assez longue";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A body that says when it is waited for, and comes when it is told to.
struct Late {
    waited_for: Option<oneshot::Sender<()>>,
    come: oneshot::Receiver<()>,
    bytes: Option<Bytes>,
}

impl HttpBody for Late {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Some(waited_for) = self.waited_for.take() {
            waited_for.send(()).unwrap();
        }
        if self.bytes.is_some() && Pin::new(&mut self.come).poll(context).is_pending() {
            return Poll::Pending;
        }
        Poll::Ready(self.bytes.take().map(|bytes| Ok(Frame::data(bytes))))
    }
}

/// A hub with an administrator, a focal point of Tinghir, and Amina, a member there with a password.
async fn hub() -> (TestHub, Person, Secret) {
    let hub = TestHub::init()
        .await
        .with_person("administrator", in_network(NetworkRole::Administrator))
        .await
        .with_person("focal", focal_point_of("tinghir"))
        .await;
    let address = AddressKey::of([203, 0, 113, 9].into());
    let owner = ["Amina", "amina@commune.ma"].map(str::to_owned);
    let password = hub
        .server
        .passwords
        .hash(address, "password", PASSWORD.to_owned(), owner)
        .await
        .unwrap();
    let secret = Secret::new(&mut OsEntropy).unwrap();
    let (hash, now) = (secret.hash(), hub.now());
    let amina = hub
        .write(move |txn| {
            let new = NewPerson::new("Amina", "amina@commune.ma", Lang::Fr).unwrap();
            let credentials = Credentials::new(Some(password));
            let amina =
                open_account(txn, new, member_of("tinghir"), &credentials, now, &mut OsEntropy).unwrap();
            sessions::open(txn, hash, &Session::begin(amina.id, "phone", now)).unwrap();
            amina
        })
        .await;
    (hub, amina, secret)
}

async fn administrator(hub: &TestHub, mutation: impl Into<Mutation>) {
    hub.as_person("administrator").does(mutation).await;
}

async fn set_disabled(hub: &TestHub, person: &Person, disabled: bool) {
    let person = person.id;
    administrator(hub, SetDisabled { person, disabled }).await;
}

/// How a session ends.
#[derive(Clone, Copy, Debug)]
enum Ending {
    ByHand,
    ByTime,
    Closed,
    ClosedAndOpened,
}

async fn end(ending: Ending, hub: &TestHub, person: &Person, session: SecretHash) {
    match ending {
        Ending::ByHand => hub.write(move |txn| sessions::end(txn, session).unwrap()).await,
        Ending::ByTime => hub.let_pass(31 * DAY_MS),
        Ending::Closed => set_disabled(hub, person, true).await,
        Ending::ClosedAndOpened => {
            set_disabled(hub, person, true).await;
            set_disabled(hub, person, false).await;
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_request_whose_session_ends_while_its_body_arrives_is_not_carried_out(
    #[values(Ending::ByHand, Ending::ByTime, Ending::Closed, Ending::ClosedAndOpened)] ending: Ending,
    #[values("/api/push", "/api/pull", "/api/account/password", "/api/session/keep")] path: &str,
) {
    let (hub, amina, secret) = hub().await;
    let profile = Mutation::UpdateProfile(UpdateProfile {
        name: "Somebody else".to_owned(),
        lang: Lang::En,
    });
    let envelope = Envelope::new(MutationId::from_name("late"), 1, hub.now(), &profile).unwrap();
    let body = match path {
        "/api/push" => json!(push_of(DeviceId::from_name("phone"), vec![envelope])),
        "/api/pull" => json!({ "protocol": 1, "device": null, "epoch": null, "scopes": {} }),
        "/api/account/password" => json!({ "current": PASSWORD, "new": "une autre phrase longue" }),
        _ => json!({ "keep": true }),
    };
    let (waited_for, is_waited_for) = oneshot::channel();
    let (come, told_to_come) = oneshot::channel();
    let late = Late {
        waited_for: Some(waited_for),
        come: told_to_come,
        bytes: Some(body.to_string().into()),
    };
    let on_phone = hub
        .as_visitor()
        .saying("cookie", &format!("__Host-multaqa={}", secret.text()));
    let ending = async {
        is_waited_for.await.unwrap();
        end(ending, &hub, &amina, secret.hash()).await;
        come.send(()).unwrap();
    };
    let (answer, ()) = tokio::join!(on_phone.send("POST", path, Body::new(late)), ending);
    if path == "/api/pull" {
        assert_eq!(
            answer.json::<Value>()["standing"],
            json!(["public"]),
            "as a visitor"
        );
    } else {
        assert_eq!(answer.refusal(), (401, "not_signed_in".to_owned()));
        assert!(answer.cookie().is_none());
    }
    let id = amina.id;
    let (held, has_old_password) = hub
        .write(move |txn| {
            let held = row_store::find_person(&*txn, id).unwrap().unwrap();
            (held, credentials::find(&*txn, id).unwrap().unwrap())
        })
        .await;
    assert_eq!((held.name.as_str(), held.lang), ("Amina", Lang::Fr));
    let is_old = hub
        .server
        .passwords
        .verify(known(), PASSWORD.to_owned(), has_old_password.password)
        .await;
    assert_eq!(is_old, Ok(true));
}

fn known() -> Asker {
    Asker {
        address: AddressKey::of([203, 0, 113, 10].into()),
        standing: Priority::Known,
    }
}

#[tokio::test]
async fn a_body_that_comes_late_is_taken_while_the_session_lasts() {
    let (hub, _, secret) = hub().await;
    let (come, told_to_come) = oneshot::channel();
    let late = Late {
        waited_for: None,
        come: told_to_come,
        bytes: Some(json!({ "keep": true }).to_string().into()),
    };
    come.send(()).unwrap();
    let on_phone = hub
        .as_visitor()
        .saying("cookie", &format!("__Host-multaqa={}", secret.text()));
    let answer = on_phone.send("POST", "/api/session/keep", Body::new(late)).await;
    assert!(answer.cookie().unwrap().contains("Max-Age=2592000"));
}

#[tokio::test]
async fn an_account_that_is_opened_again_begins_anew() {
    let (hub, amina, secret) = hub().await;
    let on_phone = hub
        .as_visitor()
        .saying("cookie", &format!("__Host-multaqa={}", secret.text()));
    assert_eq!(on_phone.get("/api/session").await.status.as_u16(), 200);
    set_disabled(&hub, &amina, true).await;
    set_disabled(&hub, &amina, false).await;
    assert_eq!(
        on_phone.get("/api/session").await.refusal(),
        (401, "not_signed_in".to_owned())
    );
    let id = amina.id;
    let left = hub
        .write(move |txn| sessions::of_person(&*txn, id).unwrap())
        .await;
    assert_eq!(left, []);
}

/// What happens to an account while its password is looked at.
#[rstest]
#[case::the_password_is_changed(false, (401, "wrong_credentials"))]
#[case::the_account_is_closed(true, (403, "account_closed"))]
#[tokio::test]
async fn a_sign_in_in_flight_opens_nothing_with_what_counts_no_more(
    #[case] is_closed: bool,
    #[case] expected: (u16, &str),
) {
    let (hub, amina, _) = hub().await;
    let threads_are_busy: Vec<_> = (0..12)
        .map(|_| {
            let server = hub.server.clone();
            tokio::spawn(async move { server.passwords.verify(known(), "x".repeat(20), None).await })
        })
        .collect();
    tokio::task::yield_now().await;
    let id = amina.id;
    let meanwhile = async {
        // By then the password has been read, and waits behind the others to be hashed.
        tokio::time::sleep(Duration::from_millis(40)).await;
        hub.write(move |txn| {
            if is_closed {
                let mut person = row_store::find_person(&*txn, id).unwrap().unwrap();
                let roles = person.roles.clone();
                person.disabled = true;
                let mut rows = RowStore::new(txn);
                store_person(&mut rows, Some(&roles), &person);
                rows.finish().unwrap();
                accounts::close(txn, id).unwrap();
            } else {
                credentials::keep(txn, id, &Credentials::new(Some("another".to_owned()))).unwrap();
            }
        })
        .await;
    };
    let body = json!({ "email": "amina@commune.ma", "password": PASSWORD, "device_name": "desk" });
    let visitor = hub.as_visitor();
    let (answer, ()) = tokio::join!(visitor.post("/api/sign-in", body), meanwhile);
    assert_eq!(answer.refusal(), (expected.0, expected.1.to_owned()));
    assert!(answer.headers.get(header::SET_COOKIE).is_none());
    for busy in threads_are_busy {
        assert_eq!(busy.await.unwrap(), Ok(false));
    }
}

fn in_tinghir(role: CollectivityRole) -> InvitedAs {
    InvitedAs::Collectivity {
        collectivity: CollectivityId::from_name("tinghir"),
        role,
    }
}

/// What becomes of the author of an invitation.
#[derive(Clone, Copy, Debug)]
enum Loss {
    Closed,
    ClosedAndOpened,
    RoleRevoked,
    RoleRevokedAndGranted,
    MadeAMember,
    /// As in a database from before this was looked at: the invitation stands open.
    RowsAlone,
}

async fn lose(loss: Loss, hub: &TestHub) {
    let author = hub.person("focal");
    let (person, role) = (author.id, in_tinghir(CollectivityRole::FocalPoint));
    match loss {
        Loss::Closed => set_disabled(hub, &author, true).await,
        Loss::ClosedAndOpened => {
            set_disabled(hub, &author, true).await;
            set_disabled(hub, &author, false).await;
        }
        Loss::RoleRevoked => administrator(hub, RevokeRole { person, role }).await,
        Loss::RoleRevokedAndGranted => {
            administrator(hub, RevokeRole { person, role }).await;
            administrator(hub, GrantRole { person, role }).await;
        }
        Loss::MadeAMember => {
            let role = in_tinghir(CollectivityRole::Member);
            administrator(hub, GrantRole { person, role }).await;
        }
        Loss::RowsAlone => {
            hub.write(move |txn| {
                let mut author = author;
                author.disabled = true;
                let roles = author.roles.clone();
                let mut rows = RowStore::new(txn);
                store_person(&mut rows, Some(&roles), &author);
                rows.finish().unwrap();
            })
            .await;
        }
    }
}

#[rstest]
#[tokio::test]
async fn an_invitation_ends_with_the_power_of_its_author(
    #[values(
        Loss::Closed,
        Loss::ClosedAndOpened,
        Loss::RoleRevoked,
        Loss::RoleRevokedAndGranted,
        Loss::MadeAMember,
        Loss::RowsAlone
    )]
    loss: Loss,
) {
    let (hub, ..) = hub().await;
    let inviting = |secret: &str| InvitePerson {
        invitation: InvitationId::from_name(secret),
        secret_hash: SecretHash::of(secret).hexadecimal(),
        offers: in_tinghir(CollectivityRole::Member),
        name: "Driss".to_owned(),
        email: String::new(),
        lang: Lang::Ar,
    };
    hub.as_person("focal").does(inviting("of the focal point")).await;
    administrator(&hub, inviting("of the administrator")).await;
    let look = async |secret: &str| {
        let body = json!({ "secret": secret });
        hub.as_visitor()
            .post("/api/invitation/look", body)
            .await
            .status
            .as_u16()
    };
    let accept = async |secret: &str, email: &str| {
        let body = json!({
            "secret": secret, "name": "Driss", "email": email, "password": PASSWORD, "lang": "ar", "device_name": "",
        });
        hub.as_visitor().post("/api/invitation/accept", body).await
    };
    assert_eq!(look("of the focal point").await, 200);
    lose(loss, &hub).await;
    assert_eq!(look("of the focal point").await, 410);
    let accepted = accept("of the focal point", "driss@commune.ma").await;
    assert_eq!(accepted.refusal(), (410, "invitation_ended".to_owned()));
    let other = accept("of the administrator", "driss@commune.ma").await;
    assert_eq!(other.status.as_u16(), 200, "{}", other.text());
}
