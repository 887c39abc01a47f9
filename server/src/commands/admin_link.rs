use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::links::{new_admin_link, new_recovery_link, told};
use super::print;
use crate::cli::{HubArgs, LinkArgs, PublicUrl, RecoveryArgs};
use crate::clock::Clock;
use crate::control::{self, ControlAnswer, ControlRequest};
use crate::database::Database;
use crate::entropy::OsEntropy;
use crate::store::RedbStore;

/// Prints a new link for an administrator.
pub(super) async fn print_admin_link(args: LinkArgs) -> Result<()> {
    let link = made(&args.hub, ControlRequest::AdminLink).await?;
    tell(link, args.admin_link_file.as_deref())
}

/// Prints a link for the owner of an account who forgot the password.
pub(super) async fn print_recovery_link(args: RecoveryArgs) -> Result<()> {
    let link = made(&args.hub, ControlRequest::RecoveryLink { email: args.email }).await?;
    tell(link, args.recovery_link_file.as_deref())
}

fn tell(link: String, file: Option<&Path>) -> Result<()> {
    print(&told(link, file)?);
    Ok(())
}

/// The link as the hub that runs on the folder makes it, or as it is made here when none does.
async fn made(args: &HubArgs, wish: ControlRequest) -> Result<String> {
    let (data, asking) = (args.data.data.clone(), wish.clone());
    let asked = tokio::task::spawn_blocking(move || control::ask(&data, &asking)).await?;
    match asked.context("the running hub cannot be asked")? {
        Some(ControlAnswer::Done(link)) => return Ok(link),
        Some(ControlAnswer::Failed(reason)) => bail!("{reason}"),
        None => {}
    }
    if !args.data.data.is_dir() {
        bail!("there is no data folder {}", args.data.data.display());
    }
    let store = RedbStore::open(&args.data.data)?;
    let hub = Database::start(Arc::new(store), &mut OsEntropy)?;
    let url = args
        .public_url
        .clone()
        .unwrap_or_else(|| PublicUrl::of_listener(args.listen));
    let now = Clock::system().now();
    let link = match wish {
        ControlRequest::RecoveryLink { email } => new_recovery_link(&hub, &url, &email, now).await,
        _ => new_admin_link(&hub, &url, now).await,
    };
    hub.stop().await;
    Ok(link?)
}
