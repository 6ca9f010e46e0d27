//! What a server takes from clients, and what it tells those who watch it.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use rights_hub::http::{RateLimit, ServerSettings, TrustedProxies};
use serde_json::json;

use crate::support::Database;
use crate::support::server::{Answer, Client, Server};

/// A server with the starter content that runs as `set` says.
fn server(set: impl FnOnce(&mut ServerSettings)) -> Server {
    let database = Database::sqlite();
    let hub = Arc::new(database.hub());
    hub.load_starter_content().expect("the starter content is good");
    hub.catch_up().expect("the catalogue follows");
    Server::with(hub, database, set)
}

fn limited(rate: &str, proxies: &[&str]) -> Server {
    let networks: Vec<_> = proxies.iter().map(|network| network.parse().expect("a network")).collect();
    server(|settings| {
        settings.rate_limit = rate.parse::<RateLimit>().expect("a rate");
        settings.trusted_proxies = TrustedProxies::new(&networks);
    })
}

/// The number behind a name in a structured field.
fn number(answer: &Answer, header: &str, name: &str) -> u64 {
    let value = answer.header(header).unwrap_or_else(|| panic!("no {header}"));
    assert!(value.starts_with("\"default\";"), "{value}");
    let parts = value.split(';').find_map(|part| part.strip_prefix(&format!("{name}=")));
    parts.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{value}"))
}

#[test]
fn a_client_that_asks_too_much_is_told_how_long_to_wait() {
    let server = limited("5/86400s", &[]);
    for left in (0..5).rev() {
        let answer = server.get("/v1/rights?limit=1");
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("ratelimit-policy"), Some("\"default\";q=5;w=86400"));
        assert_eq!(number(&answer, "ratelimit", "r"), left);
        assert_eq!(number(&answer, "ratelimit", "t"), (5 - left) * 17280);
    }
    let refused = server.get("/v1/rights?limit=1");
    assert_eq!(refused.status, 429, "{}", refused.text());
    assert_eq!(refused.json()["type"], "/problems/too-many-requests");
    let wait: u64 = refused.header("retry-after").expect("how long").parse().expect("seconds");
    assert!((17_000..=17_281).contains(&wait), "{wait}");
    assert_eq!(number(&refused, "ratelimit", "r"), 0);
    assert_eq!(refused.header("access-control-allow-origin"), Some("*"), "a page may read why");
    // Whoever watches the hub is never kept from it.
    assert_eq!(server.get("/health/ready").status, 200);
    assert_eq!(server.get("/metrics").status, 200);
}

#[test]
fn asking_whether_something_has_changed_costs_a_tenth() {
    let server = limited("5/86400s", &[]);
    let first = server.get("/v1/rights?limit=1");
    let tag = first.header("etag").expect("a validator").to_owned();
    for _ in 0..30 {
        assert_eq!(server.get_with("/v1/rights?limit=1", &[("If-None-Match", &tag)]).status, 304);
    }
    // 50 units, 10 and 30 are gone: one more whole answer, and no second, whatever it is called.
    assert_eq!(server.get_with("/v1/rights?limit=1", &[("If-None-Match", "\"other\"")]).status, 200);
    assert_eq!(server.get_with("/v1/rights?limit=1", &[("If-None-Match", "\"other\"")]).status, 429);
}

#[test]
fn clients_behind_a_trusted_proxy_have_their_own_buckets_and_nobody_makes_up_others() {
    let server = limited("2/86400s", &["127.0.0.0/8"]);
    let from = |address: &str| server.get_with("/v1/rights?limit=1", &[("X-Forwarded-For", address)]).status;
    assert_eq!([from("192.0.2.1"), from("192.0.2.1"), from("192.0.2.1")], [200, 200, 429]);
    assert_eq!(from("192.0.2.2"), 200);
    assert_eq!(from("192.0.2.99, 192.0.2.1"), 429, "what stands before it may be made up");
    // One place has 64 bits of IPv6.
    assert_eq!([from("2001:db8::1"), from("2001:db8::2"), from("2001:db8::3")], [200, 200, 429]);
    let server = limited("2/86400s", &[]);
    let from = |address: &str| server.get_with("/v1/rights?limit=1", &[("X-Forwarded-For", address)]).status;
    assert_eq!([from("192.0.2.1"), from("192.0.2.2"), from("192.0.2.3")], [200, 200, 429]);
}

