//! `kill -9` at any moment of mixed writes, again and again, on each database: what was acknowledged is there, nothing is
//! there by half, and whoever follows has the same. `HUB_KILLS` says how often; 200 is the whole test, 10 the short one.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{done, faults};
use crate::editing_people::tables::ask;
use crate::support::Database;
use crate::support::program::Program;
use crate::support::server::Client;
use crate::sync::{Copy, digest, follow};

/// Who writes at once.
const WRITERS: usize = 3;

/// What is known of an entry.
#[derive(Debug, Clone, PartialEq)]
struct Fact {
    /// The revision that was acknowledged last.
    rev: i64,
    /// Whether its end was acknowledged.
    gone: bool,
    /// Whether its end was asked for.
    going: bool,
}

type Facts = BTreeMap<String, Fact>;

/// Moments, spread by chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// One who writes until nobody answers.
struct Writer<'a> {
    address: SocketAddr,
    key: &'a str,
    told: &'a AtomicUsize,
    facts: Facts,
}

impl Writer<'_> {
    /// What a request is answered, as far as it comes; none unless it begins with success.
    fn ask(&self, method: &str, target: &str, more: &str, body: &str) -> Option<String> {
        let mut connection = TcpStream::connect(self.address).ok()?;
        let head = format!(
            "{method} {target} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nConnection: close\r\n{more}Content-Length: {}\r\n\r\n",
            self.address,
            self.key,
            body.len()
        );
        connection.write_all(head.as_bytes()).and_then(|()| connection.write_all(body.as_bytes())).ok()?;
        let mut text = Vec::new();
        let _ = connection.read_to_end(&mut text);
        let text = String::from_utf8_lossy(&text).into_owned();
        assert!(text.is_empty() || text.starts_with("HTTP/1.1 2"), "{method} {target}: {text}");
        (text.contains("\r\n\r\n")).then_some(text)
    }

    fn acknowledged(&mut self, slug: &str, rev: i64) {
        self.facts.insert(slug.to_owned(), Fact { rev, gone: false, going: false });
        self.told.fetch_add(1, Ordering::SeqCst);
    }

    /// Makes an entry public, and answers its address for editors.
    fn make(&mut self, collection: &str, slug: &str, document: &Value) -> Option<String> {
        let json = "Content-Type: application/json\r\n";
        let made = self.ask("POST", &format!("/v1/manage/{collection}?publish=true"), json, &document.to_string())?;
        self.acknowledged(slug, 1);
        let lines = made.lines().map(str::to_owned);
        let named = lines.filter_map(|line| {
            line.split_once(": ").map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        });
        named.filter(|(name, _)| name == "location").map(|(_, value)| value).next()
    }

    /// Ends an entry.
    fn end(&mut self, slug: &str, target: &str) -> Option<()> {
        self.facts.get_mut(slug)?.going = true;
        self.ask("POST", target, "Content-Type: application/json\r\n", "{}")?;
        self.facts.get_mut(slug)?.gone = true;
        Some(())
    }

    /// One entry after the other: made, changed, some removed; testimonies made and withdrawn; lines imported.
    fn write(&mut self, prefix: &str) -> Option<()> {
        for number in 0.. {
            let slug = format!("{prefix}-{number}");
            match number % 4 {
                3 => {
                    let testimony = json!({
                        "slug": slug, "title": "What helped", "kind": "testimony", "body": format!("Words of {slug}."),
                        "consent": { "basis": "written", "attribution": "anonymous", "channels": ["web", "sync"], "evidence_ref": "Form 7" },
                    });
                    let item = self.make("testimonies", &slug, &testimony)?;
                    self.end(&slug, &format!("{item}/consent/withdraw"))?;
                }
                2 => self.import(&slug)?,
                kind => {
                    let related =
                        if number < 4 { json!([]) } else { json!([{ "slug": format!("{prefix}-{}", number - 4) }]) };
                    let related = if kind == 1 { related } else { json!([]) };
                    let topic = json!({ "slug": slug, "title": "Made", "description": "One", "related": related });
                    let item = self.make("topics", &slug, &topic)?;
                    let patch = "Content-Type: application/merge-patch+json\r\nIf-Match: \"rev-1\"\r\n";
                    self.ask("PATCH", &format!("{item}?publish=true"), patch, &json!({ "title": "Anew" }).to_string())?;
                    self.acknowledged(&slug, 2);
                    if kind == 0 {
                        self.end(&slug, &format!("{item}/remove"))?;
                    }
                }
            }
        }
        None
    }

    /// Imports a few lines; those are acknowledged that are told of.
    fn import(&mut self, slug: &str) -> Option<()> {
        let slugs: Vec<String> = (0..5).map(|line| format!("{slug}-{line}")).collect();
        let lines: Vec<String> = slugs
            .iter()
            .map(|slug| json!({ "type": "topics", "slug": slug, "title": "Imported" }).to_string())
            .collect();
        let kind = "Content-Type: application/x-ndjson\r\n";
        let told = self.ask("POST", "/v1/manage/import?publish=true", kind, &lines.join("\n"))?;
        for result in told.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
            if result["outcome"] == "created" {
                let line = result["line"].as_u64().expect("a line") as usize;
                self.acknowledged(&slugs[line - 1], 1);
            }
        }
        Some(())
    }
}

