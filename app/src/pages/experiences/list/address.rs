use crate::pages::experiences::filter::Filter;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::{NavigateOptions, location::Location};
use std::time::Duration;

/// How long after the last key the question is written into the address.
const QUIET: Duration = Duration::from_millis(400);

const QUESTION: &str = "q";

/// What the reader asks for, as it stands in the address.
#[derive(Clone, Copy)]
pub(super) struct Address {
    /// The filters that are on.
    pub(super) filter: Memo<Filter>,
    /// What is typed; the address follows a moment later.
    pub(super) typed: RwSignal<String>,
    write: Callback<()>,
    wanted: StoredValue<Option<Filter>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// Reads the address, and writes it in place: "back" leads out of the list, not through its filters.
pub(super) fn use_address() -> Address {
    let query = use_query_map();
    let location = use_location();
    let navigate = use_navigate();
    let filter = Memo::new(move |_| query.with(|query| Filter::from_query(|name| query.get(name))));
    let asked = Memo::new(move |_| query.with(|query| query.get(QUESTION).unwrap_or_default()));
    let typed = RwSignal::new(asked.get_untracked());
    let wanted = StoredValue::new(None::<Filter>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<String>| {
        let asked = asked.get();
        // A link to another question, or "back": but never over what is being typed.
        if before.is_some_and(|before| before != asked) && asked != typed.get_untracked().trim() {
            typed.set(asked.clone());
        }
        asked
    });
    let write = Callback::new(move |()| {
        let filter = wanted
            .try_update_value(Option::take)
            .flatten()
            .unwrap_or_else(|| filter.get_untracked());
        let address = address_of(&location, &filter, typed.get_untracked().trim());
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    });
    on_cleanup(move || {
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
    });
    Address {
        filter,
        typed,
        write,
        wanted,
        timer,
    }
}

fn address_of(location: &Location, filter: &Filter, question: &str) -> String {
    let mut parts = filter.to_query();
    if !question.is_empty() {
        parts.push(format!("{QUESTION}={}", js_sys::encode_uri_component(question)));
    }
    let path = location.pathname.get_untracked();
    if parts.is_empty() {
        path
    } else {
        format!("{path}?{}", parts.join("&"))
    }
}

impl Address {
    /// Turns filters on and off.
    pub(super) fn set_filter(self, filter: Filter) {
        self.wanted.set_value(Some(filter));
        self.write.run(());
    }

    /// Takes what is typed: the results follow at once, the address when the keys rest.
    pub(super) fn set_question(self, text: String) {
        self.typed.set(text);
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
        let write = self.write;
        let handle = set_timeout_with_handle(move || write.run(()), QUIET);
        self.timer.set_value(handle.ok());
    }

    /// Everything again.
    pub(super) fn reset(self) {
        self.typed.set(String::new());
        self.set_filter(Filter::default());
    }
}
