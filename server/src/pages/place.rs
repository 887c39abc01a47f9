//! The addresses of the public pages, below their language.

use shared::lang::Lang;
use shared::slug::is_slug;

/// A public page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// What the hub is, and three doors.
    Home,
    /// The modules.
    Catalogue,
    /// A module, by slug.
    Module(String),
    /// A lesson, by the slugs of module and lesson.
    Lesson(String, String),
    /// The experiences.
    Experiences,
    /// An experience, by slug.
    Experience(String),
    /// The directory of the network.
    Network,
    /// A collectivity, by slug.
    Collectivity(String),
    /// A certificate, by number.
    Certificate(String),
    /// What this is.
    About,
    /// The words of the network.
    Glossary,
}

/// No number of a certificate is longer.
const NUMBER_MOST: usize = 64;

impl Place {
    /// The public page at this address below a language; `None` for pages that only the app has, and for what is
    /// no address of a page.
    pub(super) fn at(path: &str) -> Option<Self> {
        let pieces: Vec<&str> = path.trim_matches('/').split('/').collect();
        let slug = |text: &str| is_slug(text).then(|| text.to_owned());
        Some(match pieces.as_slice() {
            [""] => Self::Home,
            ["about"] => Self::About,
            ["glossary"] => Self::Glossary,
            ["learn"] => Self::Catalogue,
            ["learn", module] => Self::Module(slug(module)?),
            ["learn", _, "quiz"] => return None,
            ["learn", module, lesson] => Self::Lesson(slug(module)?, slug(lesson)?),
            ["experiences"] => Self::Experiences,
            ["experiences", "write"] => return None,
            ["experiences", experience] => Self::Experience(slug(experience)?),
            ["network"] => Self::Network,
            ["network", collectivity] => Self::Collectivity(slug(collectivity)?),
            ["certificates", number] => Self::Certificate(number_as_printed(number)?),
            _ => return None,
        })
    }

    /// The address below a language, with its slash; empty for the first page.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Catalogue => "/learn".to_owned(),
            Self::Module(module) => format!("/learn/{module}"),
            Self::Lesson(module, lesson) => format!("/learn/{module}/{lesson}"),
            Self::Experiences => "/experiences".to_owned(),
            Self::Experience(experience) => format!("/experiences/{experience}"),
            Self::Network => "/network".to_owned(),
            Self::Collectivity(collectivity) => format!("/network/{collectivity}"),
            Self::Certificate(number) => format!("/certificates/{number}"),
            Self::About => "/about".to_owned(),
            Self::Glossary => "/glossary".to_owned(),
        }
    }

    /// Whether it is a list, whose filters stand in the query of the address.
    pub(super) const fn is_list(&self) -> bool {
        matches!(self, Self::Catalogue | Self::Experiences | Self::Network)
    }

    /// The address in a language, from the root of the hub.
    pub(super) fn href(&self, lang: Lang) -> String {
        format!("/{}{}", lang.code(), self.path())
    }
}

/// A number in the form it is printed in. One that was typed with other signs is for the app to make sense of.
fn number_as_printed(number: &str) -> Option<String> {
    let is_plain = number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (is_plain && !number.is_empty() && number.len() <= NUMBER_MOST).then(|| number.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::router::is_app_page;

    #[test]
    fn a_public_page_is_a_page_of_the_app_at_the_same_address() {
        for address in [
            "",
            "learn",
            "learn/first-30-days",
            "learn/first-30-days/begin",
            "experiences",
            "experiences/tinghir",
            "network",
            "network/tinghir",
            "certificates/MTQ-2026-7F3K-9QXW",
            "about",
            "glossary",
        ] {
            let place = Place::at(address).unwrap_or_else(|| panic!("{address}"));
            assert_eq!(place.path().trim_start_matches('/'), address);
            assert!(is_app_page(address), "{address}");
        }
    }

    #[test]
    fn other_addresses_are_for_the_app_or_for_nobody() {
        for address in [
            "mine",
            "sign-in",
            "learn/first-30-days/quiz",
            "experiences/write",
            "experiences/write/1",
            "experiences/%3Cb%3E",
            "learn/A",
            "certificates/a%20b",
            "nothing",
            "learn/a/b/c",
        ] {
            assert_eq!(Place::at(address), None, "{address}");
        }
    }
}
