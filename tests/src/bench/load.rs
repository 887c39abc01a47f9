//! A load generator on the same machine: so many connections, each asking again as soon as it was answered.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hyper::Request;
use hyper::body::{Body as _, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::task::JoinSet;

use super::error::{BenchError, BenchResult, During as _};
use super::fill::Device;
use super::statistics::percentile;

/// As browsers say it.
const ENCODINGS: &str = "gzip, deflate, br, zstd";

/// One request.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    method: &'static str,
    path: String,
    body: String,
    secret: Option<String>,
    from: Option<String>,
    takes_compressed: bool,
}

impl Ask {
    pub(super) fn get(path: impl Into<String>) -> Self {
        Self {
            method: "GET",
            path: path.into(),
            body: String::new(),
            secret: None,
            from: None,
            takes_compressed: true,
        }
    }

    pub(super) fn post(path: impl Into<String>, body: String) -> Self {
        Self {
            method: "POST",
            body,
            ..Self::get(path)
        }
    }

    /// Asked by this device.
    pub(super) fn by(mut self, device: &Device) -> Self {
        self.secret = Some(device.secret.clone());
        self
    }

    /// Asked from the address with this number: the limits of one address are not what is measured.
    pub(super) fn from(mut self, number: usize) -> Self {
        let part = |shift: u32| (number >> shift) & 0xff;
        self.from = Some(format!("10.{}.{}.{}", part(16), part(8), part(0)));
        self
    }

    /// The answer must come as it is.
    pub(super) const fn plain(mut self) -> Self {
        self.takes_compressed = false;
        self
    }

    fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![("host", "127.0.0.1".to_owned())];
        if self.takes_compressed {
            headers.push(("accept-encoding", ENCODINGS.to_owned()));
        }
        if let Some(secret) = &self.secret {
            headers.push(("cookie", format!("{}={secret}", server::cookies::LOOPBACK_NAME)));
        }
        if let Some(from) = &self.from {
            headers.push(("x-forwarded-for", from.clone()));
        }
        if self.method == "POST" {
            headers.push(("content-type", "application/json".to_owned()));
            headers.push(("sec-fetch-site", "same-origin".to_owned()));
        }
        headers
    }

    fn request(self) -> BenchResult<Request<String>> {
        let mut builder = Request::builder().method(self.method).uri(&self.path);
        for (name, value) in self.headers() {
            builder = builder.header(name, value);
        }
        builder.body(self.body).during("writing a request")
    }
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
    /// Bytes on the wire, heads included: of the request and of the answer.
    pub(super) wire: (usize, usize),
}

/// A connection whose bytes are counted, for one request after the other.
pub(super) struct Wire {
    stream: TcpStream,
}

impl Wire {
    pub(super) fn open(address: SocketAddr) -> BenchResult<Self> {
        let stream = TcpStream::connect(address).during("connecting")?;
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .during("connecting")?;
        Ok(Self { stream })
    }

    /// Asks and reads the whole answer, whose length must be said in its head.
    pub(super) fn ask(&mut self, ask: &Ask) -> BenchResult<Answer> {
        self.ask_with(ask, &[])
    }

