use super::world::*;
use crate::authority::device::RESULTS_KEPT;
use crate::authority::{self, AuthorityError, Behaviour, Fault, OUTCOME_LIFE_MS};
use crate::row_store;
use crate::store::{Direction, MemoryStore, Span, Store, Table};
use proptest::prelude::*;
use rstest::rstest;
use shared::ids::{AttemptId, Epoch, ExperienceId, MutationId, uuid_v7};
use shared::lang::Lang;
use shared::mutation::{
    Mutation, PublishExperience, RevokeRole, SaveDraft, SetDisabled, SubmitAttempt, SubmitExperience,
};
use shared::records::{
    Answer, Bookmark, Certificate, Change, Experience, InvitedAs, LessonProgress, Section,
};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityRole, Principle};
use shared::wire::{PUSH_MOST, PushRequest, Stopped};

#[test]
fn mutations_are_decided_in_order_and_a_refusal_does_not_hold_up_the_next() {
    let mut world = World::new();
    let answer = world.push(
        "amina",
        "phone",
        1,
        &[read_lesson(1, 3), bookmark_nothing(), read_lesson(2, 1)],
    );
    assert_eq!(
        outcomes(&answer.results),
        [
            (1, "applied".into()),
            (2, "not_found".into()),
            (3, "applied".into())
        ]
    );
    assert_eq!((answer.last_n, answer.stopped), (3, None));
    let read = world.store.read().unwrap();
    let own = Scope::Person(person("amina"));
    let progress = row_store::all::<LessonProgress>(&*read, own).unwrap();
    assert_eq!(progress.len(), 2);
    assert_eq!(row_store::all::<Bookmark>(&*read, own).unwrap(), []);
}

#[test]
fn offering_again_gives_the_stored_results_and_changes_nothing() {
    let mut world = World::new();
    let wanted = [read_lesson(1, 3), bookmark_nothing()];
    let first = world.push("amina", "phone", 1, &wanted);
    let before = world.picture();
    let second = world.push("amina", "phone", 1, &wanted);
    assert_eq!(first, second);
    assert_eq!(world.picture(), before);
}

#[test]
fn only_the_newest_results_of_a_device_are_kept() {
    let mut world = World::new();
    let mut first = 1;
    let mut last = Vec::new();
    let most = u64::try_from(PUSH_MOST).unwrap();
    while first <= RESULTS_KEPT + most {
        last = vec![bookmark_nothing(); PUSH_MOST];
        let answer = world.push("amina", "phone", first, &last);
        assert_eq!((answer.results.len(), answer.stopped), (PUSH_MOST, None));
        first += most;
    }
    let read = world.store.read().unwrap();
    let kept = read.range(Table::Results, &Span::all(), Direction::Forward, usize::MAX);
    assert_eq!(kept.unwrap().len(), usize::try_from(RESULTS_KEPT).unwrap());
    drop(read);
    // The last push may be offered again, because its answer may be lost; the first one cannot.
    let again = world.push("amina", "phone", first - most, &last);
    assert_eq!(again.results.len(), PUSH_MOST);
    let forgotten = push_request("phone", vec![envelope("phone/1", 1, &bookmark_nothing())]);
    assert_eq!(
        world.try_push("amina", &forgotten),
        Err(AuthorityError::NumberReused(1))
    );
}

#[test]
fn outcomes_of_mutations_are_forgotten_by_the_age_of_their_ids() {
    let store = MemoryStore::new();
    let mut txn = store.write().unwrap();
    let now = Timestamp(OUTCOME_LIFE_MS + 10);
    for made_at in [8, 9, 10, 11] {
        let id = uuid_v7(made_at, [u8::MAX; 10]);
        txn.put(Table::Mutations, id.as_bytes(), b"{}").unwrap();
    }
    let mut forget = |now, most| authority::forget_old_outcomes(&mut *txn, now, most).unwrap();
    assert_eq!(forget(Timestamp(0), 9), 0, "before the life of the first one");
    assert_eq!((forget(now, 1), forget(now, 9), forget(now, 9)), (1, 1, 0));
    let kept = txn.range(Table::Mutations, &Span::all(), Direction::Forward, usize::MAX);
    assert_eq!(kept.unwrap().len(), 2);
}

