//! `rights-hub openapi`.

use clap::Args;

use super::Failure;
use crate::openapi;

/// Print the OpenAPI document, or check the committed one.
#[derive(Debug, Args)]
pub struct Openapi {
    /// Fail unless this file is the document.
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "openapi/openapi.json")]
    check: Option<std::path::PathBuf>,
}

impl Openapi {
    /// Prints or checks.
    ///
    /// # Errors
    /// When the file differs or cannot be read.
    pub fn run(self) -> Result<(), Failure> {
        let built = openapi::as_json();
        let Some(file) = self.check else {
            println!("{built}");
            return Ok(());
        };
        let committed = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        if committed.trim_end() == built {
            println!("{} is up to date", file.display());
            return Ok(());
        }
        Err(format!("{} differs from the code: rights-hub openapi > {}", file.display(), file.display()).into())
    }
}
