//! `/embed.js`: the custom elements for pages that may run a script.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// The script.
pub const SCRIPT: &str = include_str!("embed.js");

/// Its hash, as the attribute `integrity` takes it.
pub fn script_integrity() -> &'static str {
    static HASH: LazyLock<String> = LazyLock::new(|| format!("sha384-{}", STANDARD.encode(Sha384::digest(SCRIPT))));
    &HASH
}