#[test]
fn after_a_restore_another_number_brings_the_same_mutation_without_a_second_effect() {
    let mut world = World::new();
    let save = |text: &str| -> Mutation {
        SaveDraft {
            experience: ExperienceId::from_name("e"),
            collectivity: tinghir(),
            changes: vec![Change::Text {
                section: Section::Title,
                lang: Lang::Fr,
                text: text.to_owned(),
                seen: Vec::new(),
            }],
        }
        .into()
    };
    world.push("amina", "phone", 1, &[save("one"), bookmark_nothing()]);
    let before = world.picture();
    // The same two, from the device that took over what the first one held.
    let again = vec![
        envelope("phone/1", 1, &save("one")),
        envelope("phone/2", 2, &bookmark_nothing()),
    ];
    let answer = world.try_push("amina", &push_request("laptop", again)).unwrap();
    assert_eq!(
        outcomes(&answer.results),
        [(1, "applied".into()), (2, "not_found".into())]
    );
    assert_eq!(world.picture(), before, "no row may move");
    let pulled = world.pull(&world.identity("amina"), &pull_request(Some("laptop")));
    assert_eq!(pulled.results, answer.results);
}

#[test]
fn one_number_for_two_mutations_is_a_fault_of_the_device_and_nothing_of_the_push_is_kept() {
    let mut world = World::new();
    world.push("amina", "phone", 1, &[read_lesson(1, 3)]);
    let before = world.picture();
    let cloned = vec![
        envelope("other", 1, &read_lesson(2, 1)),
        envelope("another", 2, &read_lesson(2, 1)),
    ];
    let error = world
        .try_push("amina", &push_request("phone", cloned))
        .unwrap_err();
    assert_eq!(error, AuthorityError::NumberReused(1));
    assert_eq!(world.picture(), before);
    let zero = vec![envelope("zero", 0, &read_lesson(2, 1))];
    assert_eq!(
        world.try_push("amina", &push_request("phone", zero)).unwrap_err(),
        AuthorityError::NumberReused(0)
    );
}

fn progress_of(world: &World, name: &str) -> usize {
    let read = world.store.read().unwrap();
    row_store::all::<LessonProgress>(&*read, Scope::Person(person(name)))
        .unwrap()
        .len()
}

#[test]
fn an_id_stands_for_one_intent_of_one_person() {
    let mut world = World::new();
    world.push("amina", "phone", 1, &[read_lesson(1, 3), bookmark_nothing()]);
    let before = world.picture();

    // Somebody else, with the same content and with another one.
    let theirs = vec![
        envelope("phone/1", 1, &read_lesson(1, 3)),
        envelope("phone/2", 2, &read_lesson(2, 1)),
    ];
    let request = push_request("theirs", theirs);
    let answer = world.try_push("brahim", &request).unwrap();
    let refused = [(1, "already_exists".into()), (2, "already_exists".into())];
    assert_eq!(outcomes(&answer.results), refused);
    assert_eq!(
        world.try_push("brahim", &request).unwrap(),
        answer,
        "the same when it is asked again"
    );
    assert_eq!(progress_of(&world, "brahim"), 0);

    // The same person, with another content.
    let other = vec![envelope("phone/1", 1, &read_lesson(2, 1))];
    let answer = world.try_push("amina", &push_request("laptop", other)).unwrap();
    assert_eq!(outcomes(&answer.results), [(1, "already_exists".into())]);
    assert_eq!(world.picture(), before, "no row may move");

    // The same number as well: that device was cloned or has lost its memory.
    let other = vec![envelope("phone/1", 1, &read_lesson(2, 1))];
    let error = world
        .try_push("amina", &push_request("phone", other))
        .unwrap_err();
    assert_eq!(error, AuthorityError::NumberReused(1));

    // What was decided first stays so for who sent it.
    let own = vec![envelope("phone/1", 1, &read_lesson(1, 3))];
    let answer = world.try_push("amina", &push_request("tablet", own)).unwrap();
    assert_eq!(outcomes(&answer.results), [(1, "applied".into())]);
}

#[test]
fn content_is_the_same_whatever_the_order_of_its_fields_and_the_clock() {
    let mut world = World::new();
    world.push("amina", "phone", 1, &[read_lesson(1, 3)]);
    let mut again = envelope("phone/1", 1, &read_lesson(1, 3));
    again.at = again.at.plus_ms(5_000);
    let text = again.mutation.to_string();
    let turned = turned_around(&again.mutation);
    assert_ne!(text, turned);
    again.mutation = serde_json::from_str(&turned).unwrap();
    let answer = world
        .try_push("amina", &push_request("laptop", vec![again]))
        .unwrap();
    assert_eq!(outcomes(&answer.results), [(1, "applied".into())]);
}

