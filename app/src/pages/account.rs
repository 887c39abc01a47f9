//! Coming in, one's account, what is saved where.

mod ask_invitation;
mod attention;
mod closed_account;
mod demonstration;
mod device_choice;
pub(crate) mod faults;
mod forgotten;
mod invitation;
mod link_secret;
mod next_steps;
mod offered_link;
mod overview;
mod password_field;
mod recovery;
mod sign_in;

pub(crate) use ask_invitation::AskInvitation;
pub(crate) use attention::Attention;
pub(crate) use demonstration::Demonstration;
pub(crate) use forgotten::Forgotten;
pub(crate) use invitation::Invitation;
pub(crate) use overview::Account;
pub(crate) use recovery::Recovery;
pub(crate) use sign_in::SignIn;
