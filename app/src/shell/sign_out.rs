use crate::components::{Button, ButtonKind, Dialog};
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::{session, t};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The button to sign out. When changes are not sent yet, it asks first.
#[component]
pub(crate) fn SignOut(
    /// Whether the person stays on this page; otherwise they are led to the home page.
    #[prop(optional)]
    stay: bool,
) -> impl IntoView {
    let replica = use_replica();
    let asks = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let home = href(Page::Home);
    let navigate = use_navigate();
    let leave = Callback::new(move |()| {
        asks.set(false);
        busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            session::sign_out().await;
            if !stay {
                navigate(&home.get_untracked(), NavigateOptions::default());
            }
        });
    });
    let press = Callback::new(move |()| {
        if replica.waiting().is_empty() {
            leave.run(());
        } else {
            asks.set(true);
        }
    });
    let waiting = Memo::new(move |_| replica.waiting().len());
    let foot = move || {
        view! {
            <Button kind=ButtonKind::Danger on_press=leave>
                {t!("common-sign-out-anyway")}
            </Button>
            <Button kind=ButtonKind::Plain on_press=Callback::new(move |()| asks.set(false))>
                {t!("common-sign-out-stay")}
            </Button>
        }
    };
    view! {
        <Button kind=ButtonKind::Plain on_press=press busy=busy>
            {t!("common-sign-out")}
        </Button>
        <Dialog
            id="sign-out"
            open=asks
            title=t!("common-sign-out-unsent", count = waiting.get())
            close_label=t!("common-close")
            foot=foot
        >
            <p>
                {move || {
                    if replica.is_own_device() {
                        crate::text!("common-sign-out-own")
                    } else {
                        crate::text!("common-sign-out-shared")
                    }
                }}
            </p>
        </Dialog>
    }
}
