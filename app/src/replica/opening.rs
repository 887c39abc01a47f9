//! Opening the replica of the person who uses this device, and finding out whether this tab leads.

use super::channel::{Channel, Message};
use super::cross_tab::{self, CrossTabMessage};
use super::lock::{self, Held, Patience};
use super::remembering::{remember, remembered};
use super::vault::Vault;
use super::{Inner, Keeping, Role, inner, live, syncing};
use crate::{api, ids, seal};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use shared::client::{Client, Outgoing, RestoreError};
use shared::ids::{DeviceId, PersonId};
use shared::records::Identity;
use shared::wire::SignedIn;
use std::rc::Rc;

const VISITOR: &str = "multaqa-visitor";

/// How long a sign-in may take before the others go on without it.
const SIGN_IN_WITHIN_MS: u64 = 60_000;

/// Opens the replica of the person who was here last.
pub(super) async fn open_last() {
    open(remembered().await).await;
}

/// Another tab says that somebody else is signed in now, or nobody.
pub(super) async fn change_person(secret: Option<String>) {
    match secret {
        Some(secret) => {
            let _ = seal::take_up(Some(&secret));
        }
        None => seal::give_up(),
    }
    open(remembered().await).await;
}

/// After a sign-in that failed.
pub(super) fn release(inner: &Inner) {
    inner.go_on();
    cross_tab::tell(&CrossTabMessage::StillTheSame);
}

pub(super) fn database_of(person: PersonId) -> String {
    if person == PersonId::VISITOR {
        VISITOR.to_owned()
    } else {
        format!("multaqa-{person}")
    }
}

/// After a sign-in: opens the person's replica, and adopts what a visitor did on this device.
pub(super) async fn enter(answer: SignedIn) {
    let inner = inner();
    inner.until_opened().await;
    let identity = answer.person.identity();
    let is_own = super::ownership::is_own(identity.person);
    if inner.person() == identity.person {
        if !is_own {
            inner.seal_with(answer.seal.as_deref()).await;
        }
        remember(&identity);
        release(&inner);
        super::use_replica().retry();
        live::listen_if_leading();
        return;
    }
    let adopted = visitors_changes(&inner).await;
    let before = inner.person();
    if before != PersonId::VISITOR && !super::ownership::is_own(before) {
        // Somebody else's words, on a computer that is not theirs.
        seal::tab::forget_all();
        seal::forget();
    }
    if !is_own {
        let _ = seal::take_up(answer.seal.as_deref());
    }
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
    cross_tab::tell_of_person();
}

/// The server says that somebody else is signed in in this browser than this replica's person.
pub(super) async fn enter_as_the_server_says() {
    // Without an answer the next conversation shows the same again.
    if let Ok(answer) = api::session().await {
        enter(answer).await;
    }
}

/// After a sign-out: forgets the person's replica, unless the device is their own, and opens the visitor's.
pub(super) async fn leave() {
    let inner = inner();
    inner.until_opened().await;
    let person = inner.person();
    if person != PersonId::VISITOR && !super::ownership::is_own(person) {
        let vault = inner.vault();
        inner.step_down();
        // The disk may refuse; the rows that only this person may read were never on it, and the rest is sealed.
        let _ = vault.clear().await;
        seal::tab::forget_all();
        seal::forget();
    }
    let visitor = Identity::visitor();
    remember(&visitor);
    open(visitor).await;
    cross_tab::tell_of_person();
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
pub(super) async fn open(identity: Identity) {
    let inner = inner();
    // Lets go of everything of the person who was here before.
    inner.close();
    let opening = inner.opening.get();
    inner.sync.take();
    inner.wanted_elsewhere.borrow_mut().clear();

    let name = database_of(identity.person);
    let keeps_private = identity.is_visitor() || super::ownership::is_own(identity.person);
    if keeps_private {
        seal::give_up();
    } else if seal::current().or_else(seal::recall).is_none() {
        let _ = seal::take_up(None);
    }
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
    /// Lets go of the lock, the line and the channel until the replica is opened again.
    pub(super) fn close(&self) {
        self.opening.set(self.opening.get() + 1);
        self.step_down();
        live::stop();
        self.channel.borrow_mut().take();
    }

    /// Lets go of everything that other pages could wait for. Writes that were asked for are still done.
    pub(super) fn let_go(&self) {
        self.close();
        *self.vault.borrow_mut() = Rc::new(Vault::new(None, true));
    }

    /// Waits until this tab knows its part.
    pub(super) async fn until_opened(&self) {
        while !self.is_open() {
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

    pub(super) fn hold(&self) {
        self.sync
            .borrow_mut()
            .hold(ids::since_start_ms(), SIGN_IN_WITHIN_MS);
    }

    pub(super) fn go_on(&self) {
        self.sync.borrow_mut().release(ids::since_start_ms());
        self.wake.up();
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
        leptos::task::spawn_local(super::ownership::catch_up(self.person()));
        self.sync.borrow_mut().doubt_session();
        *self.role.borrow_mut() = Role::Leading(held);
        self.load_pins();
        self.show_all();
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
        let held = vault.read().await;
        // What nobody can read any more is dropped; that the disk refuses changes nothing.
        let _ = vault.forget_unreadable().await;
        match Client::restore(held) {
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
        self.load_pins();
        self.show_all();
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
