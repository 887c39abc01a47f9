//! Opening the replica of the person who uses this device, and finding out whether this tab leads.

use super::channel::Message;
use super::cross_tab::{self, CrossTabMessage};
use super::live::{self, Heard};
use super::lock::{self, Held, Patience};
use super::remembering::{is_own, remember, remembered};
use super::state::{Inner, inner};
use super::syncing;
use super::vault::{VISITOR, Vault, database_of};
use crate::{api, ids, seal};
use gloo_timers::future::TimeoutFuture;
use shared::client::{Client, Outgoing, RestoreError};
use shared::ids::{DeviceId, PersonId};
use shared::records::Identity;
use shared::wire::SignedIn;
use std::rc::Rc;

/// Opens the replica of the person who was here last.
pub(super) async fn open_last() {
    open(remembered().await).await;
}

/// Listens to what other tabs say of who is signed in, for the rest of the page's life.
pub(super) fn hear_of_persons() {
    cross_tab::join(|news| match news {
        CrossTabMessage::PersonChanged { seal } => leptos::task::spawn_local(change_person(seal)),
        CrossTabMessage::SigningIn => inner().conversation.hold(),
        CrossTabMessage::StillTheSame => inner().conversation.release(),
        CrossTabMessage::AsksForSeal | CrossTabMessage::Seal { .. } => {}
    });
}

/// Another tab says that somebody else is signed in now, or nobody.
async fn change_person(secret: Option<String>) {
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
    inner.conversation.release();
    cross_tab::tell(&CrossTabMessage::StillTheSame);
}

