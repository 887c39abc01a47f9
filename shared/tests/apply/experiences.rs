use crate::world::*;
use rstest::rstest;
use shared::apply::View as _;
use shared::ids::*;
use shared::lang::Lang;
use shared::limits::{COMMENTS, COMMENTS_OF_ONE};
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode::*;
use shared::row::{RecordType as _, RowKey};
use shared::scope::Scope;
use shared::vocabulary::*;

#[test]
fn a_draft_is_written_returned_rewritten_and_published() {
    let mut world = World::new();
    let id = world.submitted("amina", "budget");
    assert!(
        world
            .one::<Experience>(Scope::Focal(place(TINGHIR)), id)
            .is_some(),
        "the focal point sees it"
    );
    assert!(
        world.all::<ExperienceCard>(Scope::Public).is_empty(),
        "nobody else does"
    );

    let revision = world.text(id).revision;
    let give_back = ReturnExperience {
        experience: id,
        revision,
        reason: ReturnReason::Unsourced,
        note: "أضيفوا المصدر".into(),
    };
    world.act("brahim", give_back).unwrap();
    assert!(
        world
            .one::<Experience>(Scope::Focal(place(TINGHIR)), id)
            .is_none()
    );

    let better = Change::Text {
        section: Section::Solution,
        lang: Lang::Ar,
        text: "حل موثق".into(),
        seen: Vec::new(),
    };
    world
        .act(
            "amina",
            SaveDraft {
                experience: id,
                collectivity: place(TINGHIR),
                changes: vec![better],
            },
        )
        .unwrap();
    world.act("amina", SubmitExperience { experience: id }).unwrap();
    let again = world.own("amina", id);
    let before = again.previous.as_ref().unwrap();
    assert_ne!(
        before.text(Section::Solution, Lang::Ar),
        again.content.text(Section::Solution, Lang::Ar)
    );

    let publish = PublishExperience {
        experience: id,
        revision: again.revision,
        note: String::new(),
    };
    world.act("brahim", publish).unwrap();
    let card: ExperienceCard = world.one(Scope::Public, id).unwrap();
    assert_eq!(card.languages, [Lang::Ar]);
    assert_eq!(world.own("amina", id).for_readers(), world.text(id));
}

#[test]
fn what_passes_between_author_and_focal_point_is_in_no_row_of_readers() {
    let mut world = World::new();
    let id = world.submitted("amina", "budget");
    let give_back = ReturnExperience {
        experience: id,
        revision: world.text(id).revision,
        reason: ReturnReason::Other,
        note: "بيننا".into(),
    };
    world.act("brahim", give_back).unwrap();
    assert_eq!(world.text(id), world.text(id).for_readers());
    assert_eq!(world.own("amina", id).decision.unwrap().note, "بيننا");

    world.act("amina", SubmitExperience { experience: id }).unwrap();
    let waiting: Experience = world.one(Scope::Focal(place(TINGHIR)), id).unwrap();
    assert_eq!(waiting.decision.unwrap().note, "بيننا");
    let publish = PublishExperience {
        experience: id,
        revision: waiting.revision,
        note: "شكرا".into(),
    };
    world.act("brahim", publish).unwrap();
    world.act("brahim", ArchiveExperience { experience: id }).unwrap();
    world.act("driss", RestoreExperience { experience: id }).unwrap();
    let text = world.text(id);
    assert_eq!((text.decision, text.previous, text.submitted), (None, None, None));
    assert_eq!(
        world.own("amina", id).decision.unwrap().note,
        "شكرا",
        "archiving by somebody else loses nothing of the author's copy"
    );
    for scope in [Scope::Focal(place(TINGHIR)), Scope::Person(who("amina"))] {
        let review: Review = world.one(scope, id).unwrap();
        assert_eq!(review.decision.unwrap().note, "شكرا", "{scope}");
    }
}

