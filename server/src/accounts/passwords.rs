//! Passwords: Argon2id on threads of its own, so that signing in can neither fill the memory nor stop the rest.

mod guessable;
mod hasher;
mod line;
mod normal_form;

use std::sync::Arc;
use std::thread;

use shared::limits::{PASSWORD_LEAST, PASSWORD_MOST};
use shared::refusal::{Refusal, RefusalCode};
use shared::wire::ApiErrorCode;
use tokio::sync::oneshot;

use crate::address::AddressKey;
use crate::error::{ApiError, ApiResult};
use hasher::Hasher;
pub use line::Priority;
use line::{Full, Line};
use normal_form::normal_form;

/// The most threads that hash: each keeps 19 MiB once it has worked.
const THREADS_MOST: usize = 4;

/// After how many seconds somebody who found the line full may come again: by then the others have tried more, or less
/// is to be done.
const COME_BACK: u32 = 1;

type Job = Box<dyn FnOnce(&mut Hasher) + Send>;

/// Whom a hashing is for: decides who waits and who is refused when many ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker {
    /// Where they ask from.
    pub address: AddressKey,
    /// What is known of them.
    pub standing: Priority,
}

/// Hashes and verifies passwords, a few at a time.
pub struct PasswordPool {
    line: Arc<Line<Job>>,
}

impl PasswordPool {
    /// A pool for a machine with this many cores. Half of them hash, so that a storm of sign-ins leaves the others to
    /// everybody else.
    ///
    /// # Errors
    /// The system gives no thread; there is then nothing to sign in with.
    pub fn new(cores: usize) -> std::io::Result<Self> {
        let line = Arc::new(Line::default());
        let pool = Self {
            line: Arc::clone(&line),
        };
        for _ in 0..(cores / 2).clamp(1, THREADS_MOST) {
            let line = Arc::clone(&line);
            thread::Builder::new()
                .name("passwords".to_owned())
                .spawn(move || work(&line))?;
        }
        Ok(pool)
    }

    /// Whether somebody of whom nothing is known would find a place: asked before a body is read.
    ///
    /// # Errors
    /// [`ApiErrorCode::Unavailable`] when too many wait.
    pub fn expect_place(&self, address: AddressKey) -> ApiResult<()> {
        let standing = Priority::Unknown;
        let place = self.line.expect_place(Asker { address, standing });
        place.map_err(|Full| come_back())
    }

    /// The hash of a new password, with its settings and salt, as a PHC string.
    ///
    /// `owner` is the name and the address of the account's owner: they are no password.
    ///
    /// # Errors
    /// [`ApiErrorCode::Refused`] for a password that is too short, too long or soon guessed,
    /// [`ApiErrorCode::Unavailable`] when too many wait.
    pub async fn hash(
        &self,
        address: AddressKey,
        field: &str,
        password: String,
        owner: [String; 2],
    ) -> ApiResult<String> {
        let password = normal_form(&password);
        check_length(field, &password)?;
        let asker = Asker {
            address,
            standing: Priority::Known,
        };
        let line = Arc::clone(&self.line);
        let hashed = self
            .run(asker, move |hasher| {
                line.forgive(address);
                let is_guessable = guessable::is_guessable(&password, &owner);
                (!is_guessable).then(|| hasher.hash(&password))
            })
            .await?;
        hashed
            .ok_or_else(|| Refusal::of_field(RefusalCode::GuessablePassword, field))?
            .map_err(|error| ApiError::internal(&error))
    }

    /// Whether `password` is the one of this account, in whichever form it is typed; takes as long where there is no account. Until one was right,
    /// its address waits behind those that tried less lately.
    ///
    /// # Errors
    /// [`ApiErrorCode::Unavailable`] when too many wait.
    pub async fn verify(&self, asker: Asker, password: String, account: Option<String>) -> ApiResult<bool> {
        // Nobody chose a longer one; hashing it would only cost.
        if password.chars().nth(PASSWORD_MOST).is_some() {
            return Ok(false);
        }
        let line = Arc::clone(&self.line);
        self.run(asker, move |hasher| {
            let normal = normal_form(&password);
            let account = account.as_deref();
            // Passwords of earlier versions were hashed as they were typed. Whether that is tried too depends on what
            // was typed alone, so that the time of the answer tells nothing about the account.
            let is_right =
                hasher.verify(&normal, account) || (normal != password && hasher.verify(&password, account));
            if is_right {
                line.forgive(asker.address);
            }
            is_right
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        asker: Asker,
        work: impl FnOnce(&mut Hasher) -> T + Send + 'static,
    ) -> ApiResult<T> {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |hasher| {
            // A client that hung up while waiting costs nothing.
            if !tell.is_closed() {
                let _ = tell.send(work(hasher));
            }
        });
        self.line.join(asker, job).map_err(|Full| come_back())?;
        // Dropped without an answer: somebody else came who goes first.
        told.await.map_err(|_| come_back())
    }
}

impl Drop for PasswordPool {
    fn drop(&mut self) {
        self.line.close();
    }
}

fn work(line: &Line<Job>) {
    let mut hasher = Hasher::default();
    while let Some(job) = line.next() {
        job(&mut hasher);
    }
}

fn come_back() -> ApiError {
    ApiError::retry_after(ApiErrorCode::Unavailable, COME_BACK)
}

/// Rules about kinds of characters make worse passwords (NIST SP 800-63B): only a length is asked for, and that the
/// password is none of those that are tried first.
fn check_length(field: &str, password: &str) -> Result<(), Refusal> {
    shared::limits::at_most(field, password, PASSWORD_MOST)?;
    if password.chars().count() < PASSWORD_LEAST {
        return Err(Refusal::of_field(RefusalCode::Invalid, field).with_limit(PASSWORD_LEAST));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
