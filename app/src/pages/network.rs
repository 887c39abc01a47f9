//! The members of the network.

mod collectivity;
mod directory;

pub(crate) use collectivity::Collectivity;
pub(crate) use directory::Directory;
