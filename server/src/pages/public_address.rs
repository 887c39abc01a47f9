//! The addresses of the public pages, below their language.

pub(super) use app::server::Page as PublicAddress;

use shared::certificate_number;
use shared::slug::is_slug;

/// The public page at this address below a language; `None` for pages that only the app has, and for what is no address
/// of a page.
pub(super) fn public_place_at(path: &str) -> Option<PublicAddress> {
    let place = PublicAddress::at(path).filter(PublicAddress::is_public)?;
    match place {
        PublicAddress::Certificate(number) => number_as_printed(&number).map(PublicAddress::Certificate),
        PublicAddress::Lesson(ref module, ref lesson) if !(is_slug(module) && is_slug(lesson)) => None,
        PublicAddress::Module(ref slug)
        | PublicAddress::Editions(ref slug)
        | PublicAddress::Edition(ref slug, _)
        | PublicAddress::Experience(ref slug)
        | PublicAddress::Collectivity(ref slug)
            if !is_slug(slug) =>
        {
            None
        }
        place => Some(place),
    }
}

/// Whether a page is a list, whose filters stand in the query of the address.
pub(super) const fn is_list(place: &PublicAddress) -> bool {
    matches!(
        place,
        PublicAddress::Catalogue
            | PublicAddress::Experiences
            | PublicAddress::Network
            | PublicAddress::Search
    )
}

/// A number in the form it is printed in. What holds none is for the app to make sense of.
fn number_as_printed(number: &str) -> Option<String> {
    let number = percent_encoding::percent_decode_str(number).decode_utf8_lossy();
    Some(certificate_number::read(&number)).filter(|number| certificate_number::is_printed(number))
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
            "learn/first-30-days/editions",
            "learn/first-30-days/editions/2.1",
            "experiences",
            "experiences/tinghir",
            "network",
            "network/tinghir",
            "certificates/MTQ-2026-7F3K-9QXW",
            "about",
            "glossary",
            "search",
        ] {
            let place = public_place_at(address).unwrap_or_else(|| panic!("{address}"));
            assert_eq!(place.below_language().trim_start_matches('/'), address);
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
            "learn/A/editions",
            "learn/a/editions/1",
        ] {
            assert_eq!(public_place_at(address), None, "{address}");
        }
    }
}
