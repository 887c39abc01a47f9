//! The words of the network in the three languages, each with a page where it can be read.

use super::data::with_context;
use super::desk::{Content, Desk};
use super::html::{Element, el};
use super::parts::Header;
use serde_json::{Value, json};
use shared::lang::Lang;

/// The glossary of the starter library, which the app shows as well.
const CSV: &str = include_str!("../../starter/glossary.csv");

/// One term with its preferred form in each language.
struct Term {
    forms: [String; 3],
    /// A page where one of the forms can be read.
    source: String,
}

impl Term {
    fn of(line: &str) -> Option<Self> {
        let mut fields = fields(line).into_iter().skip(1);
        let forms = [fields.next()?, fields.next()?, fields.next()?];
        // The terms of the network have a source; the others name parts of the interface.
        let source = fields.nth(1).filter(|source| source.starts_with("http"))?;
        Some(Self { forms, source })
    }

    fn get(&self, lang: Lang) -> &str {
        let [ar, fr, en] = &self.forms;
        match lang {
            Lang::Ar => ar,
            Lang::Fr => fr,
            Lang::En => en,
        }
    }
}

/// The fields of a line of CSV; a quoted one may hold commas and doubled quotes, and none holds a line break.
fn fields(line: &str) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut is_quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    fields.push(field);
    fields
}

pub(super) fn page(desk: &Desk<'_>) -> Content {
    let words = desk.words;
    let title = words.text("glossary-title");
    let mut terms: Vec<Term> = CSV.lines().skip(1).filter_map(Term::of).collect();
    terms.sort_by_cached_key(|term| shared::search::normalise(term.get(words.lang)));
    let header = Header::new(title.as_str()).lead(words.text("glossary-lead"));
    let search = el("div")
        .class("field awaits-app")
        .child(
            el("span")
                .class("field__label")
                .text(words.text("glossary-search")),
        )
        .child(
            el("input")
                .class("input")
                .attr("type", "search")
                .attr("disabled", ""),
        );
    let found = words.fill("glossary-found", [("count", terms.len().into())]);
    let list = el("dl")
        .class("glossary")
        .children(terms.iter().map(|term| draw(desk, term)));
    let wrap = el("div")
        .class("wrap")
        .child(header.draw())
        .child(search)
        .child(el("p").class("quiet").text(found))
        .child(list);
    let defined: Vec<Value> = terms
        .iter()
        .map(|term| json!({ "@type": "DefinedTerm", "name": term.get(words.lang) }))
        .collect();
    let mut content = Content::new(title.clone(), words.text("glossary-lead"), vec![wrap.into()]);
    content.data = vec![with_context(json!({
        "@type": "DefinedTermSet",
        "name": title,
        "inLanguage": words.lang.code(),
        "hasDefinedTerm": defined,
    }))];
    content
}

fn draw(desk: &Desk<'_>, term: &Term) -> Element {
    let words = desk.words;
    let first = words.lang;
    let others = Lang::ALL.into_iter().filter(|lang| *lang != first).map(|lang| {
        el("dd")
            .attr("lang", lang.code())
            .attr("dir", "auto")
            .text(term.get(lang))
    });
    let source = el("a")
        .attr("href", term.source.as_str())
        .attr("rel", "external noreferrer")
        .text(words.text("glossary-source"))
        .child(
            el("span")
                .class("visually-hidden")
                .text(": ")
                .text(term.get(first)),
        );
    el("div")
        .class("glossary__term")
        .child(
            el("dt")
                .attr("lang", first.code())
                .attr("dir", "auto")
                .text(term.get(first)),
        )
        .children(others)
        .child(el("dd").class("glossary__source").child(source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_of_the_network_has_three_forms() {
        let terms: Vec<Term> = CSV.lines().skip(1).filter_map(Term::of).collect();
        assert!(terms.len() > 50, "only {} terms", terms.len());
        for term in terms {
            assert!(Lang::ALL.iter().all(|lang| !term.get(*lang).is_empty()));
        }
    }
}
