//! What each verb answers.

use rights_hub::model::COLLECTIONS;
use serde_json::Value;

use super::{Header, ask, codes, good, harvest};
use crate::support::{hubs, publish};

#[test]
fn identify_says_what_the_repository_is() {
    for hub in hubs() {
        let empty = good(&hub, "verb=Identify");
        assert!(empty.get("description").is_none(), "an empty hub has no sample");
        publish(&hub, &[serde_json::json!({ "type": "topics", "slug": "privacy", "title": "Privacy" })]);
        let root = ask(&hub, "verb=Identify");
        let identify = &root.inside[2];
        let text = |name: &str| identify.texts(name).join(" ");
        assert_eq!(text("repositoryName"), "Test hub");
        assert_eq!(text("baseURL"), "https://hub.example/oai");
        assert_eq!(text("protocolVersion"), "2.0");
        assert_eq!(text("adminEmail"), "hub@hub.example");
        assert_eq!(text("deletedRecord"), "persistent");
        assert_eq!(text("granularity"), "YYYY-MM-DDThh:mm:ssZ");
        assert_eq!(text("compression"), "gzip br zstd");
        let names: Vec<&str> = identify.inside.iter().map(|element| element.name.as_str()).collect();
        let order =
            ["repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord"];
        assert_eq!(names[..6], order, "the schema has an order");
        let first = &harvest(&hub, "verb=ListIdentifiers&metadataPrefix=oai_dc")[0];
        assert_eq!(text("earliestDatestamp"), first.datestamp);
        assert!(root.texts("responseDate")[0] >= first.datestamp.as_str());
        let described = identify.get("description").unwrap().get("oai-identifier").unwrap();
        assert_eq!(described.texts("repositoryIdentifier"), ["hub.example"]);
        assert_eq!(described.texts("sampleIdentifier"), [first.name.as_str()]);
    }
}

#[test]
fn formats_are_those_of_the_repository_and_of_each_record() {
    for hub in hubs() {
        publish(&hub, &[serde_json::json!({ "type": "topics", "slug": "privacy", "title": "Privacy" })]);
        let name = harvest(&hub, "verb=ListIdentifiers&metadataPrefix=schema_org")[0].name.clone();
        for form in ["verb=ListMetadataFormats".to_owned(), format!("verb=ListMetadataFormats&identifier={name}")] {
            let formats = good(&hub, &form);
            let prefixes: Vec<&str> =
                formats.all("metadataFormat").flat_map(|format| format.texts("metadataPrefix")).collect();
            assert_eq!(prefixes, ["oai_dc", "schema_org"]);
            for format in formats.all("metadataFormat") {
                assert!(
                    format.texts("schema")[0].ends_with(".xsd") && !format.texts("metadataNamespace")[0].is_empty()
                );
            }
        }
    }
}

#[test]
fn every_collection_is_a_set_and_every_record_is_in_its_own() {
    for hub in hubs() {
        hub.load_starter_content().unwrap();
        hub.catch_up().unwrap();
        let sets = good(&hub, "verb=ListSets");
        let names: Vec<&str> = sets.all("set").flat_map(|set| set.texts("setSpec")).collect();
        assert_eq!(names, COLLECTIONS.iter().map(|collection| collection.name).collect::<Vec<_>>());
        let all = harvest(&hub, "verb=ListIdentifiers&metadataPrefix=oai_dc");
        let mut of_sets = 0;
        for set in names {
            let of_set = harvest(&hub, &format!("verb=ListIdentifiers&metadataPrefix=oai_dc&set={set}"));
            assert!(of_set.iter().all(|header| header.set == set));
            let in_all: Vec<&Header> = all.iter().filter(|header| header.set == set).collect();
            assert_eq!(of_set.iter().collect::<Vec<_>>(), in_all, "{set}");
            of_sets += of_set.len();
        }
        assert_eq!(of_sets, all.len());
    }
}

#[test]
fn a_full_harvest_page_by_page_is_the_export() {
    for hub in hubs() {
        hub.load_starter_content().unwrap();
        hub.catch_up().unwrap();
        let mut exported = super::following::exported(&hub);
        exported.sort();
        assert!(exported.len() > 200, "more than two pages");
        for verb in ["ListRecords", "ListIdentifiers"] {
            for prefix in ["oai_dc", "schema_org"] {
                let mut names: Vec<String> = harvest(&hub, &format!("verb={verb}&metadataPrefix={prefix}"))
                    .into_iter()
                    .map(|header| header.name)
                    .collect();
                names.sort();
                assert_eq!(names, exported, "{verb} {prefix}");
            }
        }
    }
}

#[test]
fn one_record_is_the_same_as_in_the_list() {
    for hub in hubs() {
        hub.load_starter_content().unwrap();
        hub.catch_up().unwrap();
        for (prefix, element) in [("oai_dc", "oai_dc:dc"), ("schema_org", "schema_org:jsonld")] {
            for set in COLLECTIONS.iter() {
                let list = good(&hub, &format!("verb=ListRecords&metadataPrefix={prefix}&set={}", set.name));
                let record = list.all("record").next().expect("a record");
                let name = record.get("header").unwrap().texts("identifier")[0];
                let one = good(&hub, &format!("verb=GetRecord&metadataPrefix={prefix}&identifier={name}"));
                assert_eq!(one.get("record"), Some(record), "{name}");
                let metadata = record.get("metadata").unwrap().get(element).unwrap();
                if prefix == "schema_org" {
                    let value: Value = serde_json::from_str(&metadata.text).expect("JSON-LD is JSON");
                    assert_eq!(value["@context"]["@vocab"], "https://schema.org/");
                }
            }
        }
    }
}

#[test]
fn the_request_is_repeated_with_its_arguments_only_when_they_are_good() {
    for hub in hubs() {
        let repeated = |form: &str| {
            let root = ask(&hub, form);
            let first = codes(&root).first().map_or("", |code| *code).to_owned();
            (first, root.get("request").unwrap().attributes.clone())
        };
        let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(repeated("verb=ListSets"), (String::new(), pairs(&[("verb", "ListSets")])));
        assert_eq!(
            repeated("set=rights&verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01"),
            (
                "noRecordsMatch".to_owned(),
                pairs(&[
                    ("set", "rights"),
                    ("verb", "ListRecords"),
                    ("metadataPrefix", "oai_dc"),
                    ("from", "2020-01-01")
                ])
            )
        );
        assert_eq!(repeated("verb=ListRecords"), ("badArgument".to_owned(), pairs(&[])));
        assert_eq!(repeated("verb=Nothing&set=rights"), ("badVerb".to_owned(), pairs(&[])));
    }
}
