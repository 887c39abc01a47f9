//! What crosses crates: simulation, journeys in a real browser, faults and load.
pub mod simulator;
