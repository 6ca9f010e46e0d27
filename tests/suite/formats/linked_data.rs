//! JSON-LD is RDF, without asking anybody for a context, in the vocabulary of schema.org.

use oxjsonld::JsonLdParser;
use rights_hub::model::COLLECTIONS;
use serde_json::{Value, json};

use super::{listed, servers, texts};
use crate::support::publish;
use crate::support::schemas::assert_documented;
use crate::support::server::Server;

/// Subject, predicate and object of every statement.
fn statements(document: &[u8]) -> Vec<[String; 3]> {
    let parser = JsonLdParser::new().for_slice(document);
    let quads =
        parser.map(|quad| quad.unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(document))));
    quads.map(|quad| [quad.subject.to_string(), quad.predicate.to_string(), quad.object.to_string()]).collect()
}

const KIND: &str = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

#[test]
fn every_entry_is_rdf_in_the_vocabulary() {
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        for id in texts(&listed(&server, collection.name, ""), "id") {
            let target = format!("/v1/{}/{id}", collection.name);
            let answer = server.get_with(&target, &[("Accept", "application/ld+json")]);
            assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/ld+json")), "{target}");
            assert_documented(&format!("/v1/{}/{{key}}", collection.name), &target, &answer);
            let statements = statements(&answer.body);
            let own = format!("<https://hub.example{target}>");
            let said = |predicate: &str, object: &str| {
                statements.iter().any(|[s, p, o]| *s == own && p == predicate && (object.is_empty() || o == object))
            };
            assert!(said(KIND, &format!("<https://schema.org/{}>", collection.schema_org.class)), "{target}");
            assert!(said("<https://schema.org/name>", ""), "{target}");
            for [_, predicate, object] in &statements {
                assert!(predicate == KIND || predicate.starts_with("<https://schema.org/"), "{target}: {predicate}");
                assert!(!object.starts_with('<') || object.contains(':'), "{target}: {object}");
            }
            let same = server.get(&format!("{target}?format=jsonld"));
            assert_eq!(same.text(), answer.text(), "{target}");
        }
    }
}

#[test]
fn a_right_leads_to_its_law_by_the_names_of_the_law() {
    let server = Server::shared();
    let right: Value = server.json("/v1/rights/hra-article-8?format=jsonld");
    let law = &right["isPartOf"];
    assert_eq!(law["@type"], "Legislation");
    assert_eq!(law["legislationIdentifier"], "http://www.legislation.gov.uk/id/ukpga/1998/42");
    assert_eq!(law["sameAs"], "http://www.legislation.gov.uk/id/ukpga/1998/42");
    let act: Value = server.json("/v1/instruments/human-rights-act-1998?format=jsonld");
    assert_eq!(act["legislationIdentifier"], json!(["http://www.legislation.gov.uk/id/ukpga/1998/42", "1998 c. 42"]));
    assert_eq!(act["legislationDate"], "1998-11-09");
    assert_eq!(act["license"], "https://creativecommons.org/licenses/by/4.0/");
}

#[test]
fn an_entry_is_told_in_the_language_asked_for() {
    let server = Server::shared();
    let french = server.json("/v1/rights/hra-article-8?format=jsonld&lang=fr");
    let title = &server.json("/v1/rights/hra-article-8?lang=fr")["data"]["title"];
    assert_eq!(&french["name"], title);
    let moved = server.get("/v1/rights/no-such-right?format=jsonld");
    assert_eq!((moved.status, moved.header("content-type")), (404, Some("application/problem+json")));
    assert_eq!(server.get_with("/v1/rights/hra-article-8", &[("Accept", "text/turtle")]).status, 406);
    let json = server.get_with("/v1/rights/hra-article-8?format=json", &[("Accept", "application/ld+json")]);
    assert_eq!(json.header("content-type"), Some("application/json"));
}

#[test]
fn days_states_and_places_of_an_event_are_those_of_its_zone() {
    for server in servers() {
        publish(
            &server.hub,
            &[json!({
                "type": "events", "slug": "day", "title": "A day", "kind": "international-day", "all_day": true,
                "starts_at": "2015-06-18T23:00:00Z", "ends_at": "2015-06-19T23:00:00Z", "time_zone": "Europe/London",
                "status": "cancelled", "attendance": "mixed", "venue": "Room 1", "country": "GB",
                "location": { "lat": 53.5, "lon": -2.5 }, "registration_url": "https://a.example/join",
                "identifiers": [{ "scheme": "wikidata", "value": "Q1" }, { "scheme": "own", "value": "7" }],
            })],
        );
        let event: Value = server.json("/v1/events/day?format=jsonld");
        assert_eq!((&event["startDate"], &event["endDate"]), (&json!("2015-06-19"), &json!("2015-06-19")));
        assert_eq!(event["eventStatus"], "https://schema.org/EventCancelled");
        assert_eq!(
            event["location"][0]["geo"],
            json!({ "@type": "GeoCoordinates", "latitude": 53.5, "longitude": -2.5 })
        );
        assert_eq!(event["location"][0]["address"]["addressCountry"], "GB");
        assert_eq!(event["location"][1]["@type"], "VirtualLocation");
        assert_eq!(event["sameAs"], "https://www.wikidata.org/entity/Q1");
        assert_eq!(
            statements(event.to_string().as_bytes()).iter().filter(|[_, p, _]| p.ends_with("/identifier>")).count(),
            2
        );
    }
}
