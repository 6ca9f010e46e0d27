//! What a consent allows is what the public sees, from the moment it is put on record to its last day.

use rights_hub::hub::Scope;
use rights_hub::model::values::Instant;
use serde_json::{Value, json};

use super::tables::ask;
use super::{Desk, consent, id_of, new_key, pseudonym, testimony, with};
use crate::support::Database;
use crate::support::server::noon;

/// The second of May 2025, a day after the server's clock.
fn day_after() -> Instant {
    Instant::from_millis(noon().millis() + 24 * 60 * 60 * 1000)
}

fn person(slug: &str) -> Value {
    json!({
        "type": "people", "slug": slug, "title": "Jane Roe", "role": "Cook", "consent": consent("named"),
    })
}

/// What each attribution shows of Jane: the line under her words, her role, whether she is named as the speaker.
#[test]
fn each_attribution_shows_what_it_allows_and_no_more() {
    for desk in Desk::each() {
        desk.publish(person("jane-roe"));
        let written = with(testimony("told", consent("named")), &[("speaker", json!({ "slug": "jane-roe" }))]);
        let item = desk.publish(written);
        let shown = [
            (pseudonym("Maria"), json!("Maria"), Value::Null, false),
            (consent("role"), json!("Cook"), json!("Cook"), false),
            (consent("named"), json!("Jane Roe, cook"), json!("Cook"), true),
            (consent("anonymous"), Value::Null, Value::Null, false),
        ];
        for (consent, line, role, speaker) in shown {
            let before = desk.read("/v1/testimonies/told").1["data"]["seq"].as_i64().unwrap();
            let answer = desk.done("PUT", &format!("{item}/consent"), consent.clone());
            assert_eq!(
                (&answer["consent"]["attribution"], &answer["state"]),
                (&consent["attribution"], &json!("published"))
            );
            let (status, public) = desk.read("/v1/testimonies/told");
            let public = &public["data"];
            assert_eq!(status, 200, "{consent}");
            assert_eq!((&public["attribution_line"], &public["role_at_the_time"]), (&line, &role), "{consent}");
            assert_eq!(public["speaker"].is_object(), speaker, "{consent}");
            let by_jane = desk.read("/v1/testimonies?speaker=jane-roe&limit=0").1["meta"]["total"].clone();
            assert_eq!(by_jane, json!(i32::from(speaker)), "{consent}");
            assert_eq!(public["seq"], answer["seq"], "{consent}");
            assert!(public["seq"].as_i64().unwrap() > before, "followers are told");
        }
    }
}

#[test]
fn what_the_consent_takes_from_the_web_is_gone_until_it_gives_it_back() {
    for desk in Desk::each() {
        let item = desk.publish(testimony("told", consent("role")));
        for taken in [
            with(consent("role"), &[("channels", json!(["embed", "sync"]))]),
            with(consent("role"), &[("expires_on", json!("2025-04-30"))]),
        ] {
            let answer = desk.done("PUT", &format!("{item}/consent"), taken.clone());
            assert_eq!(answer["state"], "removed", "{taken}");
            assert_eq!(desk.read("/v1/testimonies/told").0, 410, "{taken}");
            let refused = desk.ask("POST", &format!("{item}/restore"), json!({}));
            assert_eq!(refused.status, 422, "{}", refused.text());

            desk.done("PUT", &format!("{item}/consent"), consent("role"));
            assert_eq!(desk.read("/v1/testimonies/told").0, 410, "a consent alone publishes nothing");
            desk.done("POST", &format!("{item}/restore"), json!({}));
            assert_eq!(desk.read("/v1/testimonies/told").0, 200);
        }
        let narrow = with(consent("role"), &[("channels", json!(["web"]))]);
        let answer = desk.done("PUT", &format!("{item}/consent"), narrow.clone());
        assert_eq!((&answer["consent"]["channels"], desk.read("/v1/testimonies/told").0), (&narrow["channels"], 200));
    }
}

#[test]
fn what_was_withdrawn_keeps_its_notice_when_consent_changes() {
    for desk in Desk::each() {
        let item = desk.publish(testimony("told", consent("role")));
        desk.done("POST", &format!("{item}/withdraw"), json!({ "explanation": "Under review." }));
        let answer = desk.done("PUT", &format!("{item}/consent"), consent("anonymous"));
        let public = desk.read("/v1/testimonies/told").1;
        assert_eq!(public["data"]["notice"]["explanation"], "Under review.");
        assert_eq!((&public["data"]["attribution_line"], &answer["state"]), (&Value::Null, &json!("withdrawn")));
    }
}

