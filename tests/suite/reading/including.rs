//! `include`: what is sent along, once each, in both directions, and where the rest is.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::slugs;
use crate::support::publish;
use crate::support::server::Server;

fn ids(references: &Value) -> BTreeSet<String> {
    let references = references.as_array().expect("references");
    references.iter().map(|reference| reference["id"].as_str().expect("an id").to_owned()).collect()
}

fn included(answer: &Value, collection: &str) -> BTreeSet<String> {
    answer["included"][collection].as_object().map(|by_id| by_id.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn a_relation_brings_its_targets_once() {
    let server = Server::shared();
    let list = server.json("/v1/case-studies?include=organisations,rights&limit=100");
    for relation in ["organisations", "rights"] {
        let named: BTreeSet<String> =
            list["data"].as_array().expect("a list").iter().flat_map(|entry| ids(&entry[relation])).collect();
        assert_eq!(included(&list, relation), named);
    }
    let one = &list["included"]["rights"].as_object().expect("rights").values().next().expect("a right");
    assert_eq!(one["type"], "rights");
    assert!(one["title"].is_string() && one["lang"] == "en");
    assert!(server.json("/v1/case-studies")["included"].is_null(), "only when asked for");
}

#[test]
fn what_was_asked_for_is_not_included_again() {
    let server = Server::shared();
    let list = server.json("/v1/rights?include=corresponds_to&limit=100");
    assert_eq!(list["included"], serde_json::json!({}), "every right is on the page already");
    let page = server.json("/v1/rights?include=corresponds_to&limit=5");
    let primary = ids(&page["data"]);
    let along = included(&page, "rights");
    assert!(!along.is_empty() && along.is_disjoint(&primary));
}

#[test]
fn a_second_step_goes_on_from_the_first() {
    let server = Server::shared();
    let item = server.json("/v1/case-studies/human-rights-in-mersey-care-services?include=rights.instrument");
    let rights = &item["included"]["rights"];
    let instruments = &item["included"]["instruments"];
    for right in ids(&item["data"]["rights"]) {
        let instrument = rights[&right]["instrument"]["id"].as_str().expect("an instrument");
        assert!(instruments[instrument]["title"].is_string(), "{right}");
    }
    let answer = server.get("/v1/case-studies?include=rights.instrument.topics");
    assert_eq!(answer.faults(), [("include".to_owned(), "invalid-value".to_owned())]);
    let answer = server.get("/v1/case-studies?include=rights.nothing");
    assert_eq!(answer.faults(), [("include".to_owned(), "unknown-value".to_owned())]);
}

#[test]
fn a_collection_brings_the_entries_that_name_this_one() {
    let server = Server::shared();
    let item = server.json("/v1/rights/hra-article-8?include=case-studies,testimonies.speaker");
    let by = &item["data"]["referenced_by"]["case-studies"];
    assert_eq!(by["total"], 4);
    assert_eq!(ids(&by["data"]), included(&item, "case-studies"));
    assert!(by["next"].is_null());
    let people = item["included"]["people"].as_object().expect("speakers");
    assert!(people.values().any(|person| person["slug"] == "paul-holden"));
    let list = server.json("/v1/case-studies?right=hra-article-8&limit=100");
    assert_eq!(ids(&list["data"]), ids(&by["data"]), "as the filter finds");
}

#[test]
fn what_is_cut_has_a_next_link() {
    let server = Server::shared();
    let item = server.json("/v1/projects/human-rights-in-healthcare?include=partners&include_limit=2");
    let along = included(&item, "organisations");
    assert_eq!(along.len(), 2);
    assert_eq!(item["data"]["partners"].as_array().map(Vec::len), Some(7), "references are never cut");
    let rest = server.json(item["data"]["included_more"]["partners"]["next"].as_str().expect("a link"));
    let rest = ids(&rest["data"]);
    assert_eq!(rest.len(), 5);
    assert_eq!(&along | &rest, ids(&item["data"]["partners"]));

    let item = server.json("/v1/rights/hra-article-8?include=case-studies&include_limit=3");
    let by = &item["data"]["referenced_by"]["case-studies"];
    assert_eq!((by["total"].as_u64(), by["data"].as_array().map(Vec::len)), (Some(4), Some(3)));
    assert_eq!(included(&item, "case-studies").len(), 3);
    let next = server.json(by["next"].as_str().expect("a link"));
    let rest = ids(&next["data"]);
    assert_eq!(rest.len(), 1);
    assert!(rest.is_disjoint(&ids(&by["data"])));
}

#[test]
fn the_rest_of_what_names_a_topic_is_not_what_names_narrower_ones() {
    let server = Server::shared();
    let item = server.json("/v1/topics/health-services?include=projects,resources&include_limit=1");
    for collection in ["projects", "resources"] {
        let by = &item["data"]["referenced_by"][collection];
        let mut seen = slugs(&by["data"]).iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>();
        let mut next = by["next"].as_str().map(str::to_owned);
        while let Some(link) = next {
            let page = server.json(&link);
            seen.extend(slugs(&page["data"]).iter().map(|slug| (*slug).to_owned()));
            next = page["links"]["next"].as_str().map(str::to_owned);
        }
        assert_eq!(seen.len() as u64, by["total"].as_u64().expect("a total"), "{collection}");
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len(), "{collection}: {seen:?}");
    }
}

#[test]
fn included_entries_have_the_view_of_the_page() {
    let server = Server::shared();
    let explanation = |query: &str| {
        let list = server.json(&format!("/v1/case-studies?limit=1&include=rights{query}"));
        let rights = list["included"]["rights"].as_object().expect("rights").clone();
        rights.values().next().expect("a right")["explanation"].is_string()
    };
    assert!(!explanation(""), "a card leaves prose out");
    assert!(explanation("&view=full"));
    assert!(explanation("&view=full&fields=title"), "`fields` is about the entries asked for");
}

/// However many entries the steps reach, so many come along; the others stand where they are named.
#[test]
fn no_page_brings_more_than_a_thousand_others() {
    let server = Server::own();
    let tag =
        |number: usize| json!({ "type": "topics", "slug": format!("t{number}"), "title": format!("Topic {number}") });
    let many: Vec<Value> = (0..1_200).map(tag).collect();
    let names = |page: usize| {
        let topics: Vec<Value> =
            (page * 60..(page + 1) * 60).map(|number| json!({ "slug": format!("t{number}") })).collect();
        json!({ "type": "news", "slug": format!("n{page}"), "title": "Notice", "body": "B", "topics": topics })
    };
    publish(&server.hub, &many);
    publish(&server.hub, &(0..20).map(names).collect::<Vec<_>>());
    let list = server.json("/v1/news?id=n0,n1,n2,n3,n4,n5,n6,n7,n8,n9,n10,n11,n12,n13,n14,n15,n16,n17,n18,n19&include=topics&include_limit=100&limit=100");
    assert_eq!(list["meta"]["total"], 20);
    let named: BTreeSet<String> =
        list["data"].as_array().expect("a list").iter().flat_map(|entry| ids(&entry["topics"])).collect();
    assert_eq!(named.len(), 1_200, "all are named");
    assert_eq!(included(&list, "topics").len(), 1_000);
    assert_eq!(server.json("/v1")["limits"]["included"], 1_000);
}
