use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::links::{new_admin_link, told};
use super::print;
use crate::cli::{LinkArgs, PublicUrl};
use crate::clock::Clock;
use crate::control::{self, ControlAnswer, ControlRequest};
use crate::database::Database;
use crate::entropy::OsEntropy;
use crate::store::RedbStore;

/// Prints a new link for an administrator: made by the hub that runs on the folder, or here when none does.
pub(super) async fn print_admin_link(args: LinkArgs) -> Result<()> {
    let data = args.data.data.clone();
    let asked = tokio::task::spawn_blocking(move || control::ask(&data, &ControlRequest::AdminLink)).await?;
    match asked.context("the running hub cannot be asked")? {
        Some(ControlAnswer::Done(link)) => {
            print(&told(link, args.admin_link_file.as_deref())?);
            return Ok(());
        }
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
        .unwrap_or_else(|| PublicUrl::of_listener(args.listen));
    let link = new_admin_link(&hub, &url, Clock::system().now()).await;
    hub.stop().await;
    print(&told(link?, args.admin_link_file.as_deref())?);
    Ok(())
}
