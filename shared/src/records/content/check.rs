use super::{Change, Source};
use crate::figures;
use crate::limits;
use crate::refusal::{Refusal, RefusalCode};

impl Change {
    /// Whether the rules take this change, wherever it is made: the composer asks before it sends, the server before it
    /// writes.
    ///
    /// # Errors
    /// [`RefusalCode::TooLong`] or [`RefusalCode::Invalid`], with the field.
    pub fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::Text { section, text, .. } => limits::at_most(section.word(), text, section.limit()),
            Self::Started { value } => valid("started", value.is_valid()),
            Self::Ended { value } => valid("ended", value.is_valid()),
            Self::Sources { value } => Source::check_all(value),
            Self::Budget { value } => {
                valid("budget", value.is_none_or(|value| value <= figures::MAX_DIRHAMS))
            }
            Self::Kind { .. } | Self::Principles { .. } | Self::Translation { .. } => Ok(()),
        }
    }
}

impl Source {
    /// Whether the rules take all of these.
    ///
    /// # Errors
    /// [`RefusalCode::TooLong`] or [`RefusalCode::Invalid`] of the field `sources`.
    pub fn check_all(all: &[Self]) -> Result<(), Refusal> {
        if all.len() > limits::SOURCES {
            return Err(Refusal::of_field(RefusalCode::TooLong, "sources").with_limit(limits::SOURCES));
        }
        all.iter().try_for_each(check_source)
    }
}

fn check_source(source: &Source) -> Result<(), Refusal> {
    limits::at_most("sources", &source.title, limits::SUMMARY)?;
    limits::at_most("sources", &source.url, limits::URL)?;
    valid(
        "sources",
        source.url.is_empty() || limits::is_address(&source.url),
    )
}

fn valid(field: &str, holds: bool) -> Result<(), Refusal> {
    if holds {
        Ok(())
    } else {
        Err(Refusal::of_field(RefusalCode::Invalid, field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::PartialDate;
    use rstest::rstest;

    fn date(text: &str) -> PartialDate {
        PartialDate(text.to_owned())
    }

    fn source(url: &str) -> Change {
        let title = "Rapport annuel".to_owned();
        let url = url.to_owned();
        Change::Sources {
            value: vec![Source { title, url }],
        }
    }

    #[rstest]
    #[case::no_cost(Change::Budget { value: None }, None)]
    #[case::the_highest_cost(Change::Budget { value: Some(figures::MAX_DIRHAMS) }, None)]
    #[case::more(Change::Budget { value: Some(figures::MAX_DIRHAMS + 1) }, Some("budget"))]
    #[case::a_month(Change::Started { value: date("2024-03") }, None)]
    #[case::no_month(Change::Started { value: date("2024-13") }, Some("started"))]
    #[case::no_day(Change::Ended { value: date("2024-02-31") }, Some("ended"))]
    #[case::printed(source(""), None)]
    #[case::address(source("https://commune.example/rapport"), None)]
    #[case::no_address(source("commune"), Some("sources"))]
    #[case::many(Change::Sources { value: vec![Source::default(); limits::SOURCES + 1] }, Some("sources"))]
    fn each_field_has_its_rule(#[case] change: Change, #[case] wrong: Option<&str>) {
        let refusal = change.check().err();
        assert_eq!(refusal.and_then(|refusal| refusal.field).as_deref(), wrong);
    }
}
