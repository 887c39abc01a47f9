//! Many devices against the real server core in one process, in an order that follows from a seed alone.
//!
//! Messages are dropped, doubled and reordered; answers are lost after the commit; either side crashes; backups
//! are restored; storages come back from the past or exist twice; rights are given and taken; clocks are wrong.
//! Afterwards everything heals, and everything must be as if each change had been made once, on a plain map, in
//! the order in which the server committed it.

mod act;
mod backend;
mod check;
mod content;
mod device;
mod draft_saves;
mod editions;
mod failure;
mod idle;
mod model;
mod module_texts;
mod prng;
mod report;
mod storage;
mod world;

pub use content::Content;
pub use failure::Failure;
pub use idle::{Asked, IdleTabs, Network};
pub use model::{Expected, Model};
pub use prng::Prng;
pub use report::SimulationReport;
pub use server::authority::Fault;

use world::World;

/// Runs one seed.
///
/// # Errors
/// What went wrong; the same seed goes wrong in the same way again.
pub fn run(seed: u64, fault: Option<Fault>) -> Result<SimulationReport, Failure> {
    let mut world = World::new(seed, fault)?;
    let steps = 120 + world.prng.below(240);
    world.run(steps)?;
    world.heal();
    world.settle()?;
    world.check()?;
    Ok(world.report)
}

/// The planted bugs, by the names they have on the command line.
pub const FAULTS: [(&str, Fault); 9] = [
    ("answer-before-commit", Fault::AnswerBeforeCommit),
    ("cursor-skips", Fault::CursorSkips),
    ("missing-authorisation", Fault::MissingAuthorisation),
    ("lost-refusal", Fault::LostRefusal),
    ("duplicate-effect", Fault::DuplicateEffect),
    ("last-order-wins", Fault::LastOrderWins),
    ("last-module-text-wins", Fault::LastModuleTextWins),
    ("grades-on-live-edition", Fault::GradesOnLiveEdition),
    ("editions-uncomplete", Fault::EditionsUncomplete),
];
