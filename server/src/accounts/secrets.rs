//! Secrets that travel in a link or a cookie, and their hashes, which alone are kept.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::entropy::{Entropy, EntropyError};

/// A secret of 256 bits, as 64 hexadecimal digits. It is never written to the log.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// There is no randomness to make it of.
    pub fn new(entropy: &mut dyn Entropy) -> Result<Self, EntropyError> {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes)?;
        Ok(Self(hexadecimal(&bytes)))
    }

    /// The text that goes into the link or cookie.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The key that goes with it.
    #[must_use]
    pub fn seal(&self) -> String {
        seal_of(&self.0)
    }

    /// What is kept of it.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The SHA-256 of a secret's text. Secrets are long and random, so that a fast hash is enough, and looking one
/// up by its hash tells an attacker nothing by the time it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SecretHash(pub [u8; 32]);

impl SecretHash {
    /// The hash of what somebody brought.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The hash of the secret in what somebody brought of a link (see [`shared::secret::read`]).
    #[must_use]
    pub fn of_link(text: &str) -> Self {
        Self::of(&shared::secret::read(text))
    }

    /// The hash as 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn hexadecimal(&self) -> String {
        hexadecimal(&self.0)
    }
}

/// The key that a shared computer seals with while a session lasts, out of the text of the session's secret. The
/// server keeps neither; the key does not reveal the secret from it.
#[must_use]
pub fn seal_of(secret: &str) -> String {
    SecretHash::of(&format!("multaqa seal 1 {secret}")).hexadecimal()
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::OsEntropy;

    #[test]
    fn a_secret_is_long_never_the_same_and_not_shown() {
        let one = Secret::new(&mut OsEntropy).unwrap();
        let two = Secret::new(&mut OsEntropy).unwrap();
        assert_eq!(one.text().len(), 64);
        assert_ne!(one, two);
        assert!(!format!("{one:?}").contains(one.text()));
        assert_eq!(SecretHash::of(one.text()), one.hash());
    }

    #[test]
    fn the_key_is_another_one_than_what_the_server_keeps() {
        let secret = Secret::new(&mut OsEntropy).unwrap();
        assert_eq!(secret.seal(), seal_of(secret.text()));
        assert_eq!(secret.seal().len(), 64);
        assert_ne!(secret.seal(), secret.hash().hexadecimal());
    }

    #[test]
    fn the_hash_is_sha_256_of_the_text() {
        assert_eq!(
            SecretHash::of("abc").hexadecimal(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
