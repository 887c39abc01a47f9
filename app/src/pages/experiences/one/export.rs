//! An experience as a file: Markdown to be read and reused, JSON to be worked with. In one language.

use serde_json::{Value, json};
use shared::lang::Lang;
use shared::records::{Collectivity, Experience, Section};

/// What stands beside the text in a file, in words of its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// Term and value of each fact, in order.
    pub(super) facts: Vec<(String, String)>,
    /// The name of each section that has text.
    pub(super) headings: Vec<(Section, String)>,
    /// The heading over the sources.
    pub(super) sources: String,
    /// How to cite it, with its address.
    pub(super) citation: String,
}

/// The report as Markdown.
pub(super) fn markdown(experience: &Experience, lang: Lang, beside: &Beside) -> String {
    let content = &experience.content;
    let best = |section: Section| {
        content
            .texts
            .get(&section)
            .and_then(|text| text.best(lang))
            .map(|(_, text)| text.trim())
            .unwrap_or_default()
    };
    let mut blocks = vec![format!("# {}", best(Section::Title).replace('\n', " "))];
    let summary = best(Section::Summary);
    if !summary.is_empty() {
        blocks.push(summary.to_owned());
    }
    let facts: Vec<String> = beside
        .facts
        .iter()
        .map(|(term, value)| format!("- **{term}** {value}"))
        .collect();
    if !facts.is_empty() {
        blocks.push(facts.join("\n"));
    }
    for (section, heading) in &beside.headings {
        blocks.push(format!("## {heading}"));
        blocks.push(best(*section).to_owned());
    }
    if !content.sources.is_empty() {
        blocks.push(format!("## {}", beside.sources));
        let sources: Vec<String> = content
            .sources
            .iter()
            .map(|source| match (source.title.trim(), source.url.as_str()) {
                (title, "") => format!("- {title}"),
                ("", url) => format!("- <{url}>"),
                (title, url) => format!("- {title} <{url}>"),
            })
            .collect();
        blocks.push(sources.join("\n"));
    }
    blocks.push("---".to_owned());
    blocks.push(beside.citation.clone());
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

/// The report as JSON: texts in one language, everything else as the folder format names it.
pub(super) fn json(
    experience: &Experience,
    lang: Lang,
    collectivity: Option<&Collectivity>,
    address: &str,
) -> String {
    let content = &experience.content;
    let texts: serde_json::Map<String, Value> = Section::ALL
        .into_iter()
        .filter_map(|section| {
            let (written_in, text) = content.texts.get(&section)?.best(lang)?;
            let mut entry = json!({ "text": text });
            if written_in != lang
                && let Some(entry) = entry.as_object_mut()
            {
                entry.insert("language".to_owned(), json!(written_in.code()));
            }
            Some((section.word().to_owned(), entry))
        })
        .collect();
    let name = collectivity.and_then(|one| one.name.best(lang));
    let whole = json!({
        "address": address,
        "language": lang.code(),
        "type": content.kind.word(),
        "principles": content.principles.iter().map(|one| one.word()).collect::<Vec<_>>(),
        "collectivity": collectivity.map(|one| json!({
            "slug": one.slug,
            "code": one.code,
            "region": one.region,
            "name": name.map(|(_, name)| name),
        })),
        "started": content.started.0,
        "ended": content.ended.0,
        "budget_mad": content.budget_mad,
        "texts": texts,
        "sources": content.sources,
        "languages": content.languages().iter().map(|one| one.code()).collect::<Vec<_>>(),
        "published": Some(experience.published_on()).filter(|date| !date.is_unknown()),
        "revision": experience.revision,
    });
    // A tree of text and numbers can always be written.
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{CollectivityId, ExperienceId};
    use shared::lang::Translated;
    use shared::records::{ExperienceContent, LibraryDates, PartialDate, Source};
    use shared::time::Timestamp;
    use shared::vocabulary::ExperienceState;

    fn experience() -> Experience {
        let mut content = ExperienceContent::default();
        content.texts.insert(
            Section::Title,
            Translated::new("الميزانية التشاركية", "Budget participatif", ""),
        );
        content
            .texts
            .insert(Section::Problem, Translated::only(Lang::Ar, "ضعف المشاركة."));
        content.sources.push(Source {
            title: "Rapport".into(),
            url: "https://tinghir.ma/".into(),
        });
        Experience {
            id: ExperienceId::from_name("a"),
            slug: Some("a".into()),
            collectivity: CollectivityId::from_name("tinghir"),
            author: None,
            state: ExperienceState::Published,
            revision: 3,
            content,
            previous: None,
            created: Timestamp(0),
            updated: Timestamp(0),
            submitted: None,
            published: Some(Timestamp(951_782_400_000)),
            decision: None,
            versions: Vec::new(),
            writers: Vec::new(),
            library_dates: Some(LibraryDates {
                published: PartialDate("2000-02-29".into()),
                updated: PartialDate::default(),
            }),
        }
    }

    #[test]
    fn the_markdown_file_reads_as_the_page_does() {
        let beside = Beside {
            facts: vec![("Région".into(), "Drâa-Tafilalet".into())],
            headings: vec![(Section::Problem, "Problème".into())],
            sources: "Sources".into(),
            citation: "Tinghir. https://hub.ma/fr/experiences/a".into(),
        };
        assert_eq!(
            markdown(&experience(), Lang::Fr, &beside),
            "# Budget participatif\n\n- **Région** Drâa-Tafilalet\n\n## Problème\n\nضعف المشاركة.\n\n## Sources\n\n\
             - Rapport <https://tinghir.ma/>\n\n---\n\nTinghir. https://hub.ma/fr/experiences/a\n"
        );
    }

    #[test]
    fn the_json_file_says_which_text_is_in_another_language() {
        let read: Value = serde_json::from_str(&json(
            &experience(),
            Lang::Fr,
            None,
            "https://hub.ma/fr/experiences/a",
        ))
        .unwrap();
        assert_eq!(read["texts"]["title"], json!({ "text": "Budget participatif" }));
        assert_eq!(
            read["texts"]["problem"],
            json!({ "text": "ضعف المشاركة.", "language": "ar" })
        );
        assert_eq!(read["published"], "2000-02-29");
        assert_eq!(read["budget_mad"], Value::Null);
    }
}
