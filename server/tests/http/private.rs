//! What the program writes is for its own account, whatever umask it was started with.

use crate::process::{Folder, Running, multaqa};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program under a umask that takes nothing from anybody.
fn open_to_all(folder: &Folder, arguments: &[&str]) -> Command {
    let ordinary = multaqa(folder);
    let mut command = Command::new("sh");
    command
        .args(["-c", "umask 0; exec \"$0\" \"$@\""])
        .arg(ordinary.get_program())
        .args(arguments);
    for (name, value) in ordinary.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    command
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

/// Everything in a folder, with what others may do with it.
fn open_ones(folder: &Path, into: &mut Vec<(PathBuf, u32)>) -> usize {
    let mut seen = 1;
    let mut look = |path: &Path| {
        if mode(path) & 0o077 != 0 {
            into.push((path.to_path_buf(), mode(path)));
        }
    };
    look(folder);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            seen += open_ones(&path, into);
        } else {
            seen += 1;
            if mode(&path) & 0o077 != 0 {
                into.push((path.clone(), mode(&path)));
            }
        }
    }
    seen
}

fn assert_closed(folder: &Path, least: usize) {
    let mut open = Vec::new();
    let seen = open_ones(folder, &mut open);
    assert_eq!(open, []);
    assert!(seen >= least, "{seen} in {}", folder.display());
}

#[test]
fn files_and_folders_are_for_their_owner_alone() {
    let folder = Folder::new("private");
    let build = folder.0.join("site/b/0a");
    fs::create_dir_all(&build).unwrap();
    fs::write(build.join("app.js"), "").unwrap();
    let run = |arguments: &[&str]| {
        let output = open_to_all(&folder, arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        String::from_utf8(output.stdout).unwrap()
    };
    let link_file = folder.0.join("link");
    let link_path = link_file.to_str().unwrap();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--admin-link-file", link_path];
    let hub = Running::start_as(open_to_all(&folder, &serve)).unwrap();
    let socket = folder.data().join("control.sock");
    for _ in 0..200 {
        if !socket.exists() {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
    // Folder, database, lock, socket, builds with the order, the build and its file.
    assert_closed(&folder.data(), 8);

    // The link is in the file and, as what is printed may be kept by others, nowhere else.
    let link = fs::read_to_string(&link_file).unwrap();
    assert!(link.contains("/ar/invitation#"), "{link}");
    assert_eq!(mode(&link_file), 0o600);
    let printed = run(&["admin-link", "--admin-link-file", link_path]);
    assert!(printed.contains(link_path) && !printed.contains('#'), "{printed}");
    let second = fs::read_to_string(&link_file).unwrap();
    assert!(second.contains("/ar/invitation#") && second != link, "{second}");
    assert_eq!(mode(&link_file), 0o600);

    let backup = folder.0.join("all.backup");
    run(&["backup", backup.to_str().unwrap()]);
    assert_eq!(mode(&backup), 0o600);
    hub.signal("TERM");
    assert_eq!(hub.end(), 0);
    let restored = folder.0.join("a/b/restored");
    run(&[
        "restore",
        backup.to_str().unwrap(),
        "--data",
        restored.to_str().unwrap(),
    ]);
    assert_closed(&restored, 3);
    assert_eq!(mode(&folder.0.join("a")), 0o700);

    // Written by an earlier version.
    let database = folder.data().join("multaqa.redb");
    fs::set_permissions(&database, fs::Permissions::from_mode(0o644)).unwrap();
    run(&["admin-link"]);
    assert_eq!(mode(&database), 0o600);
}
