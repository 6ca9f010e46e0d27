//! Filters, order and shape.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::slugs;
use crate::support::server::Server;

fn found(server: &Server, target: &str) -> BTreeSet<String> {
    let list = server.json(&format!("{target}&limit=100"));
    let entries = slugs(&list["data"]).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(list["meta"]["total"], entries.len(), "{target}");
    entries
}

#[test]
fn a_comma_is_or_and_two_filters_are_and() {
    let server = Server::shared();
    let list = |query: &str| found(&server, &format!("/v1/case-studies?{query}"));
    let (eight, ten) = (list("right=hra-article-8"), list("right=hra-article-10"));
    assert!(ten.len() == 1 && eight.len() == 4);
    assert_eq!(list("right=hra-article-11,hra-article-10").len(), 2);
    assert_eq!(list("right_all=hra-article-8,hra-article-10"), ten);
    assert_eq!(&list("right_not=hra-article-10") | &ten, eight);
    assert_eq!(list("right=hra-article-8&setting=community").len(), 1);
    assert_eq!(list("right=hra-article-10&setting=community").len(), 0);
    assert_eq!(
        list("testimony_missing=false"),
        BTreeSet::from(["balancing-private-life-in-supported-housing".to_owned()])
    );
    assert_eq!(list("testimony_missing=true").len(), 3);
    let id = server.json("/v1/rights/hra-article-10")["data"]["id"].as_str().expect("an id").to_owned();
    assert_eq!(list(&format!("right={id}")), ten, "an id does what a slug does");
}

#[test]
fn organisation_finds_whatever_its_role() {
    let server = Server::shared();
    let list = |query: &str| found(&server, &format!("/v1/projects?{query}"));
    assert!(list("organisation=mersey-care-nhs-trust").is_superset(&list("partner=mersey-care-nhs-trust")));
    assert_eq!(list("lead=mersey-care-nhs-trust"), BTreeSet::from(["mersey-care-human-rights-programme".to_owned()]));
    let each = &(&list("lead=department-of-health") | &list("partner=department-of-health"))
        | &list("funder=department-of-health");
    assert_eq!(list("organisation=department-of-health"), each);
    for (collection, organisation) in [
        ("people", "ifhhro"),
        ("events", "un-human-rights-council"),
        ("resources", "ipsos-mori"),
        ("courses", "ifhhro"),
        ("evaluations", "ipsos-mori"),
        ("testimonies", "ifhhro"),
        ("news", "ipsos-mori"),
        ("organisations", "crsv-ngo-network"),
    ] {
        assert!(!found(&server, &format!("/v1/{collection}?organisation={organisation}")).is_empty(), "{collection}");
    }
}

#[test]
fn a_topic_finds_what_is_narrower_unless_told_otherwise() {
    let server = Server::shared();
    let list = |query: &str| found(&server, &format!("/v1/case-studies?{query}"));
    let broad = list("topic=mental-health");
    let exact = list("topic_exact=mental-health");
    let narrower = list("topic_exact=child-and-adolescent-mental-health");
    assert!(!narrower.is_empty() && narrower.is_subset(&broad), "{narrower:?} under {broad:?}");
    assert!(exact.is_subset(&broad) && exact != broad, "{exact:?}");
    let top = list("topic=health-services");
    assert!(top.is_superset(&broad), "two levels up");
    assert_eq!(&list("topic_not=mental-health") | &broad, list("sort=title"));
}

#[test]
fn ranges_cover_what_a_date_covers() {
    let server = Server::shared();
    let list = |query: &str| found(&server, &format!("/v1/resources?{query}"));
    let framework = "human-rights-in-healthcare-framework".to_owned();
    let second = "human-rights-in-healthcare-framework-second-edition".to_owned();
    let year = list("published_on_from=2008&published_on_to=2008");
    assert!(year.contains(&framework) && year.contains(&second));
    let autumn = list("published_on_from=2008-10&published_on_to=2008-10-31");
    assert!(autumn.contains(&second), "October 2008");
    assert!(autumn.contains(&framework), "some day of 2008");
    let spring = list("published_on_from=2008-03-01&published_on_to=2008-03-31");
    assert!(spring.contains(&framework) && !spring.contains(&second));
    assert_eq!(list("published_on_year=2008"), year);
    assert!(list("published_on_missing=true").is_disjoint(&list("published_on_missing=false")));
    let event = |query: &str| found(&server, &format!("/v1/events?{query}")).len();
    assert_eq!(event("starts_from=2019-06-24T02:00:00%2B02:00&starts_to=2019-06-24"), 1);
    assert_eq!(event("starts_from=2019-06-24T00:00:00.001Z&starts_to=2019-06-24"), 0);
    for wrong in ["2019-13", "2019-02-30", "06/2019", "2019-06-24T25:00:00Z", "today", "2019-6"] {
        let answer = server.get(&format!("/v1/resources?published_on_from={wrong}"));
        assert_eq!(answer.faults(), [("published_on_from".to_owned(), "invalid-value".to_owned())], "{wrong}");
    }
}