/// A name does not stay public because something else is gone meanwhile.
#[test]
fn a_consent_is_narrowed_whatever_became_of_what_the_entry_names() {
    for desk in Desk::each() {
        let topic = |slug: &str| json!({ "type": "topics", "slug": slug, "title": slug });
        let gone = desk.publish(topic("gone"));
        let merged = desk.publish(topic("merged"));
        desk.publish(topic("stays"));
        let named: Vec<Value> = ["gone", "merged", "privacy"].iter().map(|slug| json!({ "slug": slug })).collect();
        let item = desk.publish(with(testimony("told", consent("named")), &[("topics", json!(named))]));
        let shown = || {
            let (status, public) = desk.read("/v1/testimonies/told");
            let topics = public["data"]["topics"].as_array().cloned().unwrap_or_default();
            let slugs: Vec<String> = topics.iter().map(|topic| topic["slug"].as_str().unwrap().to_owned()).collect();
            (status, public["data"]["attribution_line"].clone(), slugs)
        };
        desk.done("POST", &format!("{gone}/remove"), json!({}));
        desk.done("POST", &format!("{merged}/redirect"), json!({ "to": { "slug": "stays" } }));
        assert_eq!(shown(), (200, json!("Jane Roe, cook"), vec!["stays".to_owned(), "privacy".to_owned()]));

        let answer = desk.done("PUT", &format!("{item}/consent"), consent("anonymous"));
        assert_eq!(answer["state"], "published");
        assert_eq!(shown(), (200, Value::Null, vec!["stays".to_owned(), "privacy".to_owned()]));
        // What it names is not forgotten by that.
        for back in [&gone, &merged] {
            desk.done("POST", &format!("{back}/restore"), json!({}));
        }
        assert_eq!(shown().2, ["gone", "merged", "privacy"]);
        assert!(desk.server.hub.check_stored().unwrap().faults.is_empty());

        // Still there, and not fit to be shown any more by today's rules.
        let broken = format!(
            "UPDATE revisions SET document = '{{\"type\":\"testimonies\"}}' WHERE item_id = '{}' RETURNING document AS text",
            id_of(&item)
        );
        assert_eq!(ask(&desk.url, &broken).len(), 1);
        let answer = desk.done("PUT", &format!("{item}/consent"), consent("role"));
        assert_eq!((&answer["state"], shown().0), (&json!("removed"), 410));
    }
}

/// A new projection is of the revision that is public; the draft behind it stays where it is, its slug, too.
#[test]
fn a_new_projection_or_restoring_makes_nothing_of_the_draft_public() {
    for desk in Desk::each() {
        let item = desk.publish(testimony("told", consent("role")));
        let drafted = json!({
            "type": "testimonies", "slug": "told-anew", "title": "Drafted", "kind": "testimony", "body": "Drafted.",
        });
        desk.rewrite(&item, drafted, "");
        let read = |when: &str| {
            let (status, public) = desk.read(&format!("/v1/testimonies/{}", id_of(&item)));
            assert_eq!((status, &public["data"]["title"]), (200, &json!("What helped")), "{when}");
            assert_eq!(public["data"]["slug"], "told", "{when}");
            assert_eq!(desk.read("/v1/testimonies/told-anew").0, 404, "{when}");
        };
        read("drafted");
        desk.done("PUT", &format!("{item}/consent"), consent("anonymous"));
        read("consent");
        desk.done("POST", &format!("{item}/remove"), json!({}));
        desk.done("POST", &format!("{item}/restore"), json!({}));
        read("restored");
        desk.done("POST", &format!("{item}/publish"), json!({}));
        assert_eq!(desk.read("/v1/testimonies/told-anew").1["data"]["title"], "Drafted");
        assert_eq!(desk.read("/v1/testimonies/told").0, 308);
    }
}

