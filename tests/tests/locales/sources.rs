use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files_below(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, into);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            into.push((path.display().to_string(), text));
        }
    }
}

/// The app's Rust sources, without their unit tests.
pub(crate) fn rust() -> Vec<(String, String)> {
    let mut files = Vec::new();
    files_below(&root().join("app/src"), &mut files);
    files.retain(|(name, _)| name.ends_with(".rs") && !name.ends_with("/tests.rs"));
    assert!(files.len() > 50, "the sources were not found");
    for (_, text) in &mut files {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        // Comments may show how messages are asked for; their lines stay, so that line numbers stay right.
        let lines = code.lines().map(|line| {
            if line.trim_start().starts_with("//") {
                ""
            } else {
                line
            }
        });
        *text = lines.collect::<Vec<_>>().join("\n");
    }
    files
}

/// The sources of the server's own pages, without their unit tests.
pub(crate) fn server_pages() -> Vec<(String, String)> {
    let mut files = Vec::new();
    files_below(&root().join("server/src/pages"), &mut files);
    assert!(files.len() > 10, "the server's pages were not found");
    for (_, text) in &mut files {
        *text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    }
    files
}

/// Everything that may ask for a message.
pub(crate) fn everything() -> Vec<(String, String)> {
    let mut files = rust();
    for file in ["app/index.html", "app/reset.html", "app/boot.js"] {
        files.push((
            file.to_owned(),
            std::fs::read_to_string(root().join(file)).unwrap(),
        ));
    }
    files_below(&root().join("server/src"), &mut files);
    files_below(&root().join("xtask/src/site"), &mut files);
    files
}

/// The literals that stand first in the brackets of these calls.
fn first_literals(text: &str, calls: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for call in calls {
        for (at, _) in text.match_indices(call) {
            let is_whole = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let rest = text[at + call.len()..].trim_start();
            if let (true, Some(rest)) = (is_whole, rest.strip_prefix('"'))
                && let Some((literal, _)) = rest.split_once('"')
            {
                found.push(literal.to_owned());
            }
        }
    }
    found
}

/// The keys that this source asks for literally.
pub(crate) fn keys_asked_for(text: &str) -> Vec<String> {
    first_literals(text, &["t!(", "text!("])
}

/// The keys that a page of the server asks for literally.
pub(crate) fn keys_asked_for_by_server(text: &str) -> Vec<String> {
    first_literals(
        text,
        &[
            "words.text(",
            "words.fill(",
            "self.text(",
            "self.fill(",
            "self.plain_fill(",
        ],
    )
}

/// The families that this source makes keys of.
pub(crate) fn families_asked_for(text: &str) -> Vec<String> {
    first_literals(text, &["key_of(", "words.word("])
}

/// The own names of the languages, which are the same in every language.
const NOT_WORDS: [&str; 3] = ["العربية", "Français", "English"];

/// Attributes whose values people read or hear.
const READ_ATTRIBUTES: [&str; 5] = ["title=", "aria-label=", "placeholder=", "alt=", "label="];

/// Words that a person would read, written in Rust. It looks for text nodes (a literal alone on its line, or between
/// tags), for the attributes above, and for Arabic letters anywhere.
pub(crate) fn words_in_views(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for (before, literal, after) in literals(code) {
            let before = before.trim_end();
            // Three letters on end: the path of an icon has none.
            let has_words = literal
                .split(|c: char| !c.is_alphabetic())
                .any(|word| word.chars().count() > 2)
                && !literal.contains('⟦');
            let is_node = before.ends_with('>') && after.trim_start().starts_with('<')
                || before.is_empty() && after.trim().is_empty() && literal.contains(' ');
            let is_read = READ_ATTRIBUTES.iter().any(|name| before.ends_with(name));
            let is_arabic = literal.chars().any(|c| ('\u{621}'..='\u{64a}').contains(&c));
            if has_words && (is_node || is_read || is_arabic) && !NOT_WORDS.contains(&literal) {
                found.push((number + 1, literal.to_owned()));
            }
        }
    }
    found
}

/// The string literals of a line with what stands before and after each.
fn literals(line: &str) -> Vec<(&str, &str, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = line[from..].find('"').map(|at| from + at) {
        let Some(close) = line[open + 1..].find('"').map(|at| open + 1 + at) else {
            break;
        };
        found.push((&line[..open], &line[open + 1..close], &line[close + 1..]));
        from = close + 1;
    }
    found
}
