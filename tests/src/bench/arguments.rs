use std::path::PathBuf;

/// What the bench is told on its command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// Fewer and shorter runs, for trying it.
    pub is_quick: bool,
    /// How many experiences the large hub gets.
    pub experiences: usize,
    /// The parts to measure; all when empty.
    pub only: Vec<String>,
    /// The server's program.
    pub server: PathBuf,
    /// The built app, where the program does not carry it.
    pub site: Option<PathBuf>,
    /// Where data folders are made; emptied first.
    pub work: PathBuf,
    /// Where the table goes, without the ending.
    pub table: PathBuf,
    /// Kolibri's program.
    pub peer: Option<PathBuf>,
    /// Kolibri's folder, provisioned.
    pub peer_home: Option<PathBuf>,
    /// Why there is no Kolibri.
    pub peer_missing: String,
}

/// The parts of the bench, in the order in which they are measured.
pub(super) const PARTS: [&str; 7] = [
    "server", "search", "attack", "growth", "browser", "touches", "peer",
];

impl Arguments {
    /// Reads the command line.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut read = Self {
            is_quick: false,
            experiences: 0,
            only: Vec::new(),
            server: PathBuf::new(),
            site: None,
            work: PathBuf::new(),
            table: PathBuf::new(),
            peer: None,
            peer_home: None,
            peer_missing: "no Kolibri was named".to_owned(),
        };
        while let Some(word) = words.next() {
            if word == "--quick" {
                read.is_quick = true;
                continue;
            }
            let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
            match word.as_str() {
                "--experiences" => {
                    read.experiences = value.parse().map_err(|_| format!("{value} is not a number"))?;
                }
                "--only" => {
                    if !PARTS.contains(&value.as_str()) {
                        return Err(format!("{value} is none of {}", PARTS.join(", ")));
                    }
                    read.only.push(value);
                }
                "--server" => read.server = value.into(),
                "--site" => read.site = Some(value.into()),
                "--work" => read.work = value.into(),
                "--table" => read.table = value.into(),
                "--peer" => read.peer = Some(value.into()),
                "--peer-home" => read.peer_home = Some(value.into()),
                "--peer-missing" => read.peer_missing = value,
                _ => return Err(format!("{word} is not known")),
            }
        }
        for (name, path) in [
            ("--server", &read.server),
            ("--work", &read.work),
            ("--table", &read.table),
        ] {
            if path.as_os_str().is_empty() {
                return Err(format!("{name} is needed"));
            }
        }
        if read.experiences == 0 {
            read.experiences = if read.is_quick { 3_000 } else { 100_000 };
        }
        Ok(read)
    }

    pub(super) fn wants(&self, part: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|wanted| wanted == part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments, String> {
        Arguments::read(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn the_size_depends_on_how_much_time_there_is_unless_it_is_said() {
        let needed = "--server s --work w --table t";
        assert_eq!(read(needed).unwrap().experiences, 100_000);
        assert_eq!(read(&format!("{needed} --quick")).unwrap().experiences, 3_000);
        assert_eq!(
            read(&format!("{needed} --quick --experiences 7"))
                .unwrap()
                .experiences,
            7
        );
    }

    #[test]
    fn a_slip_of_the_keyboard_is_not_ignored() {
        assert!(
            read("--server s --work w --table t --only brwoser")
                .unwrap_err()
                .contains("brwoser")
        );
        assert!(read("--server s --work w --tabel t").is_err());
        assert!(read("--server s --work w").unwrap_err().contains("--table"));
    }

    #[test]
    fn without_a_choice_everything_is_measured() {
        let all = read("--server s --work w --table t").unwrap();
        assert!(PARTS.iter().all(|part| all.wants(part)));
        let one = read("--server s --work w --table t --only peer").unwrap();
        assert!(one.wants("peer") && !one.wants("server"));
    }
}
