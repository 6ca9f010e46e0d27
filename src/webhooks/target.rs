//! Where messages may go: an HTTPS address on the public internet, however it is spelt. Plain HTTP is taken to this
//! machine alone, and only when whoever runs the hub says so.

use std::net::IpAddr;
use std::sync::Arc;

use url::{Host, Url};

use super::address::is_public;
use super::resolving::Resolver;

/// The longest address, in bytes.
pub const MAX_URL: usize = 2000;

/// Why an address is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidTarget {
    /// It is no URL, or one with spaces or control characters.
    Malformed,
    /// It is longer than [`MAX_URL`].
    TooLong,
    /// It is not HTTPS.
    Scheme,
    /// It carries a user name or password.
    UserInfo,
    /// It has a fragment, which no server ever sees.
    Fragment,
    /// It is, or leads to, an address outside the public internet.
    Address,
}

impl InvalidTarget {
    /// Its stable word, and a sentence.
    pub fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Malformed => ("invalid-url", "It is not an absolute URL without spaces and control characters."),
            Self::TooLong => ("too-long", "An address has at most 2,000 bytes."),
            Self::Scheme => ("https-required", "Messages are sent over HTTPS only."),
            Self::UserInfo => ("userinfo", "A user name or password in an address is not taken; messages are signed."),
            Self::Fragment => ("fragment", "A fragment is never sent to a server, so it has no place here."),
            Self::Address => (
                "address-not-allowed",
                "The address is not one of the public internet, or its name leads to one that is not.",
            ),
        }
    }
}

/// How far a connection may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// What is judged for HTTPS: the public internet, and this machine in development.
    Allowed,
    /// This machine only: plain HTTP.
    Loopback,
}

/// The rules by which addresses are taken.
#[derive(Clone)]
pub struct Targets {
    pub(super) resolver: Arc<dyn Resolver>,
    allow_loopback: bool,
}

impl std::fmt::Debug for Targets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Targets").field("allow_loopback", &self.allow_loopback).finish_non_exhaustive()
    }
}

impl Targets {
    /// Rules over a way to resolve names. `allow_loopback` is for development.
    pub fn new(resolver: Arc<dyn Resolver>, allow_loopback: bool) -> Self {
        Self { resolver, allow_loopback }
    }

    pub(super) fn reaches(&self, address: IpAddr, reach: Reach) -> bool {
        let loopback = self.allow_loopback && address.is_loopback();
        match reach {
            Reach::Allowed => loopback || is_public(address),
            Reach::Loopback => loopback,
        }
    }

