use super::*;

fn names(phone: &Phone) -> Vec<String> {
    let mut names: Vec<String> = phone
        .client
        .all::<ExperienceCard>(Scope::Public)
        .map(|card| card.slug.clone())
        .collect();
    names.sort();
    names
}

#[test]
fn a_first_pull_is_usable_after_its_first_page_and_goes_on_after_a_restart() {
    let mut phone = Phone::new(emma());
    let first = ScopeAnswer::Page {
        reset: true,
        rows: vec![row(2, &card("well"))],
        cursor: Cursor {
            after: 2,
            before: Some(2),
        },
        more: true,
    };
    assert!(phone.pull(with(quiet(0), Scope::Public, first)).pull_next);
    assert_eq!(names(&phone), ["well"]);
    assert!(!phone.client.holds_whole(Scope::Public));
    phone.restart();
    let asked = phone.client.pull_request(&BTreeSet::new());
    let cursor = asked.scopes.get(&Scope::Public).copied().flatten().unwrap();
    assert_eq!(cursor.before, Some(2));
    let last = phone.answer_pull(
        &asked,
        with(quiet(0), Scope::Public, page(2, vec![row(1, &card("budget"))])),
    );
    assert!(phone.client.holds_whole(Scope::Public) && last.changed.scopes);
    assert_eq!(names(&phone), ["budget", "well"]);
}

#[test]
fn a_scope_that_is_lost_takes_its_rows_along() {
    let mut phone = Phone::of_emma();
    let other = Scope::Collectivity(CollectivityId::from_name("tinghir"));
    let mut told = with(quiet(0), other, page(1, vec![row(1, &card("inside"))]));
    told.standing.push(other);
    assert!(phone.pull(told).changed.scopes);
    assert_eq!(phone.client.all::<ExperienceCard>(other).count(), 1);

    let transition = phone.pull(quiet(0));
    assert!(transition.changed.scopes);
    assert_eq!(
        transition.changed.rows,
        BTreeSet::from([(other, Kind::ExperienceCard)])
    );
    assert_eq!(phone.client.all::<ExperienceCard>(other).count(), 0);
    assert!(
        !phone
            .storage
            .keys()
            .any(|(_, key)| key.starts_with(&other.to_string()))
    );
}

#[test]
fn new_roles_are_taken_from_the_server_and_decide_what_is_predicted() {
    let mut phone = Phone::of_emma();
    let mut told = quiet(0);
    let mut administrator = emma();
    administrator.roles.network.insert(NetworkRole::Administrator);
    told.viewer = Some(administrator.clone());
    assert!(phone.pull(told).changed.viewer);
    phone.restart();
    assert_eq!(*phone.client.viewer(), administrator);
}

#[test]
fn a_document_is_asked_for_while_it_is_wanted_and_dropped_once_it_is_denied() {
    let mut phone = Phone::of_emma();
    let well = Scope::Experience(experience("well"));
    let wanted = BTreeSet::from([well]);
    let request = phone.client.pull_request(&wanted);
    assert_eq!(request.scopes.get(&well), Some(&None));
    phone.answer_pull(
        &request,
        with(quiet(0), well, page(1, vec![row(1, &card("well"))])),
    );
    // It is kept although nobody has it open: it may be read again without network.
    let request = phone.client.pull_request(&BTreeSet::new());
    assert_eq!(
        request.scopes.get(&well),
        Some(&Some(Cursor {
            after: 1,
            before: None
        }))
    );
    phone.answer_pull(&request, with(quiet(0), well, ScopeAnswer::Denied));
    assert!(phone.client.is_denied(well));
    assert_eq!(phone.client.all::<ExperienceCard>(well).count(), 0);
    assert!(
        !phone
            .client
            .pull_request(&BTreeSet::new())
            .scopes
            .contains_key(&well)
    );
}

#[test]
fn a_document_that_is_forgotten_leaves_nothing() {
    let mut phone = Phone::of_emma();
    let well = Scope::Experience(experience("well"));
    let request = phone.client.pull_request(&BTreeSet::from([well]));
    phone.answer_pull(
        &request,
        with(quiet(0), well, page(1, vec![row(1, &card("well"))])),
    );
    let transition = phone.client.forget(well);
    phone.took(transition);
    let standing = phone.client.forget(Scope::Public);
    assert!(standing.ops.is_empty());
    assert!(
        !phone
            .storage
            .keys()
            .any(|(_, key)| key.contains(&well.to_string()))
    );
    assert_eq!(names(&phone).len(), 2);
}

