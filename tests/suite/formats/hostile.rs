//! Whatever an editor could write comes out as the text that it is, in every form.

use std::str::FromStr;

use icalendar::{Calendar, Component};
use serde_json::{Value, json};

use super::rows::cells;
use super::{get, servers};
use crate::support::{PUBLISH, import};

fn texts() -> Vec<String> {
    let texts = [
        "]]>",
        "<script>alert(1)</script>",
        "</title></item><item><title>x",
        "<![CDATA[x]]> &amp; &lt;b&gt; &#0;",
        "a \u{202E}b\u{2066}c",
        "\"quoted\" & 'so', one; two \\ three \\n four",
        "line\nEND:VEVENT\nX-OWN:1",
        "\u{85}\u{2028}\u{2029}\u{7F}\u{9F}\u{FEFF}",
        "\u{1F3E5}\u{10FFFF}\u{FDD0}",
        "=HYPERLINK(\"https://a.example\")",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "'=1",
        "＝1",
        "a,b\n\"c\",=d",
    ];
    let mut texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
    texts.extend(["é".repeat(10_000), "\u{1F3E5}x ]]>".repeat(1_600), "\\".repeat(10_000), " ".repeat(99) + "x"]);
    texts
}

/// What a text may have in XML 1.0.
fn kept(text: &str) -> String {
    text.replace(['\u{FFFE}', '\u{FFFF}'], "")
}

#[test]
fn hostile_text_is_text() {
    for server in servers() {
        let mut tried = 0;
        for text in texts() {
            let title: String = text.chars().take(300).collect();
            let summary: String = text.chars().take(2000).collect();
            let document = json!({
                "type": "events", "slug": "hostile", "title": title, "summary": summary, "description": text, "venue": text.chars().take(500).collect::<String>(),
                "kind": "conference", "starts_at": "2026-01-01T10:00:00Z", "time_zone": "Europe/London", "source": { "title": title },
                "attribution": { "text": text.chars().take(1000).collect::<String>() },
            });
            let (_, results) = import(&server.hub, &[document], PUBLISH);
            if !results[0].errors.is_empty() {
                // What is no text for the hub never gets here.
                continue;
            }
            tried += 1;
            for form in ["atom", "rss", "jsonfeed"] {
                let answer = get(&server, &format!("/v1/events.{form}"));
                let feed = feed_rs::parser::parse(&answer.body[..])
                    .unwrap_or_else(|error| panic!("{form} {error}: {}", answer.text()));
                assert_eq!(feed.entries.len(), 1, "{form}");
                let entry = &feed.entries[0];
                let read = entry.title.as_ref().map_or("", |title| title.content.as_str());
                assert_eq!(read.trim(), kept(&title).trim(), "{form}");
                let content = entry.content.as_ref().and_then(|content| content.body.clone()).unwrap_or_default();
                assert!(!content.contains("<script") && !content.contains("</title"), "{form}: {content}");
            }
            let answer = get(&server, "/v1/events.ics");
            let calendar = Calendar::from_str(answer.text()).expect("a calendar");
            let event = calendar.events().next().expect("an event");
            let ends = |c: char| "\n\u{85}\u{2028}\u{2029}".contains(c);
            let lined: String = title
                .chars()
                .map(|c| if ends(c) { '\n' } else { c })
                .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
                .collect();
            assert_eq!(event.get_summary().unwrap_or_default().trim(), lined.trim());
            assert_eq!(answer.text().matches("END:VEVENT\r\n").count(), 1);
            assert!(!answer.text().contains("\r\nX-OWN"));
            let cell = cells(&get(&server, "/v1/events.csv"), "title").remove(0);
            let dangerous =
                cell.trim_start_matches('\u{FEFF}').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']);
            assert!(
                !dangerous && cell.strip_prefix('\'').unwrap_or(&cell).ends_with(title.trim_start_matches('\'')),
                "{cell:?}"
            );
            let line: Value = serde_json::from_str(get(&server, "/v1/events.ndjson").text()).expect("one line");
            assert_eq!(line["title"], title);
            let linked = server.json("/v1/events/hostile?format=jsonld");
            assert_eq!(linked["name"], title);
        }
        assert!(tried > 15, "{tried}");
    }
}
