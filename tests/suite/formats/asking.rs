//! How a form is asked for, and what is refused.

use rights_hub::model::COLLECTIONS;

use crate::support::schemas::assert_documented;
use crate::support::server::Server;

#[test]
fn accept_and_suffix_lead_to_the_same() {
    let server = Server::shared();
    for (accept, suffix, first) in [
        ("text/csv", "csv", "text/csv"),
        ("application/x-ndjson", "ndjson", "application/x-ndjson"),
        ("application/rss+xml;q=0.5, application/atom+xml", "atom", "application/atom+xml"),
        ("application/rss+xml, text/html;q=0.9", "rss", "application/rss+xml"),
        ("application/feed+json, application/json;q=0.5", "jsonfeed", "application/feed+json"),
        ("text/calendar", "ics", "text/calendar"),
    ] {
        let by_accept = server.get_with("/v1/events?kind=conference,hearing", &[("Accept", accept)]);
        let by_suffix = server.get(&format!("/v1/events.{suffix}?kind=conference,hearing"));
        assert_eq!(by_accept.status, 200, "{accept}: {}", by_accept.text());
        assert_eq!(
            (by_accept.text(), by_accept.header("etag")),
            (by_suffix.text(), by_suffix.header("etag")),
            "{accept}"
        );
        assert!(by_accept.header("content-type").is_some_and(|kind| kind.starts_with(first)), "{accept}");
        assert_documented("/v1/events", accept, &by_accept);
        // Programs that read feeds send whatever they like.
        assert_eq!(server.get_with(&format!("/v1/events.{suffix}"), &[("Accept", "image/png")]).status, 200);
    }
    for accept in ["application/json", "*/*", "text/html, application/xhtml+xml, */*;q=0.8", "application/*"] {
        let answer = server.get_with("/v1/events", &[("Accept", accept)]);
        assert_eq!(answer.header("content-type"), Some("application/json"), "{accept}");
    }
}

#[test]
fn what_a_list_does_not_have_is_refused() {
    let server = Server::shared();
    assert_eq!(server.get_with("/v1/rights", &[("Accept", "text/calendar")]).status, 406);
    assert_eq!(server.get_with("/v1/events", &[("Accept", "image/png")]).status, 406);
    for target in
        ["/v1/rights.ics", "/v1/rights.pdf", "/v1/rights.csv.gz", "/v1/rights.json", "/v1/search.csv", "/v1/rights."]
    {
        let answer = server.get(target);
        assert_eq!((answer.status, answer.header("content-type")), (404, Some("application/problem+json")), "{target}");
    }
    for (target, parameter, code) in [
        ("/v1/rights.csv?topc=privacy", "topc", "unknown-parameter"),
        ("/v1/rights.atom?facet=topic", "facet", "unknown-parameter"),
        ("/v1/rights.rss?view=full", "view", "unknown-parameter"),
        ("/v1/rights.csv?include=topics", "include", "unknown-parameter"),
        ("/v1/events.ics?kind=fair", "kind", "unknown-value"),
        ("/v1/rights.jsonfeed?limit=101", "limit", "invalid-value"),
        ("/v1/rights.atom?cursor=nonsense", "cursor", "malformed-cursor"),
        ("/v1/rights.ndjson?sort=colour", "sort", "unknown-value"),
        ("/v1/rights/hra-article-8?format=jsonld&view=card", "view", "unknown-parameter"),
        ("/v1/rights/hra-article-8?format=rdf", "format", "unknown-value"),
    ] {
        let answer = server.get(target);
        assert_eq!((answer.status, answer.faults()), (400, vec![(parameter.to_owned(), code.to_owned())]), "{target}");
    }
    let cursor = server.json("/v1/rights?limit=1")["meta"]["next_cursor"].as_str().expect("a cursor").to_owned();
    let answer = server.get(&format!("/v1/rights.csv?limit=1&cursor={cursor}"));
    assert_eq!(answer.faults(), [("cursor".to_owned(), "cursor-mismatch".to_owned())]);
}

#[test]
fn the_hub_tells_the_forms_of_its_lists() {
    let server = Server::shared();
    let hub = server.json("/v1");
    for collection in COLLECTIONS.iter() {
        let formats = hub["collections"][collection.name]["formats"].as_object().expect("forms").clone();
        let names: Vec<&str> = formats.keys().map(String::as_str).collect();
        let calendar: &[&str] = if collection.takes_place { &["ics"] } else { &[] };
        assert_eq!(names, [&["csv", "ndjson", "atom", "rss", "jsonfeed"], calendar].concat());
        for target in formats.values() {
            assert_eq!(server.get(target.as_str().expect("an address")).status, 200, "{target}");
        }
    }
}
