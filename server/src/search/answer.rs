//! From what the index finds to what a reader is shown, looked up in the store as it is now.

use super::corpus::{Corpus, Found};
use crate::authority;
use crate::row_store;
use crate::store::{ReadTxn, StoreError};
use shared::lang::{Lang, Translated};
use shared::records::{
    Collectivity, Experience, ExperienceCard, Identity, Lesson, Location, ModuleCard, Section,
};
use shared::scope::Scope;
use shared::search::{Hit, Question, terms};
use shared::wire::{FoundPlace, SearchAnswer, SearchHit};
use std::collections::HashMap;
use std::mem::Discriminant;

/// How many of each kind are shown; the lists of each area show all.
const OF_A_KIND: usize = 12;

/// How many experiences the list of experiences is told of: what a reader looks through, in a small answer.
const EXPERIENCES: usize = 300;

pub(super) fn answer(
    corpus: &Corpus,
    txn: &dyn ReadTxn,
    question: &Question,
    lang: Lang,
) -> Result<SearchAnswer, StoreError> {
    let found = corpus.index.answer(question, usize::MAX);
    let mut of_kind: HashMap<Discriminant<Found>, usize> = HashMap::new();
    let mut answer = SearchAnswer {
        count: found.len(),
        is_complete: corpus.is_complete(),
        ..SearchAnswer::default()
    };
    let reader = Reader {
        corpus,
        txn,
        question,
        lang,
    };
    for Hit { key, .. } in found {
        if let Found::Experience(id) = key
            && answer.experiences.len() < EXPERIENCES
        {
            answer.experiences.push(id);
        }
        let shown = of_kind.entry(std::mem::discriminant(&key)).or_default();
        if *shown >= OF_A_KIND {
            continue;
        }
        match reader.look_up(key) {
            Ok(Some(hit)) => {
                *shown += 1;
                answer.hits.push(hit);
            }
            Ok(None) => answer.count -= 1,
            // The others are shown all the same.
            Err(error) => {
                answer.count -= 1;
                tracing::error!(search.found = ?key, %error, "what was found cannot be read");
            }
        }
    }
    Ok(answer)
}

struct Reader<'a> {
    corpus: &'a Corpus,
    txn: &'a dyn ReadTxn,
    question: &'a Question,
    lang: Lang,
}

impl Reader<'_> {
    /// What is shown of one; `None` where it is not public any more.
    fn look_up(&self, found: Found) -> Result<Option<SearchHit>, StoreError> {
        Ok(match found {
            Found::Experience(id) => {
                let scope = Scope::Experience(id);
                if !authority::may_read(self.txn, &Identity::visitor(), scope)? {
                    return Ok(None);
                }
                let Some(card) = row_store::find::<ExperienceCard>(self.txn, Scope::Public, id)? else {
                    return Ok(None);
                };
                let Some(text) = row_store::find::<Experience>(self.txn, scope, id)? else {
                    return Ok(None);
                };
                let owner = row_store::find::<Collectivity>(self.txn, Scope::Public, card.collectivity)?;
                let bodies = Section::ALL
                    .into_iter()
                    .filter(|section| *section != Section::Title)
                    .filter_map(|section| text.content.texts.get(&section));
                let place = FoundPlace::Experience { slug: card.slug };
                let lies_in = owner.as_ref().and_then(|owner| self.location(owner));
                self.hit(
                    place,
                    &card.title,
                    owner.as_ref().map(|owner| &owner.name),
                    bodies,
                )
                .map(|hit| hit.lying_in(lies_in))
            }
            Found::Module(id) => {
                let Some(card) = row_store::find::<ModuleCard>(self.txn, Scope::Public, id)? else {
                    return Ok(None);
                };
                let place = FoundPlace::Module { slug: card.slug };
                self.hit(place, &card.title, None, std::iter::once(&card.summary))
            }
            Found::Lesson(id, lesson) => {
                let Some(card) = row_store::find::<ModuleCard>(self.txn, Scope::Public, id)? else {
                    return Ok(None);
                };
                let Some((_, head)) = card.lesson(lesson) else {
                    return Ok(None);
                };
                let Some(text) = row_store::find::<Lesson>(self.txn, Scope::Module(id), lesson)? else {
                    return Ok(None);
                };
                let place = FoundPlace::Lesson {
                    module: card.slug.clone(),
                    slug: head.slug.clone(),
                };
                self.hit(place, &head.title, Some(&card.title), std::iter::once(&text.text))
            }
            Found::Collectivity(id) => {
                let Some(one) = row_store::find::<Collectivity>(self.txn, Scope::Public, id)? else {
                    return Ok(None);
                };
                let lies_in = self.location(&one);
                self.hit(
                    FoundPlace::Collectivity { slug: one.slug },
                    &one.name,
                    None,
                    std::iter::empty(),
                )
                .map(|hit| hit.lying_in(lies_in))
            }
            Found::Term(key) => {
                let Some((_, names)) = terms().find(|(term, _)| *term == key) else {
                    return Ok(None);
                };
                // Its forms in the other languages are what one looks for.
                self.hit(
                    FoundPlace::Term { key: key.to_owned() },
                    &names,
                    None,
                    std::iter::once(&names),
                )
            }
        })
    }

    fn location(&self, one: &Collectivity) -> Option<Location> {
        one.distinction(self.corpus.region(&one.region))
    }

    fn hit<'t>(
        &self,
        place: FoundPlace,
        title: &Translated,
        within: Option<&Translated>,
        texts: impl Iterator<Item = &'t Translated>,
    ) -> Option<SearchHit> {
        SearchHit::new(self.question, self.lang, place, title, within, texts)
    }
}
