//! What each mutation does, told as stories over an in-memory set of rows.

use rstest::rstest;
use shared::apply::{Context, Mint, Overlay, Side, View, apply, store_experience, store_person};
use shared::ids::*;
use shared::lang::{Lang, Translated};
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode::{self, *};
use shared::row::{Kind, Record, RecordType, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::*;
use std::collections::BTreeMap;

#[derive(Default)]
struct Rows(BTreeMap<RowKey, Record>);

impl View for Rows {
    fn get(&self, key: &RowKey) -> Option<Record> {
        self.0.get(key).cloned()
    }
    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record> {
        self.0
            .iter()
            .filter(|(key, _)| key.scope == scope && key.kind == kind.word())
            .map(|(_, record)| record.clone())
            .collect()
    }
    fn put(&mut self, scope: Scope, record: Record) {
        self.0.insert(RowKey::of(scope, &record), record);
    }
    fn delete(&mut self, key: &RowKey) {
        self.0.remove(key);
    }
}

#[derive(Default)]
struct CountingMint(u8);

impl Mint for CountingMint {
    fn certificate(&mut self, _: Timestamp) -> (CertificateId, String) {
        self.0 += 1;
        (
            CertificateId::from_name(&self.0.to_string()),
            format!("MTQ-{}", self.0),
        )
    }
    fn slug(&mut self, _: &Experience) -> String {
        self.0 += 1;
        format!("slug-{}", self.0)
    }
}

/// A network of two member communes, and one commune that is not a member.
struct World {
    rows: Rows,
    mint: CountingMint,
    clock: i64,
}

const TINGHIR: &str = "tinghir";
const SEFROU: &str = "sefrou";
const OUTSIDER: &str = "zagora";

fn place(name: &str) -> CollectivityId {
    CollectivityId::from_name(name)
}

fn who(name: &str) -> PersonId {
    PersonId::from_name(name)
}

fn in_collectivity(name: &str, role: CollectivityRole) -> InvitedAs {
    InvitedAs::Collectivity {
        collectivity: place(name),
        role,
    }
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            rows: Rows::default(),
            mint: CountingMint::default(),
            clock: 1_000,
        };
        for (name, joined) in [
            (TINGHIR, Some("2024-02")),
            (SEFROU, Some("2022-10")),
            (OUTSIDER, None),
        ] {
            let collectivity = Collectivity {
                id: place(name),
                slug: name.into(),
                kind: CollectivityKind::Commune,
                code: format!("08.{name}"),
                region: "08".into(),
                name: Translated::new(name, name, name),
                population: None,
                joined: joined.map(Into::into),
                source: None,
            };
            world.rows.put(Scope::Directory, collectivity.clone().into());
            if joined.is_some() {
                world.rows.put(Scope::Public, collectivity.into());
            }
        }
        world.person("amina", &[in_collectivity(TINGHIR, CollectivityRole::Member)]);
        world.person(
            "brahim",
            &[in_collectivity(TINGHIR, CollectivityRole::FocalPoint)],
        );
        world.person("chama", &[in_collectivity(SEFROU, CollectivityRole::FocalPoint)]);
        world.person(
            "driss",
            &[InvitedAs::Network {
                role: NetworkRole::Administrator,
            }],
        );
        world.person(
            "emma",
            &[InvitedAs::Network {
                role: NetworkRole::Partner,
            }],
        );
        world
    }

    fn person(&mut self, name: &str, offers: &[InvitedAs]) {
        let mut roles = Roles::default();
        offers.iter().for_each(|offer| roles.grant(*offer));
        let person = Person {
            id: who(name),
            name: name.into(),
            email: format!("{name}@example.ma"),
            lang: Lang::Ar,
            roles,
            joined: Timestamp(0),
            disabled: false,
        };
        store_person(&mut self.rows, None, &person);
    }

    fn identity(&self, name: &str) -> Identity {
        self.one::<Person>(Scope::Administration, who(name))
            .map_or_else(Identity::visitor, |p| p.identity())
    }

    fn one<T: RecordType>(&self, scope: Scope, id: impl Into<uuid::Uuid>) -> Option<T> {
        self.rows
            .get(&RowKey::new(scope, T::KIND, id))
            .and_then(|record| T::of(&record).cloned())
    }

    fn all<T: RecordType>(&self, scope: Scope) -> Vec<T> {
        self.rows
            .list(scope, T::KIND)
            .iter()
            .filter_map(|record| T::of(record).cloned())
            .collect()
    }

    /// Applies as the server does: all or nothing.
    fn act(&mut self, name: &str, mutation: impl Into<Mutation>) -> Result<(), RefusalCode> {
        self.clock += 1;
        let actor = self.identity(name);
        let mut overlay = Overlay::new(&self.rows);
        let mut context = Context {
            actor: &actor,
            id: MutationId::from_name(&self.clock.to_string()),
            at: Timestamp(self.clock),
            now: Timestamp(self.clock),
            side: Side::Decide(&mut self.mint),
        };
        apply(&mut overlay, &mut context, &mutation.into()).map_err(|refusal| refusal.code)?;
        for (key, change) in overlay.into_changes() {
            match change {
                Some(record) => self.rows.put(key.scope, record),
                None => self.rows.delete(&key),
            }
        }
        Ok(())
    }

    fn complete_draft(&mut self, author: &str, name: &str) -> ExperienceId {
        let experience = ExperienceId::from_name(name);
        let mut changes: Vec<Change> = [
            Section::Title,
            Section::Summary,
            Section::Problem,
            Section::Solution,
        ]
        .into_iter()
        .map(|section| Change::Text {
            section,
            lang: Lang::Ar,
            text: format!("نص {}", section.word()),
        })
        .collect();
        changes.push(Change::Principles {
            value: vec![Principle::Transparency],
        });
        self.act(
            author,
            SaveDraft {
                experience,
                collectivity: place(TINGHIR),
                changes,
            },
        )
        .unwrap();
        experience
    }

    fn submitted(&mut self, author: &str, name: &str) -> ExperienceId {
        let experience = self.complete_draft(author, name);
        self.act(author, SubmitExperience { experience }).unwrap();
        experience
    }

    fn published(&mut self, name: &str) -> ExperienceId {
        let experience = self.submitted("amina", name);
        let revision = self.text(experience).revision;
        self.act(
            "brahim",
            PublishExperience {
                experience,
                revision,
                note: String::new(),
            },
        )
        .unwrap();
        experience
    }

    fn text(&self, id: ExperienceId) -> Experience {
        self.one(Scope::Experience(id), id).unwrap()
    }
}

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
    let again = world.text(id);
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
    assert_eq!(
        world.one::<Experience>(Scope::Person(who("amina")), id),
        Some(world.text(id))
    );
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
    };
    world
        .act(
            "amina",
            ReviseExperience {
                experience: id,
                revision: read,
                changes: vec![fix.clone()],
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
                changes: vec![fix]
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
        },
        Change::Text {
            section: Section::Title,
            lang: Lang::En,
            text: "x".repeat(161),
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
    assert!(
        world
            .one::<Comment>(Scope::Experience(id), comment)
            .unwrap()
            .removed
    );
}

fn module(world: &mut World) -> (ModuleId, [LessonId; 2]) {
    let module = ModuleId::from_name("m");
    let lessons = [LessonId::of_module("m", "a"), LessonId::of_module("m", "b")];
    let heads = lessons.iter().zip(1..).map(|(id, number)| LessonHead {
        id: *id,
        number,
        slug: number.to_string(),
        title: Translated::new("درس", "Leçon", "Lesson"),
    });
    let card = ModuleCard {
        id: module,
        slug: "m".into(),
        order: 1,
        title: Translated::new("وحدة", "Module", "Module"),
        summary: Translated::default(),
        principles: vec![],
        audience: vec![],
        minutes: 20,
        languages: Lang::ALL.to_vec(),
        lessons: heads.collect(),
        pass_percent: 80,
        questions: 1,
        updated: Timestamp(0),
    };
    let choice = |correct| Choice {
        text: Translated::new("أ", "a", "a"),
        correct,
    };
    let quiz = Quiz {
        module,
        pass_percent: 80,
        questions: vec![Question {
            text: Translated::new("س", "q", "q"),
            kind: QuestionKind::Single(vec![choice(false), choice(true)]),
            explanation: Translated::default(),
            lesson: None,
        }],
    };
    world.rows.put(Scope::Public, card.into());
    world.rows.put(Scope::Module(module), quiz.into());
    (module, lessons)
}

fn attempt(module: ModuleId, name: &str, choice: u8) -> SubmitAttempt {
    SubmitAttempt {
        attempt: AttemptId::from_name(name),
        module,
        lang: Lang::Ar,
        answers: vec![Answer::One(choice)],
    }
}

#[rstest]
#[case::quiz_last(false)]
#[case::quiz_first(true)]
fn a_certificate_needs_the_lessons_and_the_quiz_in_any_order_and_comes_once(#[case] quiz_first: bool) {
    let mut world = World::new();
    let (module, lessons) = module(&mut world);
    let own = Scope::Person(who("amina"));
    world.act("amina", attempt(module, "wrong", 0)).unwrap();
    let read = lessons.map(|lesson| RecordLesson {
        module,
        lesson,
        block: 3,
        completed: true,
    });
    if quiz_first {
        world.act("amina", attempt(module, "right", 1)).unwrap();
    }
    for lesson in read {
        assert!(
            world.all::<Certificate>(own).is_empty(),
            "not before everything is done"
        );
        world.act("amina", lesson).unwrap();
    }
    if !quiz_first {
        world.act("amina", attempt(module, "right", 1)).unwrap();
    }
    world.act("amina", attempt(module, "again", 1)).unwrap();
    let certificates = world.all::<Certificate>(own);
    assert_eq!(certificates.len(), 1);
    let seen: TrainingRecord = world
        .one(Scope::Focal(place(TINGHIR)), who("amina").training_row(module))
        .unwrap();
    assert_eq!(
        (seen.lessons_completed, seen.attempts, seen.best_percent),
        (2, 3, Some(100))
    );
    assert_eq!(seen.certificate.as_ref(), certificates.first().map(|c| &c.number));
}

#[test]
fn reading_backwards_loses_nothing() {
    let mut world = World::new();
    let (module, [lesson, _]) = module(&mut world);
    for (block, completed) in [(9, true), (2, false)] {
        world
            .act(
                "amina",
                RecordLesson {
                    module,
                    lesson,
                    block,
                    completed,
                },
            )
            .unwrap();
    }
    let progress: LessonProgress = world.one(Scope::Person(who("amina")), lesson).unwrap();
    assert_eq!(progress.block, 9);
    assert!(progress.completed.is_some());
}

#[test]
fn answers_to_another_quiz_are_refused_and_not_graded() {
    let mut world = World::new();
    let (module, _) = module(&mut world);
    assert_eq!(world.act("amina", attempt(module, "a", 7)), Err(QuizChanged));
}

fn invite(offers: InvitedAs) -> InvitePerson {
    InvitePerson {
        invitation: InvitationId::from_name("i"),
        secret_hash: "ab".repeat(32),
        offers,
        name: String::new(),
        email: String::new(),
        lang: Lang::Ar,
    }
}

#[rstest]
#[case::a_focal_point_invites_colleagues("brahim", in_collectivity(TINGHIR, CollectivityRole::Member), Ok(()))]
#[case::and_a_successor("brahim", in_collectivity(TINGHIR, CollectivityRole::FocalPoint), Ok(()))]
#[case::but_not_elsewhere("brahim", in_collectivity(SEFROU, CollectivityRole::Member), Err(NotAllowed))]
#[case::nor_for_the_network("brahim", InvitedAs::Network { role: NetworkRole::Partner }, Err(NotAllowed))]
#[case::a_member_does_not("amina", in_collectivity(TINGHIR, CollectivityRole::Member), Err(NotAllowed))]
#[case::a_coordinator_names_focal_points("driss", in_collectivity(SEFROU, CollectivityRole::FocalPoint), Ok(()))]
#[case::only_in_member_collectivities(
    "driss",
    in_collectivity(OUTSIDER, CollectivityRole::FocalPoint),
    Err(NotAMember)
)]
fn who_invites_whom(
    #[case] actor: &str,
    #[case] offers: InvitedAs,
    #[case] expected: Result<(), RefusalCode>,
) {
    let mut world = World::new();
    assert_eq!(world.act(actor, invite(offers)), expected);
    assert_eq!(
        world.all::<Invitation>(Scope::Administration).len(),
        usize::from(expected.is_ok())
    );
}

