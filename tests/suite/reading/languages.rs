//! Languages: RFC 4647 lookup, said by parameter or header, and always told what came of it.

use serde_json::{Value, json};

use crate::support::server::Server;

const TOPIC: &str = "/v1/topics/mental-health";

fn title_and_language(entry: &Value) -> (&str, &str, bool) {
    let text = |name: &str| entry[name].as_str().expect("a text");
    (text("title"), text("lang"), entry["lang_fallback"] == true)
}

#[test]
fn the_parameter_chooses_by_preference() {
    let server = Server::shared();
    for (asked, expected) in [
        ("", ("Mental health", "en", false)),
        ("?lang=fr", ("Santé mentale", "fr", false)),
        ("?lang=fr-CA", ("Santé mentale", "fr", false)),
        ("?lang=FR", ("Santé mentale", "fr", false)),
        ("?lang=cy,es", ("Salud mental", "es", false)),
        ("?lang=ar,fr", ("الصحة النفسية", "ar", false)),
        ("?lang=en,fr", ("Mental health", "en", false)),
        ("?lang=en-GB", ("Mental health", "en", false)),
        ("?lang=cy", ("Mental health", "en", true)),
        ("?lang=cy,*", ("Mental health", "en", false)),
    ] {
        let answer = server.get(&format!("{TOPIC}{asked}"));
        assert_eq!(title_and_language(&answer.json()["data"]), expected, "{asked}");
        assert_eq!(answer.header("content-language"), Some(expected.1), "{asked}");
    }
}

#[test]
fn the_header_serves_when_the_parameter_is_absent() {
    let server = Server::shared();
    let lang = |query: &str, header: &str| {
        let answer = server.get_with(&format!("{TOPIC}{query}"), &[("Accept-Language", header)]);
        answer.json()["data"]["lang"].as_str().expect("a language").to_owned()
    };
    assert_eq!(lang("", "fr-CH, fr;q=0.9, en;q=0.8"), "fr");
    assert_eq!(lang("", "en;q=0.1, es;q=0.9"), "es");
    assert_eq!(lang("", "cy"), "en");
    assert_eq!(lang("", "fr;q=0, es"), "es");
    assert_eq!(lang("?lang=es", "fr"), "es", "the parameter wins");
    assert_eq!(lang("?lang=es", "not a language at all"), "es");
}

#[test]
fn every_object_says_its_own_language() {
    let server = Server::shared();
    let answer = server.get("/v1/topics?lang=fr&limit=100");
    let list = answer.json();
    let entries = list["data"].as_array().expect("a list");
    let (french, other): (Vec<&Value>, Vec<&Value>) = entries.iter().partition(|entry| entry["lang"] == "fr");
    assert!(french.len() >= 6 && other.len() > 20, "{} and {}", french.len(), other.len());
    assert!(french.iter().all(|entry| entry["lang_fallback"] == false));
    assert!(other.iter().all(|entry| entry["lang"] == "en" && entry["lang_fallback"] == true));
    assert_eq!(answer.header("content-language"), Some("en, fr"));
}

#[test]
fn references_and_facets_speak_the_language_too() {
    let server = Server::shared();
    let item = server.json("/v1/case-studies/phones-and-internet-at-the-st-aubyn-centre?lang=fr&include=rights");
    let right = item["data"]["rights"]
        .as_array()
        .and_then(|rights| rights.iter().find(|right| right["slug"] == "hra-article-8"))
        .expect("the right");
    assert!(right["title"].as_str().is_some_and(|title| title.starts_with("Droit au respect")), "{right}");
    let included = &item["included"]["rights"][right["id"].as_str().expect("an id")];
    assert_eq!(included["lang"], "fr");
    let list = server.json("/v1/rights?limit=0&facet=topic&topic=mental-health&lang=fr");
    assert_eq!(list["facets"]["topic"]["values"][0]["label"], "Santé mentale");
    let labels = |path: &str, facet: &str| -> Vec<(Value, Value)> {
        let values = server.json(path)["facets"][facet]["values"].as_array().expect("values").clone();
        values.into_iter().map(|value| (value["value"].clone(), value["label"].clone())).collect()
    };
    let told = |value: &str, label: &str| (json!(value), json!(label));
    let settings = labels("/v1/case-studies?limit=0&facet=setting&lang=es,fr", "setting");
    assert!(settings.contains(&told("supported-housing", "Vivienda con apoyo")), "{settings:?}");
    let featured = labels("/v1/search?q=dignity&facet=featured&lang=fr", "featured");
    assert!(featured.contains(&told("false", "Non")), "{featured:?}");
    let types = labels("/v1/search?q=dignity&facet=type&lang=ar", "type");
    assert!(types.contains(&told("rights", "حقوق")), "{types:?}");
    let types = labels("/v1/search?q=dignity&facet=type&lang=cy", "type");
    assert!(types.contains(&told("rights", "Rights")), "{types:?}");
    for path in ["/v1/topics?limit=0&facet=lang", "/v1/search?q=dignity&facet=lang"] {
        let languages = labels(path, "lang");
        assert!(languages.contains(&told("fr", "Français")), "what languages call themselves: {languages:?}");
    }
}

#[test]
fn translations_are_named_and_can_be_filtered() {
    let server = Server::shared();
    let item = server.json(TOPIC);
    let languages: Vec<&str> = item["data"]["translations"]
        .as_array()
        .expect("translations")
        .iter()
        .map(|translation| translation["lang"].as_str().expect("a language"))
        .collect();
    assert_eq!(languages, ["ar", "es", "fr"], "in order");
    assert!(item["data"]["translations"][0]["status"] == "current");
    let arabic = server.json("/v1/topics?lang_all=ar,fr&limit=100");
    assert_eq!(arabic["meta"]["total"], 6);
    let neither = server.json("/v1/topics?lang_not=ar&limit=0");
    assert_eq!(neither["meta"]["total"], 38);
}

#[test]
fn a_malformed_language_is_refused_by_name() {
    let server = Server::shared();
    for wrong in ["english_uk", "e", "fr;q=1", "en,", "*-GB"] {
        let answer = server.get(&format!("/v1/topics?lang={wrong}"));
        assert_eq!(answer.status, 400, "{wrong}");
        assert_eq!(answer.faults(), [("lang".to_owned(), "invalid-value".to_owned())], "{wrong}");
    }
}
