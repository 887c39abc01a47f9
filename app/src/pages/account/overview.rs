mod device;
mod password;
mod profile;
mod recoveries;
mod sessions;

use super::next_steps::NextSteps;
use crate::components::{EmptyState, Fact, FactsList, LinkButton, PageHeader};
use crate::i18n::{key_of, message};
use crate::pages::experiences::words::collectivity;
use crate::pages::network::place_name;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::{PageTitle, SignOut, ThemeChoice};
use crate::{format, t};
use device::OwnDevice;
use leptos::prelude::*;
use password::PasswordForm;
use profile::ProfileForm;
use recoveries::Recoveries;
use sessions::Sessions;
use shared::records::{Identity, Person};
use shared::scope::Scope;

/// One's account, devices and sessions.
#[component]
pub(crate) fn Account() -> impl IntoView {
    let title = t!("account-title");
    let session = use_session();
    let is_visitor = session.is_visitor();
    let name = session.name();
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <Show
                when=move || !is_visitor.get()
                fallback=move || {
                    view! {
                        <PageHeader title=title />
                        <EmptyState title=t!("account-visitor-title") text=t!("account-visitor-text")>
                            <LinkButton href=href(Page::SignIn)>{t!("common-sign-in")}</LinkButton>
                        </EmptyState>
                        <Part id="account-theme" title=t!("common-theme")>
                            <ThemeChoice />
                        </Part>
                    }
                }
            >
                <PageHeader title=title kicker=move || view! { <bdi>{name}</bdi> } />
                <Signed />
            </Show>
        </div>
    }
}

#[component]
fn Signed() -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    // The own row comes with the first pull; until then the name and the roles are known from signing in.
    let person = Memo::new(move |_| {
        let id = identity.with(|identity| identity.person);
        replica.get::<Person>(Scope::Person(id), id)
    });
    view! {
        <Facts identity=identity person=person />
        <Recoveries />
        <Part id="account-profile" title=t!("account-profile-title")>
            <ProfileForm identity=identity person=person />
        </Part>
        <Part id="account-this-device" title=t!("account-this-device")>
            <OwnDevice />
            <ThemeChoice />
        </Part>
        <Part id="account-sessions" title=t!("account-sessions-title")>
            <Sessions />
        </Part>
        <Part id="account-change-password" title=t!("account-change-password")>
            <PasswordForm />
        </Part>
        <Part id="account-sign-out" title=t!("common-sign-out")>
            <p>{t!("account-sign-out-text")}</p>
            <SignOut />
        </Part>
        <NextSteps />
    }
}

#[component]
fn Part(id: &'static str, title: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <section class="band" aria-labelledby=id>
            <div class="band__head">
                <h2 id=id>{title}</h2>
            </div>
            {children()}
        </section>
    }
}

#[component]
fn Facts(identity: Memo<Identity>, person: Memo<Option<Person>>) -> impl IntoView {
    let roles = move || {
        let roles = identity.get().roles;
        let in_places = roles.collectivities.into_iter().map(|(id, role)| {
            let words = message(&key_of("collectivity-role", role.word()), &[]);
            let place = collectivity(id).map(|place| {
                view! {
                    " · "
                    <bdi>{place_name(&place)}</bdi>
                }
            });
            view! { <li>{words} {place}</li> }.into_any()
        });
        let in_network = roles.network.into_iter().map(|role| {
            let words = message(&key_of("network-role", role.word()), &[]);
            view! { <li>{words}</li> }.into_any()
        });
        let all: Vec<_> = in_places.chain(in_network).collect();
        if all.is_empty() {
            view! { <li>{t!("account-no-role")}</li> }.into_any()
        } else {
            all.collect_view().into_any()
        }
    };
    view! {
        <FactsList>
            <Fact term=t!("account-email")>
                <bdi class="ltr">{move || person.get().map(|person| person.email)}</bdi>
            </Fact>
            <Fact term=t!("account-roles")>
                <ul role="list">{roles}</ul>
            </Fact>
            <Fact term=t!("people-joined")>
                {move || person.get().map(|person| format::date(person.joined))}
            </Fact>
        </FactsList>
    }
}
