//! Two hubs behind the balancer that the composition has, as it is configured there, where one is installed.

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use tempfile::{NamedTempFile, TempDir};

use super::faults;
use super::outages::{key, publish};
use crate::support::eventually;
use crate::support::postgres::free_port;
use crate::support::postgres_server::PostgresServer;
use crate::support::program::Program;
use crate::support::server::Client;

/// A balancer; it ends when this goes.
struct Balancer(Child);

impl Balancer {
    /// The balancer of the composition, here: `None` where it is not installed.
    fn start(at: u16, hubs: [u16; 2]) -> Option<Self> {
        let [one, two] = hubs.map(|port| format!("127.0.0.1:{port}"));
        let text = include_str!("../../../deploy/haproxy.cfg");
        let text = text.replace("one:8080", &one).replace("two:8080", &two);
        let text = text.replace("bind :8080", &format!("bind 127.0.0.1:{at}")).replace("maxconn 8000", "maxconn 400");
        let mut file = NamedTempFile::new().expect("a file");
        file.write_all(text.as_bytes()).expect("it is written");
        let quiet = Stdio::null;
        let started = Command::new("haproxy").arg("-f").arg(file.path()).stdout(quiet()).stderr(quiet()).spawn();
        let balancer = Self(started.ok()?);
        let client = Client::to(([127, 0, 0, 1], at).into());
        eventually("the balancer listens", || std::net::TcpStream::connect(client.address).is_ok());
        eventually("it has found a hub", || client.get("/health/ready").status == 200);
        Some(balancer)
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn hub(url: &str, folder: &TempDir, port: u16) -> Program {
    let data = folder.path().join(port.to_string()).display().to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rights-hub"));
    command.args(["serve", "--database-url", url, "--data-dir", &data, "--farewell", "2"]);
    Program::run_at(command, &format!("127.0.0.1:{port}"))
}

#[test]
fn hubs_that_are_restarted_one_after_the_other_lose_no_request() {
    let Some(postgres) = PostgresServer::start() else { return };
    let folder = TempDir::new().expect("a folder");
    let [at, one, two] = [(); 3].map(|()| free_port().expect("a free port"));
    let mut hubs = [one, two].map(|port| hub(&postgres.url, &folder, port));
    let Some(_balancer) = Balancer::start(at, [one, two]) else { return };
    let key = key(&postgres.url, &folder);
    let (stop, reads, acknowledged) = (AtomicBool::new(false), AtomicUsize::new(0), Mutex::new(Vec::new()));
    let client = Client::to(([127, 0, 0, 1], at).into());
    std::thread::scope(|scope| {
        for target in ["/v1/rights/hra-article-8", "/v1/topics?limit=3&facet=lang"] {
            let (stop, reads, client) = (&stop, &reads, &client);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let answer = client.get(target);
                    assert_eq!(answer.status, 200, "{target}: {}", answer.text());
                    reads.fetch_add(1, Ordering::Relaxed);
                    std::thread::sleep(Duration::from_millis(10));
                }
            });
        }
        scope.spawn(|| {
            for number in 0.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let slug = format!("topic-{number}");
                let answer = publish(&client, &key, &slug);
                assert_eq!(answer.status, 201, "{}", answer.text());
                acknowledged.lock().expect("it is not poisoned").push(slug);
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        for (place, port) in [one, two].into_iter().enumerate() {
            let pid = hubs[place].child.id().to_string();
            assert!(Command::new("kill").args(["-TERM", &pid]).status().expect("kill runs").success());
            assert!(hubs[place].child.wait().expect("it ends").success());
            hubs[place] = hub(&postgres.url, &folder, port);
            // The balancer looks twice a second.
            std::thread::sleep(Duration::from_secs(2));
        }
        stop.store(true, Ordering::Relaxed);
    });
    let acknowledged = acknowledged.into_inner().expect("it is not poisoned");
    assert!(reads.load(Ordering::Relaxed) > 100 && acknowledged.len() > 20, "{} writes", acknowledged.len());
    for slug in &acknowledged {
        assert_eq!(client.get(&format!("/v1/topics/{slug}")).status, 200, "{slug}");
    }
    drop(hubs);
    assert_eq!(faults(&postgres.url), Vec::<String>::new());
}
