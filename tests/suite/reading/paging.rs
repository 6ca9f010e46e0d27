//! Pages by number and by cursor: nothing twice, nothing skipped, and links that lead on.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{slugs, starter};
use crate::support::publish;
use crate::support::server::{Answer, Server};

/// The targets of a `Link` header, by relation.
fn links(answer: &Answer) -> Vec<(String, String)> {
    let header = answer.header("link").unwrap_or_default();
    let parts = header.split(", ").filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (target, relation) = part.split_once(">; rel=\"").expect("a link");
            (relation.trim_end_matches('"').to_owned(), target.trim_start_matches('<').to_owned())
        })
        .collect()
}

/// Every page from a target on, by a link of this name; the header says what the body says.
fn follow(server: &Server, from: &str, relation: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut next = Some(from.to_owned());
    while let Some(target) = next {
        let answer = server.get(&target);
        let page = answer.json();
        assert_eq!(answer.status, 200, "{target}: {page}");
        for (name, link) in links(&answer) {
            assert_eq!(page["links"][&name], link, "{target}");
        }
        assert_eq!(links(&answer).len() + 1, page["links"].as_object().map_or(0, serde_json::Map::len), "all but self");
        pages.push(slugs(&page["data"]).iter().map(|slug| (*slug).to_owned()).collect());
        assert!(pages.len() < 100, "{relation} leads round in circles");
        next = page["links"][relation].as_str().map(str::to_owned);
    }
    pages
}

#[test]
fn pages_by_cursor_and_by_number_are_the_whole_list_in_order() {
    let server = Server::shared();
    for query in [
        "",
        "&sort=title",
        "&sort=-published_at,title",
        "&sort=-updated_at",
        "&topic=health-services",
        "&kind_not=absolute",
    ] {
        let whole = server.json(&format!("/v1/rights?limit=100{query}"));
        let whole: Vec<String> = slugs(&whole["data"]).iter().map(|slug| (*slug).to_owned()).collect();
        assert!(whole.len() > 5, "{query}");
        let by_cursor = follow(&server, &format!("/v1/rights?limit=7{query}"), "next");
        assert_eq!(by_cursor.concat(), whole, "{query}");
        assert_eq!(by_cursor.len(), whole.len().div_ceil(7), "{query}");
        let by_number = follow(&server, &format!("/v1/rights?limit=7&page=1{query}"), "next");
        assert_eq!(by_number, by_cursor, "{query}");
    }
}

#[test]
fn prev_leads_back_page_by_page() {
    let server = Server::shared();
    let forward = follow(&server, "/v1/topics?limit=10", "next");
    let mut last = server.json("/v1/topics?limit=10");
    while let Some(next) = last["links"]["next"].as_str() {
        last = server.json(next);
    }
    let mut back = follow(&server, last["links"]["self"].as_str().expect("a link"), "prev");
    back.reverse();
    assert_eq!(back, forward);
    let by_number = follow(&server, "/v1/topics?limit=10&page=3", "prev");
    assert_eq!(by_number, [forward[2].clone(), forward[1].clone(), forward[0].clone()]);
    let first = server.json("/v1/topics?limit=10");
    assert!(first["links"]["prev"].is_null());
    assert_eq!(first["links"]["first"], "/v1/topics?limit=10");
}

