//! Who may sign in, and who is signed in: passwords, sessions, invitations.
//!
//! Everything here works on a transaction that it is given; the clock and randomness are brought by the caller.

pub mod credentials;
pub mod invitations;
pub mod passwords;
pub mod secrets;
pub mod sessions;
