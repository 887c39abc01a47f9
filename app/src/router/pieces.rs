use leptos_router::PossibleRouteMatch;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

/// The pieces of an address, in the form in which the router compares them.
pub(crate) type Segments = Arc<dyn PossibleRouteMatch + Send + Sync>;

/// The named pieces of a path without the language; `None` where the segments are others.
pub(crate) fn pieces_at(segments: &dyn PossibleRouteMatch, path: &str) -> Option<Vec<String>> {
    let found = segments.test(path).filter(|found| found.is_complete())?;
    Some(
        found
            .params()
            .into_iter()
            .skip(1)
            .map(|(_, piece)| piece)
            .collect(),
    )
}

/// The next piece as what the page takes.
pub(super) fn read<T: FromStr>(pieces: &mut impl Iterator<Item = String>) -> Option<T> {
    pieces.next()?.parse().ok()
}

/// A pattern with its named pieces filled in, in their order.
pub(super) fn filled(pattern: &str, pieces: &[&dyn Display]) -> String {
    let mut pieces = pieces.iter();
    let mut path = String::new();
    for wanted in pattern.split('/').filter(|wanted| !wanted.is_empty()) {
        path.push('/');
        match wanted.strip_prefix(':').and_then(|_name| pieces.next()) {
            Some(piece) => path.push_str(&piece.to_string()),
            None => path.push_str(wanted),
        }
    }
    path
}
