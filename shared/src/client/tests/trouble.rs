use super::*;

#[test]
fn a_session_that_ended_pauses_and_loses_nothing() {
    let mut phone = Phone::of_emma();
    phone.mark("well");
    let mut stranger = quiet(0);
    stranger.viewer = None;
    stranger.standing = vec![Scope::Public];
    let transition = phone.pull(stranger);
    assert!(transition.changed.status && transition.ops.is_empty());
    assert_eq!(phone.client.status().pause, Some(Pause::NotSignedIn));
    assert_eq!(phone.client.push_request(), None);
    assert_eq!(phone.marks(), [experience("well")]);
    assert!(phone.client.resume().push_next);
    assert!(phone.client.push_request().is_some());
}

#[test]
fn an_older_server_is_waited_for() {
    let mut phone = Phone::of_emma();
    let id = phone.mark("well");
    let request = phone.client.push_request().unwrap();
    phone.answer_push(&request, stopped(Stopped::NewerSchema, 0));
    assert_eq!(phone.client.status().pause, Some(Pause::ServerIsOlder));
    assert_eq!(phone.client.push_request(), None);
    phone.restart();
    assert_eq!(phone.waiting(), [(1, id)]);
    assert_eq!(phone.client.push_request(), Some(request));
}

#[test]
fn a_change_written_by_a_newer_app_is_still_sent() {
    let mut phone = Phone::of_emma();
    let id = phone.mark("well");
    let key = (StoreName::Outbox, id.to_string());
    let change = phone.storage.get_mut(&key).unwrap();
    change["envelope"]["schema"] = 9.into();
    change["envelope"]["mutation"] = serde_json::json!({"do": "dance", "with": {}});
    phone.restart();
    assert_eq!(phone.marks(), []);
    let request = phone.client.push_request().unwrap();
    assert_eq!(request.mutations.first().map(|m| m.schema), Some(9));
}

#[test]
fn a_storage_of_a_newer_app_is_left_alone() {
    let mut phone = Phone::of_emma();
    let key = (StoreName::Meta, "meta".to_owned());
    phone.storage.get_mut(&key).unwrap()["version"] = 2.into();
    assert_eq!(
        Client::restore(phone.persisted()).err(),
        Some(RestoreError::Newer(2))
    );
    phone.storage.get_mut(&key).unwrap()["version"] = 1.into();
    phone.storage.get_mut(&key).unwrap()["device"] = "me".into();
    assert!(matches!(
        Client::restore(phone.persisted()),
        Err(RestoreError::Damaged(_))
    ));
    phone.storage.clear();
    assert_eq!(
        Client::restore(phone.persisted()).err(),
        Some(RestoreError::Empty)
    );
}

/// Emma's phone with one change that came back, one that was acknowledged and one that waits.
fn at_three_stages() -> (Phone, [MutationId; 3]) {
    let mut phone = Phone::of_emma();
    let told = with(quiet(0), Scope::Public, page(3, vec![row(3, &card("park"))]));
    phone.pull(told);
    let ids = ["well", "budget", "park"].map(|name| {
        let id = phone.mark(name);
        if name != "park" {
            let request = phone.client.push_request().unwrap();
            let n = phone.waiting().first().map(|(n, _)| *n).unwrap();
            phone.answer_push(&request, answer(vec![applied(n, id)]));
        }
        if name == "well" {
            phone.pull(with(quiet(1), own(), page(1, vec![row(1, &bookmark("well"))])));
        }
        id
    });
    assert_eq!(phone.client.remembered().count(), 1);
    (phone, ids)
}

#[test]
fn a_restored_server_is_offered_everything_again_under_a_new_device() {
    let (mut phone, ids) = at_three_stages();
    let before = phone.client.device();
    let request = phone.client.push_request().unwrap();
    let mut told = stopped(Stopped::EpochChanged, 0);
    told.epoch = epoch("second");
    let transition = phone.answer_push(&request, told);
    assert!(transition.pull_next && !transition.push_next);
    assert_eq!(phone.client.push_request(), None, "first the rows");
    assert!(
        phone.client.all::<ExperienceCard>(Scope::Public).count() > 0,
        "still to be read"
    );

    phone.restart();
    let asked = phone.client.pull_request(&BTreeSet::new());
    assert_eq!(asked.epoch, None);
    assert!(asked.scopes.values().all(Option::is_none));
    let mut told = with(quiet(0), Scope::Public, page(2, vec![row(2, &card("well"))]));
    told.epoch = epoch("second");
    phone.answer_pull(&asked, told);
    assert_ne!(phone.client.device(), before);
    let numbered: Vec<_> = (1..).zip(ids).collect();
    assert_eq!(phone.waiting(), numbered);
    assert_eq!(phone.client.remembered().count(), 0);
    assert_eq!(phone.client.all::<ExperienceCard>(Scope::Public).count(), 1);
    // What rests on rows that the backup did not have is not shown, and not forgotten.
    assert_eq!(phone.marks(), [experience("well")]);
}

