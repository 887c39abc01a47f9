use super::ImportError;
use shared::folder::{Files, MAX_FILE_BYTES, is_hidden};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// The most files a folder may have: more are something else than a library.
const FILES_MOST: usize = 200_000;

/// The paths of all files in a folder and below it, in their order, hidden ones left out.
///
/// # Errors
/// [`ImportError::Io`] naming the first folder that cannot be read, or what is neither a file nor a folder.
pub(super) fn list_files(folder: &Path) -> Result<Vec<String>, ImportError> {
    let mut files = Vec::new();
    let mut folders = vec![(folder.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(failed(&folder))? {
            let entry = entry.map_err(failed(&folder))?;
            let path = entry.path();
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                return Err(failed(&path)(io::Error::other("the name is not UTF-8")));
            };
            if is_hidden(name) {
                continue;
            }
            let inside = format!("{prefix}{name}");
            let kind = entry.file_type().map_err(failed(&path))?;
            if files.len() + folders.len() >= FILES_MOST {
                let what = format!("more than {FILES_MOST} files; a library has fewer");
                return Err(failed(&path)(io::Error::other(what)));
            }
            if kind.is_dir() {
                folders.push((path, format!("{inside}/")));
            } else if kind.is_file() {
                files.push(inside);
            } else {
                // A link could lead out of the folder or in a circle.
                return Err(failed(&path)(io::Error::other("neither a file nor a folder")));
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> ImportError + '_ {
    move |error| ImportError::Io {
        path: path.to_path_buf(),
        reason: error.to_string(),
    }
}

/// The bytes of a file. One byte more than is allowed is enough for the reader of the format to say that the file is
/// too large.
pub(super) fn read_file(folder: &Path, inside: &str) -> Result<Vec<u8>, ImportError> {
    let path = folder.join(inside);
    let most = u64::try_from(MAX_FILE_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    File::open(&path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(failed(&path))?;
    Ok(bytes)
}

/// Writes files into a folder that does not exist yet or holds nothing but hidden files.
///
/// # Errors
/// [`ImportError::NotEmpty`], or [`ImportError::Io`] naming the file that cannot be written.
pub fn write_folder(folder: &Path, files: &Files) -> Result<(), ImportError> {
    fs::create_dir_all(folder).map_err(failed(folder))?;
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let name = entry.map_err(failed(folder))?.file_name();
        if !name.to_string_lossy().starts_with('.') {
            return Err(ImportError::NotEmpty(folder.to_path_buf()));
        }
    }
    for (inside, bytes) in files {
        let path = folder.join(inside);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        fs::write(&path, bytes).map_err(failed(&path))?;
    }
    Ok(())
}
