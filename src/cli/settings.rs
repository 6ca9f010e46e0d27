//! Settings that several commands share.

use std::net::{Ipv4Addr, SocketAddr};

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
    #[arg(long, env = "HUB_ADMIN_EMAIL", value_parser = mail_address)]
    pub admin_email: Option<String>,
    /// The hub's own address [default: http:// and the address it listens on].
    #[arg(long, env = "HUB_PUBLIC_URL", value_parser = web_address)]
    pub public_url: Option<String>,
    /// The site whose pages show the entries [default: the hub's own address].
    #[arg(long, env = "HUB_SITE_URL", value_parser = web_address)]
    pub site_url: Option<String>,
}

impl Naming {
    /// The identity of a hub that can be reached at `address` unless it was told otherwise.
    pub fn identity(&self, address: &str) -> Identity {
        let public_url = self.public_url.clone().unwrap_or_else(|| address.to_owned());
        let site_url = self.site_url.clone().unwrap_or_else(|| public_url.clone());
        let admin_email = self.admin_email.clone().unwrap_or_else(|| webmaster(&public_url));
        let site = Site { public_url, site_url };
        Identity { name: self.name.clone(), publisher: self.publisher.clone(), admin_email, site }
    }
}

fn web_address(text: &str) -> Result<String, String> {
    let sound = text.strip_prefix("https://").or(text.strip_prefix("http://")).is_some_and(|rest| !rest.is_empty());
    match text.parse::<crate::model::values::Url>() {
        Ok(_) if sound => Ok(text.trim_end_matches('/').to_owned()),
        _ => Err("an http or https URL is asked for".to_owned()),
    }
}

/// Where this machine finds what listens at an address: whoever listens everywhere listens here, with or without IPv6.
pub fn from_here(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(Ipv4Addr::LOCALHOST.into());
    }
    address
}

/// A host and a port. Whether there is such a host shows when it is listened on.
pub fn place_to_listen(text: &str) -> Result<String, String> {
    let host = |host: &str| match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => !host.is_empty() && !host.contains([':', '/', ' ']),
    };
    match text.rsplit_once(':') {
        Some((before, port)) if host(before) && port.parse::<u16>().is_ok() => Ok(text.to_owned()),
        _ => Err("a host and a port are asked for, such as 127.0.0.1:8080 or [::1]:8080".to_owned()),
    }
}

/// Webmaster (RFC 2142) at the host of the hub.
fn webmaster(public_url: &str) -> String {
    let host = host_of(public_url);
    // The protocol's schema wants a dot, which the name of a machine alone does not have.
    format!("webmaster@{host}{}", if host.contains('.') { "" } else { ".localdomain" })
}

fn mail_address(given: &str) -> Result<String, String> {
    let dotted = |domain: &str| domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
    let sound = given.rsplit_once('@').is_some_and(|(name, domain)| !name.is_empty() && dotted(domain))
        && !given.chars().any(|c| c.is_whitespace() || c.is_control());
    match sound {
        true => Ok(given.to_owned()),
        false => Err("an address such as hub@example.org is asked for".to_owned()),
    }
}

impl Storage {
    /// Opens the database, which is made if it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn open(&self) -> Result<Store, Failure> {
        let store = Store::open(&self.url())?;
        store.migrate()?;
        Ok(store)
    }

    /// Opens a database that a hub was already kept in: a command that only looks must not make an empty one and answer from it.
    ///
    /// # Errors
    /// That there is none, or what stands in the way.
    pub fn open_existing(&self) -> Result<Store, Failure> {
        let store = Store::open_existing(&self.url())?;
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

    /// A hub for a command that writes, and makes the database if it is not there.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn writing_hub(&self) -> Result<Hub, Failure> {
        Ok(unread(self.open()?))
    }

    /// A hub for a command that works on what is there, and has no use for the catalogue.
    ///
    /// # Errors
    /// As for [`Storage::open_existing`].
    pub fn existing_hub(&self) -> Result<Hub, Failure> {
        Ok(unread(self.open_existing()?))
    }
}

fn unread(store: Store) -> Hub {
    let site = Site { public_url: String::new(), site_url: String::new() };
    let identity = Identity { name: String::new(), publisher: String::new(), admin_email: String::new(), site };
    Hub::unread(store, identity, 0)
}

#[cfg(test)]
mod tests {
    use super::{from_here, mail_address, place_to_listen, webmaster};

    #[test]
    fn whom_to_write_to_is_said_or_made_of_the_host() {
        assert_eq!(webmaster("https://hub.example:8443/base"), "webmaster@hub.example");
        assert_eq!(webmaster("http://localhost:8080"), "webmaster@localhost.localdomain");
        assert_eq!(mail_address("a@b.example").unwrap(), "a@b.example");
        for wrong in ["", "a", "@b.example", "a@b", "a@b.", "a b@c.example", "a@.example"] {
            assert!(mail_address(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_place_to_listen_has_a_host_and_a_port() {
        for place in ["127.0.0.1:8080", "localhost:0", "[::1]:8080", "0.0.0.0:65535"] {
            assert_eq!(place_to_listen(place).as_deref(), Ok(place));
        }
        for wrong in
            ["", "nonsense", "8080", ":8080", "::1:8080", "localhost:65536", "http://localhost:1", "a b:1", "[x]:1"]
        {
            assert!(place_to_listen(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_listens_everywhere_is_found_here() {
        for (listened, found) in [
            ("0.0.0.0:80", "127.0.0.1:80"),
            ("[::]:80", "127.0.0.1:80"),
            ("[::1]:80", "[::1]:80"),
            ("10.0.0.1:80", "10.0.0.1:80"),
        ] {
            assert_eq!(from_here(listened.parse().unwrap()).to_string(), found);
        }
    }
}
