use super::admit::Admit;
use super::members::Members;
use super::people::People;
use super::reports::Reports;
use crate::components::{Button, Choice, EmptyState, IconKind, LinkButton, PageHeader, Tab, TabButtons};
use crate::pages::network::use_members;
use crate::pages::people::invitation_list::{InvitationList, still_open};
use crate::pages::people::invite::{InviteDialog, Offer};
use crate::replica::use_replica;
use crate::router::{Page, href, use_query_in_place, use_query_map};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::{t, text};
use leptos::prelude::*;
use shared::access::{Action, may};
use shared::records::{Invitation, InvitedAs, Report};
use shared::scope::Scope;
use shared::vocabulary::NetworkRole;

/// The name of the chosen tab in the query.
const TAB: &str = "show";
const MEMBERS: &str = "members";
const PEOPLE: &str = "people";
const INVITATIONS: &str = "invitations";
const REPORTS: &str = "reports";

/// Coordination of the network.
#[component]
pub(crate) fn Administration() -> impl IntoView {
    let title = t!("admin-title");
    let identity = use_session().identity();
    let may_coordinate = Memo::new(move |_| identity.with(|who| may(who, Action::Coordinate).is_ok()));
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("admin-lead") />
            <Show when=move || may_coordinate.get() fallback=NotForYou>
                <Work />
            </Show>
        </div>
    }
}

#[component]
fn NotForYou() -> impl IntoView {
    let is_visitor = use_session().is_visitor();
    view! {
        <EmptyState title=t!("admin-not-for-you-title") text=t!("admin-not-for-you-text")>
            <Show
                when=move || is_visitor.get()
                fallback=|| view! { <LinkButton href=href(Page::Home)>{t!("common-go-home")}</LinkButton> }
            >
                <LinkButton href=href(Page::SignIn)>{t!("common-sign-in")}</LinkButton>
            </Show>
        </EmptyState>
    }
}

/// The coordinators' work, under a tab for each kind. The chosen one is part of the address.
#[component]
fn Work() -> impl IntoView {
    let replica = use_replica();
    let members = use_members();
    let identity = replica.identity();
    let invitations = Memo::new(move |_| {
        let mut all = replica.list::<Invitation>(Scope::Administration);
        // The address is with who wrote it.
        let own = replica.list::<Invitation>(Scope::Person(identity.read().person));
        for one in &mut all {
            if let Some(own) = own.iter().find(|own| own.id == one.id) {
                one.email.clone_from(&own.email);
            }
        }
        still_open(all)
    });
    let reports = Memo::new(move |_| {
        let mut open = replica.list::<Report>(Scope::Administration);
        open.retain(|report| report.resolution.is_none());
        open.sort_by_key(|report| report.at);
        open
    });
    let query = use_query_map();
    let write = use_query_in_place();
    let chosen = Memo::new(move |_| {
        let asked = query.with(|query| query.get(TAB));
        asked.unwrap_or_else(|| MEMBERS.to_owned())
    });
    let tabs = Signal::derive(move || {
        let tab = |key: &str, label: String| Tab {
            key: key.to_owned(),
            label,
            label_lang: None,
            state: None,
        };
        vec![
            tab(MEMBERS, text!("admin-tab-members", count = members.read().len())),
            tab(PEOPLE, text!("admin-tab-people")),
            tab(
                INVITATIONS,
                text!("admin-tab-invitations", count = invitations.read().len()),
            ),
            tab(REPORTS, text!("admin-tab-reports", count = reports.read().len())),
        ]
    });
    view! {
        <TabButtons
            id="admin"
            label=t!("admin-tabs")
            tabs=tabs
            chosen=chosen
            on_choose=move |key| write.run(format!("{TAB}={key}"))
        />
        <div
            id="admin-panel"
            role="tabpanel"
            tabindex="0"
            aria-labelledby=move || format!("admin-{}", chosen.get())
        >
            {move || match chosen.get().as_str() {
                PEOPLE => view! { <People /> }.into_any(),
                INVITATIONS => view! { <Invitations invitations=invitations /> }.into_any(),
                REPORTS => view! { <Reports reports=reports /> }.into_any(),
                _ => {
                    view! {
                        <Admit />
                        <Members members=members />
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

/// Every invitation of the network, and new ones to roles that belong to no collectivity.
#[component]
fn Invitations(invitations: Memo<Vec<Invitation>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let offers = Signal::derive(|| {
        [
            (
                NetworkRole::Trainer,
                text!("network-role-trainer"),
                text!("account-role-can-trainer"),
            ),
            (
                NetworkRole::Partner,
                text!("network-role-partner"),
                text!("account-role-can-partner"),
            ),
            (
                NetworkRole::Administrator,
                text!("network-role-administrator"),
                text!("account-role-can-administrator"),
            ),
        ]
        .map(|(role, label, hint)| Offer {
            choice: Choice::new(role.word(), label).with_hint(hint),
            role: InvitedAs::Network { role },
        })
        .to_vec()
    });
    view! {
        <div class="page-actions">
            <p>{t!("admin-invitations-text")}</p>
            <Button icon=IconKind::Plus on_press=move |()| open.set(true)>
                {t!("admin-invite-network")}
            </Button>
        </div>
        <InviteDialog open=open offers=offers />
        <Show
            when=move || !invitations.read().is_empty()
            fallback=|| {
                view! { <EmptyState title=t!("people-no-invitation") text=t!("admin-no-invitation-text") /> }
            }
        >
            <InvitationList invitations=invitations names_place=true />
        </Show>
    }
}
