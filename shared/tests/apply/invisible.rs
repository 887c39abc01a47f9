//! A text that nobody can see counts as none, in every mutation that carries one.

use crate::module_drafts;
use crate::world::*;
use serde_json::Value;
use shared::apply::View as _;
use shared::ids::*;
use shared::lang::{Lang, Translated};
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode;
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::*;
use std::collections::BTreeSet;
use std::fs;

const INVISIBLE: [&str; 8] = [
    " \u{a0}\n",
    "\u{200b}",
    "\u{3164}",
    "\u{ad}",
    "\u{2060}\u{200f}",
    "\u{fe0f}",
    "\u{115f}\u{1160}",
    "\u{2800}",
];

fn id(of: &str) -> ExperienceId {
    ExperienceId::from_name(of)
}

/// A world with an experience in each state that somebody may write about, an edition of a module, a module that is being
/// written and one that was offered.
fn world() -> World {
    let mut world = module_drafts::world();
    world.is_written();
    world.offers("fatima").unwrap();
    let (module, original) = (written(), Lang::Ar);
    world.act("fatima", BeginModule { module, original }).unwrap();
    world.complete_draft("amina", "draft");
    world.submitted("amina", "submitted");
    world.published("published");
    world.published("proposed");
    world.act("amina", proposal()).unwrap();
    let module = ModuleId::from_name("m");
    let edition = Edition {
        what: Translated::default(),
        writers: Vec::new(),
        reader: None,
        id: EditionId::of_module(module, EditionNumber::FIRST),
        module,
        number: EditionNumber::FIRST,
        published: Timestamp(0),
        state: EditionState::Live,
        title: Translated::default(),
        minutes: 20,
        lessons: Vec::new(),
        reason: Translated::default(),
    };
    world.rows.put(Scope::Module(module), edition.into());
    world
}

/// The module that is being written.
fn written() -> ModuleId {
    ModuleId::from_name("being written")
}

/// A change of a published text that waits for the focal point.
fn proposal() -> ReviseExperience {
    ReviseExperience {
        experience: id("proposed"),
        revision: 3,
        changes: vec![Change::Text {
            section: Section::Problem,
            lang: Lang::Ar,
            text: "نص آخر أطول من أن يكون تصحيحا صغيرا لما قرأته نقطة الارتكاز".into(),
            seen: Vec::new(),
        }],
        proposal: None,
    }
}

/// The revision of the published text and the number of the proposal that stands beside it.
fn waiting_proposal() -> (u32, u32) {
    let world = world();
    let review: Review = world.one(Scope::Focal(place(TINGHIR)), id("proposed")).unwrap();
    (
        world.text(id("proposed")).revision,
        review.proposal.unwrap().number,
    )
}

fn text_change(text: &str) -> Vec<Change> {
    let change = Change::Text {
        section: Section::Difficulties,
        lang: Lang::Ar,
        text: text.into(),
        seen: Vec::new(),
    };
    vec![change]
}

fn title_of_a_source(title: &str) -> Vec<Change> {
    vec![Change::Sources {
        value: sources(title),
    }]
}

fn sources(title: &str) -> Vec<Source> {
    let source = Source {
        title: title.into(),
        url: String::new(),
    };
    vec![source]
}

