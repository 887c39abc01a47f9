use crate::i18n;
use crate::parts::{PageToCome, PartToCome, later};
use crate::router::{Segments, pieces_at};
use futures::future::join;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use leptos_router::{ChooseView, NestedRoute};

/// One line of the table of pages.
pub(super) struct Row {
    /// The address below the language; `:name` stands for one piece.
    #[cfg_attr(
        not(feature = "ssr"),
        expect(dead_code, reason = "the server's list of pages")
    )]
    pub(super) pattern: &'static str,
    /// The language and what follows it.
    pub(super) segments: fn() -> Segments,
    /// The page, with its part of the code.
    pub(super) page: fn() -> PageToCome,
    /// Has the part of the code fetched.
    pub(super) fetch: fn() -> PartToCome,
    /// Whether anybody may read the page; then the first words of a language are enough for it.
    pub(super) is_public: bool,
    /// The name of the part, as the manifest of the build has it.
    #[cfg(feature = "ssr")]
    pub(super) part: &'static str,
}

impl Row {
    /// The line as a route.
    ///
    /// The library's lazy routes would fetch the part as well, but a part that does not come ends the program there;
    /// `later` says so on the page, with a way to try again.
    pub(super) fn route(&self) -> NestedRoute<Segments, (), (), impl ChooseView + use<>> {
        let Self {
            page,
            fetch,
            is_public,
            ..
        } = *self;
        let page = move || {
            if is_public {
                page()
            } else {
                after_later_words(fetch(), page())
            }
        };
        NestedRoute::new((self.segments)(), move || {
            // The router only drops the owner of a route that is left. A page holds on to its owner, for another try, so
            // that one has to be below the route's, which cleans it up.
            let owner = Owner::new();
            let view = owner.with(|| later(page));
            OwnedView::new_with_owner(view, owner)
        })
    }

    /// Whether the page is the one at this path, which begins with a slash and the language.
    pub(super) fn is_at(&self, path: &str) -> bool {
        pieces_at(&*(self.segments)(), path).is_some()
    }
}

/// A page once all words are here, which come beside its part of the code.
fn after_later_words(fetched: PartToCome, page: PageToCome) -> PageToCome {
    Box::pin(async {
        let (words, ()) = join(i18n::fetch_later_words(), fetched).await;
        words?;
        page.await
    })
}
