//! Who asks: the address of a client, behind proxies that are trusted and no others.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use actix_web::http::header::HeaderMap;
use ipnet::IpNet;

/// Proxies whose word is taken for where a request came from.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Arc<[IpNet]>);

impl TrustedProxies {
    /// Proxies in any of these networks.
    pub fn new(networks: &[IpNet]) -> Self {
        Self(networks.into())
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address.to_canonical()))
    }

    /// Where a request came from that came over a connection from `peer`: the last address that no trusted proxy has, by
    /// `Forwarded` (RFC 7239) or else `X-Forwarded-For`. What stands before it may be anybody's invention.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        let mut hops = hops(headers);
        while self.trusts(client) {
            match hops.pop() {
                Some(Some(before)) => client = before.to_canonical(),
                // Nobody says where it was before, or says it in a way that names no address.
                Some(None) | None => break,
            }
        }
        client
    }
}

/// What stands for whoever has an address: of IPv6, one place has a whole network of 64 bits.
pub fn one_place(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}

/// The addresses that proxies say, the first of them first; none for what is no address.
fn hops(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let all = |name: &str| {
        let values = headers.get_all(name).filter_map(|value| value.to_str().ok());
        values.collect::<Vec<_>>().join(",")
    };
    let forwarded = all("forwarded");
    if !forwarded.is_empty() {
        return elements(&forwarded, ',').map(|element| forwarded_for(element).and_then(address)).collect();
    }
    let list = all("x-forwarded-for");
    list.split(',').filter(|hop| !hop.trim().is_empty()).map(address).collect()
}

/// The value of `for` in an element of `Forwarded`.
fn forwarded_for(element: &str) -> Option<&str> {
    let pairs = elements(element, ';').filter_map(|pair| pair.split_once('='));
    let mut named = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for"));
    named.next().map(|(_, value)| value.trim().trim_matches('"'))
}

/// The parts of a header between separators that do not stand in quotes.
fn elements(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |c| {
        quoted ^= c == '"';
        c == separator && !quoted
    })
}

/// An address as proxies write it: `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix('[') {
        return rest.split(']').next()?.parse().ok();
    }
    text.parse().ok().or_else(|| text.rsplit_once(':')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
    use proptest::prelude::*;

    use super::TrustedProxies;

    fn client(trusted: &[&str], peer: &str, headers: &[(&'static str, &str)]) -> String {
        let networks: Vec<_> = trusted.iter().map(|network| network.parse().unwrap()).collect();
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
        }
        TrustedProxies::new(&networks).client(peer.parse().unwrap(), &map).to_string()
    }

    #[test]
    fn nobody_is_believed_who_is_not_trusted() {
        let forged = [("x-forwarded-for", "192.0.2.1"), ("forwarded", "for=192.0.2.1")];
        assert_eq!(client(&[], "203.0.113.5", &forged), "203.0.113.5");
        assert_eq!(client(&["10.0.0.0/8"], "203.0.113.5", &forged), "203.0.113.5");
        assert_eq!(
            client(&["127.0.0.0/8"], "127.0.0.1", &[("x-forwarded-for", "192.0.2.1, 203.0.113.5")]),
            "203.0.113.5"
        );
    }

    #[test]
    fn the_last_address_before_the_trusted_ones_counts() {
        let trusted = ["10.0.0.0/8", "::1/128"];
        let through = |headers: &[(&'static str, &str)]| client(&trusted, "10.0.0.1", headers);
        assert_eq!(through(&[("x-forwarded-for", "203.0.113.5")]), "203.0.113.5");
        assert_eq!(through(&[("x-forwarded-for", "1.1.1.1, 203.0.113.5, 10.1.1.1")]), "203.0.113.5");
        assert_eq!(through(&[("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", "203.0.113.5:80")]), "203.0.113.5");
        assert_eq!(
            through(&[("forwarded", "for=1.1.1.1;by=\"a,b\", FOR=\"[2001:db8::1]:47\";proto=https")]),
            "2001:db8::1"
        );
        assert_eq!(through(&[("forwarded", "for=unknown"), ("x-forwarded-for", "1.1.1.1")]), "10.0.0.1");
        assert_eq!(through(&[("x-forwarded-for", "10.0.0.9")]), "10.0.0.9");
        assert_eq!(through(&[]), "10.0.0.1");
        assert_eq!(client(&trusted, "::ffff:10.0.0.1", &[("x-forwarded-for", "::ffff:203.0.113.5")]), "203.0.113.5");
    }

    proptest! {
        #[test]
        fn whatever_proxies_say_names_somebody(said in "[ -~]{0,80}", name in prop::sample::select(vec!["forwarded", "x-forwarded-for"])) {
            client(&["0.0.0.0/0", "::/0"], "10.0.0.1", &[(name, &said)]);
            prop_assert_eq!(client(&[], "10.0.0.1", &[(name, &said)]), "10.0.0.1");
        }
    }
}