#[test]
fn a_cursor_is_tied_to_its_query_and_to_nothing_else() {
    let server = Server::shared();
    let page = server.json("/v1/rights?limit=3&kind=qualified&sort=-title");
    let cursor = page["meta"]["next_cursor"].as_str().expect("a cursor");
    let ask = |query: &str| server.get(&format!("/v1/rights?cursor={cursor}{query}"));
    for other in [
        "&kind=absolute&sort=-title",
        "&sort=-title",
        "&kind=qualified",
        "&kind=qualified&sort=title",
        "&kind=qualified&sort=-title&featured=true",
    ] {
        let answer = ask(other);
        assert_eq!(answer.status, 400, "{other}");
        assert_eq!(answer.faults(), [("cursor".to_owned(), "cursor-mismatch".to_owned())], "{other}");
    }
    let elsewhere = server.get(&format!("/v1/topics?sort=-title&cursor={cursor}"));
    assert_eq!(elsewhere.faults(), [("cursor".to_owned(), "cursor-mismatch".to_owned())]);
    for same in [
        "&limit=50",
        "&limit=3&lang=fr",
        "&limit=3&view=full&include=instrument",
        "&limit=3&facet=topic",
        "&fields=title",
    ] {
        assert_eq!(ask(&format!("&kind=qualified&sort=-title{same}")).status, 200, "{same}");
    }
    let mut tampered = cursor.to_owned();
    let last = tampered.pop().expect("a character");
    tampered.push(if last == 'A' { 'B' } else { 'A' });
    let middle = format!("{}{}", &cursor[..10], &cursor[11..]);
    for wrong in [tampered.as_str(), middle.as_str(), "x", "AAAA", "bnVsbA", "W10"] {
        let answer = server.get(&format!("/v1/rights?limit=3&kind=qualified&sort=-title&cursor={wrong}"));
        assert_eq!(answer.faults(), [("cursor".to_owned(), "malformed-cursor".to_owned())], "{wrong}");
    }
    let both = ask("&page=2&kind=qualified&sort=-title");
    assert!(both.faults().contains(&("cursor".to_owned(), "conflicting-parameters".to_owned())));
}

#[test]
fn limit_zero_counts_and_sends_nothing() {
    let server = Server::shared();
    let list = server.json("/v1/rights?limit=0&facet=kind");
    assert_eq!(list["data"], Value::Array(Vec::new()));
    assert_eq!(list["meta"]["total"], server.json("/v1")["collections"]["rights"]["count"]);
    assert!(list["meta"]["next_cursor"].is_null() && list["links"]["next"].is_null());
    assert!(list["facets"]["kind"]["values"].as_array().is_some_and(|values| values.len() > 1));
    let beyond = server.json("/v1/rights?page=1000");
    assert_eq!(beyond["data"], Value::Array(Vec::new()));
    assert_eq!(beyond["meta"]["total"], list["meta"]["total"]);
}

#[test]
fn what_changes_meanwhile_moves_nothing_else() {
    let server = Server::own();
    let before: Vec<String> = follow(&server, "/v1/rights?limit=10&sort=title", "next").concat();
    let mut seen = Vec::new();
    let first = server.json("/v1/rights?limit=10&sort=title");
    seen.extend(slugs(&first["data"]).iter().map(|slug| (*slug).to_owned()));
    let second = first["links"]["next"].as_str().expect("a link").to_owned();
    assert_eq!(server.json(&second)["meta"]["changed_since_start"], false);

    // One entry in front of the place reached gets a new title behind it all; a new one appears in front.
    let mut moved = starter("rights", &before[2]);
    moved["title"] = "Zzz: renamed".into();
    let mut new = starter("rights", "udhr-article-9");
    new["id"] = "0197a9a4-5c8e-7d30-9b1f-2f6f1d1c7a11".into();
    new["slug"] = "aaa-right".into();
    new["title"] = "Aaa: a new right".into();
    publish(&server.hub, &[moved, new]);

    let mut next = Some(second);
    while let Some(target) = next {
        let page = server.json(&target);
        assert_eq!(page["meta"]["changed_since_start"], true, "{target}");
        seen.extend(slugs(&page["data"]).iter().map(|slug| (*slug).to_owned()));
        next = page["links"]["next"].as_str().map(str::to_owned);
    }
    assert_eq!(seen.pop().as_deref(), Some(before[2].as_str()), "what changed may come again");
    assert_eq!(seen, before, "and nothing else is skipped or repeated");
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len());
}
