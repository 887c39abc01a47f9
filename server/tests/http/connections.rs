//! Connections as they really are: slow, many, broken off, and open when the server stops.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::test_hub::{TestHub, TestOptions};
use server::connections::{ConnectionLimits, serve_connections};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
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
async fn a_client_that_takes_too_long_to_send_its_head_is_closed() {
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

/// A connection from this address of the machine itself.
async fn connect_from(address: [u8; 4], to: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from((address, 0))).unwrap();
    socket.connect(to).await.unwrap()
}

/// The first line of the answer to a question over a new connection.
async fn asked_from(address: [u8; 4], to: SocketAddr) -> String {
    let mut stream = connect_from(address, to).await;
    let asking = format!("{ASKING}connection: close\r\n\r\n");
    let _ = stream.write_all(asking.as_bytes()).await;
    let answer = read_all(&mut stream).await;
    answer.lines().next().unwrap_or_default().to_owned()
}

const ME: [u8; 4] = [127, 0, 0, 1];
const SOMEBODY: [u8; 4] = [127, 0, 0, 2];

#[tokio::test]
async fn a_flood_of_silent_connections_keeps_nobody_out() {
    let hub = TestHub::init().await;
    let limits = ConnectionLimits {
        most: 60,
        per_address: 40,
        ..ConnectionLimits::default()
    };
    let listening = listen(&hub, limits).await;
    let mut flood = Vec::new();
    for _ in 0..200 {
        flood.push(connect_from(ME, listening.address).await);
    }
    for address in [SOMEBODY, ME] {
        assert_eq!(
            asked_from(address, listening.address).await,
            "HTTP/1.1 200 OK",
            "{address:?}"
        );
    }
    // Neither do some of many addresses each.
    for number in 3..=100 {
        flood.push(connect_from([127, 0, 0, number], listening.address).await);
    }
    assert_eq!(asked_from(SOMEBODY, listening.address).await, "HTTP/1.1 200 OK");
}

#[tokio::test]
async fn slow_bodies_take_no_place_from_other_requests() {
    let hub = TestHub::with(TestOptions {
        requests_at_a_time: 4,
        ..TestOptions::default()
    })
    .await;
    let listening = listen(&hub, ConnectionLimits::default()).await;
    let head = "POST /api/sign-in HTTP/1.1\r\nhost: hub.test\r\norigin: https://hub.test\r\n\
                content-type: application/json\r\ncontent-length: 1000\r\n\r\n{";
    let mut slow = Vec::new();
    for _ in 0..40 {
        let mut stream = connect_from(ME, listening.address).await;
        stream.write_all(head.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    for address in [ME, SOMEBODY] {
        assert_eq!(
            asked_from(address, listening.address).await,
            "HTTP/1.1 200 OK",
            "{address:?}"
        );
    }
}

#[tokio::test]
async fn slow_senders_leave_when_there_is_no_room() {
    let hub = TestHub::init().await;
    let limits = ConnectionLimits {
        most: 20,
        per_address: 20,
        ..ConnectionLimits::default()
    };
    let listening = listen(&hub, limits).await;
    let head = "POST /api/sign-in HTTP/1.1\r\nhost: hub.test\r\norigin: https://hub.test\r\n\
                content-type: application/json\r\ncontent-length: 1000\r\n\r\n{";
    let mut slow = Vec::new();
    for _ in 0..20 {
        let mut stream = connect_from(ME, listening.address).await;
        stream.write_all(head.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!(asked_from(SOMEBODY, listening.address).await, "HTTP/1.1 200 OK");
}

#[tokio::test]
async fn many_come_through_a_trusted_proxy() {
    let hub = TestHub::init().await;
    let limits = ConnectionLimits {
        most: 30,
        per_address: 2,
        trusted_proxies: Arc::from([ME.into()]),
        ..ConnectionLimits::default()
    };
    let listening = listen(&hub, limits).await;
    let mut open = Vec::new();
    for _ in 0..20 {
        let mut stream = connect_from(ME, listening.address).await;
        stream
            .write_all(format!("{ASKING}\r\n").as_bytes())
            .await
            .unwrap();
        open.push(stream);
    }
    for stream in &mut open {
        let mut start = [0; 12];
        stream.read_exact(&mut start).await.unwrap();
        assert_eq!(&start, b"HTTP/1.1 200");
    }
    // All of them are still there.
    for stream in &mut open {
        stream
            .write_all(format!("{ASKING}\r\n").as_bytes())
            .await
            .unwrap();
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    for stream in &mut open {
        let mut rest = vec![0; 16 * 1024];
        let mut text = String::new();
        while !text.contains("HTTP/1.1 200") {
            let read = stream.read(&mut rest).await.unwrap();
            assert!(read > 0, "closed: {text}");
            text.push_str(&String::from_utf8_lossy(&rest[..read]));
        }
    }
}

#[tokio::test]
async fn a_client_that_never_reads_its_answers_is_let_go() {
    let hub = TestHub::init().await;
    let limits = ConnectionLimits {
        write_timeout: Duration::from_millis(500),
        ..ConnectionLimits::default()
    };
    let listening = listen(&hub, limits).await;
    let mut deaf = TcpStream::connect(listening.address).await.unwrap();
    let asking = "GET /ar/experiences HTTP/1.1\r\nhost: hub.test\r\n\r\n".repeat(100);
    let begun = Instant::now();
    // Nothing is read, so that at some point nothing more is taken either; then the connection ends.
    let writing = async { while deaf.write_all(asking.as_bytes()).await.is_ok() {} };
    tokio::time::timeout(Duration::from_secs(20), writing)
        .await
        .expect("a connection that takes no answers stays open");
    assert!(begun.elapsed() >= Duration::from_millis(500));
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
    // A listener for change events is being answered all the time; an idle connection would be closed.
    let mut first = TcpStream::connect(listening.address).await.unwrap();
    let listen = "GET /api/poke HTTP/1.1\r\nhost: hub.test\r\n\r\n";
    first.write_all(listen.as_bytes()).await.unwrap();
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