/// After a sign-in: opens the person's replica, and adopts what a visitor did on this device.
pub(super) async fn enter(answer: SignedIn) {
    let inner = inner();
    inner.tabs.until_opened().await;
    let identity = answer.person.identity();
    let is_theirs = is_own(identity.person);
    if inner.rows.person() == identity.person {
        if !is_theirs {
            inner.seal_with(answer.seal.as_deref()).await;
        }
        remember(&identity);
        release(&inner);
        inner.resume();
        if inner.tabs.is_leading() {
            // The session behind the event stream has changed.
            live::listen(hear_server);
        }
        return;
    }
    let adopted = visitors_changes(&inner).await;
    let before = inner.rows.person();
    if before != PersonId::VISITOR && !is_own(before) {
        // Somebody else's words, on a computer that is not theirs.
        seal::tab::forget_all();
        seal::forget();
    }
    if !is_theirs {
        let _ = seal::take_up(answer.seal.as_deref());
    }
    remember(&identity);
    open(identity).await;
    if !adopted.is_empty() {
        let is_adopted = if inner.tabs.is_leading() {
            inner.adopt_here(&adopted).await.is_ok()
        } else {
            inner.tabs.say(&Message::Adopt {
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

/// Somebody else is signed in in this browser than this replica's person, by the server's `answer` or by one to be asked
/// for.
fn enter_somebody_else(answer: Option<SignedIn>) {
    leptos::task::spawn_local(async {
        let answer = match answer {
            Some(answer) => Some(answer),
            // Without an answer the next conversation shows the same again.
            None => api::session().await.ok(),
        };
        if let Some(answer) = answer {
            enter(answer).await;
        }
    });
}

fn hear_server(heard: Heard) {
    let inner = inner();
    match heard {
        Heard::Change(change_event) => {
            inner
                .conversation
                .told_of_change(&inner.rows.client(), &change_event);
        }
        Heard::News => inner.conversation.wish(),
        Heard::Lost => inner.conversation.stream_lost(),
    }
}

/// After a sign-out: forgets the person's replica, unless the device is their own, and opens the visitor's.
pub(super) async fn leave() {
    let inner = inner();
    inner.tabs.until_opened().await;
    let person = inner.rows.person();
    if person != PersonId::VISITOR && !is_own(person) {
        let vault = inner.storage.vault();
        inner.close();
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
    if inner.rows.person() == PersonId::VISITOR {
        return inner.rows.client().waiting().cloned().collect();
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
    let opening = inner.tabs.opening();
    inner.conversation.reset();
    inner.documents.forget_other_tabs();

    let name = database_of(identity.person);
    let keeps_private = identity.is_visitor() || is_own(identity.person);
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
    inner.storage.open(vault);
    if !is_shared {
        inner.lead(opening, identity, None).await;
        return;
    }
    let hearing = Rc::clone(&inner);
    let has_channel = inner
        .tabs
        .join(&name, move |message| hearing.hear(opening, message));
    match lock::acquire(&name, Patience::OnlyNow).await {
        Some(held) => inner.lead(opening, identity, Some(held)).await,
        None if has_channel => inner.follow(opening, identity, name).await,
        None => {
            // Another tab leads and cannot be heard: this one keeps to itself.
            inner.storage.open(Vault::new(None, keeps_private));
            inner.lead(opening, identity, None).await;
        }
    }
}

impl Inner {
    /// Lets go of the lock, the event stream and the channel until the replica is opened again.
    fn close(&self) {
        self.tabs.close();
        live::stop();
    }

    /// Lets go of everything that other pages could wait for. Writes that were asked for are still done.
    pub(super) fn let_go(&self) {
        self.close();
        self.storage.close(Vault::new(None, true));
    }

    fn hear(self: &Rc<Self>, opening: u64, message: Message) {
        if self.tabs.opening() != opening {
            return;
        }
        if self.tabs.is_leading() {
            self.hear_as_leader(message);
        } else {
            self.hear_as_follower(message);
        }
    }

    async fn lead(self: &Rc<Self>, opening: u64, identity: Identity, held: Option<Held>) {
        let client = self.bring_back(identity).await;
        if self.tabs.opening() != opening {
            return;
        }
        self.conversation.doubt_session();
        self.tabs.lead(held);
        self.rows.show_instead(client);
        self.load_pins();
        leptos::task::spawn_local(super::ownership::catch_up(self.rows.person()));
        self.tabs.say(&Message::Leading);
        // Nothing waits for these: the first request does, until the storage has settled.
        let begun = self.rows.client_mut().resume();
        let inner = Rc::clone(self);
        leptos::task::spawn_local(async move { inner.commit_answer(begun).await });
        live::listen(hear_server);
        leptos::task::spawn_local(syncing::converse(Rc::clone(self), opening, enter_somebody_else));
    }

    /// The replica as the storage has it, or a new one.
    async fn bring_back(self: &Rc<Self>, identity: Identity) -> Client {
        let vault = self.storage.vault();
        let held = vault.read().await;
        // What nobody can read any more is dropped; that the disk refuses changes nothing.
        let _ = vault.forget_unreadable().await;
        match Client::restore(held) {
            Ok(client) => client,
            Err(RestoreError::Newer(_)) => {
                // Another tab runs a newer version: its storage is left alone.
                self.conversation.require_reload();
                self.storage.open(Vault::new(None, true));
                Client::begin(ids::fresh(DeviceId::new), identity).0
            }
            Err(RestoreError::Empty | RestoreError::Damaged(_)) => {
                let (client, ops) = Client::begin(ids::fresh(DeviceId::new), identity);
                if vault.write(&ops).await.is_err() {
                    self.storage.give_up_disk();
                    return client;
                }
                // Changes on their way outlive a description that was damaged.
                Client::restore(vault.read().await).unwrap_or(client)
            }
        }
    }

    async fn follow(self: &Rc<Self>, opening: u64, identity: Identity, name: String) {
        let restored = Client::restore(self.storage.vault().read().await);
        if self.tabs.opening() != opening {
            return;
        }
        self.tabs.follow();
        self.rows.show_instead(
            restored.unwrap_or_else(|_| Client::begin(ids::fresh(DeviceId::new), identity.clone()).0),
        );
        self.load_pins();
        self.introduce_to_leader();
        let inner = Rc::clone(self);
        leptos::task::spawn_local(async move {
            let held = lock::acquire(&name, Patience::Wait).await;
            if held.is_some() && inner.tabs.opening() == opening {
                inner.lead(opening, identity, held).await;
            }
        });
    }

    /// Waits until the leader shows these changes; gives up after a while.
    async fn sees(&self, changes: &[Outgoing]) -> bool {
        for _ in 0..100 {
            {
                let client = self.rows.client();
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
