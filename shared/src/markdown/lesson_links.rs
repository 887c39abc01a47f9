//! Links between the lessons of one module, `[words](lesson:3)`.

/// What stands before the number.
const BEFORE: &str = "](lesson:";

/// The numbers of the lessons that a text links to.
pub fn lesson_links(text: &str) -> impl Iterator<Item = u32> + '_ {
    text.split(BEFORE)
        .skip(1)
        .filter_map(|rest| rest.split(')').next()?.parse().ok())
}

/// The text with each of these numbers replaced, in two digits; one for which there is no other stays as it is written.
#[must_use]
pub fn with_lesson_links(text: &str, number: impl Fn(u32) -> Option<u32>) -> String {
    let mut pieces = text.split(BEFORE);
    let mut changed = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        changed.push_str(BEFORE);
        let (written, rest) = piece.split_once(')').unwrap_or((piece, ""));
        let known: Option<u32> = written.parse().ok();
        match known.and_then(&number).filter(|other| known != Some(*other)) {
            Some(other) => {
                changed.push_str(&format!("{other:02}"));
                changed.push_str(piece.get(written.len()..).unwrap_or(rest));
            }
            None => changed.push_str(piece),
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_and_given_other_numbers() {
        let text = "See [this](lesson:3), [that](lesson:12) and [none](lesson:x), ](lesson:";
        assert_eq!(lesson_links(text).collect::<Vec<_>>(), [3, 12]);
        let other = with_lesson_links(text, |number| (number == 3).then_some(1));
        assert_eq!(
            other,
            "See [this](lesson:01), [that](lesson:12) and [none](lesson:x), ](lesson:"
        );
        assert_eq!(with_lesson_links("no link", |_| Some(1)), "no link");
        assert_eq!(with_lesson_links("[a](lesson:02)", |_| Some(2)), "[a](lesson:02)");
    }
}
