//! Looking for people on the server: no device keeps the list of everybody.

use crate::api::{self, ApiFailure};
use crate::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::replica::use_replica;
use crate::{t, text};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::ids::PersonId;
use shared::limits;
use shared::records::Person;
use std::time::Duration;

/// How long the keys rest before the server is asked.
const QUIET: Duration = Duration::from_millis(300);

/// Where the last question stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    /// On its way.
    Working,
    /// Answered.
    Done,
    /// Not answered.
    Failed(ApiFailure),
}

/// People that the server found; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct PeopleSearch {
    /// What is typed.
    pub(super) words: RwSignal<String>,
    /// Whom the answers brought so far.
    pub(super) found: RwSignal<Vec<Person>>,
    /// Whether the server knows of more.
    pub(super) more: RwSignal<bool>,
    /// Where the last question stands.
    pub(super) asking: RwSignal<Asking>,
    /// The person after whom the last question asked, and its number: only the answer to the last one counts.
    asked: StoredValue<(Option<PersonId>, u64)>,
}

/// Asks the server for as long as this component lives: for everybody as long as nothing is typed, or then for nobody.
pub(super) fn use_people_search(asks_for_everybody: bool) -> PeopleSearch {
    let search = PeopleSearch {
        words: RwSignal::new(String::new()),
        found: RwSignal::new(Vec::new()),
        more: RwSignal::new(false),
        asking: RwSignal::new(if asks_for_everybody {
            Asking::Working
        } else {
            Asking::Done
        }),
        asked: StoredValue::new((None, 0)),
    };
    let asked = Memo::new(move |_| search.question());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let clear = move || {
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
    };
    Effect::new(move |before: Option<()>| {
        let is_empty = asked.read().is_empty();
        clear();
        if is_empty && !asks_for_everybody {
            search.forget();
        } else {
            search.asking.set(Asking::Working);
            let wait = if before.is_some() { QUIET } else { Duration::ZERO };
            timer.set_value(set_timeout_with_handle(move || search.ask(None), wait).ok());
        }
    });
    on_cleanup(clear);
    // What failed without a network is asked again with it.
    let is_online = Memo::new(move |_| use_replica().is_online());
    Effect::new(move |before: Option<bool>| {
        let is_online = is_online.get();
        if is_online && before == Some(false) && untrack(|| search.has_failed()) {
            search.retry();
        }
        is_online
    });
    search
}

impl PeopleSearch {
    fn question(self) -> String {
        self.words.read().trim().chars().take(limits::QUESTION).collect()
    }

    fn next(self, after: Option<PersonId>) -> u64 {
        let number = self.asked.with_value(|(_, number)| number.wrapping_add(1));
        self.asked.set_value((after, number));
        number
    }

    fn forget(self) {
        self.next(None);
        self.found.set(Vec::new());
        self.more.set(false);
        self.asking.set(Asking::Done);
    }

    /// Whether the last question was not answered. Tracked.
    pub(super) fn has_failed(self) -> bool {
        matches!(*self.asking.read(), Asking::Failed(_))
    }

    fn ask(self, after: Option<PersonId>) {
        let number = self.next(after);
        self.asking.set(Asking::Working);
        let question = untrack(|| self.question());
        spawn_local(async move {
            let answer = api::people(&question, after).await;
            // The page may be gone, or something else asked meanwhile.
            if self.asked.try_get_value().map(|(_, last)| last) != Some(number) {
                return;
            }
            match answer {
                Ok(answer) => {
                    self.found.update(|found| {
                        if after.is_none() {
                            found.clear();
                        }
                        found.extend(answer.people);
                    });
                    self.more.set(answer.more);
                    self.asking.set(Asking::Done);
                }
                Err(failure) => self.asking.set(Asking::Failed(failure)),
            }
        });
    }

    /// Asks for those after the last one.
    pub(super) fn show_more(self) {
        self.ask(
            self.found
                .with_untracked(|found| found.last().map(|person| person.id)),
        );
    }

    /// Asks again what was not answered.
    pub(super) fn retry(self) {
        self.ask(self.asked.with_value(|(after, _)| *after));
    }

    /// Asks how a person is now, who was changed; then `shown` is called.
    pub(super) fn refresh(self, id: PersonId, shown: impl Fn() + 'static) {
        spawn_local(async move {
            match api::person(id).await {
                Ok(now) => {
                    let _ = self.found.try_update(|found| {
                        if let Some(held) = found.iter_mut().find(|held| held.id == id) {
                            *held = now;
                        }
                    });
                    shown();
                }
                // What is shown is of before: the whole is asked for again.
                Err(failure) => {
                    if self.asked.try_get_value().is_some() {
                        self.next(None);
                        self.asking.set(Asking::Failed(failure));
                    }
                }
            }
        });
    }

    /// Why there is no answer, where there is none, with a way to ask again.
    pub(super) fn failure_view(self) -> impl IntoView {
        move || match self.asking.get() {
            Asking::Failed(failure) => {
                let words = move || match &failure {
                    ApiFailure::Unreachable => text!("admin-people-offline"),
                    failure => failure.words(),
                };
                Some(view! {
                    <Notice kind=NoticeKind::Attention>
                        <p role="status">{words}</p>
                        <div class="button-row">
                            <Button kind=ButtonKind::Plain on_press=move |()| self.retry()>
                                {t!("common-retry")}
                            </Button>
                        </div>
                    </Notice>
                })
            }
            Asking::Working | Asking::Done => None,
        }
    }
}
