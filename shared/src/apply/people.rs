use super::{Context, Side, View, find, find_all};
use crate::access::{Action, may};
use crate::ids::PersonId;
use crate::limits;
use crate::mutation::{GrantRole, InvitePerson, RevokeInvitation, RevokeRole, SetDisabled, UpdateProfile};
use crate::records::{
    Collectivity, Invitation, InvitationState, InvitedAs, Person, PersonCard, Recovery, Roles, TrainingRecord,
};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, RowKey};
use crate::scope::Scope;
use crate::time::Timestamp;
use crate::unicode;
use crate::vocabulary::NetworkRole;

pub(super) fn invite(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &InvitePerson,
) -> Result<(), Refusal> {
    may(context.actor, Action::Appoint(m.offers))?;
    must_concern_a_member(view, m.offers)?;
    let is_sha256 = m.secret_hash.len() == 64
        && m.secret_hash
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_sha256 {
        return Err(Refusal::of_field(RefusalCode::Invalid, "secret_hash"));
    }
    let name = if unicode::is_blank(&m.name) {
        String::new()
    } else {
        limits::clean_name("name", &m.name)?
    };
    let email = if unicode::is_blank(&m.email) {
        String::new()
    } else {
        limits::clean_new_email("email", &m.email)?
    };
    let invitation = Invitation {
        id: m.invitation,
        secret_hash: m.secret_hash.clone(),
        offers: m.offers,
        name,
        email,
        lang: m.lang,
        by: Some(context.actor.person),
        by_name: context.actor.name.clone(),
        created: context.now,
        expires: context.now.plus_ms(Timestamp::INVITATION_LIFE_MS),
        state: InvitationState::Open,
    };
    let is_held = |scope| view.get(&RowKey::of(scope, &invitation.clone().into())).is_some();
    if is_held(Scope::Administration) || whole_copies(&invitation).any(is_held) {
        return Err(RefusalCode::AlreadyExists.into());
    }
    store_invitation(view, &invitation);
    Ok(())
}

pub(super) fn revoke_invitation(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &RevokeInvitation,
) -> Result<(), Refusal> {
    let focal = context.actor.roles.focal_point_of().map(Scope::Focal);
    let invitation = [Scope::Administration, Scope::Person(context.actor.person)]
        .into_iter()
        .chain(focal)
        .find_map(|scope| find::<Invitation>(view, scope, m.invitation))
        .ok_or(RefusalCode::NotFound)?;
    // An invitation of another collectivity is not said to exist.
    may(context.actor, Action::Appoint(invitation.offers)).map_err(|_| RefusalCode::NotFound)?;
    if invitation.state != InvitationState::Open {
        return Err(RefusalCode::WrongState.into());
    }
    store_revoked(view, invitation);
    Ok(())
}

/// Ends the open invitations of somebody who may not write them any more, for good: getting the role back, or the
/// account, does not open them again.
fn end_invitations(view: &mut dyn View, author: &Person) {
    let who = author.identity();
    for invitation in find_all::<Invitation>(view, Scope::Administration) {
        let may_invite = !author.disabled && may(&who, Action::Appoint(invitation.offers)).is_ok();
        if invitation.by == Some(author.id) && invitation.state == InvitationState::Open && !may_invite {
            store_revoked(view, invitation);
        }
    }
}

fn store_revoked(view: &mut dyn View, held: Invitation) {
    let mut invitation = whole_invitation(view, held);
    invitation.state = InvitationState::Revoked;
    store_invitation(view, &invitation);
}

/// Writes an invitation, with its address, for who wrote it and for the focal points that it concerns. Coordinators see
/// those of the whole network as long as they are open, without the address: it would gather those of everybody.
pub fn store_invitation(view: &mut dyn View, invitation: &Invitation) {
    let without_address = Invitation {
        email: String::new(),
        ..invitation.clone()
    };
    for scope in whole_copies(invitation) {
        // Who wrote it may lose the power to invite: what ended is of no use to them any more.
        let is_over = matches!(scope, Scope::Person(_)) && invitation.state != InvitationState::Open;
        let copy = if is_over { &without_address } else { invitation };
        view.put(scope, copy.clone().into());
    }
    let for_coordinators = without_address;
    if invitation.state == InvitationState::Open {
        view.put(Scope::Administration, for_coordinators.into());
    } else {
        view.delete(&RowKey::of(Scope::Administration, &for_coordinators.into()));
    }
}

/// The invitation with its address, given the coordinators' copy; that copy itself where no other is here.
fn whole_invitation(view: &dyn View, held: Invitation) -> Invitation {
    whole_copies(&held)
        .find_map(|scope| find(view, scope, held.id))
        .unwrap_or(held)
}

/// Where an invitation is with its address. The link that the server printed has none.
pub fn whole_copies(invitation: &Invitation) -> impl Iterator<Item = Scope> + use<> {
    let focal = match invitation.offers {
        InvitedAs::Collectivity { collectivity, .. } => Some(Scope::Focal(collectivity)),
        InvitedAs::Network { .. } => None,
    };
    focal.into_iter().chain(invitation.by.map(Scope::Person))
}

fn must_concern_a_member(view: &dyn View, offers: InvitedAs) -> Result<(), Refusal> {
    let InvitedAs::Collectivity { collectivity, .. } = offers else {
        return Ok(());
    };
    let held: Option<Collectivity> = find(view, Scope::Public, collectivity);
    if held.is_some_and(|c| c.is_member()) {
        Ok(())
    } else {
        Err(RefusalCode::NotAMember.into())
    }
}

