//! What this device finds, in the form in which the server answers.

use super::found::Found;
use crate::replica::use_replica;
use shared::lang::{Lang, Translated};
use shared::records::{Collectivity, Experience, ExperienceCard, Lesson, ModuleCard};
use shared::scope::Scope;
use shared::search::{Question, terms};
use shared::wire::{FoundPlace, SearchAnswer, SearchHit};
use std::collections::HashMap;

/// How many of each kind are shown; the lists of each area show all.
const OF_A_KIND: usize = 12;

pub(super) fn answer(found: &[Found], question: &Question, lang: Lang, is_complete: bool) -> SearchAnswer {
    let mut of_kind = HashMap::new();
    let mut hits = Vec::new();
    for key in found {
        let shown = of_kind.entry(std::mem::discriminant(key)).or_insert(0);
        if *shown < OF_A_KIND {
            *shown += 1;
            hits.extend(look_up(*key, question, lang));
        }
    }
    SearchAnswer {
        hits,
        count: found.len(),
        is_complete,
        ..SearchAnswer::default()
    }
}

fn look_up(found: Found, question: &Question, lang: Lang) -> Option<SearchHit> {
    let replica = use_replica();
    let location = |one: &Collectivity| {
        let region = one.shares_name.then(|| replica.region(&one.region)).flatten();
        one.distinction(region.as_ref().map(|region| &region.name))
    };
    let hit = |place, title: &Translated, within: Option<&Translated>, texts: &[&Translated]| {
        SearchHit::new(question, lang, place, title, within, texts.iter().copied())
    };
    match found {
        Found::Experience(id) => {
            let card: ExperienceCard = replica.get(Scope::Public, id)?;
            let owner: Option<Collectivity> = replica.get(Scope::Public, card.collectivity);
            let lies_in = owner.as_ref().and_then(location);
            let owner = owner.as_ref().map(|owner| &owner.name);
            let place = FoundPlace::Experience { slug: card.slug };
            let found = replica.with_one(Scope::Experience(id), id, |text: Option<&Experience>| {
                let bodies = text.into_iter().flat_map(|text| text.content.texts.values());
                let texts: Vec<&Translated> = std::iter::once(&card.summary).chain(bodies).collect();
                hit(place, &card.title, owner, &texts)
            });
            Some(found?.lying_in(lies_in))
        }
        Found::Module(id) => {
            let card: ModuleCard = replica.get(Scope::Public, id)?;
            hit(
                FoundPlace::Module { slug: card.slug },
                &card.title,
                None,
                &[&card.summary],
            )
        }
        Found::Lesson(module, id) => {
            let card: ModuleCard = replica.get(Scope::Public, module)?;
            let (_, head) = card.lesson(id)?;
            let place = FoundPlace::Lesson {
                module: card.slug.clone(),
                slug: head.slug.clone(),
            };
            replica.with_one(Scope::Module(module), id, |lesson: Option<&Lesson>| {
                hit(place, &head.title, Some(&card.title), &[&lesson?.text])
            })
        }
        Found::Collectivity(id) => {
            let one: Collectivity = replica.get(Scope::Public, id)?;
            let lies_in = location(&one);
            let found = hit(FoundPlace::Collectivity { slug: one.slug }, &one.name, None, &[]);
            Some(found?.lying_in(lies_in))
        }
        Found::Term(term) => {
            let (key, names) = terms().find(|(key, _)| *key == term)?;
            hit(FoundPlace::Term { key: key.to_owned() }, &names, None, &[&names])
        }
    }
}
