use super::ImportError;
use shared::folder::{Files, MAX_FILE_BYTES};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// Reads a folder with everything below it. Hidden files are passed over; nothing is changed.
///
/// # Errors
/// [`ImportError::Io`] naming the first file that cannot be read.
pub fn read_folder(folder: &Path) -> Result<Files, ImportError> {
    let mut files = Files::new();
    read_below(folder, "", &mut files)?;
    Ok(files)
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> ImportError + '_ {
    move |error| ImportError::Io {
        path: path.to_path_buf(),
        reason: error.to_string(),
    }
}

fn read_below(folder: &Path, prefix: &str, files: &mut Files) -> Result<(), ImportError> {
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let entry = entry.map_err(failed(folder))?;
        let path = entry.path();
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            return Err(failed(&path)(io::Error::other("the name is not UTF-8")));
        };
        if name.starts_with('.') {
            continue;
        }
        let inside = format!("{prefix}{name}");
        let kind = entry.file_type().map_err(failed(&path))?;
        if kind.is_dir() {
            read_below(&path, &format!("{inside}/"), files)?;
        } else if kind.is_file() {
            files.insert(inside, read_at_most(&path).map_err(failed(&path))?);
        } else {
            // A link could lead out of the folder or in a circle.
            return Err(failed(&path)(io::Error::other("neither a file nor a folder")));
        }
    }
    Ok(())
}

/// One byte more than is allowed is enough for the reader of the format to say that the file is too large.
fn read_at_most(path: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(MAX_FILE_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
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
