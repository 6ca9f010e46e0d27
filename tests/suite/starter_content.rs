//! The starter content tells what the seed pages tell, and every relation in it leads both ways.

use std::collections::{BTreeMap, BTreeSet};

use rights_hub::model::{COLLECTIONS, Collection, collection};
use rights_hub::query::included_by;
use serde_json::{Value, json};

use crate::support::server::Server;

/// Facts: an entry, a place in it, and what stands there. A slug stands for a reference; a list means that all of these
/// are among what is there.
fn facts() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        // The rights, and what they correspond to.
        ("rights/hra-article-8", "kind", json!("qualified")),
        ("rights/hra-article-8", "instrument", json!("human-rights-act-1998")),
        (
            "rights/hra-article-8",
            "corresponds_to",
            json!(["echr-article-8", "udhr-article-12", "crpd-article-22", "crc-article-16"]),
        ),
        ("rights/hra-article-3", "kind", json!("absolute")),
        ("rights/hra-article-3", "corresponds_to", json!(["echr-article-3", "udhr-article-5", "crpd-article-15"])),
        ("rights/hra-article-2", "corresponds_to", json!(["echr-article-2"])),
        ("rights/hra-article-5", "corresponds_to", json!(["echr-article-5"])),
        ("rights/hra-article-14", "corresponds_to", json!(["echr-article-14"])),
        ("rights/icescr-article-12", "kind", json!("progressive")),
        (
            "rights/icescr-article-12",
            "instrument",
            json!("international-covenant-on-economic-social-and-cultural-rights"),
        ),
        ("rights/crpd-article-25", "instrument", json!("convention-on-the-rights-of-persons-with-disabilities")),
        ("rights/udhr-article-25", "instrument", json!("universal-declaration-of-human-rights")),
        ("instruments/human-rights-act-1998", "adopted_on", json!("1998-11-09")),
        ("instruments/human-rights-act-1998", "in_force_on", json!("2000-10-02")),
        ("instruments/security-council-resolution-2467", "kind", json!("resolution")),
        ("instruments/security-council-resolution-2467", "adopted_on", json!("2019-04-23")),
        (
            "instruments/security-council-resolution-2467",
            "topics",
            json!(["sexual-violence-in-conflict", "survivor-centred-care"]),
        ),
        // The national project and its five trusts.
        ("projects/human-rights-in-healthcare", "lead", json!("british-institute-of-human-rights")),
        ("projects/human-rights-in-healthcare", "funders", json!(["department-of-health"])),
        ("projects/human-rights-in-healthcare", "starts_on", json!("2006")),
        (
            "projects/human-rights-in-healthcare",
            "partners",
            json!([
                "mersey-care-nhs-trust",
                "heart-of-birmingham-teaching-pct",
                "surrey-and-borders-partnership-nhs-trust",
                "southwark-health-and-social-care",
                "tees-esk-and-wear-valleys-trust",
                "ipsos-mori",
            ]),
        ),
        (
            "projects/human-rights-in-healthcare",
            "outputs",
            json!([
                "human-rights-in-healthcare-framework",
                "human-rights-in-healthcare-framework-second-edition",
                "human-rights-in-healthcare-short-introduction",
            ]),
        ),
        ("organisations/mersey-care-nhs-trust", "kind", json!("nhs-trust")),
        ("organisations/standing-up-for-my-rights-group", "parent", json!("mersey-care-nhs-trust")),
        ("organisations/department-of-health", "successors", json!(["department-of-health-and-social-care"])),
        ("organisations/department-of-health", "active_to", json!("2018-01")),
        ("organisations/ipsos-mori", "kind", json!("research-agency")),
        ("resources/human-rights-in-healthcare-framework", "published_on", json!("2008")),
        (
            "resources/human-rights-in-healthcare-framework-second-edition",
            "supersedes",
            json!("human-rights-in-healthcare-framework"),
        ),
        ("resources/human-rights-in-healthcare-short-introduction", "kind", json!("booklet")),
        ("evaluations/ipsos-mori-evaluation-of-five-trusts", "evaluators", json!(["ipsos-mori"])),
        ("evaluations/ipsos-mori-evaluation-of-five-trusts", "ends_on", json!("2008")),
        ("evaluations/ipsos-mori-evaluation-of-five-trusts", "report", json!("ipsos-mori-evaluation-2008")),
        ("evaluations/ipsos-mori-evaluation-of-five-trusts", "findings/0/locator", json!("p. 34")),
        ("evaluations/ipsos-mori-evaluation-of-five-trusts", "findings/2/value", json!(5.0)),
        ("testimonies/ipsos-mori-beyond-good-practice", "locator", json!("p. 34")),
        ("testimonies/ipsos-mori-beyond-good-practice", "cites", json!(["ipsos-mori-evaluation-2008"])),
        ("testimonies/nhs-constitution-principle-1", "cites", json!(["nhs-constitution-for-england"])),
        ("testimonies/kofi-annan-on-health-as-a-right", "speaker", json!("kofi-annan")),
        ("events/national-learning-events", "kind", json!("learning-event")),
        (
            "events/national-learning-events",
            "organisers",
            json!(["british-institute-of-human-rights", "department-of-health"]),
        ),
        ("people/helen-wildbore", "organisations", json!(["british-institute-of-human-rights"])),
        // The voluntary sector, 2010 to 2013.
        ("projects/human-rights-in-healthcare-voluntary-sector", "starts_on", json!("2010")),
        ("projects/human-rights-in-healthcare-voluntary-sector", "ends_on", json!("2013")),
        ("projects/human-rights-in-healthcare-voluntary-sector", "strand", json!("voluntary-sector")),
        ("projects/human-rights-in-healthcare-voluntary-sector", "outputs", json!(["the-difference-it-makes"])),
        ("projects/mersey-care-human-rights-programme", "lead", json!("mersey-care-nhs-trust")),
        ("projects/mersey-care-human-rights-programme", "partners", json!(["standing-up-for-my-rights-group"])),
        // Compassionate care, and what changed.
        (
            "projects/delivering-compassionate-care",
            "partners",
            json!(["st-martin-of-tours-housing-association", "st-aubyn-centre"]),
        ),
        (
            "case-studies/balancing-private-life-in-supported-housing",
            "organisations",
            json!(["st-martin-of-tours-housing-association"]),
        ),
        (
            "case-studies/balancing-private-life-in-supported-housing",
            "testimonies",
            json!(["paul-holden-on-private-life"]),
        ),
        ("case-studies/balancing-private-life-in-supported-housing", "rights", json!(["hra-article-8"])),
        (
            "case-studies/phones-and-internet-at-the-st-aubyn-centre",
            "setting",
            json!("child-and-adolescent-mental-health"),
        ),
        ("case-studies/phones-and-internet-at-the-st-aubyn-centre", "organisations", json!(["st-aubyn-centre"])),
        ("case-studies/a-woman-with-dementia-and-her-own-home", "category", json!("changing-lives")),
        ("testimonies/paul-holden-on-private-life", "speaker", json!("paul-holden")),
        ("people/paul-holden", "role", json!("Operations Manager")),
        // IFHHRO, the network against sexual violence in conflict, June 2019.
        ("organisations/ifhhro", "member_of", json!(["crsv-ngo-network"])),
        ("organisations/impact", "member_of", json!(["crsv-ngo-network"])),
        ("projects/conflict-related-sexual-violence-network-project", "lead", json!("impact")),
        ("events/special-rapporteur-presents-mental-health-report", "starts_at", json!("2019-06-24T00:00:00.000Z")),
        ("events/special-rapporteur-presents-mental-health-report", "speakers", json!(["dainius-puras"])),
        (
            "events/international-day-for-the-elimination-of-sexual-violence-in-conflict",
            "recurrence",
            json!("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19"),
        ),
        ("resources/special-rapporteur-report-2019", "kind", json!("report")),
        ("resources/health-and-human-rights-journal-june-2019", "kind", json!("journal-issue")),
        ("resources/health-and-human-rights-journal-june-2019", "published_on", json!("2019-06")),
        (
            "resources/special-section-global-health-fieldwork-ethics",
            "part_of",
            json!("health-and-human-rights-journal-june-2019"),
        ),
        ("resources/human-rights-for-health-workers-training-manual", "publishers", json!(["ifhhro"])),
        ("resources/steps-for-change-action-guide", "kind", json!("guide")),
        ("testimonies/voices-in-the-field-interviews", "kind", json!("interview")),
        ("news/special-rapporteur-report-on-mental-health", "published_on", json!("2019-06-25")),
        ("news/day-against-sexual-violence-in-conflict-2019", "published_on", json!("2019-06-19")),
        ("news/ifhhro-joins-crsv-ngo-network", "organisations", json!(["ifhhro", "crsv-ngo-network"])),
        ("news/public-sector-resources-available", "events", json!(["national-learning-events"])),
        // What one can use and attend, and the hub's own pages.
        ("courses/bihr-open-training", "delivery", json!("open")),
        ("courses/bihr-in-house-training", "provider", json!("british-institute-of-human-rights")),
        ("courses/human-rights-for-health-workers-online", "provider", json!("ifhhro")),
        ("guides/steps-for-change", "steps/0/title", json!("What is the issue?")),
        ("pages/why-human-rights-in-health-and-care", "section", json!("why")),
        ("pages/who-we-work-with", "features", json!(["british-institute-of-human-rights", "mersey-care-nhs-trust"])),
        ("pages/how-we-work", "section", json!("how")),
        ("pages/what-has-been-achieved", "features", json!(["balancing-private-life-in-supported-housing"])),
    ]
}

