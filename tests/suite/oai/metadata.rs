//! What stands in records.

use std::collections::BTreeMap;

use rights_hub::hub::Hub;
use rights_hub::model::COLLECTIONS;
use serde_json::{Value, json};

use super::xml::Element;
use super::{good, harvest};
use crate::support::{hubs, publish};

/// The metadata of the first record of a set.
fn metadata(hub: &Hub, set: &str, prefix: &str) -> Element {
    let list = good(hub, &format!("verb=ListRecords&metadataPrefix={prefix}&set={set}"));
    let record = list.all("record").last().expect("a record").clone();
    record.get("metadata").expect("metadata").inside[0].clone()
}

fn json_ld(hub: &Hub, set: &str) -> Value {
    serde_json::from_str(&metadata(hub, set, "schema_org").text).expect("JSON")
}

#[test]
fn dublin_core_says_what_the_entry_says() {
    for hub in hubs() {
        publish(
            &hub,
            &[
                json!({ "type": "topics", "slug": "privacy", "title": "Privacy" }),
                json!({ "type": "organisations", "slug": "bihr", "title": "The Institute", "kind": "charity" }),
                json!({
                    "type": "resources", "slug": "guide", "title": "A guide", "summary": "What to do.", "kind": "guide",
                    "published_on": "2008", "licence": "CC-BY-SA-4.0", "abstract": "A *short* one.",
                    "identifiers": [{ "scheme": "isbn", "value": "978-0-00-000000-2" }, { "scheme": "doi", "value": "https://doi.org/10.1/x" }],
                    "formats": [{ "url": "https://a.example/a.pdf", "media_type": "application/pdf" }],
                    "source": { "title": "Its page", "url": "https://a.example/" },
                    "publishers": [{ "slug": "bihr" }], "topics": [{ "slug": "privacy" }],
                    "translations": [{ "lang": "fr", "title": "Un guide", "summary": "Que faire." }],
                }),
            ],
        );
        let dc = metadata(&hub, "resources", "oai_dc");
        assert_eq!(dc.name, "oai_dc:dc");
        assert_eq!(dc.texts("dc:title"), ["A guide", "Un guide"]);
        let languages: Vec<_> = dc.all("dc:title").map(|title| title.attribute("xml:lang")).collect();
        assert_eq!(languages, [Some("en"), Some("fr")]);
        assert_eq!(dc.texts("dc:description"), ["What to do.", "Que faire.", "A short one."]);
        assert_eq!(dc.texts("dc:publisher"), ["The Institute"]);
        assert_eq!(dc.texts("dc:subject"), ["Privacy"]);
        assert_eq!(dc.texts("dc:date"), ["2008"]);
        assert_eq!(dc.texts("dc:type"), ["Text", "resource", "guide"]);
        assert_eq!(dc.texts("dc:format"), ["application/pdf"]);
        assert_eq!(dc.texts("dc:language"), ["en", "fr"]);
        assert_eq!(dc.texts("dc:source"), ["Its page", "https://a.example/"]);
        assert_eq!(dc.texts("dc:rights")[0], "CC-BY-SA-4.0");
        let identifiers = dc.texts("dc:identifier");
        assert_eq!(identifiers[0], "https://site.example/resources/guide");
        assert!(identifiers[1].starts_with("https://hub.example/v1/resources/"));
        assert_eq!(identifiers[2..], ["isbn:978-0-00-000000-2", "https://doi.org/10.1/x"]);

        let value = json_ld(&hub, "resources");
        assert_eq!((&value["@type"], &value["name"]), (&json!("LearningResource"), &json!("A guide")));
        assert_eq!(value["publisher"]["@type"], "Organization");
        assert_eq!(value["encoding"][0]["contentUrl"], "https://a.example/a.pdf");
        assert_eq!(value["license"], "https://creativecommons.org/licenses/by-sa/4.0/");
        assert_eq!((&value["datePublished"], &value["about"]["name"]), (&json!("2008"), &json!("Privacy")));
    }
}

#[test]
fn every_collection_has_its_type() {
    for hub in hubs() {
        hub.load_starter_content().unwrap();
        hub.catch_up().unwrap();
        let types: BTreeMap<&str, String> = COLLECTIONS
            .iter()
            .map(|collection| {
                let value = json_ld(&hub, collection.name);
                assert!(
                    value["name"].is_string() && value["url"].as_str().unwrap().starts_with("https://site.example/")
                );
                (collection.name, value["@type"].as_str().unwrap().to_owned())
            })
            .collect();
        assert_eq!(types["instruments"], "Legislation");
        assert_eq!(types["organisations"], "Organization");
        assert_eq!(types["testimonies"], "Quotation");
        assert_eq!(types["guides"], "HowTo");
        assert!(types.values().all(|name| name != "Thing"), "{types:?}");
    }
}

/// Whatever an editor could write comes out whole, in both forms.
#[test]
fn hostile_text_is_well_formed() {
    let long = "x]]>".repeat(2500);
    let texts = [
        "]]>",
        "<script>alert(1)</script>",
        "a \u{202E}b\u{2066}c",
        "\"quoted\" & 'so'",
        "&amp;&#0;&nbsp;",
        "<!-- -->",
        "<![CDATA[x]]>",
        "line\nbreak\ttab",
        "\u{1F3E5}\u{10FFFF}",
        "\u{85}\u{2028}\u{7F}\u{9F}",
        "\u{FFFE}\u{FFFF}\u{FDD0}",
        "<?xml version=\"1.1\"?>",
        long.as_str(),
    ];
    for hub in hubs() {
        for text in texts {
            let document = json!({
                "type": "news", "slug": "hostile", "title": text.chars().take(300).collect::<String>(),
                "summary": text.chars().take(2000).collect::<String>(), "body": text,
                "source": { "title": "Its page" },
            });
            let (_, results) = crate::support::import(&hub, &[document], crate::support::PUBLISH);
            if !results[0].errors.is_empty() {
                // What is no text for the hub never gets here.
                continue;
            }
            let dc = metadata(&hub, "news", "oai_dc");
            let kept = |text: &str| text.replace(['\u{FFFE}', '\u{FFFF}'], "");
            assert_eq!(dc.texts("dc:title"), [kept(&text.chars().take(300).collect::<String>())]);
            assert_eq!(dc.texts("dc:description")[0], kept(&text.chars().take(2000).collect::<String>()));
            let name = json_ld(&hub, "news")["name"].as_str().unwrap().to_owned();
            assert_eq!(name, kept(&text.chars().take(300).collect::<String>()));
            assert_eq!(harvest(&hub, "verb=ListRecords&metadataPrefix=oai_dc").len(), 1);
        }
    }
}
