mod contents;
mod facts;
mod keep;
mod next_step;
mod sources;

use super::absent::{Absent, AbsentPage};
use super::editions::EditionNotice;
use super::rows::use_learning;
use super::words::{Shown, module_trail, shown_of, words_of};
use crate::components::{Breadcrumbs, Notice, PageHeader, PrincipleTag};
use crate::i18n::{key_of, localised};
use crate::replica::use_replica;
use crate::router::Page;
use crate::shell::PageTitle;
use crate::t;
use contents::Contents;
use facts::ModuleFacts;
use keep::KeepOffline;
use leptos::prelude::*;
use next_step::NextStepBox;
pub(crate) use next_step::{AwaitCertificate, SignInOrAsk};
use shared::module_progress::ModuleProgress;
use shared::records::{Module as ModuleBody, ModuleCard};
use shared::scope::Scope;
use sources::Sources;

/// One module: what one learns, what it holds, how far one is and the one thing to do next.
#[component]
pub(crate) fn Module() -> impl IntoView {
    let learning = use_learning();
    let replica = use_replica();
    let found = learning.of_address();
    let card = Memo::new(move |_| found.get().map(|(card, _)| card));
    let module_progress = Memo::new(move |_| found.get().map(|(_, module_progress)| module_progress));
    let scope = move || card.read().as_ref().map(|card| Scope::Module(card.id));
    let _pulled = replica.want(scope);
    let body = Memo::new(move |_| {
        let id = card.read().as_ref().map(|card| card.id)?;
        replica.get::<ModuleBody>(Scope::Module(id), id)
    });
    let Shown { text: title, .. } = shown_of(Signal::derive(move || {
        card.read()
            .as_ref()
            .map(|card| card.title.clone())
            .unwrap_or_default()
    }));
    view! {
        <PageTitle text=title />
        <div class="wrap">
            {move || match card.get() {
                Some(card) => view! { <ModulePage card=card module_progress=module_progress body=body /> }.into_any(),
                None => view! { <AbsentPage what=Absent::Module state=learning.state module=None /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn ModulePage(
    card: ModuleCard,
    module_progress: Memo<Option<ModuleProgress>>,
    body: Memo<Option<ModuleBody>>,
) -> impl IntoView {
    let card = StoredValue::new(card);
    let Shown { text: title, lang } =
        shown_of(Signal::derive(move || card.with_value(|card| card.title.clone())));
    let Shown {
        text: summary,
        lang: summary_lang,
    } = shown_of(Signal::derive(move || {
        card.with_value(|card| card.summary.clone())
    }));
    let tags = move || {
        card.with_value(|card| card.principles.clone())
            .into_iter()
            .map(|principle| {
                let list = Signal::derive(move || {
                    format!(
                        "{}?principle={}",
                        Page::Catalogue.path(crate::i18n::lang()),
                        principle.word()
                    )
                });
                view! {
                    <PrincipleTag
                        principle=principle
                        label=t!(key_of("principle", principle.word()))
                        href=list
                    />
                }
            })
            .collect_view()
    };
    view! {
        <Breadcrumbs label=t!("learn-breadcrumbs") trail=Signal::derive(move || card.with_value(|card| module_trail(card, None))) />
        <PageHeader title=title title_lang=lang lead=summary lead_lang=summary_lang kicker=tags />
        // Before the facts: the one thing to do is on the first screen of a phone.
        <NextStepBox card=card module_progress=module_progress />
        {card.with_value(|card| card.archived)
            .then(|| view! { <Notice slim=true><p>{t!("learn-module-archived")}</p></Notice> })}
        <EditionNotice card=card />
        <div class="report">
            <ModuleFacts card=card body=body />
            <article class="stack module">
                <KeepOffline module=card.with_value(|card| card.id) />
                <Objectives body=body />
                <Contents card=card module_progress=module_progress />
                <Sources body=body />
            </article>
        </div>
    }
}

/// What the learner can do afterwards.
#[component]
fn Objectives(body: Memo<Option<ModuleBody>>) -> impl IntoView {
    let has_any = Memo::new(move |_| {
        body.read()
            .as_ref()
            .is_some_and(|body| !body.objectives.is_empty())
    });
    let items = move || {
        body.get().map(|body| {
            body.objectives
                .iter()
                .map(|objective| {
                    let (shown, dir) = localised(objective)
                        .map(|(lang, _)| (lang.code(), lang.dir()))
                        .unzip();
                    view! {
                        <li lang=shown dir=dir>
                            {words_of(objective)}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <Show when=move || has_any.get()>
            <section class="module__part">
                <h2>{t!("learn-module-objectives")}</h2>
                <ul class="module__objectives">{items}</ul>
            </section>
        </Show>
    }
}
