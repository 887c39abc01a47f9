use super::{Context, View, find, find_all};
use crate::access::{Action, may};
use crate::lang::Translated;
use crate::limits;
use crate::mutation::{AdmitCollectivity, EndMembership};
use crate::records::{Collectivity, ExperienceCard, PartialDate};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, RowKey};
use crate::scope::Scope;

pub(super) fn admit(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &AdmitCollectivity,
) -> Result<(), Refusal> {
    may(context.actor, Action::Coordinate)?;
    let is_month = m.joined.len() == 7 && PartialDate(m.joined.clone()).is_valid();
    if !is_month {
        return Err(Refusal::of_field(RefusalCode::Invalid, "joined"));
    }
    let source = limits::complete_address(&m.source);
    limits::at_most("source", &source, limits::URL)?;
    if !source.is_empty() && !limits::is_address(&source) {
        return Err(Refusal::of_field(RefusalCode::Invalid, "source"));
    }
    let mut collectivity: Collectivity =
        find(view, Scope::Directory, m.collectivity).ok_or(RefusalCode::NotFound)?;
    if collectivity.is_member() {
        return Err(RefusalCode::AlreadyExists.into());
    }
    if collectivity.province.is_none() {
        collectivity.province = province_of(view, &collectivity);
    }
    collectivity.joined = Some(m.joined.clone());
    collectivity.source = (!source.is_empty()).then_some(source);
    view.put(Scope::Directory, collectivity.clone().into());
    view.put(Scope::Public, collectivity.into());
    Ok(())
}

/// Rows of a list imported by an older server do not say it.
fn province_of(view: &dyn View, commune: &Collectivity) -> Option<Translated> {
    let code = commune.province_code()?;
    find_all::<Collectivity>(view, Scope::Directory)
        .into_iter()
        .find(|one| one.code == code)
        .map(|province| province.name)
}

pub(super) fn end_membership(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &EndMembership,
) -> Result<(), Refusal> {
    may(context.actor, Action::Coordinate)?;
    let mut collectivity: Collectivity =
        find(view, Scope::Directory, m.collectivity).ok_or(RefusalCode::NotFound)?;
    if !collectivity.is_member() {
        return Err(RefusalCode::WrongState.into());
    }
    collectivity.joined = None;
    collectivity.source = None;
    view.put(Scope::Directory, collectivity.clone().into());
    let is_named_by_cards = find_all::<ExperienceCard>(view, Scope::Public)
        .iter()
        .any(|card| card.collectivity == m.collectivity);
    if is_named_by_cards {
        view.put(Scope::Public, collectivity.into());
    } else {
        view.delete(&RowKey::new(Scope::Public, Kind::Collectivity, m.collectivity));
    }
    Ok(())
}
