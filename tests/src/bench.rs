//! The bench: how fast, how small and how steady, measured on this machine and written as one table.
//!
//! Timings are for people to read; no test depends on one. What can be checked without a clock (the generator, the
//! statistics, the table) has its tests beside it.

mod arguments;
mod conversation;
mod error;
mod fill;
mod flood;
mod generator;
mod growth;
mod hub;
mod load;
mod machine;
mod offline;
mod peer;
mod plan;
mod reading;
mod searches;
mod standing;
mod statistics;
mod storm;
mod sync;
mod table;
mod touches;
mod visits;
mod writing;

pub use arguments::Arguments;
pub use error::{BenchError, BenchResult};
pub use fill::{Device, Filled, Size, fill};
pub use generator::Generator;
pub use machine::Machine;
pub use plan::run;
pub use statistics::Series;
pub use table::{BenchReport, Row, Target};
