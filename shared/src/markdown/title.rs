//! The title of a lesson is the first line of its file: `# Title`.

/// Separates the leading `# Title` from what follows; `None` when the text does not open with one.
///
/// The title is one line of plain text; the body loses the one blank line before it and keeps everything else.
#[must_use]
pub fn split_title(source: &str) -> Option<(&str, &str)> {
    let (first_line, body) = source.split_once('\n').unwrap_or((source, ""));
    let title = first_line.strip_prefix("# ")?.trim();
    if title.is_empty() {
        return None;
    }
    let body = body
        .strip_prefix('\n')
        .or_else(|| body.strip_prefix("\r\n"))
        .unwrap_or(body);
    Some((title, body))
}

/// Puts a title back above a body, as [`split_title`] reads it.
#[must_use]
pub fn join_title(title: &str, body: &str) -> String {
    if body.is_empty() {
        format!("# {title}\n")
    } else {
        format!("# {title}\n\n{body}")
    }
}
