//! What every simulated network begins with: small, and full of places where people meet.

use super::prng::Prng;
use shared::apply::{View, publish_module, store_experience, store_person};
use shared::ids::{CollectivityId, ExperienceId, LessonId, ModuleId, PersonId};
use shared::lang::{Lang, Translated};
use shared::records::{
    Author, Change, Choice, Collectivity, Correction, EditionNumber, Experience, ExperienceContent,
    InvitedAs, Lesson, LessonHead, Module, ModuleCard, PartialDate, Person, Proposal, Question, QuestionKind,
    Quiz, Review, Roles, Section, Touch, WholeModule,
};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{
    CollectivityKind, CollectivityRole, ExperienceKind, ExperienceState, NetworkRole, Principle,
};

const PLACES: [&str; 4] = ["tinghir", "sefrou", "zagora", "chefchaouen"];
const MODULES: [&str; 2] = ["first-days", "open-data"];

/// Who and what there is.
#[derive(Clone, Debug)]
pub struct Content {
    /// All collectivities; the last is not a member.
    pub collectivities: Vec<CollectivityId>,
    /// All modules.
    pub modules: Vec<ModuleId>,
    /// Everybody with an account.
    pub people: Vec<PersonId>,
}

pub(super) fn place(name: &str) -> CollectivityId {
    CollectivityId::from_name(name)
}

fn in_place(collectivity: CollectivityId, role: CollectivityRole) -> InvitedAs {
    InvitedAs::Collectivity { collectivity, role }
}

impl Content {
    /// Writes the beginning of a network with one to three members.
    pub fn write(view: &mut dyn View, prng: &mut Prng) -> Self {
        let members = 1 + prng.below(3);
        let collectivities: Vec<_> = PLACES.iter().take(members + 1).map(|name| place(name)).collect();
        for (at, name) in PLACES.iter().take(members + 1).enumerate() {
            write_collectivity(view, name, at < members);
        }
        for (at, slug) in MODULES.iter().enumerate() {
            write_module(view, slug, at);
        }
        write_published(view, "budget", place(PLACES[0]), None);
        let mut people = Vec::new();
        let mut person = |view: &mut dyn View, name: &str, offers: &[InvitedAs]| {
            people.push(write_person(view, name, offers));
        };
        let administrator = InvitedAs::Network {
            role: NetworkRole::Administrator,
        };
        let partner = InvitedAs::Network {
            role: NetworkRole::Partner,
        };
        person(view, "driss", &[administrator]);
        person(view, "dounia", &[administrator]);
        person(view, "emma", &[partner]);
        for name in PLACES.iter().take(members) {
            let focal = in_place(place(name), CollectivityRole::FocalPoint);
            let member = in_place(place(name), CollectivityRole::Member);
            person(view, &format!("focal-{name}"), &[focal]);
            person(view, &format!("member-{name}"), &[member]);
            person(view, &format!("colleague-{name}"), &[member]);
            write_revised(view, name);
        }
        Self {
            collectivities,
            modules: MODULES.iter().map(|slug| ModuleId::from_name(slug)).collect(),
            people,
        }
    }
}

/// Opens an account, as accepting an invitation does.
pub(super) fn write_person(view: &mut dyn View, name: &str, offers: &[InvitedAs]) -> PersonId {
    let mut roles = Roles::default();
    offers.iter().for_each(|offer| roles.grant(*offer));
    let person = Person {
        id: PersonId::from_name(name),
        name: name.to_owned(),
        email: format!("{name}@example.ma"),
        lang: Lang::Ar,
        roles,
        joined: Timestamp(0),
        disabled: false,
    };
    store_person(view, None, &person);
    person.id
}

fn write_collectivity(view: &mut dyn View, name: &str, is_member: bool) {
    let collectivity = Collectivity {
        id: place(name),
        slug: name.to_owned(),
        kind: CollectivityKind::Commune,
        code: format!("08.{name}"),
        region: "08".to_owned(),
        name: Translated::new(name, name, name),
        province: None,
        shares_name: false,
        population: None,
        joined: is_member.then(|| "2024-02".to_owned()),
        source: None,
    };
    view.put(Scope::Directory, collectivity.clone().into());
    if is_member {
        view.put(Scope::Public, collectivity.into());
    }
}

