use super::PageToCome;
use crate::components::{Button, ButtonKind, Notice, NoticeKind, PageHeader, Skeleton};
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// Shows a page as soon as the part of the code that it is in is here: a skeleton until then, and words with another
/// try where it does not come.
pub(crate) fn later(page: fn() -> PageToCome) -> impl IntoView {
    let tries = RwSignal::new(0_u32);
    view! {
        <Suspense fallback=Waiting>
            {move || {
                tries.track();
                // Everything in the browser's page runs on one thread.
                Suspend::new(SendWrapper::new(async move {
                    match page().await {
                        Ok(view) => view,
                        Err(_) => view! { <Missing tries=tries /> }.into_any(),
                    }
                }))
            }}
        </Suspense>
    }
}

/// Shows a piece of a page as soon as the part of the code that it is in is here: a word until then, and another try
/// where it does not come.
pub(crate) fn later_piece(piece: impl Fn() -> PageToCome + Send + 'static) -> impl IntoView {
    let tries = RwSignal::new(0_u32);
    let coming = || view! { <p class="quiet" aria-busy="true">{t!("common-loading")}</p> };
    view! {
        <Suspense fallback=coming>
            {move || {
                tries.track();
                let piece = piece();
                Suspend::new(SendWrapper::new(async move {
                    match piece.await {
                        Ok(view) => view,
                        Err(_) => view! { <MissingPiece tries=tries /> }.into_any(),
                    }
                }))
            }}
        </Suspense>
    }
}

#[component]
fn MissingPiece(tries: RwSignal<u32>) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Attention live=true slim=true>
            <p>{t!("common-part-missing-text")}</p>
            <Button kind=ButtonKind::Plain on_press=Callback::new(move |()| tries.update(|tries| *tries += 1))>
                {t!("common-retry")}
            </Button>
        </Notice>
    }
}

/// Stands for the page. `aria-busy` also tells `shell::arrival` that the heading is still to come.
#[component]
fn Waiting() -> impl IntoView {
    view! {
        <div class="wrap" aria-busy="true">
            <Skeleton label=t!("common-loading") lines=6 />
        </div>
    }
}

/// What happened, what is kept, what to do. `data-missing` also tells `shell::opening` that a page of the server, which
/// can be read, is still the better one.
#[component]
fn Missing(tries: RwSignal<u32>) -> impl IntoView {
    let title = t!("common-part-missing-title");
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow" data-missing="">
            <PageHeader title=title />
            <Notice kind=NoticeKind::Attention live=true>
                <p>{t!("common-part-missing-text")}</p>
                <Button on_press=Callback::new(move |()| tries.update(|tries| *tries += 1))>
                    {t!("common-retry")}
                </Button>
            </Notice>
        </div>
    }
}
