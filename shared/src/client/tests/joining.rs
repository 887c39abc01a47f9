//! Saves of one draft that wait.

use super::*;
use crate::ids::ModuleId;
use crate::lang::Lang;
use crate::mutation::{BeginModule, SaveDraft, SaveModuleText, SubmitExperience};
use crate::records::{Change, DraftPlace, DraftText, Experience, Section, TextMark};
use crate::vocabulary::{CollectivityRole, NetworkRole};

fn amina() -> Identity {
    Identity {
        person: PersonId::from_name("amina"),
        name: "Amina".into(),
        roles: Roles::invited_as(InvitedAs::Collectivity {
            collectivity: CollectivityId::from_name("tinghir"),
            role: CollectivityRole::Member,
        }),
    }
}

fn phone() -> Phone {
    let mut phone = Phone::new(amina());
    let mut answer = quiet(0);
    answer.viewer = Some(amina());
    answer.standing = vec![Scope::Public];
    phone.pull(with(answer, Scope::Public, page(0, vec![])));
    phone
}

fn title(text: &str, seen: &str) -> Change {
    Change::Text {
        section: Section::Title,
        lang: Lang::Ar,
        text: text.to_owned(),
        seen: vec![TextMark::of(seen)],
    }
}

fn save(name: &str, changes: Vec<Change>) -> Mutation {
    SaveDraft {
        experience: experience(name),
        collectivity: CollectivityId::from_name("tinghir"),
        changes,
    }
    .into()
}

impl Phone {
    /// A save whose transaction is on its way.
    fn begins_save(&mut self, id: &str, mutation: Mutation) -> Transition {
        self.client
            .mutate(MutationId::from_name(id), NOW, mutation)
            .unwrap()
    }

    fn saves(&mut self, id: &str, mutation: Mutation) {
        let transition = self.begins_save(id, mutation);
        self.took(transition);
        self.client.on_stored(MutationId::from_name(id));
    }

    fn writes(&mut self, text: &str, seen: &str) {
        self.saves(text, save("budget", vec![title(text, seen)]));
    }

    /// What waits, by number and name, and as the storage has it.
    fn waits_for(&self, expected: &[(u64, &str)]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(n, name)| (*n, MutationId::from_name(name)))
            .collect();
        assert_eq!(self.waiting(), expected);
        let restored = Client::restore(self.persisted()).unwrap();
        assert!(restored.outbox().eq(self.client.outbox()), "the storage differs");
        assert_eq!(restored.everything(), self.client.everything());
    }

    fn titles(&self) -> Vec<String> {
        let own = Scope::Person(amina().person);
        let draft = self.client.find::<Experience>(own, experience("budget")).unwrap();
        std::iter::once(draft.content.text(Section::Title, Lang::Ar).unwrap_or_default())
            .chain(draft.versions.iter().map(|version| version.text.as_str()))
            .map(str::to_owned)
            .collect()
    }

    fn sent(&self) -> Vec<serde_json::Value> {
        self.client
            .waiting()
            .map(|change| change.envelope.mutation.clone())
            .collect()
    }
}

#[test]
fn saves_of_one_draft_become_one_that_was_written_from_what_the_first_was() {
    let mut phone = phone();
    phone.writes("a", "");
    phone.saves(
        "b",
        save(
            "budget",
            vec![title("ab", "a"), Change::Budget { value: Some(5) }],
        ),
    );
    phone.saves(
        "c",
        save("budget", vec![title("abc", "ab"), Change::Budget { value: None }]),
    );
    phone.waits_for(&[(1, "c")]);
    assert_eq!(phone.titles(), ["abc"]);
    let whole = save("budget", vec![title("abc", ""), Change::Budget { value: None }]);
    assert_eq!(phone.sent(), [serde_json::to_value(whole).unwrap()]);
}

#[test]
fn a_choice_keeps_naming_what_it_settles() {
    let mut phone = phone();
    phone.writes("a", "");
    let seen = vec![TextMark::of("a"), TextMark::of("x")];
    let choice = Change::Text {
        section: Section::Title,
        lang: Lang::Ar,
        text: "ax".into(),
        seen,
    };
    phone.saves("b", save("budget", vec![choice]));
    phone.waits_for(&[(1, "b")]);
    let mut named = [TextMark::of(""), TextMark::of("x")].map(|mark| mark.0);
    named.sort();
    assert_eq!(
        phone.sent()[0]["with"]["changes"][0]["seen"],
        serde_json::json!(named)
    );
}

#[test]
fn a_tab_that_had_not_seen_the_words_does_not_replace_them() {
    let mut phone = phone();
    phone.writes("a", "");
    phone.writes("b", "");
    phone.waits_for(&[(1, "a"), (2, "b")]);
    assert_eq!(phone.titles(), ["a", "b"]);
    // Each tab goes on; only the last save can be joined.
    phone.writes("bb", "b");
    phone.waits_for(&[(1, "a"), (2, "bb")]);
    phone.writes("aa", "a");
    phone.waits_for(&[(1, "a"), (2, "bb"), (3, "aa")]);
    assert_eq!(phone.titles(), ["aa", "bb"]);
}

