//! The service worker: `app/service-worker.js` with the list of one build in front.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::inputs::hex;

/// Writes the worker of a build. Another build gives another worker, and that is how browsers notice it.
pub(crate) fn write(script: &str, id: &str, build: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    let files: Vec<_> = build
        .iter()
        .map(|(name, bytes)| (format!("/b/{id}/{name}"), hex(&Sha256::digest(bytes))))
        .collect();
    let list = serde_json::to_string(&json!({ "id": id, "files": files }))?;
    Ok(format!("\"use strict\";\nconst BUILD = {list};\n{script}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_every_file_by_its_address_and_hash() {
        let build = BTreeMap::from([("app.js".to_owned(), b"abc".to_vec())]);
        let worker = write("self;", "1f", &build).unwrap();
        assert_eq!(
            worker,
            "\"use strict\";\nconst BUILD = {\"files\":[[\"/b/1f/app.js\",\
             \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"]],\"id\":\"1f\"};\nself;"
        );
    }
}
