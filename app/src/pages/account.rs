//! Coming in, one's account, what is saved where.

mod attention;
mod demonstration;
mod invitation;
mod overview;
mod sign_in;

pub(crate) use attention::Attention;
pub(crate) use demonstration::Demonstration;
pub(crate) use invitation::Invitation;
pub(crate) use overview::Account;
pub(crate) use sign_in::SignIn;
