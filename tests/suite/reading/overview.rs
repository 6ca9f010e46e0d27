//! The hub as a whole: its description, its front page, what is similar, and where an outside name leads.

use std::collections::BTreeMap;

use rights_hub::catalogue::{Node, Reason, Snapshot};
use serde_json::{Value, json};

use super::slugs;
use crate::support::publish;
use crate::support::server::Server;

#[test]
fn the_hub_describes_itself() {
    let server = Server::shared();
    let hub = server.json("/v1");
    assert_eq!(hub["name"], "Test hub");
    assert_eq!(hub["deleted_record"], "persistent");
    assert_eq!(hub["openapi"], "/openapi.json");
    assert_eq!(hub["limits"]["limit"], 100);
    let answer = server.get("/v1");
    assert_eq!(answer.header("hub-seq"), Some(hub["last_seq"].to_string().as_str()));
    assert_eq!(answer.header("hub-epoch"), hub["epoch"].as_str());
    let collections = hub["collections"].as_object().expect("collections");
    assert_eq!(collections.len(), 15);
    for (name, collection) in collections {
        assert_eq!(
            server.json(&format!("{}?limit=0", collection["href"].as_str().expect("a link")))["meta"]["total"],
            collection["count"],
            "{name}"
        );
    }
    let document = server.json("/openapi.json");
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(server.get("/openapi.yaml").header("content-type"), Some("application/yaml"));
}

#[test]
fn the_front_page_tells_why_who_how_and_what() {
    let server = Server::shared();
    let home = server.json("/v1/home");
    let sections = home["data"]["sections"].as_array().expect("sections");
    let order: Vec<&str> = sections.iter().map(|page| page["section"].as_str().expect("a section")).collect();
    assert_eq!(order, ["home", "why", "who", "how", "what"]);
    assert!(sections.iter().all(|page| page["body"].as_str().is_some_and(|body| body.len() > 100)), "whole pages");

    let featured = home["data"]["featured"].as_array().expect("featured");
    let places: Vec<i64> = featured.iter().filter_map(|entry| entry["featured_position"].as_i64()).collect();
    assert!(featured.len() == 12 && places.len() == 12 && places.is_sorted(), "{places:?}");
    assert!(featured.iter().all(|entry| entry["featured"] == true));

    for (name, newest) in home["data"]["newest"].as_object().expect("newest") {
        let list = server.json(&format!("/v1/{name}?sort=-published_at&limit=3"));
        assert_eq!(slugs(newest), slugs(&list["data"]), "{name}");
    }
    assert_eq!(home["data"]["newest"].as_object().map(serde_json::Map::len), Some(15));
}

#[test]
fn the_next_events_know_when_they_next_take_place() {
    let server = Server::shared();
    let home = server.json("/v1/home");
    let events = &home["data"]["next_events"];
    // The clock of the test stands in May 2025: of the starter content only the yearly day is still to come.
    assert_eq!(slugs(events), ["international-day-for-the-elimination-of-sexual-violence-in-conflict"]);
    assert_eq!(events[0]["next_occurrence"], "2025-06-19T00:00:00.000Z");
    assert_eq!(events[0]["starts_at"], "2015-06-19T00:00:00.000Z");
}

#[test]
fn the_front_page_speaks_the_language_asked_for() {
    let server = Server::shared();
    let answer = server.get("/v1/home?lang=ar");
    let page = &answer.json()["data"]["sections"][0];
    assert_eq!((page["lang"].as_str(), page["lang_fallback"].as_bool()), (Some("ar"), Some(false)));
    assert!(answer.header("content-language").is_some_and(|languages| languages.split(", ").any(|lang| lang == "ar")));
}

fn reasons<'a>(related: &'a Value, collection: &str, slug: &str) -> Vec<&'a str> {
    let group = related["data"][collection].as_array().expect("a group");
    let entry = group.iter().find(|entry| entry["slug"] == slug).unwrap_or_else(|| panic!("no {slug}"));
    entry["reasons"].as_array().expect("reasons").iter().map(|reason| reason.as_str().expect("a reason")).collect()
}

