//! What happens to a text that is published already when its author or a focal point changes it.

use crate::world::*;
use shared::ids::*;
use shared::lang::Lang;
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode::*;
use shared::scope::Scope;
use shared::vocabulary::*;

fn text(section: Section, text: &str) -> Change {
    Change::Text {
        section,
        lang: Lang::Ar,
        text: text.into(),
        seen: Vec::new(),
    }
}

impl World {
    fn revise(
        &mut self,
        name: &str,
        id: ExperienceId,
        changes: Vec<Change>,
    ) -> Result<(), shared::refusal::RefusalCode> {
        let proposal = self.review(id).proposal.map(|proposal| proposal.number);
        let revision = self.text(id).revision;
        self.act(
            name,
            ReviseExperience {
                experience: id,
                revision,
                changes,
                proposal,
            },
        )
    }

    /// What author and focal point know of it: the same for both.
    fn review(&self, id: ExperienceId) -> Review {
        let of_focal: Review = self.one(Scope::Focal(place(TINGHIR)), id).unwrap();
        assert_eq!(
            self.one(Scope::Person(who("amina")), id).as_ref(),
            Some(&of_focal)
        );
        of_focal
    }

    fn number(&self, id: ExperienceId) -> u32 {
        self.review(id).proposal.unwrap().number
    }

    fn problem(&self, id: ExperienceId) -> String {
        self.text(id)
            .content
            .text(Section::Problem, Lang::Ar)
            .unwrap()
            .to_owned()
    }
}

/// A published experience whose problem reads `البلديه تنشر المعطيات`, misspelt.
fn published(world: &mut World) -> ExperienceId {
    let id = world.complete_draft("amina", "budget");
    let changes = vec![text(Section::Problem, "البلديه تنشر المعطيات")];
    let save = SaveDraft {
        experience: id,
        collectivity: place(TINGHIR),
        changes,
    };
    world.act("amina", save).unwrap();
    world.act("amina", SubmitExperience { experience: id }).unwrap();
    let publish = PublishExperience {
        experience: id,
        revision: world.text(id).revision,
        note: String::new(),
    };
    world.act("brahim", publish).unwrap();
    id
}

#[test]
fn a_small_correction_is_public_at_once_until_a_focal_point_has_seen_it() {
    let mut world = World::new();
    let id = published(&mut world);
    let before = world.text(id).content;
    world
        .revise("amina", id, vec![text(Section::Problem, "البلدية تنشر المعطيات")])
        .unwrap();
    assert_eq!(world.problem(id), "البلدية تنشر المعطيات");
    let correction = world.review(id).correction.unwrap();
    assert_eq!(
        (&correction.before, &*correction.last.by.name),
        (&before, "amina")
    );

    // The next one is compared with what was last seen, so that small ones do not add up.
    world
        .revise(
            "amina",
            id,
            vec![text(Section::Problem, "البلدية تنشر المعطيات!")],
        )
        .unwrap();
    assert_eq!(world.review(id).correction.unwrap().before, before);

    let see = SeeCorrections {
        experience: id,
        revision: world.text(id).revision,
    };
    assert_eq!(world.act("amina", see.clone()), Err(NotAllowed));
    assert_eq!(world.act("chama", see.clone()), Err(NotAllowed));
    world.act("brahim", see.clone()).unwrap();
    assert_eq!(world.review(id).correction, None);
    world.act("brahim", see).unwrap();
}

#[test]
fn corrections_that_add_up_to_a_change_wait_like_one() {
    let mut world = World::new();
    let id = published(&mut world);
    // Each is a misspelling of the one before; the last is another word than the one that was validated.
    for (step, word) in ["البلدية", "البلدبة"].into_iter().enumerate() {
        world
            .revise(
                "amina",
                id,
                vec![text(Section::Problem, &format!("{word} تنشر المعطيات"))],
            )
            .unwrap();
        assert_eq!(world.review(id).proposal.is_some(), step == 1, "{word}");
    }
    assert_eq!(world.problem(id), "البلدية تنشر المعطيات");
}

#[test]
fn every_other_change_waits_while_readers_see_the_text_as_it_was() {
    let mut world = World::new();
    let id = published(&mut world);
    let (before, card) = (world.text(id), world.one::<ExperienceCard>(Scope::Public, id));
    world
        .revise(
            "amina",
            id,
            vec![
                text(Section::Title, "عنوان آخر"),
                Change::Budget { value: Some(5) },
            ],
        )
        .unwrap();
    assert_eq!(world.text(id), before, "not even a new revision");
    assert_eq!(world.one::<ExperienceCard>(Scope::Public, id), card);
    assert_eq!(world.review(id).waiting().unwrap().changes.len(), 2);

    // The author goes on with it; what is as it was is no change any more.
    let title = before.content.text(Section::Title, Lang::Ar).unwrap().to_owned();
    world
        .revise(
            "amina",
            id,
            vec![text(Section::Title, &title), text(Section::Results, "نتائج")],
        )
        .unwrap();
    assert_eq!(
        world.review(id).waiting().unwrap().changes,
        [text(Section::Results, "نتائج"), Change::Budget { value: Some(5) }]
    );

    let accept = AcceptRevision {
        experience: id,
        revision: before.revision,
        proposal: world.number(id),
        note: "شكرا".into(),
    };
    for name in ["amina", "chama", "driss"] {
        assert_eq!(world.act(name, accept.clone()), Err(NotAllowed), "{name}");
    }
    let stale = AcceptRevision {
        proposal: accept.proposal - 1,
        ..accept.clone()
    };
    assert_eq!(world.act("brahim", stale), Err(Conflict));
    world.act("brahim", accept).unwrap();
    let after = world.text(id);
    assert_eq!(after.content.budget_mad, Some(5));
    assert_eq!(
        (after.revision, after.published),
        (before.revision + 1, before.published)
    );
    assert_eq!(world.own("amina", id).decision.unwrap().note, "شكرا");
    let review = world.review(id);
    assert_eq!(
        (review.proposal, review.decision.unwrap().note.as_str()),
        (None, "شكرا")
    );
}