#[test]
fn rows_of_an_earlier_version_are_cleaned_once_and_their_notes_kept() {
    let mut world = World::new();
    let id = world.published("budget");
    let mut as_before = world.own("amina", id);
    as_before.decision.as_mut().unwrap().note = "كلمة قديمة".into();
    let focal = Scope::Focal(place(TINGHIR));
    for (scope, kind) in [(focal, Review::KIND), (Scope::Person(who("amina")), Review::KIND)] {
        world.rows.delete(&RowKey::new(scope, kind, id));
    }
    world.rows.put(Scope::Experience(id), as_before.clone().into());
    world
        .rows
        .put(Scope::Person(who("amina")), as_before.clone().into());
    for _ in 0..2 {
        shared::apply::hide_from_readers(&mut world.rows, id);
        assert_eq!(world.text(id), as_before.for_readers());
        assert_eq!(world.own("amina", id), as_before);
        let review: Review = world.one(focal, id).unwrap();
        assert_eq!((review.revision, &review.decision), (1, &as_before.decision));
    }
}

#[test]
fn a_decision_on_a_text_that_changed_meanwhile_is_a_conflict() {
    let mut world = World::new();
    let id = world.submitted("amina", "budget");
    let read = world.text(id).revision;
    let fix = Change::Text {
        section: Section::Title,
        lang: Lang::Fr,
        text: "Titre".into(),
        seen: Vec::new(),
    };
    world
        .act(
            "amina",
            ReviseExperience {
                experience: id,
                revision: read,
                changes: vec![fix.clone()],
                proposal: None,
            },
        )
        .unwrap();
    let publish = PublishExperience {
        experience: id,
        revision: read,
        note: String::new(),
    };
    assert_eq!(world.act("brahim", publish), Err(Conflict));
    assert_eq!(
        world.act(
            "brahim",
            ReviseExperience {
                experience: id,
                revision: read,
                changes: vec![fix],
                proposal: None,
            }
        ),
        Err(Conflict)
    );
}

#[rstest]
#[case::another_member("chama")]
#[case::a_partner("emma")]
#[case::a_coordinator("driss")]
#[case::the_author_alone("amina")]
#[case::a_visitor("nobody")]
fn only_its_focal_point_validates(#[case] name: &str) {
    let mut world = World::new();
    let id = world.submitted("amina", "budget");
    let revision = world.text(id).revision;
    let publish = PublishExperience {
        experience: id,
        revision,
        note: String::new(),
    };
    let refused = world.act(name, publish).unwrap_err();
    assert!(matches!(refused, NotAllowed | NotFound), "{refused:?}");
}

#[test]
fn a_draft_belongs_to_its_author_and_collectivity() {
    let mut world = World::new();
    let id = world.complete_draft("amina", "budget");
    let change = SaveDraft {
        experience: id,
        collectivity: place(TINGHIR),
        changes: vec![],
    };
    assert_eq!(world.act("brahim", change.clone()), Err(NotAllowed));
    let elsewhere = SaveDraft {
        experience: ExperienceId::from_name("x"),
        collectivity: place(SEFROU),
        ..change
    };
    assert_eq!(world.act("amina", elsewhere), Err(NotAllowed));
}

#[test]
fn an_incomplete_draft_says_what_is_missing() {
    let mut world = World::new();
    let experience = ExperienceId::from_name("short");
    let changes = vec![Change::Text {
        section: Section::Title,
        lang: Lang::Fr,
        text: "Un titre".into(),
        seen: Vec::new(),
    }];
    world
        .act(
            "amina",
            SaveDraft {
                experience,
                collectivity: place(TINGHIR),
                changes,
            },
        )
        .unwrap();
    let content = world.text(experience).content;
    assert_eq!(
        shared::apply::missing_for_submission(&content),
        ["summary", "problem", "solution", "principles"]
    );
    assert_eq!(world.act("amina", SubmitExperience { experience }), Err(Missing));
}

