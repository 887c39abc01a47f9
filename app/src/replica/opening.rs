//! Opening the replica of whoever uses this device, and finding out whether this tab leads.

use super::channel::{Channel, Message};
use super::lock::{self, Held, Patience};
use super::vault::Vault;
use super::{Inner, Keeping, Role, inner, live, network, syncing};
use crate::{boot, ids};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::client::{Client, Outgoing, RestoreError};
use shared::ids::{DeviceId, PersonId};
use shared::json;
use shared::records::Identity;
use shared::time::Timestamp;
use std::cell::RefCell;
use std::rc::Rc;

const SIGNED_IN: &str = "multaqa-signed-in";
const VISITOR: &str = "multaqa-visitor";

/// What all tabs of this browser tell each other, whoever they belong to.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Everywhere {
    /// Somebody signed in or out.
    PersonChanged,
    /// Somebody is about to sign in: from now on the session may be another person's.
    SigningIn,
    /// They did not.
    StillTheSame,
}

/// How long a sign-in may take before the others go on without it.
const SIGN_IN_WITHIN_MS: i64 = 60_000;

thread_local! {
    static EVERYWHERE: RefCell<Option<Channel>> = const { RefCell::new(None) };
}

/// Opens the replica of whoever was here last. Called once, before anything is shown.
pub(crate) async fn start() {
    network::watch();
    let everywhere = Channel::join("multaqa", |news| match news {
        Everywhere::PersonChanged => leptos::task::spawn_local(async { open(remembered()).await }),
        Everywhere::SigningIn => inner().hold(),
        Everywhere::StillTheSame => inner().go_on(),
    });
    EVERYWHERE.with_borrow_mut(|channel| *channel = everywhere);
    open(remembered()).await;
}

fn remembered() -> Identity {
    boot::recall(SIGNED_IN)
        .and_then(|text| json::from_str(&text).ok())
        .unwrap_or_else(Identity::visitor)
}

fn remember(identity: &Identity) {
    if identity.is_visitor() {
        boot::forget(SIGNED_IN);
    } else if let Ok(text) = serde_json::to_string(identity) {
        boot::remember(SIGNED_IN, &text);
    }
}

fn tell_everywhere(news: Everywhere) {
    EVERYWHERE.with_borrow(|channel| {
        if let Some(channel) = channel {
            channel.say(&news);
        }
    });
}

/// Before a sign-in: no tab sends anything until it is known whose session it is.
pub(crate) fn hold() {
    inner().hold();
    tell_everywhere(Everywhere::SigningIn);
}

/// After a sign-in that failed.
pub(crate) fn release() {
    inner().go_on();
    tell_everywhere(Everywhere::StillTheSame);
}

fn database_of(person: PersonId) -> String {
    if person == PersonId::VISITOR {
        VISITOR.to_owned()
    } else {
        format!("multaqa-{person}")
    }
}

/// After a sign-in: opens the person's replica, and adopts what a visitor did on this device.
pub(crate) async fn enter(identity: Identity) {
    let inner = inner();
    inner.until_opened().await;
    if inner.person() == identity.person {
        remember(&identity);
        release();
        super::use_replica().retry();
        live::listen_if_leading();
        return;
    }
    let adopted = visitors_changes(&inner).await;
    remember(&identity);
    open(identity).await;
    if !adopted.is_empty() {
        let is_adopted = if inner.is_leading() {
            inner.adopt_here(&adopted).await.is_ok()
        } else {
            inner.say(&Message::Adopt {
                changes: adopted.clone(),
            });
            inner.sees(&adopted).await
        };
        if is_adopted {
            // Should the disk refuse, the same changes are offered again at the next sign-in: their uuids make
            // that harmless.
            let _ = Vault::open(VISITOR, true).await.clear().await;
        }
    }
    tell_everywhere(Everywhere::PersonChanged);
}

/// After a sign-out: forgets the person's replica, unless the device is their own, and opens the visitor's.
pub(crate) async fn leave() {
    let inner = inner();
    inner.until_opened().await;
    let person = inner.person();
    if person != PersonId::VISITOR && !super::ownership::is_own(person) {
        let vault = inner.vault();
        inner.step_down();
        // The disk may refuse; the rows that only this person may read were never on it.
        let _ = vault.clear().await;
    }
    let visitor = Identity::visitor();
    remember(&visitor);
    open(visitor).await;
    tell_everywhere(Everywhere::PersonChanged);
}

async fn visitors_changes(inner: &Rc<Inner>) -> Vec<Outgoing> {
    if inner.client.borrow().viewer().is_visitor() {
        return inner.client.borrow().waiting().cloned().collect();
    }
    let persisted = Vault::open(VISITOR, true).await.read().await;
    Client::restore(persisted)
        .map(|client| client.waiting().cloned().collect())
        .unwrap_or_default()
}

