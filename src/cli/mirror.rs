//! `rights-hub mirror`.

use std::io::IsTerminal;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use indicatif::ProgressBar;

use super::log::start_log;
use super::settings::Naming;
use super::{Failure, Storage};
use crate::http::{ServerSettings, run};
use crate::hub::Hub;
use crate::mirror::{MirrorOptions, Source, visit};
use crate::query::{Pairs, Surface, SyncQuery};

/// Keep a copy of another hub, or of a part of it.
#[derive(Debug, Args)]
pub struct Mirror {
    #[command(flatten)]
    storage: Storage,
    #[command(flatten)]
    naming: Naming,
    /// The hub, by its address.
    #[arg(long, env = "HUB_MIRROR_FROM")]
    from: String,
    /// Only this part of it, as filters: `type=rights topic=dementia`.
    filters: Vec<String>,
    /// Visit it again and again, and serve the copy meanwhile: `60s`, `5m`.
    #[arg(long, env = "HUB_MIRROR_EVERY")]
    every: Option<String>,
    /// Where to listen, with --every.
    #[arg(long, env = "HUB_LISTEN", default_value = "127.0.0.1:8080")]
    listen: String,
    /// A key of that hub with the scope `webhooks`, to confirm purges with.
    #[arg(long, env = "HUB_MIRROR_KEY", hide_env_values = true)]
    key: Option<String>,
    /// Let the copy shrink by more than a fifth.
    #[arg(long)]
    allow_shrink: bool,
}

impl Mirror {
    /// Visits the hub once, and prints what that came to; with --every, serves the copy and visits until SIGTERM.
    ///
    /// # Errors
    /// What stands in the way, or that the copy could not be proved complete.
    pub fn run(self) -> Result<(), Failure> {
        start_log(self.storage.log_format);
        let source =
            Source::new(&self.from, &scope(&self.filters)?, self.key.clone()).map_err(|error| error.to_string())?;
        let options = MirrorOptions { allow_shrink: self.allow_shrink };
        let Some(every) = &self.every else {
            let hub = Hub::open(self.storage.open()?, self.naming.identity("http://localhost")?, 0)?;
            return once(&hub, &source, options);
        };
        let every = pause(every)?;
        let listener =
            TcpListener::bind(&self.listen).map_err(|error| format!("cannot listen on {}: {error}", self.listen))?;
        let address = format!("http://{}", listener.local_addr()?);
        let hub = Arc::new(Hub::open(self.storage.open()?, self.naming.identity(&address)?, 256 << 20)?);
        eprintln!("Rights Hub serves its copy of {} at {address}", source.address);
        let visitor = {
            let hub = Arc::clone(&hub);
            std::thread::spawn(move || again_and_again(&hub, &source, options, every))
        };
        let workers = std::thread::available_parallelism().map_or(2, usize::from);
        run(Arc::clone(&hub), ServerSettings { listener, workers })?;
        visitor.join().map_err(|_| "the visits ended in a fault")?;
        Ok(())
    }
}

/// One visit, told as a line of JSON.
fn once(hub: &Hub, source: &Source, options: MirrorOptions) -> Result<(), Failure> {
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
    bar.enable_steady_tick(Duration::from_millis(200));
    let report =
        visit(hub, source, options, &mut |seq, pending| bar.set_message(format!("at {seq}, {pending} to come")))?;
    bar.finish_and_clear();
    for entry in hub.quarantined(&source.address)? {
        eprintln!("in quarantine: {} {}: {}", entry.collection, entry.entry_id, entry.faults);
    }
    println!("{}", serde_json::to_string(&report)?);
    if report.complete { Ok(()) } else { Err("the copy is not what the hub has".into()) }
}

fn again_and_again(hub: &Hub, source: &Source, options: MirrorOptions, every: Duration) {
    while !hub.is_closing() {
        match visit(hub, source, options, &mut |_, _| ()) {
            Ok(report) => log::info!(target: "mirror", "{}", serde_json::to_string(&report).unwrap_or_default()),
            Err(error) => log::error!(target: "mirror", "{error}"),
        }
        let mut left = every;
        while !left.is_zero() && !hub.is_closing() {
            let step = left.min(Duration::from_millis(200));
            std::thread::sleep(step);
            left -= step;
        }
    }
}

/// Filters of the command line as a query string.
///
/// # Errors
/// What is wrong with them, in a sentence each.
pub fn scope(filters: &[String]) -> Result<String, Failure> {
    let (pairs, _) = Pairs::decode(&filters.iter().map(|filter| encoded(filter)).collect::<Vec<_>>().join("&"));
    let query = pairs.rebuilt(&[], &[]);
    match SyncQuery::read(Surface::Part, &query) {
        Ok(read) => Ok(read.scope_query()),
        Err(faults) => {
            let sentences: Vec<String> =
                faults.iter().map(|fault| format!("{}: {}", fault.parameter, fault.detail)).collect();
            Err(sentences.join(" ").into())
        }
    }
}

fn encoded(filter: &str) -> String {
    let (name, value) = filter.split_once('=').unwrap_or((filter, ""));
    format!("{}={}", crate::query::encode(name), crate::query::encode(value))
}

fn pause(text: &str) -> Result<Duration, Failure> {
    let read: Result<jiff::SignedDuration, _> = text.parse();
    let pause =
        read.ok().and_then(|read| Duration::try_from(read).ok()).filter(|pause| *pause >= Duration::from_secs(1));
    pause.ok_or_else(|| format!("--every takes a time such as 60s or 5m, of a second or more, not `{text}`").into())
}
