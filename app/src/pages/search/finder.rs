//! Searching what this device holds. What does it is a part of the code of its own (`device.rs`), fetched once the replica is
//! open: until then the hub answers alone.

use super::device::device_search;
use super::found::Found;
use crate::parts::PartMissing;
use crate::replica::{opened, use_replica};
use futures::future::select;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use shared::lang::Lang;
use shared::records::{Collectivity, ExperienceCard, ModuleCard};
use shared::scope::Scope;
use shared::wire::SearchAnswer;
use std::cell::Cell;
use std::pin::pin;

/// How long the replica may take to open before the device searches what came with the page.
const OPEN_WITHIN_MS: u32 = 12_000;

/// The editions of all collectivities, experiences and modules, which say whether any of them changed.
pub(super) type Editions = [u64; 3];

/// What the part that searches can be asked.
#[derive(Clone, Copy)]
pub(crate) struct DeviceSearch {
    /// Begins a look at everything. Where it is not the first of a page, it only does when a card may have changed.
    pub(super) take_stock: fn(Editions, bool),
    /// What answers a question, best first, at most so many.
    pub(super) search: fn(&str, usize) -> Vec<Found>,
    /// The same in the form in which the server answers, and whether it is known to be complete.
    pub(super) answer: fn(&str, Lang, bool) -> SearchAnswer,
}

thread_local! {
    static DEVICE: Cell<Option<DeviceSearch>> = const { Cell::new(None) };
    /// Goes up whenever the index can answer better than before.
    static EDITION: ArcRwSignal<u32> = ArcRwSignal::new(0);
    static IS_COMPLETE: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// Searches; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Finder;

/// Keeps the index up to date for as long as this component lives. What was read stays for the next one.
pub(crate) fn use_finder() -> Finder {
    let replica = use_replica();
    Effect::new(move |before: Option<()>| {
        // Texts may have come to this device since the last page with a search: no edition of a card tells of them.
        let is_first = before.is_none();
        let editions = [
            replica.edition::<Collectivity>(Scope::Public),
            replica.edition::<ExperienceCard>(Scope::Public),
            replica.edition::<ModuleCard>(Scope::Public),
        ];
        // Not in this turn of the event loop: the page paints first.
        spawn_local(take_stock(editions, is_first));
    });
    Finder
}

/// What searches on this device, a part of the code of its own. It is the only way into it.
#[wasm_split(device_search, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_device_search() -> Result<DeviceSearch, PartMissing> {
    Ok(device_search())
}

async fn take_stock(editions: Editions, is_first: bool) {
    let opened = pin!(opened());
    select(opened, TimeoutFuture::new(OPEN_WITHIN_MS)).await;
    // Where the part does not come, the next change has it fetched again.
    if let Ok(device) = fetch_device_search().await {
        DEVICE.set(Some(device));
        (device.take_stock)(editions, is_first);
    }
}

/// Tells of progress: whether the index answers better than before, and whether everything was read.
pub(super) fn found_more(is_better: bool, is_done: bool) {
    if is_better {
        EDITION.with(|edition| edition.update(|number| *number = number.wrapping_add(1)));
    }
    IS_COMPLETE.with(|complete| {
        if complete.get_untracked() != is_done {
            complete.set(is_done);
        }
    });
}

impl Finder {
    /// What answers a question, best first. Tracked: better answers come as the index grows.
    pub(crate) fn search(self, question: &str, limit: usize) -> Vec<Found> {
        EDITION.with(|edition| edition.track());
        let device = DEVICE.get();
        device.map_or_else(Vec::new, |device| (device.search)(question, limit))
    }

    /// What a question finds on this device, in the best language for a reader of `lang`. Tracked.
    pub(crate) fn answer(self, question: &str, lang: Lang) -> SearchAnswer {
        EDITION.with(|edition| edition.track());
        let is_complete = self.is_complete();
        let device = DEVICE.get();
        device.map_or_else(SearchAnswer::default, |device| {
            (device.answer)(question, lang, is_complete)
        })
    }

    /// Whether everything on this device has been read. Tracked.
    pub(crate) fn is_complete(self) -> bool {
        // The server looks at the cards themselves.
        cfg!(feature = "ssr") || IS_COMPLETE.with(|complete| complete.get())
    }
}
