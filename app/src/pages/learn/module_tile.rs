use super::words::{Shown, module_languages, shown};
use crate::components::{Card, Icon, IconKind, LanguageBadges, PrincipleTag, Progress, Tag, TagKind};
use crate::i18n::key_of;
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::module_progress::{ModuleProgress, Stage};
use shared::records::ModuleCard;
use shared::vocabulary::Principle;

/// How many principles a card names before it says "all".
const MOST_TAGS: usize = 3;

/// A module in a grid: what it is about, how long it takes, how far one is.
#[component]
pub(crate) fn ModuleTile(
    /// The module.
    card: ModuleCard,
    /// How far the person is in it.
    module_progress: ModuleProgress,
) -> impl IntoView {
    let Shown { text: title, lang } = shown(card.title.clone());
    let Shown {
        text: summary,
        lang: summary_lang,
    } = shown(card.summary.clone());
    let principles = card.principles.clone();
    let minutes = card.minutes;
    let address = href(Page::Module(card.slug.clone()));
    let badges = Signal::derive(move || module_languages(&card));
    view! {
        <Card
            title=title
            title_lang=lang
            href=address
            kicker=move || principle_tags(&principles)
            foot=move || {
                view! {
                    <span class="nowrap">
                        <Icon kind=IconKind::Clock />
                        {move || format::minutes(minutes)}
                    </span>
                    <LanguageBadges badges=badges />
                }
            }
        >
            <p class="card__text" lang=move || summary_lang.get().code() dir=move || summary_lang.get().dir()>
                {summary}
            </p>
            <ProgressLine module_progress=module_progress />
        </Card>
    }
}

/// The principles of a module; one that serves all five says so in one word.
fn principle_tags(principles: &[Principle]) -> impl IntoView + use<> {
    if principles.len() > MOST_TAGS && principles.len() == Principle::ALL.len() {
        return view! { <Tag kind=TagKind::Accent>{t!("learn-all-principles")}</Tag> }.into_any();
    }
    principles
        .iter()
        .copied()
        .map(|principle| {
            view! { <PrincipleTag principle=principle label=t!(key_of("principle", principle.word())) /> }
        })
        .collect_view()
        .into_any()
}

/// How far one is, in words and as a bar; nothing for a module that was not opened.
#[component]
pub(crate) fn ProgressLine(
    /// How far.
    module_progress: ModuleProgress,
) -> impl IntoView {
    let stage = module_progress.stage();
    let (done, all) = module_progress.steps();
    (stage != Stage::NotStarted).then(|| {
        let label = Signal::derive(move || {
            if stage == Stage::Completed {
                text!("learn-card-completed")
            } else {
                text!("learn-card-steps", done = done, all = all)
            }
        });
        let (value, max) = if stage == Stage::Completed {
            (1, 1)
        } else {
            (
                u32::try_from(done).unwrap_or(u32::MAX),
                u32::try_from(all).unwrap_or(u32::MAX),
            )
        };
        view! { <Progress label=label value=Signal::stored(value) max=Signal::stored(max) /> }
    })
}
