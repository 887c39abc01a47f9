use crate::components::{Notice, NoticeKind};
use crate::pages::account::device_choice::DeviceChoice;
use crate::replica::{Keeping, use_replica};
use crate::router::{Page, href};
use crate::shell::announce;
use crate::{t, text};
use leptos::prelude::*;

/// Whose device this is, and what is kept on it.
#[component]
pub(super) fn OwnDevice() -> impl IntoView {
    let replica = use_replica();
    let is_own = RwSignal::new(replica.is_own_device());
    let choose = move |own| {
        is_own.set(own);
        replica.set_own_device(own);
        announce(kept_words(own));
    };
    view! {
        <DeviceChoice is_own=is_own on_choose=choose />
        {move || match replica.keeping() {
            Keeping::OnDevice => {
                view! {
                    <Notice>
                        <p>{move || kept_words(is_own.get())}</p>
                        <p>
                            <a href=href(Page::Attention)>{t!("account-attention-title")}</a>
                        </p>
                    </Notice>
                }
                    .into_any()
            }
            Keeping::OnlyInThisTab => {
                view! {
                    <Notice kind=NoticeKind::Attention>
                        <p>{t!("account-kept-nothing")}</p>
                    </Notice>
                }
                    .into_any()
            }
        }}
    }
}

fn kept_words(is_own: bool) -> String {
    if is_own {
        text!("account-kept-own")
    } else {
        text!("account-kept-shared")
    }
}
