//! Files and folders that only the account of the hub may read, whatever the umask of the process.
//!
//! Systems without Unix permissions have no such modes: there a file has the rights of its folder.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The options of a file that is written: a new one is readable and writable (0600) for its owner alone.
#[must_use]
pub fn file_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a file that must not exist yet, for reading and writing.
///
/// # Errors
/// It exists or cannot be made.
pub fn create_file(path: &Path) -> io::Result<File> {
    file_options().read(true).create_new(true).open(path)
}

/// Makes a folder and those above it where they are missing, for their owner alone (0700). The mode of a folder
/// that exists is its owner's choice and stays.
///
/// # Errors
/// One of them cannot be made.
pub fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Takes the rights of everybody else from a file that exists, such as one that an earlier version wrote.
///
/// # Errors
/// It is not this account's, or not there.
pub fn restrict_file(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Writes a whole file under another name first, so that a reader of `path` sees the old bytes or the new ones.
///
/// # Errors
/// The file is as it was.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = beside(path, &format!("{}.unfinished", std::process::id()));
    remove_if_there(&unfinished)?;
    let mut file = create_file(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    sync_folder_of(path)
}

/// The same path with a further ending.
#[must_use]
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// Removes a file; nothing happens when it is not there.
///
/// # Errors
/// It is there and cannot be removed.
pub fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Makes the name of a file durable: a name is when its folder is.
///
/// # Errors
/// The folder cannot be read.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        File::open(parent.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;
    use std::os::unix::fs::PermissionsExt as _;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn what_is_made_is_for_its_owner_alone() {
        let folder = TestFolder::new();
        let below = folder.path().join("a/b");
        create_folder(&below).unwrap();
        assert_eq!((mode(&folder.path().join("a")), mode(&below)), (0o700, 0o700));
        let file = below.join("file");
        create_file(&file).unwrap();
        assert_eq!(mode(&file), 0o600);
        assert!(create_file(&file).is_err(), "it exists");
        write_file(&below.join("whole"), b"text").unwrap();
        assert_eq!(mode(&below.join("whole")), 0o600);
        assert_eq!(
            fs::read_dir(&below).unwrap().count(),
            2,
            "nothing unfinished stays"
        );
    }

    #[test]
    fn what_others_could_read_is_taken_from_them() {
        let folder = TestFolder::new();
        let file = folder.path().join("file");
        fs::write(&file, b"old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        restrict_file(&file).unwrap();
        assert_eq!(mode(&file), 0o600);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        write_file(&file, b"new").unwrap();
        assert_eq!((mode(&file), fs::read(&file).unwrap()), (0o600, b"new".to_vec()));
    }
}
