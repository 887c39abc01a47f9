use super::*;
use crate::records::{LessonHead, ModuleCard, PartialDate};
use crate::wire::ChangeEvent;

/// A leader with its loop. Time passes only where it is told to.
struct Leader {
    phone: Phone,
    sync: SyncLoop,
    at: Moment,
    wanted: BTreeSet<Scope>,
}

impl Leader {
    fn of(phone: Phone) -> Self {
        Self {
            phone,
            sync: SyncLoop::default(),
            at: Moment {
                now: 1,
                spread: 128,
                is_listening: true,
                is_hidden: false,
            },
            wanted: BTreeSet::new(),
        }
    }

    fn next(&mut self) -> NextStep {
        self.sync.next(&mut self.phone.client, &self.wanted, self.at)
    }

    fn next_pull(&mut self) -> PullRequest {
        match self.next() {
            NextStep::Pull(request) => request,
            other => panic!("{other:?}"),
        }
    }

    fn next_push(&mut self) -> PushRequest {
        match self.next() {
            NextStep::Push(request) => request,
            other => panic!("{other:?}"),
        }
    }

    fn next_rest(&mut self) -> u64 {
        match self.next() {
            NextStep::Rest(ms) => ms,
            other => panic!("{other:?}"),
        }
    }

    /// Whether the round is over.
    fn pull(&mut self, answer: PullResponse) -> bool {
        let request = self.next_pull();
        let told = self.phone.answer_pull(&request, answer);
        self.sync.pulled(&self.phone.client, &told, self.at)
    }

    fn told_of_change(&mut self, scope: Scope, head: u64) {
        let change_event = ChangeEvent { scope, head };
        self.sync
            .told_of_change(&self.phone.client, &change_event, self.at.now);
    }
}

const MINUTE: u64 = 60_000;

fn to_visitor() -> PullResponse {
    PullResponse {
        viewer: None,
        standing: vec![Scope::Public],
        ..quiet(0)
    }
}

fn module() -> Record {
    ModuleCard {
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
        lessons: vec![LessonHead {
            id: crate::ids::LessonId::of_module("m", "1"),
            number: 1,
            slug: "1".into(),
            title: Translated::default(),
        }],
        pass_percent: 50,
        questions: 1,
        updated: NOW,
        updated_on: PartialDate::default(),
        edition: crate::records::EditionNumber::FIRST,
    }
    .into()
}

#[test]
fn what_a_visitor_did_asks_for_nothing() {
    let mut leader = Leader::of(Phone::new(Identity::visitor()));
    assert!(leader.pull(with(
        to_visitor(),
        Scope::Public,
        page(1, vec![row(1, &module())])
    )));
    let read = crate::mutation::RecordLesson {
        module: crate::ids::ModuleId::from_name("m"),
        lesson: crate::ids::LessonId::of_module("m", "1"),
        block: 2,
        completed: true,
    };
    let id = MutationId::from_name("read");
    let transition = leader.phone.client.mutate(id, NOW, read).unwrap();
    let told = leader.phone.took(transition);
    assert!(!told.push_next && !told.pull_next);
    let told = leader.phone.pull(to_visitor());
    assert!(!told.push_next && !told.pull_next, "a queue that nobody empties");
    assert!(!leader.phone.client.resume().push_next);
    assert!(leader.next_rest() > 20 * MINUTE);
}

#[test]
fn nothing_is_pushed_before_it_is_known_whose_session_it_is() {
    let mut leader = Leader::of(Phone::of_emma());
    leader.phone.mark("well");
    assert!(!leader.pull(quiet(0)));
    let request = leader.next_push();
    let id = request.mutations[0].id;
    let told = leader.phone.answer_push(&request, answer(vec![applied(1, id)]));
    leader.sync.pushed(&told);
    assert!(leader.pull(quiet(1)));
    leader.sync.doubt_session();
    leader.phone.mark("budget");
    leader.sync.insist(leader.at.now);
    leader.at.now += 1_000;
    assert!(!leader.pull(quiet(1)));
    leader.next_push();
}

#[test]
fn somebody_who_signs_in_holds_everything_back() {
    let mut leader = Leader::of(Phone::of_emma());
    leader.sync.hold(leader.at.now, 60_000);
    assert_eq!(leader.next_rest(), 60_000);
    leader.at.now += 10_000;
    leader.sync.insist(leader.at.now);
    assert_eq!(leader.next_rest(), 50_000);
    leader.sync.release(leader.at.now);
    leader.next_pull();
}

