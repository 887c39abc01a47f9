//! The links that are printed. Scripts and tests read them: each is a line of two blanks, a word, blanks, and
//! the address.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use shared::lang::Lang;
use shared::time::Timestamp;

use crate::accounts::invitations::invite_administrator;
use crate::accounts::recoveries::{self, RecoveryError};
use crate::accounts::secrets::Secret;
use crate::accounts::{addresses, credentials};
use crate::cli::PublicUrl;
use crate::database::Database;
use crate::demonstration::DemonstrationLink;
use crate::entropy::OsEntropy;
use crate::error::ApiError;
use crate::private;
use crate::row_store;

/// Makes a new one-time link for an administrator; the one printed before, if it was not used, ends.
pub(super) async fn new_admin_link(
    hub: &Database,
    url: &PublicUrl,
    now: Timestamp,
) -> std::result::Result<String, ApiError> {
    let secret = Secret::new(&mut OsEntropy)?;
    let hash = secret.hash();
    hub.write(move |txn| Ok::<_, ApiError>(invite_administrator(txn, hash, now, &mut OsEntropy)?))
        .await?;
    let origin = url.origin();
    Ok(format!(
        "\nThis link opens an administrator's account, once, within 72 hours:\n{}",
        line(
            "administrator",
            &format!("{origin}/{}/invitation#{}", Lang::Ar.code(), secret.text())
        )
    ))
}

/// Makes a one-time link for the owner of an account who forgot the password; those made before end.
pub(super) async fn new_recovery_link(
    hub: &Database,
    url: &PublicUrl,
    email: &str,
    now: Timestamp,
) -> std::result::Result<String, ApiError> {
    let secret = Secret::new(&mut OsEntropy)?;
    let hash = secret.hash();
    let email = addresses::sought(email);
    let lang = hub
        .write(move |txn| {
            let person = credentials::find_by_email(&*txn, &email)?.ok_or(RecoveryError::NotAllowed)?;
            recoveries::issue(txn, hash, None, person, now, &mut OsEntropy)?;
            let person = row_store::find_person(&*txn, person)?;
            Ok::<_, ApiError>(person.map_or(Lang::Ar, |person| person.lang))
        })
        .await?;
    let origin = url.origin();
    Ok(format!(
        "\nThis link sets the account's password anew, once, within 24 hours. Its owner reads that it was made:\n{}",
        line(
            "recovery",
            &format!("{origin}/{}/recovery#{}", lang.code(), secret.text())
        )
    ))
}

/// The text to print for a link: the link, or where it is if it goes to a file.
pub(super) fn told(link: String, file: Option<&Path>) -> Result<String> {
    let Some(file) = file else { return Ok(link) };
    private::write_file(file, link.trim_start().as_bytes())
        .with_context(|| format!("the link cannot be written to {}", file.display()))?;
    Ok(format!(
        "\nThe link is in {}; it opens an account.\n",
        file.display()
    ))
}

/// The sign-in links of a demonstration.
pub(super) fn demonstration_links(links: &[DemonstrationLink], url: &PublicUrl) -> String {
    let mut text = String::from(
        "\nA demonstration: anybody who has one of these links signs in with it, as often as they like.\n",
    );
    for link in links {
        let address = format!(
            "{}/{}/demonstration#{}",
            url.origin(),
            link.lang.code(),
            link.secret
        );
        text.push_str(&line(&link.word, &address));
    }
    text
}

fn line(word: &str, address: &str) -> String {
    let mut line = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(line, "  {word:<18} {address}");
    line
}
