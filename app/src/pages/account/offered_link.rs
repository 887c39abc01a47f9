//! The page of a link that offers something once (an invitation, a new password): it is looked at first, and uses up
//! nothing until the person agrees.

use super::link_secret::{forget, use_link_secret};
use crate::api::ApiFailure;
use crate::components::{Button, ButtonKind, Notice, NoticeKind, PageHeader};
use crate::shell::arrive_anew;
use crate::{t, text};
use leptos::prelude::*;
use shared::wire::ApiErrorCode;

/// How far the person is with the link. `O` is what it offers, `D` what came of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LinkState<O, D> {
    /// The page was opened without a link.
    NoLink,
    /// The server is asked what it offers.
    Looking,
    Open(O),
    /// It was used, withdrawn, has expired, or was cut short.
    Ended,
    /// The server did not answer.
    Failed(ApiFailure),
    Done(D),
}

/// A link that was opened, and what can happen to it.
pub(super) struct OfferedLink<O: Send + Sync + 'static, D: Send + Sync + 'static> {
    pub(super) state: RwSignal<LinkState<O, D>>,
    /// The secret of the link; empty without one.
    pub(super) secret: Signal<String>,
    /// Asks the server again.
    pub(super) retry: Callback<()>,
    /// The server said that the link has ended.
    pub(super) ended: Callback<()>,
    /// The link is used up.
    pub(super) done: Callback<D>,
}

/// Looks at the link that the page was opened with. `name` is what its secret is kept under in this tab, `look` asks the
/// server, `ended` is the code with which the server says that this kind of link has ended.
pub(super) fn use_offered_link<O, D, L>(
    name: &'static str,
    look: impl Fn(String) -> L + Copy + Send + Sync + 'static,
    ended: ApiErrorCode,
) -> OfferedLink<O, D>
where
    O: Clone + Send + Sync + 'static,
    D: Clone + Send + Sync + 'static,
    L: Future<Output = Result<O, ApiFailure>> + 'static,
{
    let secret = use_link_secret(name);
    let state = RwSignal::new(LinkState::NoLink);
    let ask = move || {
        let Some(secret) = secret.get_untracked() else {
            return;
        };
        state.set(LinkState::Looking);
        leptos::task::spawn_local(async move {
            let next = match look(secret).await {
                Ok(offer) => LinkState::Open(offer),
                Err(failure) if failure.code().is_some_and(|code| is_end(code, ended)) => {
                    forget(name);
                    LinkState::Ended
                }
                Err(failure) => LinkState::Failed(failure),
            };
            // The person may have left the page meanwhile.
            let _ = state.try_set(next);
        });
    };
    Effect::new(move |_| {
        if secret.read().is_some() {
            ask();
        }
    });
    let arrive = move |at: LinkState<O, D>| {
        forget(name);
        state.set(at);
        arrive_anew();
    };
    OfferedLink {
        state,
        secret: Signal::derive(move || secret.get().unwrap_or_default()),
        retry: Callback::new(move |()| ask()),
        ended: Callback::new(move |()| arrive(LinkState::Ended)),
        done: Callback::new(move |done| arrive(LinkState::Done(done))),
    }
}

/// A link cut short in a message is no link either, and the same helps.
fn is_end(code: ApiErrorCode, ended: ApiErrorCode) -> bool {
    code == ended
        || matches!(
            code,
            ApiErrorCode::NotFound | ApiErrorCode::Malformed | ApiErrorCode::Refused
        )
}

/// The server did not say what the link offers.
#[component]
pub(super) fn NotLookedAt(
    /// The title of the page.
    title: Signal<String>,
    /// What to say where there is no network.
    offline: Signal<String>,
    failure: ApiFailure,
    retry: Callback<()>,
) -> impl IntoView {
    let words = move || {
        if failure == ApiFailure::Unreachable {
            offline.get()
        } else {
            failure.words()
        }
    };
    view! {
        <PageHeader title=title />
        <Notice kind=NoticeKind::Attention live=true>
            <p>{words}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Plain on_press=retry>
                    {t!("common-retry")}
                </Button>
            </div>
        </Notice>
    }
}

/// Who made a link, in words: a person, or the operator of the server.
pub(crate) fn maker_words(by_name: &str) -> String {
    if by_name.is_empty() {
        text!("account-recovery-operator")
    } else {
        by_name.to_owned()
    }
}
