//! A backup as one file: its parts, each with a hash, and a hash of all.
//!
//! ```text
//! "multaqa backup 1\n"            what it is
//! format                          u32: the format of the data, as in a database
//! for each part:
//!   length, word                  u8 and bytes: the table, never empty
//!   for each entry: key, value    each as u32 and bytes, by key
//!   end                           u32::MAX
//!   count                         u64: how many entries
//!   hash                          SHA-256 of the part up to here
//! 0                               u8: no more parts
//! hash                            SHA-256 of everything before
//! ```
//!
//! Numbers are little-endian. Nothing else than this file is needed to tell whether it is whole.

use super::{BackupError, failed};
use crate::private;
use crate::store::{Direction, Entry, FORMAT, ReadTxn, Span, StoreError, Table};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

const MAGIC: &[u8] = b"multaqa backup 1\n";
const HASH: usize = 32;
const END_OF_PART: u32 = u32::MAX;

/// How many entries are read from the store or handed on at a time.
const AT_ONCE: usize = 2_000;

/// No key is longer, in bytes; one that says so is damaged.
const KEY_MOST: u32 = 64 * 1024;

/// Whether a file begins as a backup with hashes does. Earlier versions wrote a database instead.
pub(super) fn is_archive(file: &Path) -> Result<bool, BackupError> {
    let mut begins = Vec::new();
    File::open(file)
        .and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut begins))
        .map_err(failed(file))?;
    Ok(begins == MAGIC)
}

/// Hashes what passes through: all of it, and the part that it is in.
struct Hashing<T> {
    through: T,
    all: Sha256,
    part: Sha256,
}

impl<T> Hashing<T> {
    fn new(through: T) -> Self {
        Self {
            through,
            all: Sha256::new(),
            part: Sha256::new(),
        }
    }

    fn note(&mut self, bytes: &[u8]) {
        self.all.update(bytes);
        self.part.update(bytes);
    }

    fn end_part(&mut self) -> [u8; HASH] {
        std::mem::take(&mut self.part).finalize().into()
    }
}

impl<T: Write> Hashing<T> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.note(bytes);
        self.through.write_all(bytes)
    }

    fn put_counted(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len())
            .ok()
            .filter(|length| *length < END_OF_PART);
        let length = length.ok_or_else(|| io::Error::other("an entry is too large for a backup"))?;
        self.put(&length.to_le_bytes())?;
        self.put(bytes)
    }
}

impl<T: Read> Hashing<T> {
    fn take<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.through.read_exact(&mut bytes)?;
        self.note(&bytes);
        Ok(bytes)
    }

    fn take_u32(&mut self) -> io::Result<u32> {
        Ok(u32::from_le_bytes(self.take()?))
    }

    fn take_bytes(&mut self, length: u32) -> io::Result<Vec<u8>> {
        // Grows with what is there: a damaged length must not ask for memory that nothing fills.
        let mut bytes = Vec::new();
        (&mut self.through).take(length.into()).read_to_end(&mut bytes)?;
        if bytes.len() as u64 != u64::from(length) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.note(&bytes);
        Ok(bytes)
    }

    fn take_hash(&mut self) -> io::Result<[u8; HASH]> {
        let mut hash = [0; HASH];
        self.through.read_exact(&mut hash)?;
        self.all.update(hash);
        Ok(hash)
    }
}

/// Writes everything of one reading to a file that must not exist yet, durably.
pub(super) fn write(txn: &dyn ReadTxn, file: &Path) -> Result<(), BackupError> {
    let made = private::create_file(file).map_err(failed(file))?;
    let mut out = Hashing::new(BufWriter::new(made));
    out.put(MAGIC)
        .and_then(|()| out.put(&FORMAT.to_le_bytes()))
        .map_err(failed(file))?;
    for table in Table::ALL {
        write_part(txn, *table, &mut out, file)?;
    }
    finish(out).map_err(failed(file))
}

fn finish(mut out: Hashing<BufWriter<File>>) -> io::Result<()> {
    out.put(&[0])?;
    let hash = out.all.finalize();
    out.through.write_all(&hash)?;
    let file = out.through.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()
}

fn write_part(
    txn: &dyn ReadTxn,
    table: Table,
    out: &mut Hashing<BufWriter<File>>,
    file: &Path,
) -> Result<(), BackupError> {
    out.end_part();
    let word = table.word().as_bytes();
    let length = u8::try_from(word.len()).unwrap_or(u8::MAX);
    out.put(&[length])
        .and_then(|()| out.put(word))
        .map_err(failed(file))?;
    let mut count: u64 = 0;
    let mut rest = Span::all();
    loop {
        let entries = txn.range(table, &rest, Direction::Forward, AT_ONCE)?;
        let Some((last, _)) = entries.last() else { break };
        rest.from = [last.as_slice(), &[0]].concat();
        count += entries.len() as u64;
        for (key, value) in &entries {
            out.put_counted(key)
                .and_then(|()| out.put_counted(value))
                .map_err(failed(file))?;
        }
    }
    out.put(&END_OF_PART.to_le_bytes())
        .and_then(|()| out.put(&count.to_le_bytes()))
        .and_then(|()| {
            let hash = out.end_part();
            out.put(&hash)
        })
        .map_err(failed(file))
}

