//! A hub that is served: what `serve` and `mirror --every` have in common.

use std::net::TcpListener;
use std::num::NonZeroUsize;
use std::sync::Arc;

use clap::Args;

use super::log::start_log;
use super::settings::{Naming, place_to_listen};
use super::{Failure, Storage};
use crate::http::{ServerSettings, run};
use crate::hub::{Deliverer, DeliverySettings, Hub};
use crate::webhooks::{SystemResolver, Targets};

/// Where a hub is served, and with what.
#[derive(Debug, Args)]
pub struct Serving {
    #[command(flatten)]
    pub storage: Storage,
    #[command(flatten)]
    pub naming: Naming,
    /// Where to listen: an address or a name of this machine, and a port (0 for any that is free).
    #[arg(long, env = "HUB_LISTEN", default_value = "127.0.0.1:8080", value_parser = place_to_listen)]
    listen: String,
    /// Memory for documents and answers that are kept, half of it each, in MiB.
    #[arg(long, env = "HUB_CACHE_SIZE", default_value = "256")]
    cache_size: u64,
    /// Threads that answer [default: one a processor].
    #[arg(long, env = "HUB_WORKERS")]
    workers: Option<NonZeroUsize>,
    /// Take webhooks on this machine, over plain HTTP too; for development.
    #[arg(long, env = "HUB_WEBHOOKS_ALLOW_LOOPBACK")]
    webhooks_allow_loopback: bool,
}

/// A hub with the place where it is about to be served.
pub struct Node {
    /// The hub.
    pub hub: Arc<Hub>,
    /// Where it listens, as a URL.
    pub address: String,
    listener: TcpListener,
    workers: usize,
}

impl Serving {
    /// Takes the place to listen at, migrates the database and opens the hub.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn open(&self) -> Result<Node, Failure> {
        start_log(self.storage.log_format);
        let listener =
            TcpListener::bind(&self.listen).map_err(|error| format!("cannot listen on {}: {error}", self.listen))?;
        let address = format!("http://{}", listener.local_addr()?);
        let targets = Targets::new(Arc::new(SystemResolver), self.webhooks_allow_loopback);
        let hub = Hub::open(self.storage.open()?, self.naming.identity(&address), self.cache_size << 20)?
            .with_targets(targets)
            .with_search_folder(self.storage.search_folder());
        let workers = self.workers.or_else(|| std::thread::available_parallelism().ok()).map_or(2, NonZeroUsize::get);
        Ok(Node { hub: Arc::new(hub), address, listener, workers })
    }
}

impl Node {
    /// Serves until SIGTERM, and delivers what webhooks are to be told; then drains.
    ///
    /// # Errors
    /// When the listener cannot be used, or the machine gives no thread.
    pub fn serve(self) -> Result<(), Failure> {
        let Self { hub, listener, workers, .. } = self;
        // Every follower that waits holds a connection; systems begin with few, and let a program ask for more.
        if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
            log::warn!("the limit of open files stays as it is: {error}");
        }
        let deliverer = Deliverer::start(Arc::clone(&hub), DeliverySettings::default())?;
        run(hub, ServerSettings { listener, workers })?;
        deliverer.stop();
        log::info!("stopped");
        Ok(())
    }
}