/// The same JSON with the fields of each object in the opposite order.
fn turned_around(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Object(fields) => {
            let fields = fields.iter().rev();
            let fields: Vec<String> = fields
                .map(|(name, value)| format!("{name:?}:{}", turned_around(value)))
                .collect();
            format!("{{{}}}", fields.join(","))
        }
        other => other.to_string(),
    }
}

#[test]
fn an_outcome_from_before_it_knew_its_person_is_still_given() {
    let mut world = World::new();
    let mut txn = world.store.write().unwrap();
    let stored = [
        ("old/1", r#"{"outcome":"applied"}"#),
        ("old/2", r#"{"outcome":"refused","refusal":{"code":"not_found"}}"#),
    ];
    for (id, outcome) in stored {
        let id = MutationId::from_name(id);
        txn.put(Table::Mutations, id.uuid().as_bytes(), outcome.as_bytes())
            .unwrap();
    }
    txn.commit().unwrap();
    let offered = vec![
        envelope("old/1", 1, &read_lesson(1, 3)),
        envelope("old/2", 2, &bookmark_nothing()),
    ];
    let answer = world.try_push("amina", &push_request("phone", offered)).unwrap();
    assert_eq!(
        outcomes(&answer.results),
        [(1, "applied".into()), (2, "not_found".into())]
    );
}

#[test]
fn a_gap_stops_before_the_mutation_after_it() {
    let mut world = World::new();
    let mutations = vec![
        envelope("a", 1, &read_lesson(1, 1)),
        envelope("c", 3, &read_lesson(2, 1)),
    ];
    let answer = world
        .try_push("amina", &push_request("phone", mutations))
        .unwrap();
    assert_eq!(outcomes(&answer.results), [(1, "applied".into())]);
    assert_eq!((answer.last_n, answer.stopped), (1, Some(Stopped::Gap)));
}

#[test]
fn what_cannot_be_read_is_refused_alone_and_what_is_newer_waits() {
    let mut world = World::new();
    let mut extra = envelope("a", 1, &read_lesson(1, 1));
    extra.mutation["with"]["author"] = "me".into();
    let mut unknown = envelope("b", 2, &read_lesson(1, 1));
    unknown.mutation = serde_json::json!({"do": "become-administrator", "with": {}});
    let mut newer = envelope("d", 4, &read_lesson(1, 1));
    newer.schema = 2;
    let mutations = vec![extra, unknown, envelope("c", 3, &read_lesson(1, 1)), newer];
    let answer = world
        .try_push("amina", &push_request("phone", mutations))
        .unwrap();
    assert_eq!(
        outcomes(&answer.results),
        [
            (1, "malformed".into()),
            (2, "malformed".into()),
            (3, "applied".into())
        ]
    );
    assert_eq!((answer.last_n, answer.stopped), (3, Some(Stopped::NewerSchema)));
}

#[test]
fn another_life_of_the_database_stops_everything() {
    let mut world = World::new();
    let mut request = push_request("phone", vec![envelope("a", 1, &read_lesson(1, 1))]);
    request.epoch = Some(Epoch::from_name("before the restore"));
    let answer = world.try_push("amina", &request).unwrap();
    assert_eq!(
        (answer.results.len(), answer.last_n, answer.stopped),
        (0, 0, Some(Stopped::EpochChanged))
    );
}

#[rstest]
#[case::protocol(|r: &mut PushRequest| r.protocol = 9, AuthorityError::Protocol(9))]
#[case::too_many(
    |r: &mut PushRequest| r.mutations = vec![envelope("a", 1, &bookmark_nothing()); 201],
    AuthorityError::TooMany(201)
)]
fn requests_that_get_no_answer(#[case] spoil: fn(&mut PushRequest), #[case] error: AuthorityError) {
    let mut world = World::new();
    let mut request = push_request("phone", Vec::new());
    spoil(&mut request);
    assert_eq!(world.try_push("amina", &request).unwrap_err(), error);
}

