//! The public pages as the server writes them: the same components as in the browser, rendered to HTML from one reading
//! of the store. Effects do not run and event handlers are left out; what a page reads, it reads through [`RowReader`].

pub use crate::facets::Published;
pub use crate::router::Page;
pub use crate::row_reader::RowReader;

use crate::components::take_read;
use crate::i18n;
use crate::pages::home;
use crate::routes::{self, App};
use crate::shell::CurrentTitle;
use crate::{row_reader, session, t};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use locales::{Malformed, Messages, Value};
use shared::lang::Lang;
use shared::markdown::ReadText;
use std::rc::Rc;
use std::sync::Arc;

/// The messages of one language, read once and used for every page.
#[derive(Clone)]
pub struct Words(Arc<Messages>);

impl Words {
    /// Reads the Fluent files of a language.
    ///
    /// # Errors
    /// [`Malformed`]: the text is something else.
    pub fn parse(lang: Lang, source: &str) -> Result<Self, Malformed> {
        Ok(Self(Arc::new(i18n::parse(lang, source.to_owned())?)))
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.0.lang()
    }

    /// A message without variables as plain text, without the marks that isolate directions: for titles and data.
    #[must_use]
    pub fn plain(&self, key: &str) -> String {
        self.fill_plain(key, &[])
    }

    /// The same with variables that are texts.
    #[must_use]
    pub fn fill_plain(&self, key: &str, variables: &[(&str, &str)]) -> String {
        let variables: Vec<(&str, Value<'_>)> = variables
            .iter()
            .map(|(name, text)| (*name, (*text).into()))
            .collect();
        let words = self.0.format_plain(key, &variables);
        words.unwrap_or_else(|| format!("⟦{key}⟧"))
    }
}

/// The addresses of all pages of the app below the language, `:name` standing for one piece, as in `learn/:module`.
pub fn page_patterns() -> impl Iterator<Item = &'static str> {
    routes::patterns()
}

/// The name of the part of the app's code that holds the page at an address below the language; `None` where the app has
/// no page.
#[must_use]
pub fn part_at(address: &str) -> Option<&'static str> {
    routes::part_at(address)
}

/// The terms of the glossary in one language.
pub fn glossary_terms(lang: Lang) -> impl Iterator<Item = String> {
    home::terms()
        .into_iter()
        .filter_map(move |term| term.text.get(lang).map(str::to_owned))
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct PageRequest<'a> {
    /// The address of the hub, as links from elsewhere begin: `https://hub.example`.
    pub origin: &'a str,
    /// The path of the address with its language, beginning with a slash: `/fr/learn`.
    pub path: &'a str,
    /// What follows the question mark, without it.
    pub search: &'a str,
    /// Whether this hub is a demonstration, which every page says.
    pub is_demonstration: bool,
}

/// A page as HTML.
#[derive(Clone, Debug)]
pub struct RenderedPage {
    /// The whole body: what says that the app cannot start, hidden at first; the page from the skip link to the footer;
    /// what says to readers without scripts that more is possible with them.
    pub html: String,
    /// The title of the page in its language, as plain text; empty where the page names none.
    pub title: String,
    /// The trees of the texts that the page shows: with them the app shows the same without reading the texts.
    pub texts: Vec<ReadText>,
}

/// Leptos marks where a browser would take the elements over. The app brings its own instead; texts and attributes are
/// escaped, so that only markers look like this.
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!--<() />-->", "")
}

/// Renders a page for a visitor. Blocks while `rows` reads, so it belongs on a thread that may block.
#[must_use]
pub fn render(request: PageRequest<'_>, words: &Words, rows: Rc<dyn RowReader>) -> RenderedPage {
    i18n::install(Arc::clone(&words.0));
    row_reader::begin(request.origin, rows);
    let owner = Owner::new();
    let page = owner.with(|| {
        provide_context(RequestUrl::new(&format!("{}?{}", request.path, request.search)));
        session::begin_visit(request.is_demonstration);
        // The context of the title is given by the shell, in the same owner.
        let html = view! {
            <div id="opening" data-page="">
                <p class="wrap notice notice--error" id="opening-failed" role="alert" hidden="">
                    {t!("boot-failed")}
                </p>
                <App />
                <p class="wrap quiet small" id="opening-too-old" hidden="">
                    {t!("boot-too-old")}
                </p>
                <noscript>
                    <p class="wrap quiet small no-print">{t!("public-no-script")}</p>
                </noscript>
            </div>
        }
        .to_html();
        RenderedPage {
            html: without_markers(&html),
            title: CurrentTitle::text(),
            texts: take_read(),
        }
    });
    owner.cleanup();
    row_reader::end();
    page
}
