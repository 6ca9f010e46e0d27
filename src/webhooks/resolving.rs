//! From a name to addresses, for a connection that is about to be made: what is judged is what is then connected to.

use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::target::{Reach, Targets};

/// Finds the addresses of a name. It may take its time: it is never asked where others wait.
pub trait Resolver: Send + Sync {
    /// Every address of a name.
    ///
    /// # Errors
    /// When the name has none, or nobody could be asked.
    fn addresses(&self, name: &str) -> std::io::Result<Vec<IpAddr>>;
}

/// What the machine itself resolves.
#[derive(Debug, Clone, Copy)]
pub struct SystemResolver;

impl Resolver for SystemResolver {
    fn addresses(&self, name: &str) -> std::io::Result<Vec<IpAddr>> {
        Ok((name, 0).to_socket_addrs()?.map(|address| address.ip()).collect())
    }
}

/// The name led to an address that messages are not sent to. Which one that was is not told: it would be a way to look
/// around inside the network.
#[derive(Debug)]
pub struct Refused;

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name leads to an address that is not taken")
    }
}

impl std::error::Error for Refused {}

/// The name has no address, or nobody could say.
#[derive(Debug)]
pub struct Unresolved;

impl std::fmt::Display for Unresolved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name has no address")
    }
}

impl std::error::Error for Unresolved {}

/// Resolves for the HTTP client, and refuses a name if any of its addresses is out of reach.
pub(super) struct Guard {
    pub targets: Targets,
    pub reach: Reach,
}

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let (targets, reach) = (self.targets.clone(), self.reach);
        let name = name.as_str().to_owned();
        Box::pin(async move {
            let resolver = Arc::clone(&targets.resolver);
            let found = tokio::task::spawn_blocking(move || resolver.addresses(&name)).await;
            let addresses = found.map_err(|_| Unresolved)?.map_err(|_| Unresolved)?;
            if addresses.is_empty() {
                return Err(Unresolved.into());
            }
            if !addresses.iter().all(|address| targets.reaches(*address, reach)) {
                return Err(Refused.into());
            }
            let sockets = addresses.into_iter().map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(sockets) as Addrs)
        })
    }
}