#[test]
fn a_returned_revision_says_why_and_can_be_sent_again_or_given_up() {
    let mut world = World::new();
    let id = published(&mut world);
    let before = world.text(id);
    world
        .revise("amina", id, vec![Change::Budget { value: Some(5) }])
        .unwrap();
    let give_back = ReturnRevision {
        experience: id,
        proposal: world.number(id),
        reason: ReturnReason::Other,
        note: String::new(),
    };
    assert_eq!(world.act("brahim", give_back.clone()), Err(Missing));
    let give_back = ReturnRevision {
        note: "أين المصدر؟".into(),
        ..give_back
    };
    assert_eq!(world.act("amina", give_back.clone()), Err(NotAllowed));
    world.act("brahim", give_back.clone()).unwrap();
    assert_eq!(world.act("brahim", give_back), Err(WrongState));
    let returned = world.review(id);
    assert!(returned.waiting().is_none());
    assert_eq!(returned.proposal.unwrap().returned.unwrap().note, "أين المصدر؟");
    let accept = AcceptRevision {
        experience: id,
        revision: before.revision,
        proposal: world.number(id),
        note: String::new(),
    };
    assert_eq!(world.act("brahim", accept), Err(WrongState));

    world
        .revise("amina", id, vec![Change::Budget { value: Some(6) }])
        .unwrap();
    assert!(world.review(id).waiting().is_some());
    let give_up = WithdrawRevision {
        experience: id,
        proposal: world.number(id),
    };
    assert_eq!(world.act("brahim", give_up.clone()), Err(NotAllowed));
    world.act("amina", give_up.clone()).unwrap();
    assert_eq!(world.review(id).proposal, None);
    assert_eq!(world.act("amina", give_up), Err(NotFound));
    assert_eq!(world.text(id), before);
}

#[test]
fn two_devices_do_not_overwrite_each_others_proposals() {
    let mut world = World::new();
    let id = published(&mut world);
    world
        .revise("amina", id, vec![Change::Budget { value: Some(5) }])
        .unwrap();
    let revision = world.text(id).revision;
    let held = world.review(id);
    // An app that knows of no proposals names none.
    for proposal in [None, Some(held.proposal.as_ref().unwrap().number - 1)] {
        let revise = ReviseExperience {
            experience: id,
            revision,
            changes: vec![text(Section::Problem, "البلدية تنشر المعطيات")],
            proposal,
        };
        assert_eq!(world.act("amina", revise), Err(Conflict));
    }
    assert_eq!(world.review(id), held);
}

#[test]
fn a_focal_point_changes_the_text_at_once_and_a_proposal_stays_beside_it() {
    let mut world = World::new();
    let id = published(&mut world);
    world
        .revise("amina", id, vec![text(Section::Problem, "البلدية تنشر المعطيات")])
        .unwrap();
    world
        .revise("amina", id, vec![Change::Budget { value: Some(5) }])
        .unwrap();
    let number = world.number(id);
    world
        .revise("brahim", id, vec![text(Section::Title, "عنوان نقطة الارتكاز")])
        .unwrap();
    let (read, review) = (world.text(id), world.review(id));
    assert_eq!(
        read.content.text(Section::Title, Lang::Ar),
        Some("عنوان نقطة الارتكاز")
    );
    assert_eq!(read.content.budget_mad, None);
    assert_eq!(review.correction, None, "they had it before their eyes");
    assert_eq!(review.revised.unwrap().by.name, "brahim");

    let accept = AcceptRevision {
        experience: id,
        revision: read.revision,
        proposal: number,
        note: String::new(),
    };
    world.act("brahim", accept).unwrap();
    let both = world.text(id).content;
    assert_eq!(both.text(Section::Title, Lang::Ar), Some("عنوان نقطة الارتكاز"));
    assert_eq!(both.budget_mad, Some(5));
}

#[test]
fn nothing_is_accepted_that_readers_could_not_be_given() {
    let mut world = World::new();
    let id = published(&mut world);
    let gone = vec![text(Section::Problem, " ")];
    assert_eq!(world.revise("amina", id, gone.clone()), Err(Missing));
    assert_eq!(world.revise("brahim", id, gone), Err(Missing));
    world
        .revise("amina", id, vec![Change::Budget { value: Some(5) }])
        .unwrap();
    let accept = AcceptRevision {
        experience: id,
        revision: world.text(id).revision,
        proposal: world.number(id),
        note: String::new(),
    };
    world.act("brahim", ArchiveExperience { experience: id }).unwrap();
    let archived = AcceptRevision {
        revision: world.text(id).revision,
        ..accept
    };
    assert_eq!(world.act("brahim", archived), Err(WrongState));
}