#[test]
fn a_server_that_says_more_without_end_is_left_alone() {
    let mut leader = Leader::of(Phone::of_emma());
    let more = ScopeAnswer::Page {
        reset: false,
        rows: Vec::new(),
        cursor: Cursor {
            after: 2,
            before: None,
        },
        more: true,
    };
    assert!(!leader.pull(with(quiet(0), Scope::Public, more.clone())));
    let first = leader.next_rest();
    leader.at.now += first;
    assert!(!leader.pull(with(quiet(0), Scope::Public, more)));
    assert!(leader.next_rest() > first);
}

#[test]
fn a_push_that_changes_nothing_is_not_repeated_at_once() {
    let mut leader = Leader::of(Phone::of_emma());
    leader.phone.mark("well");
    leader.pull(quiet(0));
    let request = leader.next_push();
    let told = leader.phone.answer_push(&request, answer(Vec::new()));
    leader.sync.pushed(&told);
    assert!(leader.next_rest() >= 750);
}

#[test]
fn a_change_event_that_tells_what_came_with_the_answer_is_no_news() {
    let mut leader = Leader::of(Phone::of_emma());
    let request = leader.next_pull();
    leader.told_of_change(Scope::Public, 5);
    let answer = with(quiet(0), Scope::Public, page(5, vec![row(5, &card("park"))]));
    let told = leader.phone.answer_pull(&request, answer);
    assert!(leader.sync.pulled(&leader.phone.client, &told, leader.at));
    assert!(leader.next_rest() > 3 * MINUTE);
    leader.told_of_change(Scope::Public, 5);
    leader.told_of_change(Scope::Experience(experience("elsewhere")), 9);
    assert!(leader.next_rest() > 3 * MINUTE);
    leader.told_of_change(Scope::Public, 6);
    assert_eq!(leader.next_rest(), 60);
    leader.at.now += 60;
    leader.next_pull();
}

#[test]
fn a_change_event_that_comes_too_late_for_the_answer_is_followed() {
    let mut leader = Leader::of(Phone::of_emma());
    let request = leader.next_pull();
    leader.told_of_change(Scope::Public, 5);
    let told = leader.phone.answer_pull(&request, quiet(0));
    assert!(leader.sync.pulled(&leader.phone.client, &told, leader.at));
    assert_eq!(leader.next_rest(), 60);
}

#[test]
fn a_document_that_is_here_is_asked_about_only_while_no_change_events_arrive() {
    let mut leader = Leader::of(Phone::of_emma());
    let scope = Scope::Experience(experience("well"));
    leader.wanted.insert(scope);
    assert!(leader.pull(with(quiet(0), scope, page(1, vec![row(1, &card("well"))]))));
    let wanted = leader.wanted.clone();
    leader
        .sync
        .wanted_changed(&leader.phone.client, &wanted, leader.at);
    assert!(leader.next_rest() > 3 * MINUTE);
    leader.at.is_listening = false;
    leader
        .sync
        .wanted_changed(&leader.phone.client, &wanted, leader.at);
    assert_eq!(leader.next_rest(), 60);
    leader.at.now += 60;
    leader.pull(quiet(0));
    leader.at.is_listening = true;
    leader.wanted.insert(Scope::Experience(experience("park")));
    let wanted = leader.wanted.clone();
    leader
        .sync
        .wanted_changed(&leader.phone.client, &wanted, leader.at);
    assert_eq!(leader.next_rest(), 60);
}

#[test]
fn what_is_fetched_ahead_never_exceeds_what_stays() {
    let mut phone = Phone::of_emma();
    let names: Vec<String> = (0..60).map(|at| format!("card-{at}")).collect();
    let cards = names.iter().zip(3..).map(|(name, seq)| row(seq, &card(name)));
    phone.pull(with(quiet(0), Scope::Public, page(70, cards.collect())));
    let nobody = BTreeSet::new();
    for most in [0, 1, 3, 10, 15, 30, DOCUMENTS_MOST] {
        let mut rounds = 0;
        loop {
            let surplus = phone.client.surplus_documents(&nobody, most, |_| Timestamp(0));
            for scope in surplus {
                let transition = phone.client.forget(scope);
                phone.took(transition);
            }
            let ahead = phone.client.documents_ahead(&nobody, most);
            if ahead.is_empty() {
                break;
            }
            let mut answer = quiet(0);
            for scope in &ahead {
                answer.scopes.insert(*scope, page(1, Vec::new()));
            }
            let request = phone.client.pull_request(&ahead);
            phone.answer_pull(&request, answer);
            rounds += 1;
            assert!(
                rounds <= 20,
                "what is fetched ahead is dropped and fetched again, with {most}"
            );
        }
        let held = phone.client.scopes().keys().filter(|scope| scope.is_on_demand());
        assert!(held.count() <= most.max(20), "with {most}");
    }
}
