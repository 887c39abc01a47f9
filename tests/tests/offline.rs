//! Without a network: the app opens, journeys go on, and an update never leaves less than one whole build.

#[path = "offline/updates.rs"]
mod updates;
