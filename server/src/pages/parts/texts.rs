use super::icon::{Icon, icon};
use crate::pages::html::{Element, el};
use crate::pages::words::Words;
use shared::lang::{Lang, Translated};
use shared::limits::is_address;
use shared::records::{ModuleCard, Source};
use shared::vocabulary::Principle;

/// A text people wrote, in the best language there is, with its direction.
pub(in crate::pages) fn named(words: &Words, written: &Translated) -> Element {
    let (lang, best) = words.best(written);
    el("span")
        .attr("lang", lang.code())
        .attr("dir", "auto")
        .text(best)
}

/// A name that turns nothing around it.
pub(in crate::pages) fn isolated(words: &Words, name: &Translated) -> Element {
    el("bdi").child(named(words, name))
}

/// The quiet note that a text is in another language than the interface.
pub(in crate::pages) fn written_in(words: &Words, lang: Lang) -> Element {
    let key = match lang {
        Lang::Ar => "common-shown-in-ar",
        Lang::Fr => "common-shown-in-fr",
        Lang::En => "common-shown-in-en",
    };
    el("small").class("quiet written-in").text(words.text(key))
}

/// A principle with its sign; a link where there is a list to open.
pub(in crate::pages) fn principle_tag(words: &Words, principle: Principle, href: Option<String>) -> Element {
    let tag = match href {
        Some(href) => el("a").class("tag tag--principle").attr("href", href),
        None => el("span").class("tag tag--principle"),
    };
    tag.child(icon(Icon::of_principle(principle)))
        .text(words.word("principle", principle.word()))
}

/// The sign of a language, the same in every language.
const fn short_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ع",
        Lang::Fr => "FR",
        Lang::En => "EN",
    }
}

/// The languages a text exists in. `describe` says in words whether it is there.
pub(in crate::pages) fn badges(languages: &[Lang], describe: impl Fn(Lang, bool) -> String) -> Element {
    let items = Lang::ALL.into_iter().map(|lang| {
        let is_there = languages.contains(&lang);
        let description = describe(lang, is_there);
        let sign = el("span")
            .attr("aria-hidden", "true")
            .attr("lang", lang.code())
            .text(short_name(lang));
        el("li")
            .class("language-badge")
            .attr("data-state", if is_there { "translated" } else { "missing" })
            .attr("title", description.as_str())
            .child(sign)
            .child(el("span").class("visually-hidden").text(description))
    });
    el("ul")
        .class("language-badges")
        .attr("role", "list")
        .children(items)
}

/// In which languages a module exists in full.
pub(in crate::pages) fn language_badges(words: &Words, card: &ModuleCard) -> Element {
    badges(&card.languages, |lang, is_there| {
        let language = words.text(match lang {
            Lang::Ar => "learn-language-ar",
            Lang::Fr => "learn-language-fr",
            Lang::En => "learn-language-en",
        });
        let key = if is_there {
            "learn-language-available"
        } else {
            "learn-language-missing"
        };
        words.fill(key, [("language", language.into())])
    })
}

/// A work that is cited; a link only where its address surely is one.
pub(in crate::pages) fn source_link(source: &Source) -> Element {
    if is_address(&source.url) {
        let words = el("a")
            .attr("href", source.url.as_str())
            .attr("rel", "external noreferrer")
            .text(source.title.as_str());
        el("li").attr("dir", "auto").child(words)
    } else {
        el("li").attr("dir", "auto").text(source.title.as_str())
    }
}
