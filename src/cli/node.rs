//! A hub that is served: what `serve` and `mirror --every` have in common.

use std::net::TcpListener;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use ipnet::IpNet;

use super::allocator;
use super::log::start_log;
use super::settings::{Naming, from_here, place_to_listen};
use super::{Failure, Storage};
use crate::http::{Certificate, LEAST_SLOW, RateLimit, ServerSettings, TrustedProxies, run};
use crate::hub::{Deliverer, DeliverySettings, Hub, SEARCH_BUDGET};
use crate::webhooks::{SystemResolver, Targets};

/// Most memory or disk that a cache may be given, in MiB: 16 TiB.
const MOST_CACHED: u64 = 1 << 24;

/// Where a hub is served, and with what.
#[derive(Debug, Args)]
pub struct Serving {
    #[command(flatten)]
    pub storage: Storage,
    #[command(flatten)]
    pub naming: Naming,
    /// A replica of the database (a hot standby of PostgreSQL) that what is public is read from; editors and keys are
    /// looked up in the database itself.
    #[arg(long, env = "HUB_READ_DATABASE_URL", hide_env_values = true)]
    read_database_url: Option<String>,
    /// Where to listen: an address or a name of this machine, and a port (0 for any that is free).
    #[arg(long, env = "HUB_LISTEN", default_value = "127.0.0.1:8080", value_parser = place_to_listen)]
    listen: String,
    /// Memory for documents and answers that are kept, half of it each, in MiB.
    #[arg(long, env = "HUB_CACHE_SIZE", default_value = "256", value_parser = clap::value_parser!(u64).range(..=MOST_CACHED))]
    cache_size: u64,
    /// Disk for rendered documents that this memory has no room for, in MiB; 0 for none. It is used in the data folder, under no
    /// name, and free again when the program ends.
    #[arg(long, env = "HUB_CACHE_DISK", default_value = "4096", value_parser = clap::value_parser!(u64).range(..=MOST_CACHED))]
    cache_disk: u64,
    /// Threads that answer [default: one a processor].
    #[arg(long, env = "HUB_WORKERS")]
    workers: Option<NonZeroUsize>,
    /// Requests that one key or address may make, at once and then within so many seconds; or off.
    #[arg(long, env = "HUB_RATE_LIMIT", default_value = "600/60s", value_name = "REQUESTS/SECONDSs")]
    rate_limit: RateLimit,
    /// Networks of proxies that are believed when they say where a request came from.
    #[arg(long, env = "HUB_TRUSTED_PROXY", value_delimiter = ',', default_value = "127.0.0.0/8,::1/128")]
    trusted_proxy: Vec<IpNet>,
    /// Requests under way at once; more are told to come back.
    #[arg(long, env = "HUB_MAX_REQUESTS", default_value = "1024")]
    max_requests: NonZeroUsize,
    /// Connections at once; more wait to be taken.
    #[arg(long, env = "HUB_MAX_CONNECTIONS", default_value = "20000")]
    max_connections: NonZeroUsize,
    /// Seconds for which a node that was told to stop goes on to answer, saying that it is not ready; as long as a
    /// balancer takes to notice.
    #[arg(long, env = "HUB_FAREWELL", default_value = "0", value_parser = clap::value_parser!(u64).range(0..=60))]
    farewell: u64,
    /// How many words of texts one search may read: a word counts once for each text that has it. What would read more is
    /// refused.
    #[arg(long, env = "HUB_SEARCH_BUDGET", default_value_t = SEARCH_BUDGET)]
    search_budget: u64,
    /// Milliseconds from which on a request is noted in the log as slow, with what it had the hub do.
    #[arg(long, env = "HUB_SLOW_REQUEST", default_value = "1000", value_parser = clap::value_parser!(u64).range(LEAST_SLOW..=600_000))]
    slow_request: u64,
    /// Serve /metrics here, and not where everything else is.
    #[arg(long, env = "HUB_METRICS_LISTEN", value_parser = place_to_listen)]
    metrics_listen: Option<String>,
    /// Serve HTTPS with this chain of certificates (PEM); files are read again when they change.
    #[arg(long, env = "HUB_TLS_CERT", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The private key of the certificate (PEM).
    #[arg(long, env = "HUB_TLS_KEY", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
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
    settings: ServerSettings,
}

impl Serving {
    /// Settles how memory is taken, takes the place to listen at, migrates the database and opens the hub.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn open(&self) -> Result<Node, Failure> {
        start_log(self.storage.log_format);
        allocator::settle();
        let settings = self.settings()?;
        let scheme = if settings.certificate.is_some() { "https" } else { "http" };
        let address = format!("{scheme}://{}", from_here(settings.listener.local_addr()?));
        let targets = Targets::new(Arc::new(SystemResolver), self.webhooks_allow_loopback);
        let store = self.storage.open()?;
        let store = match &self.read_database_url {
            Some(url) => store.with_replica(url)?,
            None => store,
        };
        let hub = Hub::open(store, self.naming.identity(&address), self.cache_size << 20)?
            .with_targets(targets)
            .with_search_folder(self.storage.search_folder())
            .with_document_files(self.storage.data_dir.clone(), self.cache_disk << 20)
            .with_search_budget(self.search_budget);
        Ok(Node { hub: Arc::new(hub), address, settings })
    }

    /// How the server runs; it listens from now on.
    fn settings(&self) -> Result<ServerSettings, Failure> {
        let workers = self.workers.or_else(|| std::thread::available_parallelism().ok()).map_or(2, NonZeroUsize::get);
        let certificate = match (&self.tls_cert, &self.tls_key) {
            (Some(chain), Some(key)) => Some(Certificate::read(chain.clone(), key.clone())?),
            _ => None,
        };
        Ok(ServerSettings {
            rate_limit: self.rate_limit,
            trusted_proxies: TrustedProxies::new(&self.trusted_proxy),
            max_requests: self.max_requests.get(),
            max_connections: self.max_connections.get(),
            slow: Duration::from_millis(self.slow_request),
            farewell: Duration::from_secs(self.farewell),
            certificate,
            metrics_listener: self.metrics_listen.as_deref().map(bind).transpose()?,
            ..ServerSettings::new(bind(&self.listen)?, workers)
        })
    }
}

fn bind(address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).map_err(|error| format!("cannot listen on {address}: {error}").into())
}

impl Node {
    /// Serves until SIGTERM, and delivers what webhooks are to be told; then drains.
    ///
    /// # Errors
    /// When the listener cannot be used, or the machine gives no thread.
    pub fn serve(self) -> Result<(), Failure> {
        let Self { hub, settings, .. } = self;
        // Every follower that waits holds a connection; systems begin with few, and let a program ask for more.
        if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
            log::warn!("the limit of open files stays as it is: {error}");
        }
        let deliverer = Deliverer::start(Arc::clone(&hub), DeliverySettings::default())?;
        run(hub, settings)?;
        deliverer.stop();
        log::info!("stopped");
        Ok(())
    }
}