#[test]
fn similar_entries_say_why() {
    let server = Server::shared();
    let related = server.json("/v1/case-studies/balancing-private-life-in-supported-housing/related?limit=20");
    let neighbour = reasons(&related, "case-studies", "phones-and-internet-at-the-st-aubyn-centre");
    assert!(neighbour.contains(&"same project") && neighbour.contains(&"shares topic privacy"), "{neighbour:?}");
    let quotation = reasons(&related, "testimonies", "ipsos-mori-beyond-good-practice");
    assert!(quotation.contains(&"shares right hra-article-8"), "{quotation:?}");
    assert!(reasons(&related, "testimonies", "paul-holden-on-private-life").contains(&"linked"));
    assert!(reasons(&related, "projects", "delivering-compassionate-care").contains(&"linked"));
    for group in related["data"].as_object().expect("groups").values() {
        for entry in group.as_array().expect("a group") {
            assert!(entry["reasons"].as_array().is_some_and(|reasons| !reasons.is_empty()), "{}", entry["slug"]);
            assert_ne!(entry["slug"], "balancing-private-life-in-supported-housing", "not like itself");
        }
    }
    let few = server.json("/v1/case-studies/balancing-private-life-in-supported-housing/related?limit=1");
    assert!(few["data"].as_object().expect("groups").values().all(|group| group.as_array().map(Vec::len) == Some(1)));
    let none = server.json("/v1/case-studies/balancing-private-life-in-supported-housing/related?limit=0");
    assert_eq!(none["data"], json!({}));
}

/// What the catalogue must say of the entries that are similar to one: looked at one by one, in no hurry.
fn similar(snapshot: &Snapshot, all: &[Node], node: Node, texts: &[(Node, f64)]) -> BTreeMap<Node, (f64, Vec<Reason>)> {
    let id = |node: Node| snapshot.card(node).expect("a card").id;
    let names = |from: Node, to: Node| snapshot.card(from).expect("a card").links.iter().any(|link| link.target == to);
    let naming = |target: Node| all.iter().filter(|other| names(**other, target)).count();
    let mut targets: Vec<Node> = all.iter().copied().filter(|target| names(node, *target)).collect();
    targets.sort_by_key(|target| (naming(*target), id(*target)));
    let mut found = BTreeMap::new();
    for other in all.iter().copied().filter(|other| *other != node) {
        let (mut score, mut reasons) = (0.0, Vec::new());
        if names(other, node) {
            score += 1.0;
            reasons.push(Reason::Linked);
        }
        for target in &targets {
            if *target == other && !names(other, node) {
                score += 1.0;
                reasons.push(Reason::Linked);
            } else if names(other, *target) {
                score += 1.0 / (1.0 + naming(*target) as f64).ln();
                reasons.push(Reason::Shares(*target));
            }
        }
        if let Some((_, similarity)) = texts.iter().find(|(like, _)| *like == other) {
            score += 0.8 * similarity;
            reasons.push(Reason::Similar);
        }
        if !reasons.is_empty() {
            found.insert(other, (score, reasons));
        }
    }
    found
}

#[test]
fn similar_entries_are_the_ones_with_the_most_in_common() {
    let snapshot = Server::shared().hub.catalogue();
    let shelves = snapshot.shelves();
    let all: Vec<Node> =
        shelves.flat_map(|shelf| shelf.live.iter().map(|slot| Node::new(shelf.collection, slot))).collect();
    let mut most = 0;
    for (place, node) in all.iter().copied().enumerate() {
        let texts: Vec<(Node, f64)> = all.iter().skip(place % 7).step_by(31).map(|other| (*other, 0.25)).collect();
        let texts: Vec<(Node, f64)> = texts.into_iter().filter(|(other, _)| *other != node).collect();
        let expected = similar(&snapshot, &all, node, &texts);
        let limit = 1 + place % 5;
        for (collection, group) in snapshot.related(node, &texts, limit).iter().enumerate() {
            let mut best: Vec<Node> = expected.keys().copied().filter(|node| node.collection() == collection).collect();
            best.sort_by(|a, b| {
                let id = |node: &Node| snapshot.card(*node).expect("a card").id;
                expected[b].0.total_cmp(&expected[a].0).then_with(|| id(a).cmp(&id(b)))
            });
            best.truncate(limit);
            let told: Vec<Node> = group.iter().map(|related| related.node).collect();
            assert_eq!(told, best, "of {node:?}");
            for related in group {
                most = most.max(related.reasons.len());
                assert_eq!((related.score, &related.reasons), (expected[&related.node].0, &expected[&related.node].1));
            }
        }
    }
    assert!(most > 3, "some have much in common");
}

