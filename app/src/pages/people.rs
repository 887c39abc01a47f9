//! The people of a collectivity: who they are, how far they are, who is invited.

mod colleagues;
mod expiry;
mod export;
pub(crate) mod invitation_list;
pub(crate) mod invite;
mod manage;
mod overview;
mod progress_table;
mod share_link;
mod training;

pub(crate) use overview::People;
