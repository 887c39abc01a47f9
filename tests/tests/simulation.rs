//! Many devices, one server, and everything that goes wrong between them. See `tests::simulator`.

use shared::mutation::Mutation;
use tests::simulator::{FAULTS, Fault, SimulationReport, run};

const SEEDS: u64 = 2_000;

#[test]
fn every_replica_comes_to_equal_the_server_and_nothing_is_lost() {
    let mut total = SimulationReport::default();
    for seed in 0..SEEDS {
        match run(seed, None) {
            Ok(report) => total.add(report),
            Err(failure) => panic!(
                "seed {seed}: {failure}\nreplay: cargo run -p tests --bin simulate -- --seeds 1 --from {seed}"
            ),
        }
    }
    // A quiet network would prove nothing.
    for word in Mutation::WORDS {
        assert!(
            total.applied.contains_key(*word),
            "nobody ever succeeded in {word}"
        );
    }
    assert!(total.kept > 100, "texts of drafts hardly ever met: {total:?}");
    assert!(
        total.module_texts > 100,
        "texts of modules hardly ever met: {total:?}"
    );
    assert!(total.written > 5, "modules were hardly ever written: {total:?}");
    assert!(total.late > 100, "quizzes were hardly ever late: {total:?}");
    assert!(total.joined > 100, "saves were hardly ever joined: {total:?}");
    for code in [
        "not_allowed",
        "not_found",
        "already_exists",
        "wrong_state",
        "conflict",
        "undecided",
    ] {
        assert!(
            total.refused.contains_key(code),
            "nothing was ever refused as {code}"
        );
    }
}

/// A simulation that finds no planted bug would find no other either.
fn is_found_within(seeds: u64, name: &str) {
    let fault: Option<Fault> = FAULTS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, fault)| *fault);
    assert!(
        fault.is_some() && (0..seeds).any(|seed| run(seed, fault).is_err()),
        "{name} was not found with {seeds} seeds"
    );
}

#[test]
fn an_answer_before_its_commit_is_found() {
    is_found_within(600, "answer-before-commit");
}

#[test]
fn a_cursor_that_skips_a_row_is_found() {
    is_found_within(50, "cursor-skips");
}

#[test]
fn a_missing_authorisation_is_found() {
    is_found_within(100, "missing-authorisation");
}

#[test]
fn a_lost_refusal_is_found() {
    is_found_within(100, "lost-refusal");
}

#[test]
fn an_effect_that_happens_twice_is_found() {
    is_found_within(50, "duplicate-effect");
}

#[test]
fn a_draft_in_which_the_last_one_wins_is_found() {
    is_found_within(200, "last-order-wins");
}

#[test]
fn a_text_of_a_module_in_which_the_last_one_wins_is_found() {
    is_found_within(200, "last-module-text-wins");
}

#[test]
fn grading_on_the_live_edition_is_found() {
    is_found_within(100, "grades-on-live-edition");
}

#[test]
fn an_edition_that_uncompletes_lessons_is_found() {
    is_found_within(100, "editions-uncomplete");
}
