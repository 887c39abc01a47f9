use crate::world::*;
use rstest::rstest;
use shared::access::{ScopeFacts, may_read};
use shared::apply::{Context, Overlay, Side, View, apply, store_experience};
use shared::ids::*;
use shared::lang::{Lang, Translated};
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode::{self, *};
use shared::row::{Kind, Record, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::*;

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
fn a_closed_account_is_in_no_list_of_colleagues_until_it_is_opened_again() {
    let mut world = World::new();
    let person = who("brahim");
    let lists = [Scope::Network, Scope::Collectivity(place(TINGHIR))];
    let is_listed = |world: &World, scope| {
        let cards: Vec<PersonCard> = world.all(scope);
        cards.iter().any(|card| card.id == person)
    };
    for disabled in [true, false] {
        world.act("driss", SetDisabled { person, disabled }).unwrap();
        for scope in lists {
            assert_eq!(is_listed(&world, scope), !disabled, "{scope:?}");
        }
        let kept: Vec<Person> = world.all(Scope::Focal(place(TINGHIR)));
        let kept = kept.iter().find(|one| one.id == person).map(|one| one.disabled);
        assert_eq!(kept, Some(disabled), "a focal point can open it again");
    }
}

/// The state of an invitation to Tinghir by Brahim, as coordinators, focal points and he himself hold it.
fn states(world: &World, name: &str) -> [Option<InvitationState>; 3] {
    [
        Scope::Administration,
        Scope::Focal(place(TINGHIR)),
        Scope::Person(who("brahim")),
    ]
    .map(|scope| {
        let held: Option<Invitation> = world.one(scope, InvitationId::from_name(name));
        held.map(|invitation| invitation.state)
    })
}

#[test]
fn no_audience_but_oneself_and_focal_points_gets_an_address() {
    let mut world = World::new();
    let with_address = |name: &str, offers| InvitePerson {
        invitation: InvitationId::from_name(name),
        secret_hash: "ab".repeat(32),
        name: name.into(),
        email: format!("{name}@example.ma"),
        ..invite(offers)
    };
    let trainer = InvitedAs::Network {
        role: NetworkRole::Trainer,
    };
    let member = in_collectivity(TINGHIR, CollectivityRole::Member);
    world.act("brahim", with_address("colleague", member)).unwrap();
    world.act("driss", with_address("trainer", trainer)).unwrap();
    let invitation = InvitationId::from_name("other");
    world.act("driss", with_address("other", trainer)).unwrap();
    world.act("driss", RevokeInvitation { invitation }).unwrap();
    let administrator = InvitedAs::Network {
        role: NetworkRole::Administrator,
    };
    for person in [who("amina"), who("emma")] {
        world
            .act(
                "driss",
                GrantRole {
                    person,
                    role: administrator,
                },
            )
            .unwrap();
    }
    let person = who("amina");
    for disabled in [true, false, true] {
        world.act("driss", SetDisabled { person, disabled }).unwrap();
    }
    world.published("souk");

    let mut audiences = std::collections::BTreeMap::<Scope, usize>::new();
    for (key, record) in world.rows.iter() {
        let text = record.to_value().unwrap().to_string();
        *audiences.entry(key.scope).or_default() += text.matches("@example.ma").count();
    }
    let with: Vec<Scope> = audiences
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(scope, _)| scope)
        .collect();
    assert!(with.contains(&Scope::Person(who("driss"))), "{with:?}");
    assert!(with.contains(&Scope::Focal(place(TINGHIR))), "{with:?}");
    for scope in with {
        assert!(
            matches!(scope, Scope::Person(_) | Scope::Focal(_)),
            "{scope} holds addresses"
        );
    }
    let ended = world.rows.iter().filter_map(|(key, record)| match record {
        Record::Invitation(held) if matches!(key.scope, Scope::Person(_)) => Some(held),
        _ => None,
    });
    let ended: Vec<&Invitation> = ended.filter(|held| held.state != InvitationState::Open).collect();
    assert!(!ended.is_empty());
    assert!(ended.iter().all(|held| held.email.is_empty()), "{ended:?}");
    let open: Vec<Invitation> = world.all(Scope::Administration);
    let mut open: Vec<&str> = open.iter().map(|one| one.name.as_str()).collect();
    open.sort_unstable();
    assert_eq!(open, ["colleague", "trainer"], "what coordinators see of it");
    let cards: Vec<PersonCard> = world.all(Scope::Administration);
    let mut cards: Vec<&str> = cards.iter().map(|one| one.name.as_str()).collect();
    cards.sort_unstable();
    assert_eq!(cards, ["driss", "emma"], "who can act as a coordinator");
}