/// Opens the replica of this person, and shows it.
pub(crate) async fn open(identity: Identity) {
    let inner = inner();
    let opening = inner.opening.get() + 1;
    inner.opening.set(opening);
    // Lets go of the lock and of the line of whoever was here before.
    inner.step_down();
    live::stop();
    inner.held_until.set(Timestamp(0));
    inner.channel.borrow_mut().take();
    inner.wanted_elsewhere.borrow_mut().clear();

    let name = database_of(identity.person);
    let keeps_private = identity.is_visitor() || super::ownership::is_own(identity.person);
    let vault = if lock::exist() {
        Vault::open(&name, keeps_private).await
    } else {
        // Two tabs that both write to one database would spoil it.
        Vault::new(None, keeps_private)
    };
    let is_shared = vault.is_durable();
    *inner.vault.borrow_mut() = Rc::new(vault);
    inner.note_keeping();
    if !is_shared {
        inner.lead(opening, identity, None).await;
        return;
    }
    let hearing = Rc::clone(&inner);
    let channel = Channel::join(&name, move |message: Message| hearing.hear(opening, message));
    let has_channel = channel.is_some();
    *inner.channel.borrow_mut() = channel;
    match lock::acquire(&name, Patience::OnlyNow).await {
        Some(held) => inner.lead(opening, identity, Some(held)).await,
        None if has_channel => inner.follow(opening, identity, name).await,
        None => {
            // Another tab leads and cannot be heard: this one keeps to itself.
            *inner.vault.borrow_mut() = Rc::new(Vault::new(None, keeps_private));
            inner.note_keeping();
            inner.lead(opening, identity, None).await;
        }
    }
}

impl Inner {
    /// Waits until this tab knows its part.
    pub(super) async fn until_opened(&self) {
        while matches!(*self.role.borrow(), Role::Opening) {
            TimeoutFuture::new(15).await;
        }
    }

    pub(super) fn note_keeping(&self) {
        let keeping = if self.vault().is_durable() {
            Keeping::OnDevice
        } else {
            Keeping::OnlyInThisTab
        };
        if self.keeping.get_untracked() != keeping {
            self.keeping.set(keeping);
        }
    }

    fn hold(&self) {
        self.is_session_known.set(false);
        self.held_until.set(ids::now().plus_ms(SIGN_IN_WITHIN_MS));
    }

    fn go_on(&self) {
        self.held_until.set(Timestamp(0));
        self.kicks.now();
    }

    fn hear(self: &Rc<Self>, opening: u64, message: Message) {
        if self.opening.get() != opening {
            return;
        }
        let is_leading = self.is_leading();
        if is_leading {
            self.hear_as_leader(message);
        } else {
            self.hear_as_follower(message);
        }
    }

    async fn lead(self: &Rc<Self>, opening: u64, identity: Identity, held: Option<Held>) {
        let client = self.bring_back(identity).await;
        if self.opening.get() != opening {
            return;
        }
        *self.client.borrow_mut() = client;
        self.is_session_known.set(false);
        *self.role.borrow_mut() = Role::Leading(held);
        self.notifier.tell_all(&self.client);
        self.say(&Message::Leading);
        // Nothing waits for these: the first request does, in `settle`.
        let begun = self.client.borrow_mut().resume();
        let inner = Rc::clone(self);
        leptos::task::spawn_local(async move { inner.commit_answer(begun).await });
        live::listen();
        leptos::task::spawn_local(syncing::converse(Rc::clone(self), opening));
    }

    /// The replica as the storage has it, or a new one.
    async fn bring_back(self: &Rc<Self>, identity: Identity) -> Client {
        let vault = self.vault();
        match Client::restore(vault.read().await) {
            Ok(client) => client,
            Err(RestoreError::Newer(_)) => {
                // Another tab runs a newer version: its storage is left alone.
                self.must_reload.set(true);
                *self.vault.borrow_mut() = Rc::new(Vault::new(None, true));
                self.note_keeping();
                Client::begin(ids::fresh(DeviceId::new), identity).0
            }
            Err(RestoreError::Empty | RestoreError::Damaged(_)) => {
                let (client, ops) = Client::begin(ids::fresh(DeviceId::new), identity);
                if vault.write(&ops).await.is_err() {
                    vault.give_up_disk();
                    self.note_keeping();
                    return client;
                }
                // Changes on their way outlive a description that was damaged.
                Client::restore(vault.read().await).unwrap_or(client)
            }
        }
    }

    async fn follow(self: &Rc<Self>, opening: u64, identity: Identity, name: String) {
        let restored = Client::restore(self.vault().read().await);
        if self.opening.get() != opening {
            return;
        }
        *self.client.borrow_mut() =
            restored.unwrap_or_else(|_| Client::begin(ids::fresh(DeviceId::new), identity.clone()).0);
        *self.role.borrow_mut() = Role::Following;
        self.notifier.tell_all(&self.client);
        self.say(&Message::Hello { tab: self.tab });
        self.say_wanted();
        let inner = Rc::clone(self);
        leptos::task::spawn_local(async move {
            let held = lock::acquire(&name, Patience::Wait).await;
            if held.is_some() && inner.opening.get() == opening {
                inner.lead(opening, identity, held).await;
            }
        });
    }

    /// Waits until the leader shows these changes; gives up after a while.
    async fn sees(&self, changes: &[Outgoing]) -> bool {
        for _ in 0..100 {
            {
                let client = self.client.borrow();
                let is_here = |change: &Outgoing| {
                    client
                        .outbox()
                        .chain(client.remembered())
                        .any(|other| other.id() == change.id())
                };
                if changes.iter().all(is_here) {
                    return true;
                }
            }
            TimeoutFuture::new(50).await;
        }
        false
    }
}
