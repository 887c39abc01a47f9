use super::{Page, PageToCome};
use crate::components::{Button, ButtonKind, Notice, NoticeKind, PageHeader, Skeleton};
use crate::readiness;
use crate::shell::PageTitle;
use crate::t;
use futures::FutureExt as _;
use futures::future::{AbortHandle, Abortable, Aborted};
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;

/// How far a part has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coming {
    OnItsWay,
    Here,
    /// It could not be fetched.
    Missing,
}

/// What a part shows, as soon as it is here. The library's own way (suspense over resources) does more than this, for
/// pages that are made on a server too, and everybody would download it first.
#[derive(Clone, Copy)]
struct Awaited {
    coming: RwSignal<Coming>,
    view: StoredValue<Option<AnyView>, LocalStorage>,
}

impl Awaited {
    /// Must be called where the view is to live: what it shows is dropped with the caller's owner.
    fn new(part: PageToCome) -> Self {
        let awaited = Self {
            coming: RwSignal::new(Coming::OnItsWay),
            view: StoredValue::new_local(None),
        };
        awaited.fetch(part);
        awaited
    }

    fn fetch(self, part: PageToCome) {
        self.coming.set(Coming::OnItsWay);
        // A page is made as soon as its part is here, and lives where it was asked for, which may show another page by
        // then: nothing of it may happen once nobody waits for it.
        let (handle, registration) = AbortHandle::new_pair();
        on_cleanup(move || handle.abort());
        let mut part = Abortable::new(Box::pin(ScopedFuture::new_untracked(part)), registration);
        // A part that is here already is shown at once, without a skeleton in between.
        match (&mut part).now_or_never() {
            Some(page) => self.arrive(page),
            None => leptos::task::spawn_local(async move { self.arrive(part.await) }),
        }
    }

    fn arrive(self, page: Result<Page, Aborted>) {
        let Ok(page) = page else { return };
        let coming = match page {
            Ok(view) => {
                // Nobody may be waiting for it any more.
                let _ = self.view.try_update_value(|held| *held = Some(view));
                Coming::Here
            }
            Err(_) => Coming::Missing,
        };
        let _ = self.coming.try_set(coming);
    }

    /// The view, once: the second time there is nothing.
    fn take(self) -> Option<AnyView> {
        self.view.try_update_value(Option::take).flatten()
    }
}

/// Shows a page as soon as the part of the code that it is in is here: a skeleton until then, and words with another
/// try where it does not come.
pub(crate) fn later(page: impl Fn() -> PageToCome + Copy + Send + Sync + 'static) -> impl IntoView {
    let owner = Owner::current().unwrap_or_default();
    let awaited = Awaited::new(page());
    let again = Callback::new(move |()| owner.with(|| awaited.fetch(page())));
    move || match awaited.coming.get() {
        Coming::OnItsWay => view! { <Waiting /> }.into_any(),
        Coming::Here => awaited.take().into_any(),
        Coming::Missing => view! { <Missing again=again /> }.into_any(),
    }
}

/// Shows a piece of a page as soon as the part of the code that it is in is here: a word until then, and another try
/// where it does not come.
pub(crate) fn later_piece(piece: impl Fn() -> PageToCome + Send + Sync + 'static) -> impl IntoView {
    let owner = Owner::current().unwrap_or_default();
    let awaited = Awaited::new(piece());
    let again = Callback::new(move |()| owner.with(|| awaited.fetch(piece())));
    move || match awaited.coming.get() {
        Coming::OnItsWay => view! { <p class="quiet" role="status">{t!("common-loading")}</p> }.into_any(),
        Coming::Here => awaited.take().into_any(),
        Coming::Missing => view! { <MissingPiece again=again /> }.into_any(),
    }
}

#[component]
fn MissingPiece(again: Callback<()>) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Attention live=true slim=true>
            <p>{t!("common-part-missing-text")}</p>
            <Button kind=ButtonKind::Plain on_press=again>
                {t!("common-retry")}
            </Button>
        </Notice>
    }
}

/// Stands for the page.
#[component]
fn Waiting() -> impl IntoView {
    view! {
        <div class="wrap" aria-busy="true">
            <Skeleton label=t!("common-loading") lines=6 />
        </div>
    }
}

/// What happened, what is kept, what to do. A page of the server, which can be read, is still the better one.
#[component]
fn Missing(again: Callback<()>) -> impl IntoView {
    readiness::miss_something();
    let title = t!("common-part-missing-title");
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <PageHeader title=title />
            <Notice kind=NoticeKind::Attention live=true>
                <p>{t!("common-part-missing-text")}</p>
                <Button on_press=again>
                    {t!("common-retry")}
                </Button>
            </Notice>
        </div>
    }
}
