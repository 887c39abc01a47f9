//! The code of a part in one file, for people who come by a link to a page of it.
//!
//! Packs hold what other parts need as well, in many files, because what is here already must not be fetched again. Who
//! comes for the first time has nothing yet: one file with exactly the code of the part, merged and optimised as a
//! whole, is a third smaller. `app/loader.js` says when which is fetched.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::bind::Split;
use super::merge;
use crate::weigh::FIRST_VISITS;
use crate::{say, workspace};

/// The names of the parts that have a bundle, each with its file.
pub(crate) type Bundles = BTreeMap<String, String>;

/// Writes the bundles into `work`, where the pieces are.
pub(crate) fn run(split: &Split, work: &Path) -> Result<Bundles> {
    let mut bundles = Bundles::new();
    for (part, _) in FIRST_VISITS {
        let pieces = split
            .parts
            .get(part)
            .with_context(|| format!("the app has no part `{part}`"))?;
        let pieces: Vec<_> = pieces
            .iter()
            .map(|piece| workspace::read(&work.join(piece)))
            .collect::<Result<_>>()?;
        let merged = merge::merged(&pieces).with_context(|| format!("merging the part `{part}`"))?;
        let file = format!("{part}.bundle.wasm");
        workspace::write(&work.join(&file), &merged)?;
        bundles.insert(part.to_owned(), file);
    }
    say::detail(&format!(
        "{} parts are also in one file each, for first visits",
        bundles.len()
    ));
    Ok(bundles)
}
