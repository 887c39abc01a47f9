//! What the server answers, one file per handler; `router.rs` says at which address.

pub(crate) mod accept_invitation;
pub(crate) mod change_password;
pub(crate) mod check_health;
pub(crate) mod end_session;
pub(crate) mod find_by_slug;
pub(crate) mod find_person;
pub(crate) mod issue_recovery;
pub(crate) mod keep_session;
pub(crate) mod list_sessions;
pub(crate) mod look_at_invitation;
pub(crate) mod look_at_recovery;
pub(crate) mod open_change_events;
pub(crate) mod pull_rows;
pub(crate) mod push_mutations;
pub(crate) mod recover;
pub(crate) mod search;
pub(crate) mod search_people;
pub(crate) mod serve_app;
pub(crate) mod show_hub;
pub(crate) mod show_session;
pub(crate) mod sign_in;
pub(crate) mod sign_in_demonstration;
pub(crate) mod sign_out;
pub(crate) mod verify_certificate;

mod give_session;