/// Reads the whole file and compares every hash.
///
/// # Errors
/// [`BackupError::Damaged`] naming the parts that are; nothing of the file should be used then.
pub(super) fn check(file: &Path) -> Result<(), BackupError> {
    read(file, &mut |_, _| Ok(()))
}

/// Reads the whole file as [`check`] does, handing on the entries of each table by key, a few thousand at a time.
/// What was handed on counts only if this succeeds.
pub(super) fn read(
    file: &Path,
    hand_on: &mut dyn FnMut(Table, Vec<Entry>) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    let opened = File::open(file).map_err(failed(file))?;
    let mut reader = Reader {
        from: Hashing::new(BufReader::with_capacity(64 * 1024, opened)),
        within: "its beginning".to_owned(),
        wrong: Vec::new(),
        is_newer: false,
    };
    let outcome = reader.read(hand_on);
    let damaged = |parts: String| BackupError::Damaged {
        path: file.to_path_buf(),
        parts,
    };
    match outcome {
        Ok(()) if reader.wrong.is_empty() => Ok(()),
        Ok(()) => Err(damaged(reader.wrong.join(", "))),
        Err(Stop::Backup(error)) => Err(error),
        Err(Stop::Read(error)) if !is_damage(&error) => Err(failed(file)(error)),
        Err(Stop::Read(_)) => {
            let within = std::mem::take(&mut reader.within);
            if !reader.wrong.contains(&within) {
                reader.wrong.push(within);
            }
            Err(damaged(reader.wrong.join(", ")))
        }
    }
}

/// Whether the file was read, and does not go on as it should.
fn is_damage(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData
    )
}

enum Stop {
    Read(io::Error),
    Backup(BackupError),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Read(error)
    }
}

impl From<BackupError> for Stop {
    fn from(error: BackupError) -> Self {
        Self::Backup(error)
    }
}

struct Reader {
    from: Hashing<BufReader<File>>,
    /// The part that is read.
    within: String,
    /// The parts that are not what was written.
    wrong: Vec<String>,
    /// Whether there is a part that this version knows nothing of.
    is_newer: bool,
}

impl Reader {
    fn read(
        &mut self,
        hand_on: &mut dyn FnMut(Table, Vec<Entry>) -> Result<(), BackupError>,
    ) -> Result<(), Stop> {
        if self.from.take::<{ MAGIC.len() }>()? != MAGIC {
            return Err(io::Error::from(io::ErrorKind::InvalidData).into());
        }
        let format = self.from.take_u32()?;
        loop {
            self.from.end_part();
            let [length] = self.from.take()?;
            if length == 0 {
                break;
            }
            let word = self.from.take_bytes(length.into())?;
            let table = Table::ALL.iter().find(|table| table.word().as_bytes() == word);
            self.within = table
                .map_or("a part whose name cannot be read", |table| table.word())
                .to_owned();
            self.is_newer |= table.is_none();
            self.read_part(table.copied(), hand_on)?;
        }
        self.within = "its end".to_owned();
        let wanted: [u8; HASH] = self.from.all.clone().finalize().into();
        let is_whole = self.from.take_hash()? == wanted && self.from.through.read(&mut [0])? == 0;
        if !is_whole && self.wrong.is_empty() {
            self.wrong.push("the order or number of its parts".to_owned());
        }
        if self.wrong.is_empty() && (self.is_newer || format > FORMAT) {
            return Err(BackupError::from(StoreError::NewerFormat(format)).into());
        }
        Ok(())
    }

    fn read_part(
        &mut self,
        table: Option<Table>,
        hand_on: &mut dyn FnMut(Table, Vec<Entry>) -> Result<(), BackupError>,
    ) -> Result<(), Stop> {
        let mut count: u64 = 0;
        let mut entries = Vec::new();
        loop {
            let length = self.from.take_u32()?;
            if length == END_OF_PART || entries.len() == AT_ONCE {
                let ready = std::mem::take(&mut entries);
                // Damage is looked for to the end, and named whole, but nothing of it is handed on.
                if let (Some(table), true) = (table, self.wrong.is_empty()) {
                    hand_on(table, ready)?;
                }
            }
            if length == END_OF_PART {
                break;
            }
            if length > KEY_MOST {
                return Err(io::Error::from(io::ErrorKind::InvalidData).into());
            }
            let key = self.from.take_bytes(length)?;
            let length = self.from.take_u32()?;
            entries.push((key, self.from.take_bytes(length)?));
            count += 1;
        }
        let held = u64::from_le_bytes(self.from.take()?);
        let wanted = self.from.end_part();
        if self.from.take_hash()? != wanted || held != count {
            self.wrong.push(self.within.clone());
        }
        Ok(())
    }
}
