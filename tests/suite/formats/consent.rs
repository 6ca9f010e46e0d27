//! What consent keeps from other sites is in no feed and no calendar, and what it keeps from copies is in no table.

use serde_json::{Value, json};

use super::rows::cells;
use super::{get, servers};
use crate::support::publish;

fn person(slug: &str, channels: &[&str]) -> Value {
    let consent = json!({ "basis": "written", "attribution": "named", "channels": channels, "evidence_ref": "file 1" });
    json!({ "type": "people", "slug": slug, "title": format!("Jane {slug}"), "biography": format!("About {slug}."), "consent": consent })
}

#[test]
fn each_form_has_what_its_channel_allows() {
    for server in servers() {
        publish(
            &server.hub,
            &[
                person("everywhere", &["web", "embed", "sync"]),
                person("unembedded", &["web", "sync"]),
                person("uncopied", &["web", "embed"]),
                person("webbed", &["web"]),
                json!({
                    "type": "events", "slug": "meeting", "title": "The meeting", "kind": "conference",
                    "starts_at": "2026-01-01T10:00:00Z", "time_zone": "Europe/London",
                    "speakers": [{ "slug": "everywhere" }, { "slug": "unembedded" }, { "slug": "uncopied" }, { "slug": "webbed" }],
                }),
                json!({ "type": "resources", "slug": "report", "title": "The report", "kind": "report", "authors": [{ "slug": "unembedded" }, { "slug": "uncopied" }] }),
            ],
        );
        let told = |target: &str, names: &[&str]| {
            let answer = get(&server, target);
            for name in ["everywhere", "unembedded", "uncopied", "webbed"] {
                assert_eq!(answer.text().contains(name), names.contains(&name), "{target}: {name}: {}", answer.text());
            }
            answer
        };
        for form in ["atom", "rss", "jsonfeed"] {
            let answer = told(&format!("/v1/people.{form}"), &["everywhere", "uncopied"]);
            assert_eq!(answer.header("cache-control"), Some("public, max-age=30"));
            told(&format!("/v1/people.{form}?sort=title"), &["everywhere", "uncopied"]);
            let by_name = get(&server, &format!("/v1/people.{form}?id=webbed,unembedded"));
            assert!(!by_name.text().contains("Jane"), "{form}: {}", by_name.text());
            let answer = told(&format!("/v1/resources.{form}"), &["uncopied"]);
            assert_eq!(answer.header("cache-control"), Some("public, max-age=30"), "it names somebody");
        }
        // Speakers stand in no calendar, whoever they are.
        assert!(told("/v1/events.ics", &[]).text().contains("The meeting"));
        for form in ["csv", "ndjson"] {
            let answer = told(&format!("/v1/people.{form}"), &["everywhere", "unembedded"]);
            assert_eq!(answer.header("cache-control"), Some("public, max-age=30"));
            told(&format!("/v1/events.{form}"), &["everywhere", "unembedded"]);
        }
        assert_eq!(cells(&get(&server, "/v1/events.csv"), "speakers"), ["everywhere|unembedded"]);
        // One entry is read on the web, in whatever form.
        let linked = server.json("/v1/people/webbed?format=jsonld");
        assert_eq!(linked["name"], "Jane webbed");
    }
}