#[test]
fn a_restored_server_may_be_met_in_a_pull_first() {
    let (mut phone, ids) = at_three_stages();
    let asked = phone.client.pull_request(&BTreeSet::new());
    let mut told = with(quiet(2), Scope::Public, page(2, vec![row(2, &card("well"))]));
    told.epoch = epoch("second");
    // Numbers of the device of before say nothing about the new one.
    told.results = vec![refused(1, ids[1], RefusalCode::NotFound)];
    phone.answer_pull(&asked, told);
    assert_eq!(phone.client.epoch(), Some(epoch("second")));
    assert_eq!(phone.waiting().len(), 3);
    assert_eq!(phone.client.refused().count(), 0);
    let held: Vec<_> = phone.client.scopes().keys().copied().collect();
    assert_eq!(held, [Scope::Public]);
}

#[test]
fn two_revivals_of_one_storage_meet_a_restored_server_alike() {
    let (phone, _) = at_three_stages();
    let mut told = quiet(0);
    told.epoch = epoch("second");
    let devices = [0, 1].map(|_| {
        let mut copy = Phone {
            client: phone.client.clone(),
            storage: phone.storage.clone(),
        };
        copy.pull(told.clone());
        (copy.client.device(), copy.waiting())
    });
    assert_eq!(devices[0], devices[1], "the same numbers for the same changes");
}

#[test]
fn a_server_that_forgot_this_device_is_told_everything_again() {
    let (mut phone, ids) = at_three_stages();
    let before = phone.client.device();
    let request = phone.client.push_request().unwrap();
    phone.answer_push(&request, stopped(Stopped::Gap, 0));
    assert_ne!(phone.client.device(), before);
    assert_eq!(phone.waiting(), (1..).zip(ids).collect::<Vec<_>>());
}

#[test]
fn a_gap_that_has_closed_meanwhile_is_none() {
    let (mut phone, ids) = at_three_stages();
    let before = phone.client.device();
    let request = phone.client.push_request().unwrap();
    phone.answer_push(&request, stopped(Stopped::Gap, 2));
    assert_eq!(phone.client.device(), before);
    assert_eq!(phone.waiting(), [(3, ids[2])]);
}

#[test]
fn a_number_that_a_copy_has_used_is_given_up() {
    let mut phone = Phone::of_emma();
    let id = phone.mark("well");
    let before = phone.client.device();
    let mut told = quiet(1);
    told.results = vec![applied(1, MutationId::from_name("made on the copy"))];
    phone.pull(told);
    assert_ne!(phone.client.device(), before);
    assert_eq!(phone.waiting(), [(1, id)]);

    // What is said of the device of before concerns nobody any more.
    let transition = phone.client.on_device_taken(before);
    assert_eq!(transition, Transition::default());
    let device = phone.client.device();
    let transition = phone.client.on_device_taken(device);
    phone.took(transition);
    assert_ne!(phone.client.device(), device);
    assert_eq!(phone.waiting(), [(1, id)]);
}

#[test]
fn copies_that_part_never_take_the_same_device_again() {
    let phone = Phone::of_emma();
    let devices = ["well", "budget"].map(|name| {
        let mut copy = Phone {
            client: phone.client.clone(),
            storage: phone.storage.clone(),
        };
        copy.mark(name);
        let device = copy.client.device();
        let transition = copy.client.on_device_taken(device);
        copy.took(transition);
        copy.client.device()
    });
    assert_ne!(devices[0], devices[1]);
}

#[test]
fn a_storage_from_the_past_goes_on_above_the_numbers_it_forgot() {
    let mut phone = Phone::of_emma();
    phone.pull(quiet(7));
    let id = phone.mark("well");
    assert_eq!(phone.waiting(), [(8, id)]);
}

#[test]
fn an_answer_to_a_question_of_another_life_is_not_taken() {
    let (mut phone, _) = at_three_stages();
    let old = phone.client.pull_request(&BTreeSet::new());
    let old_push = phone.client.push_request().unwrap();
    let mut told = quiet(0);
    told.epoch = epoch("second");
    phone.pull(told);
    let before = phone.storage.clone();
    phone.answer_pull(
        &old,
        with(quiet(2), Scope::Public, page(9, vec![row(9, &card("late"))])),
    );
    phone.answer_push(&old_push, answer(vec![applied(3, MutationId::from_name("park"))]));
    assert_eq!(phone.storage, before);
}

#[test]
fn what_is_remembered_is_bounded() {
    let mut phone = Phone::of_emma();
    for round in 0..SENT_MOST + 20 {
        let id = MutationId::from_name(&round.to_string());
        let marked = SetBookmark {
            experience: experience("well"),
            marked: true,
        };
        let transition = phone.client.mutate(id, NOW, marked).unwrap();
        phone.took(transition);
        let n = phone.waiting().first().map(|(n, _)| *n).unwrap();
        let request = phone.client.push_request().unwrap();
        phone.answer_push(&request, answer(vec![applied(n, id)]));
        phone.pull(quiet(n));
    }
    assert_eq!(phone.client.remembered().count(), SENT_MOST);
    let stored = phone
        .storage
        .keys()
        .filter(|(store, _)| *store == StoreName::Sent);
    assert_eq!(stored.count(), SENT_MOST);
}