/// Predicts as the device of a coordinator, who holds the rows of no other person.
#[rstest]
#[case::a_role_is_given(GrantRole { person: who("amina"), role: in_collectivity(SEFROU, CollectivityRole::FocalPoint) }.into(), Ok(()))]
#[case::a_role_is_taken(RevokeRole { person: who("amina"), role: in_collectivity(TINGHIR, CollectivityRole::Member) }.into(), Ok(()))]
#[case::an_account_is_closed(SetDisabled { person: who("amina"), disabled: true }.into(), Ok(()))]
#[case::not_in_a_place_outside_the_network(
    GrantRole { person: who("amina"), role: in_collectivity(OUTSIDER, CollectivityRole::Member) }.into(),
    Err(NotAMember)
)]
#[case::not_the_last_administrator(SetDisabled { person: who("driss"), disabled: true }.into(), Err(LastAdministrator))]
fn changes_of_people_who_are_not_on_the_device_are_left_to_the_server(
    #[case] mutation: Mutation,
    #[case] expected: Result<(), RefusalCode>,
) {
    let mut world = World::new();
    let actor = world.identity("driss");
    let mut held = Rows::default();
    let readable = world
        .rows
        .iter()
        .filter(|(key, _)| may_read(&actor, &key.scope, ScopeFacts::Plain));
    for (key, record) in readable {
        held.put(key.scope, record.clone());
    }
    let mut predicted = Overlay::new(&held);
    let mut context = Context {
        actor: &actor,
        id: MutationId::from_name("m"),
        device: DeviceId::from_name("phone"),
        at: Timestamp(1),
        now: Timestamp(1),
        side: Side::Predict,
    };
    let outcome = apply(&mut predicted, &mut context, &mutation);
    assert_eq!(outcome.map_err(|refusal| refusal.code), expected);
    assert!(predicted.into_changes().is_empty());
    assert_eq!(world.act("driss", mutation), expected, "as the server decides");
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
    assert_eq!(world.act("brahim", revoke.clone()), Err(WrongState));
    assert_eq!(world.act("driss", revoke), Err(NotFound), "it is over");
    assert_eq!(
        states(&world, "i"),
        [
            None,
            Some(InvitationState::Revoked),
            Some(InvitationState::Revoked)
        ]
    );
}

#[test]
fn a_commune_of_an_older_list_is_admitted_with_its_province() {
    let mut world = World::new();
    let row = |slug: &str, kind, code: &str| Collectivity {
        id: place(slug),
        slug: slug.into(),
        kind,
        code: code.into(),
        region: "08".into(),
        name: Translated::new(slug, slug, slug),
        province: None,
        shares_name: false,
        population: None,
        joined: None,
        source: None,
    };
    for listed in [
        row("zagora", CollectivityKind::Province, "08.587"),
        row("province-tinghir", CollectivityKind::Province, "08.577"),
        row("aguelmous", CollectivityKind::Commune, "08.577.01.11"),
    ] {
        world.rows.put(Scope::Directory, listed.into());
    }
    let admit = AdmitCollectivity {
        collectivity: place("aguelmous"),
        joined: "2026-11".into(),
        source: String::new(),
    };
    world.act("driss", admit).unwrap();
    let admitted = world
        .one::<Collectivity>(Scope::Public, place("aguelmous"))
        .unwrap();
    let province = admitted.province.unwrap();
    assert_eq!(province.get(Lang::Fr), Some("province-tinghir"));
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
fn a_collectivity_that_published_an_experience_is_named_to_everybody_be_it_a_member_or_not() {
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
    let focal = Scope::Focal(place(SEFROU));
    for person in ["chama", "amina"] {
        let record = TrainingRecord {
            person: who(person),
            name: person.to_owned(),
            module: ModuleId::from_name("law"),
            lessons_completed: 1,
            lessons: 4,
            attempts: 0,
            best_percent: None,
            certificate: None,
            updated: Timestamp(1),
        };
        world.rows.put(focal, record.into());
    }
    world
        .act(
            "driss",
            RevokeRole {
                person: who("chama"),
                role,
            },
        )
        .unwrap();
    let left: Vec<TrainingRecord> = world.all(focal);
    assert_eq!(
        left.iter().map(|record| record.person).collect::<Vec<_>>(),
        [who("amina")],
        "the training of who left is theirs, of others it stays"
    );
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

#[rstest]
#[case::the_account_is_closed(true)]
#[case::the_role_is_taken_away(false)]
fn open_invitations_end_with_the_power_of_their_author(#[case] is_closed: bool) {
    let mut world = World::new();
    let member = in_collectivity(TINGHIR, CollectivityRole::Member);
    world.act("brahim", invite(member)).unwrap();
    let of_driss = InvitePerson {
        invitation: InvitationId::from_name("other"),
        ..invite(member)
    };
    world.act("driss", of_driss).unwrap();
    let person = who("brahim");
    let states = |world: &World| {
        ["i", "other"].map(|name| {
            let [for_coordinators, focal, _] = states(world, name);
            let open = focal.filter(|state| *state == InvitationState::Open);
            assert_eq!(for_coordinators, open, "coordinators hold what is open");
            focal.unwrap()
        })
    };
    let (losing, regaining): (Mutation, Mutation) = if is_closed {
        let set = |disabled| SetDisabled { person, disabled }.into();
        (set(true), set(false))
    } else {
        let role = in_collectivity(TINGHIR, CollectivityRole::FocalPoint);
        (
            RevokeRole { person, role }.into(),
            GrantRole { person, role }.into(),
        )
    };
    assert_eq!(states(&world), [InvitationState::Open; 2]);
    world.act("driss", losing).unwrap();
    assert_eq!(states(&world), [InvitationState::Revoked, InvitationState::Open]);
    world.act("driss", regaining).unwrap();
    assert_eq!(
        states(&world),
        [InvitationState::Revoked, InvitationState::Open],
        "for good"
    );
}
