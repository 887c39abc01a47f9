//! The page that starts the app, with a place for the head of a page and a place for its body.
//!
//! `app/index.html` marks both with comments, which the build leaves where they are. What stands between a pair of
//! marks is for pages that the server does not write; a public page has its own parts in its place.

use crate::assets::Asset;

const HEAD: (&str, &str) = ("<!--page-head-->", "<!--/page-head-->");
const BODY: (&str, &str) = ("<!--page-body-->", "<!--/page-body-->");

/// One language's page, in pieces.
#[derive(Debug)]
pub(super) struct Template {
    before_head: String,
    between: String,
    after_body: String,
}

impl Template {
    /// Takes the page apart; `None` when it marks no places.
    pub(super) fn of(page: &Asset) -> Option<Self> {
        Self::parse(std::str::from_utf8(&page.bytes).ok()?)
    }

    fn parse(page: &str) -> Option<Self> {
        let (before_head, rest) = page.split_once(HEAD.0)?;
        let (_, rest) = rest.split_once(HEAD.1)?;
        let (between, rest) = rest.split_once(BODY.0)?;
        let (_, after_body) = rest.split_once(BODY.1)?;
        Some(Self {
            before_head: before_head.to_owned(),
            between: between.to_owned(),
            after_body: after_body.to_owned(),
        })
    }

    /// The whole page with these parts, which are markup already.
    pub(super) fn fill(&self, head: &str, body: &str) -> String {
        [
            self.before_head.as_str(),
            head,
            self.between.as_str(),
            body,
            self.after_body.as_str(),
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_that_starts_the_app_marks_its_places() {
        let page = include_str!("../../../app/index.html");
        let template = Template::parse(page).expect("app/index.html marks the head and the body of a page");
        let filled = template.fill("[head]", "[body]");
        let at = |words: &str| {
            filled
                .find(words)
                .unwrap_or_else(|| panic!("no {words} in {filled}"))
        };
        assert!(at("<meta charset") < at("[head]") && at("[head]") < at("</head>"));
        assert!(at("<body>") < at("[body]") && at("[body]") < at("</body>"));
        assert!(
            !filled.contains("<title>") && !filled.contains("id=\"opening\""),
            "a public page has its own: {filled}"
        );
    }

    #[test]
    fn a_page_without_places_is_no_template() {
        assert!(Template::parse("<!doctype html><title>x</title>").is_none());
    }
}