    /// Reads an address in its one spelling, and judges all of it but what a name leads to: that may change, and is
    /// judged when it is resolved.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn read(&self, text: &str) -> Result<Url, InvalidTarget> {
        if text.len() > MAX_URL {
            return Err(InvalidTarget::TooLong);
        }
        // A parser of the web takes these and drops them or reads them as something else.
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
            return Err(InvalidTarget::Malformed);
        }
        let url = Url::parse(text).map_err(|_| InvalidTarget::Malformed)?;
        let reach = match url.scheme() {
            "https" => Reach::Allowed,
            "http" if self.allow_loopback => Reach::Loopback,
            _ => return Err(InvalidTarget::Scheme),
        };
        let authority = text.split_once("://").ok_or(InvalidTarget::Malformed)?.1;
        let authority = authority.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') || !url.username().is_empty() || url.password().is_some() {
            return Err(InvalidTarget::UserInfo);
        }
        if url.fragment().is_some() {
            return Err(InvalidTarget::Fragment);
        }
        if url.as_str().len() > MAX_URL {
            return Err(InvalidTarget::TooLong);
        }
        if url.port() == Some(0) {
            return Err(InvalidTarget::Address);
        }
        let literal = match url.host().ok_or(InvalidTarget::Malformed)? {
            Host::Ipv4(address) => Some(IpAddr::V4(address)),
            Host::Ipv6(address) => Some(IpAddr::V6(address)),
            // No spelling of a number gets here, but what did would go around the resolver.
            Host::Domain(name) => name.trim_matches('.').parse().ok(),
        };
        match literal {
            Some(address) if !self.reaches(address, reach) => Err(InvalidTarget::Address),
            _ => Ok(url),
        }
    }

    /// Reads an address that is about to be registered: a name is resolved, too. One that has no address yet is taken,
    /// since whatever it will lead to is judged again by every connection.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn register(&self, text: &str) -> Result<Url, InvalidTarget> {
        let url = self.read(text)?;
        let reach = if url.scheme() == "http" { Reach::Loopback } else { Reach::Allowed };
        if let Some(Host::Domain(name)) = url.host() {
            let addresses = self.resolver.addresses(name).unwrap_or_default();
            if !addresses.iter().all(|address| self.reaches(*address, reach)) {
                return Err(InvalidTarget::Address);
            }
        }
        Ok(url)
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::sync::Arc;

    use super::super::resolving::Resolver;
    use super::{InvalidTarget, Targets};

    struct Names;

    impl Resolver for Names {
        fn addresses(&self, name: &str) -> std::io::Result<Vec<IpAddr>> {
            let addresses: &[&str] = match name.trim_end_matches('.') {
                "good.example" => &["93.184.215.14", "2606:4700::1111"],
                "inside.example" => &["10.1.2.3"],
                "mixed.example" => &["93.184.215.14", "fd00::1"],
                "nat64.example" => &["64:ff9b::a00:1"],
                "localhost" => &["127.0.0.1", "::1"],
                _ => return Err(std::io::Error::other("nobody knows")),
            };
            Ok(addresses.iter().map(|address| address.parse().unwrap()).collect())
        }
    }

    fn judged(text: &str, allow_loopback: bool) -> Result<String, InvalidTarget> {
        Targets::new(Arc::new(Names), allow_loopback).register(text).map(|url| url.to_string())
    }

    #[test]
    fn public_https_is_taken_in_its_one_spelling() {
        assert_eq!(judged("HTTPS://Good.EXAMPLE:443/a?b=c", false).unwrap(), "https://good.example/a?b=c");
        assert_eq!(judged("https://good.example.:8443/", false).unwrap(), "https://good.example.:8443/");
        assert_eq!(judged("https://93.184.215.14/x", false).unwrap(), "https://93.184.215.14/x");
        assert_eq!(judged("https://[2606:4700::1111]/", false).unwrap(), "https://[2606:4700::1111]/");
        assert_eq!(judged("https://not-there-yet.example/", false).unwrap(), "https://not-there-yet.example/");
    }

    #[test]
    fn odd_spellings_of_forbidden_addresses_are_read_as_what_they_are() {
        for host in [
            "127.0.0.1",
            "127.1",
            "127.0.0.1.",
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "0177.0.0.1",
            "017700000001",
            "10.0.0.1",
            "0xa.0.0.1",
            "167772161",
            "192.168.1.1",
            "172.31.255.254",
            "169.254.169.254",
            "0xA9FEA9FE",
            "100.64.0.1",
            "0.0.0.0",
            "0",
            "255.255.255.255",
            "224.0.0.1",
            "198.18.0.1",
            "192.0.2.1",
            "203.0.113.9",
            "１２７.0.0.1",
            "127。0。0。1",
            "%31%32%37.0.0.1",
            "[::]",
            "[::1]",
            "[::127.0.0.1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b::10.0.0.1]",
            "[64:ff9b:1::a00:1]",
            "[2002:7f00:1::]",
            "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
            "[fe80::1]",
            "[fc00::1]",
            "[fd12::1]",
            "[ff02::1]",
            "[2001:db8::1]",
            "[::ffff:0:10.0.0.1]",
            "inside.example",
            "INSIDE.example.",
            "mixed.example",
            "nat64.example",
            "localhost",
            "localhost.",
            "LOCALHOST",
        ] {
            assert_eq!(judged(&format!("https://{host}/hook"), false), Err(InvalidTarget::Address), "{host}");
        }
    }

    #[test]
    fn other_shapes_are_refused_each_for_its_reason() {
        use InvalidTarget::{Fragment, Malformed, Scheme, TooLong, UserInfo};
        let long = format!("https://good.example/{}", "a".repeat(2000));
        for (text, why) in [
            ("http://good.example/", Scheme),
            ("ftp://good.example/", Scheme),
            ("file:///etc/passwd", Scheme),
            ("javascript:alert(1)", Scheme),
            ("good.example/hook", Malformed),
            ("//good.example/", Malformed),
            ("", Malformed),
            ("https://", Malformed),
            ("https://good.example/a b", Malformed),
            ("https://good\n.example/", Malformed),
            ("https:\\\\good.example", Malformed),
            ("https://256.1.1.1/", Malformed),
            ("https://user@good.example/", UserInfo),
            ("https://user:secret@good.example/", UserInfo),
            ("https://@good.example/", UserInfo),
            ("https://good.example/#part", Fragment),
            (long.as_str(), TooLong),
        ] {
            assert_eq!(judged(text, false), Err(why), "{text}");
        }
    }

    #[test]
    fn this_machine_is_reached_in_development_only_and_nothing_else_is() {
        for text in ["http://127.0.0.1:8080/", "http://[::1]:9/", "http://localhost:1234/", "https://127.0.0.1/"] {
            assert!(judged(text, true).is_ok(), "{text}");
            assert!(judged(text, false).is_err(), "{text}");
        }
        for host in ["good.example", "93.184.215.14", "10.0.0.1", "inside.example", "0.0.0.0", "[::ffff:127.0.0.1]"] {
            assert_eq!(judged(&format!("http://{host}/"), true), Err(InvalidTarget::Address), "{host}");
        }
    }
}
