//! The pages, by area: one component per address of `router.rs`. A page only composes.

pub(crate) mod account;
pub(crate) mod administration;
pub(crate) mod experiences;
pub(crate) mod home;
pub(crate) mod learn;
pub(crate) mod network;
pub(crate) mod not_found;
pub(crate) mod parts;
pub(crate) mod people;
pub(crate) mod search;
pub(crate) mod teach;
