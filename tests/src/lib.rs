//! What crosses crates: simulation, journeys in a real browser, faults and load.
pub mod bench;
pub mod browser;
pub mod simulator;
