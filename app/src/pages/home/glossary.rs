mod terms;

use crate::components::{EmptyState, InputKind, PageHeader, TextField};
use crate::i18n::lang;
use crate::shell::PageTitle;
use crate::{format, t};
use leptos::prelude::*;
use shared::folder::Term;
use shared::lang::Lang;
use shared::search::normalise;
pub(crate) use terms::terms;

/// The words of the network in the three languages, each with a page where it can be read.
#[component]
pub(crate) fn Glossary() -> impl IntoView {
    let title = t!("glossary-title");
    let sought = RwSignal::new(String::new());
    let all = StoredValue::new(terms());
    let found = Memo::new(move |_| {
        let sought = normalise(sought.read().trim());
        let first = lang();
        let mut found: Vec<Term> = all.with_value(|all| {
            all.iter()
                .filter(|term| {
                    Lang::ALL
                        .into_iter()
                        .any(|lang| normalise(word_in(term, lang)).contains(&sought))
                })
                .cloned()
                .collect()
        });
        found.sort_by(|a, b| format::compare(word_in(a, first), word_in(b, first)));
        found
    });
    let has_any = Memo::new(move |_| !found.read().is_empty());
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("glossary-lead") />
            <TextField
                id="glossary-search"
                label=t!("glossary-search")
                kind=InputKind::Search
                value=sought
                on_input=move |words| sought.set(words)
            />
            <p class="quiet" role="status">
                {t!("glossary-found", count = found.read().len())}
            </p>
            <Show
                when=move || has_any.get()
                fallback=|| {
                    view! { <EmptyState title=t!("glossary-none-title") text=t!("glossary-none-text") /> }
                }
            >
                <dl class="glossary">{move || found.get().into_iter().map(term_view).collect_view()}</dl>
            </Show>
        </div>
    }
}

/// The preferred form of a term; every term of the network has one in each language.
fn word_in(term: &Term, lang: Lang) -> &str {
    term.text.get(lang).unwrap_or_default()
}

fn term_view(term: Term) -> impl IntoView {
    let first = lang();
    let others = Lang::ALL
        .into_iter()
        .filter(|lang| *lang != first)
        .map(|lang| view! { <dd lang=lang.code() dir=lang.dir()>{word_in(&term, lang).to_owned()}</dd> })
        .collect_view();
    view! {
        <div class="glossary__term">
            <dt lang=first.code() dir=first.dir()>
                {word_in(&term, first).to_owned()}
            </dt>
            {others}
            <dd class="glossary__source">
                <a href=term.source.clone().unwrap_or_default() rel="external noreferrer">
                    {t!("glossary-source")}
                    <span class="visually-hidden">": " {word_in(&term, first).to_owned()}</span>
                </a>
            </dd>
        </div>
    }
}
