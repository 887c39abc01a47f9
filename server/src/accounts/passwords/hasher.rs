use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use crate::entropy::{Entropy as _, OsEntropy};

/// OWASP's first choice for Argon2id: 19 MiB of memory, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

const SALT_BYTES: usize = 16;

/// Hashes with memory that is made at the first use and used again: given back after each hash, the allocator would
/// keep it once for each of its arenas.
#[derive(Default)]
pub(super) struct Hasher {
    blocks: Vec<Block>,
}

impl Hasher {
    /// The hash of a new password as a PHC string.
    pub(super) fn hash(&mut self, password: &str) -> Result<String, argon2::password_hash::Error> {
        let mut salt = [0; SALT_BYTES];
        OsEntropy
            .fill(&mut salt)
            .map_err(|_| argon2::password_hash::Error::Crypto)?;
        let argon2 = today()?;
        let output = self.digest(&argon2, password, &salt, Params::DEFAULT_OUTPUT_LEN)?;
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(argon2.params())?,
            salt: Some(Salt::new(&salt)?),
            hash: Some(output),
        };
        Ok(hash.to_string())
    }

    /// Whether this is the password of `stored`. Without one it is not, found out as slowly, so that the time of the
    /// answer does not tell whether there is an account.
    pub(super) fn verify(&mut self, password: &str, stored: Option<&str>) -> bool {
        match stored {
            Some(stored) => self.fits(password, stored).unwrap_or(false),
            None => {
                let _ = today().and_then(|argon2| {
                    self.digest(&argon2, password, &[0; SALT_BYTES], Params::DEFAULT_OUTPUT_LEN)
                });
                false
            }
        }
    }

    /// The settings are read from the hash, so that those of today can change without locking anybody out.
    fn fits(&mut self, password: &str, stored: &str) -> Result<bool, argon2::password_hash::Error> {
        let stored = PasswordHash::new(stored)?;
        let (Some(salt), Some(expected)) = (&stored.salt, &stored.hash) else {
            return Ok(false);
        };
        let version = stored.version.map_or(Ok(Version::default()), Version::try_from)?;
        let argon2 = Argon2::new(
            Algorithm::try_from(stored.algorithm.as_str())?,
            version,
            Params::try_from(&stored)?,
        );
        // Compared in constant time.
        Ok(self.digest(&argon2, password, salt, expected.len())? == *expected)
    }

    fn digest(
        &mut self,
        argon2: &Argon2<'_>,
        password: &str,
        salt: &[u8],
        length: usize,
    ) -> Result<Output, argon2::password_hash::Error> {
        let needed = argon2.params().block_count();
        if self.blocks.len() < needed {
            // Dropped before there are more, so that both are never held.
            self.blocks = Vec::new();
            self.blocks = vec![Block::new(); needed];
        }
        let mut out = vec![0; length];
        argon2.hash_password_into_with_memory(
            password.as_bytes(),
            salt,
            &mut out,
            self.blocks.as_mut_slice(),
        )?;
        Ok(Output::new(&out)?)
    }
}

fn today() -> Result<Argon2<'static>, argon2::password_hash::Error> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::{PasswordHasher as _, PasswordVerifier as _};

    #[test]
    fn the_hash_is_the_one_that_the_library_makes_and_its_memory_is_made_once() {
        let mut hasher = Hasher::default();
        let ours = hasher.hash("كلمة سر طويلة").unwrap();
        assert!(ours.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{ours}");
        let read = PasswordHash::new(&ours).unwrap();
        Argon2::default()
            .verify_password("كلمة سر طويلة".as_bytes(), &read)
            .unwrap();

        let made = (hasher.blocks.as_ptr(), hasher.blocks.len());
        let theirs = today().unwrap().hash_password("كلمة سر أخرى".as_bytes()).unwrap();
        assert!(hasher.verify("كلمة سر أخرى", Some(&theirs.to_string())));
        assert!(!hasher.verify("كلمة سر طويلة", Some(&theirs.to_string())));
        assert!(!hasher.verify("anything", None));
        assert!(!hasher.verify("anything", Some("no hash")));
        assert_ne!(hasher.hash("كلمة سر طويلة").unwrap(), ours, "another salt");
        assert_eq!((hasher.blocks.as_ptr(), hasher.blocks.len()), made);
    }

    #[test]
    fn a_hash_with_settings_of_another_day_is_still_known() {
        for (memory, passes, lanes) in [(1024, 1, 1), (20 * 1024, 1, 2)] {
            let params = Params::new(memory, passes, lanes, Some(24)).unwrap();
            let before = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
                .hash_password(b"settings of another day")
                .unwrap()
                .to_string();
            let mut hasher = Hasher::default();
            assert!(
                hasher.verify("settings of another day", Some(&before)),
                "{before}"
            );
            assert!(
                !hasher.verify("settings of another da", Some(&before)),
                "{before}"
            );
        }
    }
}