fn write_module(view: &mut dyn View, slug: &str, at: usize) {
    let id = ModuleId::from_name(slug);
    let lessons: Vec<LessonHead> = (1..=2)
        .map(|number| LessonHead {
            id: LessonId::of_module(slug, &number.to_string()),
            number,
            slug: format!("lesson-{number}"),
            title: Translated::only(Lang::Ar, "درس"),
        })
        .collect();
    let texts = lessons.iter().map(|head| Lesson {
        id: head.id,
        module: id,
        number: head.number,
        text: Translated::new("نص قصير.", "Un texte court.", ""),
    });
    let texts = texts.collect();
    let card = ModuleCard {
        archived: false,
        id,
        slug: slug.to_owned(),
        order: u32::try_from(at).unwrap_or(0) + 1,
        title: Translated::new(slug, slug, slug),
        summary: Translated::only(Lang::Ar, "ملخص"),
        principles: vec![Principle::Transparency],
        audience: vec![shared::vocabulary::Audience::Staff],
        minutes: 20,
        languages: Lang::ALL.to_vec(),
        lessons,
        pass_percent: 50,
        questions: 2,
        updated: Timestamp(0),
        updated_on: PartialDate::default(),
        edition: EditionNumber::FIRST,
    };
    let module = Module {
        id,
        objectives: vec![Translated::only(Lang::Ar, "هدف")],
        licence: "CC-BY-4.0".to_owned(),
        sources: Vec::new(),
    };
    let choice = |correct| Choice {
        text: Translated::only(Lang::Ar, "جواب"),
        correct,
    };
    let question = Question {
        text: Translated::only(Lang::Ar, "سؤال"),
        kind: QuestionKind::Single(vec![choice(true), choice(false)]),
        explanation: Translated::only(Lang::Ar, "تفسير"),
        lesson: None,
    };
    let quiz = Quiz {
        module: id,
        pass_percent: 50,
        questions: vec![question.clone(), question],
        edition: EditionNumber::FIRST,
    };
    let whole = WholeModule {
        card,
        module,
        lessons: texts,
        quiz,
    };
    publish_module(view, &whole, Timestamp(0));
}

/// Two texts of a member, one with a change that waits for the focal point and one with a small correction: the way
/// to both is longer than most simulated days.
fn write_revised(view: &mut dyn View, place_name: &str) {
    let (collectivity, author) = (place(place_name), format!("member-{place_name}"));
    let last = Touch {
        by: author_named(&author, collectivity),
        at: Timestamp(2),
    };
    for what in ["road", "well"] {
        let experience = write_published(view, &format!("{what}-{place_name}"), collectivity, Some(&author));
        let mut review = Review::of(experience.id);
        review.revision = 1;
        if what == "road" {
            review.proposal = Some(Proposal {
                number: 1,
                changes: vec![Change::Budget { value: Some(7) }],
                last: last.clone(),
                returned: None,
            });
        } else {
            let mut before = experience.content;
            let title = Translated::only(Lang::Fr, "budget participatif");
            before.texts.insert(Section::Title, title);
            review.correction = Some(Correction {
                before,
                last: last.clone(),
            });
        }
        for scope in [Scope::Focal(collectivity), Scope::Person(last.by.person)] {
            view.put(scope, review.clone().into());
        }
    }
}

fn author_named(name: &str, collectivity: CollectivityId) -> Author {
    Author {
        person: PersonId::from_name(name),
        name: name.to_owned(),
        collectivity: Some(collectivity),
    }
}

fn write_published(
    view: &mut dyn View,
    name: &str,
    collectivity: CollectivityId,
    author: Option<&str>,
) -> Experience {
    let mut content = ExperienceContent {
        kind: ExperienceKind::Practice,
        principles: vec![Principle::Transparency],
        ..ExperienceContent::default()
    };
    for section in [
        Section::Title,
        Section::Summary,
        Section::Problem,
        Section::Solution,
    ] {
        content
            .texts
            .insert(section, Translated::only(Lang::Fr, "Budget participatif"));
    }
    let experience = Experience {
        id: ExperienceId::from_name(name),
        slug: Some(name.to_owned()),
        collectivity,
        author: author.map(|author| author_named(author, collectivity)),
        state: ExperienceState::Published,
        revision: 1,
        content,
        previous: None,
        created: Timestamp(1),
        updated: Timestamp(1),
        submitted: None,
        published: Some(Timestamp(1)),
        decision: None,
        versions: Vec::new(),
        writers: Vec::new(),
        library_dates: None,
    };
    store_experience(view, &experience);
    experience
}
