//! `kill -9` at any moment of an import or a publish: what the next start finds is whole, and what was acknowledged is in
//! it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rights_hub::hub::{Hub, Identity};
use rights_hub::present::Site;
use rights_hub::store::Store;
use serde_json::{Value, json};

use super::program::{self, Program};
use super::tables::{ask, count};

/// Good lines of a batch; the others are cheap, so that an import has several transactions and little to do.
const GOOD: usize = 20;
const BATCH: usize = 4000;
const BATCHES: usize = 4;

/// Moments to kill at, in microseconds, spread by chance up to a limit.
struct Moments(u64);

impl Moments {
    fn next(&mut self, limit: u64) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_micros((self.0 >> 33) % limit)
    }
}

/// Slugs and the least revision that must be public of each.
type Acknowledged = BTreeMap<String, i64>;

fn slug(round: usize, number: usize) -> String {
    format!("round-{round}-{number}")
}

fn topic(round: usize, number: usize) -> Value {
    // Every other line names the one behind it, which is not there yet.
    let related = if number.is_multiple_of(2) { json!([{ "slug": slug(round, number + 1) }]) } else { json!([]) };
    json!({
        "type": "topics", "slug": slug(round, number), "title": format!("Title {round} {number}"), "summary": "Summary",
        "description": format!("Told in {round}"), "related": related,
    })
}

/// A file of several batches, each with its good lines first; and the slugs of the good lines by their line.
fn file(round: usize) -> (String, BTreeMap<u64, String>) {
    let (mut text, mut slugs) = (String::new(), BTreeMap::new());
    for batch in 0..BATCHES {
        for number in batch * GOOD..(batch + 1) * GOOD {
            slugs.insert((batch * BATCH + number % GOOD + 1) as u64, slug(round, number));
            text.push_str(&format!("{}\n", topic(round, number)));
        }
        text.push_str(&"x\n".repeat(BATCH - GOOD));
    }
    (text, slugs)
}

