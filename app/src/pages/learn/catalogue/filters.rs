use crate::components::{FilterGroup, FilterOption, FilterPanel};
use crate::i18n::key_of;
use crate::pages::learn::filter::{Filter, toggle};
use crate::pages::learn::rows::Learning;
use crate::pages::learn::words::{language_name, stage_words};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::lang::Lang;
use shared::module_progress::Stage;
use shared::records::ModuleCard;
use shared::vocabulary::{Audience, Principle};
use std::str::FromStr;

/// The four groups of filters, each choice with the number of modules it leaves.
#[component]
pub(super) fn Filters(
    /// The modules.
    learning: Learning,
    /// What is on.
    filter: Memo<Filter>,
    /// Called with what shall be on.
    on_change: Callback<Filter>,
) -> impl IntoView {
    let modules = Memo::new(move |_| staged(learning));
    let change = move |edit: &dyn Fn(&mut Filter)| {
        let mut next = filter.get_untracked();
        edit(&mut next);
        on_change.run(next);
    };
    let principles = Memo::new(move |_| {
        options(
            &modules.read(),
            &filter.read(),
            Principle::ALL,
            |filter, principle| {
                (
                    principle.word(),
                    text!(key_of("principle", principle.word())),
                    filter.only_principle(principle),
                )
            },
        )
    });
    let audiences = Memo::new(move |_| {
        options(
            &modules.read(),
            &filter.read(),
            Audience::ALL,
            |filter, audience| {
                (
                    audience.word(),
                    text!(key_of("audience", audience.word())),
                    filter.only_audience(audience),
                )
            },
        )
    });
    let languages = Memo::new(move |_| {
        options(&modules.read(), &filter.read(), &Lang::ALL, |filter, lang| {
            (lang.code(), language_name(lang), filter.only_language(lang))
        })
    });
    let stages = Memo::new(move |_| {
        options(&modules.read(), &filter.read(), &Stage::ALL, |filter, stage| {
            (stage.word(), stage_words(stage), filter.only_stage(stage))
        })
    });
    view! {
        <FilterPanel summary=t!("learn-filters")>
            <FilterGroup
                name="principle"
                legend=t!("learn-filter-principle")
                options=principles
                chosen=Signal::derive(move || words(filter.read().principles.iter().map(|one| one.word())))
                on_toggle=move |word: String| {
                    if let Some(principle) = Principle::from_word(&word) {
                        change(&|filter| toggle(&mut filter.principles, principle));
                    }
                }
            />
            <FilterGroup
                name="audience"
                legend=t!("learn-filter-audience")
                options=audiences
                chosen=Signal::derive(move || words(filter.read().audiences.iter().map(|one| one.word())))
                on_toggle=move |word: String| {
                    if let Some(audience) = Audience::from_word(&word) {
                        change(&|filter| toggle(&mut filter.audiences, audience));
                    }
                }
            />
            <FilterGroup
                name="language"
                legend=t!("learn-filter-language")
                options=languages
                chosen=Signal::derive(move || words(filter.read().languages.iter().map(|one| one.code())))
                on_toggle=move |word: String| {
                    if let Ok(lang) = Lang::from_str(&word) {
                        change(&|filter| toggle(&mut filter.languages, lang));
                    }
                }
            />
            <FilterGroup
                name="progress"
                legend=t!("learn-filter-stage")
                options=stages
                chosen=Signal::derive(move || words(filter.read().stages.iter().map(|one| one.word())))
                on_toggle=move |word: String| {
                    if let Some(stage) = Stage::from_word(&word) {
                        change(&|filter| toggle(&mut filter.stages, stage));
                    }
                }
            />
        </FilterPanel>
    }
}

fn words(chosen: impl Iterator<Item = &'static str>) -> Vec<String> {
    chosen.map(str::to_owned).collect()
}

/// The choices of a group that lead somewhere in this catalogue, with what each leaves.
fn options<T: Copy>(
    modules: &[(ModuleCard, Stage)],
    filter: &Filter,
    all: &[T],
    describe: impl Fn(&Filter, T) -> (&'static str, String, Filter),
) -> Vec<FilterOption> {
    all.iter()
        .filter_map(|one| {
            let (_, _, alone) = describe(&Filter::default(), *one);
            let (value, label, beside) = describe(filter, *one);
            (alone.count(modules) > 0 || beside == *filter).then(|| FilterOption {
                value: value.to_owned(),
                label,
                count: format::count(beside.count(modules)),
            })
        })
        .collect()
}

/// The modules with their stage, for counting.
fn staged(learning: Learning) -> Vec<(ModuleCard, Stage)> {
    learning
        .modules()
        .into_iter()
        .map(|(card, module_progress)| (card, module_progress.stage()))
        .collect()
}
