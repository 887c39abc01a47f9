//! How often somebody may ask. Generous per address, because a whole commune shares one; strict for one address that
//! tries one account, because nobody types a password ten times a minute. What others try does not count against a
//! device that has signed in before: nobody can lock the owner of an account out.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use shared::ids::PersonId;
use shared::wire::ApiErrorCode;

use crate::accounts::known_devices::KnownDevice;
use crate::accounts::passwords::Priority;
use crate::accounts::secrets::SecretHash;
use crate::address::{AddressKey, PeerAddress, client_address};
use crate::error::ApiError;
use crate::state::Server;

/// How much may come at once, and how much per minute after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// At once.
    pub burst: u32,
    /// Per minute in the long run.
    pub per_minute: u32,
}

/// The limits of a hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Requests to the API from one address.
    pub address: Rate,
    /// Passwords and secrets of links tried from one address.
    pub secrets: Rate,
    /// Passwords tried for one account from one address.
    pub pair: Rate,
    /// Passwords tried for one account from anywhere, but for devices that have signed in to it before.
    pub account: Rate,
    /// Passwords tried for one account on one device that has signed in to it before, or in one that is signed in.
    pub device: Rate,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            address: Rate {
                burst: 1_200,
                per_minute: 6_000,
            },
            secrets: Rate {
                burst: 120,
                per_minute: 120,
            },
            pair: Rate {
                burst: 10,
                per_minute: 4,
            },
            // Some 43,000 a day: a password that is not `guessable` outlasts weeks of it.
            account: Rate {
                burst: 100,
                per_minute: 30,
            },
            device: Rate {
                burst: 10,
                per_minute: 4,
            },
        }
    }
}

struct Limiter<K: Hash + Eq + Clone>(DefaultKeyedRateLimiter<K>);

impl<K: Hash + Eq + Clone> Limiter<K> {
    fn new(rate: Rate) -> Self {
        let per_minute = rate.per_minute.max(1);
        let every = Duration::from_secs(60) / per_minute;
        let burst = NonZeroU32::new(rate.burst).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(every)
            .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
            .allow_burst(burst);
        Self(RateLimiter::keyed(quota))
    }

    fn check(&self, key: &K) -> Result<(), ApiError> {
        self.0.check_key(key).map_err(|later| {
            let wait = later.wait_time_from(DefaultClock::default().now());
            let seconds = u32::try_from(wait.as_secs())
                .unwrap_or(u32::MAX)
                .saturating_add(1);
            ApiError::retry_after(ApiErrorCode::TooManyRequests, seconds)
        })
    }

    fn forget_idle(&self) {
        self.0.retain_recent();
        self.0.shrink_to_fit();
    }
}

/// Counts what was asked.
pub struct RateLimits {
    address: Limiter<AddressKey>,
    secrets: Limiter<AddressKey>,
    pair: Limiter<(SecretHash, AddressKey)>,
    account: Limiter<SecretHash>,
    device: Limiter<SecretHash>,
}

impl RateLimits {
    /// Limits that have counted nothing yet.
    #[must_use]
    pub fn new(rates: Rates) -> Self {
        Self {
            address: Limiter::new(rates.address),
            secrets: Limiter::new(rates.secrets),
            pair: Limiter::new(rates.pair),
            account: Limiter::new(rates.account),
            device: Limiter::new(rates.device),
        }
    }

    /// Counts one attempt with a password or with the secret of a link.
    ///
    /// # Errors
    /// [`ApiErrorCode::TooManyRequests`].
    pub fn count_secret(&self, client: ClientAddress) -> Result<(), ApiError> {
        self.secrets.check(&AddressKey::of(client.0))
    }