pub(super) fn grant_role(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &GrantRole,
) -> Result<(), Refusal> {
    may(context.actor, Action::Appoint(m.role))?;
    must_concern_a_member(view, m.role)?;
    let Some(before) = known(view, context, m.person)? else {
        return Ok(());
    };
    // A focal point appoints among the people of the collectivity; only a coordinator brings in others.
    if let InvitedAs::Collectivity { collectivity, .. } = m.role
        && !context.actor.roles.is_administrator()
        && !before.roles.belongs_to(collectivity)
    {
        return Err(RefusalCode::NotFound.into());
    }
    let mut after = before.clone();
    after.roles.grant(m.role);
    store_person(view, Some(&before.roles), &after);
    end_invitations(view, &after);
    Ok(())
}

pub(super) fn revoke_role(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &RevokeRole,
) -> Result<(), Refusal> {
    may(context.actor, Action::Appoint(m.role))?;
    let administrator = InvitedAs::Network {
        role: NetworkRole::Administrator,
    };
    if m.role == administrator {
        must_not_be_last(view, m.person)?;
    }
    let Some(before) = known(view, context, m.person)? else {
        return Ok(());
    };
    let mut after = before.clone();
    let had_it = match m.role {
        InvitedAs::Collectivity { collectivity, role } => {
            before.roles.collectivities.get(&collectivity) == Some(&role)
                && after.roles.collectivities.remove(&collectivity).is_some()
        }
        InvitedAs::Network { role } => after.roles.network.remove(&role),
    };
    if !had_it {
        return Err(RefusalCode::NotFound.into());
    }
    store_person(view, Some(&before.roles), &after);
    end_invitations(view, &after);
    Ok(())
}

pub(super) fn set_disabled(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &SetDisabled,
) -> Result<(), Refusal> {
    may(context.actor, Action::Disable { person: m.person })?;
    if m.disabled {
        must_not_be_last(view, m.person)?;
    }
    let Some(mut person) = known(view, context, m.person)? else {
        return Ok(());
    };
    person.disabled = m.disabled;
    let roles = person.roles.clone();
    store_person(view, Some(&roles), &person);
    end_invitations(view, &person);
    Ok(())
}

pub(super) fn update_profile(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &UpdateProfile,
) -> Result<(), Refusal> {
    may(context.actor, Action::TakePart)?;
    let mut person: Person =
        find(view, Scope::Person(context.actor.person), context.actor.person).ok_or(RefusalCode::NotFound)?;
    // A name of before is kept, whatever the rules for new ones are.
    if m.name != person.name {
        person.name = limits::clean_name("name", &m.name)?;
    }
    person.lang = m.lang;
    let roles = person.roles.clone();
    store_person(view, Some(&roles), &person);
    Ok(())
}

/// Writes a link of recovery for those who may know of it.
pub fn store_recovery(view: &mut dyn View, recovery: &Recovery) {
    for scope in [Scope::Person(recovery.person), Scope::Administration] {
        view.put(scope, recovery.clone().into());
    }
}

fn must_not_be_last(view: &dyn View, leaving: PersonId) -> Result<(), Refusal> {
    let somebody_stays = find_all::<PersonCard>(view, Scope::Administration)
        .iter()
        .any(|card| card.id != leaving);
    if somebody_stays {
        Ok(())
    } else {
        Err(RefusalCode::LastAdministrator.into())
    }
}

/// The person, wherever the one who runs this holds a copy. The server finds everybody at the first place. `None` where a
/// coordinator's device predicts: it holds nobody's row, and the server decides.
fn known(view: &dyn View, context: &Context<'_>, id: PersonId) -> Result<Option<Person>, Refusal> {
    let focal = context.actor.roles.focal_point_of().map(Scope::Focal);
    let found = std::iter::once(Scope::Person(id))
        .chain(focal)
        .find_map(|scope| find::<Person>(view, scope, id));
    let is_left_to_the_server =
        matches!(context.side, Side::Predict) && context.actor.roles.is_administrator();
    match found {
        None if !is_left_to_the_server => Err(RefusalCode::NotFound.into()),
        found => Ok(found),
    }
}

/// Writes a person to every scope whose audience may know them, and out of those that `before` gave and the
/// present roles no longer do. `before` is `None` for a new account. A closed account has no card: colleagues would turn
/// to somebody who is not there. Focal points keep the person's row. Coordinators hold nobody's: they ask the server
/// for whom they look for, and hold the cards of those who can act as coordinators, of whom one must stay.
pub fn store_person(view: &mut dyn View, before: Option<&Roles>, person: &Person) {
    if let Some(before) = before {
        for collectivity in before
            .collectivities
            .keys()
            .filter(|id| !person.roles.belongs_to(**id))
        {
            view.delete(&RowKey::new(Scope::Focal(*collectivity), Kind::Person, person.id));
            view.delete(&RowKey::new(
                Scope::Collectivity(*collectivity),
                Kind::PersonCard,
                person.id,
            ));
            for record in find_all::<TrainingRecord>(view, Scope::Focal(*collectivity)) {
                if record.person == person.id {
                    view.delete(&RowKey::of(Scope::Focal(*collectivity), &record.into()));
                }
            }
        }
    }
    view.put(Scope::Person(person.id), person.clone().into());
    let mut list = |scope, is_listed: bool| {
        if is_listed && !person.disabled {
            view.put(scope, person.card().into());
        } else {
            view.delete(&RowKey::new(scope, Kind::PersonCard, person.id));
        }
    };
    list(Scope::Administration, person.roles.is_administrator());
    list(Scope::Network, person.roles.focal_point_of().next().is_some());
    for collectivity in person.roles.collectivities.keys() {
        list(Scope::Collectivity(*collectivity), true);
    }
    for collectivity in person.roles.collectivities.keys() {
        view.put(Scope::Focal(*collectivity), person.clone().into());
    }
}