/// A value with every reference replaced by its slug.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(members) if members.contains_key("href") => members["slug"].clone(),
        Value::Array(values) => values.iter().map(plain).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_fact_is_there() {
    let server = Server::shared();
    let facts = facts();
    assert!(facts.len() >= 69);
    for (entry, place, expected) in facts {
        let document = &server.json(&format!("/v1/{entry}"))["data"];
        let found = plain(document.pointer(&format!("/{place}")).unwrap_or(&Value::Null));
        match (&found, &expected) {
            (Value::Array(found), Value::Array(expected)) => {
                assert!(expected.iter().all(|one| found.contains(one)), "{entry} {place}: {found:?}");
            }
            _ => assert_eq!(found, expected, "{entry} {place}"),
        }
    }
    let manual = server.json("/v1/resources/human-rights-for-health-workers-training-manual");
    let languages: BTreeSet<&str> = manual["data"]["formats"]
        .as_array()
        .expect("formats")
        .iter()
        .map(|format| format["lang"].as_str().expect("a language"))
        .collect();
    assert_eq!(languages, BTreeSet::from(["en", "es", "fr", "ru"]), "a manual in four languages");
    let prose = |entry: &str, place: &str| server.json(&format!("/v1/{entry}"))["data"][place].to_string();
    assert!(
        prose("projects/human-rights-in-healthcare-voluntary-sector", "approach").contains("20 local organisations")
    );
    assert!(prose("projects/delivering-compassionate-care", "approach").contains("Seven pilot services"));
}

