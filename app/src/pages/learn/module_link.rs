//! Where the next step of a module leads, and in which words.

use super::words::words_of;
use crate::router::Page;
use crate::text;
use shared::module_progress::{ModuleProgress, NextStep};
use shared::records::ModuleCard;

/// The page of the next step.
pub(crate) fn next_page(card: &ModuleCard, module_progress: &ModuleProgress) -> Page {
    let module = || Page::Module(card.slug.clone());
    match module_progress.next_step() {
        NextStep::Lesson { place, .. } => card
            .lessons
            .get(place)
            .map_or_else(module, |head| Page::Lesson(card.slug.clone(), head.slug.clone())),
        NextStep::Quiz { .. } => Page::Quiz(card.slug.clone()),
        NextStep::Certificate { number } => Page::Certificate(number),
        NextStep::AwaitCertificate => module(),
    }
}

/// The words of the button that leads there; `None` when there is nothing to do but wait. Tracked.
pub(crate) fn next_words(card: &ModuleCard, module_progress: &ModuleProgress) -> Option<String> {
    match module_progress.next_step() {
        NextStep::Lesson { place, .. } => {
            if module_progress.touched.is_none() {
                return Some(text!("learn-module-start"));
            }
            let lesson = card
                .lessons
                .get(place)
                .map(|head| words_of(&head.title))
                .unwrap_or_default();
            Some(text!("learn-module-continue", lesson = lesson))
        }
        NextStep::Quiz { again: false } => Some(text!("learn-module-take-quiz")),
        NextStep::Quiz { again: true } => Some(text!("learn-module-retake-quiz")),
        NextStep::Certificate { .. } => Some(text!("learn-module-see-certificate")),
        NextStep::AwaitCertificate => None,
    }
}
