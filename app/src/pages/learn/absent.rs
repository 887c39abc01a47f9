use crate::components::{ButtonKind, EmptyState, LinkButton, Motif, Skeleton};
use crate::replica::ScopeState;
use crate::router::{Page, href};
use crate::t;
use leptos::prelude::*;

/// What is not here, for its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absent {
    /// A module.
    Module,
    /// A lesson of a module that is here.
    Lesson,
    /// The quiz of a module that is here.
    Quiz,
    /// An edition of a module that is here.
    Edition,
}

/// Stands for a page whose content is not here: it is on its way, out of reach, or does not exist.
#[component]
pub(crate) fn AbsentPage(
    /// What is not here.
    what: Absent,
    /// How much of the rows that would hold it is here.
    #[prop(into)]
    state: Signal<ScopeState>,
    /// Where to go from here, when it is not the catalogue.
    #[prop(optional_no_strip)]
    module: Option<String>,
) -> impl IntoView {
    let module = StoredValue::new(module);
    move || match state.get() {
        ScopeState::Loading => {
            let label = match what {
                Absent::Module | Absent::Edition => t!("learn-module-loading"),
                Absent::Lesson => t!("learn-lesson-loading"),
                Absent::Quiz => t!("learn-quiz-loading"),
            };
            view! {
                <div class="page-header">
                    <Skeleton label=label lines=8 />
                </div>
            }
            .into_any()
        }
        ScopeState::Offline => view! {
            <WholePage
                title=t!("learn-module-unavailable-title")
                text=t!("learn-module-unavailable-text")
                module=module.get_value()
            />
        }
        .into_any(),
        ScopeState::Held | ScopeState::Denied => {
            let (title, text) = match what {
                Absent::Module => (t!("learn-module-missing-title"), t!("learn-module-missing-text")),
                Absent::Lesson => (t!("learn-lesson-missing-title"), t!("learn-lesson-missing-text")),
                Absent::Edition => (
                    t!("learn-edition-missing-title"),
                    t!("learn-edition-missing-text"),
                ),
                Absent::Quiz => (t!("learn-quiz-none-title"), t!("learn-quiz-none-text")),
            };
            view! { <WholePage title=title text=text module=module.get_value() /> }.into_any()
        }
    }
}

/// An empty state that is a whole page: its title is the page's heading.
#[component]
fn WholePage(title: Signal<String>, text: Signal<String>, module: Option<String>) -> impl IntoView {
    view! {
        <div class="empty">
            <Motif />
            <h1 tabindex="-1">{title}</h1>
            <p>{text}</p>
            <div class="button-row">
                {module
                    .map(|slug| {
                        view! {
                            <LinkButton href=href(Page::Module(slug))>{t!("learn-lesson-to-module")}</LinkButton>
                        }
                    })} <LinkButton kind=ButtonKind::Plain href=href(Page::Catalogue)>
                    {t!("learn-back-to-catalogue")}
                </LinkButton>
            </div>
        </div>
    }
}

/// Stands for the text of a lesson that is not here.
#[component]
pub(super) fn NoText(
    /// How much of the rows that would hold it is here.
    state: Memo<ScopeState>,
) -> impl IntoView {
    move || match state.get() {
        ScopeState::Offline | ScopeState::Denied => view! {
            <EmptyState title=t!("learn-module-unavailable-title") text=t!("learn-module-unavailable-text") />
        }
        .into_any(),
        ScopeState::Loading | ScopeState::Held => {
            view! { <Skeleton label=t!("learn-lesson-loading") lines=9 /> }.into_any()
        }
    }
}
