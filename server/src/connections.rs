//! Connections: accepted, timed, counted, and finished in peace.
//!
//! HTTP/1.1 only: browsers speak HTTP/2 over TLS alone, which the proxy in front ends.

mod open;

pub use open::{Activity, WaitingForClient};

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

use crate::address::{AddressKey, PeerAddress};
use crate::security_headers::{AnswerKind, security_headers};
use open::{Answer, ConnectionSlot, OpenConnections};

/// How connections are held.
#[derive(Clone, Debug)]
pub struct ConnectionLimits {
    /// The most connections at a time.
    pub most: usize,
    /// The most connections of one address: an office whose people each have some. Trusted proxies may have all.
    pub per_address: usize,
    /// Proxies that many people come through.
    pub trusted_proxies: Arc<[IpAddr]>,
    /// How long a client may take none of an answer that waits for it. One over a weak network takes some of it
    /// every few seconds.
    pub write_timeout: Duration,
    /// How long a connection may take to say what it wants; also how long an idle one is kept.
    pub header_read_timeout: Duration,
    /// How long what is in flight may go on when the server stops.
    pub last_grace: Duration,
    /// Whether browsers come over TLS, for the one answer that is given without a router.
    pub is_https: bool,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            most: 900,
            per_address: 300,
            trusted_proxies: Arc::default(),
            write_timeout: Duration::from_secs(60),
            header_read_timeout: Duration::from_secs(15),
            last_grace: Duration::from_secs(20),
            is_https: false,
        }
    }
}

/// The largest head of a request: hyper answers 431 above it.
const HEAD_BYTES: usize = 32 * 1024;

/// After an accept that failed (mostly: no file descriptors left) a pause lets others finish.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_millis(200);

/// Serves until `stop`, then finishes what is in flight. `on_stop` is called once in between, before waiting.
pub async fn serve_connections(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    stop: impl Future<Output = ()>,
    on_stop: impl FnOnce(),
) {
    let connections = OpenConnections::new(limits.most, limits.per_address);
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.header_read_timeout)
        .max_buf_size(HEAD_BYTES);
    let mut stop = std::pin::pin!(stop);
    for number in 0.. {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(error.cause = %error, "a connection could not be accepted");
                    tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let peer = peer.ip();
        let is_proxy = limits.trusted_proxies.contains(&peer.to_canonical());
        let address = (!is_proxy).then(|| AddressKey::of(peer));
        let Some(place) = connections.enter(number, address) else {
            tokio::spawn(turn_away(stream, limits.is_https));
            continue;
        };
        // Answers are small and wanted at once.
        let _ = stream.set_nodelay(true);
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(limits.write_timeout));
        let service = TowerToHyperService::new(service(router.clone(), peer, &place));
        let connection = http.serve_connection(TokioIo::new(Box::pin(stream)), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            tokio::select! {
                // A connection that breaks is the network's doing and nobody's to mend.
                _ = connection => {}
                () = place.is_needed() => {}
            }
        });
    }
    drop(listener);
    on_stop();
    if tokio::time::timeout(limits.last_grace, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some requests were still unfinished when the server stopped");
    }
}

/// The router as one connection sees it.
fn service(
    router: Router,
    peer: IpAddr,
    place: &ConnectionSlot,
) -> impl tower::Service<
    Request<Incoming>,
    Response = Response<Body>,
    Error = std::convert::Infallible,
    Future: Send,
> + Clone
+ Send
+ 'static {
    let activity = place.activity.clone();
    // From the request to its answer: there is one at a time.
    let working = Arc::new(Mutex::new(None));
    let worked = Arc::clone(&working);
    router
        .map_request(move |mut request: Request<Incoming>| {
            *working.lock().unwrap_or_else(PoisonError::into_inner) = Some(activity.works());
            request.extensions_mut().insert(PeerAddress(peer));
            request.extensions_mut().insert(activity.clone());
            request
        })
        .map_response(move |response: Response<Body>| {
            let working = worked.lock().unwrap_or_else(PoisonError::into_inner).take();
            response.map(|body| Answer::of(body, working))
        })
}

/// Says in one packet that there is no room, without reading what was asked.
async fn turn_away(mut stream: TcpStream, is_https: bool) {
    const BODY: &str = r#"{"code":"unavailable","retry_after":5}"#;
    let mut answer = format!(
        "HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\
         cache-control: no-store\r\nretry-after: 5\r\nconnection: close\r\n",
        BODY.len()
    );
    for (name, value) in security_headers(AnswerKind::Data, is_https) {
        answer.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap_or_default()));
    }
    answer.push_str("\r\n");
    answer.push_str(BODY);
    let wrote = tokio::time::timeout(Duration::from_secs(2), async {
        stream.write_all(answer.as_bytes()).await?;
        stream.shutdown().await
    });
    // Nobody is owed more than the attempt.
    drop(wrote.await);
}
