//! Asking the hub, which searches all texts: once the keys rest, one request at a time, and only the answer to what is asked
//! now counts.

use crate::api;
use crate::i18n::lang;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::lang::Lang;
use shared::limits;
use shared::wire::SearchAnswer;
use std::time::Duration;

/// How long the keys rest before the hub is asked.
const QUIET: Duration = Duration::from_millis(300);

/// A question and the language of its answer.
type Asked = (String, Lang);

/// What the hub answers; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct HubSearch {
    asked: Memo<Asked>,
    answer: RwSignal<Option<(Asked, SearchAnswer)>>,
    /// What could not be asked: there is no network, or the hub has too much to do.
    failed: RwSignal<Option<Asked>>,
}

/// Asks the hub what a question finds for as long as this component lives.
pub(crate) fn use_hub_search(question: Signal<String>) -> HubSearch {
    let asked = Memo::new(move |_| {
        let asked: String = question.read().trim().chars().take(limits::QUESTION).collect();
        (asked, lang())
    });
    let search = HubSearch {
        asked,
        answer: RwSignal::new(None),
        failed: RwSignal::new(None),
    };
    let is_asking = StoredValue::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let clear = move || {
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
    };
    Effect::new(move |before: Option<()>| {
        let has_question = !asked.read().0.is_empty();
        clear();
        if has_question {
            // A question that came with the address is not being typed.
            let wait = if before.is_some() { QUIET } else { Duration::ZERO };
            timer.set_value(set_timeout_with_handle(move || search.ask(is_asking), wait).ok());
        }
    });
    on_cleanup(clear);
    search
}

impl HubSearch {
    fn ask(self, is_asking: StoredValue<bool>) {
        // The one on its way asks again when it is back.
        if is_asking.try_get_value() != Some(false) {
            return;
        }
        is_asking.set_value(true);
        spawn_local(async move {
            loop {
                let Some(asked) = self.asked.try_get_untracked() else {
                    return;
                };
                let answer = if asked.0.is_empty() {
                    Ok(SearchAnswer::default())
                } else {
                    api::search(&asked.0, asked.1).await
                };
                // The page may be gone, or something else asked meanwhile.
                match self.asked.try_get_untracked() {
                    None => return,
                    Some(now) if now != asked => {}
                    Some(_) => {
                        match answer {
                            Ok(answer) => {
                                self.failed.try_set(None);
                                self.answer.try_set(Some((asked, answer)));
                            }
                            Err(_) => {
                                self.failed.try_set(Some(asked));
                            }
                        }
                        is_asking.try_set_value(false);
                        return;
                    }
                }
            }
        });
    }

    /// The answer to what is asked now; `None` while there is none. Tracked.
    pub(crate) fn answer(self) -> Option<SearchAnswer> {
        let asked = self.asked.read();
        let answer = self.answer.read();
        let (to, answer) = answer.as_ref()?;
        (*to == *asked).then(|| answer.clone())
    }

    /// Whether the hub could not be asked what is asked now. Tracked.
    pub(crate) fn has_failed(self) -> bool {
        self.failed.read().as_ref() == Some(&*self.asked.read())
    }
}
