//! Without a network: the app opens, journeys go on, and an update never leaves less than one whole build. And what a
//! shared computer keeps of somebody, the next one does not find.

#[path = "offline/day.rs"]
mod day;
#[path = "offline/keeping.rs"]
mod keeping;
#[path = "journeys/quiz.rs"]
mod quiz;
#[path = "offline/room.rs"]
mod room;
#[path = "offline/storage.rs"]
mod storage;
#[path = "offline/traces.rs"]
mod traces;
#[path = "offline/updates.rs"]
mod updates;
