use super::role_doors::role_doors;
use crate::components::{Icon, IconKind};
use crate::i18n::key_of;
use crate::router::{Page, href};
use crate::session::use_session;
use crate::t;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The four places: a bar at the foot of a phone, part of the top bar from 900 px.
#[component]
pub(super) fn Places() -> impl IntoView {
    let identity = use_session().identity();
    let doors = Memo::new(move |_| identity.with(role_doors));
    view! {
        <nav class="places no-print" aria-label=t!("common-places")>
            <PlaceLink page=Page::Catalogue icon=IconKind::Learn also=&["certificates"]>
                {t!("common-place-learn")}
            </PlaceLink>
            <PlaceLink page=Page::Experiences icon=IconKind::Experiences also=&[]>
                {t!("common-place-experiences")}
            </PlaceLink>
            <PlaceLink page=Page::Network icon=IconKind::Network also=&[]>
                {t!("common-place-network")}
            </PlaceLink>
            <PlaceLink page=Page::Mine icon=IconKind::Mine also=&["account"]>
                {t!("common-place-mine")}
            </PlaceLink>
            {move || {
                doors
                    .get()
                    .into_iter()
                    .map(|(word, page)| {
                        view! { <DoorLink page=page>{t!(key_of("common-door", word))}</DoorLink> }
                    })
                    .collect_view()
            }}
        </nav>
    }
}

/// Where the person works for others. A phone's bar has no room for it: there it stands on the first page and in one's own
/// place.
#[component]
fn DoorLink(page: Page, children: Children) -> impl IntoView {
    let location = use_location();
    let to = href(page);
    let is_here = move || location.pathname.with(|path| *path == to.get());
    view! {
        <a class="places__link places__link--role" href=move || to.get() aria-current=move || is_here().then_some("page")>
            {children()}
        </a>
    }
}

#[component]
fn PlaceLink(
    page: Page,
    icon: IconKind,
    /// Other first parts of addresses that belong to this place.
    also: &'static [&'static str],
    children: Children,
) -> impl IntoView {
    let location = use_location();
    let to = href(page);
    let current = Memo::new(move |_| {
        let to = to.get();
        location.pathname.with(|path| {
            if *path == to {
                return Some("page");
            }
            let part = path.split('/').nth(2).unwrap_or_default();
            let is_here = to.split('/').nth(2) == Some(part) || also.contains(&part);
            is_here.then_some("true")
        })
    });
    view! {
        <a class="places__link" href=move || to.get() aria-current=move || current.get()>
            <Icon kind=icon />
            <span>{children()}</span>
        </a>
    }
}
