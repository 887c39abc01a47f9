use crate::clipboard::CopyButton;
use crate::components::{Achievement, ButtonKind, LinkButton, Notice};
use crate::i18n::{PersonName, lang};
use crate::pages::experiences::permissions::{may_keep_writing, may_validate};
use crate::pages::experiences::returned::DecisionWords;
use crate::replica::use_replica;
use crate::router::{Page, href, origin};
use crate::{format, ids, t};
use leptos::prelude::*;
use shared::records::{Experience, Review};
use shared::scope::Scope;
use shared::vocabulary::ExperienceState;

/// How long the author sees that it was published lately: two weeks.
const CELEBRATED_FOR_MS: i64 = 14 * 24 * 60 * 60 * 1_000;

/// What author and focal point know of a published experience: the focal point's word, and where changes stand.
#[component]
pub(super) fn ModuleProgress(
    /// The experience.
    held: Memo<Experience>,
) -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let review = Memo::new(move |_| {
        let held = held.read();
        let own = Scope::Person(identity.read().person);
        [Scope::Focal(held.collectivity), own]
            .into_iter()
            .filter_map(|scope| replica.get::<Review>(scope, held.id))
            .max_by_key(|review| review.revision)
    });
    let id = held.read_untracked().id;
    let is_fresh = Memo::new(move |_| {
        let held = held.read();
        let age = held.published.map(|at| ids::now().0 - at.0);
        held.state == ExperienceState::Published
            && may_keep_writing(&held)
            && age.is_some_and(|age| age < CELEBRATED_FOR_MS)
    });
    let standing = move || {
        let review = review.get()?;
        let (decides, is_author) = (may_validate(&held.read()), may_keep_writing(&held.read()));
        let note = review
            .decision
            .clone()
            .filter(|decision| !decision.note.trim().is_empty());
        let returned = review
            .proposal
            .as_ref()
            .is_some_and(|proposal| proposal.returned.is_some());
        let state = match (&review.proposal, &review.correction) {
            (Some(_), _) if returned && is_author => Some(t!("experiences-proposal-returned-title")),
            (Some(_), _) if !returned => Some(t!("experiences-proposal-waiting-title")),
            (_, Some(_)) => Some(t!("experiences-corrected-title")),
            _ => None,
        };
        let place = if decides {
            Page::ValidateOne(id)
        } else {
            Page::Write(id)
        };
        let revised = review.revised.clone().filter(|_| is_author && !decides);
        (note.is_some() || state.is_some() || revised.is_some()).then(|| {
            view! {
                <Notice title=t!("experiences-standing-title")>
                    {note.map(|decision| view! { <DecisionWords decision=decision /> })}
                    {revised
                        .map(|touch| {
                            view! {
                                <p>
                                    {t!("experiences-standing-revised")} " " <PersonName name=touch.by.name /> " · "
                                    {move || format::date(touch.at)}
                                </p>
                            }
                        })}
                    {state
                        .map(|state| {
                            view! {
                                <p>{state}</p>
                                <LinkButton kind=ButtonKind::Plain href=href(place)>
                                    {t!("experiences-standing-open")}
                                </LinkButton>
                            }
                        })}
                </Notice>
            }
        })
    };
    view! {
        <Show when=move || is_fresh.get()>
            <Published held=held />
        </Show>
        {standing}
    }
}

/// For the author of what was published lately: that it can be read, its address for others, and what comes next.
#[component]
fn Published(held: Memo<Experience>) -> impl IntoView {
    let address = Signal::derive(move || {
        let slug = held.read().slug.clone().unwrap_or_default();
        format!("{}{}", origin(), Page::Experience(slug).path(lang()))
    });
    view! {
        <Achievement title=t!("experiences-achieved-title") text=t!("experiences-achieved-text")>
            <CopyButton text=address label=t!("experiences-copy-address") />
            <LinkButton kind=ButtonKind::Plain href=href(Page::WriteNew)>
                {t!("experiences-achieved-next")}
            </LinkButton>
        </Achievement>
    }
}
