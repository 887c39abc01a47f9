//! How often somebody may ask. Generous per address, because a whole commune shares one; strict per account,
//! because nobody types a password ten times a minute.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use shared::wire::ApiErrorCode;

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
    /// Passwords tried for one account.
    pub account: Rate,
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
            account: Rate {
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
    account: Limiter<SecretHash>,
}

impl RateLimits {
    /// Limits that have counted nothing yet.
    #[must_use]
    pub fn new(rates: Rates) -> Self {
        Self {
            address: Limiter::new(rates.address),
            secrets: Limiter::new(rates.secrets),
            account: Limiter::new(rates.account),
        }
    }

    /// Counts one attempt with a password or with the secret of a link.
    ///
    /// # Errors
    /// [`ApiErrorCode::TooManyRequests`].
    pub fn count_secret(&self, client: ClientAddress) -> Result<(), ApiError> {
        self.secrets.check(&AddressKey::of(client.0))
    }

    /// Counts one attempt at the password of this account, whether it exists or not.
    ///
    /// # Errors
    /// [`ApiErrorCode::TooManyRequests`].
    pub fn count_account(&self, email: &str) -> Result<(), ApiError> {
        // The hash keeps addresses of people out of the memory of the counter, and its entries small.
        self.account.check(&SecretHash::of(email))
    }

    /// Forgets whoever has not asked for long; called now and then so that memory stays bounded.
    pub fn forget_idle(&self) {
        self.address.forget_idle();
        self.secrets.forget_idle();
        self.account.forget_idle();
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

    #[test]
    fn a_burst_goes_through_and_the_next_one_is_told_when_to_come_back() {
        let limits = RateLimits::new(Rates {
            account: Rate {
                burst: 3,
                per_minute: 2,
            },
            ..Rates::default()
        });
        for _ in 0..3 {
            limits.count_account("amina@commune.ma").unwrap();
        }
        assert_eq!(
            limits.count_account("amina@commune.ma").unwrap_err().code(),
            ApiErrorCode::TooManyRequests
        );
        limits.count_account("other@commune.ma").unwrap();
        limits.forget_idle();
        assert!(limits.count_account("amina@commune.ma").is_err(), "not idle yet");
    }
}
