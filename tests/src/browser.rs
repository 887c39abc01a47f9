//! People at real browsers in front of a real hub, so that a test reads as a story.
//!
//! A [`BrowserHub`] is the server's own program with a demonstration in a folder of its own; a [`Person`] is one
//! Chromium with a profile of its own. People find things as people do: by role and visible words, and the words
//! come from the Fluent messages of the language that they read, so that one story is told in three languages.
//!
//! Nothing here sleeps for luck: every step waits for what it needs, with a generous deadline, and says what was
//! on the screen when it did not come.

#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "all of this only serves tests: a story that does not hold must fail where it stops"
)]

mod driver;
mod failure;
mod hub;
mod library;
mod page;
mod paper;
mod person;
mod portal;
mod programs;
mod site;
mod temporary_folder;
mod text;
mod visitor;
mod words;

pub use hub::BrowserHub;
pub use library::{LibraryAnswer, library, module_of_the_library, right_answers};
pub use page::{Seen, Width};
pub use paper::{Paper, Printed};
pub use person::{Person, Role};
pub use portal::{PORTAL_WORDS, Portal};
pub use site::{OtherBuild, build_under_test, has_bundles, site_under_test};
pub use text::text_of_page;
pub use visitor::{Line, Visit, VisitError, Visitor};
pub use words::{Phrase, Words, beginning, filled, written};

use std::time::Duration;

/// How long a step may take. Long, because the machine may be busy; a step that holds takes milliseconds.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// How often a condition is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(40);