#[rstest]
#[case::end_before_start("1970-05", "1970-04")]
#[case::start_long_after_next_year("2931", "")]
// The world of these tests lives in 1970.
fn an_impossible_period_may_be_drafted_but_not_sent(#[case] started: &str, #[case] ended: &str) {
    let mut world = World::new();
    let id = world.submitted("amina", "budget");
    world.act("amina", WithdrawExperience { experience: id }).unwrap();
    let save = |changes| SaveDraft {
        experience: id,
        collectivity: place(TINGHIR),
        changes,
    };
    let date = |text: &str| PartialDate(text.into());
    let period = vec![
        Change::Started { value: date(started) },
        Change::Ended { value: date(ended) },
    ];
    world.act("amina", save(period)).unwrap();
    assert_eq!(
        world.act("amina", SubmitExperience { experience: id }),
        Err(Invalid)
    );
    let corrected = vec![
        Change::Started {
            value: date("1970-01"),
        },
        Change::Ended { value: date("1970") },
    ];
    world.act("amina", save(corrected)).unwrap();
    world.act("amina", SubmitExperience { experience: id }).unwrap();
}

#[test]
fn a_cost_beyond_any_budget_is_refused() {
    let mut world = World::new();
    let most = shared::figures::MAX_DIRHAMS;
    let mut save = |value| {
        world.act(
            "amina",
            SaveDraft {
                experience: ExperienceId::from_name("cost"),
                collectivity: place(TINGHIR),
                changes: vec![Change::Budget { value: Some(value) }],
            },
        )
    };
    assert_eq!(save(most), Ok(()));
    assert_eq!(save(most + 1), Err(Invalid));
}

#[test]
fn a_refused_mutation_leaves_no_trace() {
    let mut world = World::new();
    let id = world.complete_draft("amina", "budget");
    let before = world.text(id);
    let changes = vec![
        Change::Text {
            section: Section::Title,
            lang: Lang::Fr,
            text: "Nouveau".into(),
            seen: Vec::new(),
        },
        Change::Text {
            section: Section::Title,
            lang: Lang::En,
            text: "x".repeat(161),
            seen: Vec::new(),
        },
    ];
    assert_eq!(
        world.act(
            "amina",
            SaveDraft {
                experience: id,
                collectivity: place(TINGHIR),
                changes
            }
        ),
        Err(TooLong)
    );
    assert_eq!(world.text(id), before);
}

#[test]
fn an_archived_experience_leaves_the_lists_and_comes_back_to_the_same_address() {
    let mut world = World::new();
    let id = world.published("budget");
    let slug = world.text(id).slug;
    world.act("brahim", ArchiveExperience { experience: id }).unwrap();
    assert!(world.all::<ExperienceCard>(Scope::Public).is_empty());
    world.act("driss", RestoreExperience { experience: id }).unwrap();
    assert_eq!(
        world
            .one::<ExperienceCard>(Scope::Public, id)
            .map(|card| card.slug),
        slug
    );
}

#[test]
fn people_talk_only_under_what_is_published() {
    let mut world = World::new();
    let draft = world.complete_draft("amina", "draft");
    let published = world.published("budget");
    let say = |experience, name: &str| AddComment {
        comment: CommentId::from_name(name),
        experience,
        reply_to: None,
        text: "شكرا على التقاسم".into(),
        lang: Lang::Ar,
    };
    assert_eq!(world.act("amina", say(draft, "1")), Err(NotFound));
    assert_eq!(world.act("nobody", say(published, "1")), Err(NotAllowed));
    world.act("emma", say(published, "1")).unwrap();
    assert_eq!(
        world.act("emma", say(published, "1")),
        Err(AlreadyExists),
        "a comment is inserted once"
    );

    let remove = RemoveComment {
        experience: published,
        comment: CommentId::from_name("1"),
    };
    assert_eq!(world.act("chama", remove.clone()), Err(NotAllowed));
    world.act("brahim", remove).unwrap();
    let left: Comment = world
        .one(Scope::Experience(published), CommentId::from_name("1"))
        .unwrap();
    assert!(left.removed && left.text.is_empty() && left.author.name.is_empty());
}