#[test]
fn every_entry_says_where_its_facts_come_from() {
    let server = Server::shared();
    let hub = server.json("/v1");
    for collection in COLLECTIONS.iter() {
        let list = server.json(&format!("/v1/{}?view=full&limit=100", collection.name));
        let entries = list["data"].as_array().expect("a list");
        assert!(!entries.is_empty() && hub["collections"][collection.name]["count"] == entries.len());
        for entry in entries {
            let whole =
                ["title", "url", "publisher", "retrieved_on"].iter().all(|part| entry["source"][part].is_string());
            assert!(whole, "{} {}: {}", collection.name, entry["slug"], entry["source"]);
            assert!(entry["attribution"]["text"].is_string() && entry["licence"].is_string(), "{}", entry["slug"]);
            assert!(entry["summary"].as_str().is_some_and(|summary| summary.len() > 20), "{}", entry["slug"]);
        }
    }
}

/// Every reference inside a document.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(members) if members.contains_key("href") => found.push(value),
        Value::Object(members) => members.values().for_each(|value| references(value, found)),
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

/// An entry that is named: its collection, its title, and by whom, as collection and id.
type Named = (String, String, BTreeSet<(String, String)>);

/// The ids of the entries of `source` that name the entry at `href`: by inverse include where there is one, by filter.
fn sources(server: &Server, target: &Collection, href: &str, source: &Collection) -> BTreeSet<String> {
    let ids = |list: &Value| -> BTreeSet<String> {
        let list = list.as_array().expect("a list");
        list.iter().map(|one| one["id"].as_str().expect("an id").to_owned()).collect()
    };
    let id = href.rsplit('/').next().expect("an id");
    let exact = if target.hierarchy.is_some() { "_exact" } else { "" };
    let list = server.json(&format!("/v1/{}?{}{exact}={id}&limit=100&fields=id", source.name, target.filter));
    let by_filter = ids(&list["data"]);
    if included_by(target, source.name).is_some() {
        let item = server.json(&format!("{href}?fields=id&include={}&include_limit=100", source.name));
        assert_eq!(ids(&item["data"]["referenced_by"][source.name]["data"]), by_filter, "{href} from {}", source.name);
    }
    by_filter
}

#[test]
fn every_relation_leads_both_ways() {
    let server = Server::shared();
    let mut named: BTreeMap<String, Named> = BTreeMap::new();
    for source in COLLECTIONS.iter() {
        let list = server.json(&format!("/v1/{}?view=full&limit=100", source.name));
        for entry in list["data"].as_array().expect("a list") {
            let mut found = Vec::new();
            references(entry, &mut found);
            for reference in found {
                let text = |name: &str| reference[name].as_str().expect("a text").to_owned();
                let known = named.entry(text("href")).or_insert((text("type"), text("title"), BTreeSet::new()));
                assert_eq!(known.1, text("title"), "one entry, one title");
                known.2.insert((source.name.to_owned(), entry["id"].as_str().expect("an id").to_owned()));
            }
        }
    }
    assert!(named.len() > 150, "{} entries are named", named.len());
    for (href, (target, title, by)) in named {
        assert_eq!(server.json(&format!("{href}?fields=title"))["data"]["title"], title, "{href}");
        let target = collection(&target).expect("a collection");
        for source in by.iter().map(|(source, _)| source).collect::<BTreeSet<_>>() {
            let expected: BTreeSet<String> =
                by.iter().filter(|(other, _)| other == source).map(|(_, id)| id.clone()).collect();
            let found = sources(&server, target, &href, collection(source).expect("a collection"));
            assert_eq!(found, expected, "{href} ({title}) from {source}");
        }
    }
}
