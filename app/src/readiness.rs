//! Whether the page on show has what it shows. What is still on its way says so here, for as long as it stands on the page.

use leptos::prelude::*;

thread_local! {
    static AWAITED: ArcRwSignal<usize> = ArcRwSignal::new(0);
    static MISSING: ArcRwSignal<usize> = ArcRwSignal::new(0);
}

type Count = std::thread::LocalKey<ArcRwSignal<usize>>;

/// Something is on its way, until the caller's owner is cleaned up.
pub(crate) fn await_something() {
    count_in(&AWAITED);
}

/// A part of the code is not here and is not on its way either, until the caller's owner is cleaned up.
pub(crate) fn miss_something() {
    count_in(&MISSING);
}

/// Whether nothing is awaited or missing. Tracked.
pub(crate) fn is_whole() -> bool {
    let is_none = |count: &ArcRwSignal<usize>| count.get() == 0;
    AWAITED.with(is_none) && MISSING.with(is_none)
}

/// Whether something is on its way. Not tracked.
pub(crate) fn is_awaiting() -> bool {
    AWAITED.with(|count| count.get_untracked() > 0)
}

fn count_in(count: &'static Count) {
    count.with(|count| count.update(|count| *count += 1));
    on_cleanup(|| count.with(|count| count.update(|count| *count = count.saturating_sub(1))));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_whole_once_nothing_on_it_is_awaited_or_missing() {
        let is_whole = || untrack(is_whole);
        let (page, list) = (Owner::new(), Owner::new());
        assert!(is_whole() && !is_awaiting());
        page.with(await_something);
        list.with(await_something);
        page.cleanup();
        assert!(!is_whole() && is_awaiting());
        list.cleanup();
        assert!(is_whole() && !is_awaiting());
        page.with(miss_something);
        assert!(!is_whole() && !is_awaiting());
        page.cleanup();
        assert!(is_whole());
    }
}
