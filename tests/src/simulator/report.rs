use std::collections::BTreeMap;

/// How a run went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SimulationReport {
    /// Changes that people were told are saved.
    pub saved: usize,
    /// Of these, applied by the server, by the word of the mutation.
    pub applied: BTreeMap<String, usize>,
    /// Of these, refused by the server, by the code of the refusal.
    pub refused: BTreeMap<&'static str, usize>,
    /// Times the server went back to a backup.
    pub restores: usize,
    /// Crashes of either side, revived and doubled storages.
    pub crashes: usize,
    /// Texts of drafts that people were told are saved and that were looked for.
    pub texts: usize,
    /// Of these, kept beside the current one.
    pub kept: usize,
    /// Saves of drafts that were joined to an earlier one.
    pub joined: usize,
    /// Corrections and editions of modules that came out.
    pub editions: usize,
    /// Attempts that arrived after another edition had come out.
    pub late: usize,
    /// Texts of modules that stood beside others, at the end.
    pub module_texts: usize,
    /// Modules and editions that people wrote and published.
    pub written: usize,
}

impl SimulationReport {
    /// Adds another run to this one.
    pub fn add(&mut self, other: Self) {
        self.saved += other.saved;
        self.restores += other.restores;
        self.crashes += other.crashes;
        self.texts += other.texts;
        self.kept += other.kept;
        self.joined += other.joined;
        self.editions += other.editions;
        self.late += other.late;
        self.module_texts += other.module_texts;
        self.written += other.written;
        for (word, count) in other.applied {
            *self.applied.entry(word).or_default() += count;
        }
        for (code, count) in other.refused {
            *self.refused.entry(code).or_default() += count;
        }
    }
}