    /// Asks with more lines in the head.
    pub(super) fn ask_with(&mut self, ask: &Ask, more: &[(&str, &str)]) -> BenchResult<Answer> {
        let mut text = format!("{} {} HTTP/1.1\r\n", ask.method, ask.path);
        for (name, value) in ask.headers() {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        for (name, value) in more {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if ask.method == "POST" {
            text.push_str(&format!("content-length: {}\r\n", ask.body.len()));
        }
        text.push_str("\r\n");
        text.push_str(&ask.body);
        self.stream
            .write_all(text.as_bytes())
            .during("sending a request")?;
        let mut received = Vec::new();
        let mut piece = vec![0; 64 * 1024];
        loop {
            if let Some((status, head, length)) = head_of(&received)
                && received.len() >= head + length
            {
                let body = received.split_off(head);
                let wire = (text.len(), head + body.len());
                return Ok(Answer { status, body, wire });
            }
            let count = self.stream.read(&mut piece).during("reading an answer")?;
            if count == 0 {
                return Err(BenchError(
                    "the connection ended in the middle of an answer".to_owned(),
                ));
            }
            received.extend(piece.iter().take(count));
        }
    }
}

/// The status, and the lengths of head and body; `None` while the head is not there.
fn head_of(received: &[u8]) -> Option<(u16, usize, usize)> {
    let end = received.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(received.get(..end)?).to_ascii_lowercase();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
    Some((status, end, length.unwrap_or(0)))
}

/// What a load came to.
#[derive(Clone, Debug, Default)]
pub(super) struct Load {
    /// Answers as wished, in a second.
    pub(super) per_second: f64,
    /// What 99 of 100 answers did not exceed, in milliseconds.
    pub(super) p99_ms: f64,
    /// Answers that were not as wished.
    pub(super) refused: usize,
    /// Body bytes of an answer on the average.
    pub(super) bytes: f64,
}

#[derive(Default)]
struct Counted {
    micros: Vec<u32>,
    refused: usize,
    bytes: usize,
}

/// Asks over so many connections for so long; `next` says what the connection asks as its n-th request.
pub(super) async fn load(
    address: SocketAddr,
    connections: usize,
    lasting: Duration,
    next: impl Fn(usize, usize) -> Ask + Send + Sync + 'static,
) -> BenchResult<Load> {
    let next = Arc::new(next);
    let mut tasks = JoinSet::new();
    let mut senders = Vec::new();
    for _ in 0..connections {
        senders.push(connect(address).await?);
    }
    let begun = Instant::now();
    let end = begun + lasting;
    for (connection, sender) in senders.into_iter().enumerate() {
        tasks.spawn(ask_until(end, connection, sender, Arc::clone(&next)));
    }
    let mut all = Counted::default();
    while let Some(done) = tasks.join_next().await {
        let counted = done.during("a connection of the load")??;
        all.micros.extend(counted.micros);
        all.refused += counted.refused;
        all.bytes += counted.bytes;
    }
    let count = real(all.micros.len());
    Ok(Load {
        per_second: count / begun.elapsed().as_secs_f64(),
        p99_ms: f64::from(percentile(all.micros, 99)) / 1000.0,
        refused: all.refused,
        bytes: real(all.bytes) / count.max(1.0),
    })
}

/// A count as a number to divide by.
pub(super) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

async fn ask_until(
    end: Instant,
    connection: usize,
    mut sender: SendRequest<String>,
    next: Arc<impl Fn(usize, usize) -> Ask>,
) -> BenchResult<Counted> {
    let mut counted = Counted::default();
    let mut number = 0;
    while Instant::now() < end {
        let request = next(connection, number).request()?;
        number += 1;
        let asked = Instant::now();
        sender.ready().await.during("waiting for a connection")?;
        let answer = sender.send_request(request).await.during("asking")?;
        let is_right = answer.status().is_success();
        let bytes = drained(answer.into_body()).await?;
        if is_right {
            let micros = u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX);
            counted.micros.push(micros);
            counted.bytes += bytes;
        } else {
            counted.refused += 1;
        }
    }
    Ok(counted)
}

pub(super) async fn connect(address: SocketAddr) -> BenchResult<SendRequest<String>> {
    let stream = tokio::net::TcpStream::connect(address)
        .await
        .during("connecting")?;
    stream.set_nodelay(true).during("connecting")?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .during("connecting")?;
    // It ends with the sender, or with the server; either way the caller is told.
    tokio::spawn(async move { drop(connection.await) });
    Ok(sender)
}

/// Sends one request over a connection; the body is read by the caller.
pub(super) async fn ask_once(
    sender: &mut SendRequest<String>,
    ask: Ask,
) -> BenchResult<hyper::Response<Incoming>> {
    sender.ready().await.during("waiting for a connection")?;
    sender.send_request(ask.request()?).await.during("asking")
}

/// Reads a body to its end and counts its bytes.
pub(super) async fn drained(mut body: Incoming) -> BenchResult<usize> {
    let mut bytes = 0;
    loop {
        let frame = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
        match frame {
            None => return Ok(bytes),
            Some(frame) => bytes += frame.during("reading an answer")?.data_ref().map_or(0, bytes_of),
        }
    }
}

fn bytes_of(data: &impl AsRef<[u8]>) -> usize {
    data.as_ref().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        assert_eq!(head_of(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"), None);
        let whole = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        assert_eq!(head_of(whole), Some((200, whole.len() - 5, 5)));
    }

    #[test]
    fn each_number_is_another_address() {
        let from = |number| Ask::get("/").from(number).from;
        assert_eq!(from(258), Some("10.0.1.2".to_owned()));
        assert_ne!(from(1), from(2));
    }
}