#[test]
fn what_no_entry_has_matches_nothing_and_is_named() {
    let server = Server::shared();
    let nobody = "00000000-0000-7000-8000-000000000000";
    let list = server.json(&format!("/v1/case-studies?right=hra-article-88,{nobody}&country=FR"));
    assert_eq!(list["meta"]["total"], 0);
    assert_eq!(
        list["meta"]["unmatched"],
        json!([
            { "parameter": "right", "value": "hra-article-88" },
            { "parameter": "right", "value": nobody },
            { "parameter": "country", "value": "FR" },
        ])
    );
    let some = server.json("/v1/case-studies?right=hra-article-88,hra-article-10");
    assert_eq!(some["meta"]["total"], 1, "the others still match");
    assert_eq!(some["meta"]["unmatched"].as_array().map(Vec::len), Some(1));
    assert_eq!(some["meta"]["query"], json!({ "right": ["hra-article-88", "hra-article-10"] }));
    let all = server.json("/v1/case-studies?right_all=hra-article-88,hra-article-8");
    assert_eq!(all["meta"]["total"], 0);
    let elsewhere = server.json("/v1/case-studies?right=mental-health");
    assert_eq!(elsewhere["meta"]["total"], 0, "the slug of a topic is no right");
}

#[test]
fn order_is_what_is_asked_for() {
    let server = Server::shared();
    let titles = |query: &str| -> Vec<String> {
        let list = server.json(&format!("/v1/organisations?limit=100&{query}"));
        list["data"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|entry| entry["title"].as_str().expect("a title").to_lowercase())
            .collect()
    };
    let up = titles("sort=title");
    let mut down = titles("sort=-title");
    assert!(up.is_sorted(), "{up:?}");
    down.reverse();
    assert_eq!(up, down);
    let dates = |query: &str| -> Vec<Option<String>> {
        let list = server.json(&format!("/v1/news?limit=100&{query}"));
        list["data"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|entry| entry["published_on"].as_str().map(str::to_owned))
            .collect()
    };
    let newest = dates("sort=-published_on");
    assert_eq!(newest.last().cloned().flatten().as_deref(), Some("2008-06-10"));
    let oldest = dates("sort=published_on");
    assert_eq!(oldest.first().cloned().flatten().as_deref(), Some("2008-06-10"));
}

#[test]
fn shape_is_card_full_or_what_is_named() {
    let server = Server::shared();
    let members = |target: &str| -> BTreeSet<String> {
        let answer = server.json(target);
        let entry = if answer["data"].is_array() { &answer["data"][0] } else { &answer["data"] };
        entry.as_object().expect("an entry").keys().cloned().collect()
    };
    let (card, full) = (members("/v1/rights?limit=1&sort=title"), members("/v1/rights?limit=1&sort=title&view=full"));
    assert!(card.is_subset(&full) && full.contains("explanation") && !card.contains("explanation"));
    assert!(members("/v1/rights/hra-article-8").contains("explanation"));
    assert!(!members("/v1/rights/hra-article-8?view=card").contains("explanation"));
    let named = members("/v1/rights?limit=1&fields=title,explanation");
    assert_eq!(named, ["type", "id", "slug", "links", "title", "explanation"].map(str::to_owned).into());
    let answer = server.get("/v1/rights?fields=title,nonsense");
    assert_eq!(answer.faults(), [("fields".to_owned(), "unknown-value".to_owned())]);
}

#[test]
fn prose_is_markdown_or_sanitised_html() {
    let server = Server::shared();
    let text = |query: &str| {
        server.json(&format!("/v1/pages/home{query}"))["data"]["body"].as_str().expect("a body").to_owned()
    };
    assert!(!text("").contains("<p>") && text("?format_text=html").starts_with('<'));
    let own = Server::own();
    let mut page = super::starter("pages", "home");
    page["body"] =
        json!("Plain **bold** [x](javascript:alert(1)) <script>alert(1)</script> <img src=x onerror=alert(1)>");
    crate::support::publish(&own.hub, &[page.clone()]);
    let html = own.json("/v1/pages/home?format_text=html")["data"]["body"].as_str().expect("a body").to_owned();
    assert!(html.contains("<strong>bold</strong>"), "{html}");
    assert!(!["<script", "<img", "javascript:"].iter().any(|evil| html.contains(evil)), "{html}");
    assert_eq!(own.json("/v1/pages/home")["data"]["body"], page["body"], "as it was written");
}

#[test]
fn lists_are_present_and_what_is_absent_is_left_out() {
    let server = Server::shared();
    fn no_null(value: &Value, path: &str) {
        match value {
            Value::Null => panic!("null at {path}"),
            Value::Object(members) => {
                members.iter().for_each(|(name, value)| no_null(value, &format!("{path}/{name}")))
            }
            Value::Array(values) => values.iter().for_each(|value| no_null(value, path)),
            _ => {}
        }
    }
    for collection in rights_hub::model::COLLECTIONS.iter() {
        let list = server.json(&format!("/v1/{}?view=full&limit=100", collection.name));
        no_null(&list, collection.name);
        for entry in list["data"].as_array().expect("a list") {
            for relation in collection.relations.iter().filter(|relation| relation.many && relation.within.is_none()) {
                assert!(entry[relation.name].is_array(), "{} {}", entry["slug"], relation.name);
            }
            assert!(entry["translations"].is_array() && entry["identifiers"].is_array(), "{}", entry["slug"]);
        }
    }
}
