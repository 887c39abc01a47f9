//! How full the disk is, and what is then still written: while there is little room only small changes, so that a few
//! large ones do not take from everybody the possibility to save anything; at the very end none.
//!
//! Answers are transient and use up no number: what people wrote stays on their devices until there is room.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use shared::wire::{ApiErrorCode, Envelope};

use crate::error::{ApiError, ApiResult};

/// How much room there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Enough.
    #[default]
    Plenty,
    /// Enough for now, and time to do something about it: only the log says so.
    Scarce,
    /// Only small changes are written.
    Reserve,
    /// No changes are written.
    Full,
}

impl Room {
    /// At most so many bytes are free, and at most such a part of the disk: the smaller of both counts, so that
    /// small disks are of use too.
    const fn below(self) -> (u64, u64) {
        match self {
            Self::Plenty => (u64::MAX, 1),
            // Days of work of a large network.
            Self::Scarce => (2 * GIB, 5),
            // Ten thousand small changes and what the store copies for them.
            Self::Reserve => (GIB / 2, 10),
            // What the store needs to commit at all, and sessions to begin and end.
            Self::Full => (GIB / 16, 50),
        }
    }

    fn of(free: u64, total: u64) -> Self {
        [Self::Full, Self::Reserve, Self::Scarce]
            .into_iter()
            .find(|room| {
                let (bytes, part) = room.below();
                free < bytes.min(total / part)
            })
            .unwrap_or(Self::Plenty)
    }
}

const GIB: u64 = 1024 * 1024 * 1024;

/// The most bytes of JSON of a change that is written from the reserve: any comment, attempt or decision.
const SMALL: usize = 32 * 1024;

/// When a device asks again. Somebody has to make room first.
const RETRY_AFTER_SECONDS: u32 = 300;

/// Finds out how many bytes are free for this process, of how many in all; `None` where that cannot be found out.
type Measure = Box<dyn Fn() -> Option<(u64, u64)> + Send + Sync>;

/// Watches the disk of the data folder.
pub struct DiskSpace {
    measure: Measure,
    last: Mutex<Room>,
}

impl Default for DiskSpace {
    /// Watches nothing: the data is in memory.
    fn default() -> Self {
        Self::measured_by(|| None)
    }
}

impl std::fmt::Debug for DiskSpace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DiskSpace")
            .field("last", &self.last)
            .finish_non_exhaustive()
    }
}

impl DiskSpace {
    /// Watches the disk that this folder is on.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let folder = folder.to_owned();
        Self::measured_by(move || {
            let disk = fs4::statvfs(&folder).ok()?;
            Some((disk.available_space(), disk.total_space()))
        })
    }

    /// Watches what `measure` says: bytes that are free, of how many in all.
    #[must_use]
    pub fn measured_by(measure: impl Fn() -> Option<(u64, u64)> + Send + Sync + 'static) -> Self {
        Self {
            measure: Box::new(measure),
            last: Mutex::default(),
        }
    }

    /// Looks how much room there is; the log hears of each change of it once. One system call, which reads no disk.
    pub fn look(&self) -> Room {
        // What cannot be measured is not known to be full; a write that fails says so itself.
        let Some((free, total)) = (self.measure)() else {
            return Room::Plenty;
        };
        self.note(Room::of(free, total), free)
    }

    fn note(&self, room: Room, free: u64) -> Room {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if *last != room {
            let free_mib = free / (1024 * 1024);
            match room {
                Room::Plenty => tracing::info!(disk.free_mib = free_mib, "the disk has enough room again"),
                Room::Scarce => tracing::warn!(disk.free_mib = free_mib, "the disk is filling up: make room"),
                Room::Reserve => tracing::error!(
                    disk.free_mib = free_mib,
                    "the disk is nearly full: only small changes are written; make room"
                ),
                Room::Full => tracing::error!(
                    disk.free_mib = free_mib,
                    "the disk is full: no changes are written, devices keep them; make room"
                ),
            }
            *last = room;
        }
        room
    }

    /// Leaves out the changes of a push from the first for which there is no room.
    ///
    /// # Errors
    /// [`ApiErrorCode::DiskFull`] when there is already none for the first.
    pub fn admit(&self, changes: &mut Vec<Envelope>) -> ApiResult<()> {
        let most = match self.look() {
            Room::Plenty | Room::Scarce => return Ok(()),
            Room::Reserve => SMALL,
            Room::Full => 0,
        };
        let fits = |one: &Envelope| serde_json::to_vec(one).is_ok_and(|json| json.len() <= most);
        match changes.iter().position(|one| !fits(one)) {
            Some(0) => Err(ApiError::retry_after(ApiErrorCode::DiskFull, RETRY_AFTER_SECONDS)),
            Some(place) => {
                changes.truncate(place);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_disks_and_large_ones_keep_a_reserve() {
        let mib = |mib: u64| mib * 1024 * 1024;
        let cases = [
            (mib(50_000), mib(100_000), Room::Plenty),
            (mib(1_500), mib(100_000), Room::Scarce),
            (mib(400), mib(100_000), Room::Reserve),
            (mib(60), mib(100_000), Room::Full),
            (mib(60), mib(64), Room::Plenty),
            (mib(12), mib(64), Room::Scarce),
            (mib(6), mib(64), Room::Reserve),
            (mib(1), mib(64), Room::Full),
            (0, 0, Room::Plenty),
        ];
        for (free, total, room) in cases {
            assert_eq!(Room::of(free, total), room, "{free} of {total}");
        }
    }

    #[test]
    fn the_disk_of_a_folder_is_found() {
        let disk = DiskSpace::of(&std::env::temp_dir());
        let (free, total) = (disk.measure)().unwrap();
        assert!(total > 0 && free <= total);
        assert!((DiskSpace::of(Path::new("/nowhere/at/all")).measure)().is_none());
    }
}
