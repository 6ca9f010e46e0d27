//! `/embed.js`: the custom elements for pages that may run a script.

use std::sync::LazyLock;

use data_encoding::BASE64;
use sha2::{Digest, Sha384};

/// The script.
pub const SCRIPT: &str = include_str!("embed.js");

/// Its hash, as the attribute `integrity` takes it.
pub fn script_integrity() -> &'static str {
    static HASH: LazyLock<String> = LazyLock::new(|| format!("sha384-{}", BASE64.encode(&Sha384::digest(SCRIPT))));
    &HASH
}
