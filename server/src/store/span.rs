/// Which way a range is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest key first.
    Forward,
    /// Greatest key first.
    Backward,
}

/// Keys from one (included) to another (left out).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first key that belongs to it.
    pub from: Vec<u8>,
    /// The first key after it; `None` for no end.
    pub to: Option<Vec<u8>>,
}

impl Span {
    /// Every key.
    #[must_use]
    pub const fn all() -> Self {
        Self {
            from: Vec::new(),
            to: None,
        }
    }

    /// Every key that begins with `prefix`.
    #[must_use]
    pub fn prefix(prefix: &[u8]) -> Self {
        let mut after = prefix.to_vec();
        // The next prefix of the same length: the last byte that can grow does, what follows it falls away.
        while let Some(last) = after.pop() {
            if let Some(next) = last.checked_add(1) {
                after.push(next);
                break;
            }
        }
        Self {
            from: prefix.to_vec(),
            to: (!after.is_empty()).then_some(after),
        }
    }

    /// Whether no key can lie in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.to.as_ref().is_some_and(|to| *to <= self.from)
    }

    /// Whether a key lies in it.
    #[must_use]
    pub fn contains(&self, key: &[u8]) -> bool {
        key >= self.from.as_slice() && self.to.as_ref().is_none_or(|to| key < to.as_slice())
    }

    /// The same keys as bounds of the standard library.
    #[must_use]
    pub fn bounds(&self) -> (std::ops::Bound<&[u8]>, std::ops::Bound<&[u8]>) {
        let to = match &self.to {
            Some(to) => std::ops::Bound::Excluded(to.as_slice()),
            None => std::ops::Bound::Unbounded,
        };
        (std::ops::Bound::Included(self.from.as_slice()), to)
    }
}
