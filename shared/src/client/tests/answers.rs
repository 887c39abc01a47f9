use super::*;

#[test]
fn a_change_stays_in_the_picture_until_its_rows_are_back() {
    let mut phone = Phone::of_emma();
    let id = phone.mark("well");
    let request = phone.client.push_request().unwrap();
    let transition = phone.answer_push(&request, answer(vec![applied(1, id)]));
    assert!(transition.pull_next && transition.changed.rows.is_empty());
    let status = phone.client.status();
    assert_eq!(
        (status.waiting, status.acknowledged, status.sent_at),
        (0, 1, Some(NOW))
    );
    assert_eq!(phone.client.push_request(), None);

    // This reading was made before the change was decided.
    phone.pull(quiet(0));
    assert_eq!(phone.marks(), [experience("well")]);

    // This one holds only a part of what there is.
    let part = ScopeAnswer::Page {
        reset: false,
        rows: Vec::new(),
        cursor: Cursor {
            after: 1,
            before: None,
        },
        more: true,
    };
    let transition = phone.pull(with(quiet(1), Scope::Network, part));
    assert!(transition.pull_next);
    assert_eq!(phone.client.status().acknowledged, 1);

    let transition = phone.pull(with(quiet(1), own(), page(1, vec![row(1, &bookmark("well"))])));
    assert_eq!(phone.client.outbox().count(), 0);
    assert_eq!(
        transition.changed.rows,
        BTreeSet::new(),
        "the prediction was right"
    );
    assert_eq!(phone.client.remembered().count(), 1);
    phone.restart();
    assert_eq!(phone.marks(), [experience("well")]);
}

#[test]
fn a_lost_answer_is_made_good_by_asking_again_or_by_the_next_pull() {
    let mut phone = Phone::of_emma();
    let first = phone.mark("well");
    let lost = phone.client.push_request().unwrap();
    let second = phone.mark("budget");
    let again = phone.client.push_request().unwrap();
    assert_eq!(again.mutations.first(), lost.mutations.first());
    phone.answer_push(&again, answer(vec![applied(1, first), applied(2, second)]));
    // The first answer comes after all, and nothing happens.
    let late = phone.answer_push(&lost, answer(vec![applied(1, first)]));
    assert_eq!(late.ops, []);
    assert_eq!(phone.client.status().acknowledged, 2);
}

#[test]
fn results_ride_in_a_pull() {
    let mut phone = Phone::of_emma();
    let well = phone.mark("well");
    let budget = phone.mark("budget");
    let request = phone.client.pull_request(&BTreeSet::new());
    assert_eq!(request.results_after, 0);
    let mut told = with(quiet(2), own(), page(1, vec![row(1, &bookmark("well"))]));
    told.results = vec![applied(1, well), refused(2, budget, RefusalCode::NotFound)];
    phone.answer_pull(&request, told);
    assert_eq!(phone.client.outbox().count(), 0);
    assert_eq!(phone.marks(), [experience("well")]);
    assert_eq!(phone.client.status().refused, 1);
    assert_eq!(phone.client.pull_request(&BTreeSet::new()).results_after, 2);
}

#[test]
fn a_refused_change_keeps_its_words_until_they_are_dismissed() {
    let mut phone = Phone::of_emma();
    let id = phone.mark("well");
    let request = phone.client.push_request().unwrap();
    let transition = phone.answer_push(&request, answer(vec![refused(1, id, RefusalCode::NotFound)]));
    assert_eq!(transition.changed.rows, BTreeSet::from([(own(), Kind::Bookmark)]));
    assert_eq!(phone.marks(), []);
    phone.restart();
    let kept = phone.client.refused().next().unwrap();
    assert_eq!(
        (kept.id(), kept.refusal.code, kept.at),
        (id, RefusalCode::NotFound, NOW)
    );
    assert!(matches!(kept.mutation(), Some(Mutation::SetBookmark(m)) if m.marked));
    let transition = phone.client.dismiss_refused(id);
    phone.took(transition);
    phone.restart();
    assert_eq!(phone.client.refused().count(), 0);
}

#[test]
fn one_refusal_does_not_hold_up_the_next_change() {
    let mut phone = Phone::of_emma();
    let well = phone.mark("well");
    let budget = phone.mark("budget");
    let request = phone.client.push_request().unwrap();
    phone.answer_push(
        &request,
        answer(vec![refused(1, well, RefusalCode::NotFound), applied(2, budget)]),
    );
    assert_eq!(phone.marks(), [experience("budget")]);
    assert_eq!(phone.client.status().acknowledged, 1);
}

#[test]
fn an_older_answer_never_takes_a_scope_back() {
    let mut phone = Phone::of_emma();
    let slow = phone.client.pull_request(&BTreeSet::new());
    let park = with(quiet(0), Scope::Public, page(3, vec![row(3, &card("park"))]));
    phone.pull(with(
        quiet(0),
        Scope::Public,
        page(4, vec![gone(4, Kind::ExperienceCard, experience("park"))]),
    ));
    let transition = phone.answer_pull(&slow, park);
    assert!(transition.pull_next, "it is not known to be everything");
    assert_eq!(
        phone
            .client
            .find::<ExperienceCard>(Scope::Public, experience("park")),
        None
    );
    assert_eq!(
        phone
            .client
            .scopes()
            .get(&Scope::Public)
            .map(|held| held.cursor.after),
        Some(4)
    );
}

#[test]
fn an_answer_lost_before_it_was_stored_is_as_if_it_never_came() {
    let mut phone = Phone::of_emma();
    let id = phone.mark("well");
    let push = phone.client.push_request().unwrap();
    let pull = phone.client.pull_request(&BTreeSet::new());
    let told = with(quiet(1), own(), page(1, vec![row(1, &bookmark("well"))]));
    // The browser ends between the answer and the storage.
    let _ = phone
        .client
        .on_push_response(&push, answer(vec![applied(1, id)]), NOW);
    let _ = phone.client.on_pull_response(&pull, told.clone(), NOW);
    assert_eq!(phone.client.outbox().count(), 0);
    phone.restart();
    assert_eq!(phone.client.push_request(), Some(push));
    assert_eq!(phone.client.pull_request(&BTreeSet::new()), pull);
    let request = phone.client.push_request().unwrap();
    phone.answer_push(&request, answer(vec![applied(1, id)]));
    phone.pull(told);
    assert_eq!(phone.client.outbox().count(), 0);
    assert_eq!(phone.marks(), [experience("well")]);
}

#[test]
fn a_push_never_grows_past_what_a_server_takes() {
    let mut phone = Phone::of_emma();
    for at in 0..250 {
        let id = MutationId::from_name(&at.to_string());
        let marked = SetBookmark {
            experience: experience("well"),
            marked: true,
        };
        let transition = phone.client.mutate(id, NOW, marked).unwrap();
        phone.took(transition);
    }
    let request = phone.client.push_request().unwrap();
    assert_eq!(request.mutations.len(), crate::wire::PUSH_MOST);
    let results = request.mutations.iter().map(|m| applied(m.n, m.id)).collect();
    assert!(phone.answer_push(&request, answer(results)).push_next);
    assert_eq!(phone.client.push_request().unwrap().mutations.len(), 50);
}
