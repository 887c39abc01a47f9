//! What this device holds, and the only way to change it. Components read signals here and hand over mutations;
//! they never talk to the network or to storage.
//!
//! ```ignore
//! let replica = use_replica();
//! let cards = replica.all::<ModuleCard>(Scope::Public);            // Memo<Vec<ModuleCard>>
//! let card = replica.one::<ModuleCard>(Scope::Public, id);         // Memo<Option<ModuleCard>>
//! let state = replica.want(move || Some(Scope::Module(id)));       // pulled while this component lives
//! let found = replica.get::<Lesson>(Scope::Module(id), lesson);    // tracked, inside any reactive closure
//! match replica.mutate(SetBookmark { experience, marked }).await { // saved on this device when it returns
//!     Ok(_) => {}
//!     Err(not_saved) => show(not_saved.words()),
//! }
//! ```

mod channel;
mod conversation;
mod cross_tab;
mod disk;
mod documents;
mod embedding;
mod engine;
mod following;
mod leading;
mod live;
mod lock;
mod network;
mod opening;
mod ownership;
mod pins;
mod queries;
mod reading;
mod remembering;
mod rows;
mod running;
mod starting;
mod state;
mod status;
mod storage;
mod syncing;
mod tabs;
mod vault;
mod waiters;
mod wanting;
mod writing;

pub(crate) use documents::Pin;
pub(crate) use embedding::take_rows_of_page;
pub(crate) use reading::use_replica;
pub(crate) use starting::{begin, opened, tried};
pub(crate) use status::{SavedState, ScopeState};
pub(crate) use storage::Keeping;
pub(crate) use wanting::room;
pub(crate) use writing::NotSaved;
