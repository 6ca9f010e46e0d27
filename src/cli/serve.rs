//! `rights-hub` and `rights-hub serve`.

use std::net::TcpListener;
use std::sync::Arc;

use clap::Args;

use super::log::start_log;
use super::settings::Naming;
use super::{Failure, Storage};
use crate::http::{ServerSettings, run};
use crate::hub::{Deliverer, DeliverySettings, Hub};
use crate::webhooks::{SystemResolver, Targets};

/// Serve the hub until SIGTERM.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    storage: Storage,
    #[command(flatten)]
    naming: Naming,
    /// Where to listen.
    #[arg(long, env = "HUB_LISTEN", default_value = "127.0.0.1:8080")]
    listen: String,
    /// Leave an empty database empty.
    #[arg(long, env = "HUB_NO_STARTER_CONTENT")]
    no_starter_content: bool,
    /// Memory for rendered documents, in MiB.
    #[arg(long, env = "HUB_CACHE_SIZE", default_value = "256")]
    cache_size: u64,
    /// Threads that answer [default: one a processor].
    #[arg(long, env = "HUB_WORKERS")]
    workers: Option<std::num::NonZeroUsize>,
    /// Take webhooks on this machine, over plain HTTP too; for development.
    #[arg(long, env = "HUB_WEBHOOKS_ALLOW_LOOPBACK")]
    webhooks_allow_loopback: bool,
}

impl Serve {
    /// Migrates, loads the starter content into an empty database, serves until SIGTERM, then drains.
    ///
    /// # Errors
    /// What stands in the way; of settings, everything that is wrong with them.
    pub fn run(self) -> Result<(), Failure> {
        start_log(self.storage.log_format);
        let listener =
            TcpListener::bind(&self.listen).map_err(|error| format!("cannot listen on {}: {error}", self.listen));
        let address = match &listener {
            Ok(listener) => format!("http://{}", listener.local_addr()?),
            Err(_) => "http://localhost".to_owned(),
        };
        let (listener, identity) = match (listener, self.naming.identity(&address)) {
            (Ok(listener), Ok(identity)) => (listener, identity),
            (listener, identity) => {
                let faults = [listener.err(), identity.err().map(|error| error.to_string())];
                return Err(faults.into_iter().flatten().collect::<Vec<_>>().join("; ").into());
            }
        };
        let targets = Targets::new(Arc::new(SystemResolver), self.webhooks_allow_loopback);
        let hub = Hub::open(self.storage.open()?, identity, self.cache_size << 20)?.with_targets(targets);
        let hub = hub.with_search_folder(self.storage.search_folder());
        if !self.no_starter_content && hub.is_empty()? {
            let counts = hub.load_starter_content()?;
            hub.catch_up()?;
            log::info!("starter content loaded: {} entries", counts.published);
        }
        let site = &hub.identity().site.public_url;
        eprintln!("Rights Hub serves {} entries at {address}", hub.catalogue().count());
        eprintln!("  read the reference    {site}/docs/");
        eprintln!("  describe the hub      {site}/v1");
        eprintln!("  a list                {site}/v1/case-studies?facet=right,setting");
        eprintln!("  a search              {site}/v1/search?q=private+life&facet=type");
        let workers =
            self.workers.map_or_else(|| std::thread::available_parallelism().map_or(2, usize::from), usize::from);
        let hub = Arc::new(hub);
        let deliverer = Deliverer::start(Arc::clone(&hub), DeliverySettings::default())?;
        run(hub, ServerSettings { listener, workers })?;
        deliverer.stop();
        log::info!("stopped");
        Ok(())
    }
}
