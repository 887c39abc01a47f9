use crate::pages::experiences::filter::Filter;
use crate::router::{every, use_query_map};
use crate::time_slice::AfterPaint;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::Url;
use std::time::Duration;

/// How long after the last key the question is written into the address.
const QUIET: Duration = Duration::from_millis(400);

const QUESTION: &str = "q";
/// How many cards a link shows, where no script does.
const SHOWN: &str = "shown";
/// More are not written on one page.
const SHOWN_MOST: usize = 300;

/// What the reader asks for, as it stands in the address.
#[derive(Clone, Copy)]
pub(super) struct Address {
    pathname: Memo<String>,
    /// The filters that are on.
    pub(super) filter: Memo<Filter>,
    /// How many cards the address asks for.
    pub(super) shown: Memo<Option<usize>>,
    /// What is typed.
    pub(super) typed: RwSignal<String>,
    /// What is looked for: what is typed, once that is painted. The address follows when the keys rest.
    pub(super) question: RwSignal<String>,
    follow: AfterPaint,
    write: Callback<()>,
    write_after_paint: AfterPaint,
    wanted: StoredValue<Option<Filter>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// Reads the address, and writes it in place: "back" leads out of the list, not through its filters.
pub(super) fn use_address() -> Address {
    let query = use_query_map();
    let pathname = use_location().pathname;
    let filter = Memo::new(move |_| query.with(|query| Filter::from_query(|name| every(query, name))));
    let asked = Memo::new(move |_| query.with(|query| query.get(QUESTION).unwrap_or_default()));
    let typed = RwSignal::new(asked.get_untracked());
    let question = RwSignal::new(asked.get_untracked());
    let wanted = StoredValue::new(None::<Filter>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<String>| {
        let asked = asked.get();
        // A link to another question, or "back": but never over what is being typed.
        if before.is_some_and(|before| before != asked) && asked != typed.get_untracked().trim() {
            typed.set(asked.clone());
            question.set(asked.clone());
        }
        asked
    });
    let follow = AfterPaint::new(move || {
        let typed = typed.get_untracked();
        if question.with_untracked(|question| *question != typed) {
            question.set(typed);
        }
    });
    // What is wanted counts until the address says the same: two boxes may be ticked before it does.
    let arrived = move || {
        let is = filter.get();
        wanted.update_value(|wanted| {
            wanted.take_if(|wanted| *wanted == is);
        });
    };
    Effect::new(move |_| arrived());
    let navigate = use_navigate();
    let write = Callback::new(move |()| {
        let filter = wanted.get_value().unwrap_or_else(|| filter.get_untracked());
        let address = address_of(pathname, &filter, typed.get_untracked().trim());
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
    let shown = Memo::new(move |_| {
        let shown = query.with(|query| query.get(SHOWN)?.parse().ok());
        shown.map(|shown: usize| shown.min(SHOWN_MOST))
    });
    Address {
        pathname,
        filter,
        shown,
        typed,
        question,
        follow,
        write,
        write_after_paint: AfterPaint::new(move || write.run(())),
        wanted,
        timer,
    }
}

fn address_of(pathname: Memo<String>, filter: &Filter, question: &str) -> String {
    let mut parts = filter.to_query();
    if !question.is_empty() {
        parts.push(format!("{QUESTION}={}", Url::escape(question)));
    }
    let path = pathname.get_untracked();
    if parts.is_empty() {
        path
    } else {
        format!("{path}?{}", parts.join("&"))
    }
}

impl Address {
    /// The same question with so many cards on show, for a link. Tracked.
    pub(super) fn showing(self, shown: usize) -> String {
        let address = address_of(self.pathname, &self.filter.read(), self.question.read().trim());
        let sign = if address.contains('?') { '&' } else { '?' };
        format!("{address}{sign}{SHOWN}={}", shown.min(SHOWN_MOST))
    }

    /// TimeSlices filters on and off. The box that was ticked is painted before what it leaves.
    pub(super) fn edit_filter(self, edit: impl FnOnce(&mut Filter)) {
        let is = self.filter.get_untracked();
        let mut next = self.wanted.get_value().unwrap_or_else(|| is.clone());
        edit(&mut next);
        self.wanted.set_value((next != is).then_some(next));
        self.write_after_paint.ask();
    }

    /// Takes what is typed. The letters are painted first, the search for them follows, and never one for letters
    /// that others have followed meanwhile; the address waits for the keys to rest.
    pub(super) fn set_question(self, text: String) {
        self.typed.set(text);
        self.follow.ask();
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
        let write = self.write;
        let handle = set_timeout_with_handle(move || write.run(()), QUIET);
        self.timer.set_value(handle.ok());
    }

    /// Everything again.
    pub(super) fn reset(self) {
        self.set_question(String::new());
        self.edit_filter(|filter| *filter = Filter::default());
    }
}
