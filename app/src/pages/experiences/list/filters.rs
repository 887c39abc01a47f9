use super::address::Address;
use crate::components::{FilterGroup, FilterOption, FilterPanel};
use crate::i18n::key_of;
use crate::pages::experiences::filter::{Counts, Facets, Filter, Listed, toggle};
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
    /// What is on, and where it is changed.
    address: Address,
) -> impl IntoView {
    let filter = address.filter;
    let change = move |edit: &dyn Fn(&mut Filter)| address.edit_filter(edit);
    let wanted = Memo::new(move |_| filter.read().facets());
    // What a choice leaves by itself decides whether it is offered: that changes with the experiences alone.
    let alone = Memo::new(move |_| count(&all.read(), Facets::default()));
    let beside = Memo::new(move |_| count(&all.read(), wanted.get()));
    let options = move |choices: Memo<Vec<Choice>>| {
        Memo::new(move |_| options(&choices.read(), wanted.get(), &alone.read(), &beside.read()))
    };
    let principles = options(Memo::new(|_| {
        choices(Principle::ALL, |one| Choice {
            value: one.word().to_owned(),
            label: text!(key_of("principle", one.word())),
            facets: Facets::principle(*one),
        })
    }));
    let regions = options(Memo::new(|_| regions()));
    let kinds = options(Memo::new(|_| {
        choices(ExperienceKind::ALL, |one| Choice {
            value: one.word().to_owned(),
            label: text!(key_of("experience-kind", one.word())),
            facets: Facets::kind(*one),
        })
    }));
    let languages = options(Memo::new(|_| {
        choices(&Lang::ALL, |one| Choice {
            value: one.code().to_owned(),
            label: language_name(*one),
            facets: Facets::language(*one),
        })
    }));
    let marked = options(Memo::new(|_| {
        vec![Choice {
            value: "yes".to_owned(),
            label: text!("experiences-filter-marked-only"),
            facets: Facets::marked(true),
        }]
    }));
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

/// One box to tick.
#[derive(Clone, Debug, PartialEq)]
struct Choice {
    value: String,
    label: String,
    facets: Facets,
}

fn choices<T>(all: &[T], describe: impl Fn(&T) -> Choice) -> Vec<Choice> {
    all.iter().map(describe).collect()
}

/// The regions by their codes, in the order of the national list.
fn regions() -> Vec<Choice> {
    let mut regions: Vec<Choice> = use_replica().with_list(Scope::Public, |all| {
        all.filter(|one: &&Collectivity| one.kind == CollectivityKind::Region)
            .map(|one| Choice {
                value: one.region.clone(),
                label: words_of(&one.name),
                facets: Facets::region(&one.region),
            })
            .collect()
    });
    regions.sort_by(|a, b| (&a.value, &a.label).cmp(&(&b.value, &b.label)));
    regions
}

fn words<'a>(chosen: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    chosen.into_iter().map(str::to_owned).collect()
}

fn count(all: &[Listed], wanted: Facets) -> Counts {
    Counts::of(wanted, all.iter().map(|listed| listed.facets))
}

/// The choices of a group that lead somewhere in this list, with what each leaves; one that is on by itself too, so
/// that it can be taken back.
fn options(choices: &[Choice], wanted: Facets, alone: &Counts, beside: &Counts) -> Vec<FilterOption> {
    choices
        .iter()
        .filter(|choice| alone.left_by(choice.facets) > 0 || wanted.only(choice.facets) == wanted)
        .map(|choice| FilterOption {
            value: choice.value.clone(),
            label: choice.label.clone(),
            count: format::count(beside.left_by(choice.facets)),
        })
        .collect()
}
