use crate::pages::account::offered_link::maker_words;
use crate::replica::use_replica;
use crate::{format, settings, t};
use leptos::prelude::*;
use shared::records::Recovery;
use shared::scope::Scope;

/// The links that were made for this account, the newest first; nothing where there was none. Seeing them here ends
/// the line about them on the first page of this browser.
#[component]
pub(super) fn Recoveries() -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let links = Memo::new(move |_| {
        let person = identity.with(|identity| identity.person);
        let mut links = replica.list::<Recovery>(Scope::Person(person));
        links.sort_by_key(|link| std::cmp::Reverse(link.created));
        links
    });
    Effect::new(move |_| {
        if let Some(newest) = links.read().first() {
            settings::remember(settings::SEEN_RECOVERY, &newest.id.to_string());
        }
    });
    view! {
        <Show when=move || !links.read().is_empty()>
            <section class="band" aria-labelledby="account-recoveries">
                <div class="band__head">
                    <h2 id="account-recoveries">{t!("account-recoveries-title")}</h2>
                </div>
                <p>{t!("account-recoveries-text")}</p>
                <ul class="row-list" role="list">
                    {move || links.get().into_iter().map(|link| view! { <Line link=link /> }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Line(link: Recovery) -> impl IntoView {
    let (created, used) = (link.created, link.used);
    let maker = Signal::derive(move || maker_words(&link.by_name));
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    {t!("account-recoveries-line", name = maker.get(), at = format::date_time(created))}
                </p>
                <p class="quiet small">
                    {match used {
                        Some(used) => t!("account-recoveries-used", at = format::date_time(used)),
                        None => t!("account-recoveries-unused"),
                    }}
                </p>
            </div>
        </li>
    }
}
