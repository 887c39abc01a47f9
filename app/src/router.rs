//! Every page of the app, from top to bottom: what the product can do.
//!
//! The language is the first part of each address and only a parameter: switching it rebuilds no page.

mod page;

pub(crate) use page::{Page, href, href_of, page_lang};

use crate::pages::{account, administration, experiences, home, learn, network, not_found, people, search};
use crate::shell::{BestLanguage, Shell};
use leptos::prelude::*;
use leptos_router::components::{Outlet, ParentRoute, Route, Router, Routes};
use leptos_router::{MatchNestedRoutes, path};

/// The app: its pages inside the shell.
#[component]
pub(crate) fn App() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=BestLanguage>
                <Route path=path!("/") view=BestLanguage />
                <ParentRoute path=path!("/:lang") view=Shell>
                    <Route path=path!("") view=home::Home />
                    <LearnRoutes />
                    <ExperienceRoutes />
                    <Route path=path!("network") view=network::Directory />
                    <Route path=path!("network/:collectivity") view=network::Collectivity />
                    <Route path=path!("search") view=search::Search />
                    <AccountRoutes />
                    <Route path=path!("people") view=people::People />
                    <Route path=path!("administration") view=administration::Administration />
                    <Route path=path!("about") view=home::About />
                    <Route path=path!("glossary") view=home::Glossary />
                    <Route path=path!("/*rest") view=not_found::NotFound />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// Modules, lessons, quizzes, certificates and what one has done.
#[component(transparent)]
fn LearnRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("") view=Outlet>
            <Route path=path!("learn") view=learn::Catalogue />
            <Route path=path!("learn/:module") view=learn::Module />
            <Route path=path!("learn/:module/quiz") view=learn::Quiz />
            <Route path=path!("learn/:module/:lesson") view=learn::Lesson />
            <Route path=path!("mine") view=learn::Mine />
            <Route path=path!("certificates/:number") view=learn::Certificate />
        </ParentRoute>
    }
    .into_inner()
}

/// Experiences: reading, writing, validating.
#[component(transparent)]
fn ExperienceRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("") view=Outlet>
            <Route path=path!("experiences") view=experiences::List />
            <Route path=path!("experiences/write") view=experiences::WriteNew />
            <Route path=path!("experiences/write/:experience") view=experiences::Write />
            <Route path=path!("experiences/:experience") view=experiences::One />
            <Route path=path!("validation") view=experiences::ValidationQueue />
            <Route path=path!("validation/:experience") view=experiences::ValidateOne />
        </ParentRoute>
    }
    .into_inner()
}

/// Coming in, one's account, and what is saved where.
#[component(transparent)]
fn AccountRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("") view=Outlet>
            <Route path=path!("invitation") view=account::Invitation />
            <Route path=path!("sign-in") view=account::SignIn />
            <Route path=path!("account") view=account::Account />
            <Route path=path!("demonstration") view=account::Demonstration />
            <Route path=path!("attention") view=account::Attention />
        </ParentRoute>
    }
    .into_inner()
}
