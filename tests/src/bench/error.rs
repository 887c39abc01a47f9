use std::fmt;

/// Why a measure could not be taken, in words for the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenchError(pub String);

/// What a measure gives.
pub type BenchResult<T> = Result<T, BenchError>;

impl BenchError {
    /// What was being done, and what came in the way.
    pub fn new(what: impl fmt::Display, cause: impl fmt::Display) -> Self {
        Self(format!("{what}: {cause}"))
    }
}

impl fmt::Display for BenchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BenchError {}

/// Says what was being done when something failed.
pub(super) trait During<T> {
    /// Names what was being done.
    fn during(self, what: &str) -> BenchResult<T>;
}

impl<T, E: fmt::Display> During<T> for Result<T, E> {
    fn during(self, what: &str) -> BenchResult<T> {
        self.map_err(|cause| BenchError::new(what, cause))
    }
}
