//! Connections as they really are: slow, many, broken off, and open when the server stops.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use crate::test_hub::TestHub;
use server::connections::{ConnectionLimits, serve_connections};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

struct Listening {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

async fn listen(hub: &TestHub, limits: ConnectionLimits) -> Listening {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let (router, stopping) = (hub.router(), hub.server.stopping.clone());
    let served = tokio::spawn(async move {
        let stopped = async {
            stopped.await.unwrap();
        };
        serve_connections(listener, router, limits, stopped, || {
            stopping.send_replace(true);
        })
        .await;
    });
    Listening {
        address,
        stop,
        served,
    }
}

const ASKING: &str = "GET /api/hub HTTP/1.1\r\nhost: hub.test\r\n";

async fn read_all(stream: &mut TcpStream) -> String {
    let mut text = Vec::new();
    // A connection that the server resets has said what it had to say.
    let reading = stream.read_to_end(&mut text);
    let _ = tokio::time::timeout(Duration::from_secs(20), reading)
        .await
        .expect("it stays open");
    String::from_utf8_lossy(&text).into_owned()
}

#[tokio::test]
async fn whoever_takes_too_long_to_say_what_they_want_is_let_go() {
    let hub = TestHub::init().await;
    let limits = ConnectionLimits {
        header_read_timeout: Duration::from_millis(600),
        ..ConnectionLimits::default()
    };
    let listening = listen(&hub, limits).await;
    for said in ["", "GET /api/hub HT", ASKING] {
        let mut slow = TcpStream::connect(listening.address).await.unwrap();
        let begun = Instant::now();
        slow.write_all(said.as_bytes()).await.unwrap();
        let answer = read_all(&mut slow).await;
        assert!(!answer.contains("200 OK"), "{said:?}: {answer}");
        assert!(begun.elapsed() < Duration::from_secs(10), "{said:?}");
    }
    // One byte now and then does not help.
    let mut dripping = TcpStream::connect(listening.address).await.unwrap();
    let begun = Instant::now();
    for byte in ASKING.bytes().cycle() {
        if dripping.write_all(&[byte]).await.is_err() || begun.elapsed() > Duration::from_secs(15) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(begun.elapsed() < Duration::from_secs(15), "the dripping goes on");
}

#[tokio::test]
async fn a_body_that_says_it_is_too_large_is_refused_before_it_comes() {
    let hub = TestHub::init().await;
    let listening = listen(&hub, ConnectionLimits::default()).await;
    let mut stream = TcpStream::connect(listening.address).await.unwrap();
    let head = "POST /api/sign-in HTTP/1.1\r\nhost: hub.test\r\norigin: https://hub.test\r\n\
                content-type: application/json\r\ncontent-length: 1000000000\r\n\r\n{";
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut start = [0; 12];
    stream.read_exact(&mut start).await.unwrap();
    assert_eq!(&start, b"HTTP/1.1 413");
}

#[tokio::test]
async fn a_connection_too_many_is_answered_and_closed() {
    let hub = TestHub::init().await;
    let limits = ConnectionLimits {
        most: 1,
        is_https: true,
        ..ConnectionLimits::default()
    };
    let listening = listen(&hub, limits).await;
    let mut first = TcpStream::connect(listening.address).await.unwrap();
    first.write_all(format!("{ASKING}\r\n").as_bytes()).await.unwrap();
    let mut start = [0; 12];
    first.read_exact(&mut start).await.unwrap();
    assert_eq!(&start, b"HTTP/1.1 200");

    let mut second = TcpStream::connect(listening.address).await.unwrap();
    let answer = read_all(&mut second).await;
    assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
    for header in [
        "content-security-policy: default-src 'none'",
        "strict-transport-security: ",
        "retry-after: 5",
    ] {
        assert!(answer.contains(header), "{header} in {answer}");
    }
    assert!(
        answer.ends_with(r#"{"code":"unavailable","retry_after":5}"#),
        "{answer}"
    );

    drop(first);
    for _ in 0..100 {
        let mut next = TcpStream::connect(listening.address).await.unwrap();
        let asking = format!("{ASKING}connection: close\r\n\r\n");
        let _ = next.write_all(asking.as_bytes()).await;
        if read_all(&mut next).await.starts_with("HTTP/1.1 200") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the place of a connection that ended is never free again");
}

#[tokio::test]
async fn what_is_in_flight_when_the_server_stops_is_finished() {
    let hub = TestHub::init().await;
    let listening = listen(&hub, ConnectionLimits::default()).await;

    let body = r#"{"protocol":1,"device":null,"epoch":null,"scopes":{}}"#;
    let mut halfway = TcpStream::connect(listening.address).await.unwrap();
    let head = format!(
        "POST /api/pull HTTP/1.1\r\nhost: hub.test\r\norigin: https://hub.test\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    halfway.write_all(head.as_bytes()).await.unwrap();
    let mut hearing = TcpStream::connect(listening.address).await.unwrap();
    hearing
        .write_all(b"GET /api/poke HTTP/1.1\r\nhost: hub.test\r\n\r\n")
        .await
        .unwrap();
    let mut idle = TcpStream::connect(listening.address).await.unwrap();
    idle.write_all(format!("{ASKING}\r\n").as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;

    listening.stop.send(()).unwrap();
    assert!(
        read_all(&mut idle).await.starts_with("HTTP/1.1 200"),
        "an idle connection is closed"
    );
    assert!(read_all(&mut hearing).await.contains("retry: "), "pokes end");
    assert!(
        TcpStream::connect(listening.address).await.is_err(),
        "nobody new is let in"
    );
    assert!(!listening.served.is_finished(), "one request is still on its way");

    halfway.write_all(body.as_bytes()).await.unwrap();
    let answer = read_all(&mut halfway).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    listening.served.await.unwrap();
}