/// `rights-hub import`, killed after a while or, without one, left to its end.
fn kill_command(folder: &Path, round: usize, after: Option<Duration>) -> Acknowledged {
    let (text, slugs) = file(round);
    let path = folder.join("lines.ndjson");
    std::fs::write(&path, text).expect("a file is written");
    let path = path.to_string_lossy().into_owned();
    let mut command = program::command(folder, &["import", "--publish", &path]);
    let mut child = command.stderr(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the program starts");
    if let Some(after) = after {
        std::thread::sleep(after);
        child.kill().expect("it is killed");
    }
    let output = child.wait_with_output().expect("it is gone");
    let ended = output.stdout.starts_with(b"{");
    slugs.into_values().filter(|_| ended).map(|slug| (slug, 1)).collect()
}

fn send(address: SocketAddr, key: &str, method: &str, target: &str, more: &str, body: &[u8]) -> Option<TcpStream> {
    let mut connection = TcpStream::connect(address).ok()?;
    let head = format!(
        "{method} {target} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {key}\r\nConnection: close\r\n\
         Content-Length: {}\r\n{more}\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).and_then(|()| connection.write_all(body)).ok()?;
    Some(connection)
}

/// What the results of an import acknowledge, as far as they come.
fn import(address: SocketAddr, key: &str, round: usize, told: &AtomicUsize) -> Acknowledged {
    let (text, slugs) = file(round);
    let kind = "Content-Type: application/x-ndjson\r\n";
    let mut acknowledged = Acknowledged::new();
    let Some(connection) = send(address, key, "POST", "/v1/manage/import?publish=true", kind, text.as_bytes()) else {
        return acknowledged;
    };
    for line in BufReader::new(connection).lines().map_while(Result::ok) {
        let Ok(result) = serde_json::from_str::<Value>(&line) else { continue };
        if result["outcome"] == "created" {
            acknowledged.insert(slugs[&result["line"].as_u64().expect("a line")].clone(), 1);
            told.fetch_add(1, Ordering::SeqCst);
        }
    }
    acknowledged
}

/// Publishes one item after the other, each twice, until nobody answers.
fn publishes(address: SocketAddr, key: &str, round: usize, told: &AtomicUsize) -> Acknowledged {
    let mut acknowledged = Acknowledged::new();
    let answered = |method: &str, target: &str, more: &str, body: Value| -> Option<String> {
        let mut text = String::new();
        let read = send(address, key, method, target, more, body.to_string().as_bytes())?.read_to_string(&mut text);
        (text.starts_with("HTTP/1.1 20") && text.contains("\r\n\r\n")).then_some(())?;
        read.ok().map(|_| text)
    };
    for number in 0.. {
        let mut document = topic(round, number);
        document["related"] =
            json!(if number == 0 { vec![] } else { vec![json!({ "slug": slug(round, number - 1) })] });
        let json = "Content-Type: application/json\r\n";
        let Some(made) = answered("POST", "/v1/manage/topics?publish=true", json, document) else { break };
        acknowledged.insert(slug(round, number), 1);
        told.fetch_add(1, Ordering::SeqCst);
        let item =
            made.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("location: ").map(str::to_owned));
        let target = format!("{}?publish=true", item.expect("a made item has an address").trim());
        let patch = "Content-Type: application/merge-patch+json\r\nIf-Match: \"rev-1\"\r\n";
        let Some(_) = answered("PATCH", &target, patch, json!({ "title": format!("Anew {number}") })) else { break };
        acknowledged.insert(slug(round, number), 2);
    }
    acknowledged
}

/// A server, killed a moment after it acknowledged so much, if it comes to that.
fn kill_server(
    folder: &Path,
    (least, moment): (usize, Duration),
    work: impl FnOnce(SocketAddr, &AtomicUsize) -> Acknowledged + Send,
) -> Acknowledged {
    let mut program = Program::serve(folder, &["--no-starter-content"]);
    let (address, told) = (program.address, AtomicUsize::new(0));
    std::thread::scope(|scope| {
        let working = scope.spawn(|| work(address, &told));
        while told.load(Ordering::SeqCst) < least && !working.is_finished() {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(moment);
        program.kill();
        working.join().expect("the client ends well")
    })
}

/// Opens what was left behind, and compares everything with everything.
fn assert_whole(url: &str, acknowledged: &Acknowledged) {
    let site = Site { public_url: "https://hub.example".to_owned(), site_url: "https://site.example".to_owned() };
    let identity = Identity {
        name: "Test hub".to_owned(),
        publisher: "Nobody".to_owned(),
        admin_email: "hub@hub.example".to_owned(),
        site,
    };
    let hub = Hub::open(Store::open(url).expect("the database opens"), identity, 1 << 20).expect("the hub opens");
    let faults = hub.check_stored().expect("it can be checked").faults;
    assert!(faults.is_empty(), "{faults:#?}");
    drop(hub);
    let none = [
        (
            "items that are public, but not at their published revision",
            "FROM items i LEFT JOIN entries e ON e.id = i.id AND e.rev = i.published_rev AND e.slug = i.slug \
          WHERE i.state = 'published' AND e.id IS NULL",
        ),
        (
            "entries of items that are not public",
            "FROM entries e JOIN items i ON i.id = e.id WHERE i.state <> 'published'",
        ),
        (
            "items whose latest revision is missing",
            "FROM items i LEFT JOIN revisions r ON r.item_id = i.id AND r.rev = i.rev WHERE r.rev IS NULL",
        ),
        (
            "entries that say something else than their revision",
            "FROM entries e JOIN topics t ON t.id = e.id JOIN revisions r ON r.item_id = e.id AND r.rev = e.rev \
          WHERE e.title <> json_extract(r.document, '$.title') OR e.summary <> json_extract(r.document, '$.summary') \
          OR t.description <> json_extract(r.document, '$.description') OR (SELECT count(*) FROM links l \
          WHERE l.source_id = e.id) <> json_array_length(r.document, '$.related')",
        ),
        (
            "entries that the log does not have at their place",
            "FROM entries e LEFT JOIN changes c ON c.entry_id = e.id AND c.seq = e.seq AND c.rev = e.rev AND c.op = 'upsert' \
          WHERE c.seq IS NULL",
        ),
        ("changes of what is not public", "FROM changes c LEFT JOIN entries e ON e.id = c.entry_id WHERE e.id IS NULL"),
        ("places that two changes have", "FROM (SELECT seq FROM changes GROUP BY seq HAVING count(*) > 1)"),
        ("entries with two changes", "FROM (SELECT entry_id FROM changes GROUP BY entry_id HAVING count(*) > 1)"),
        ("changes ahead of the hub", "FROM changes WHERE seq > (SELECT seq FROM hub)"),
    ];
    for (what, sql) in none {
        assert_eq!(count(url, &format!("SELECT count(*) AS number {sql}")), 0, "{what}");
    }
    let public: BTreeMap<String, i64> = ask(url, "SELECT slug || ' ' || rev AS text FROM entries")
        .iter()
        .filter_map(|line| line.split_once(' ').map(|(slug, rev)| (slug.to_owned(), rev.parse().expect("a number"))))
        .collect();
    for (slug, rev) in acknowledged {
        assert!(public.get(slug).is_some_and(|public| public >= rev), "{slug} was acknowledged at {rev}");
    }
}

/// A database, killed again and again by `kill`, which is given the round and a key and answers what was acknowledged.
fn killed(rounds: usize, kill: impl Fn(&Path, usize, &str, &mut Moments) -> Acknowledged) {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_nanos() as u64;
    let mut moments = Moments(seed);
    let folder = tempfile::TempDir::new().expect("a folder for temporary files");
    let url = format!("sqlite://{}", folder.path().join("hub.db").display());
    Store::open(&url).and_then(|store| store.migrate()).expect("the database is migrated");
    let key = program::key(folder.path());
    let mut acknowledged = Acknowledged::new();
    for round in 0..rounds {
        acknowledged.extend(kill(folder.path(), round, &key, &mut moments));
        assert_whole(&url, &acknowledged);
    }
    let public = count(&url, "SELECT count(*) AS number FROM entries");
    eprintln!("{} acknowledged, {public} public, moments from {seed}", acknowledged.len());
    assert!(public >= GOOD as i64, "every moment was too early");
}

/// What is public of an import is the good lines of whole batches, or the half of them that waited for none.
fn assert_whole_batches(folder: &Path, round: usize) {
    let url = format!("sqlite://{}", folder.join("hub.db").display());
    let kept = count(&url, &format!("SELECT count(*) AS number FROM entries WHERE slug LIKE 'round-{round}-%'"));
    assert_eq!(kept as usize % (GOOD / 2), 0, "a part of a transaction was kept");
}

#[test]
fn killed_imports_of_the_command_line_leave_whole_batches() {
    let whole = std::cell::Cell::new(0);
    killed(17, |folder, round, _, moments| {
        let started = Instant::now();
        let after = (round > 0).then(|| moments.next(whole.get()));
        let told = kill_command(folder, round, after);
        if round == 0 {
            assert_eq!(told.len(), GOOD * BATCHES, "nobody killed it");
            whole.set(started.elapsed().as_micros() as u64);
        }
        assert_whole_batches(folder, round);
        told
    });
}

#[test]
fn killed_imports_over_http_leave_what_they_told() {
    killed(17, |folder, round, key, moments| {
        let moment = (round % BATCHES * GOOD, moments.next(150_000));
        let told = kill_server(folder, moment, |address, told| import(address, key, round, told));
        assert_whole_batches(folder, round);
        told
    });
}

#[test]
fn killed_publishes_leave_what_they_answered() {
    killed(18, |folder, round, key, moments| {
        let moment = (round, moments.next(60_000));
        kill_server(folder, moment, |address, told| publishes(address, key, round, told))
    });
}