/// Each place of a mutation where a text stands, with that text in it, and who sends it.
#[expect(clippy::too_many_lines, reason = "one table")]
fn all_with(text: &str) -> Vec<(&'static str, &'static str, Mutation)> {
    let t = || text.to_owned();
    let (revision, proposal) = waiting_proposal();
    let member = in_collectivity(TINGHIR, CollectivityRole::Member);
    let save = |changes| SaveDraft {
        experience: id("draft"),
        collectivity: place(TINGHIR),
        changes,
    };
    let revise = |changes| ReviseExperience {
        experience: id("submitted"),
        revision: 2,
        changes,
        proposal: None,
    };
    let invite = |name: String, email: String| InvitePerson {
        invitation: InvitationId::from_name("i"),
        secret_hash: "ab".repeat(32),
        offers: member,
        name,
        email,
        lang: Lang::Ar,
    };
    let outline = |change| SaveOutline {
        module: written(),
        change,
    };
    vec![
        ("text", "amina", save(text_change(text)).into()),
        ("title", "amina", save(title_of_a_source(text)).into()),
        ("text", "brahim", revise(text_change(text)).into()),
        ("title", "brahim", revise(title_of_a_source(text)).into()),
        (
            "note",
            "brahim",
            PublishExperience {
                experience: id("submitted"),
                revision: 2,
                note: t(),
            }
            .into(),
        ),
        (
            "note",
            "brahim",
            ReturnExperience {
                experience: id("submitted"),
                revision: 2,
                reason: ReturnReason::Other,
                note: t(),
            }
            .into(),
        ),
        (
            "note",
            "brahim",
            AcceptRevision {
                experience: id("proposed"),
                revision,
                proposal,
                note: t(),
            }
            .into(),
        ),
        (
            "note",
            "brahim",
            ReturnRevision {
                experience: id("proposed"),
                proposal,
                reason: ReturnReason::Other,
                note: t(),
            }
            .into(),
        ),
        (
            "text",
            "emma",
            AddComment {
                comment: CommentId::from_name("c"),
                experience: id("published"),
                reply_to: None,
                text: t(),
                lang: Lang::Ar,
            }
            .into(),
        ),
        (
            "note",
            "chama",
            DeclareReuse {
                reuse: ReuseId::from_name("r"),
                experience: id("published"),
                note: t(),
                lang: Lang::Ar,
            }
            .into(),
        ),
        (
            "note",
            "emma",
            ReportContent {
                report: ReportId::from_name("r"),
                target: ReportTarget::Experience {
                    experience: id("published"),
                },
                reason: ReportReason::Other,
                note: t(),
            }
            .into(),
        ),
        (
            "reason",
            "driss",
            WithdrawEdition {
                module: ModuleId::from_name("m"),
                edition: 1,
                reason: t(),
                lang: Lang::Ar,
            }
            .into(),
        ),
        (
            "text",
            "fatima",
            SaveModuleText {
                module: written(),
                place: DraftPlace::Summary,
                lang: Lang::Ar,
                text: t(),
                seen: Vec::new(),
                translates: None,
            }
            .into(),
        ),
        ("licence", "fatima", outline(OutlineChange::Licence(t())).into()),
        (
            "title",
            "fatima",
            outline(OutlineChange::Sources(sources(text))).into(),
        ),
        (
            "note",
            "ghali",
            ReturnModule {
                module: module_drafts::module(),
                revision: 1,
                note: t(),
            }
            .into(),
        ),
        (
            "what",
            "ghali",
            PublishModule {
                module: module_drafts::module(),
                revision: 1,
                what: t(),
                lang: Lang::Ar,
            }
            .into(),
        ),
        ("name", "brahim", invite(t(), String::new()).into()),
        ("email", "brahim", invite(String::new(), t()).into()),
        (
            "name",
            "amina",
            UpdateProfile {
                name: t(),
                lang: Lang::Ar,
            }
            .into(),
        ),
        (
            "source",
            "driss",
            AdmitCollectivity {
                collectivity: place(OUTSIDER),
                joined: "2026-11".into(),
                source: t(),
            }
            .into(),
        ),
    ]
}

#[test]
fn a_text_of_invisible_characters_counts_as_an_empty_one_in_every_mutation() {
    let outcome = |(_, who, mutation): &(&str, &'static str, Mutation)| {
        let mut world = world();
        let answer = world.act(who, mutation.clone());
        (answer, world.rows)
    };
    let mut missing = BTreeSet::new();
    let empty: Vec<_> = all_with("").iter().map(outcome).collect();
    for (case, (answer, _)) in all_with("").iter().zip(&empty) {
        match answer {
            Ok(()) => {}
            Err(RefusalCode::Missing) => drop(missing.insert(case.2.word())),
            Err(other) => panic!("{case:?} cannot be tried: {other:?}"),
        }
    }
    let required = [
        "add-comment",
        "report-content",
        "return-experience",
        "return-module",
        "return-revision",
        "save-outline",
        "update-profile",
        "withdraw-edition",
    ];
    assert_eq!(missing, BTreeSet::from(required));
    for text in INVISIBLE {
        for (case, as_empty) in all_with(text).iter().zip(&empty) {
            assert!(outcome(case) == *as_empty, "{case:?}");
        }
    }
}