#[test]
fn an_invitation_is_ended_by_those_who_could_have_made_it() {
    let mut world = World::new();
    world
        .act(
            "brahim",
            invite(in_collectivity(TINGHIR, CollectivityRole::Member)),
        )
        .unwrap();
    let revoke = RevokeInvitation {
        invitation: InvitationId::from_name("i"),
    };
    assert_eq!(world.act("chama", revoke.clone()), Err(NotFound));
    world.act("driss", revoke.clone()).unwrap();
    assert_eq!(world.act("brahim", revoke), Err(WrongState));
    let copies = [Scope::Administration, Scope::Focal(place(TINGHIR))].map(|scope| {
        world
            .one::<Invitation>(scope, InvitationId::from_name("i"))
            .unwrap()
            .state
    });
    assert_eq!(copies, [InvitationState::Revoked; 2]);
}

#[test]
fn a_commune_is_admitted_and_its_focal_point_named() {
    let mut world = World::new();
    let admit = AdmitCollectivity {
        collectivity: place(OUTSIDER),
        joined: "2026-11".into(),
        source: String::new(),
    };
    assert_eq!(world.act("brahim", admit.clone()), Err(NotAllowed));
    world.act("driss", admit.clone()).unwrap();
    assert_eq!(world.act("driss", admit), Err(AlreadyExists));
    let role = in_collectivity(OUTSIDER, CollectivityRole::FocalPoint);
    world
        .act(
            "driss",
            GrantRole {
                person: who("amina"),
                role,
            },
        )
        .unwrap();
    assert!(
        world.one::<PersonCard>(Scope::Network, who("amina")).is_some(),
        "the network knows focal points"
    );
    assert!(
        world
            .one::<PersonCard>(Scope::Collectivity(place(OUTSIDER)), who("amina"))
            .is_some()
    );
}

