//! Who may read each field of each kind of row, compared with what each role pulls and with what the pages hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::public_pages::places;
use crate::test_hub::{EXPERIENCE, MODULE, TestHub, member_of};
use serde::de::{Deserialize, Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Value, json};
use server::accounts::secrets::SecretHash;
use server::row_store::{self, RowStore};
use shared::apply::{View as _, publish_module, read_module};
use shared::ids::{
    AttemptId, CollectivityId, CommentId, EditionId, ExperienceId, InvitationId, ModuleId, ReportId, ReuseId,
};
use shared::lang::{Lang, Translated};
use shared::mutation::{
    AddComment, DeclareReuse, InvitePerson, PublishExperience, RecordLesson, ReportContent, ResolveReport,
    ReturnExperience, ReviseExperience, SaveDraft, SetBookmark, SubmitAttempt, SubmitExperience,
};
use shared::records::*;
use shared::row::{Kind, Record, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityRole, Principle, ReportReason, ReturnReason};

/// `member` wrote the experience and learns; `colleague` is another member of the same collectivity.
const EVERYBODY: &[&str] = &[
    "visitor",
    "member",
    "colleague",
    "focal",
    "other-member",
    "other-focal",
    "trainer",
    "partner",
    "administrator",
];
const COLLEAGUES: &[&str] = &["member", "colleague", "focal", "administrator"];
const FOCAL_POINTS: &[&str] = &["focal"];
const INVITERS: &[&str] = &["focal", "administrator"];
const AUTHOR_AND_FOCAL_POINTS: &[&str] = &["member", "focal"];
const ONESELF: &[&str] = &["member"];
const ONESELF_AND_THOSE_IN_CHARGE: &[&str] = &["member", "focal", "administrator"];
const ONESELF_AND_COORDINATORS: &[&str] = &["member", "administrator"];
const COORDINATORS: &[&str] = &["administrator"];

/// The audience of every field. A field that is not here fails the test: decide first who may read it.
const TABLE: &[(Kind, &[&str], &str)] = &[
    (
        Kind::Collectivity,
        EVERYBODY,
        "id slug kind code region name province shares_name population joined source",
    ),
    (
        Kind::ModuleCard,
        EVERYBODY,
        "id slug order title summary principles audience minutes languages lessons pass_percent questions updated updated_on edition",
    ),
    (Kind::Module, EVERYBODY, "id objectives licence sources"),
    (Kind::Lesson, EVERYBODY, "id module number text"),
    // Right answers included: a device without network has to grade.
    (Kind::Quiz, EVERYBODY, "module pass_percent questions edition"),
    (
        Kind::Edition,
        EVERYBODY,
        "id module number published state title minutes lessons reason",
    ),
    (
        Kind::LessonProgress,
        ONESELF,
        "module lesson block completed updated",
    ),
    (
        Kind::Attempt,
        ONESELF,
        "id module lang answers right questions percent passed at edition",
    ),
    // A person who is told its number may see what is printed on it, over another address.
    (
        Kind::Certificate,
        ONESELF,
        "id number person person_name lang collectivity lies_in module module_title minutes percent issued edition",
    ),
    (
        Kind::TrainingRecord,
        FOCAL_POINTS,
        "person name module lessons_completed lessons attempts best_percent certificate updated",
    ),
    (
        Kind::ExperienceCard,
        EVERYBODY,
        "id slug collectivity kind principles title summary languages started published",
    ),
    (
        Kind::Experience,
        EVERYBODY,
        "id slug collectivity author state revision content created updated published library_dates",
    ),
    (
        Kind::Experience,
        AUTHOR_AND_FOCAL_POINTS,
        "previous submitted decision writers",
    ),
    // A draft with versions to choose from cannot be submitted.
    (Kind::Experience, ONESELF, "versions"),
    (
        Kind::Review,
        AUTHOR_AND_FOCAL_POINTS,
        "experience revision decision correction revised proposal",
    ),
    (
        Kind::Comment,
        EVERYBODY,
        "id experience reply_to author text lang at removed",
    ),
    (Kind::Reuse, EVERYBODY, "id experience author note lang at"),
    (Kind::Bookmark, ONESELF, "experience at"),
    (
        Kind::Person,
        ONESELF_AND_THOSE_IN_CHARGE,
        "id name email lang roles joined disabled",
    ),
    (Kind::PersonCard, COLLEAGUES, "id name roles"),
    (
        Kind::Invitation,
        INVITERS,
        "id secret_hash offers name email lang by by_name created expires state",
    ),
    // The person learns who could have entered; the hash of the secret is in no row.
    (
        Kind::Recovery,
        ONESELF_AND_COORDINATORS,
        "id person by by_name created expires used",
    ),
    (
        Kind::Report,
        COORDINATORS,
        "id target reason note by at resolution removed_comment",
    ),
];

