use crate::components::{FilterGroup, FilterOption, FilterPanel};
use crate::i18n::key_of;
use crate::pages::experiences::filter::{Filter, Listed, toggle};
use crate::pages::experiences::words::{language_name, words_of};
use crate::replica::use_replica;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::lang::Lang;
use shared::records::Collectivity;
use shared::scope::Scope;
use shared::vocabulary::{CollectivityKind, ExperienceKind, Principle};
use std::str::FromStr;
use std::sync::Arc;

/// The groups of filters, each choice with the number of experiences it leaves.
#[component]
pub(super) fn Filters(
    /// The experiences.
    all: Memo<Arc<Vec<Listed>>>,
    /// What is on.
    filter: Memo<Filter>,
    /// Called with what shall be on.
    on_change: Callback<Filter>,
) -> impl IntoView {
    let change = move |edit: &dyn Fn(&mut Filter)| {
        let mut next = filter.get_untracked();
        edit(&mut next);
        on_change.run(next);
    };
    let principles = Memo::new(move |_| {
        options(&all.read(), &filter.read(), Principle::ALL, |filter, one| {
            let label = text!(key_of("principle", one.word()));
            (one.word().to_owned(), label, filter.only_principle(*one))
        })
    });
    let regions = Memo::new(move |_| {
        options(&all.read(), &filter.read(), &regions(), |filter, (code, name)| {
            (code.clone(), name.clone(), filter.only_region(code))
        })
    });
    let kinds = Memo::new(move |_| {
        options(&all.read(), &filter.read(), ExperienceKind::ALL, |filter, one| {
            let label = text!(key_of("experience-kind", one.word()));
            (one.word().to_owned(), label, filter.only_kind(*one))
        })
    });
    let languages = Memo::new(move |_| {
        options(&all.read(), &filter.read(), &Lang::ALL, |filter, one| {
            (
                one.code().to_owned(),
                language_name(*one),
                filter.only_language(*one),
            )
        })
    });
    let marked = Memo::new(move |_| {
        options(&all.read(), &filter.read(), &[()], |filter, ()| {
            (
                "yes".to_owned(),
                text!("experiences-filter-marked-only"),
                filter.only_marked(),
            )
        })
    });
    let summary = Signal::derive(move || match filter.read().len() {
        0 => text!("experiences-filters"),
        on => text!("experiences-filters-on", count = on),
    });
    let has_marked = Memo::new(move |_| !marked.read().is_empty());
    view! {
        <FilterPanel summary=summary>
            <Show when=move || has_marked.get()>
                <FilterGroup
                    name="marked"
                    legend=t!("experiences-filter-marked")
                    options=marked
                    chosen=Signal::derive(move || words(filter.read().marked.then_some("yes")))
                    on_toggle=move |_| change(&|filter| filter.marked = !filter.marked)
                />
            </Show>
            <FilterGroup
                name="principle"
                legend=t!("experiences-filter-principle")
                options=principles
                chosen=Signal::derive(move || words(filter.read().principles.iter().map(|one| one.word())))
                on_toggle=move |word: String| {
                    if let Some(one) = Principle::from_word(&word) {
                        change(&|filter| toggle(&mut filter.principles, one));
                    }
                }
            />
            <FilterGroup
                name="region"
                legend=t!("experiences-filter-region")
                options=regions
                chosen=Signal::derive(move || words(filter.read().regions.iter().map(String::as_str)))
                on_toggle=move |code: String| change(&|filter| toggle(&mut filter.regions, code.clone()))
            />
            <FilterGroup
                name="type"
                legend=t!("experiences-filter-type")
                options=kinds
                chosen=Signal::derive(move || words(filter.read().kinds.iter().map(|one| one.word())))
                on_toggle=move |word: String| {
                    if let Some(one) = ExperienceKind::from_word(&word) {
                        change(&|filter| toggle(&mut filter.kinds, one));
                    }
                }
            />
            <FilterGroup
                name="language"
                legend=t!("experiences-filter-language")
                options=languages
                chosen=Signal::derive(move || words(filter.read().languages.iter().map(|one| one.code())))
                on_toggle=move |word: String| {
                    if let Ok(one) = Lang::from_str(&word) {
                        change(&|filter| toggle(&mut filter.languages, one));
                    }
                }
            />
        </FilterPanel>
    }
}

/// The regions with their codes, in the order of the national list.
fn regions() -> Vec<(String, String)> {
    let mut regions: Vec<(String, String)> = use_replica()
        .list::<Collectivity>(Scope::Public)
        .into_iter()
        .filter(|one| one.kind == CollectivityKind::Region)
        .map(|one| (one.region, words_of(&one.name)))
        .collect();
    regions.sort();
    regions
}

fn words<'a>(chosen: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    chosen.into_iter().map(str::to_owned).collect()
}

/// The choices of a group that lead somewhere in this list, with what each leaves.
fn options<T>(
    listed: &[Listed],
    filter: &Filter,
    all: &[T],
    describe: impl Fn(&Filter, &T) -> (String, String, Filter),
) -> Vec<FilterOption> {
    all.iter()
        .filter_map(|one| {
            let (_, _, alone) = describe(&Filter::default(), one);
            let (value, label, beside) = describe(filter, one);
            (alone.count(listed) > 0 || beside == *filter).then(|| FilterOption {
                value,
                label,
                count: format::count(beside.count(listed)),
            })
        })
        .collect()
}