/// Serves, lets everybody write, and kills it a moment after so much was acknowledged. Answers what was.
fn killed(url: &str, folder: &TempDir, key: &str, round: usize, chance: &mut Chance, copy: &mut (Copy, i64)) -> Facts {
    let folder = folder.path().display().to_string();
    let mut program = Program::start(&["serve", "--no-starter-content", "--database-url", url, "--data-dir", &folder]);
    // What the rounds before left is what a follower has, who followed through all of them.
    let client = Client::to(program.address);
    copy.1 = follow(&client, "", copy.1, 1000, &mut copy.0);
    assert_eq!(client.json("/v1/inventory/digest")["total"]["digest"], json!(digest(&copy.0)), "round {round}");
    let (told, address) = (AtomicUsize::new(0), program.address);
    let (least, moment) = (chance.below(12) as usize, Duration::from_micros(chance.below(120_000)));
    std::thread::scope(|scope| {
        let write = |writer: usize| {
            let told = &told;
            scope.spawn(move || {
                let mut writer = (Writer { address, key, told, facts: Facts::new() }, writer);
                let ended = writer.0.write(&format!("round-{round}-{}", writer.1));
                assert_eq!(ended, None);
                writer.0.facts
            })
        };
        let writers: Vec<_> = (0..WRITERS).map(write).collect();
        while told.load(Ordering::SeqCst) < least && !writers.iter().all(|writer| writer.is_finished()) {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(moment);
        program.child.kill().expect("it is killed");
        program.child.wait().expect("it is gone");
        writers.into_iter().flat_map(|writer| writer.join().expect("the client ends well")).collect()
    })
}

fn assert_kept(url: &str, facts: &Facts, round: usize) {
    let public: BTreeMap<String, i64> = ask(url, "SELECT slug || ' ' || rev AS text FROM entries")
        .iter()
        .filter_map(|line| line.split_once(' ').map(|(slug, rev)| (slug.to_owned(), rev.parse().expect("a number"))))
        .collect();
    for (slug, fact) in facts {
        match public.get(slug) {
            Some(rev) => assert!(!fact.gone && *rev >= fact.rev, "round {round}: {slug} at {rev}: {fact:?}"),
            None => assert!(fact.going, "round {round}: {slug} was acknowledged and is not there: {fact:?}"),
        }
    }
    assert_eq!(faults(url), Vec::<String>::new(), "round {round}");
}

#[test]
fn what_was_acknowledged_outlives_every_kill() {
    let kills: usize = std::env::var("HUB_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(10);
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_nanos() as u64;
    for database in Database::each() {
        let mut chance = Chance(seed);
        let folder = TempDir::new().expect("a folder");
        let scopes = "draft,publish,consent,admin";
        let key = done(&database.url, folder.path(), &["keys", "create", "--name", "Desk", "--scopes", scopes]);
        let (mut facts, mut copy) = (Facts::new(), (Copy::new(), 0));
        for round in 0..kills {
            facts.extend(killed(&database.url, &folder, key.trim(), round, &mut chance, &mut copy));
            assert_kept(&database.url, &facts, round);
        }
        eprintln!("{kills} kills, {} acknowledged, moments from {seed}: {}", facts.len(), database.url);
        assert!(facts.len() > kills, "every moment was too early");
    }
}
