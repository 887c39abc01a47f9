//! What all tabs of this browser tell each other, of any person.

use super::channel::Channel;
use crate::seal;
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

/// How long another tab may take to answer.
const ANSWER_WITHIN_MS: u32 = 250;

/// One message.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum CrossTabMessage {
    /// Somebody signed in or out; on a shared computer, with the key to what is sealed.
    PersonChanged { seal: Option<String> },
    /// Somebody is about to sign in: from now on the session may be another person's.
    SigningIn,
    /// The sign-in failed.
    StillTheSame,
    /// A tab was opened and cannot read what is sealed.
    AsksForSeal,
    /// The key.
    Seal { secret: String },
}

thread_local! {
    static CHANNEL: RefCell<Option<Channel>> = const { RefCell::new(None) };
    static ASKING: RefCell<Option<oneshot::Sender<String>>> = const { RefCell::new(None) };
}

/// Listens for the rest of the page's life. What is said of the key is dealt with here; `hear` gets the rest.
pub(super) fn join(hear: impl Fn(CrossTabMessage) + 'static) {
    let channel = Channel::join("multaqa", move |news| match news {
        CrossTabMessage::AsksForSeal => {
            if let Some(seal) = seal::current() {
                let secret = seal.secret().to_owned();
                tell(&CrossTabMessage::Seal { secret });
            }
        }
        CrossTabMessage::Seal { secret } => {
            if let Some(asking) = ASKING.take() {
                // The caller may have given up.
                let _ = asking.send(secret);
            }
        }
        news => hear(news),
    });
    CHANNEL.set(channel);
}

/// Tells the other tabs.
pub(super) fn tell(news: &CrossTabMessage) {
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            channel.say(news);
        }
    });
}

/// Tells the other tabs that somebody else is signed in now, or nobody.
pub(super) fn tell_of_person() {
    tell(&CrossTabMessage::PersonChanged {
        seal: seal::current().map(|seal| seal.secret().to_owned()),
    });
}

/// The key, when another tab has it.
pub(super) async fn ask_for_seal() -> Option<String> {
    let (asking, answer) = oneshot::channel();
    ASKING.set(Some(asking));
    tell(&CrossTabMessage::AsksForSeal);
    match select(answer, TimeoutFuture::new(ANSWER_WITHIN_MS)).await {
        Either::Left((secret, _)) => secret.ok(),
        Either::Right(_) => None,
    }
}
