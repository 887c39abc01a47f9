use super::{announce, tell};
use crate::components::ready_texts_for_another_language;
use crate::i18n::{self, lang};
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use shared::lang::Lang;
use web_sys::Element;

/// The three languages, as links to this very place in each.
#[component]
pub(super) fn LanguageSwitch() -> impl IntoView {
    view! {
        <nav class="language-switch no-print" aria-label=t!("common-language")>
            {Lang::ALL.map(|lang| view! { <LanguageLink to=lang /> }).collect_view()}
        </nav>
    }
}

#[component]
fn LanguageLink(to: Lang) -> impl IntoView {
    let location = use_location();
    let navigate = use_navigate();
    let address = Signal::derive(move || {
        let path = location.pathname.get();
        // The first part is the language; the rest is the place.
        let rest = path
            .trim_start_matches('/')
            .split_once('/')
            .map_or_else(String::new, |(_, rest)| format!("/{rest}"));
        let search = location.search.get();
        let question = if search.is_empty() { "" } else { "?" };
        // What reaches a server has no place on the page.
        let hash = if cfg!(feature = "ssr") {
            String::new()
        } else {
            location.hash.get()
        };
        format!("/{}{rest}{question}{search}{hash}", to.code())
    });
    let switch = move |event: leptos::ev::MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
            return;
        }
        event.prevent_default();
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            ready_texts_for_another_language().await;
            let place = ScrollAnchor::on_screen();
            if i18n::load(to).await.is_err() {
                tell(text!("common-language-unreachable"));
                return;
            }
            navigate(
                &address.get_untracked(),
                NavigateOptions {
                    scroll: false,
                    replace: true,
                    ..NavigateOptions::default()
                },
            );
            place.keep();
            announce(text!("common-language-switched"));
        });
    };
    let (short, own_name) = match to {
        Lang::Ar => ("ع", "العربية"),
        // Voice control is told what is written there, so the name holds it.
        Lang::Fr => ("FR", "FR, Français"),
        Lang::En => ("EN", "EN, English"),
    };
    view! {
        <a
            href=move || address.get()
            lang=to.code()
            dir=to.dir()
            hreflang=to.code()
            aria-label=own_name
            aria-current=move || (lang() == to).then_some("true")
            on:click=switch
        >
            {short}
        </a>
    }
}

/// What the reader is looking at, to have it at the same height after the words around it changed length.
struct ScrollAnchor {
    seen: Option<(Element, f64)>,
    /// The selector of the nearest part with a name of its own (`data-place` or `id`), in case the page makes its
    /// text anew.
    name: Option<String>,
}

impl ScrollAnchor {
    fn on_screen() -> Self {
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        let width = window().inner_width().ok().and_then(|width| width.as_f64());
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
        let element = height.zip(width).and_then(|(height, width)| {
            document().element_from_point((width / 2.0) as f32, (height / 3.0) as f32)
        });
        let name = element
            .as_ref()
            .and_then(|element| element.closest("[data-place], [id]").ok().flatten())
            .and_then(|named| {
                ["data-place", "id"]
                    .into_iter()
                    .find_map(|attribute| Some((attribute, named.get_attribute(attribute)?)))
            })
            .map(|(attribute, name)| format!("[{attribute}=\"{name}\"]"));
        let seen = element.map(|element| {
            let top = element.get_bounding_client_rect().top();
            (element, top)
        });
        Self { seen, name }
    }

    fn keep(self) {
        // After the reactive updates of this turn and their layout.
        request_animation_frame(move || request_animation_frame(move || self.restore()));
    }

    fn restore(self) {
        let Some((element, top)) = self.seen else { return };
        let element = if element.is_connected() {
            Some(element)
        } else {
            self.name
                .and_then(|name| document().query_selector(&name).ok().flatten())
        };
        if let Some(element) = element {
            let moved = element.get_bounding_client_rect().top() - top;
            if moved.abs() > 1.0 {
                window().scroll_by_with_x_and_y(0.0, moved);
            }
        }
    }
}
