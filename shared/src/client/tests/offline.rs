use super::*;

#[test]
fn what_a_person_does_is_seen_at_once_and_survives_a_restart() {
    let mut phone = Phone::of_emma();
    let id = phone.mark("well");
    assert_eq!(phone.marks(), [experience("well")]);
    phone.restart();
    assert_eq!(phone.marks(), [experience("well")]);
    assert_eq!(phone.waiting(), [(1, id)]);
    let bookmarks =
        |(store, key): &(StoreName, String)| *store == StoreName::Rows && key.contains("bookmark");
    assert!(
        !phone.storage.keys().any(bookmarks),
        "nothing predicted is stored"
    );
}

#[test]
fn a_change_the_rules_refuse_is_not_kept() {
    let mut phone = Phone::of_emma();
    let marked = SetBookmark {
        experience: experience("nothing"),
        marked: true,
    };
    let refusal = phone
        .client
        .mutate(MutationId::from_name("1"), NOW, marked.clone());
    assert_eq!(refusal.unwrap_err().code, RefusalCode::NotFound);
    assert_eq!(phone.waiting(), []);
    assert!(phone.client.would_accept(&marked.into(), NOW).is_err());
}

#[test]
fn a_tab_that_never_heard_back_may_ask_twice() {
    let mut phone = Phone::of_emma();
    phone.mark("well");
    phone.mark("well");
    assert_eq!(phone.waiting().len(), 1);
}

#[test]
fn a_change_that_could_not_be_stored_leaves_the_picture_and_its_number() {
    let mut phone = Phone::of_emma();
    let first = phone.mark("well");
    let second = phone.mark("budget");
    let transition = phone.client.retract(first);
    phone.took(transition);
    assert_eq!(phone.marks(), [experience("budget")]);
    assert_eq!(phone.waiting(), [(1, second)]);
    phone.restart();
    assert_eq!(phone.waiting(), [(1, second)]);
}

#[test]
fn an_envelope_that_no_server_would_take_is_refused_in_the_form() {
    let mut phone = Phone::of_emma();
    let id = MutationId::from_name("long");
    let long = crate::mutation::UpdateProfile {
        name: "ش".repeat(crate::wire::MUTATION_BYTES),
        lang: crate::lang::Lang::Ar,
    };
    let refusal = phone.client.mutate(id, NOW, long).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::TooLong);
}

#[test]
fn only_what_is_different_is_told() {
    let mut phone = Phone::of_emma();
    let transition = phone
        .client
        .mutate(
            MutationId::from_name("1"),
            NOW,
            SetBookmark {
                experience: experience("well"),
                marked: true,
            },
        )
        .unwrap();
    assert_eq!(transition.changed.rows, BTreeSet::from([(own(), Kind::Bookmark)]));
    // A card that comes again as it is changes nothing; another one does.
    let same = with(quiet(0), Scope::Public, page(3, vec![row(3, &card("well"))]));
    assert_eq!(phone.pull(same).changed.rows, BTreeSet::new());
    let other = with(quiet(0), Scope::Public, page(4, vec![row(4, &card("park"))]));
    let told = phone.pull(other);
    assert_eq!(
        told.changed.rows,
        BTreeSet::from([(Scope::Public, Kind::ExperienceCard)])
    );
}

#[test]
fn ten_thousand_cards_are_decoded_once_and_a_change_costs_no_more_than_itself() {
    let mut phone = Phone::of_emma();
    let rows = (0..10_000_u32).map(|at| row(u64::from(at) + 10, &card(&format!("card-{at}"))));
    phone.pull(with(quiet(0), Scope::Public, page(10_100, rows.collect())));
    for at in 0..200 {
        phone.mark(&format!("card-{at}"));
    }
    let address = |client: &Client, name: &str| {
        std::ptr::from_ref(client.find::<Bookmark>(own(), experience(name)).unwrap())
    };
    let predicted = address(&phone.client, "card-7");
    let unrelated = with(quiet(0), Scope::Network, page(1, vec![row(1, &card("park"))]));
    phone.pull(unrelated);
    assert_eq!(
        address(&phone.client, "card-7"),
        predicted,
        "it was worked out again"
    );
    // A prediction rests on the card of what was marked.
    let withdrawn = gone(10_101, Kind::ExperienceCard, experience("card-7"));
    phone.pull(with(quiet(0), Scope::Public, page(10_101, vec![withdrawn])));
    assert_eq!(phone.marks().len(), 199);
    let back = row(10_102, &card("card-7"));
    phone.pull(with(quiet(0), Scope::Public, page(10_102, vec![back])));
    assert_eq!(phone.marks().len(), 200);
}

#[test]
fn what_a_visitor_did_is_adopted_once_and_under_the_same_name() {
    let mut visitor = Phone::new(Identity::visitor());
    let mut answer = with(quiet(0), Scope::Public, page(1, vec![row(1, &lesson_card())]));
    answer.viewer = None;
    answer.standing = vec![Scope::Public];
    visitor.pull(answer);
    let id = MutationId::from_name("read");
    let transition = visitor.client.mutate(id, NOW, reading()).unwrap();
    visitor.took(transition);
    assert_eq!(visitor.client.push_request(), None);
    assert_eq!(visitor.client.pull_request(&BTreeSet::new()).device, None);

    let mut phone = Phone::of_emma();
    phone.mark("well");
    for _ in 0..2 {
        let transition = phone.client.adopt(visitor.client.outbox());
        phone.took(transition);
    }
    assert_eq!(phone.waiting().last(), Some(&(2, id)));
    assert_eq!(phone.waiting().len(), 2);
}

fn reading() -> Mutation {
    crate::mutation::RecordLesson {
        module: crate::ids::ModuleId::from_name("m"),
        lesson: crate::ids::LessonId::of_module("m", "1"),
        block: 2,
        completed: true,
    }
    .into()
}

fn lesson_card() -> Record {
    crate::records::ModuleCard {
        archived: false,
        id: crate::ids::ModuleId::from_name("m"),
        slug: "m".into(),
        order: 1,
        title: Translated::default(),
        summary: Translated::default(),
        principles: Vec::new(),
        audience: Vec::new(),
        minutes: 10,
        languages: Vec::new(),
        lessons: vec![crate::records::LessonHead {
            id: crate::ids::LessonId::of_module("m", "1"),
            number: 1,
            slug: "1".into(),
            title: Translated::default(),
        }],
        pass_percent: 50,
        questions: 1,
        updated: NOW,
        updated_on: crate::records::PartialDate::default(),
        edition: crate::records::EditionNumber::FIRST,
    }
    .into()
}
