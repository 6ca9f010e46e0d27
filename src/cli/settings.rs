//! Settings that several commands share.

use clap::{Args, ValueEnum};

use super::Failure;
use crate::hub::{Hub, Identity};
use crate::present::Site;
use crate::store::Store;

/// Where the hub's data is.
#[derive(Debug, Clone, Args)]
pub struct Storage {
    /// The database: sqlite://PATH or postgres://USER@HOST/NAME [default: hub.db in the data folder].
    #[arg(long, env = "HUB_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// The folder of everything else that is kept.
    #[arg(long, env = "HUB_DATA_DIR", default_value = "data")]
    pub data_dir: std::path::PathBuf,
    /// How the log is written, on standard error.
    #[arg(long, env = "HUB_LOG_FORMAT", value_enum, default_value = "text")]
    pub log_format: LogFormat,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// A line for people.
    Text,
    /// A JSON object a line.
    Json,
}

/// What the hub says of itself.
#[derive(Debug, Clone, Args)]
pub struct Naming {
    /// The hub's name.
    #[arg(long, env = "HUB_NAME", default_value = "Rights Hub")]
    pub name: String,
    /// Who publishes it.
    #[arg(long, env = "HUB_PUBLISHER", default_value = "Rights Hub")]
    pub publisher: String,
    /// The hub's own address [default: http:// and the address it listens on].
    #[arg(long, env = "HUB_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// The site whose pages show the entries [default: the hub's own address].
    #[arg(long, env = "HUB_SITE_URL")]
    pub site_url: Option<String>,
}

impl Naming {
    /// The identity of a hub that can be reached at `address` unless it was told otherwise.
    ///
    /// # Errors
    /// When one of the addresses is no http or https URL.
    pub fn identity(&self, address: &str) -> Result<Identity, Failure> {
        let public_url = web_address("--public-url", self.public_url.as_deref().unwrap_or(address))?;
        let site_url = web_address("--site-url", self.site_url.as_deref().unwrap_or(&public_url))?;
        Ok(Identity { name: self.name.clone(), publisher: self.publisher.clone(), site: Site { public_url, site_url } })
    }
}

fn web_address(flag: &str, text: &str) -> Result<String, Failure> {
    let sound = text.strip_prefix("https://").or(text.strip_prefix("http://")).is_some_and(|rest| !rest.is_empty());
    match text.parse::<crate::model::values::Url>() {
        Ok(_) if sound => Ok(text.trim_end_matches('/').to_owned()),
        _ => Err(format!("{flag} must be an http or https URL, not `{text}`").into()),
    }
}

impl Storage {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn open(&self) -> Result<Store, Failure> {
        let store = Store::open(&self.url())?;
        store.migrate()?;
        Ok(store)
    }

    /// The URL of the database.
    pub fn url(&self) -> String {
        let own = || format!("sqlite://{}", self.data_dir.join("hub.db").display());
        self.database_url.clone().unwrap_or_else(own)
    }

    /// A hub for a command that only writes.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn writing_hub(&self) -> Result<Hub, Failure> {
        let identity = Identity {
            name: String::new(),
            publisher: String::new(),
            site: Site { public_url: String::new(), site_url: String::new() },
        };
        Ok(Hub::unread(self.open()?, identity, 0))
    }
}
