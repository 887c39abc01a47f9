//! The program itself: how it starts, what it prints, how it ends.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::Duration;

/// A folder that goes with its test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("multaqa-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        let site = path.join("site");
        std::fs::create_dir_all(&site).unwrap();
        for lang in ["ar", "fr", "en"] {
            std::fs::write(site.join(format!("index.{lang}.html")), "<!doctype html>").unwrap();
        }
        Self(path)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.0.join("data")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn multaqa(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_multaqa"));
    command
        .env("MULTAQA_SITE", folder.0.join("site"))
        .env("MULTAQA_DATA", folder.data())
        .stdin(Stdio::null());
    command
}

/// A running hub; killed if its test fails.
pub(crate) struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    origin: String,
}

impl Running {
    pub(crate) fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut command = multaqa(folder);
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(arguments);
        Self::start_as(command).unwrap()
    }

    /// Starts what serves; the first line that it prints, or nothing, if it does not come so far.
    pub(crate) fn start_as(mut command: Command) -> Result<Self, String> {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        match line.trim().strip_prefix("Multaqa is ready at ") {
            Some(origin) => Ok(Self {
                child,
                out,
                origin: origin.to_owned(),
            }),
            None => {
                child.wait().unwrap();
                Err(line)
            }
        }
    }

    /// The links that are printed after the first line: the word and the address.
    pub(crate) fn links(&mut self, count: usize) -> Vec<(String, String)> {
        let mut links = Vec::new();
        while links.len() < count {
            let mut line = String::new();
            assert!(self.out.read_line(&mut line).unwrap() > 0, "{links:?}");
            links.extend(link_in(&line));
        }
        links
    }

    fn address(&self) -> &str {
        self.origin.strip_prefix("http://").unwrap()
    }

    pub(crate) fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    pub(crate) fn post(&self, path: &str, body: &str) -> String {
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\norigin: {}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            self.address(),
            self.origin,
            body.len()
        ))
    }

    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([format!("-{name}"), self.child.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
    }

    /// The exit code, once it has ended.
    pub(crate) fn end(mut self) -> i32 {
        for _ in 0..400 {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code().unwrap_or(-1);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("it does not end");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn link_in(line: &str) -> Option<(String, String)> {
    let (word, address) = line.strip_prefix("  ")?.trim_end().split_once(' ')?;
    Some((word.to_owned(), address.trim_start().to_owned()))
}

fn secret_of(link: &str) -> &str {
    link.split_once('#').unwrap().1
}

/// One line on standard error, and an exit code that is not zero.
pub(crate) fn assert_one_clear_line(output: &Output, says: &str) {
    let line = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{line}");
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.starts_with("multaqa: ") && line.contains(says), "{line}");
}

#[test]
fn a_first_start_prints_the_administrators_link_and_sigterm_ends_it_well() {
    let folder = Folder::new("first-start");
    let mut hub = Running::start(&folder, &[]);
    let links = hub.links(1);
    let (word, address) = &links[0];
    assert_eq!(word, "administrator");
    assert!(
        address.starts_with(&format!("{}/ar/invitation#", hub.origin)),
        "{address}"
    );

    let health = hub.ask("GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    assert!(
        health.starts_with("HTTP/1.1 200 ") && health.ends_with(r#"{"status":"ok"}"#),
        "{health}"
    );
    let experience = hub.ask(
        "GET /api/experiences/tinghir-participatory-budget HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    );
    assert!(
        experience.starts_with("HTTP/1.1 200 "),
        "the starter library is there: {experience}"
    );

    // Asked for again while the hub runs: the new link counts, the first one no longer does.
    let again = multaqa(&folder).arg("admin-link").output().unwrap();
    let printed = String::from_utf8(again.stdout).unwrap();
    let (_, second) = printed.lines().find_map(link_in).unwrap();
    assert!(
        second.starts_with(&format!("{}/ar/invitation#", hub.origin)),
        "{second}"
    );
    let look = |link: &str| {
        hub.post(
            "/api/invitation/look",
            &format!(r#"{{"secret":"{}"}}"#, secret_of(link)),
        )
    };
    assert!(look(address).starts_with("HTTP/1.1 410 "));
    assert!(look(&second).starts_with("HTTP/1.1 200 "));

    hub.signal("TERM");
    assert_eq!(hub.end(), 0);

    let stopped = multaqa(&folder)
        .args(["admin-link", "--public-url", "https://hub.example.ma/"])
        .output()
        .unwrap();
    let printed = String::from_utf8(stopped.stdout).unwrap();
    assert!(
        printed.contains("https://hub.example.ma/ar/invitation#"),
        "{printed}"
    );
}

#[test]
fn a_demonstration_prints_a_link_for_each_role_and_the_same_at_its_next_start() {
    let folder = Folder::new("demonstration");
    let mut hub = Running::start(&folder, &["--demo"]);
    let links = hub.links(6);
    let (_, member) = links.iter().find(|(word, _)| word == "member").unwrap();
    let body = format!(r#"{{"secret":"{}"}}"#, secret_of(member));
    let signed_in = hub.post("/api/sign-in/demonstration", &body);
    assert!(signed_in.starts_with("HTTP/1.1 200 "), "{signed_in}");
    assert!(
        signed_in.contains("set-cookie: multaqa-loopback="),
        "plain HTTP on the own machine: {signed_in}"
    );
    hub.signal("INT");
    assert_eq!(hub.end(), 0);

    let mut hub = Running::start(&folder, &["--demo"]);
    let secrets = |links: &[(String, String)]| -> Vec<String> {
        links.iter().map(|(_, link)| secret_of(link).to_owned()).collect()
    };
    assert_eq!(secrets(&hub.links(6)), secrets(&links));
    hub.signal("TERM");
    assert_eq!(hub.end(), 0);
}

#[test]
fn a_start_that_cannot_be_says_why_in_one_line() {
    let folder = Folder::new("no-start");
    let hub = Running::start(&folder, &[]);
    let serve = |arguments: &[&str]| multaqa(&folder).arg("serve").args(arguments).output().unwrap();

    assert_one_clear_line(
        &serve(&["--listen", "127.0.0.1:0"]),
        "is in use by another process",
    );

    let other = folder.0.join("other");
    let other = other.to_str().unwrap();
    let taken = serve(&["--listen", hub.address(), "--data", other]);
    assert_one_clear_line(
        &taken,
        "is in use by another process; choose another port with --listen",
    );
    assert!(
        !Path::new(other).exists(),
        "a start that cannot listen writes nothing"
    );

    std::fs::write(folder.0.join("file"), "").unwrap();
    let below_a_file = folder.0.join("file/data");
    let unwritable = serve(&[
        "--listen",
        "127.0.0.1:0",
        "--data",
        below_a_file.to_str().unwrap(),
    ]);
    assert_one_clear_line(&unwritable, "cannot be written");

    let no_site = serve(&["--listen", "127.0.0.1:0", "--data", other, "--site", other]);
    assert_one_clear_line(&no_site, "cannot be read");
    let busy = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = busy.local_addr().unwrap().to_string();
    assert_one_clear_line(&serve(&["--listen", &address, "--data", other]), &address);
}

#[test]
fn a_library_goes_out_and_in_and_a_backup_comes_back_beside_a_running_hub() {
    let folder = Folder::new("library");
    let hub = Running::start(&folder, &[]);
    let out = folder.0.join("out");
    let file = folder.0.join("all.backup");
    let run = |arguments: &[&str]| multaqa(&folder).args(arguments).output().unwrap();
    let text = |output: &Output| {
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(text(&run(&["export", out.to_str().unwrap()])).starts_with("Exported "));
    let unchanged = text(&run(&["import", out.to_str().unwrap()]));
    assert!(
        unchanged.starts_with("Imported: 0 new, 0 changed, "),
        "{unchanged}"
    );

    std::fs::write(
        out.join("modules/first-30-days/module.toml"),
        "title = 1\nwrong\n",
    )
    .unwrap();
    let wrong = run(&["import", out.to_str().unwrap()]);
    assert!(!wrong.status.success());
    let said = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert!(said.contains("nothing was imported"), "{said}");
    assert!(
        said.contains("modules/first-30-days/module.toml:"),
        "file and line: {said}"
    );

    text(&run(&["backup", file.to_str().unwrap()]));
    hub.signal("TERM");
    assert_eq!(hub.end(), 0);
    let other = folder.0.join("other");
    let restoring = [
        "restore",
        file.to_str().unwrap(),
        "--data",
        other.to_str().unwrap(),
    ];
    text(&run(&restoring));
    assert_one_clear_line(&run(&restoring), "holds a database already");
}