#[test]
fn comments_under_an_experience_end_somewhere_and_one_person_cannot_take_all_places() {
    let mut world = World::new();
    let experience = world.published("budget");
    let mut say = |who: &str, number: usize| {
        let comment = AddComment {
            comment: CommentId::from_name(&format!("{who}/{number}")),
            experience,
            reply_to: None,
            text: "شكرا".into(),
            lang: Lang::Ar,
        };
        world.act(who, comment)
    };
    for number in 0..COMMENTS_OF_ONE {
        say("emma", number).unwrap();
    }
    assert_eq!(say("emma", COMMENTS_OF_ONE), Err(TooManyComments));
    say("chama", 0).unwrap();

    // What was removed leaves its place: nothing says any more whose it was.
    let remove = |number: usize| RemoveComment {
        experience,
        comment: CommentId::from_name(&format!("emma/{number}")),
    };
    world.act("emma", remove(0)).unwrap();
    let once_more = AddComment {
        comment: CommentId::from_name("emma/more"),
        experience,
        reply_to: None,
        text: "شكرا".into(),
        lang: Lang::Ar,
    };
    world.act("emma", once_more.clone()).unwrap();
    let again = AddComment {
        comment: CommentId::from_name("emma/again"),
        ..once_more.clone()
    };
    assert_eq!(world.act("emma", again), Err(TooManyComments));

    let scope = Scope::Experience(experience);
    let held: Comment = world.one(scope, CommentId::from_name("emma/1")).unwrap();
    let standing = world
        .all::<Comment>(scope)
        .iter()
        .filter(|one| !one.removed)
        .count();
    for number in standing..COMMENTS {
        let mut other = held.clone();
        other.id = CommentId::from_name(&number.to_string());
        other.author.person = who(&number.to_string());
        world.rows.put(scope, other.into());
    }
    let of_chama = |number: usize| AddComment {
        comment: CommentId::from_name(&format!("last/{number}")),
        ..once_more.clone()
    };
    assert_eq!(world.act("chama", of_chama(0)), Err(TooManyComments));
    world.act("emma", remove(1)).unwrap();
    world.act("chama", of_chama(1)).unwrap();
    assert_eq!(world.act("chama", of_chama(2)), Err(TooManyComments));
}

#[test]
fn a_collectivity_reuses_an_experience_once() {
    let mut world = World::new();
    let id = world.published("budget");
    let declare = |name: &str| DeclareReuse {
        reuse: ReuseId::from_name(name),
        experience: id,
        note: String::new(),
        lang: Lang::Ar,
    };
    world.act("chama", declare("1")).unwrap();
    assert_eq!(world.act("chama", declare("2")), Err(AlreadyExists));
    world.act("emma", declare("3")).unwrap();
    let withdraw = WithdrawReuse {
        experience: id,
        reuse: ReuseId::from_name("1"),
    };
    assert_eq!(world.act("emma", withdraw.clone()), Err(NotAllowed));
    world.act("chama", withdraw).unwrap();
    assert_eq!(world.all::<Reuse>(Scope::Experience(id)).len(), 1);
}

#[test]
fn a_report_is_closed_once_and_takes_the_comment_away() {
    let mut world = World::new();
    let id = world.published("budget");
    let comment = CommentId::from_name("1");
    let text = "…".to_owned();
    world
        .act(
            "emma",
            AddComment {
                comment,
                experience: id,
                reply_to: None,
                text,
                lang: Lang::Fr,
            },
        )
        .unwrap();
    let report = ReportId::from_name("r");
    let target = ReportTarget::Comment {
        experience: id,
        comment,
    };
    world
        .act(
            "chama",
            ReportContent {
                report,
                target,
                reason: ReportReason::Spam,
                note: String::new(),
            },
        )
        .unwrap();
    let resolve = ResolveReport {
        report,
        resolution: Resolution::Removed,
    };
    assert_eq!(world.act("brahim", resolve.clone()), Err(NotAllowed));
    world.act("driss", resolve.clone()).unwrap();
    assert_eq!(world.act("driss", resolve), Err(WrongState));
    let left = world.one::<Comment>(Scope::Experience(id), comment).unwrap();
    assert!(left.removed && left.text.is_empty());
    // The coordinators keep the words that they took away, for an appeal; nobody else has them.
    let decided = world.one::<Report>(Scope::Administration, report).unwrap();
    let kept = decided.removed_comment.unwrap();
    assert_eq!((kept.author.name.as_str(), kept.removed), ("emma", false));
    assert!(!kept.text.is_empty());
}
