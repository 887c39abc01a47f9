//! What the directory shows: kept in the address, so that a list can be shared and comes back as it was.

use shared::lang::Lang;
use shared::records::Collectivity;
use shared::search::normalise;
use shared::vocabulary::CollectivityKind;

/// What the reader wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Words of a name, as typed.
    pub(crate) words: String,
    /// Code of a region, `01` to `12`.
    pub(crate) region: Option<String>,
    /// One level.
    pub(crate) kind: Option<CollectivityKind>,
    /// The whole national list instead of the members.
    pub(crate) everyone: bool,
}

impl Filter {
    /// Reads the query of an address. A word that means nothing filters nothing.
    pub(crate) fn from_query(value_of: impl Fn(&str) -> Option<String>) -> Self {
        let is_region = |code: &String| {
            code.len() == 2 && code.parse::<u8>().is_ok_and(|number| (1..=12).contains(&number))
        };
        Self {
            words: value_of("q").unwrap_or_default(),
            region: value_of("region").filter(is_region),
            kind: value_of("kind").and_then(|word| CollectivityKind::from_word(&word)),
            everyone: value_of("list").as_deref() == Some("all"),
        }
    }

    /// The query that says it; empty when nothing is filtered. `encode` escapes what was typed.
    pub(crate) fn to_query(&self, encode: impl Fn(&str) -> String) -> String {
        let mut parts = Vec::new();
        if !self.words.trim().is_empty() {
            parts.push(format!("q={}", encode(&self.words)));
        }
        parts.extend(self.region.as_ref().map(|code| format!("region={code}")));
        parts.extend(self.kind.map(|kind| format!("kind={}", kind.word())));
        if self.everyone {
            parts.push("list=all".to_owned());
        }
        parts.join("&")
    }

    /// Whether a collectivity gets through. `names` is [`searchable`] of it, `words` the normalised words typed.
    pub(crate) fn keeps(&self, place: &Collectivity, names: &str, words: &[String]) -> bool {
        self.region.as_ref().is_none_or(|region| *region == place.region)
            && self.kind.is_none_or(|kind| kind == place.kind)
            && words.iter().all(|word| names.contains(word.as_str()))
    }

    /// The words typed, as [`Self::keeps`] compares them.
    pub(crate) fn normalised_words(&self) -> Vec<String> {
        normalise(&self.words)
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    }
}

/// The names of a collectivity and of its province in all languages, in the form in which words are looked for.
pub(crate) fn searchable(place: &Collectivity) -> String {
    let names = std::iter::once(&place.name)
        .chain(&place.province)
        .flat_map(|names| Lang::ALL.into_iter().filter_map(|lang| names.get(lang)));
    names.map(normalise).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::CollectivityId;
    use shared::lang::Translated;

    fn place(names: [&str; 3], kind: CollectivityKind, region: &str) -> Collectivity {
        let [ar, fr, en] = names;
        Collectivity {
            id: CollectivityId::from_name(fr),
            slug: fr.to_lowercase(),
            kind,
            code: String::new(),
            region: region.to_owned(),
            name: Translated::new(ar, fr, en),
            province: None,
            shares_name: false,
            population: None,
            joined: None,
            source: None,
        }
    }

    #[test]
    fn a_name_is_found_in_any_language_and_spelling() {
        let melloul = place(
            ["أيت ملول", "Aït Melloul", "Aït Melloul"],
            CollectivityKind::Commune,
            "09",
        );
        for typed in ["ait mel", "آيت", "ملول", "MELLOUL"] {
            let filter = Filter {
                words: typed.to_owned(),
                ..Filter::default()
            };
            assert!(
                filter.keeps(&melloul, &searchable(&melloul), &filter.normalised_words()),
                "{typed}"
            );
        }
        let other = Filter {
            words: "agadir".to_owned(),
            ..Filter::default()
        };
        assert!(!other.keeps(&melloul, &searchable(&melloul), &other.normalised_words()));
    }

    #[test]
    fn an_address_says_what_is_shown_and_survives_nonsense() {
        let filter = Filter {
            words: "فاس".to_owned(),
            region: Some("03".to_owned()),
            kind: Some(CollectivityKind::Province),
            everyone: true,
        };
        assert_eq!(
            filter.to_query(str::to_owned),
            "q=فاس&region=03&kind=province&list=all"
        );
        let nonsense = Filter::from_query(|name| match name {
            "region" => Some("13".to_owned()),
            "kind" => Some("village".to_owned()),
            _ => None,
        });
        assert_eq!(nonsense, Filter::default());
    }
}
