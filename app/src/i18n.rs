//! The words of the interface, formatted by Fluent from one language's messages at a time.
//!
//! - `t!("key")` and `t!("key", name = value)` give a `Signal<String>`: put it into a view, an attribute or a
//!   component's property as it is. It follows the language and every signal read in `value`.
//! - `text!(…)`, the same, gives the `String` of now; use it in event handlers, and inside closures that are
//!   reactive anyway.
//! - A key made of a word list: `t!(key_of("principle", principle.word()))`.
//! - [`lang`] is the language of the interface, tracked.
//!
//! A language becomes current only once its messages are here, so that nobody ever sees half a switch. They come in two
//! files: what the frame and public pages say, and what only other pages say, which those wait for (`routes/row.rs`).

mod localised;
mod messages;
mod switch;

pub(crate) use localised::{Localised, PersonName, WrittenIn, localised};
pub(crate) use messages::parse;
pub(crate) use switch::{
    NoMessages, fetch, fetch_later_words, load, prefetch_others, remembered_or_preferred,
};

use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use locales::{Messages, Value};
use shared::lang::Lang;
use std::sync::Arc;

thread_local! {
    /// The current messages. A thread-local and not a context: event handlers and futures need them as well.
    static CURRENT: ArcRwSignal<Option<Arc<Messages>>> = ArcRwSignal::new(None);
}

/// Makes these messages the words of the interface.
pub(crate) fn install(messages: Arc<Messages>) {
    CURRENT.with(|current| current.set(Some(messages)));
}

/// Adds to the words of the interface what nothing on show has asked for.
fn install_more(messages: Arc<Messages>) {
    CURRENT.with(|current| current.update_untracked(|current| *current = Some(messages)));
}

/// Reads the current messages: tracked inside something reactive, and just so in an event handler or a future.
fn with_current<T>(read: impl FnOnce(Option<&Messages>) -> T) -> T {
    CURRENT.with(|current| {
        if Observer::get().is_some() {
            current.with(|messages| read(messages.as_deref()))
        } else {
            current.with_untracked(|messages| read(messages.as_deref()))
        }
    })
}

/// The language of the interface. Tracked: whatever reads it follows a switch.
pub(crate) fn lang() -> Lang {
    with_current(|messages| messages.map_or(Lang::Ar, Messages::lang))
}

/// The language of the interface, without following it.
pub(crate) fn lang_untracked() -> Lang {
    CURRENT
        .with(|current| current.with_untracked(|messages| messages.as_ref().map_or(Lang::Ar, |m| m.lang())))
}

/// The message `key` with its variables filled in; `t!` and `text!` call this.
///
/// A key without a message shows itself between ⟦ ⟧ and is reported on the console of a debug build.
pub(crate) fn message(key: &str, arguments: &[(&'static str, Value<'static>)]) -> String {
    let found = with_current(|messages| messages?.format(key, arguments));
    found.unwrap_or_else(|| {
        if cfg!(debug_assertions) {
            leptos::logging::error!("no message `{key}`, or one of its variables is missing");
        }
        format!("⟦{key}⟧")
    })
}

/// The key of a word of a list: `key_of("principle", "transparency")` is `principle-transparency`.
pub(crate) fn key_of(family: &'static str, word: &str) -> String {
    format!("{family}-{word}")
}

/// A reactive message: a `Signal<String>` for views, attributes and properties.
#[macro_export]
macro_rules! t {
    ($key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        ::leptos::prelude::Signal::derive(move || $crate::text!($key $(, $name = $value)*))
    };
}

/// A message as the `String` of now.
#[macro_export]
macro_rules! text {
    ($key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::i18n::message(
            ::core::convert::AsRef::<str>::as_ref(&$key),
            &[$((stringify!($name), ::locales::Value::from($value))),*],
        )
    };
}