#[test]
fn a_key_has_a_bucket_of_its_own_where_keys_are_looked_at() {
    let server = limited("3/86400s", &[]);
    let asked =
        |target: &str, key: &str| server.get_with(target, &[("Authorization", &format!("Bearer {key}"))]).status;
    assert_eq!((0..3).map(|_| server.get("/v1/rights?limit=1").status).collect::<Vec<_>>(), [200, 200, 200]);
    assert_eq!(server.get("/v1/rights?limit=1").status, 429);
    assert_eq!(asked("/v1/manage/keys", "one"), 401);
    assert_eq!(asked("/v1/rights?limit=1", "two"), 429, "a key that nobody looks at buys nothing");
}

#[test]
fn questions_that_are_too_many_wait_to_be_admitted_and_not_for_ever() {
    let database = Database::sqlite();
    let hub = Arc::new(database.hub());
    let server = Server::with(Arc::clone(&hub), database, |_| {});
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let admit = || {
        let soon = async { tokio::time::timeout(Duration::from_millis(50), hub.admit_reader()).await };
        runtime.block_on(soon).ok().map(|admitted| admitted.expect("it is admitted"))
    };
    let mut admitted: Vec<_> = std::iter::from_fn(admit).collect();
    assert!((2..=64).contains(&admitted.len()), "{}", admitted.len());
    assert_eq!(server.get("/health/live").status, 200, "what asks the hub nothing is answered");
    std::thread::scope(|scope| {
        let waits = scope.spawn(|| server.get("/v1/rights?facet=topic"));
        std::thread::sleep(Duration::from_millis(300));
        assert!(!waits.is_finished());
        drop(admitted.pop());
        assert_eq!(waits.join().expect("an answer").status, 200);
    });
    admitted.extend(admit());
    let refused = server.get("/v1/rights?facet=right");
    assert_eq!((refused.status, refused.json()["type"].as_str()), (503, Some("/problems/unavailable")));
    assert!(refused.header("retry-after").is_some());
}

#[test]
fn what_is_measured_is_what_was_asked() {
    let server = server(|_| {});
    for _ in 0..3 {
        assert_eq!(server.get("/v1/rights/hra-article-8").status, 200);
    }
    assert_eq!(server.get("/v1/rights/nothing-of-this-name").status, 404);
    assert_eq!(server.send("BREW", "/v1/rights/hra-article-8", &[]).status, 405);
    let answer = server.get("/metrics");
    assert_eq!(answer.status, 200);
    let text = answer.text();
    let value = |name: &str| -> f64 {
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{name} ")))
            .unwrap_or_else(|| panic!("{name}: {text}"));
        line.parse().expect("a number")
    };
    let route = "route=\"/v1/rights/{key}\"";
    assert_eq!(value(&format!("hub_requests_total{{method=\"GET\",{route},status=\"200\"}}")), 3.0);
    assert_eq!(value(&format!("hub_requests_total{{method=\"GET\",{route},status=\"404\"}}")), 1.0);
    assert_eq!(value(&format!("hub_requests_total{{method=\"other\",{route},status=\"405\"}}")), 1.0);
    assert_eq!(value(&format!("hub_request_duration_seconds_count{{method=\"GET\",{route}}}")), 4.0);
    assert_eq!(
        value("hub_catalogue_entries"),
        server.json("/v1")["total"].as_f64().unwrap_or(value("hub_catalogue_entries"))
    );
    assert_eq!(value("hub_catalogue_seq"), server.hub.catalogue().seq as f64);
    assert_eq!(value("hub_log_lag{follower=\"catalogue\"}"), 0.0);
    assert!(value("hub_database_statements_total") > 10.0);
    assert!(value("hub_database_connections{pool=\"read\"}") >= 1.0);
    assert!(value("process_resident_memory_bytes") > 1e6);
    assert_eq!(value("hub_requests_under_way"), 0.0);
    assert!(text.ends_with("# EOF\n"));
    for word in ["nothing-of-this-name", "hra-article-8"] {
        assert!(!text.contains(word), "{word} is somebody's word");
    }
}

