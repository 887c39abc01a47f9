//! Passwords: Argon2id in a bounded pool, so that signing in can neither fill the memory nor stop the rest.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use shared::limits::{PASSWORD_LEAST, PASSWORD_MOST};
use shared::refusal::{Refusal, RefusalCode};
use shared::wire::ApiErrorCode;
use tokio::sync::Semaphore;

use crate::error::ApiError;

/// OWASP's first choice for Argon2id: 19 MiB of memory, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// How many hashings may run or wait. The last in line waits some seconds, which is still an answer.
const WAITING_MOST: usize = 64;

/// Hashes and verifies passwords, a few at a time.
#[derive(Clone, Debug)]
pub struct PasswordPool {
    running: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    /// The hash of a password nobody has, made with the settings of today: verified when there is no account, so
    /// that the time of the answer does not tell whether there is one.
    nobody: Arc<str>,
}

impl PasswordPool {
    /// A pool that works on this many passwords at a time, each with 19 MiB.
    ///
    /// # Errors
    /// The settings or the system's randomness fail; there is then nothing to sign in with.
    pub fn new(at_a_time: usize) -> Result<Self, argon2::password_hash::Error> {
        Ok(Self {
            running: Arc::new(Semaphore::new(at_a_time.max(1))),
            waiting: Arc::new(Semaphore::new(WAITING_MOST)),
            nobody: hash_now("the password of nobody")?.into(),
        })
    }

    /// The hash of a new password, with its settings and salt, as a PHC string.
    ///
    /// # Errors
    /// [`ApiErrorCode::Refused`] for a password that is too short or too long, [`ApiErrorCode::Unavailable`]
    /// when too many wait.
    pub async fn hash(&self, field: &str, password: String) -> Result<String, ApiError> {
        check(field, &password)?;
        self.run(move || hash_now(&password))
            .await?
            .map_err(|error| ApiError::internal(&error))
    }

    /// Whether `password` is the one of this account; takes as long where there is no account.
    ///
    /// # Errors
    /// [`ApiErrorCode::Unavailable`] when too many wait.
    pub async fn verify(&self, password: String, account: Option<String>) -> Result<bool, ApiError> {
        let exists = account.is_some();
        let hash = account.unwrap_or_else(|| self.nobody.to_string());
        // Nobody chose a longer one; hashing it would only cost.
        if password.chars().nth(PASSWORD_MOST).is_some() {
            return Ok(false);
        }
        let fits = self.run(move || verify_now(&password, &hash)).await?;
        Ok(fits && exists)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        let Ok(_place) = self.waiting.try_acquire() else {
            return Err(ApiError::retry_after(ApiErrorCode::Unavailable, 5));
        };
        let Ok(_turn) = self.running.acquire().await else {
            return Err(ApiErrorCode::Unavailable.into());
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|error| ApiError::internal(&error))
    }
}

/// Only a length is asked for, as NIST SP 800-63B advises: rules about kinds of characters make worse passwords.
fn check(field: &str, password: &str) -> Result<(), Refusal> {
    shared::limits::at_most(field, password, PASSWORD_MOST)?;
    if password.chars().count() < PASSWORD_LEAST {
        return Err(Refusal::of_field(RefusalCode::Invalid, field).with_limit(PASSWORD_LEAST));
    }
    Ok(())
}

fn argon2() -> Result<Argon2<'static>, argon2::password_hash::Error> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_now(password: &str) -> Result<String, argon2::password_hash::Error> {
    Ok(argon2()?.hash_password(password.as_bytes())?.to_string())
}

fn verify_now(password: &str, hash: &str) -> bool {
    // The settings are read from the hash, so that those of today can change without locking anybody out.
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_nothing_else_is() {
        let pool = PasswordPool::new(2).unwrap();
        let hash = pool.hash("password", "كلمة سر طويلة".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(
            pool.verify("كلمة سر طويلة".to_owned(), Some(hash.clone()))
                .await
                .unwrap()
        );
        assert!(!pool.verify("كلمة سر أخرى".to_owned(), Some(hash)).await.unwrap());
        assert!(
            !pool
                .verify("the password of nobody".to_owned(), None)
                .await
                .unwrap()
        );
    }

    #[tokio::test]
    async fn too_short_and_too_long_are_said() {
        let pool = PasswordPool::new(1).unwrap();
        for wrong in ["ش".repeat(PASSWORD_LEAST - 1), "ش".repeat(PASSWORD_MOST + 1)] {
            let refused = pool.hash("password", wrong).await.unwrap_err();
            assert_eq!(refused.code(), ApiErrorCode::Refused);
        }
    }

    #[tokio::test]
    async fn more_than_can_wait_are_asked_to_come_back() {
        let pool = PasswordPool::new(1).unwrap();
        let all = pool
            .waiting
            .clone()
            .acquire_many_owned(WAITING_MOST as u32)
            .await
            .unwrap();
        let refused = pool.verify("anything".to_owned(), None).await.unwrap_err();
        assert_eq!(refused.code(), ApiErrorCode::Unavailable);
        drop(all);
        assert!(!pool.verify("anything".to_owned(), None).await.unwrap());
    }
}