#[test]
fn a_device_belongs_to_the_first_who_used_it() {
    let mut world = World::new();
    world.push("amina", "phone", 1, &[read_lesson(1, 1)]);
    let request = push_request("phone", vec![envelope("b", 1, &read_lesson(1, 1))]);
    assert_eq!(
        world.try_push("brahim", &request).unwrap_err(),
        AuthorityError::DeviceTaken
    );
    let pull = authority::pull::<serde_json::Value>(
        &*world.store.read().unwrap(),
        person("brahim"),
        &pull_request(Some("phone")),
        NOW,
    );
    assert_eq!(pull.unwrap_err(), AuthorityError::DeviceTaken);
}

#[test]
fn rights_are_those_of_the_moment_and_a_closed_account_is_nobody() {
    let mut world = World::new();
    let fatima_loses: Mutation = RevokeRole {
        person: person("fatima"),
        role: InvitedAs::Collectivity {
            collectivity: tinghir(),
            role: CollectivityRole::FocalPoint,
        },
    }
    .into();
    // She takes the role from herself; the same push may not go on using it.
    let answer = world.push("fatima", "desk", 1, &[fatima_loses.clone(), fatima_loses]);
    assert_eq!(
        outcomes(&answer.results),
        [(1, "applied".into()), (2, "not_allowed".into())]
    );

    let close: Mutation = SetDisabled {
        person: person("amina"),
        disabled: true,
    }
    .into();
    world.push("omar", "desk 2", 1, &[close]);
    let request = push_request("phone", vec![envelope("a", 1, &read_lesson(1, 1))]);
    assert_eq!(
        world.try_push("amina", &request).unwrap_err(),
        AuthorityError::NotSignedIn
    );
    let read = world.store.read().unwrap();
    assert_eq!(authority::identity(&*read, person("amina")).unwrap(), None);
}

#[test]
fn a_certificate_is_issued_once_with_a_number_that_is_found_again() {
    let mut world = World::new();
    let attempt: Mutation = SubmitAttempt {
        attempt: AttemptId::from_name("one"),
        module: card().id,
        lang: Lang::Fr,
        answers: vec![Answer::One(0)],
        edition: Default::default(),
    }
    .into();
    let answer = world.push(
        "amina",
        "phone",
        1,
        &[read_lesson(1, 1), attempt, read_lesson(2, 1), read_lesson(2, 9)],
    );
    assert!(
        answer
            .results
            .iter()
            .all(|r| r.outcome == shared::wire::Outcome::Applied)
    );
    let read = world.store.read().unwrap();
    let held = row_store::all::<Certificate>(&*read, Scope::Person(person("amina"))).unwrap();
    assert_eq!(held.len(), 1);
    let number = &held[0].number;
    assert_eq!(number.len(), "MTQ-2026-7F3K-9QXW".len(), "{number}");
    assert!(number.starts_with("MTQ-2026-"), "{number}");
    assert_eq!(
        row_store::find_certificate(&*read, number).unwrap().as_ref(),
        held.first()
    );
    assert_eq!(
        row_store::find_certificate(&*read, "MTQ-2026-0000-0000").unwrap(),
        None
    );
}

/// Amina writes and submits, Fatima publishes.
fn publish(world: &mut World, name: &str, desk: &str) -> Experience {
    let experience = ExperienceId::from_name(name);
    let text = |section, text: &str| Change::Text {
        section,
        lang: Lang::Fr,
        text: text.to_owned(),
        seen: Vec::new(),
    };
    let save = SaveDraft {
        experience,
        collectivity: tinghir(),
        changes: vec![
            text(Section::Title, "Budget participatif"),
            text(Section::Summary, "s"),
            text(Section::Problem, "p"),
            text(Section::Solution, "s"),
            Change::Principles {
                value: vec![Principle::Transparency],
            },
        ],
    };
    let written = world.push(
        "amina",
        &format!("phone {desk}"),
        1,
        &[save.into(), SubmitExperience { experience }.into()],
    );
    let decided = PublishExperience {
        experience,
        revision: 2,
        note: String::new(),
    };
    let decided = world.push("fatima", desk, 1, &[decided.into()]);
    assert_eq!(
        [outcomes(&written.results), outcomes(&decided.results)].concat(),
        [
            (1, "applied".into()),
            (2, "applied".into()),
            (1, "applied".into())
        ]
    );
    let read = world.store.read().unwrap();
    row_store::find(&*read, Scope::Experience(experience), experience)
        .unwrap()
        .unwrap()
}

