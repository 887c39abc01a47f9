use super::decide::Decide;
use super::sections::Sections;
use crate::components::{
    Breadcrumbs, Button, ButtonKind, Crumb, FactsBox, FactsList, Failure, Notice, NoticeKind, PageHeader,
    Skeleton,
};
use crate::i18n::{PersonName, lang, lang_untracked};
use crate::pages::experiences::facts::FactsOf;
use crate::pages::experiences::outcome::tell_at;
use crate::pages::experiences::report_text::Sources;
use crate::pages::experiences::words::{Shown, shown};
use crate::replica::{ScopeState, use_replica};
use crate::router::Page;
use crate::{format, t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::correction::has_same_facts;
use shared::ids::ExperienceId;
use shared::mutation::SeeCorrections;
use shared::records::{Experience, Review, Section, Touch};
use shared::scope::Scope;

/// A published text as it would be, beside what a focal point last saw of it.
#[derive(Clone, Debug, PartialEq)]
struct Compared {
    /// The text as proposed, with `previous` as last seen; the revision is that of the published one.
    whole: Experience,
    /// The proposal to decide on; without one, small corrections that are public already.
    proposal: Option<u32>,
    last: Touch,
}

impl Compared {
    fn of(published: Experience, review: &Review) -> Option<Self> {
        let content = match review.waiting() {
            Some(_) => review.proposed(&published.content),
            None => published.content.clone(),
        };
        Some(Self {
            proposal: review.waiting().map(|proposal| proposal.number),
            last: review.last_touch()?.clone(),
            whole: Experience {
                previous: Some(Box::new(review.last_seen(&published.content).clone())),
                content,
                ..published
            },
        })
    }

    /// The facts and sources as last seen, where they differ.
    fn earlier_facts(&self) -> Option<Experience> {
        let previous = self.whole.previous.as_deref()?;
        (!has_same_facts(previous, &self.whole.content)).then(|| Experience {
            content: previous.clone(),
            ..self.whole.clone()
        })
    }
}

/// What an author changed, or wants to change, in a published text.
#[component]
pub(super) fn Revised(
    /// Which experience.
    id: Memo<Option<ExperienceId>>,
    /// What asks for this focal point.
    reviews: Memo<Vec<Review>>,
) -> impl IntoView {
    let replica = use_replica();
    let state = replica.want(move || id.get().map(Scope::Experience));
    let latest = Memo::new(move |_| {
        let id = id.get()?;
        let published = replica.get::<Experience>(Scope::Experience(id), id)?;
        let reviews = reviews.read();
        let review = reviews.iter().find(|review| review.experience == id)?;
        Compared::of(published, review)
    });
    let is_here = Memo::new(move |_| latest.read().is_some());
    move || {
        if is_here.get() {
            latest
                .get_untracked()
                .map(|first| view! { <Comparison first=first latest=latest /> })
                .into_any()
        } else if state.get() == ScopeState::Offline {
            view! {
                <Notice kind=NoticeKind::Attention title=t!("experiences-offline-title")>
                    <p>{t!("experiences-one-offline")}</p>
                </Notice>
            }
            .into_any()
        } else {
            view! { <Skeleton label=t!("experiences-one-loading") lines=8 /> }.into_any()
        }
    }
}

/// The comparison as it was opened; what comes in meanwhile is told, never slipped under the reader.
#[component]
fn Comparison(first: Compared, latest: Memo<Option<Compared>>) -> impl IntoView {
    let read = RwSignal::new(first);
    let is_stale = Memo::new(move |_| {
        let (read, latest) = (read.read(), latest.read());
        latest.as_ref().is_some_and(|latest| {
            (latest.whole.revision, latest.proposal) != (read.whole.revision, read.proposal)
        })
    });
    let take_latest = move |()| {
        if let Some(latest) = latest.get_untracked() {
            read.set(latest);
        }
    };
    let trail = Signal::derive(move || {
        vec![Crumb {
            href: Some(Page::ValidationQueue.path(lang())),
            text: text!("experiences-validation-title"),
            lang: None,
        }]
    });
    view! {
        <Breadcrumbs label=t!("experiences-breadcrumbs") trail=trail />
        <Show when=move || is_stale.get()>
            <Notice kind=NoticeKind::Attention title=t!("experiences-stale-title") live=true>
                <p>{t!("experiences-stale-text")}</p>
                <Button kind=ButtonKind::Plain on_press=take_latest>
                    {t!("experiences-stale-action")}
                </Button>
            </Notice>
        </Show>
        // Another version is another reading: nothing of the one before stays.
        {move || view! { <AsRead compared=read.get() is_stale=is_stale /> }}
    }
}

#[component]
fn AsRead(compared: Compared, is_stale: Memo<bool>) -> impl IntoView {
    let earlier = compared.earlier_facts().map(Signal::stored);
    let Compared {
        whole,
        proposal,
        last,
    } = compared;
    let Shown {
        text: title,
        lang: title_lang,
    } = shown(Signal::stored(
        whole
            .content
            .texts
            .get(&Section::Title)
            .cloned()
            .unwrap_or_default(),
    ));
    let read = RwSignal::new(whole);
    let Touch { by, at } = last;
    let kind = if proposal.is_some() {
        (t!("experiences-revised-title"), t!("experiences-revised-text"))
    } else {
        (
            t!("experiences-corrected-title"),
            t!("experiences-corrected-text"),
        )
    };
    view! {
        <PageHeader
            title=title
            title_lang=title_lang
            kicker=move || {
                let name = by.name.clone();
                view! {
                    <span>
                        <PersonName name=name /> " · " {move || format::moment(at)}
                    </span>
                }
            }
        />
        <Notice title=kind.0>
            <p>{kind.1}</p>
        </Notice>
        <div class="report">
            <FactsBox label=t!("experiences-facts")>
                <FactsOf held=read />
            </FactsBox>
            <article>
                <Sections read=read />
                <Sources held=read />
                {earlier.map(|earlier| view! { <FactsBefore held=earlier /> })}
                {match proposal {
                    Some(proposal) => view! { <Decide read=read is_stale=is_stale proposal=proposal /> }.into_any(),
                    None => view! { <Seen read=read is_stale=is_stale /> }.into_any(),
                }}
            </article>
        </div>
    }
}

/// Facts and sources as a focal point last saw them.
#[component]
fn FactsBefore(held: Signal<Experience>) -> impl IntoView {
    let sources = move || {
        let sources = held.read().content.sources.clone();
        sources
            .into_iter()
            .map(|source| {
                view! {
                    <li>
                        <bdi>{source.title}</bdi> " " <bdi>{source.url}</bdi>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section aria-labelledby="facts-before">
            <h2 id="facts-before">{t!("experiences-facts-before")}</h2>
            <FactsList>
                <FactsOf held=held />
            </FactsList>
            <ul>{sources}</ul>
        </section>
    }
}

/// Says that the corrections were looked at.
#[component]
fn Seen(read: RwSignal<Experience>, is_stale: Memo<bool>) -> impl IntoView {
    let replica = use_replica();
    let failure = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let navigate = use_navigate();
    let see = move |()| {
        let (experience, revision) = read.with_untracked(|read| (read.id, read.revision));
        is_busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match replica.mutate(SeeCorrections { experience, revision }).await {
                Ok(_) => {
                    let path = Page::ValidationQueue.path(lang_untracked());
                    tell_at(&path, text!("experiences-corrected-seen"));
                    navigate(&path, NavigateOptions::default());
                }
                Err(not_saved) => {
                    failure.try_set(Some(not_saved.words()));
                }
            }
            is_busy.try_set(false);
        });
    };
    view! {
        <Failure words=failure />
        <p class="report__actions">
            <Button busy=is_busy disabled=is_stale on_press=see>
                {t!("experiences-corrected-see")}
            </Button>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{CollectivityId, PersonId};
    use shared::lang::{Lang, Translated};
    use shared::records::{Author, Change, Correction, ExperienceContent, Proposal};
    use shared::time::Timestamp;
    use shared::vocabulary::ExperienceState;

    fn content(problem: &str) -> ExperienceContent {
        let mut content = ExperienceContent::default();
        content
            .texts
            .insert(Section::Problem, Translated::only(Lang::Fr, problem));
        content
    }

    fn published(problem: &str) -> Experience {
        Experience {
            id: ExperienceId::from_name("e"),
            slug: None,
            collectivity: CollectivityId::from_name("c"),
            author: None,
            state: ExperienceState::Published,
            revision: 4,
            content: content(problem),
            previous: None,
            created: Timestamp(0),
            updated: Timestamp(0),
            submitted: None,
            published: Some(Timestamp(0)),
            decision: None,
            versions: Vec::new(),
            writers: Vec::new(),
            library_dates: None,
        }
    }

    fn touch(at: i64) -> Touch {
        Touch {
            by: Author {
                person: PersonId::from_name("p"),
                name: "أمينة".into(),
                collectivity: None,
            },
            at: Timestamp(at),
        }
    }

    #[test]
    fn a_proposal_is_compared_with_what_was_last_seen_corrections_included() {
        let mut review = Review::of(ExperienceId::from_name("e"));
        assert_eq!(Compared::of(published("corrected"), &review), None);
        review.correction = Some(Correction {
            before: content("corected"),
            last: touch(1),
        });
        let corrected = Compared::of(published("corrected"), &review).unwrap();
        assert_eq!((corrected.proposal, &corrected.last), (None, &touch(1)));
        assert_eq!(corrected.whole.content, content("corrected"));
        assert_eq!(corrected.whole.previous.as_deref(), Some(&content("corected")));

        review.proposal = Some(Proposal {
            number: 7,
            changes: vec![Change::Budget { value: Some(5) }],
            last: touch(2),
            returned: None,
        });
        let both = Compared::of(published("corrected"), &review).unwrap();
        assert_eq!((both.proposal, both.whole.revision), (Some(7), 4));
        assert_eq!(both.whole.content.budget_mad, Some(5));
        assert_eq!(both.whole.previous.as_deref(), Some(&content("corected")));
        assert_eq!(both.earlier_facts().unwrap().content.budget_mad, None);
        assert_eq!(corrected.earlier_facts(), None);
    }
}
