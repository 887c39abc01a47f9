//! Coordinators look for people on the server: their devices hold nobody's row.

use crate::test_hub::{TestHub, in_network, member_of};
use rstest::rstest;
use server::accounts::credentials::Credentials;
use server::accounts::invitations::{NewPerson, open_account};
use server::entropy::OsEntropy;
use server::verify::verify;
use shared::ids::PersonId;
use shared::lang::Lang;
use shared::limits;
use shared::mutation::{GrantRole, SetDisabled, UpdateProfile};
use shared::records::{InvitedAs, Person};
use shared::vocabulary::NetworkRole;
use shared::wire::FoundPeople;

async fn hub_with(people: &[(&str, &str)]) -> TestHub {
    let hub = TestHub::init()
        .await
        .with_person("coordinator", in_network(NetworkRole::Administrator))
        .await;
    let new: Vec<NewPerson> = people
        .iter()
        .map(|(name, email)| NewPerson::new(name, email, Lang::Ar).unwrap())
        .collect();
    let now = hub.now();
    hub.write(move |txn| {
        for new in new {
            open_account(
                txn,
                new,
                member_of("tinghir"),
                &Credentials::new(None),
                now,
                &mut OsEntropy,
            )
            .unwrap();
        }
    })
    .await;
    hub
}

async fn page(hub: &TestHub, question: &str, after: Option<PersonId>) -> FoundPeople {
    let question: String = form_urlencoded::byte_serialize(question.as_bytes()).collect();
    let after = after.map(|id| format!("&after={id}")).unwrap_or_default();
    let answer = hub
        .as_person("coordinator")
        .get(&format!("/api/people?q={question}{after}"))
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.headers["cache-control"], "no-store");
    answer.json()
}

fn names(found: &FoundPeople) -> Vec<&str> {
    found.people.iter().map(|person| person.name.as_str()).collect()
}

const AMINA: &str = "أمينة العلوي";
const HELENE: &str = "Hélène Ben-Ali";
const LHOUSSAINE: &str = "L’Houssaine Aït Œuvrard";

#[rstest]
#[case::the_beginning_of_a_first_name("امي", &[AMINA])]
#[case::vowel_signs("إِمِينَه", &[AMINA])]
#[case::another_form_of_alef("آمينه", &[AMINA])]
#[case::a_second_name_without_its_article("علو", &[AMINA])]
#[case::both_names_in_another_order("العلوي أمينة", &[AMINA])]
#[case::without_accents("helene", &[HELENE])]
#[case::capitals_and_accents("HÉLÈ", &[HELENE])]
#[case::what_a_hyphen_joins("ali", &[HELENE])]
#[case::with_the_hyphen("ben-ali", &[HELENE])]
#[case::ligature_and_apostrophe("l'houss oeuv", &[LHOUSSAINE])]
#[case::an_address("a.alaoui@sefrou.example", &[AMINA])]
#[case::the_beginning_of_a_domain("sefr", &[HELENE, AMINA])]
#[case::every_word_counts("helene alaoui", &[])]
#[case::not_the_middle_of_a_word("lène", &[])]
#[case::nothing_but_signs(" - ", &["coordinator", HELENE, LHOUSSAINE, AMINA])]
#[tokio::test]
async fn people_are_found_by_the_beginning_of_any_word(#[case] question: &str, #[case] expected: &[&str]) {
    let hub = hub_with(&[
        (AMINA, "a.alaoui@sefrou.example"),
        (HELENE, "helene@sefrou.example"),
        (LHOUSSAINE, "aitoe@agadir.example"),
    ])
    .await;
    let found = page(&hub, question, None).await;
    assert_eq!(names(&found), expected);
    assert!(!found.more);
}

#[tokio::test]
async fn pages_follow_each_other_in_the_order_of_names() {
    let many: Vec<(String, String)> = (0..120)
        .map(|number| {
            (
                format!("Person {number:03}"),
                format!("p{number}@tinghir.example"),
            )
        })
        .collect();
    let many: Vec<(&str, &str)> = many
        .iter()
        .rev()
        .map(|(name, email)| (&**name, &**email))
        .collect();
    let hub = hub_with(&many).await;
    for question in ["person", "tinghir"] {
        let mut seen = Vec::new();
        let mut lengths = Vec::new();
        let mut after = None;
        loop {
            let found = page(&hub, question, after).await;
            lengths.push(found.people.len());
            after = found.people.last().map(|person| person.id);
            seen.extend(found.people.into_iter().map(|person| person.name));
            if !found.more {
                break;
            }
        }
        assert_eq!(lengths, [50, 50, 20], "{question}");
        let expected: Vec<String> = (0..120).map(|number| format!("Person {number:03}")).collect();
        assert_eq!(seen, expected, "{question}");
    }
}

#[tokio::test]
async fn a_person_is_found_as_they_are_now() {
    let hub = hub_with(&[(AMINA, "amina@sefrou.example")])
        .await
        .with_person("Brahim", member_of("tinghir"))
        .await;
    let brahim = hub.person("Brahim").id;
    hub.as_person("Brahim")
        .does(UpdateProfile {
            name: "Driss Tazi".into(),
            lang: Lang::Fr,
        })
        .await;
    let role = InvitedAs::Network {
        role: NetworkRole::Trainer,
    };
    let coordinator = hub.as_person("coordinator");
    coordinator.does(GrantRole { person: brahim, role }).await;
    coordinator
        .does(SetDisabled {
            person: brahim,
            disabled: true,
        })
        .await;
    // The address stays as it was.
    assert_eq!(names(&page(&hub, "brahim", None).await), ["Driss Tazi"]);
    assert_eq!(names(&page(&hub, "driss brahim", None).await), ["Driss Tazi"]);
    let all = page(&hub, "", None).await;
    assert_eq!(names(&all), ["coordinator", "Driss Tazi", AMINA], "once");
    let person: Person = hub
        .as_person("coordinator")
        .get(&format!("/api/people/{brahim}"))
        .await
        .json();
    assert!(person.disabled && person.roles.network.contains(&NetworkRole::Trainer));
    assert_eq!(all.people[1], person);
    hub.write(|txn| verify(&*txn).sound().unwrap()).await;
}

#[rstest]
#[case::too_long(format!("q={}", "a".repeat(limits::QUESTION + 1)), 422)]
#[case::no_person("after=nobody".to_owned(), 400)]
#[case::a_person_who_never_was(format!("after={}", PersonId::VISITOR), 200)]
#[tokio::test]
async fn what_cannot_be_asked_is_said(#[case] query: String, #[case] status: u16) {
    let hub = hub_with(&[]).await;
    let answer = hub
        .as_person("coordinator")
        .get(&format!("/api/people?{query}"))
        .await;
    assert_eq!(answer.status.as_u16(), status);
}
