use super::{Context, View, find, find_all};
use crate::access::{Action, may};
use crate::ids::PersonId;
use crate::limits;
use crate::mutation::{GrantRole, InvitePerson, RevokeInvitation, RevokeRole, SetDisabled, UpdateProfile};
use crate::records::{
    Collectivity, Invitation, InvitationState, InvitedAs, Person, Recovery, Roles, TrainingRecord,
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
        limits::clean_email("email", &m.email)?
    };
    if invitation_scopes(m.offers).into_iter().any(|scope| {
        view.get(&RowKey::new(scope, Kind::Invitation, m.invitation))
            .is_some()
    }) {
        return Err(RefusalCode::AlreadyExists.into());
    }
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
    store_invitation(view, &invitation);
    Ok(())
}

pub(super) fn revoke_invitation(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &RevokeInvitation,
) -> Result<(), Refusal> {
    let focal = context.actor.roles.focal_point_of().map(Scope::Focal);
    let mut invitation = std::iter::once(Scope::Administration)
        .chain(focal)
        .find_map(|scope| find::<Invitation>(view, scope, m.invitation))
        .ok_or(RefusalCode::NotFound)?;
    // An invitation of another collectivity is not said to exist.
    may(context.actor, Action::Appoint(invitation.offers)).map_err(|_| RefusalCode::NotFound)?;
    if invitation.state != InvitationState::Open {
        return Err(RefusalCode::WrongState.into());
    }
    invitation.state = InvitationState::Revoked;
    store_invitation(view, &invitation);
    Ok(())
}

/// Ends the open invitations of somebody who may not write them any more, for good: getting the role back, or the
/// account, does not open them again.
fn end_invitations(view: &mut dyn View, author: &Person) {
    let who = author.identity();
    for mut invitation in find_all::<Invitation>(view, Scope::Administration) {
        let may_invite = !author.disabled && may(&who, Action::Appoint(invitation.offers)).is_ok();
        if invitation.by == Some(author.id) && invitation.state == InvitationState::Open && !may_invite {
            invitation.state = InvitationState::Revoked;
            store_invitation(view, &invitation);
        }
    }
}

fn store_invitation(view: &mut dyn View, invitation: &Invitation) {
    for scope in invitation_scopes(invitation.offers) {
        view.put(scope, invitation.clone().into());
    }
}

fn invitation_scopes(offers: InvitedAs) -> Vec<Scope> {
    match offers {
        InvitedAs::Collectivity { collectivity, .. } => {
            vec![Scope::Administration, Scope::Focal(collectivity)]
        }
        InvitedAs::Network { .. } => vec![Scope::Administration],
    }
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
    let before = known(view, context, m.person)?;
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
    let before = known(view, context, m.person)?;
    let mut after = before.clone();
    let had_it = match m.role {
        InvitedAs::Collectivity { collectivity, role } => {
            before.roles.collectivities.get(&collectivity) == Some(&role)
                && after.roles.collectivities.remove(&collectivity).is_some()
        }
        InvitedAs::Network { role } => {
            if role == NetworkRole::Administrator {
                must_not_be_last(view, m.person)?;
            }
            after.roles.network.remove(&role)
        }
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
    let mut person = known(view, context, m.person)?;
    if m.disabled && person.roles.is_administrator() {
        must_not_be_last(view, m.person)?;
    }
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
    let mut person = known(view, context, context.actor.person)?;
    person.name = limits::clean_name("name", &m.name)?;
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
    let somebody_stays = find_all::<Person>(view, Scope::Administration)
        .iter()
        .any(|person| person.id != leaving && person.roles.is_administrator() && !person.disabled);
    if somebody_stays {
        Ok(())
    } else {
        Err(RefusalCode::LastAdministrator.into())
    }
}

/// The person, wherever the one who runs this holds a copy. The server finds everybody at the first place.
fn known(view: &dyn View, context: &Context<'_>, id: PersonId) -> Result<Person, Refusal> {
    let focal = context.actor.roles.focal_point_of().map(Scope::Focal);
    [Scope::Administration, Scope::Person(id)]
        .into_iter()
        .chain(focal)
        .find_map(|scope| find::<Person>(view, scope, id))
        .ok_or_else(|| RefusalCode::NotFound.into())
}

/// Writes a person to every scope whose audience may know them, and out of those that `before` gave and the
/// present roles no longer do. `before` is `None` for a new account. A closed account has no card: colleagues would turn
/// to somebody who is not there. Focal points and coordinators, who can open it again, keep the person's row.
pub fn store_person(view: &mut dyn View, before: Option<&Roles>, person: &Person) {
    let is_focal_somewhere = |roles: &Roles| roles.focal_point_of().next().is_some();
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
    view.put(Scope::Administration, person.clone().into());
    view.put(Scope::Person(person.id), person.clone().into());
    for collectivity in person.roles.collectivities.keys() {
        view.put(Scope::Focal(*collectivity), person.clone().into());
        if person.disabled {
            view.delete(&RowKey::new(
                Scope::Collectivity(*collectivity),
                Kind::PersonCard,
                person.id,
            ));
        } else {
            view.put(Scope::Collectivity(*collectivity), person.card().into());
        }
    }
    if is_focal_somewhere(&person.roles) && !person.disabled {
        view.put(Scope::Network, person.card().into());
    } else {
        view.delete(&RowKey::new(Scope::Network, Kind::PersonCard, person.id));
    }
}