#[test]
fn two_experiences_with_one_title_get_two_addresses() {
    let mut world = World::new();
    let first = publish(&mut world, "first", "desk");
    let second = publish(&mut world, "second", "desk 2");
    assert_eq!(first.slug.as_deref(), Some("budget-participatif"));
    assert_eq!(second.slug.as_deref(), Some("budget-participatif-2"));
    let read = world.store.read().unwrap();
    let found = row_store::find_named(&*read, row_store::Named::Experience, "budget-participatif-2");
    assert_eq!(found.unwrap(), Some(second.id.uuid()));
}

/// Pushes one mutation twice with a planted bug and says what the two answers were and how far the scope came.
fn push_twice(fault: Fault, mutation: &Mutation) -> (Vec<usize>, u64) {
    let mut world = World::new();
    let request = push_request("phone", vec![envelope("a", 1, mutation)]);
    let behaviour = Behaviour {
        fault: Some(fault),
        ..Behaviour::default()
    };
    let mut told = Vec::new();
    for _ in 0..2 {
        let actor = world.identity("amina");
        let mut txn = world.store.write().unwrap();
        let entropy = &mut world.entropy;
        let answer = authority::push_with(&mut *txn, &actor, &request, NOW, entropy, behaviour).unwrap();
        txn.commit().unwrap();
        told.push(answer.results.len());
    }
    let read = world.store.read().unwrap();
    let own = row_store::head(&*read, Scope::Person(person("amina"))).unwrap();
    (told, own.head)
}

#[test]
fn planted_bugs_do_what_they_say() {
    let draft: Mutation = SaveDraft {
        experience: ExperienceId::from_name("e"),
        collectivity: tinghir(),
        changes: Vec::new(),
    }
    .into();
    let (_, once) = push_twice(Fault::AnswerBeforeCommit, &draft);
    let (_, twice) = push_twice(Fault::DuplicateEffect, &draft);
    assert_eq!(twice, once + 1);
    let (told, _) = push_twice(Fault::LostRefusal, &bookmark_nothing());
    assert_eq!(told[0], 0, "the refusal is not told");

    let mut world = World::new();
    let stale = world.identity("fatima");
    let close: Mutation = SetDisabled {
        person: person("brahim"),
        disabled: true,
    }
    .into();
    let mut believed = stale;
    believed.roles = world.identity("omar").roles;
    let request = push_request("desk", vec![envelope("a", 1, &close)]);
    let behaviour = Behaviour {
        fault: Some(Fault::MissingAuthorisation),
        ..Behaviour::default()
    };
    let mut txn = world.store.write().unwrap();
    let entropy = &mut world.entropy;
    let answer = authority::push_with(&mut *txn, &believed, &request, NOW, entropy, behaviour).unwrap();
    assert_eq!(outcomes(&answer.results), [(1, "applied".into())]);
    drop(txn);
    let honest = world.try_push("fatima", &request).unwrap();
    assert_eq!(outcomes(&honest.results), [(1, "not_allowed".into())]);
}

/// JSON near enough to a mutation to get past the first look.
fn nearly_a_mutation() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        ".{0,12}".prop_map(Into::into),
        Just(card().id.to_string().into()),
        Just(tinghir().to_string().into()),
        Just("fr".into()),
    ];
    let field = prop_oneof![
        Just("experience"),
        Just("module"),
        Just("lesson"),
        Just("collectivity"),
        Just("changes"),
        Just("person"),
        Just("role"),
        Just("lang"),
        Just("text"),
        Just("name"),
        Just("marked"),
        Just("attempt"),
        Just("answers"),
    ];
    let value = leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            proptest::collection::btree_map(field.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    });
    (proptest::sample::select(Mutation::WORDS), value)
        .prop_map(|(word, with)| serde_json::json!({"do": word, "with": with}))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_device_sends_gets_one_result_each(
        bodies in proptest::collection::vec(nearly_a_mutation(), 1..20),
    ) {
        let mut world = World::new();
        let mutations: Vec<_> = bodies
            .into_iter()
            .zip(1..)
            .map(|(body, n)| {
                let mut sent = envelope(&n.to_string(), n, &bookmark_nothing());
                sent.mutation = body;
                sent
            })
            .collect();
        let answer = world.try_push("amina", &push_request("phone", mutations.clone())).unwrap();
        prop_assert_eq!(answer.results.len(), mutations.len());
        prop_assert_eq!(answer.stopped, None);
        let again = world.try_push("amina", &push_request("phone", mutations)).unwrap();
        prop_assert_eq!(again, answer);
        crate::verify::verify(&*world.store.read().unwrap()).sound().unwrap();
    }
}