#[test]
fn a_consent_that_expires_unpublishes_by_itself() {
    for database in Database::each() {
        let tomorrow = database.hub().with_clock(day_after);
        let desk = Desk::at(database);
        let last = |day: &str| with(consent("role"), &[("expires_on", json!(day))]);
        let ends = desk.publish(testimony("ends-today", last("2025-05-01")));
        desk.publish(testimony("ends-this-month", last("2025-05")));
        desk.publish(testimony("ends-this-year", last("2025")));
        desk.publish(testimony("has-no-end", consent("role")));
        let drafted = desk.draft(testimony("ends-as-a-draft", last("2025-05-01")));
        assert_eq!(desk.server.hub.keep_time().unwrap(), 0, "it holds to the end of its last day");
        assert_eq!(desk.read("/v1/testimonies/ends-today").0, 200);

        assert_eq!(tomorrow.keep_time().unwrap(), 1);
        assert_eq!(tomorrow.keep_time().unwrap(), 0, "it is done once");
        desk.server.hub.catch_up().unwrap();
        assert_eq!(desk.read("/v1/testimonies/ends-today").0, 410);
        for stays in ["ends-this-month", "ends-this-year", "has-no-end"] {
            assert_eq!(desk.read(&format!("/v1/testimonies/{stays}")).0, 200, "{stays}");
        }
        assert_eq!(desk.done("GET", &ends, Value::Null)["item"]["state"], "removed");
        assert_eq!(desk.done("GET", &drafted, Value::Null)["item"]["state"], "draft");
        let audit = desk.done("GET", &format!("/v1/manage/audit?item={}", id_of(&ends)), Value::Null);
        assert_eq!(
            (&audit["data"][0]["action"], &audit["data"][0]["key_name"]),
            (&json!("consent-expired"), &json!("the hub")),
            "{audit}"
        );
    }
}

#[test]
fn without_the_scope_consent_is_neither_written_nor_read() {
    for desk in Desk::each() {
        let key = new_key(&desk.server, &[Scope::Draft, Scope::Publish]);
        let ask = |method: &str, target: &str, more: &[(&str, &str)], body: Value| {
            desk.ask_as(&key, method, target, more, body)
        };
        let item = desk.publish(testimony("told", consent("role")));
        let pointers = |answer: &crate::support::server::Answer| -> Vec<Value> {
            let errors = answer.json()["errors"].as_array().cloned().unwrap_or_default();
            errors.iter().map(|error| error["pointer"].clone()).collect()
        };
        let made = ask("POST", "/v1/manage/testimonies", &[], testimony("other", consent("named")));
        assert_eq!((made.status, pointers(&made)), (422, vec![json!("/consent")]), "{}", made.text());
        for (method, body) in
            [("PUT", testimony("told", consent("named"))), ("PATCH", json!({ "consent": consent("named") }))]
        {
            let written = ask(method, &item, &[("If-Match", "\"rev-1\"")], body);
            assert_eq!((written.status, pointers(&written)), (422, vec![json!("/consent")]), "{}", written.text());
        }
        let imported = desk.server.send_body(
            "POST",
            "/v1/manage/import",
            &[("Authorization", &format!("Bearer {key}")), ("Content-Type", "application/x-ndjson")],
            Some(testimony("other", consent("named")).to_string().as_bytes()),
        );
        assert!(imported.text().contains("scope-required"), "{}", imported.text());
        for (method, path, body) in [
            ("PUT", "consent", consent("named")),
            ("POST", "consent/withdraw", json!({})),
            ("GET", "withdrawal", Value::Null),
        ] {
            let refused = ask(method, &format!("{item}/{path}"), &[], body);
            assert_eq!((refused.status, &refused.json()["scope"]), (403, &json!("consent")), "{path}");
        }
        for path in ["", "/revisions", "/revisions/1", "/preview", "/checks", "/diff?from=1&to=1"] {
            let read = ask("GET", &format!("{item}{path}"), &[], Value::Null);
            assert_eq!(read.status, 200, "{path}");
            assert!(!read.text().contains("blue folder") && !read.text().contains("\"consent\""), "{path}");
        }
        assert_eq!(desk.done("GET", &item, Value::Null)["consent"]["evidence_ref"], "Form 7, blue folder");

        let patched = ask("PATCH", &item, &[("If-Match", "\"rev-1\"")], json!({ "summary": "In a kitchen." }));
        assert_eq!(patched.status, 200, "who may not read a consent may work around it: {}", patched.text());
        let published = ask("POST", &format!("{item}/publish"), &[], json!({}));
        assert_eq!(published.status, 200, "{}", published.text());
        let public = desk.read("/v1/testimonies/told").1;
        assert_eq!(
            (&public["data"]["summary"], &public["data"]["attribution_line"]),
            (&json!("In a kitchen."), &json!("Cook"))
        );
    }
}
