mod feedback;
mod keeping;
mod matching;
mod ordering;
mod outcome;
mod question;
mod review;
mod score;
mod steps;

use super::absent::{Absent, AbsentPage};
use super::rows::use_learning;
use super::sitting::Sitting;
use super::standing::Standing;
use super::words::{Shown, shown, words_of};
use crate::components::{Breadcrumbs, Crumb};
use crate::i18n::{lang, localised};
use crate::ids;
use crate::replica::use_replica;
use crate::router::Page;
use crate::shell::{PageTitle, SharedComputer};
use crate::{t, text};
use keeping::Keeping;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use outcome::Outcome;
use shared::ids::AttemptId;
use shared::records::{ModuleCard, Quiz as QuizBody};
use shared::scope::Scope;
use steps::Steps;

/// The quiz of a module.
#[component]
pub(crate) fn Quiz() -> impl IntoView {
    let learning = use_learning();
    let replica = use_replica();
    let params = use_params_map();
    let module = Memo::new(move |_| params.with(|params| learning.at(params.get_str("module")?)));
    let card = Memo::new(move |_| module.get().map(|(card, _)| card));
    let standing = Memo::new(move |_| module.get().map(|(_, standing)| standing));
    let state = replica.want(move || card.read().as_ref().map(|card| Scope::Module(card.id)));
    let both = Memo::new(move |_| {
        let card = card.get()?;
        let quiz = replica.get::<QuizBody>(Scope::Module(card.id), card.id)?;
        (!quiz.questions.is_empty()).then_some((card, quiz))
    });
    let absent_state = Signal::derive(move || {
        if card.read().is_some() {
            state.get()
        } else {
            learning.state.get()
        }
    });
    let absent = move || {
        let slug = card.read().as_ref().map(|card| card.slug.clone());
        let what = if slug.is_some() {
            Absent::Quiz
        } else {
            Absent::Module
        };
        view! { <AbsentPage what=what state=absent_state module=slug /> }
    };
    view! {
        <div class="wrap">
            {move || match both.get() {
                Some((card, quiz)) => view! { <QuizPage card=card quiz=quiz standing=standing /> }.into_any(),
                None => absent().into_any(),
            }}
        </div>
    }
}

#[component]
fn QuizPage(card: ModuleCard, quiz: QuizBody, standing: Memo<Option<Standing>>) -> impl IntoView {
    let identity = use_replica().identity().get_untracked();
    let keeping = Keeping::of(identity.person, card.id);
    let begun = keeping
        .recall()
        .filter(|kept| kept.fits(&quiz))
        .unwrap_or_else(|| Sitting::begin(ids::fresh(AttemptId::new), &quiz));
    let sitting = RwSignal::new(begun);
    Effect::new(move |_| keeping.keep(&sitting.read()));
    let card = StoredValue::new(card);
    let quiz = StoredValue::new(quiz);
    let Shown { text: module, .. } = shown(card.with_value(|card| card.title.clone()));
    let again = Callback::new(move |()| {
        sitting.set(quiz.with_value(|quiz| Sitting::begin(ids::fresh(AttemptId::new), quiz)));
    });
    let is_handed_in = Memo::new(move |_| sitting.read().is_handed_in);
    view! {
        <PageTitle text=t!("learn-quiz-heading", module = module.get()) />
        <Breadcrumbs
            label=t!("learn-breadcrumbs")
            trail=Signal::derive(move || card.with_value(trail))
        />
        <SharedComputer />
        <div class="quiz">
            <Show
                when=move || is_handed_in.get()
                fallback=move || view! { <Steps card=card quiz=quiz sitting=sitting on_begin_again=again /> }
            >
                <Outcome card=card quiz=quiz sitting=sitting standing=standing on_again=again />
            </Show>
        </div>
    }
}

fn trail(card: &ModuleCard) -> Vec<Crumb> {
    vec![
        Crumb {
            href: Some(Page::Catalogue.path(lang())),
            text: text!("learn-title"),
            lang: None,
        },
        Crumb {
            href: Some(Page::Module(card.slug.clone()).path(lang())),
            text: words_of(&card.title),
            lang: localised(&card.title).map(|(lang, _)| lang),
        },
        Crumb {
            href: None,
            text: text!("learn-quiz-title"),
            lang: None,
        },
    ]
}