    /// Counts one attempt at the password of an account, whether it exists or not, and says with which priority the client tries.
    /// `device` is given where it has signed in to the account before; what it may not try as such, it may as any other.
    ///
    /// # Errors
    /// [`ApiErrorCode::TooManyRequests`].
    pub fn count_sign_in(
        &self,
        email: &str,
        client: ClientAddress,
        device: Option<&KnownDevice>,
    ) -> Result<Priority, ApiError> {
        if device.is_some_and(|device| self.device.check(&device.key()).is_ok()) {
            return Ok(Priority::Known);
        }
        // The hash keeps addresses of people out of the memory of the counter, and its entries small.
        let email = SecretHash::of(email);
        self.pair.check(&(email, AddressKey::of(client.0)))?;
        self.account.check(&email)?;
        Ok(Priority::Unknown)
    }

    /// Counts one attempt of somebody signed in at their own password.
    ///
    /// # Errors
    /// [`ApiErrorCode::TooManyRequests`].
    pub fn count_own_password(&self, person: PersonId) -> Result<(), ApiError> {
        self.device.check(&SecretHash::of(&person.uuid().to_string()))
    }

    /// Counts one link of recovery that somebody makes: each is a line that its person has to read.
    ///
    /// # Errors
    /// [`ApiErrorCode::TooManyRequests`].
    pub fn count_recovery(&self, by: PersonId) -> Result<(), ApiError> {
        self.device.check(&SecretHash::of(&format!("recovery {by}")))
    }

    /// Forgets addresses and accounts that have not asked for long; called now and then so that memory stays bounded.
    pub fn forget_idle(&self) {
        self.address.forget_idle();
        self.secrets.forget_idle();
        self.pair.forget_idle();
        self.account.forget_idle();
        self.device.forget_idle();
    }
}

/// Where the request comes from, after trusted proxies; put beside it by [`count_address`].
#[derive(Clone, Copy, Debug)]
pub struct ClientAddress(pub IpAddr);

/// Counts a request to the API and finds out where it comes from.
pub async fn count_address(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let Some(PeerAddress(peer)) = request.extensions().get().copied() else {
        return ApiError::internal(&"a request came without the address of its connection").into_response();
    };
    let client = client_address(peer, request.headers(), &server.settings.trusted_proxies);
    if let Err(refused) = server.rates.address.check(&AddressKey::of(client)) {
        return refused.into_response();
    }
    request.extensions_mut().insert(ClientAddress(client));
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(number: u8) -> ClientAddress {
        ClientAddress(IpAddr::from([203, 0, 113, number]))
    }

    const OWNER: &str = "amina@commune.example";

    #[test]
    fn a_burst_goes_through_and_the_next_one_is_told_when_to_come_back() {
        let limits = RateLimits::new(Rates {
            pair: Rate {
                burst: 3,
                per_minute: 2,
            },
            ..Rates::default()
        });
        let ask = |email, client| limits.count_sign_in(email, client, None);
        for _ in 0..3 {
            assert_eq!(ask(OWNER, from(1)), Ok(Priority::Unknown));
        }
        assert_eq!(
            ask(OWNER, from(1)).unwrap_err().code(),
            ApiErrorCode::TooManyRequests
        );
        ask("other@commune.example", from(1)).unwrap();
        ask(OWNER, from(2)).unwrap();
        limits.forget_idle();
        assert!(ask(OWNER, from(1)).is_err(), "not idle yet");
    }

    #[test]
    fn what_others_try_from_everywhere_does_not_count_against_a_known_device() {
        let limits = RateLimits::new(Rates::default());
        let device = KnownDevice::new(PersonId::from_name("amina"), "secret");
        let mut refused = 0;
        for number in 0..=250 {
            refused += usize::from(limits.count_sign_in(OWNER, from(number), None).is_err());
        }
        assert!(refused > 100, "{refused}");
        for _ in 0..Rates::default().device.burst {
            let standing = limits.count_sign_in(OWNER, from(251), Some(&device));
            assert_eq!(standing, Ok(Priority::Known));
        }
        assert!(limits.count_sign_in(OWNER, from(251), Some(&device)).is_err());
    }
}
