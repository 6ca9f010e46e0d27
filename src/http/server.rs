//! The server: listening, following the log in the background, and stopping gracefully.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpServer, middleware, web};
use tokio::signal::unix::{SignalKind, signal};

use super::capacity::Capacity;
use super::layers::layers;
use super::measuring::{Metrics, Node};
use super::rates::Rates;
use super::routes::{configure, configure_metrics};
use super::settings::ServerSettings;
use super::slow::Slow;
use super::tls::Certificate;
use crate::hub::Hub;

/// How often a node looks whether another process has written.
const FOLLOW_EVERY: Duration = Duration::from_millis(250);

/// How often search looks whether the catalogue has gone on.
const SEARCH_EVERY: Duration = Duration::from_millis(40);

/// While there is always something to index, each round is followed by a rest of so many times its own length, and no longer
/// than this: what is published in a row is indexed together, and readers keep the processor. Whoever waits for what was just
/// published ends the rest.
const SEARCH_REST: (u32, Duration) = (30, Duration::from_secs(1));

/// How often it looks whether something is due.
const TIME_EVERY: Duration = Duration::from_secs(1);

/// How often what is kept for clients is looked at, and the files of the certificate.
const KEEP_EVERY: Duration = Duration::from_secs(2);

/// How long requests under way may take after the signal to stop.
const DRAIN_SECONDS: u64 = 30;

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
    if signals {
        prove(Arc::clone(&hub));
    }
    let searcher = follow_search(Arc::clone(&hub), Arc::clone(&stopping));
    let served = actix_web::rt::System::new().block_on(listen(hub, settings, signals, started));
    stopping.store(true, Ordering::Relaxed);
    let _ = (follower.join(), searcher.join());
    served
}

/// Listens, and answers until the server is stopped.
async fn listen(
    hub: Arc<Hub>,
    settings: ServerSettings,
    signals: bool,
    started: impl FnOnce(ServerHandle),
) -> std::io::Result<()> {
    let capacity = Arc::new(Capacity::of(settings.max_requests));
    let rates = Arc::new(Rates::new(settings.rate_limit, settings.trusted_proxies));
    let node = Node { hub: Arc::clone(&hub), capacity: Arc::clone(&capacity), rates: Arc::clone(&rates) };
    let metrics = web::Data::new(Metrics::of(node));
    let (data, capacity, limits) =
        (web::Data::from(Arc::clone(&hub)), web::Data::from(capacity), web::Data::from(Arc::clone(&rates)));
    let slow = web::Data::new(Slow(settings.slow));
    let (measured, elsewhere) = (metrics.clone(), settings.metrics_listener.is_some());
    let server = HttpServer::new(move || {
        App::new()
            .app_data(data.clone())
            .app_data(capacity.clone())
            .app_data(limits.clone())
            .app_data(measured.clone())
            .app_data(slow.clone())
            .wrap(middleware::from_fn(layers))
            .configure(|config| {
                if !elsewhere {
                    config.configure(configure_metrics);
                }
                configure(config);
            })
    })
    .workers(settings.workers)
    // An answer in several writes would wait for the client to acknowledge the one before.
    .tcp_nodelay(true)
    .max_connections(settings.max_connections.div_ceil(settings.workers))
    .client_request_timeout(settings.patience)
    .keep_alive(settings.patience)
    .shutdown_timeout(DRAIN_SECONDS)
    .disable_signals();
    let server = match &settings.certificate {
        None => server.listen(settings.listener)?,
        Some(certificate) => {
            let config = certificate.config().map_err(std::io::Error::other)?;
            server.listen_rustls_0_23(settings.listener, config)?
        }
    };
    let server = server.run();
    let handle = server.handle();
    let beside = settings.metrics_listener.map(|listener| {
        let app = move || App::new().app_data(metrics.clone()).configure(configure_metrics);
        Ok::<_, std::io::Error>(HttpServer::new(app).workers(1).disable_signals().listen(listener)?.run())
    });
    let beside = beside.transpose()?;
    let beside_handle = beside.as_ref().map(|server| server.handle());
    actix_web::rt::spawn(keep(rates, settings.certificate));
    if let Some(beside) = beside {
        actix_web::rt::spawn(beside);
    }
    started(handle.clone());
    if signals {
        actix_web::rt::spawn(stop_at_signal(hub, handle, settings.farewell));
    }
    let served = server.await;
    if let Some(beside) = beside_handle {
        beside.stop(false).await;
    }
    served
}

/// Now and then forgets clients who ask nothing, and looks whether there is another certificate.
async fn keep(rates: Arc<Rates>, certificate: Option<Arc<Certificate>>) {
    let mut every = tokio::time::interval(KEEP_EVERY);
    loop {
        every.tick().await;
        rates.tidy();
        match certificate.as_ref().map(|certificate| certificate.renew()) {
            Some(Ok(true)) => log::info!("another certificate is in use"),
            Some(Err(error)) => log::error!("the certificate stays as it was: {error}"),
            Some(Ok(false)) | None => {}
        }
    }
}

/// Stops the server at SIGTERM or SIGINT: whoever waits for changes is let go, and requests under way end.
async fn stop_at_signal(hub: Arc<Hub>, server: ServerHandle, farewell: Duration) {
    let mut terminate = match signal(SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(error) => return log::error!("cannot listen for SIGTERM: {error}"),
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    hub.close();
    tokio::time::sleep(farewell).await;
    server.stop(true).await;
}

/// Hashes what is public, so that the first follower who asks for proof need not wait for it. It only reads, and nobody waits
/// for it at a stop.
fn prove(hub: Arc<Hub>) {
    std::thread::spawn(move || {
        if let Err(error) = hub.bring_fingerprints() {
            log::error!("cannot hash what is public: {error:?}");
        }
    });
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
            let (times, most) = SEARCH_REST;
            rest(&hub, (began.elapsed() * times).clamp(SEARCH_EVERY, most));
        }
    })
}

/// Rests for so long, or until somebody waits for search.
fn rest(hub: &Hub, most: Duration) {
    let began = Instant::now();
    loop {
        std::thread::sleep(SEARCH_EVERY.min(most.saturating_sub(began.elapsed())));
        if began.elapsed() >= most || hub.search_is_awaited() {
            return;
        }
    }
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