#[test]
fn a_submission_is_not_overtaken_and_another_draft_may_lie_between() {
    let mut phone = phone();
    let complete = [
        Section::Title,
        Section::Summary,
        Section::Problem,
        Section::Solution,
    ];
    let mut changes: Vec<Change> = complete
        .map(|section| Change::Text {
            section,
            lang: Lang::Ar,
            text: "a".into(),
            seen: vec![TextMark::of("")],
        })
        .into();
    changes.push(Change::Principles {
        value: vec![crate::vocabulary::Principle::Transparency],
    });
    phone.saves("whole", save("budget", changes));
    phone.saves("other", save("well", vec![title("x", "")]));
    phone.writes("b", "a");
    phone.waits_for(&[(1, "b"), (2, "other")]);
    let submit = SubmitExperience {
        experience: experience("budget"),
    };
    phone.saves("submit", submit.into());
    let withdraw = crate::mutation::WithdrawExperience {
        experience: experience("budget"),
    };
    phone.saves("withdraw", withdraw.into());
    phone.writes("c", "b");
    phone.waits_for(&[(1, "b"), (2, "other"), (3, "submit"), (4, "withdraw"), (5, "c")]);
}

#[test]
fn what_may_have_been_sent_is_not_replaced() {
    let mut phone = phone();
    phone.writes("a", "");
    let request = phone.client.push_request().unwrap();
    phone.writes("b", "a");
    phone.waits_for(&[(1, "a"), (2, "b")]);
    phone.writes("c", "b");
    phone.waits_for(&[(1, "a"), (2, "c")]);
    phone.answer_push(&request, answer(vec![applied(1, MutationId::from_name("a"))]));
    assert_eq!(phone.titles(), ["c"]);
    // Nobody remembers after a restart.
    phone.restart();
    phone.writes("d", "c");
    assert_eq!(phone.waiting().len(), 2);
}

#[test]
fn a_save_that_another_one_took_in_may_be_asked_for_again() {
    let mut phone = phone();
    phone.writes("a", "");
    phone.writes("b", "a");
    phone.writes("a", "");
    phone.waits_for(&[(1, "b")]);
}

#[test]
fn when_the_storage_fails_what_it_holds_takes_its_place_again() {
    let retract = |phone: &mut Phone, id: &str| {
        let transition = phone.client.retract(MutationId::from_name(id));
        phone.took(transition);
    };
    // The second save fails.
    let mut phone = phone();
    phone.writes("a", "");
    let _lost = phone.begins_save("b", save("budget", vec![title("b", "a")]));
    retract(&mut phone, "b");
    phone.waits_for(&[(1, "a")]);
    assert_eq!(phone.titles(), ["a"]);
    // It fails, and a third one that was under way does not.
    let _lost = phone.begins_save("c", save("budget", vec![title("c", "a")]));
    let third = phone.begins_save("d", save("budget", vec![title("d", "c")]));
    retract(&mut phone, "c");
    phone.took(third);
    phone.client.on_stored(MutationId::from_name("d"));
    phone.waits_for(&[(1, "d")]);
    // Both fail.
    let _lost = phone.begins_save("e", save("budget", vec![title("e", "d")]));
    let _lost = phone.begins_save("f", save("budget", vec![title("f", "e")]));
    retract(&mut phone, "e");
    retract(&mut phone, "f");
    phone.waits_for(&[(1, "d")]);
    // The third one fails, the second was stored.
    let second = phone.begins_save("g", save("budget", vec![title("g", "d")]));
    let _lost = phone.begins_save("h", save("budget", vec![title("h", "g")]));
    phone.took(second);
    phone.client.on_stored(MutationId::from_name("g"));
    retract(&mut phone, "h");
    phone.waits_for(&[(1, "g")]);
    assert_eq!(phone.titles(), ["g"]);
}

#[test]
fn texts_of_a_module_are_joined_each_with_its_own() {
    let mut phone = phone();
    let module = ModuleId::from_name("m");
    let text = |place, text: &str, seen: &str| -> Mutation {
        SaveModuleText {
            module,
            place,
            lang: Lang::Ar,
            text: text.to_owned(),
            seen: vec![TextMark::of(seen)],
            translates: None,
        }
        .into()
    };
    let (title, summary) = (DraftPlace::Title, DraftPlace::Summary);
    let trainer = Identity {
        roles: Roles::invited_as(InvitedAs::Network {
            role: NetworkRole::Trainer,
        }),
        ..amina()
    };
    let mut answer = quiet(1);
    answer.viewer = Some(trainer);
    answer.standing = vec![Scope::Public, Scope::Trainers];
    phone.pull(with(answer, Scope::Trainers, page(0, vec![])));
    let begin = BeginModule {
        module,
        original: Lang::Ar,
    };
    phone.saves("begin", begin.into());
    phone.saves("a", text(title, "ش", ""));
    phone.saves("b", text(summary, "ملخص", ""));
    phone.saves("c", text(title, "شفافية", "ش"));
    phone.saves("d", text(summary, "ملخص آخر", "ملخص"));
    phone.waits_for(&[(2, "begin"), (3, "c"), (4, "d")]);
    let texts: Vec<DraftText> = phone.client.all(Scope::ModuleDraft(module)).cloned().collect();
    let mut words: Vec<&str> = texts.iter().map(|text| text.text.as_str()).collect();
    words.sort_unstable();
    assert_eq!(words, ["شفافية", "ملخص آخر"]);
    assert!(texts.iter().all(|text| text.versions.is_empty()));
    // What was not written from what waits has to stay beside it.
    phone.saves("e", text(title, "من تبويب آخر", ""));
    phone.waits_for(&[(2, "begin"), (3, "c"), (4, "d"), (5, "e")]);
}