#[test]
fn an_outside_name_leads_to_its_entry() {
    let server = Server::shared();
    let id = server.json("/v1/organisations/mersey-care-nhs-trust")["data"]["id"].as_str().expect("an id").to_owned();
    for (query, expected) in [
        ("identifier=ods-code:RW4", vec!["mersey-care-nhs-trust"]),
        ("identifier=un-symbol:S/RES/2467(2019)", vec!["security-council-resolution-2467"]),
        ("identifier=un-symbol:S/RES/2467%20(2019)", vec!["security-council-resolution-2467"]),
        ("identifier=ods-code:rw4x", vec![]),
        ("identifier=wikidata:RW4", vec![]),
        ("url=http://www.legislation.gov.uk/id/ukpga/1998/42", vec!["human-rights-act-1998"]),
        ("url=https://site.example/organisations/mersey-care-nhs-trust", vec!["mersey-care-nhs-trust"]),
        ("url=https://site.example/organisations/mersey-care-nhs-trust/", vec!["mersey-care-nhs-trust"]),
        ("url=https://hub.example/v1/organisations/mersey-care-nhs-trust", vec!["mersey-care-nhs-trust"]),
        (&format!("url=/v1/organisations/{id}"), vec!["mersey-care-nhs-trust"]),
        ("url=https://nobody.example/", vec![]),
        ("url=https://site.example/organisations/nobody", vec![]),
    ] {
        let found = server.json(&format!("/v1/lookup?{query}"));
        assert_eq!(slugs(&found["data"]), expected, "{query}");
        assert_eq!(found["meta"]["total"], expected.len(), "{query}");
    }
    let sourced = server.json("/v1/lookup?url=https://www.bihr.org.uk/best-practice-examples");
    assert!(slugs(&sourced["data"]).contains(&"paul-holden-on-private-life"), "by the source of an entry");
    for (query, parameter, code) in [
        ("", "identifier", "conflicting-parameters"),
        ("identifier=a:b&url=https://nobody.example", "identifier", "conflicting-parameters"),
        ("identifier=RW4", "identifier", "invalid-value"),
        ("identifier=:RW4", "identifier", "invalid-value"),
    ] {
        let faults = server.get(&format!("/v1/lookup?{query}")).faults();
        assert_eq!(faults, [(parameter.to_owned(), code.to_owned())], "{query}");
    }
}

#[test]
fn a_day_without_an_end_is_still_to_come_until_it_is_over() {
    let server = Server::own();
    let day = |slug: &str, starts: &str, recurrence: Option<&str>| {
        json!({
            "type": "events", "slug": slug, "title": slug, "kind": "international-day", "starts_at": starts, "time_zone": "UTC",
            "all_day": true, "recurrence": recurrence,
        })
    };
    // The clock of the test shows half past nine on 1 May 2025.
    publish(
        &server.hub,
        &[
            day("today", "2025-05-01T00:00:00Z", None),
            day("yearly", "2015-05-01T00:00:00Z", Some("FREQ=YEARLY")),
            day("yesterday", "2025-04-30T00:00:00Z", None),
        ],
    );
    let home = server.json("/v1/home");
    let events = &home["data"]["next_events"];
    let mut first = slugs(events);
    assert!(!first.contains(&"yesterday"));
    first.truncate(2);
    first.sort_unstable();
    assert_eq!(first, ["today", "yearly"]);
    assert!((0..2).all(|place| events[place]["next_occurrence"] == "2025-05-01T00:00:00.000Z"), "{events}");
}
