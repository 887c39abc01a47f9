//! The people of a collectivity: who they are, how far they are, who is invited.

mod colleagues;
mod expiry;
mod export;
pub(crate) mod invitation_list;
pub(crate) mod invite;
mod manage;
mod overview;
pub(crate) mod power;
mod progress_table;
pub(crate) mod recovery_link;
mod share_link;
mod training;

pub(crate) use overview::People;
