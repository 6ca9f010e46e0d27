//! The server: listening, following the log in the background, and stopping gracefully.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpServer, middleware, web};
use tokio::signal::unix::{SignalKind, signal};

use super::finish::finish;
use super::routes::configure;
use crate::hub::Hub;

/// How often a node looks whether another process has written.
const FOLLOW_EVERY: Duration = Duration::from_millis(250);

/// How often search looks whether the catalogue has gone on.
const SEARCH_EVERY: Duration = Duration::from_millis(40);

/// How often it looks whether something is due.
const TIME_EVERY: Duration = Duration::from_secs(1);

/// How long requests under way may take after the signal to stop.
const DRAIN_SECONDS: u64 = 30;

/// How the server runs.
pub struct ServerSettings {
    /// Where it listens.
    pub listener: TcpListener,
    /// How many threads answer.
    pub workers: usize,
}

/// Serves a hub until SIGTERM or SIGINT, then lets requests under way end.
///
/// # Errors
/// When the listener cannot be used.
pub fn run(hub: Arc<Hub>, settings: ServerSettings) -> std::io::Result<()> {
    serve(hub, settings, true, drop)
}

/// Serves a hub until the handle that `started` is given stops it. Signals stay the caller's, who may have many servers.
///
/// # Errors
/// When the listener cannot be used.
pub fn run_with(hub: Arc<Hub>, settings: ServerSettings, started: impl FnOnce(ServerHandle)) -> std::io::Result<()> {
    serve(hub, settings, false, started)
}

fn serve(
    hub: Arc<Hub>,
    settings: ServerSettings,
    signals: bool,
    started: impl FnOnce(ServerHandle),
) -> std::io::Result<()> {
    let stopping = Arc::new(AtomicBool::new(false));
    let follower = follow(Arc::clone(&hub), Arc::clone(&stopping));
    let proving = signals.then(|| prove(Arc::clone(&hub)));
    let searcher = follow_search(Arc::clone(&hub), Arc::clone(&stopping));
    let data = web::Data::from(Arc::clone(&hub));
    let served = actix_web::rt::System::new().block_on(async {
        let server = HttpServer::new(move || {
            App::new().app_data(data.clone()).wrap(middleware::from_fn(finish)).configure(configure)
        })
        .workers(settings.workers)
        .shutdown_timeout(DRAIN_SECONDS)
        .listen(settings.listener)?;
        let server = server.disable_signals().run();
        started(server.handle());
        if signals {
            actix_web::rt::spawn(stop_at_signal(hub, server.handle()));
        }
        server.await
    });
    stopping.store(true, Ordering::Relaxed);
    let _ = (follower.join(), searcher.join());
    proving.into_iter().for_each(|thread| drop(thread.join()));
    served
}

/// Stops the server at SIGTERM or SIGINT: whoever waits for changes is let go, and requests under way end.
async fn stop_at_signal(hub: Arc<Hub>, server: ServerHandle) {
    let mut terminate = match signal(SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(error) => return log::error!("cannot listen for SIGTERM: {error}"),
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    hub.close();
    server.stop(true).await;
}

/// Hashes what is public, so that the first follower who asks for proof need not wait for it.
fn prove(hub: Arc<Hub>) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        if let Err(error) = hub.bring_fingerprints() {
            log::error!("cannot hash what is public: {error:?}");
        }
    })
}

/// Keeps the search index behind the catalogue, and builds it when there is none.
fn follow_search(hub: Arc<Hub>, stopping: Arc<AtomicBool>) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        let mut healthy = true;
        while !stopping.load(Ordering::Relaxed) {
            if !hub.search_is_due() {
                std::thread::sleep(SEARCH_EVERY);
                continue;
            }
            let built = hub.search_seq().is_some();
            let began = Instant::now();
            match hub.follow_search() {
                Ok(()) if !built => log::info!("search is ready after {:.1} s", began.elapsed().as_secs_f64()),
                Ok(()) if !healthy => log::info!("search follows the change log again"),
                Ok(()) => {}
                // Said once, as below.
                Err(error) => {
                    if healthy {
                        log::error!("search cannot follow the change log: {error}");
                    }
                    healthy = false;
                    std::thread::sleep(FOLLOW_EVERY);
                    continue;
                }
            }
            healthy = true;
            std::thread::sleep(SEARCH_EVERY);
        }
    })
}

/// Follows what other processes write (nodes on one PostgreSQL, or an import beside the server), and does what is due.
fn follow(hub: Arc<Hub>, stopping: Arc<AtomicBool>) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        let (mut healthy, mut looked) = (true, Instant::now() - TIME_EVERY);
        while !stopping.load(Ordering::Relaxed) {
            std::thread::sleep(FOLLOW_EVERY);
            let followed = hub.catch_up().and_then(|seq| {
                if looked.elapsed() >= TIME_EVERY {
                    looked = Instant::now();
                    hub.keep_time()?;
                }
                Ok(seq)
            });
            match followed {
                Ok(_) if !healthy => {
                    healthy = true;
                    log::info!("following the change log again");
                }
                Ok(_) => {}
                // Said once: the log would fill while the database is away.
                Err(error) if healthy => {
                    healthy = false;
                    log::error!("cannot follow the change log: {error}");
                }
                Err(_) => {}
            }
        }
    })
}