#[test]
fn a_part_of_an_experience_that_nobody_sees_is_missing_when_it_is_submitted() {
    for section in [
        Section::Title,
        Section::Summary,
        Section::Problem,
        Section::Solution,
    ] {
        for text in INVISIBLE {
            let mut world = World::new();
            let experience = world.complete_draft("amina", "draft");
            let changes = vec![Change::Text {
                section,
                lang: Lang::Ar,
                text: text.into(),
                seen: Vec::new(),
            }];
            let collectivity = place(TINGHIR);
            let blank = SaveDraft {
                experience,
                collectivity,
                changes,
            };
            world.act("amina", blank).unwrap();
            assert_eq!(
                world.act("amina", SubmitExperience { experience }),
                Err(RefusalCode::Missing),
                "{section:?} {text:?}"
            );
        }
    }
}

#[test]
fn what_people_write_is_kept_as_they_wrote_it() {
    for text in ["👩\u{200d}👧 ❤\u{fe0f}", "می\u{200c}خواهم", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "مُلتقى"]
    {
        let mut world = world();
        let comment = AddComment {
            comment: CommentId::from_name("c"),
            experience: id("published"),
            reply_to: None,
            text: text.into(),
            lang: Lang::Ar,
        };
        world.act("emma", comment).unwrap();
        let held = world.all::<Comment>(Scope::Experience(id("published")));
        assert_eq!(held[0].text, text);
        let lang = Lang::Ar;
        world
            .act(
                "emma",
                UpdateProfile {
                    name: text.into(),
                    lang,
                },
            )
            .unwrap();
        assert_eq!(world.identity("emma").name, text);
    }
}

/// The mutations of the golden files tell where texts stand: wherever any text can be read in place of another.
#[test]
fn every_text_of_every_mutation_is_tried_above() {
    /// What is read by rules of its own, which refuse whatever is not of their form.
    const OTHER: [&str; 4] = ["secret_hash", "joined", "value", "translates"];
    let mut with_texts = BTreeSet::new();
    for word in Mutation::WORDS {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/mutations-1");
        let text = fs::read_to_string(format!("{folder}/{word}.json")).unwrap();
        for example in serde_json::from_str::<Vec<Value>>(&text).unwrap() {
            let mut fields = Vec::new();
            strings(&example["with"], &mut Vec::new(), &mut fields);
            for path in fields {
                let mut changed = example.clone();
                let place = path.iter().fold(&mut changed["with"], |at, step| match step {
                    Step::Field(name) => &mut at[name.as_str()],
                    Step::Item(item) => &mut at[*item],
                });
                *place = Value::from("any words \u{200b}");
                let Some(Step::Field(name)) = path.last() else {
                    continue;
                };
                let is_text = serde_json::from_value::<Mutation>(changed).is_ok();
                if is_text && name != "url" && !OTHER.contains(&name.as_str()) {
                    with_texts.insert((*word, name.clone()));
                }
            }
        }
    }
    let tried: BTreeSet<_> = all_with("")
        .iter()
        .map(|(field, _, mutation)| (mutation.word(), (*field).to_owned()))
        .collect();
    assert_eq!(tried, with_texts);
}

#[derive(Clone)]
enum Step {
    Field(String),
    Item(usize),
}

fn strings(value: &Value, path: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
    let mut go = |step: Step, value: &Value| {
        path.push(step);
        strings(value, path, found);
        path.pop();
    };
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| go(Step::Field(name.clone()), value)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, value)| go(Step::Item(at), value)),
        Value::String(_) => found.push(path.clone()),
        _ => {}
    }
}
