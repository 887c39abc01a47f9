//! The session's cookie, and beside it the one by which an account knows a device again.
//!
//! Both stay until the browser is closed, or longer where somebody says that the device is their own: nothing of a
//! person stays on a computer that others use. There, who has to sign in while others try passwords for the account
//! does so from an address that has not tried any.
//!
//! Their names begin with `__Host-`, which browsers accept only with `Secure` and from the host itself. Over plain
//! HTTP on one's own machine some browsers accept that (Chromium does) and others drop it; so that a hub can be
//! tried out in any of them they have other names there, and there alone.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderValue, header};

use crate::accounts::secrets::{Secret, SecretHash};
use crate::accounts::sessions::{IDLE_MS, LONGEST_MS};

const SECURE_NAME: &str = "__Host-multaqa";
const SECURE_DEVICE_NAME: &str = "__Host-multaqa-device";
const LOOPBACK_DEVICE_NAME: &str = "multaqa-loopback-device";
/// The name of the cookie of a session over plain HTTP on this machine.
pub const LOOPBACK_NAME: &str = "multaqa-loopback";

/// Which of the two names a request's browser can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CookieKind {
    /// `__Host-`, `Secure`.
    Secure,
    /// Plain HTTP to a loopback address: nothing leaves the machine.
    Loopback,
}

impl CookieKind {
    /// The kind for a request with these headers to a hub whose public address is over TLS or not.
    #[must_use]
    pub fn of(headers: &HeaderMap, hub_is_https: bool) -> Self {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        if !hub_is_https && host.is_some_and(is_loopback) {
            Self::Loopback
        } else {
            Self::Secure
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Secure => SECURE_NAME,
            Self::Loopback => LOOPBACK_NAME,
        }
    }

    /// The hash of the session's secret that came with a request.
    #[must_use]
    pub fn read(self, headers: &HeaderMap) -> Option<SecretHash> {
        self.text(headers).map(SecretHash::of)
    }

    const fn device_name(self) -> &'static str {
        match self {
            Self::Secure => SECURE_DEVICE_NAME,
            Self::Loopback => LOOPBACK_DEVICE_NAME,
        }
    }

    /// The session's secret that came with a request.
    #[must_use]
    pub fn text(self, headers: &HeaderMap) -> Option<&str> {
        find(headers, self.name())
    }

    /// The device's secret that came with a request.
    #[must_use]
    pub fn device(self, headers: &HeaderMap) -> Option<&str> {
        find(headers, self.device_name())
    }

    /// The header that gives the browser a session until it is closed: a person may sign in on a computer that
    /// others use.
    #[must_use]
    pub fn give(self, secret: &Secret) -> Option<HeaderValue> {
        self.header(self.name(), secret.text(), None)
    }

    /// The header that gives the browser a device's secret until it is closed.
    #[must_use]
    pub fn give_device(self, secret: &Secret) -> Option<HeaderValue> {
        self.header(self.device_name(), secret.text(), None)
    }

    /// The header that has the browser keep the session it came with, or drop it when it is closed.
    #[must_use]
    pub fn keep(self, secret: &str, keeps: bool) -> Option<HeaderValue> {
        self.header(self.name(), secret, keeps.then_some(IDLE_MS / 1000))
    }

    /// [`Self::keep`] for the device's secret.
    #[must_use]
    pub fn keep_device(self, secret: &str, keeps: bool) -> Option<HeaderValue> {
        self.header(self.device_name(), secret, keeps.then_some(LONGEST_MS / 1000))
    }

    /// The header that takes it away.
    #[must_use]
    pub fn take(self) -> Option<HeaderValue> {
        self.header(self.name(), "", Some(0))
    }

    fn header(self, name: &str, value: &str, max_age_seconds: Option<i64>) -> Option<HeaderValue> {
        let age = max_age_seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
        let secure = match self {
            Self::Secure => "; Secure",
            Self::Loopback => "",
        };
        let text = format!("{name}={value}; Path=/{age}; HttpOnly; SameSite=Lax{secure}");
        let mut header = HeaderValue::try_from(text).ok()?;
        header.set_sensitive(true);
        Some(header)
    }
}

fn find<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == wanted)
        .map(|(_, secret)| secret)
}

fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::OsEntropy;

    fn headers(host: &'static str, cookie: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HeaderValue::from_static(host));
        headers.insert(header::COOKIE, HeaderValue::from_static(cookie));
        headers
    }

    #[test]
    fn only_plain_http_on_the_own_machine_goes_without_secure() {
        let cases = [
            ("localhost:8080", false, CookieKind::Loopback),
            ("127.0.0.1:8080", false, CookieKind::Loopback),
            ("[::1]:8080", false, CookieKind::Loopback),
            ("localhost:8080", true, CookieKind::Secure),
            ("192.168.1.4:8080", false, CookieKind::Secure),
            ("localhost.example.ma", false, CookieKind::Secure),
            ("hub.example.ma", false, CookieKind::Secure),
        ];
        for (host, https, expected) in cases {
            assert_eq!(
                CookieKind::of(&headers(host, ""), https),
                expected,
                "{host} {https}"
            );
        }
    }

    #[test]
    fn the_cookie_is_found_among_others_and_by_its_whole_name() {
        let secret = Secret::new(&mut OsEntropy).unwrap();
        let given = CookieKind::Secure.give(&secret).unwrap();
        let given = given.to_str().unwrap();
        let (cookie, rest) = (
            format!("__Host-multaqa={}; Path=/", secret.text()),
            "; HttpOnly; SameSite=Lax; Secure",
        );
        assert_eq!(given, format!("{cookie}{rest}"), "gone with the browser");
        let kept = CookieKind::Secure.keep(secret.text(), true).unwrap();
        assert_eq!(kept, format!("{cookie}; Max-Age=2592000{rest}"));
        let device = CookieKind::Secure.keep_device("abc", true).unwrap();
        assert_eq!(
            device,
            format!("__Host-multaqa-device=abc; Path=/; Max-Age=15552000{rest}")
        );
        let both = headers("h", "__Host-multaqa-device=d; __Host-multaqa=s");
        assert_eq!(CookieKind::Secure.device(&both), Some("d"));
        assert_eq!(CookieKind::Secure.text(&both), Some("s"));
        let read = |cookie| CookieKind::Secure.read(&headers("h", cookie));
        assert_eq!(read("a=b; __Host-multaqa=abc; c=d"), Some(SecretHash::of("abc")));
        assert_eq!(read("x__Host-multaqa=abc; multaqa-loopback=abc"), None);
    }
}
