use super::waiting::Waiting;
use crate::components::{Icon, IconKind, LinkButton};
use crate::pages::learn::mine::TitleOrNone;
use crate::pages::learn::module_link::{next_page, next_words};
use crate::pages::learn::rows::Learning;
use crate::pages::learn::words::words_of;
use crate::replica::use_replica;
use crate::router::{Page, href, href_of};
use crate::shell::RoleDoors;
use crate::{settings, t, text};
use leptos::prelude::*;
use shared::module_progress::carry_on;
use shared::records::{Experience, ModuleCard, ModuleDraft, Recovery, Report, Review, Section};
use shared::scope::Scope;

/// At most so many of one's own texts are listed here; all are in one's own place.
const MOST: usize = 3;

/// What waits for the person: decisions, returned texts, refused changes, drafts, and the module in hand.
#[component]
pub(super) fn WaitingList(learning: Learning) -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let waiting = Memo::new(move |_| {
        let identity = identity.read();
        let focal: Vec<Scope> = identity.roles.focal_point_of().map(Scope::Focal).collect();
        let submitted: Vec<Experience> = focal
            .iter()
            .flat_map(|scope| replica.list::<Experience>(*scope))
            .collect();
        let reviews: Vec<Review> = focal
            .iter()
            .flat_map(|scope| replica.list::<Review>(*scope))
            .collect();
        let own = replica.list::<Experience>(Scope::Person(identity.person));
        let newest = replica
            .list::<Recovery>(Scope::Person(identity.person))
            .into_iter()
            .max_by_key(|link| link.created)
            .filter(|link| settings::recall(settings::SEEN_RECOVERY) != Some(link.id.to_string()));
        let reports = replica.list::<Report>(Scope::Administration);
        let modules = replica.list::<ModuleDraft>(Scope::Trainers);
        Waiting {
            recovery: newest.map(|link| link.by_name),
            refused: replica.attention().len(),
            reports: reports
                .iter()
                .filter(|report| report.resolution.is_none())
                .count(),
            modules: modules
                .iter()
                .filter(|draft| draft.waits_for(identity.person))
                .count(),
            ..Waiting::of(&submitted, &reviews, &own)
        }
    });
    let in_hand = Memo::new(move |_| {
        let module =
            carry_on(&learning.module_progresses.read()).map(|module_progress| module_progress.module)?;
        learning.modules().into_iter().find(|(card, _)| card.id == module)
    });
    let is_quiet = Memo::new(move |_| waiting.read().is_empty() && in_hand.read().is_none());
    view! {
        <section class="wrap waiting" aria-labelledby="waiting-title">
            <h2 id="waiting-title">{t!("home-waiting-title")}</h2>
            <RoleDoors />
            <Show
                when=move || !is_quiet.get()
                fallback=|| view! { <p class="quiet">{t!("home-waiting-nothing")}</p> }
            >
                <ul class="row-list" role="list">
                    {move || waiting_lines(&waiting.read())}
                    {move || {
                        in_hand.get().map(|(card, module_progress)| {
                            let page = next_page(&card, &module_progress);
                            let card = StoredValue::new(card);
                            let words = move || {
                                card.with_value(|card: &ModuleCard| next_words(card, &module_progress)).unwrap_or_default()
                            };
                            view! {
                                <li class="row-list__item">
                                    <Icon kind=IconKind::Learn />
                                    <div class="row-list__main">
                                        <p class="row-list__title">{move || card.with_value(|card| words_of(&card.title))}</p>
                                        <p class="quiet small">{words}</p>
                                    </div>
                                    <div class="row-list__end">
                                        <LinkButton href=href(page) forward=true>
                                            {t!("home-action-continue")}
                                        </LinkButton>
                                    </div>
                                </li>
                            }
                        })
                    }}
                </ul>
            </Show>
        </section>
    }
}

