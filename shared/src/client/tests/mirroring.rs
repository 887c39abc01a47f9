//! A tab that follows sees what the leading one sees, and the tab that takes over finds the same in the storage.

use super::*;

/// A leader, and a follower that hears of everything.
struct Tabs {
    leader: Client,
    follower: Client,
    stored: BTreeMap<(StoreName, String), serde_json::Value>,
}

impl Tabs {
    fn open() -> Self {
        let (leader, ops) = Client::begin(DeviceId::from_name("phone"), emma());
        let mut tabs = Self {
            follower: leader.clone(),
            leader,
            stored: BTreeMap::new(),
        };
        tabs.store(&ops);
        tabs
    }

    /// Passes a transition on, and checks that nobody could tell the tabs apart.
    fn pass_on(&mut self, transition: &Transition) {
        self.store(&transition.ops);
        let mirrored = self.follower.mirror(&transition.ops, &self.leader.passing());
        assert!(mirrored.ops.is_empty(), "a follower stores nothing");
        assert!(
            mirrored.changed.rows.is_superset(&transition.changed.rows),
            "readers are not woken: {:?} lacks some of {:?}",
            mirrored.changed.rows,
            transition.changed.rows
        );
        let restored = Client::restore(self.persisted()).unwrap();
        for (name, other) in [("the follower", &self.follower), ("who takes over", &restored)] {
            assert_eq!(picture(other), picture(&self.leader), "{name} differs");
        }
        assert_eq!(self.follower.status(), self.leader.status());
        assert_eq!(self.follower.passing(), self.leader.passing());
    }

    fn persisted(&self) -> Persisted {
        let stored = self.stored.iter().map(|((store, key), value)| Stored {
            store: *store,
            key: key.clone(),
            value: value.clone(),
        });
        Persisted {
            values: stored.collect(),
        }
    }

    fn store(&mut self, ops: &[StorageOp]) {
        for op in ops.iter().cloned() {
            match op {
                StorageOp::Put { store, key, value } => {
                    self.stored.insert((store, key), value);
                }
                StorageOp::Delete { store, key } => {
                    self.stored.remove(&(store, key));
                }
                StorageOp::DeletePrefix { store, prefix } => self
                    .stored
                    .retain(|(name, key), _| *name != store || !key.starts_with(&prefix)),
            }
        }
    }

    fn pull(&mut self, answer: PullResponse) {
        self.pull_at(NOW, answer);
    }

    fn pull_at(&mut self, at: Timestamp, answer: PullResponse) {
        let request = self.leader.pull_request(&BTreeSet::new());
        let transition = self.leader.on_pull_response(&request, answer, at);
        self.pass_on(&transition);
    }

    fn push(&mut self, outcome: &Outcome) {
        let request = self.leader.push_request().unwrap();
        let results = request.mutations.iter().map(|envelope| MutationResult {
            n: envelope.n,
            id: envelope.id,
            outcome: outcome.clone(),
        });
        let response = PushResponse {
            epoch: epoch("first"),
            results: results.collect(),
            last_n: request.mutations.last().unwrap().n,
            stopped: None,
        };
        let transition = self.leader.on_push_response(&request, response, NOW);
        self.pass_on(&transition);
    }

    fn mark(&mut self, name: &str, marked: bool) {
        let bookmark = SetBookmark {
            experience: experience("budget"),
            marked,
        };
        let transition = self
            .leader
            .mutate(MutationId::from_name(name), NOW, bookmark)
            .unwrap();
        self.pass_on(&transition);
    }
}

/// All that can be seen of a replica.
fn picture(client: &Client) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        client.viewer(),
        client.device(),
        client.all::<ExperienceCard>(Scope::Public).collect::<Vec<_>>(),
        client.all::<Bookmark>(own()).collect::<Vec<_>>(),
        client.scopes(),
        client.outbox().collect::<Vec<_>>(),
        client.remembered().collect::<Vec<_>>(),
        client.refused().collect::<Vec<_>>(),
    )
}

fn first_page() -> PullResponse {
    with(quiet(0), Scope::Public, page(1, vec![row(1, &card("budget"))]))
}

#[test]
fn a_follower_knows_that_what_did_not_change_was_looked_at_again() {
    let mut tabs = Tabs::open();
    tabs.pull(first_page());
    let later = Timestamp(NOW.0 + 60_000);
    tabs.pull_at(later, quiet(0));
    assert_eq!(tabs.follower.scopes()[&Scope::Public].synced_at, later);
    assert_eq!(picture(&tabs.follower), picture(&tabs.leader));
}

#[test]
fn a_follower_sees_what_the_leader_sees_at_every_step() {
    let mut tabs = Tabs::open();
    tabs.pull(first_page());
    tabs.mark("a", true);
    tabs.mark("b", false);
    tabs.mark("c", true);
    tabs.push(&Outcome::Applied);
    let own_row = page(1, vec![row(1, &bookmark("budget"))]);
    tabs.pull(with(quiet(3), own(), own_row));
    assert_eq!(tabs.follower.remembered().count(), 3, "all are settled");
    tabs.mark("d", false);
    tabs.push(&Outcome::Refused {
        refusal: Refusal::new(RefusalCode::NotAllowed),
    });
    assert_eq!(tabs.follower.refused().count(), 1);
    let dismissed = tabs.leader.dismiss_refused(MutationId::from_name("d"));
    tabs.pass_on(&dismissed);
    let budget = gone(2, Kind::ExperienceCard, experience("budget"));
    tabs.pull(with(quiet(4), Scope::Public, page(2, vec![budget])));
    assert_eq!(tabs.follower.all::<ExperienceCard>(Scope::Public).count(), 0);
    tabs.pull(with(quiet(4), Scope::Public, ScopeAnswer::Denied));
    assert!(tabs.follower.is_denied(Scope::Public));
    let ended = tabs.leader.on_signed_out();
    tabs.pass_on(&ended);
    assert_eq!(tabs.follower.status().pause, Some(Pause::NotSignedIn));
}

#[test]
fn hearing_the_same_writes_twice_changes_nothing() {
    let mut tabs = Tabs::open();
    tabs.pull(first_page());
    tabs.mark("a", true);
    let before = picture(&tabs.follower);
    let again: Vec<StorageOp> = tabs
        .persisted()
        .values
        .into_iter()
        .map(|Stored { store, key, value }| StorageOp::Put { store, key, value })
        .collect();
    let _ = tabs.follower.mirror(&again, &tabs.leader.passing());
    assert_eq!(picture(&tabs.follower), before);
}
