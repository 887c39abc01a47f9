//! What one member or one collectivity may keep, and what stays possible once that is used.

use super::world::*;
use crate::authority::{self, Behaviour, Quotas};
use crate::row_store::{self, KeptFor};
use crate::store::{Direction, Span, Store, Table};
use shared::ids::ExperienceId;
use shared::lang::Lang;
use shared::limits::SMALL_MUTATION_BYTES;
use shared::mutation::{DiscardDraft, Mutation, SaveDraft};
use shared::records::{Change, Identity, Roles, Section};
use shared::wire::MUTATION_BYTES;

const SMALL: Quotas = Quotas {
    person: 100_000,
    collectivity: 150_000,
};

fn save(name: &str, length: usize) -> Mutation {
    SaveDraft {
        experience: ExperienceId::from_name(name),
        collectivity: tinghir(),
        changes: vec![Change::Text {
            section: Section::Problem,
            lang: Lang::Fr,
            text: "b".repeat(length),
            seen: Vec::new(),
        }],
    }
    .into()
}

fn push(world: &mut World, name: &str, n: u64, mutation: &Mutation) -> String {
    let actor = Identity {
        person: person(name),
        name: name.to_owned(),
        roles: Roles::default(),
    };
    let request = push_request(name, vec![envelope(&format!("{name}/{n}"), n, mutation)]);
    let behaviour = Behaviour {
        quotas: SMALL,
        ..Behaviour::default()
    };
    let mut txn = world.store.write().unwrap();
    let answer =
        authority::push_with(&mut *txn, &actor, &request, NOW, &mut world.entropy, behaviour).unwrap();
    txn.commit().unwrap();
    outcomes(&answer.results).pop().unwrap().1
}

fn used(world: &World, kept_for: KeptFor) -> u64 {
    row_store::usage_of(&*world.store.read().unwrap(), kept_for).unwrap()
}

fn of(name: &str) -> KeptFor {
    KeptFor::Person(person(name))
}

fn verify(world: &World) {
    crate::verify::verify(&*world.store.read().unwrap())
        .sound()
        .unwrap();
}

/// Saves drafts until one is refused; answers how many were kept, and why the last was not.
fn fill(world: &mut World, name: &str, from: u64) -> (u64, String) {
    for n in from.. {
        let outcome = push(world, name, n, &save(&format!("{name}-{n}"), 10_000));
        if outcome != "applied" {
            return (n - from, outcome);
        }
        assert!(n - from < 100, "no end to it");
    }
    unreachable!()
}

#[test]
fn a_member_keeps_so_much_and_others_go_on() {
    let mut world = World::new();
    count(&world);
    let (kept, why) = fill(&mut world, "amina", 1);
    assert_eq!((kept > 3, why.as_str()), (true, "person_full"));
    assert!(used(&world, of("amina")) <= SMALL.person);
    let next = kept + 2;
    // What is there can be made shorter, and what takes nothing goes through; nobody else notices.
    assert_eq!(push(&mut world, "amina", next, &save("amina-1", 10)), "applied");
    assert_eq!(
        push(&mut world, "brahim", 1, &save("brahim-1", 10_000)),
        "applied"
    );
    assert_eq!(
        push(&mut world, "amina", next + 1, &save("other", 20_000)),
        "person_full"
    );
    let discard = DiscardDraft {
        experience: ExperienceId::from_name("amina-2"),
    };
    assert_eq!(push(&mut world, "amina", next + 2, &discard.into()), "applied");
    assert_eq!(
        push(&mut world, "amina", next + 3, &save("other", 10_000)),
        "applied"
    );
    verify(&world);
}

#[test]
fn the_members_of_a_collectivity_together_keep_so_much() {
    let mut world = World::new();
    count(&world);
    assert_eq!(fill(&mut world, "amina", 1).1, "person_full");
    let (kept, why) = fill(&mut world, "brahim", 1);
    assert_eq!(why, "collectivity_full");
    let together = used(&world, KeptFor::Collectivity(tinghir()));
    assert!(together <= SMALL.collectivity);
    // Beside their drafts each has a row of their own account.
    let each = used(&world, of("amina")) + used(&world, of("brahim"));
    assert!((each - 2_000..each).contains(&together), "{together} of {each}");
    // What a person does for nobody but themselves is not the collectivity's.
    assert_eq!(
        push(&mut world, "brahim", kept + 2, &read_lesson(1, 1)),
        "applied"
    );
    verify(&world);
}

#[test]
fn a_database_without_counts_gets_the_right_ones() {
    let mut world = World::new();
    for n in 1..4 {
        push(&mut world, "amina", n, &save(&format!("e{n}"), 3_000));
    }
    let right = used(&world, of("amina"));
    {
        let mut txn = world.store.write().unwrap();
        let counts = txn.range(Table::Usage, &Span::all(), Direction::Forward, usize::MAX);
        for (key, _) in counts.unwrap() {
            txn.delete(Table::Usage, &key).unwrap();
        }
        // One that nobody has any more.
        txn.put(Table::Usage, &[9], &[1]).unwrap();
        txn.commit().unwrap();
    }
    assert_eq!(used(&world, of("amina")), 0);
    count(&world);
    assert_eq!(used(&world, of("amina")), right);
    verify(&world);
}

#[test]
fn a_change_is_not_larger_than_its_kind() {
    let mut world = World::new();
    // Nothing that could be read further: only the size can be at fault, or else that it is nonsense.
    let mut nonsense = |n: u64, word: &str, bytes: usize| {
        let mut envelope = envelope(&n.to_string(), n, &read_lesson(1, 1));
        envelope.mutation = serde_json::json!({ "do": word, "with": "a".repeat(bytes) });
        let request = push_request("phone", vec![envelope]);
        let answer = world.try_push("amina", &request).unwrap();
        outcomes(&answer.results).pop().unwrap().1
    };
    assert_eq!(nonsense(1, "add-comment", SMALL_MUTATION_BYTES), "too_long");
    assert_eq!(nonsense(2, "add-comment", 1_000), "malformed");
    assert_eq!(nonsense(3, "save-draft", SMALL_MUTATION_BYTES), "malformed");
    assert_eq!(nonsense(4, "save-draft", MUTATION_BYTES), "too_long");
}

fn count(world: &World) {
    let mut txn = world.store.write().unwrap();
    row_store::count_usage(&mut *txn).unwrap();
    txn.commit().unwrap();
}