fn waiting_lines(waiting: &Waiting) -> impl IntoView + use<> {
    let refused = waiting.refused;
    let recovery = waiting.recovery.clone();
    let to_validate = waiting.to_validate.len();
    let revisions = waiting.revisions;
    let reports = waiting.reports;
    let modules = waiting.modules;
    let returned = waiting.returned.iter().take(MOST).cloned().map(|experience| {
        view! {
            <TextLine
                experience=experience
                icon=IconKind::Attention
                about=t!("home-waiting-returned")
                action=t!("home-waiting-returned-action")
            />
        }
    });
    let drafts = waiting.drafts.iter().take(MOST).cloned().map(|experience| {
        view! {
            <TextLine
                experience=experience
                icon=IconKind::Edit
                about=t!("home-waiting-draft")
                action=t!("home-waiting-draft-action")
            />
        }
    });
    view! {
        {recovery
            .map(|by_name| {
                let maker = Signal::derive(move || {
                    if by_name.is_empty() { text!("account-recovery-operator") } else { by_name.clone() }
                });
                view! {
                    <CountLine
                        icon=IconKind::Attention
                        words=t!("home-waiting-recovery", name = maker.get())
                        action=t!("home-waiting-recovery-action")
                        page=Page::Account
                    />
                }
            })}
        {(refused > 0)
            .then(|| {
                view! {
                    <CountLine
                        icon=IconKind::Attention
                        words=t!("home-waiting-refused", count = refused)
                        action=t!("home-waiting-refused-action")
                        page=Page::Attention
                    />
                }
            })}
        {(to_validate > 0)
            .then(|| {
                view! {
                    <CountLine
                        icon=IconKind::Experiences
                        words=t!("home-waiting-validate", count = to_validate)
                        action=t!("home-waiting-validate-action")
                        page=Page::ValidationQueue
                    />
                }
            })}
        {(revisions > 0)
            .then(|| {
                view! {
                    <CountLine
                        icon=IconKind::Edit
                        words=t!("home-waiting-revisions", count = revisions)
                        action=t!("home-waiting-validate-action")
                        page=Page::ValidationQueue
                    />
                }
            })}
        {(reports > 0)
            .then(|| {
                view! {
                    <CountLine
                        icon=IconKind::Attention
                        words=t!("home-waiting-reports", count = reports)
                        action=t!("home-waiting-reports-action")
                        page=Page::Administration
                        query="show=reports"
                    />
                }
            })}
        {(modules > 0)
            .then(|| {
                view! {
                    <CountLine
                        icon=IconKind::Learn
                        words=t!("home-waiting-modules", count = modules)
                        action=t!("home-waiting-modules-action")
                        page=Page::Teach
                    />
                }
            })}
        {returned.collect_view()}
        {drafts.collect_view()}
    }
}

/// Several things of one kind, and where they are.
#[component]
fn CountLine(
    icon: IconKind,
    words: Signal<String>,
    action: Signal<String>,
    page: Page,
    /// Which part of the page, as its address says it.
    #[prop(optional)]
    query: &'static str,
) -> impl IntoView {
    let page = href(page);
    let to = move || {
        let question = if query.is_empty() { "" } else { "?" };
        format!("{}{question}{query}", page.get())
    };
    view! {
        <li class="row-list__item waiting__line">
            <Icon kind=icon />
            <div class="row-list__main">
                <p class="row-list__title">{words}</p>
            </div>
            <div class="row-list__end">
                <a class="button button--plain" href=to>
                    {action}
                </a>
            </div>
        </li>
    }
}

/// One text of the person's own.
#[component]
fn TextLine(
    experience: Experience,
    icon: IconKind,
    about: Signal<String>,
    action: Signal<String>,
) -> impl IntoView {
    let title = experience
        .content
        .texts
        .get(&Section::Title)
        .cloned()
        .unwrap_or_default();
    let id = experience.id;
    view! {
        <li class="row-list__item waiting__line">
            <Icon kind=icon />
            <div class="row-list__main">
                <p class="row-list__title">
                    <TitleOrNone title=title />
                </p>
                <p class="quiet small">{about}</p>
            </div>
            <div class="row-list__end">
                <a class="button button--plain" href=href_of(move || Page::Write(id))>
                    {action}
                </a>
            </div>
        </li>
    }
}
