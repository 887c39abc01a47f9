use crate::router::{Page, href};
use crate::session::use_session;
use crate::{i18n, t};
use i18n::key_of;
use leptos::prelude::*;
use shared::access::{Action, may};
use shared::records::Identity;

/// Where the person works for others, from their roles: the word of the message that names each place, and the place.
pub(crate) fn role_doors(identity: &Identity) -> Vec<(&'static str, Page)> {
    let mut doors = Vec::new();
    if may(identity, Action::Coordinate).is_ok() {
        doors.push(("administration", Page::Administration));
    }
    if identity.roles.focal_point_of().next().is_some() {
        doors.push(("people", Page::People));
        doors.push(("validation", Page::ValidationQueue));
    }
    if may(identity, Action::Teach).is_ok() {
        doors.push(("teach", Page::Teach));
    }
    doors
}

/// Links to where the person works for others; nothing for who only reads, learns and writes.
#[component]
pub(crate) fn RoleDoors() -> impl IntoView {
    let identity = use_session().identity();
    let doors = Memo::new(move |_| identity.with(role_doors));
    view! {
        <Show when=move || !doors.read().is_empty()>
            <nav class="role-doors no-print" aria-label=t!("common-doors")>
                {move || {
                    doors
                        .get()
                        .into_iter()
                        .map(|(word, page)| {
                            view! {
                                <a class="button button--plain" href=href(page)>
                                    {t!(key_of("common-door", word))}
                                </a>
                            }
                        })
                        .collect_view()
                }}
            </nav>
        </Show>
    }
}
