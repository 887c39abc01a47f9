use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// What the portal puts in the place of everything.
pub const PORTAL_WORDS: &str = "Please buy a ticket for this network";

/// A network that wants a ticket first: it answers everything that is asked at an address with a page of its own,
/// and says that all is well.
pub struct Portal {
    address: SocketAddr,
    is_over: Arc<AtomicBool>,
    answering: Option<JoinHandle<()>>,
    open: Open,
}

/// The connections that were made.
type Open = Arc<Mutex<Vec<TcpStream>>>;

impl Portal {
    /// Stands in the place of a server that is stopped.
    #[must_use]
    pub fn at(address: &str) -> Self {
        let listener = TcpListener::bind(address).expect("the place of a stopped server is free");
        let address = listener.local_addr().expect("a listener has an address");
        let is_over = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&is_over);
        let open = Open::default();
        let opened = Arc::clone(&open);
        let answering = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ends.load(Ordering::Relaxed) {
                    return;
                }
                if let Ok(same) = stream.try_clone() {
                    opened.lock().unwrap_or_else(PoisonError::into_inner).push(same);
                }
                // A browser keeps connections open that it does not use; each gets a thread of its own.
                std::thread::spawn(move || answer(stream));
            }
        });
        Self {
            address,
            is_over,
            answering: Some(answering),
            open,
        }
    }
}

fn answer(mut stream: TcpStream) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let mut request = [0; 8192];
    if !matches!(stream.read(&mut request), Ok(1..)) {
        return;
    }
    let page = format!("<!doctype html><title>Portal</title><h1>{PORTAL_WORDS}</h1>");
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        page.len()
    );
    // The client may be gone.
    let _ = stream.write_all(format!("{head}{page}").as_bytes());
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        // Wakes the thread, which then ends and lets go of the address.
        let _ = TcpStream::connect(self.address);
        if let Some(answering) = self.answering.take() {
            let _ = answering.join();
        }
        // Otherwise a connection that the browser keeps for later would lead to the portal when it is long gone.
        for stream in self.open.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}
