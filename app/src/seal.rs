//! Sealing: what a shared computer keeps of a person on its disk can be read only while their session lasts.
//!
//! The key comes with the session and dies with it: the server makes it out of the session's secret, which scripts
//! cannot see, and keeps it nowhere. Here it lives in the memory of the page and in the tab's own storage, so that a
//! reload without a network loses nothing; the browser drops that storage when the tab is closed.

use crate::ids;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::cell::RefCell;
use std::fmt::Write as _;
use std::rc::Rc;
use web_sys::Storage;

/// What begins everything that is sealed.
const MARK: &str = "sealed:";
const NONCE: usize = 24;
const KEY: usize = 32;
const KEPT: &str = "multaqa-seal";

thread_local! {
    static CURRENT: RefCell<Option<Rc<Seal>>> = const { RefCell::new(None) };
}

/// A key, with the words that it came in.
pub(crate) struct Seal {
    cipher: XChaCha20Poly1305,
    secret: String,
}

impl Seal {
    /// The key in a secret of the server: 64 hexadecimal digits.
    pub(crate) fn of(secret: &str) -> Option<Self> {
        let key: [u8; KEY] = bytes_of(secret)?.try_into().ok()?;
        Some(Self {
            cipher: XChaCha20Poly1305::new(&key.into()),
            secret: secret.to_owned(),
        })
    }

    /// A key of this page's own.
    fn fresh() -> Option<Self> {
        Self::of(&hex_of(&ids::random_bytes::<KEY>()))
    }

    /// The secret, for another tab.
    pub(crate) fn secret(&self) -> &str {
        &self.secret
    }

    /// Seals a text; each time it looks different.
    pub(crate) fn close(&self, text: &str) -> Option<String> {
        let nonce: [u8; NONCE] = ids::random_bytes();
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), text.as_bytes()).ok()?;
        Some(format!("{MARK}{}{}", hex_of(&nonce), hex_of(&sealed)))
    }

    /// The text, when it was sealed with this key.
    pub(crate) fn open(&self, sealed: &str) -> Option<String> {
        let bytes = bytes_of(sealed.strip_prefix(MARK)?)?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let text = self.cipher.decrypt(&XNonce::from(nonce), sealed).ok()?;
        String::from_utf8(text).ok()
    }
}

/// Whether a text is sealed.
pub(crate) fn is_sealed(text: &str) -> bool {
    text.starts_with(MARK)
}

/// The key of the person who is signed in on this page.
pub(crate) fn current() -> Option<Rc<Seal>> {
    CURRENT.with_borrow(Clone::clone)
}

/// The key that this tab kept over a reload.
pub(crate) fn recall() -> Option<Rc<Seal>> {
    let secret = storage()?.get_item(KEPT).ok().flatten()?;
    take_up(Some(&secret))
}

/// Makes this the key, or one of the page's own where there is none. What the tab keeps is sealed anew.
pub(crate) fn take_up(secret: Option<&str>) -> Option<Rc<Seal>> {
    let before = current();
    if let (Some(before), Some(secret)) = (&before, secret)
        && before.secret == secret
    {
        return Some(Rc::clone(before));
    }
    let seal = match (secret.and_then(Seal::of), before.clone()) {
        (Some(seal), _) => Rc::new(seal),
        (None, Some(before)) => return Some(before),
        (None, None) => Rc::new(Seal::fresh()?),
    };
    if let Some(storage) = storage() {
        // A browser that keeps nothing has nothing to lose at a reload.
        let _ = storage.set_item(KEPT, &seal.secret);
        if let Some(before) = before {
            seal_anew(&storage, &before, &seal);
        }
    }
    CURRENT.set(Some(Rc::clone(&seal)));
    Some(seal)
}

/// Nothing is sealed any more: the device is the person's own, or nobody is signed in. What the tab keeps becomes
/// readable.
pub(crate) fn give_up() {
    if let (Some(seal), Some(storage)) = (current(), storage()) {
        for name in names(&storage) {
            let text = storage.get_item(&name).ok().flatten().unwrap_or_default();
            if let Some(text) = seal.open(&text) {
                let _ = storage.set_item(&name, &text);
            }
        }
    }
    forget();
}

/// Nobody can read any more what was sealed.
pub(crate) fn forget() {
    CURRENT.set(None);
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEPT);
    }
}

fn seal_anew(storage: &Storage, before: &Seal, seal: &Seal) {
    for name in names(storage) {
        let text = storage.get_item(&name).ok().flatten().unwrap_or_default();
        if let Some(text) = before.open(&text).and_then(|text| seal.close(&text)) {
            let _ = storage.set_item(&name, &text);
        }
    }
}

fn names(storage: &Storage) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|at| storage.key(at).ok().flatten())
        .collect()
}

/// The tab's own storage: it outlives a reload and not the tab.
fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes_of(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = hex
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    digits
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => Some(high << 4 | low),
            _ => None,
        })
        .collect()
}

/// Texts that are being typed, kept in this tab until they are sent or the tab is closed; sealed where the computer
/// is shared.
pub(crate) mod tab {
    use super::{current, is_sealed, names, storage};

    /// What all these names begin with.
    const OURS: &str = "multaqa-";

    /// Keeps a text under a name. A full or forbidden storage costs only this convenience.
    pub(crate) fn keep(name: &str, text: &str) {
        let Some(storage) = storage() else { return };
        let _ = match current() {
            Some(seal) => match seal.close(text) {
                Some(sealed) => storage.set_item(name, &sealed),
                None => storage.remove_item(name),
            },
            None => storage.set_item(name, text),
        };
    }

    /// The text kept under a name.
    pub(crate) fn recall(name: &str) -> Option<String> {
        let text = storage()?.get_item(name).ok().flatten()?;
        if is_sealed(&text) {
            current()?.open(&text)
        } else {
            Some(text)
        }
    }

    /// Forgets the text kept under a name.
    pub(crate) fn forget(name: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(name);
        }
    }

    /// Forgets every text of this tab.
    pub(crate) fn forget_all() {
        if let Some(storage) = storage() {
            for name in names(&storage) {
                if name.starts_with(OURS) {
                    let _ = storage.remove_item(&name);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_digits_come_back() {
        assert_eq!(bytes_of(&hex_of(&[0, 10, 255])), Some(vec![0, 10, 255]));
        for wrong in ["0", "0g", "é0"] {
            assert_eq!(bytes_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_the_key_that_closed_a_text_opens_it() {
        let seal = Seal::of(&"5a".repeat(KEY)).unwrap();
        let other = Seal::of(&"a5".repeat(KEY)).unwrap();
        let nonce = [7; NONCE];
        let sealed = seal
            .cipher
            .encrypt(&XNonce::from(nonce), "سر".as_bytes())
            .unwrap();
        let text = format!("{MARK}{}{}", hex_of(&nonce), hex_of(&sealed));
        assert_eq!(seal.open(&text).as_deref(), Some("سر"));
        assert_eq!(other.open(&text), None);
        assert_eq!(seal.open(&text.replace(MARK, "")), None);
        assert!(Seal::of("5a").is_none());
    }
}