#[test]
fn metrics_are_not_on_the_public_port_when_they_have_their_own() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let server = server(|settings| settings.metrics_listener = Some(listener));
    let missing = server.get("/metrics");
    assert_eq!(missing.status, 404);
    crate::support::schemas::assert_documented("/metrics", "elsewhere", &missing);
    let beside = Client::to(address);
    assert!(beside.get("/metrics").text().contains("hub_requests_total{method=\"GET\""));
    assert_eq!(beside.get("/v1").status, 404);
}

#[test]
fn beyond_its_capacity_a_node_tells_others_to_come_back() {
    let server = server(|settings| settings.max_requests = 2);
    let waiting: Vec<TcpStream> = (0..2)
        .map(|_| {
            let mut connection = TcpStream::connect(server.address).expect("it listens");
            // It waits two seconds for a place that does not come.
            write!(connection, "GET /v1/rights?min_seq=99999999 HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n")
                .expect("it is sent");
            connection
        })
        .collect();
    crate::support::eventually("both are under way", || {
        server.get("/metrics").text().contains("hub_requests_under_way 2.0")
    });
    let refused = server.get("/v1/rights");
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert_eq!((refused.header("retry-after"), &refused.json()["type"]), (Some("1"), &json!("/problems/unavailable")));
    assert_eq!(server.get("/health/live").status, 200);
    assert_eq!(server.get("/v1/changes?since=0&limit=1").status, 200, "followers cost nothing while they wait");
    for mut connection in waiting {
        let mut text = String::new();
        connection.read_to_string(&mut text).expect("an answer");
        assert!(text.contains("/problems/behind"), "{text}");
    }
    assert_eq!(server.get("/v1/rights").status, 200);
    assert!(server.get("/metrics").text().contains("hub_requests_refused_total 1.0"));
}

#[test]
fn whoever_sends_slowly_or_too_much_holds_nobody_up() {
    let server = server(|settings| settings.patience = Duration::from_secs(3));
    // A head that never ends.
    let mut slow = TcpStream::connect(server.address).expect("it listens");
    slow.write_all(b"GET /v1 HTTP/1.1\r\nHost: hub\r\nX-A: ").expect("it is sent");
    let mut text = String::new();
    slow.read_to_string(&mut text).expect("the connection ends");
    assert!(text.is_empty() || text.starts_with("HTTP/1.1 408 "), "{text}");
    // A connection on which nothing is asked.
    let mut idle = TcpStream::connect(server.address).expect("it listens");
    let mut text = String::new();
    idle.read_to_string(&mut text).expect("the connection ends");
    assert!(text.is_empty() || text.starts_with("HTTP/1.1 408 "), "{text}");
    // Heads that are too long, or have too many lines.
    for head in [format!("X-A: {}\r\n", "a".repeat(200_000)), "X-A: a\r\n".repeat(500)] {
        let mut large = TcpStream::connect(server.address).expect("it listens");
        let sent = write!(large, "GET /v1 HTTP/1.1\r\nHost: hub\r\n{head}\r\n");
        let mut text = Vec::new();
        let _ = sent.and_then(|()| large.read_to_end(&mut text).map(drop));
        let text = String::from_utf8_lossy(&text).into_owned();
        assert!(text.is_empty() || text.starts_with("HTTP/1.1 4"), "{text}");
    }
    assert_eq!(server.get("/v1").status, 200);
}

#[test]
fn every_answer_keeps_browsers_from_what_nobody_meant() {
    let server = Server::shared();
    for target in ["/v1", "/v1/rights/hra-article-8", "/v1/nothing", "/docs/", "/openapi.json", "/", "/v1/manage/keys"]
    {
        let answer = server.get(target);
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{target}");
        assert!(answer.header("referrer-policy").is_some(), "{target}");
        let policy = answer.header("content-security-policy").unwrap_or_else(|| panic!("{target} has no policy"));
        assert!(policy.contains("frame-ancestors") || target == "/", "{target}: {policy}");
        assert!(answer.header("server").is_none() && answer.header("x-powered-by").is_none(), "{target}");
    }
    let card = server.get("/embed/rights/hra-article-8");
    assert!(!card.header("content-security-policy").unwrap_or_default().contains("frame-ancestors 'none'"));
}
