//! What is damaged is noticed, answered as an error, and takes nothing else with it.

use crate::test_hub::{EXPERIENCE, MODULE, TestHub};
use axum::http::StatusCode;
use serde_json::json;
use server::store::Table;
use shared::ids::ExperienceId;
use shared::scope::Scope;

#[tokio::test]
async fn a_damaged_row_is_an_error_on_its_own_page_and_pull_alone() {
    let hub = TestHub::init().await;
    let id = ExperienceId::from_name(EXPERIENCE);
    let bytes = *id.uuid().as_bytes();
    let key = [[20].as_slice(), &bytes, b"experience\0", &bytes].concat();
    hub.write(move |txn| {
        let mut value = txn.get(Table::Rows, &key).unwrap().unwrap();
        value.truncate(value.len() - 1);
        txn.put(Table::Rows, &key, &value).unwrap();
    })
    .await;
    let visitor = hub.as_visitor();
    for _ in 0..2 {
        let page = visitor.get(&format!("/en/experiences/{EXPERIENCE}")).await;
        assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(
            page.text().starts_with("<!doctype html>"),
            "the app can be started"
        );
    }
    let scope = Scope::Experience(id).to_string();
    let wanted =
        |scope: &str| json!({ "protocol": 1, "device": null, "epoch": null, "scopes": { scope: null } });
    let pulled = visitor.post("/api/pull", wanted(&scope)).await;
    assert_eq!(
        pulled.status,
        StatusCode::INTERNAL_SERVER_ERROR,
        "{}",
        pulled.text()
    );
    assert_eq!(pulled.text(), r#"{"code":"internal"}"#);

    for path in [
        "/en",
        "/en/experiences",
        &format!("/fr/learn/{MODULE}"),
        "/healthz",
    ] {
        assert_eq!(visitor.get(path).await.status, StatusCode::OK, "{path}");
    }
    let others = visitor.post("/api/pull", wanted("public")).await;
    assert_eq!(others.status, StatusCode::OK);
}

#[cfg(unix)]
mod on_disk {
    use crate::process::{Folder, Running, assert_one_clear_line, multaqa};
    use std::fs;
    use std::process::Output;

    /// Words that stand in one record of the starter library and in no card.
    const WORDS: &str = "de la commune le 27 mars 2024";

    fn run(folder: &Folder, arguments: &[&str]) -> Output {
        multaqa(folder).args(arguments).output().unwrap()
    }

    fn get(hub: &Running, path: &str) -> String {
        hub.ask(&format!(
            "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
        ))
    }

    fn start(folder: &Folder) -> Result<Running, String> {
        let mut command = multaqa(folder);
        command.args(["serve", "--listen", "127.0.0.1:0"]);
        Running::start_as(command)
    }

    fn filled(name: &str) -> Folder {
        let folder = Folder::new(name);
        let hub = Running::start(&folder, &[]);
        hub.signal("TERM");
        assert_eq!(hub.end(), 0);
        folder
    }

    #[test]
    fn a_flipped_bit_in_a_text_is_found_by_verify_and_never_handed_out() {
        let folder = filled("flipped");
        let sound = run(&folder, &["verify"]);
        let said = String::from_utf8_lossy(&sound.stdout).into_owned();
        assert!(
            sound.status.success() && said.contains("holds together"),
            "{said}"
        );

        let database = folder.data().join("multaqa.redb");
        let mut bytes = fs::read(&database).unwrap();
        let places: Vec<usize> = bytes
            .windows(WORDS.len())
            .enumerate()
            .filter(|(_, window)| *window == WORDS.as_bytes())
            .map(|(at, _)| at)
            .collect();
        assert!(!places.is_empty());
        for at in places {
            bytes[at + 2] ^= 1;
        }
        fs::write(&database, &bytes).unwrap();

        let damaged = run(&folder, &["verify"]);
        assert_one_clear_line(&damaged, "damaged entries: ");
        let said = String::from_utf8_lossy(&damaged.stdout).into_owned();
        assert!(
            said.contains("table rows, experience ") && said.contains("checksum"),
            "{said}"
        );
        assert_one_clear_line(&run(&folder, &["backup", "x"]), "checksum");

        let hub = start(&folder).unwrap();
        let scope = said
            .split(" of ")
            .nth(1)
            .unwrap()
            .split(':')
            .take(2)
            .collect::<Vec<_>>()
            .join(":");
        let body = format!(r#"{{"protocol":1,"device":null,"epoch":null,"scopes":{{"{scope}":null}}}}"#);
        for _ in 0..3 {
            let answer = hub.post("/api/pull", &body);
            assert!(answer.starts_with("HTTP/1.1 500 "), "{scope}: {answer}");
        }
        assert!(get(&hub, "/healthz").starts_with("HTTP/1.1 200 "));
        assert!(get(&hub, "/api/experiences/agadir-ideas-online").starts_with("HTTP/1.1 200 "));
        hub.signal("TERM");
        assert_eq!(hub.end(), 0);
    }

    /// A few seeds through the whole program; many more are tried on the store alone.
    #[test]
    fn damage_anywhere_is_refused_or_answered_and_ends_no_process() {
        let folder = filled("anywhere");
        let database = folder.data().join("multaqa.redb");
        let sound = fs::read(&database).unwrap();
        let mut refused = 0;
        for seed in 0..12_usize {
            let mut bytes = sound.clone();
            for flip in 0..40 {
                let at = (seed * 7_919 + flip * 104_729 + seed * flip * 613) % bytes.len();
                bytes[at] ^= 1 << (flip % 8);
            }
            if seed % 4 == 3 {
                bytes.truncate(bytes.len() * (seed + 1) / 14);
            }
            fs::write(&database, &bytes).unwrap();
            let Ok(hub) = start(&folder) else {
                refused += 1;
                continue;
            };
            for path in ["/ar", "/fr/experiences", "/api/experiences/agadir-ideas-online"] {
                let answer = get(&hub, path);
                assert!(answer.starts_with("HTTP/1.1 "), "seed {seed}: {answer}");
            }
            for scope in ["public", "directory"] {
                let body =
                    format!(r#"{{"protocol":1,"device":null,"epoch":null,"scopes":{{"{scope}":null}}}}"#);
                assert!(
                    hub.post("/api/pull", &body).starts_with("HTTP/1.1 "),
                    "seed {seed}"
                );
            }
            hub.signal("TERM");
            assert_eq!(hub.end(), 0, "seed {seed}");
        }
        println!("{refused} of 12 refused");
        assert!(refused < 10, "most are served: {refused} were refused");
    }

    #[test]
    fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
        for (name, bytes) in [("empty", b"".as_slice()), ("text", b"no database")] {
            let folder = Folder::new(name);
            fs::create_dir_all(folder.data()).unwrap();
            let database = folder.data().join("multaqa.redb");
            fs::write(&database, bytes).unwrap();
            assert!(start(&folder).is_err(), "it is served");
            for command in ["verify", "admin-link"] {
                assert_one_clear_line(
                    &run(&folder, &[command]),
                    "it is not a database and was left as it is",
                );
            }
            assert_eq!(fs::read(&database).unwrap(), bytes);
        }
    }
}