#[test]
fn a_reset_replaces_what_was_held() {
    let mut phone = Phone::of_emma();
    let told = ScopeAnswer::Page {
        reset: true,
        rows: vec![row(9, &card("park"))],
        cursor: Cursor {
            after: 9,
            before: None,
        },
        more: false,
    };
    phone.pull(with(quiet(0), Scope::Public, told));
    assert_eq!(names(&phone), ["park"]);
    phone.restart();
    assert_eq!(names(&phone), ["park"]);
}

#[test]
fn a_row_of_a_kind_that_is_not_known_yet_waits_in_storage() {
    let mut phone = Phone::of_emma();
    let future = Row {
        kind: "live-session".into(),
        id: Uuid::from_u128(5),
        seq: 3,
        schema: 1,
        body: Some(serde_json::json!({"at": 5})),
    };
    let mut changed_shape = row(4, &card("well"));
    changed_shape.body = Some(serde_json::json!({"id": experience("well"), "shape": "new"}));
    phone.pull(with(
        quiet(0),
        Scope::Public,
        page(4, vec![future.clone(), changed_shape]),
    ));
    assert_eq!(
        names(&phone),
        ["budget"],
        "an older state is not shown for a newer one"
    );
    let kept = phone
        .storage
        .iter()
        .filter(|((store, _), _)| *store == StoreName::Rows);
    assert_eq!(kept.count(), 3);
    phone.restart();
    let key = (StoreName::Rows, format!("public/live-session/{}", future.id));
    assert_eq!(
        phone.storage.get(&key),
        Some(&serde_json::to_value(&future).unwrap())
    );
    phone.pull(with(
        quiet(0),
        Scope::Public,
        page(
            5,
            vec![Row {
                seq: 5,
                body: None,
                ..future
            }],
        ),
    ));
    assert!(!phone.storage.contains_key(&key));
}

#[test]
fn what_is_written_of_private_scopes_can_be_told_apart() {
    let mut phone = Phone::of_emma();
    let told = with(quiet(0), own(), page(1, vec![row(1, &bookmark("well"))]));
    let told = with(told, Scope::Public, page(3, vec![row(3, &card("park"))]));
    let scopes: BTreeSet<Scope> = phone.pull(told).ops.iter().filter_map(StorageOp::scope).collect();
    assert_eq!(scopes, BTreeSet::from([Scope::Public, own()]));
}

#[test]
fn more_documents_than_one_pull_may_name_are_asked_for_in_several_each_once() {
    let mut phone = Phone::of_emma();
    let kept: BTreeSet<Scope> = (0..PULL_SCOPES * 2)
        .map(|number| Scope::Experience(experience(&number.to_string())))
        .collect();
    for round in 0..2 {
        let mut asked = Vec::new();
        loop {
            let request = phone.client.pull_request(&kept);
            assert!(request.scopes.len() <= PULL_SCOPES);
            let documents = request.scopes.keys().filter(|scope| scope.is_on_demand());
            let mut answer = quiet(0);
            for document in documents.clone() {
                answer = with(answer, *document, page(1, vec![row(1, &card("well"))]));
            }
            asked.extend(documents.copied());
            let transition = phone.answer_pull(&request, answer);
            if !transition.pull_next {
                break;
            }
            assert!(asked.len() < kept.len() * 2, "it goes on for ever");
        }
        assert_eq!(asked.len(), kept.len(), "round {round}");
        assert_eq!(asked.into_iter().collect::<BTreeSet<_>>(), kept);
    }
}

#[test]
fn a_change_is_not_settled_by_rows_that_were_pulled_before_it_was_decided() {
    let mut phone = Phone::of_emma();
    let kept: BTreeSet<Scope> = (0..PULL_SCOPES)
        .map(|number| Scope::Experience(experience(&number.to_string())))
        .collect();
    let mark = phone.mark("well");
    let first = phone.client.pull_request(&kept);
    assert_eq!(first.scopes.len(), PULL_SCOPES);
    phone.answer_pull(&first, quiet(0));
    let push = phone.client.push_request().unwrap();
    phone.answer_push(&push, answer(vec![applied(1, mark)]));
    let second = phone.client.pull_request(&kept);
    assert!(second.scopes.len() < PULL_SCOPES);
    phone.answer_pull(&second, quiet(1));
    assert_eq!(
        phone.client.acknowledged().count(),
        1,
        "its row has not come back yet"
    );
    phone.pull(quiet(1));
    assert_eq!(phone.client.acknowledged().count(), 0);
}
