//! `rights-hub mirror`.

use std::io::IsTerminal;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use indicatif::ProgressBar;

use super::Failure;
use super::log::start_log;
use super::node::Serving;
use super::usage::part;
use crate::hub::Hub;
use crate::mirror::{MirrorOptions, Source, visit};

/// Keep a copy of another hub, or of a part of it.
#[derive(Debug, Args)]
pub struct Mirror {
    #[command(flatten)]
    serving: Serving,
    /// The hub, by its address.
    #[arg(long, env = "HUB_MIRROR_FROM", value_parser = hub_address)]
    from: String,
    /// Only this part of it, as filters: `type=rights topic=dementia`.
    filters: Vec<String>,
    /// Visit it again and again, and serve the copy meanwhile as `serve` does: `60s`, `5m`.
    #[arg(long, env = "HUB_MIRROR_EVERY", value_parser = pause)]
    every: Option<Duration>,
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
        let scope = part("mirror", &self.filters)?.scope_query();
        let source = Source::new(&self.from, &scope, self.key.clone()).map_err(|error| error.to_string())?;
        let options = MirrorOptions { allow_shrink: self.allow_shrink };
        let Some(every) = self.every else {
            let Serving { storage, naming, .. } = &self.serving;
            start_log(storage.log_format);
            let hub = Hub::open(storage.open()?, naming.identity("http://localhost"), 0)?;
            return once(&hub, &source, options);
        };
        let node = self.serving.open()?;
        eprintln!("Rights Hub serves its copy of {} at {}", source.address, node.address);
        let hub = Arc::clone(&node.hub);
        let visitor = std::thread::spawn(move || again_and_again(&hub, &source, options, every));
        node.serve()?;
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

/// The address of a hub.
fn hub_address(text: &str) -> Result<String, String> {
    Source::address_of(text).map_err(|error| error.to_string())
}

fn pause(text: &str) -> Result<Duration, String> {
    let read: Result<jiff::SignedDuration, _> = text.parse();
    let pause =
        read.ok().and_then(|read| Duration::try_from(read).ok()).filter(|pause| *pause >= Duration::from_secs(1));
    pause.ok_or_else(|| "a time such as 60s or 5m is asked for, of a second or more".to_owned())
}
