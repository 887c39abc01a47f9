//! Paper holds exactly what is meant, with the longest names there are, in three languages, with and without scripts; and
//! its days are Morocco's wherever the reader is.

use rstest::rstest;
use server::row_store::RowStore;
use shared::apply::{View as _, store_person};
use shared::folder::Library;
use shared::ids::{CertificateId, CollectivityId, ModuleId, PersonId};
use shared::lang::{Lang, Translated};
use shared::records::{Certificate, Collectivity, Location, Person, Roles, Section};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityKind, CollectivityRole};
use tests::browser::{
    BrowserHub, Paper, Phrase, Printed, Visitor, Words, filled, library, module_of_the_library,
};

const NUMBER: &str = "MTQ-2026-7F3K-9QXW";
/// 2026-05-31 at 23:30 UTC: the first of June in Morocco, which was an hour ahead, the day before in Los Angeles.
const ISSUED: Timestamp = Timestamp(1_780_270_200_000);
const DAY: [(Lang, &str); 3] = [
    (Lang::Ar, "1 يونيو 2026"),
    (Lang::Fr, "1er juin 2026"),
    (Lang::En, "1 June 2026"),
];
/// As long as a name may be, and as long as a title of a module may be.
const NAMES: [&str; 2] = [
    "مولاي عبد الرحمان بن الحسين بن عبد السلام الإدريسي العلوي المحمدي الوزاني البوعناني الفاسي التطواني الشفشاوني السلاوي",
    "Moulay Abderrahmane Ben El Houssaine Ben Abdessalam El Idrissi El Alaoui El Mohammadi El Ouazzani El Bouanani Ech-Chefch",
];
const LESSON: &str = "five-principles-on-one-page";
const EXPERIENCE: &str = "tinghir-participatory-budget";

/// The name in the script of the language.
const fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => NAMES[0],
        Lang::Fr | Lang::En => NAMES[1],
    }
}

/// The longest text of the library in each language.
fn longest<'a>(texts: impl Iterator<Item = &'a Translated> + Clone) -> Translated {
    let mut longest = Translated::default();
    for lang in Lang::ALL {
        let text = texts.clone().filter_map(|text| text.get(lang));
        longest.set(
            lang,
            text.max_by_key(|text| text.chars().count()).unwrap_or_default(),
        );
    }
    longest
}

fn place_with_the_longest_name(library: &Library) -> Translated {
    longest(
        library
            .collectivities
            .iter()
            .map(|place: &Collectivity| &place.name),
    )
}

fn longest_location(library: &Library) -> Location {
    let of_kinds = |kinds: &'static [CollectivityKind]| {
        let places = library
            .collectivities
            .iter()
            .filter(|place| kinds.contains(&place.kind));
        longest(places.map(|place| &place.name))
    };
    Location {
        province: Some(of_kinds(&[
            CollectivityKind::Province,
            CollectivityKind::Prefecture,
        ])),
        region: Some(of_kinds(&[CollectivityKind::Region])),
    }
}

/// A little longer than a library may give it.
fn module_title() -> Translated {
    Translated::new(
        "الحق في الحصول على المعلومات وتدبير طلبات المواطنات والمواطنين داخل الآجال القانونية",
        "Le droit d’accès à l’information et la gestion des demandes dans les délais légaux",
        "The right of access to information and handling requests within the legal delays",
    )
}

fn more(lang: Lang) -> impl FnOnce(&mut RowStore<'_>) {
    move |row_store| {
        let tinghir = CollectivityId::from_name("tinghir");
        let person = Person {
            id: PersonId::from_name("somebody with a long name"),
            name: name(lang).to_owned(),
            email: "somebody@commune.example".to_owned(),
            lang,
            roles: Roles {
                collectivities: [(tinghir, CollectivityRole::Member)].into(),
                ..Roles::default()
            },
            joined: ISSUED,
            disabled: false,
        };
        store_person(row_store, None, &person);
        let certificate = Certificate {
            id: CertificateId::from_name(NUMBER),
            number: NUMBER.to_owned(),
            person: person.id,
            person_name: person.name,
            lang,
            collectivity: Some(place_with_the_longest_name(library())),
            lies_in: Some(longest_location(library())),
            module: ModuleId::from_name("first-30-days"),
            module_title: module_title(),
            minutes: 85,
            percent: 92,
            issued: ISSUED,
            edition: Default::default(),
        };
        row_store.put(Scope::Person(certificate.person), certificate.into());
    }
}

