use crate::world::*;
use shared::apply::{Context, Overlay, Side, apply};
use shared::ids::*;
use shared::mutation::*;
use shared::row::{Kind, Record, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::*;

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
        device: DeviceId::from_name("phone"),
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
