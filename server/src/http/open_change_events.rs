use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use shared::access::{self, ScopeFacts};
use shared::records::Identity;
use shared::scope::Scope;
use shared::wire::{ApiErrorCode, ChangeEvent};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, interval_at};

use crate::accounts::secrets::SecretHash;
use crate::address::AddressKey;
use crate::authenticated_user::{AuthenticatedUser, identity, look_up};
use crate::authority;
use crate::entropy::{Entropy as _, OsEntropy};
use crate::error::ApiResult;
use crate::rate::ClientAddress;
use crate::row_store;
use crate::shares::{Holder, Share};
use crate::state::Server;

/// Often enough that no proxy takes the connection for dead, and that a session that ended by time is noticed.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// What may wait for a slow connection; who cannot keep up is let go, comes back, and pulls.
const WAITING_MOST: usize = 64;

/// Server-sent events: `change_event` with a scope and its head, whenever something changed that this person may read.
/// Ends when the session does; the browser comes back by itself after every other end.
pub(crate) async fn open_change_events(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    signed: Option<AuthenticatedUser>,
) -> ApiResult<Response> {
    let listener = signed.as_ref().map_or_else(
        || Holder::Visitor(AddressKey::of(client.0)),
        |signed| Holder::Person(signed.person.id),
    );
    let place = server
        .listeners
        .take(listener, 1)
        .ok_or(ApiErrorCode::TooManyRequests)?;
    let (to_browser, mut events) = mpsc::channel(WAITING_MOST);
    let follower = Follower {
        viewer: identity(signed.as_ref()),
        session: signed.map(|signed| signed.session),
        server,
        to_browser,
        _place: place,
    };
    tokio::spawn(follower.follow());
    let events = stream::poll_fn(move |context| {
        let event = events.poll_recv(context);
        event.map(|event| event.map(Ok::<_, Infallible>))
    });
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // nginx would otherwise keep events back until it has a bufferful.
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
    ];
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    Ok((headers, stream).into_response())
}

/// One browser that listens.
struct Follower {
    server: Server,
    viewer: Identity,
    session: Option<SecretHash>,
    to_browser: mpsc::Sender<Event>,
    _place: Share,
}

/// The connection is over.
struct Over;

impl Follower {
    async fn follow(mut self) {
        // Whatever ends it, the browser comes back and pulls: nothing is lost by leaving.
        let _ended = self.follow_until_over().await;
    }

    async fn follow_until_over(&mut self) -> Result<(), Over> {
        let mut change_events = self.server.hub.subscribe();
        let mut stopping = self.server.stopping.subscribe();
        let mut sessions_ended = self.server.sessions_ended.subscribe();
        let mut heartbeat = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
        // A commit between the look at the session and the subscription would otherwise be missed.
        self.look_again().await?;
        for head in self.heads().await? {
            self.send_when_there_is_room(event_of(&head)?).await?;
        }
        // After the heads, so that it marks their end.
        self.send_when_there_is_room(Event::default().retry(come_back_after()))
            .await?;
        loop {
            tokio::select! {
                change_event = change_events.recv() => self.tell(change_event.map_err(|_| Over)?).await?,
                _ = heartbeat.tick() => self.look_again().await?,
                changed = sessions_ended.changed() => {
                    changed.map_err(|_| Over)?;
                    self.look_again().await?;
                }
                () = begins_to_stop(&mut stopping) => return Ok(()),
                () = self.to_browser.closed() => return Ok(()),
            }
        }
    }

    /// How far everything has come that the viewer keeps without asking: what changed between their last pull and the
    /// opening of this stream would otherwise be missed.
    async fn heads(&self) -> Result<Vec<ChangeEvent>, Over> {
        let scopes = access::default_scopes(&self.viewer);
        let heads = self.server.read(move |txn| {
            let heads = scopes.into_iter().map(|scope| {
                let head = row_store::head(txn, scope)?.head;
                Ok(ChangeEvent { scope, head })
            });
            heads.collect::<ApiResult<Vec<_>>>()
        });
        let mut heads = heads.await.map_err(|_| Over)?;
        heads.retain(|change_event| change_event.head > 0);
        Ok(heads)
    }

    /// Passes on a change event for a scope that may be read at this moment.
    async fn tell(&mut self, change_event: ChangeEvent) -> Result<(), Over> {
        let is_own = self.session.is_some() && change_event.scope == Scope::Person(self.viewer.person);
        let may_depend_on_the_document = matches!(change_event.scope, Scope::Experience(_));
        if !is_own && !may_depend_on_the_document {
            // What the viewer could not read when last looked at stays unread: a gained role changes the
            // person's own row, which looks again.
            if !access::may_read(&self.viewer, &change_event.scope, ScopeFacts::Plain) {
                return Ok(());
            }
            if change_event.scope.is_always_public() {
                return self.send_change_event(&change_event);
            }
        }
        self.look_again().await?;
        let (viewer, scope) = (self.viewer.clone(), change_event.scope);
        let may_read = self
            .server
            .read(move |txn| Ok(authority::may_read(txn, &viewer, scope)?))
            .await
            .map_err(|_| Over)?;
        if may_read {
            self.send_change_event(&change_event)
        } else {
            Ok(())
        }
    }

    /// Looks whether the session goes on, and as whom.
    async fn look_again(&mut self) -> Result<(), Over> {
        let Some(session) = self.session else {
            return Ok(());
        };
        let now = self.server.clock.now();
        let found = self
            .server
            .read(move |txn| Ok(look_up(txn, session, now)?))
            .await
            .map_err(|_| Over)?;
        let (person, _) = found.ok_or(Over)?;
        self.viewer = person.identity();
        Ok(())
    }

    /// A client that cannot keep up is disconnected; it connects again and pulls.
    fn send_change_event(&self, change_event: &ChangeEvent) -> Result<(), Over> {
        self.to_browser
            .try_send(event_of(change_event)?)
            .map_err(|_| Over)
    }

    /// For what comes at once and may be more than [`WAITING_MOST`].
    async fn send_when_there_is_room(&self, event: Event) -> Result<(), Over> {
        self.to_browser.send(event).await.map_err(|_| Over)
    }
}

fn event_of(change_event: &ChangeEvent) -> Result<Event, Over> {
    let data = serde_json::to_string(change_event).map_err(|_| Over)?;
    Ok(Event::default().event("poke").data(data))
}

async fn begins_to_stop(stopping: &mut watch::Receiver<bool>) {
    // An error says that the server is gone, which is a stop too.
    drop(stopping.wait_for(|stopping| *stopping).await);
}

/// Not all at once after a restart: between two and ten seconds.
fn come_back_after() -> Duration {
    let mut random = [0; 2];
    // Without randomness everybody comes back after two seconds, which is still right.
    let _ = OsEntropy.fill(&mut random);
    Duration::from_millis(2_000 + u64::from(u16::from_be_bytes(random)) % 8_000)
}
