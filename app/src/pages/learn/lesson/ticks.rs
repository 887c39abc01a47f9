//! The ticks that a reader sets while working through the lists of a lesson: kept on the device for a visitor and on the
//! person's own device, and in the tab on a shared computer.

use crate::components::Ticks;
use crate::replica::use_replica;
use crate::seal::tab;
use crate::settings;
use leptos::prelude::*;
use shared::ids::LessonId;
use shared::json;
use std::collections::BTreeMap;

/// What keeps the ticks of this lesson.
pub(super) fn use_ticks(lesson: LessonId) -> Ticks {
    let replica = use_replica();
    let person = replica.identity().with_untracked(|identity| identity.person);
    let name = StoredValue::new(format!("multaqa-ticks-{person}-{lesson}"));
    let is_visitor = replica
        .identity()
        .with_untracked(|identity| identity.is_visitor());
    let is_on_device = is_visitor || replica.is_own_device();
    let kept = StoredValue::new(recalled(&name.get_value(), is_on_device));
    Ticks {
        kept: Callback::new(move |words: String| kept.with_value(|kept| kept.get(&words).copied())),
        on_tick: Callback::new(move |(words, is_ticked)| {
            kept.update_value(|kept| {
                kept.insert(words, is_ticked);
            });
            if let Ok(text) = kept.with_value(serde_json::to_string) {
                let name = name.get_value();
                if is_on_device {
                    settings::remember(&name, &text);
                } else {
                    tab::keep(&name, &text);
                }
            }
        }),
    }
}

/// What was ticked or cleared before, by the words beside the box.
fn recalled(name: &str, is_on_device: bool) -> BTreeMap<String, bool> {
    let text = if is_on_device {
        settings::recall(name)
    } else {
        tab::recall(name)
    };
    text.and_then(|text| json::from_str(&text).ok())
        .unwrap_or_default()
}
