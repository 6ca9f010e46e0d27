//! Settings that several commands share.

use clap::{Args, ValueEnum};

use super::Failure;
use crate::hub::{Hub, Identity};
use crate::present::Site;
use crate::present::oai::host_of;
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
    /// Whom harvesters write to [default: webmaster at the host of the hub's address].
    #[arg(long, env = "HUB_ADMIN_EMAIL")]
    pub admin_email: Option<String>,
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
    /// When one of the addresses is no http or https URL, or that of mail none.
    pub fn identity(&self, address: &str) -> Result<Identity, Failure> {
        let public_url = web_address("--public-url", self.public_url.as_deref().unwrap_or(address))?;
        let site_url = web_address("--site-url", self.site_url.as_deref().unwrap_or(&public_url))?;
        let admin_email = mail_address(self.admin_email.as_deref(), &public_url)?;
        let site = Site { public_url, site_url };
        Ok(Identity { name: self.name.clone(), publisher: self.publisher.clone(), admin_email, site })
    }
}

fn web_address(flag: &str, text: &str) -> Result<String, Failure> {
    let sound = text.strip_prefix("https://").or(text.strip_prefix("http://")).is_some_and(|rest| !rest.is_empty());
    match text.parse::<crate::model::values::Url>() {
        Ok(_) if sound => Ok(text.trim_end_matches('/').to_owned()),
        _ => Err(format!("{flag} must be an http or https URL, not `{text}`").into()),
    }
}

/// The address of mail that was given, or webmaster (RFC 2142) at the host of the hub.
fn mail_address(given: Option<&str>, public_url: &str) -> Result<String, Failure> {
    let Some(given) = given else {
        let host = host_of(public_url);
        // The protocol's schema wants a dot, which the name of a machine alone does not have.
        return Ok(format!("webmaster@{host}{}", if host.contains('.') { "" } else { ".localdomain" }));
    };
    let dotted = |domain: &str| domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
    let sound = given.rsplit_once('@').is_some_and(|(name, domain)| !name.is_empty() && dotted(domain))
        && !given.chars().any(|c| c.is_whitespace() || c.is_control());
    match sound {
        true => Ok(given.to_owned()),
        false => Err(format!("--admin-email must be an address such as hub@example.org, not `{given}`").into()),
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

    /// The folder of the search index.
    pub fn search_folder(&self) -> std::path::PathBuf {
        self.data_dir.join("search")
    }

    /// A hub for a command that only writes.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn writing_hub(&self) -> Result<Hub, Failure> {
        let identity = Identity {
            name: String::new(),
            publisher: String::new(),
            admin_email: String::new(),
            site: Site { public_url: String::new(), site_url: String::new() },
        };
        Ok(Hub::unread(self.open()?, identity, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::mail_address;

    #[test]
    fn whom_to_write_to_is_said_or_made_of_the_host() {
        let of_host = |address: &str| mail_address(None, address).unwrap();
        assert_eq!(of_host("https://hub.example:8443/base"), "webmaster@hub.example");
        assert_eq!(of_host("http://localhost:8080"), "webmaster@localhost.localdomain");
        assert_eq!(mail_address(Some("a@b.example"), "").unwrap(), "a@b.example");
        for wrong in ["", "a", "@b.example", "a@b", "a@b.", "a b@c.example", "a@.example"] {
            assert!(mail_address(Some(wrong), "").is_err(), "{wrong}");
        }
    }
}
