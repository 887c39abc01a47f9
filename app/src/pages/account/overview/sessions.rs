use crate::api::{self, ApiFailure};
use crate::components::{Button, ButtonKind, Notice, NoticeKind, Skeleton, StateKind, StateLabel};
use crate::shell::tell;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::wire::SessionLine;

/// The devices that are signed in, each with the means to end it.
#[component]
pub(super) fn Sessions() -> impl IntoView {
    let lines = RwSignal::new(None::<Result<Vec<SessionLine>, ApiFailure>>);
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let answer = api::sessions().await;
            // The person may have left the page meanwhile.
            let _ = lines.try_set(Some(answer));
        });
    });
    load.run(());
    let failure = RwSignal::new(None::<ApiFailure>);
    let end = Callback::new(move |id: String| {
        failure.set(None);
        leptos::task::spawn_local(async move {
            match api::end_session(&id).await {
                Ok(()) => {
                    tell(text!("account-session-ended"));
                    load.run(());
                }
                Err(refused) => {
                    let _ = failure.try_set(Some(refused));
                }
            }
        });
    });
    view! {
        <p>{t!("account-sessions-text")}</p>
        {move || {
            failure
                .get()
                .map(|failure| {
                    view! {
                        <Notice kind=NoticeKind::Error live=true>
                            <p>{move || failure.words()}</p>
                        </Notice>
                    }
                })
        }}
        {move || match lines.get() {
            None => view! { <Skeleton label=t!("common-loading") lines=2 /> }.into_any(),
            Some(Ok(lines)) => {
                view! {
                    <ul class="row-list" role="list">
                        {lines.into_iter().map(|line| view! { <Line line=line end=end /> }).collect_view()}
                    </ul>
                }
                    .into_any()
            }
            Some(Err(failure)) => {
                view! {
                    <Notice kind=NoticeKind::Attention>
                        <p>
                            {move || {
                                if failure == ApiFailure::Unreachable {
                                    text!("account-sessions-offline")
                                } else {
                                    failure.words()
                                }
                            }}
                        </p>
                        <Button kind=ButtonKind::Plain on_press=load>
                            {t!("common-retry")}
                        </Button>
                    </Notice>
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn Line(line: SessionLine, end: Callback<String>) -> impl IntoView {
    let (created, seen, is_current) = (line.created, line.seen, line.current);
    let last = move || {
        if is_current {
            text!("common-just-now")
        } else if seen <= created {
            format::moment(created)
        } else {
            format::moment_within_its_hour(seen)
        }
    };
    let id = StoredValue::new(line.id);
    let name = line.device_name;
    let label = {
        let name = name.clone();
        t!("account-session-end-label", device = name.clone())
    };
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    {if name.is_empty() {
                        t!("account-session-unnamed").into_any()
                    } else {
                        view! { <bdi>{name}</bdi> }.into_any()
                    }}
                </p>
                <p class="quiet small">
                    {move || {
                        text!(
                            "account-session-times",
                            created = format::date(created),
                            seen = last()
                        )
                    }}
                </p>
            </div>
            <div class="row-list__end">
                {if line.current {
                    view! { <StateLabel kind=StateKind::Good text=t!("account-session-this") /> }.into_any()
                } else {
                    view! {
                        <Button kind=ButtonKind::Quiet label=label on_press=move |()| end.run(id.get_value())>
                            {t!("account-session-end")}
                        </Button>
                    }
                        .into_any()
                }}
            </div>
        </li>
    }
}
