//! Whatever stands in an entry, it comes out as text.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{between, data_of};
use crate::support::server::Server;
use crate::support::{Database, publish};

/// What could end a text, begin a script, or turn a line round.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script><!--",
    "]]><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' autofocus onfocus='alert(1)",
    "\u{202e}reversed\u{202c} \u{2066}isolated",
    "[a](javascript:alert(1)) ![b](https://evil.example/x.png)",
    "=1+1 @SUM(A1) -2+3",
];

/// Puts a text wherever an example has one that people write.
fn poisoned(mut value: Value, text: &str) -> Value {
    fn fill(value: &mut Value, key: &str, text: &str) {
        const FREE: &[&str] = &[
            "title",
            "summary",
            "body",
            "description",
            "explanation",
            "restriction_test",
            "in_practice",
            "situation",
            "approach",
            "impact",
            "before",
            "after",
            "text",
            "locator",
            "limitations",
            "method",
            "abstract",
            "note",
            "biography",
            "aims",
            "outcomes",
            "attribution_line",
            "citation",
        ];
        match value {
            Value::Object(members) => members.iter_mut().for_each(|(key, value)| fill(value, key, text)),
            Value::Array(values) => values.iter_mut().for_each(|value| fill(value, key, text)),
            Value::String(old) if FREE.contains(&key) => {
                let most = match key {
                    "title" | "locator" | "attribution_line" | "text" => 200,
                    "summary" => 2_000,
                    _ => 10_000,
                };
                *old = text.chars().take(most).collect();
            }
            _ => {}
        }
    }
    fill(&mut value, "", text);
    value
}

fn documents(text: &str) -> Vec<Value> {
    let topic = json!({ "type": "topics", "slug": "t", "title": text, "description": text, "aliases": ["a"] });
    let said = json!({
        "type": "testimonies", "slug": "said", "title": "x", "kind": "testimony", "body": "x", "attribution_line": "x",
        "locator": "x", "summary": "x", "topics": [{ "slug": "t" }],
        "consent": { "basis": "written", "attribution": "named", "channels": ["web", "embed"], "evidence_ref": "f" },
    });
    let event = json!({
        "type": "events", "slug": "met", "title": "x", "kind": "conference", "status": "cancelled", "attendance": "online",
        "starts_at": "2026-01-01T10:00:00Z", "time_zone": "Europe/London", "description": "x", "summary": "x", "venue": "x",
    });
    let news = json!({
        "type": "news", "slug": "told", "title": "x", "body": "x", "summary": "x",
        "further_reading": [{ "title": "x", "url": "https://a.example/?a=%22%3E", "kind": "report" }],
        "attribution": { "text": "x", "licence": "CC-BY-4.0" }, "topics": [{ "slug": "t" }],
    });
    [topic, said, event, news].into_iter().map(|document| poisoned(document, text)).collect()
}

#[test]
fn hostile_text_comes_out_inert() {
    let long = "x".repeat(10_000);
    for text in HOSTILE.iter().copied().chain([long.as_str()]) {
        let database = Database::sqlite();
        let hub = Arc::new(database.hub());
        publish(&hub, &documents(text));
        let server = Server::over(hub, database);
        for target in ["topics/t", "testimonies/said", "events/met", "news/told"] {
            let answer = server.get(&format!("/embed/{target}"));
            assert_eq!(answer.status, 200, "{target} {text}: {}", answer.text());
            let page = answer.text();
            assert_eq!(page.matches("<script").count(), 1, "{target} {text}");
            assert!(page.contains("<script type=\"application/ld+json\">"), "{target} {text}");
            assert_eq!(page.matches("</script>").count(), 1, "{target} {text}");
            let said: String = text.chars().take(200).collect();
            assert!(
                data_of(page)["name"].as_str().is_some_and(|name| said.starts_with(name) || name.starts_with(&said)),
                "{target} {text}"
            );
            tags_are_ours(page, text);
            let list = server.get(&format!("/embed/{}", target.split('/').next().unwrap_or_default()));
            assert_eq!(list.status, 200);
            tags_are_ours(list.text(), text);
            let url = format!("https://site.example/{target}");
            let oembed = server.json(&format!("/oembed?url={url}"));
            let frame = oembed["html"].as_str().expect("a frame");
            assert_eq!((frame.matches('<').count(), frame.matches('>').count()), (2, 2), "{frame}");
            assert!(!between(frame, "title=\"", "\"").contains('\u{202e}'), "{frame}");
        }
        assert_eq!(server.get("/?entry=news/told").status, 200);
        tags_are_ours(server.get("/?entry=news/told").text(), text);
    }
}

/// Every tag of a page is one that a template or the sanitiser writes, with no attribute that runs anything.
fn tags_are_ours(page: &str, text: &str) {
    for tag in page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '!').collect();
        assert!(!["img", "svg", "object", "embed", "style", "video"].contains(&name.as_str()), "<{tag}> of {text}");
        let outside: String = tag.split('"').step_by(2).collect();
        assert!(!outside.contains(" on") && !outside.contains("autofocus"), "<{tag}> of {text}");
        assert!(!tag.contains("href=\"javascript:"), "<{tag}>");
    }
}
