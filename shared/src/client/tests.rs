//! Stories of one replica and the answers it gets.

use super::*;
use crate::ids::{LessonId, ModuleId, PersonId};
use crate::mutation::RecordLesson;
use crate::records::{Identity, InvitedAs, LessonProgress, Roles};
use crate::vocabulary::NetworkRole;

fn partner() -> Identity {
    Identity {
        person: PersonId::from_name("emma"),
        name: "Emma".into(),
        roles: Roles::invited_as(InvitedAs::Network {
            role: NetworkRole::Partner,
        }),
    }
}

#[test]
fn a_change_the_rules_refuse_is_not_kept() {
    let (mut emma, _) = Client::begin(DeviceId::from_name("phone"), partner());
    let reading = RecordLesson {
        module: ModuleId::from_name("nothing"),
        lesson: LessonId::from_name("nothing"),
        block: 1,
        completed: false,
    };
    let refusal = emma
        .mutate(MutationId::from_name("1"), Timestamp(5), reading)
        .unwrap_err();
    assert_eq!(refusal.code, crate::refusal::RefusalCode::NotFound);
    assert_eq!(emma.outbox().count(), 0);
    assert_eq!(
        emma.all::<LessonProgress>(Scope::Person(partner().person))
            .count(),
        0
    );
}
