//! Names of records: `oai:<host>:<collection>/<id>`.

use uuid::Uuid;

use crate::model::{Collection, collection};
use crate::present::Site;

/// The host of an address of the web, as far as it can stand in a name.
pub fn host_of(address: &str) -> String {
    let behind = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = behind.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((six, _)) => six,
        None => host.split(':').next().unwrap_or_default(),
    };
    let fit = |c: char| if c.is_ascii_alphanumeric() || c == '.' || c == '-' { c.to_ascii_lowercase() } else { '-' };
    host.chars().map(fit).collect()
}

/// What gives records their names.
#[derive(Debug, Clone)]
pub struct OaiNames {
    host: String,
}

impl OaiNames {
    /// The names of a hub.
    pub fn of(site: &Site) -> Self {
        Self { host: host_of(&site.public_url) }
    }

    /// The host.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The name of an entry.
    pub fn name(&self, collection: &str, id: &str) -> String {
        format!("oai:{}:{collection}/{id}", self.host)
    }

    /// The collection and id of a name, in the one spelling that we give it.
    pub fn entry<'a>(&self, name: &'a str) -> Option<(&'static Collection, &'a str)> {
        let (host, local) = name.strip_prefix("oai:")?.split_once(':')?;
        let (of, id) = local.split_once('/')?;
        let known = Uuid::parse_str(id).ok().is_some_and(|uuid| uuid.to_string() == id);
        (host.eq_ignore_ascii_case(&self.host) && known).then(|| Some((collection(of)?, id)))?
    }

    /// Whether the host is a domain, as the scheme of such names demands.
    pub fn is_domain(&self) -> bool {
        let label = |label: &str| label.starts_with(|c: char| c.is_ascii_alphabetic());
        self.host.contains('.') && self.host.split('.').all(label)
    }
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn the_host_is_what_stands_between_scheme_and_path() {
        for (address, host) in [
            ("https://hub.example", "hub.example"),
            ("https://user@Hub.Example:8443/path?x#y", "hub.example"),
            ("http://127.0.0.1:8097", "127.0.0.1"),
            ("http://[::1]:8097/", "--1"),
            ("http://localhost", "localhost"),
        ] {
            assert_eq!(host_of(address), host);
        }
    }
}
