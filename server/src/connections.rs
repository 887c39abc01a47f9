//! Connections: accepted, timed, counted, and finished in peace.
//!
//! HTTP/1.1 only: browsers speak HTTP/2 over TLS alone, which the proxy in front ends.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt as _;

use crate::address::PeerAddress;
use crate::security_headers::{AnswerKind, security_headers};

/// How connections are held.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionLimits {
    /// The most connections at a time.
    pub most: usize,
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
    let room = Arc::new(Semaphore::new(limits.most));
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.header_read_timeout)
        .max_buf_size(HEAD_BYTES);
    let mut stop = std::pin::pin!(stop);
    loop {
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
        let Ok(place) = room.clone().try_acquire_owned() else {
            tokio::spawn(turn_away(stream, limits.is_https));
            continue;
        };
        // Answers are small and wanted at once.
        let _ = stream.set_nodelay(true);
        let service = router.clone().map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(PeerAddress(peer.ip()));
            request
        });
        let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A connection that breaks is the network's doing and nobody's to mend.
            let _ = connection.await;
            drop(place);
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
