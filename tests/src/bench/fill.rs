use std::path::Path;

use server::accounts::credentials::Credentials;
use server::accounts::invitations::{NewPerson, open_account};
use server::accounts::secrets::Secret;
use server::accounts::sessions::{self, Session};
use server::clock::Clock;
use server::database::ensure_epoch;
use server::import;
use server::row_store::{self, RowStore};
use server::store::{DataFolder, RedbStore, Store as _, WriteTxn};
use shared::apply::store_experience;
use shared::ids::{CollectivityId, PersonId};
use shared::lang::Lang;
use shared::records::{Collectivity, InvitedAs, Roles};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::CollectivityRole;

use super::error::{BenchError, BenchResult, During as _};
use super::generator::{Generator, Writer};
use crate::simulator::Prng;

/// How many experiences share one commit while a folder is filled.
const BATCH: usize = 500;

/// How many addresses are remembered for asking.
const SLUGS_MOST: usize = 4_000;

/// How much a data folder gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Published experiences, beside those of the starter library.
    pub experiences: usize,
    /// People, each with a session.
    pub people: usize,
}

/// Somebody's device with a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Who is signed in.
    pub person: PersonId,
    /// Where they belong.
    pub collectivity: CollectivityId,
    /// What the cookie holds.
    pub secret: String,
}

/// What is in a data folder.
#[derive(Debug)]
pub struct Filled {
    /// One for each person.
    pub devices: Vec<Device>,
    /// Addresses of experiences.
    pub slugs: Vec<String>,
    /// Makes more texts of the same kind.
    pub generator: Generator,
    /// Size of the database file.
    pub bytes: u64,
}

/// Fills an empty data folder: the starter library, people and experiences, all of them through the server's own
/// authority and store. Only the sessions depend on the time.
///
/// # Errors
/// The folder cannot be written, or is not empty.
pub fn fill(folder: &Path, seed: u64, size: Size) -> BenchResult<Filled> {
    let now = Clock::system().now();
    let store = RedbStore::open(folder).during("opening the data folder")?;
    let mut chance = Prng::new(seed);
    ensure_epoch(&store, &mut chance).during("beginning the database")?;

    let mut txn = store.write().during("writing")?;
    // From the beginning, as a hub does: its first start is not the one that counts.
    row_store::count_usage(&mut *txn).during("writing")?;
    import::import(&mut *txn, &import::starter(), now, import::OnConflict::Keep)
        .during("importing the starter library")?;
    let members: Vec<Collectivity> = row_store::all::<Collectivity>(&*txn, Scope::Public)
        .during("reading the members")?
        .into_iter()
        .filter(Collectivity::is_member)
        .collect();
    let generator = Generator::new(seed, members.clone())?;
    let mut devices = Vec::with_capacity(size.people);
    let mut writers = Vec::with_capacity(size.people);
    for number in 0..size.people {
        let collectivity = chance
            .pick(&members)
            .ok_or_else(|| BenchError("no collectivity is a member".to_owned()))?
            .id;
        let (device, writer) = open_device(&mut *txn, number, collectivity, now, &mut chance)?;
        devices.push(device);
        writers.push(writer);
    }
    txn.commit().during("writing the people")?;

    let mut slugs = Vec::new();
    for first in (0..size.experiences).step_by(BATCH) {
        let mut txn = store.write().during("writing")?;
        let mut rows = RowStore::new(&mut *txn);
        for number in first..size.experiences.min(first + BATCH) {
            let Some(experience) = generator.experience(number, &writers) else {
                continue;
            };
            store_experience(&mut rows, &experience);
            slugs.extend(experience.slug.filter(|_| slugs.len() < SLUGS_MOST));
        }
        rows.finish().during("writing the experiences")?;
        txn.commit().during("writing the experiences")?;
    }
    drop(store);
    let file = DataFolder::database_of(folder);
    Ok(Filled {
        devices,
        slugs,
        generator,
        bytes: std::fs::metadata(file).during("weighing the database")?.len(),
    })
}

fn open_device(
    txn: &mut dyn WriteTxn,
    number: usize,
    collectivity: CollectivityId,
    now: Timestamp,
    chance: &mut Prng,
) -> BenchResult<(Device, Writer)> {
    let name = format!("Person {number}");
    let email = format!("person-{number}@example.ma");
    let lang = Lang::ALL.get(number % 3).copied().unwrap_or(Lang::Ar);
    let new = NewPerson::new(&name, &email, lang)
        .map_err(|refusal| BenchError(format!("a person was refused: {refusal:?}")))?;
    let roles = Roles::invited_as(InvitedAs::Collectivity {
        collectivity,
        role: CollectivityRole::Member,
    });
    let without_password = Credentials::new(None);
    let person =
        open_account(txn, new, roles, &without_password, now, chance).during("opening an account")?;
    let secret = Secret::new(chance).during("making a secret")?;
    let session = Session::begin(person.id, "bench", now);
    sessions::open(txn, secret.hash(), &session).during("opening a session")?;
    let device = Device {
        person: person.id,
        collectivity,
        secret: secret.text().to_owned(),
    };
    let writer = Writer {
        person: person.id,
        name,
    };
    Ok((device, writer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use server::accounts::secrets::SecretHash;
    use shared::records::ExperienceCard;

    fn fresh(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("multaqa-fill-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_filled_folder_holds_what_was_asked_for_and_is_sound() {
        let folder = fresh("sound");
        let size = Size {
            experiences: 30,
            people: 5,
        };
        let filled = fill(&folder, 1, size).unwrap();
        assert_eq!((filled.devices.len(), filled.slugs.len()), (5, 30));
        {
            let store = RedbStore::open(&folder).unwrap();
            let txn = store.read().unwrap();
            let cards = row_store::all::<ExperienceCard>(&*txn, Scope::Public).unwrap();
            let made = cards
                .iter()
                .filter(|card| filled.slugs.contains(&card.slug))
                .count();
            assert_eq!(made, 30);
            server::verify::verify(&*txn).sound().unwrap();
            for device in &filled.devices {
                let hash = SecretHash::of(&device.secret);
                let session = sessions::find(&*txn, hash, Clock::system().now()).unwrap();
                assert_eq!(session.map(|session| session.person), Some(device.person));
            }
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