struct Checked {
    words: &'static Words,
    faults: Vec<String>,
}

impl Checked {
    fn has(&mut self, what: &str, printed: &Printed, phrases: impl IntoIterator<Item = String>) {
        if printed.has_a_blank_sheet() {
            self.faults
                .push(format!("{what}: one of {} sheets is blank", printed.count()));
        }
        for phrase in phrases {
            let lacks = printed.lacks(&phrase);
            if !lacks.is_empty() {
                self.faults
                    .push(format!("{what}: of “{phrase}” {lacks:?} are not on the paper"));
            }
        }
    }

    fn has_not(&mut self, what: &str, printed: &Printed, keys: impl IntoIterator<Item = Phrase>) {
        for key in keys {
            let phrase = self.words.say(&key);
            if printed.says(&phrase) {
                self.faults.push(format!("{what}: “{phrase}” is on the paper"));
            }
        }
    }
}

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[case::english(Lang::En)]
#[tokio::test]
async fn paper_holds_what_is_meant_wherever_the_reader_is(#[case] lang: Lang) {
    let hub = BrowserHub::open_holding("printing", 1, more(lang)).await;
    let mut checked = Checked {
        words: Words::of(lang),
        faults: Vec::new(),
    };
    for (has_scripts, zone) in [
        (false, "Asia/Tokyo"),
        (true, "America/Los_Angeles"),
        (true, "Africa/Casablanca"),
    ] {
        let visitor = Visitor::fresh().await.expect("a browser");
        visitor.is_in_zone(zone).await.unwrap();
        if !has_scripts {
            visitor.runs_no_scripts().await.unwrap();
        }
        let here = format!("in {zone} with scripts {has_scripts}");
        certificate(&hub, &visitor, lang, has_scripts, &here, &mut checked).await;
        if zone != "Africa/Casablanca" {
            lesson(&hub, &visitor, lang, has_scripts, &here, &mut checked).await;
            experience(&hub, &visitor, lang, has_scripts, &here, &mut checked).await;
            network(&hub, &visitor, lang, has_scripts, &here, &mut checked).await;
        }
    }
    table(&hub, lang, &mut checked).await;
    let faults = checked.faults;
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

async fn goes(hub: &BrowserHub, visitor: &Visitor, lang: Lang, has_scripts: bool, path: &str) -> String {
    let address = format!("{}/{}{path}", hub.origin(), lang.code());
    if has_scripts {
        visitor.opens(&address).await.unwrap();
    } else {
        visitor.goes_to(&address).await.unwrap();
    }
    address
}

fn best(text: &Translated, lang: Lang) -> String {
    text.best(lang)
        .map(|(_, text)| text.to_owned())
        .unwrap_or_default()
}

async fn certificate(
    hub: &BrowserHub,
    visitor: &Visitor,
    lang: Lang,
    has_scripts: bool,
    here: &str,
    checked: &mut Checked,
) {
    let address = goes(
        hub,
        visitor,
        lang,
        has_scripts,
        &format!("/certificates/{NUMBER}"),
    )
    .await;
    let day = DAY
        .iter()
        .find(|(one, _)| *one == lang)
        .map(|(_, day)| *day)
        .unwrap_or_default();
    let expected = [
        name(lang).to_owned(),
        best(&place_with_the_longest_name(library()), lang),
        best(&longest_location(library()).province.unwrap(), lang),
        best(&longest_location(library()).region.unwrap(), lang),
        best(&module_title(), lang),
        checked.words.say(&"learn-certificate-title".into()),
        checked.words.say(&"learn-certificate-network".into()),
        checked.words.say(&"learn-certificate-issued".into()),
        checked.words.say(&"learn-certificate-score".into()),
        checked.words.say(&"learn-certificate-number".into()),
        NUMBER.to_owned(),
        day.to_owned(),
        "92".to_owned(),
    ];
    for paper in [Paper::AsAsked, Paper::Upright] {
        let what = format!("the certificate {here}, {paper:?}");
        let printed = visitor.prints(paper).await.unwrap();
        if printed.count() != 1 {
            checked.faults.push(format!("{what}: {} sheets", printed.count()));
        }
        checked.has(&what, &printed, expected.clone());
        checked.has_not(
            &what,
            &printed,
            [
                "learn-certificate-print".into(),
                "learn-certificate-try-number".into(),
            ],
        );
        let said = printed.code(lang);
        if said.as_deref() != Some(address.as_str()) {
            checked.faults.push(format!("{what}: the code says {said:?}"));
        }
    }
}

async fn lesson(
    hub: &BrowserHub,
    visitor: &Visitor,
    lang: Lang,
    has_scripts: bool,
    here: &str,
    checked: &mut Checked,
) {
    let what = format!("the lesson {here}");
    let module = module_of_the_library("first-30-days");
    let (place, head) = (module.card.lessons.iter().enumerate())
        .find(|(_, head)| head.slug == LESSON)
        .expect("the lesson is in the module");
    let path = format!("/learn/first-30-days/{LESSON}");
    let address = goes(hub, visitor, lang, has_scripts, &path).await;
    let text = best(&module.lessons[place].text, lang);
    let last = text
        .lines()
        .rev()
        .find(|line| line.chars().filter(|c| c.is_alphabetic()).count() > 20);
    // What links say besides their words, and the marks of Markdown, are no words of it.
    let last = last
        .filter(|line| !line.contains("]("))
        .unwrap_or_default()
        .replace(['*', '|', '_'], " ");
    let printed = visitor.prints(Paper::AsAsked).await.unwrap();
    checked.has(
        &what,
        &printed,
        [
            best(&head.title, lang),
            best(&module.card.title, lang),
            last,
            address,
        ],
    );
    let left_out = [
        "learn-lesson-print",
        "learn-lesson-complete-next",
        "public-no-script",
    ];
    checked.has_not(&what, &printed, left_out.map(Phrase::from));
}

async fn experience(
    hub: &BrowserHub,
    visitor: &Visitor,
    lang: Lang,
    has_scripts: bool,
    here: &str,
    checked: &mut Checked,
) {
    let what = format!("the experience {here}");
    let held = library()
        .experiences
        .iter()
        .map(|entry| &entry.experience)
        .find(|held| held.slug.as_deref() == Some(EXPERIENCE))
        .expect("the experience is in the library");
    let address = goes(
        hub,
        visitor,
        lang,
        has_scripts,
        &format!("/experiences/{EXPERIENCE}"),
    )
    .await;
    let content = &held.content;
    let mut expected = vec![address];
    expected.extend(Section::ALL.into_iter().filter_map(|section| {
        let text = content.text(section, lang)?;
        let line = text
            .lines()
            .find(|line| !line.trim().is_empty() && !line.contains("]("))?;
        Some(line.replace(['*', '_'], " "))
    }));
    expected.extend(
        content
            .sources
            .iter()
            .flat_map(|source| [source.title.clone(), source.url.clone()]),
    );
    let printed = visitor.prints(Paper::AsAsked).await.unwrap();
    checked.has(&what, &printed, expected);
    let left_out: [Phrase; 5] = [
        filled("experiences-comment-count", [("count", &0)]),
        filled("experiences-reuse-count", [("count", &0)]),
        "experiences-sign-in-to-comment".into(),
        "experiences-cite-action".into(),
        "public-no-script".into(),
    ];
    checked.has_not(&what, &printed, left_out);
}

async fn network(
    hub: &BrowserHub,
    visitor: &Visitor,
    lang: Lang,
    has_scripts: bool,
    here: &str,
    checked: &mut Checked,
) {
    let what = format!("the network {here}");
    goes(hub, visitor, lang, has_scripts, "/network").await;
    let printed = visitor.prints(Paper::AsAsked).await.unwrap();
    let members = library().collectivities.iter().filter(|place| place.is_member());
    checked.has(
        &what,
        &printed,
        members.map(|place| best(&place.name, lang)).collect::<Vec<_>>(),
    );
    checked.has_not(&what, &printed, ["network-all-regions".into()]);
}

/// The training of the people of a collectivity.
async fn table(hub: &BrowserHub, lang: Lang, checked: &mut Checked) {
    let focal_point = hub.signed_in("focal-point", lang).await;
    focal_point.opens("/people").await;
    focal_point.sees(tests::browser::written(name(lang))).await;
    let printed = focal_point.prints(Paper::AsAsked).await;
    let modules = library()
        .modules
        .iter()
        .map(|module| best(&module.card.title, lang));
    let expected = [
        name(lang).to_owned(),
        checked.words.say(&"people-column-role".into()),
    ];
    checked.has(
        "the table",
        &printed,
        expected.into_iter().chain(modules).collect::<Vec<_>>(),
    );
    checked.has_not(
        "the table",
        &printed,
        ["people-export".into(), "people-invite".into()],
    );
}
