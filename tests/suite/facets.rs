//! Facets and filters agree: what a facet counts is what the filter by that value finds.

use rights_hub::catalogue::fields_of;
use rights_hub::model::COLLECTIONS;
use serde_json::Value;

use crate::support::server::Server;

/// A facet: its filter, how many have no value, and the values with their counts.
type Counted = (String, u64, Vec<(String, u64)>);

/// Every facet of a collection under a query.
fn facets(server: &Server, name: &str, query: &str) -> Vec<Counted> {
    let collection = COLLECTIONS.iter().find(|collection| collection.name == name).expect("a collection");
    let all: Vec<&str> = fields_of(collection).iter().map(|field| field.parameter).collect();
    let list = server.json(&format!("/v1/{name}?limit=0&facet_limit=100&facet={}{query}", all.join(",")));
    let facets = list["facets"].as_object().expect("facets");
    let read = |(filter, facet): (&String, &Value)| {
        assert_eq!(facet["more"], false, "{name} {filter}");
        let values = facet["values"].as_array().expect("values").iter();
        let values = values.map(|value| {
            (value["value"].as_str().expect("a value").to_owned(), value["count"].as_u64().expect("a count"))
        });
        (filter.clone(), facet["missing"].as_u64().expect("a count"), values.collect())
    };
    facets.iter().map(read).collect()
}

/// `lang` by itself chooses the language of the answer; the filter by language has an operator.
fn filter_of(facet: &str) -> &str {
    if facet == "lang" { "lang_all" } else { facet }
}

fn total(server: &Server, target: &str) -> u64 {
    let list = server.json(target);
    assert_eq!(list["meta"]["unmatched"], Value::Array(Vec::new()), "{target}");
    list["meta"]["total"].as_u64().expect("a total")
}

#[test]
fn every_value_of_a_facet_is_a_filter_that_finds_as_many() {
    let server = Server::shared();
    let mut checked = 0;
    for collection in COLLECTIONS.iter() {
        let path = format!("/v1/{}?limit=0", collection.name);
        for (facet, missing, values) in facets(&server, collection.name, "") {
            let filter = filter_of(&facet);
            for (value, count) in values {
                assert!(count > 0, "{path}: {facet} {value}");
                assert_eq!(total(&server, &format!("{path}&{filter}={value}")), count, "{path}: {facet} {value}");
                checked += 1;
            }
            // A boolean is never missing, and has no such filter.
            match facet.as_str() {
                "featured" | "all_day" | "recurring" => assert_eq!(missing, 0, "{facet}"),
                _ => assert_eq!(total(&server, &format!("{path}&{facet}_missing=true")), missing, "{path}: {facet}"),
            }
        }
    }
    assert!(checked > 500, "{checked} values");
}

#[test]
fn a_facet_is_counted_under_every_filter_but_its_own() {
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        let name = collection.name;
        // Filters of two fields at once, each by its most frequent value.
        let plain = facets(&server, name, "");
        let mut chosen = plain.iter().filter(|(facet, _, values)| facet != "lang" && !values.is_empty());
        let (Some(one), Some(other)) = (chosen.next(), chosen.next_back()) else { panic!("{name} has two facets") };
        let (a, b) = (format!("&{}={}", one.0, one.2[0].0), format!("&{}={}", other.0, other.2[0].0));
        for (facet, _, values) in facets(&server, name, &format!("{a}{b}")) {
            let filter = filter_of(&facet);
            let others = match &facet {
                own if *own == one.0 => b.clone(),
                own if *own == other.0 => a.clone(),
                _ => format!("{a}{b}"),
            };
            for (value, count) in values.iter().take(6) {
                let target = format!("/v1/{name}?limit=0{others}&{filter}={value}");
                assert_eq!(total(&server, &target), *count, "{target}");
            }
        }
    }
}

#[test]
fn selected_values_come_first_and_are_always_there() {
    let server = Server::shared();
    let list = server.json("/v1/rights?limit=0&facet=topic&facet_limit=2&topic=primary-care,privacy");
    let values = list["facets"]["topic"]["values"].as_array().expect("values");
    let named: Vec<(&str, bool)> =
        values.iter().map(|value| (value["value"].as_str().expect("a value"), value["selected"] == true)).collect();
    assert_eq!(named, [("privacy", true), ("primary-care", true)]);
    assert_eq!(values[1]["count"], 0, "no right is about primary care, and still the sidebar shows what was ticked");
    assert_eq!(list["facets"]["topic"]["more"], true);

    let list = server.json("/v1/rights?limit=0&facet=topic&facet_limit=100");
    let values = list["facets"]["topic"]["values"].as_array().expect("values");
    let order: Vec<(i64, &str)> = values
        .iter()
        .map(|value| (-value["count"].as_i64().expect("a count"), value["label"].as_str().expect("a label")))
        .collect();
    assert!(order.is_sorted(), "by count, then label: {order:?}");
}

#[test]
fn counts_of_a_facet_with_one_value_add_up() {
    let server = Server::shared();
    for (collection, facet) in
        [("rights", "kind"), ("rights", "instrument"), ("organisations", "country"), ("case-studies", "setting")]
    {
        let list = server.json(&format!("/v1/{collection}?limit=0&facet={facet}&facet_limit=100"));
        let values = list["facets"][facet]["values"].as_array().expect("values");
        let sum: u64 = values.iter().filter_map(|value| value["count"].as_u64()).sum();
        let missing = list["facets"][facet]["missing"].as_u64().expect("a count");
        assert_eq!(Some(sum + missing), list["meta"]["total"].as_u64(), "{collection} {facet}");
    }
}