#[test]
fn every_field_of_every_kind_has_an_audience() {
    for kind in Kind::ALL {
        let listed: Vec<&str> = listed(*kind).map(|(field, _)| field).collect();
        let once: BTreeSet<&str> = listed.iter().copied().collect();
        assert_eq!(once.len(), listed.len(), "{kind:?} lists a field twice");
        let held: BTreeSet<&str> = fields_of(*kind).iter().copied().collect();
        assert!(!held.is_empty(), "{kind:?}");
        assert_eq!(once, held, "the fields of {kind:?}");
    }
}

#[tokio::test]
async fn each_field_is_pulled_by_its_audience_alone_and_no_page_tells_more() {
    let hub = TestHub::init()
        .await
        .with_everybody()
        .await
        .with_person("colleague", member_of("tinghir"))
        .await;
    let experience = tell_a_story(&hub).await;

    let mut readers: BTreeMap<(Kind, String), BTreeSet<&str>> = BTreeMap::new();
    for name in EVERYBODY {
        for row in rows_of(&hub, name).await {
            let kind = Kind::from_word(row["kind"].as_str().unwrap()).unwrap();
            let fields = row["body"].as_object().unwrap();
            // Everybody reads their own; the question is who reads somebody else's.
            let is_person = matches!(kind, Kind::Person | Kind::PersonCard);
            if is_person && fields["id"] != json!(hub.person("member").id) {
                continue;
            }
            for (field, _) in fields.iter().filter(|(_, value)| !value.is_null()) {
                readers.entry((kind, field.clone())).or_default().insert(name);
            }
        }
    }
    let mut wrong = Vec::new();
    for kind in Kind::ALL {
        for (field, audience) in listed(*kind) {
            let wanted: BTreeSet<&str> = audience.iter().copied().collect();
            let found = readers.remove(&(*kind, field.to_owned())).unwrap_or_default();
            if wanted != found {
                wrong.push(format!("{}.{field}: {found:?}, not {wanted:?}", kind.word()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(readers.is_empty(), "{readers:?}");

    let mut paths: Vec<String> = places().into_iter().map(|(path, _)| path).collect();
    let slug = experience.slug.unwrap();
    paths.push(format!("/experiences/{slug}"));
    for path in paths {
        for lang in Lang::ALL {
            let address = format!("/{}{path}", lang.code());
            let page = hub.as_visitor().get(&address).await;
            assert_eq!(page.status.as_u16(), 200, "{address}");
            let text = page.text();
            for marker in [PRIVATE, "@commune.ma"] {
                assert!(!text.contains(marker), "{address} holds {marker}");
            }
            let shows_it = path.ends_with(&slug);
            assert!(!shows_it || text.contains("said-in-public"), "{address}");
        }
    }
}

/// What every text begins with that not everybody may read.
const PRIVATE: &str = "said-in-private";

/// Writes at least one row of each kind, each field filled, the way people do.
async fn tell_a_story(hub: &TestHub) -> Experience {
    // The library fills none of these for the collectivity of the test, and the certificate shows one of them.
    hub.write(|txn| {
        let mut held: Collectivity = row_store::find(&*txn, Scope::Public, tinghir()).unwrap().unwrap();
        held.shares_name = true;
        held.population = Some(42_000);
        held.source = Some("https://network.example/members".to_owned());
        let mut rows = RowStore::new(txn);
        for scope in [Scope::Public, Scope::Directory] {
            rows.put(scope, held.clone().into());
        }
        rows.finish().unwrap();
    })
    .await;
    let (member, focal) = (hub.as_person("member"), hub.as_person("focal"));
    learn(hub).await;

    let published = ExperienceId::from_name("published");
    let waiting = ExperienceId::from_name("waiting");
    for (experience, said) in [(published, "said-in-public"), (waiting, PRIVATE)] {
        member
            .does(SaveDraft {
                experience,
                collectivity: tinghir(),
                changes: complete(said),
            })
            .await;
        member.does(SubmitExperience { experience }).await;
        focal
            .does(ReturnExperience {
                experience,
                revision: own_copy(hub, experience).await.revision,
                reason: ReturnReason::Other,
                note: format!("{PRIVATE} when it was returned"),
            })
            .await;
        member.does(SubmitExperience { experience }).await;
    }
    focal
        .does(PublishExperience {
            experience: published,
            revision: own_copy(hub, published).await.revision,
            note: format!("{PRIVATE} when it was published"),
        })
        .await;
    write_twice(hub).await;
    revise(hub, published).await;
    talk(hub, published).await;
    focal
        .does(InvitePerson {
            invitation: InvitationId::from_name("open"),
            secret_hash: SecretHash::of("open").hexadecimal(),
            offers: InvitedAs::Collectivity {
                collectivity: tinghir(),
                role: CollectivityRole::Member,
            },
            name: format!("{PRIVATE} name"),
            email: format!("{PRIVATE}@commune.example"),
            lang: Lang::Ar,
        })
        .await;
    let of_member = json!({ "person": hub.person("member").id });
    let made = focal.post("/api/recovery/issue", of_member).await;
    assert_eq!(made.status.as_u16(), 200, "{}", made.text());
    // One that was used holds the moment of it.
    let member = hub.person("member").id;
    hub.write(move |txn| {
        let mut links: Vec<Recovery> = row_store::all(&*txn, Scope::Person(member)).unwrap();
        links[0].used = Some(links[0].created);
        let mut rows = RowStore::new(txn);
        shared::apply::store_recovery(&mut rows, &links[0]);
        rows.finish().unwrap();
    })
    .await;
    own_copy(hub, published).await
}

/// A focal point changes the published text, its author makes a small correction, then proposes a change.
/// A draft whose title was written on another device too.
async fn write_twice(hub: &TestHub) {
    for seen in ["", "another title"] {
        let title = Change::Text {
            section: Section::Title,
            lang: Lang::Ar,
            text: format!("{PRIVATE} title after “{seen}”"),
            seen: vec![TextMark::of(seen)],
        };
        let draft = SaveDraft {
            experience: ExperienceId::from_name("undecided"),
            collectivity: tinghir(),
            changes: vec![title],
        };
        hub.as_person("member").does(draft).await;
    }
}

async fn revise(hub: &TestHub, experience: ExperienceId) {
    let text = |section: Section, text: String| Change::Text {
        section,
        lang: Lang::Fr,
        text,
        seen: Vec::new(),
    };
    let correct = "said-in-public problems".to_owned();
    for (name, change) in [
        (
            "focal",
            text(Section::Results, "said-in-public by a focal point".to_owned()),
        ),
        ("member", text(Section::Problem, correct)),
        (
            "member",
            text(Section::Solution, format!("{PRIVATE} until it is accepted")),
        ),
    ] {
        hub.as_person(name)
            .does(ReviseExperience {
                experience,
                revision: own_copy(hub, experience).await.revision,
                changes: vec![change],
                proposal: None,
            })
            .await;
    }
}

async fn learn(hub: &TestHub) {
    let member = hub.as_person("member");
    let module = ModuleId::from_name(MODULE);
    let (lessons, answers) = hub
        .write(move |txn| {
            let mut card: ModuleCard = row_store::find(&*txn, Scope::Public, module).unwrap().unwrap();
            // The starter library says no dates.
            card.updated_on = PartialDate("2026-11".to_owned());
            let mut rows = RowStore::new(txn);
            // Only what is not the first edition names its number.
            let mut corrected = read_module(&rows, card.clone()).unwrap();
            corrected.card.updated_on = card.updated_on;
            corrected.card.minutes += 1;
            publish_module(&mut rows, &corrected, Timestamp(1));
            let first = EditionId::of_module(module, EditionNumber::FIRST);
            let first = RowKey::new(Scope::Module(module), Kind::Edition, first);
            let Some(Record::Edition(mut first)) = rows.get(&first) else {
                panic!("the library has a first edition");
            };
            first.reason = Translated::only(Lang::Fr, "La loi a changé");
            rows.put(Scope::Module(module), first.into());
            rows.finish().unwrap();
            let answers: Vec<Answer> = corrected.quiz.questions.iter().map(right_answer).collect();
            (corrected.card.lessons, answers)
        })
        .await;
    for lesson in lessons {
        member
            .does(RecordLesson {
                module,
                lesson: lesson.id,
                block: 1,
                completed: true,
            })
            .await;
    }
    member
        .does(SubmitAttempt {
            attempt: AttemptId::from_name("one"),
            module,
            lang: Lang::Fr,
            answers,
            edition: EditionNumber::FIRST.corrected(),
        })
        .await;
}

fn right_answer(question: &Question) -> Answer {
    let places = |count: usize| (0..count).map(|at| u8::try_from(at).unwrap()).collect::<Vec<_>>();
    let right = |choices: &[Choice]| -> Vec<u8> {
        let all = places(choices.len()).into_iter().zip(choices);
        all.filter(|(_, choice)| choice.correct)
            .map(|(at, _)| at)
            .collect()
    };
    match &question.kind {
        QuestionKind::Single(choices) | QuestionKind::TrueFalse(choices) => Answer::One(right(choices)[0]),
        QuestionKind::Multiple(choices) => Answer::Many(right(choices)),
        QuestionKind::Ordering(items) => Answer::Order(places(items.len())),
        QuestionKind::Matching(pairs) => Answer::Match(places(pairs.len())),
    }
}

async fn talk(hub: &TestHub, experience: ExperienceId) {
    let partner = hub.as_person("partner");
    let first = CommentId::from_name("first");
    for (comment, reply_to) in [(first, None), (CommentId::from_name("answer"), Some(first))] {
        partner
            .does(AddComment {
                comment,
                experience,
                reply_to,
                text: "said-in-public".to_owned(),
                lang: Lang::Fr,
            })
            .await;
    }
    hub.as_person("other-member")
        .does(DeclareReuse {
            reuse: ReuseId::from_name("one"),
            experience,
            note: "said-in-public".to_owned(),
            lang: Lang::Fr,
        })
        .await;
    let report = ReportId::from_name("one");
    partner
        .does(ReportContent {
            report,
            target: ReportTarget::Comment {
                experience,
                comment: first,
            },
            reason: ReportReason::Other,
            note: format!("{PRIVATE} in a report"),
        })
        .await;
    hub.as_person("administrator")
        .does(ResolveReport {
            report,
            resolution: Resolution::Kept,
        })
        .await;
    // Words that a decision takes away: from then on only coordinators have them.
    let (removed, report) = (CommentId::from_name("removed"), ReportId::from_name("removed"));
    partner
        .does(AddComment {
            comment: removed,
            experience,
            reply_to: None,
            text: format!("{PRIVATE} in a removed comment"),
            lang: Lang::Fr,
        })
        .await;
    partner
        .does(ReportContent {
            report,
            target: ReportTarget::Comment {
                experience,
                comment: removed,
            },
            reason: ReportReason::Offensive,
            note: String::new(),
        })
        .await;
    hub.as_person("administrator")
        .does(ResolveReport {
            report,
            resolution: Resolution::Removed,
        })
        .await;
    hub.as_person("member")
        .does(SetBookmark {
            experience: ExperienceId::from_name(EXPERIENCE),
            marked: true,
        })
        .await;
}

fn complete(said: &str) -> Vec<Change> {
    let texts = Section::ALL.map(|section| Change::Text {
        section,
        lang: Lang::Fr,
        text: format!("{said} {}", section.word()),
        seen: Vec::new(),
    });
    let principles = Change::Principles {
        value: vec![Principle::Transparency],
    };
    let started = Change::Started {
        value: PartialDate("2024".to_owned()),
    };
    texts.into_iter().chain([principles, started]).collect()
}

async fn own_copy(hub: &TestHub, id: ExperienceId) -> Experience {
    let author = hub.person("member").id;
    hub.write(move |txn| {
        row_store::find(&*txn, Scope::Person(author), id)
            .unwrap()
            .unwrap()
    })
    .await
}

/// Every row that somebody gets who asks for all there is.
async fn rows_of(hub: &TestHub, name: &str) -> Vec<Value> {
    let scopes = hub.write(|txn| row_store::scopes(&*txn).unwrap()).await;
    let mut wanted: BTreeMap<Scope, Value> = scopes
        .into_iter()
        .map(|(scope, _)| (scope, Value::Null))
        .collect();
    let mut rows = Vec::new();
    while !wanted.is_empty() {
        let asked = std::mem::take(&mut wanted);
        let body = json!({ "protocol": 1, "device": null, "epoch": null, "scopes": asked });
        let answer: Value = hub.as_person(name).post("/api/pull", body).await.json();
        for scope in asked.keys() {
            let page = &answer["scopes"][scope.to_string()];
            let held = page["rows"].as_array().into_iter().flatten();
            rows.extend(held.filter(|row| row.get("body").is_some()).cloned());
            if page["more"] == json!(true) {
                wanted.insert(*scope, page["cursor"].clone());
            }
        }
    }
    rows
}

fn tinghir() -> CollectivityId {
    CollectivityId::from_name("tinghir")
}

fn listed(kind: Kind) -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    TABLE
        .iter()
        .filter(move |(of, ..)| *of == kind)
        .flat_map(|(_, audience, fields)| fields.split(' ').map(|field| (field, *audience)))
}

/// The names of all fields of a kind's body, whether or not an example has them.
fn fields_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Collectivity => fields::<Collectivity>(),
        Kind::ModuleCard => fields::<ModuleCard>(),
        Kind::Module => fields::<Module>(),
        Kind::Lesson => fields::<Lesson>(),
        Kind::Quiz => fields::<Quiz>(),
        Kind::Edition => fields::<Edition>(),
        Kind::LessonProgress => fields::<LessonProgress>(),
        Kind::Attempt => fields::<Attempt>(),
        Kind::Certificate => fields::<Certificate>(),
        Kind::TrainingRecord => fields::<TrainingRecord>(),
        Kind::ExperienceCard => fields::<ExperienceCard>(),
        Kind::Experience => fields::<Experience>(),
        Kind::Review => fields::<Review>(),
        Kind::Comment => fields::<Comment>(),
        Kind::Reuse => fields::<Reuse>(),
        Kind::Bookmark => fields::<Bookmark>(),
        Kind::Person => fields::<Person>(),
        Kind::PersonCard => fields::<PersonCard>(),
        Kind::Invitation => fields::<Invitation>(),
        Kind::Recovery => fields::<Recovery>(),
        Kind::Report => fields::<Report>(),
    }
}

fn fields<'de, T: Deserialize<'de> + fmt::Debug>() -> &'static [&'static str] {
    T::deserialize(Names).unwrap_err().0
}

/// Reads nothing: what asks it for a struct is answered with the names of the fields that it asked for.
struct Names;

#[derive(Debug)]
struct Asked(&'static [&'static str]);

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for Asked {}

impl serde::de::Error for Asked {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }
}

impl<'de> Deserializer<'de> for Names {
    type Error = Asked;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Asked> {
        Err(Asked(&[]))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Asked> {
        Err(Asked(fields))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