#[test]
fn whoever_published_an_experience_is_named_to_everybody_be_it_a_member_or_not() {
    let mut world = World::new();
    let public = |world: &World, name| world.one::<Collectivity>(Scope::Public, place(name));
    assert_eq!(public(&world, OUTSIDER), None);
    let published = world.published("marché");
    let by_outsider = Experience {
        id: ExperienceId::from_name("souk"),
        slug: Some("souk".into()),
        collectivity: place(OUTSIDER),
        author: None,
        ..world.text(published)
    };
    store_experience(&mut world.rows, &by_outsider);
    let named = public(&world, OUTSIDER).unwrap();
    assert!(!named.is_member());

    // A membership that ends takes the name away only where nothing needs it.
    for collectivity in [place(TINGHIR), place(SEFROU)] {
        world.act("driss", EndMembership { collectivity }).unwrap();
    }
    assert_eq!(public(&world, TINGHIR).map(|held| held.is_member()), Some(false));
    assert_eq!(public(&world, SEFROU), None);
}

#[test]
fn a_focal_point_does_not_draw_in_people_from_elsewhere() {
    let mut world = World::new();
    let role = in_collectivity(TINGHIR, CollectivityRole::Member);
    assert_eq!(
        world.act(
            "brahim",
            GrantRole {
                person: who("chama"),
                role
            }
        ),
        Err(NotFound)
    );
}

