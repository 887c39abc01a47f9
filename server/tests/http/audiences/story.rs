//! Rows of every kind, with every field filled: what people do to make them.

use super::*;

use crate::test_hub::{EXPERIENCE, MODULE, TestHub, right_answer};
use serde_json::json;
use server::accounts::secrets::SecretHash;
use server::row_store::{self, RowStore};
use shared::apply::{View as _, publish_module, read_module};
use shared::ids::{
    AttemptId, CommentId, EditionId, ExperienceId, InvitationId, ModuleId, PersonId, ReportId, ReuseId,
};
use shared::lang::{Lang, Translated};
use shared::mutation::{
    AddComment, ArchiveModule, BeginModule, DeclareReuse, InvitePerson, OfferModule, PublishExperience,
    RecordLesson, ReportContent, ResolveReport, ReturnExperience, ReturnModule, ReviseExperience, SaveDraft,
    SaveModuleText, SetBookmark, SubmitAttempt, SubmitExperience,
};
use shared::records::*;
use shared::row::{Kind, Record, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityRole, Principle, ReportReason, ReturnReason};

/// What every text begins with that not everybody may read.
pub(super) const PRIVATE: &str = "said-in-private";

/// Writes at least one row of each kind, each field filled, the way people do.
pub(super) async fn tell_a_story(hub: &TestHub) -> Experience {
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
    teach(hub).await;

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

/// A trainer and a coordinator write the next edition of a module, and the trainer reads it; the module is archived.
async fn teach(hub: &TestHub) {
    let module = ModuleId::from_name(MODULE);
    let original = Lang::Ar;
    let (trainer, coordinator) = (hub.as_person("trainer"), hub.as_person("administrator"));
    coordinator.does(BeginModule { module, original }).await;
    let save = |text: &str, seen: &str, translates| SaveModuleText {
        module,
        place: DraftPlace::Summary,
        lang: Lang::Fr,
        text: format!("{PRIVATE} {text}"),
        seen: vec![TextMark::of(seen)],
        translates,
    };
    trainer
        .does(save("here", "", Some(TextMark::of("original"))))
        .await;
    coordinator.does(save("there", "", None)).await;
    // What stands there is the library's.
    let taught = hub
        .write(move |txn| {
            let card: ModuleCard = row_store::find(&*txn, Scope::Public, module).unwrap().unwrap();
            card.summary.get(Lang::Fr).unwrap().to_owned()
        })
        .await;
    let all = [taught, format!("{PRIVATE} here"), format!("{PRIVATE} there")];
    coordinator
        .does(SaveModuleText {
            seen: all.iter().map(|text| TextMark::of(text)).collect(),
            ..save("both", "", None)
        })
        .await;
    coordinator.does(OfferModule { module }).await;
    trainer
        .does(ReturnModule {
            module,
            revision: 1,
            note: format!("{PRIVATE} when it was returned"),
        })
        .await;
    for text in ["here again", "there again"] {
        trainer.does(save(text, "", None)).await;
    }
    trainer.does(ArchiveModule { module }).await;
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
            first.what = Translated::only(Lang::Fr, "Première édition");
            let author = Author {
                person: PersonId::from_name("somebody"),
                name: "Une formatrice".to_owned(),
                collectivity: None,
            };
            first.writers = vec![author.clone()];
            first.reader = Some(author);
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