#[test]
fn a_lost_role_takes_the_person_out_of_every_audience_it_gave() {
    let mut world = World::new();
    let role = in_collectivity(SEFROU, CollectivityRole::FocalPoint);
    world
        .act(
            "driss",
            RevokeRole {
                person: who("chama"),
                role,
            },
        )
        .unwrap();
    for (scope, kind) in [
        (Scope::Focal(place(SEFROU)), Kind::Person),
        (Scope::Collectivity(place(SEFROU)), Kind::PersonCard),
        (Scope::Network, Kind::PersonCard),
    ] {
        assert!(
            world.rows.get(&RowKey::new(scope, kind, who("chama"))).is_none(),
            "{scope}"
        );
    }
    assert!(
        world
            .one::<Person>(Scope::Person(who("chama")), who("chama"))
            .is_some()
    );
}

#[test]
fn the_last_administrator_stays() {
    let mut world = World::new();
    let role = InvitedAs::Network {
        role: NetworkRole::Administrator,
    };
    assert_eq!(
        world.act(
            "driss",
            RevokeRole {
                person: who("driss"),
                role
            }
        ),
        Err(LastAdministrator)
    );
    assert_eq!(
        world.act(
            "driss",
            SetDisabled {
                person: who("driss"),
                disabled: true
            }
        ),
        Err(LastAdministrator)
    );
    world
        .act(
            "driss",
            GrantRole {
                person: who("emma"),
                role,
            },
        )
        .unwrap();
    world
        .act(
            "driss",
            RevokeRole {
                person: who("driss"),
                role,
            },
        )
        .unwrap();
}

#[test]
fn a_prediction_does_everything_but_what_only_the_server_can_make() {
    let mut world = World::new();
    let id = world.submitted("amina", "budget");
    let actor = world.identity("brahim");
    let revision = world.text(id).revision;
    let mut overlay = Overlay::new(&world.rows);
    let mut context = Context {
        actor: &actor,
        id: MutationId::from_name("p"),
        at: Timestamp(9),
        now: Timestamp(9),
        side: Side::Predict,
    };
    let publish = PublishExperience {
        experience: id,
        revision,
        note: String::new(),
    };
    apply(&mut overlay, &mut context, &publish.into()).unwrap();
    let changes = overlay.into_changes();
    let predicted = changes
        .get(&RowKey::new(Scope::Experience(id), Kind::Experience, id))
        .unwrap();
    let Some(Record::Experience(predicted)) = predicted else {
        panic!("{predicted:?}")
    };
    assert_eq!(
        (predicted.state, predicted.slug.as_deref()),
        (ExperienceState::Published, None)
    );
}
