//! Whatever anybody sends: everything that is read from outside is taken or refused with a reason, and nothing else
//! happens. Strings are of the grammar in question, bent by chance.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rights_hub::model::values::{Edtf, calendar_rule, check_recurrence, next_occurrence};
use rights_hub::present::{to_html, to_text};
use rights_hub::query::{LanguagePriority, ListQuery, Pairs, Surface, SyncQuery};
use serde_json::{Value, json};

use super::Office;
use crate::support::Database;
use crate::support::server::Server;

/// Text in which these words, and any characters, follow one another.
fn of_words(words: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    let part = prop_oneof![4 => prop::sample::select(words).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(part, 0..most).prop_map(|parts| parts.concat())
}

/// Tries many cases of one kind against something that takes a while.
fn try_some<S: Strategy>(strategy: S, cases: u32, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(&strategy, test).unwrap_or_else(|error| panic!("{error}"));
}

const QUERY: &[&str] = &[
    "&",
    "=",
    "%",
    "%2",
    "%FF",
    "%00",
    "+",
    ",",
    "right",
    "right_not",
    "topic",
    "starts_from",
    "facet",
    "sort",
    "-title",
    "page",
    "cursor",
    "limit",
    "q",
    "fields",
    "include",
    "lang",
    "2026-02-30",
    "2026",
    "999999999999999999999",
    "-1",
    "near",
    "51.5,-0.1",
    "highlight",
    "true",
    "hra-article-8",
    "_",
    ".",
    "min_seq",
    "since",
    "wait",
    "type",
    "events",
    "epoch",
    "docs",
    "\u{0}",
    "\u{202e}",
];

proptest! {
    #[test]
    fn a_query_string_is_understood_or_every_fault_has_a_code(query in of_words(QUERY, 24), accept in "[ -~]{0,40}") {
        for surface in [Surface::List("events"), Surface::Item("rights"), Surface::Search, Surface::Suggest, Surface::Lookup] {
            match ListQuery::read(surface, &query, Some(&accept)) {
                Ok(_) => {}
                Err(faults) => prop_assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.code.is_empty() && !fault.detail.is_empty())),
            }
        }
        if let Err(faults) = SyncQuery::read(Surface::Changes, &query) {
            prop_assert!(!faults.is_empty());
        }
    }

    #[test]
    fn what_is_encoded_is_decoded_again(
        // What is blank is no value, and refused.
        values in prop::collection::vec("\\PC{1,20}".prop_filter("a value", |value| !value.trim().is_empty()), 0..8),
    ) {
        let pairs: Vec<(String, String)> =
            values.into_iter().enumerate().map(|(place, value)| (format!("name_{place}"), value)).collect();
        let text: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{name}={}", rights_hub::query::encode(value))).collect();
        let (read, faults) = Pairs::decode(&text.join("&"));
        prop_assert!(faults.is_empty(), "{faults:?}");
        let read: Vec<(String, String)> =
            read.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        prop_assert_eq!(read, pairs);
    }

    #[test]
    fn a_date_is_an_interval_or_none(text in of_words(&["2026", "-", "02", "30", "/", "..", "X", "?", "~", "%", "Y", "[", "]", "19", "u", "T"], 8)) {
        if let Ok(date) = text.parse::<Edtf>() {
            prop_assert!(date.interval().start <= date.interval().end, "{text}");
            let again: Edtf = date.as_str().parse().expect("what was taken is taken again");
            prop_assert_eq!(again.interval(), date.interval());
        }
    }

    #[test]
    fn a_recurrence_has_a_next_day_or_is_refused(
        rule in of_words(&["FREQ=", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", ";", "BYDAY=", "MO", "-1FR", ",", "BYMONTH=", "2", "BYMONTHDAY=", "30",
            "31", "COUNT=", "UNTIL=", "20261231", "T000000Z", "INTERVAL=", "BYSETPOS=", "-1", "WKST=", "SU", "BYHOUR=", "9", "99999999999"], 14),
        start in -62_000_000_000_000_i64..250_000_000_000_000,
        after in any::<i64>(),
    ) {
        let next = next_occurrence(start, Some(start.saturating_add(3_600_000)), Some("Europe/London"), Some(&rule), after);
        prop_assert!(next.is_none_or(|next| next >= start), "{rule}");
        if check_recurrence(&rule).is_ok() {
            let written = calendar_rule(&rule, &rights_hub::model::values::built_in_zone("Europe/London").expect("a zone"), false);
            let text = written.expect("what was taken is written");
            prop_assert!(text.starts_with("FREQ=") && !text.contains(['\r', '\n']), "{text}");
        }
    }

    #[test]
    fn prose_runs_no_script(text in of_words(&["<script>", "</script>", "[a](", "javascript:", "data:text/html,", ")", "<img src=x onerror=", "\"", "'", ">",
        "![", "](", "`", "```", "\n", "> ", "* ", "<a href=", "&#106;", "<svg/onload=", "**", "|", "---", "[^1]", "<!--", "<style>"], 16)) {
        let html = to_html(&text);
        let low = html.to_lowercase();
        prop_assert!(!low.contains("<script") && !low.contains("<svg") && !low.contains("<style") && !low.contains("<!--"), "{html}");
        for tag in low.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
            prop_assert!(!tag.contains(" on") || tag.contains("=\""), "{html}");
            prop_assert!(!tag.contains("=\"javascript:") && !tag.contains("=\"data:"), "{html}");
        }
        to_text(&text);
    }

    #[test]
    fn languages_are_listed_or_left_out(header in of_words(&["en", "fr", "-", "CA", "Latn", ";q=", "0.5", "1.0000", "*", ",", " ", "x-", "\u{e9}"], 16)) {
        let wanted = LanguagePriority::from_accept_language(&header);
        prop_assert!(wanted.lookup(&["en", "fr"]).is_none_or(|found| ["en", "fr"].contains(&found)));
        let _ = LanguagePriority::from_parameter(&header);
    }

    #[test]
    fn words_that_are_sought_are_always_understood(text in of_words(&["\"", "-", "title:", "care", " ", "\u{301}", "(", ")", "*", "OR", "人権", "حق", ":"], 40)) {
        prop_assert!(rights_hub::search::read(&text).len() <= 100);
    }
}

#[test]
fn a_header_that_says_what_is_wanted_leads_to_an_answer_or_a_refusal() {
    let server = Server::shared();
    let words = of_words(
        &[
            "application/json",
            "text/html",
            "*/*",
            "text/*",
            ";q=",
            "0",
            "0.5",
            "1.001",
            ",",
            ";",
            "/",
            "\"",
            "application/ld+json",
            "gzip",
            "br",
        ],
        10,
    );
    let printable = words.prop_map(|text| text.chars().filter(|c| (' '..='~').contains(c)).collect::<String>()).boxed();
    try_some((printable.clone(), printable), 40, |(accept, coding)| {
        for target in ["/v1/rights?limit=1", "/v1/rights/hra-article-8", "/", "/v1/changes?since=0&limit=1"] {
            let headers =
                [("Accept", accept.as_str()), ("Accept-Encoding", coding.as_str()), ("If-None-Match", accept.as_str())];
            // Whoever takes text may be given the changes as a stream, whose body has no end.
            let method = if target.starts_with("/v1/changes") { "HEAD" } else { "GET" };
            let status = server.send(method, target, &headers).status;
            prop_assert!([200, 304, 400, 406].contains(&status), "{target} {accept:?} {coding:?}: {status}");
        }
        Ok(())
    });
}

#[test]
fn a_cursor_is_one_of_ours_or_refused() {
    let server = Server::shared();
    let next = server.json("/v1/topics?limit=1")["meta"]["next_cursor"].as_str().expect("a second page").to_owned();
    let bent = (0..next.len(), any::<char>(), any::<bool>());
    try_some(bent, 100, |(place, other, cut)| {
        let mut cursor: Vec<char> = next.chars().collect();
        cursor[place] = other;
        cursor.truncate(if cut { place } else { next.len() });
        let cursor: String = cursor.iter().collect();
        let answer = server.get(&format!("/v1/topics?limit=1&cursor={}", rights_hub::query::encode(&cursor)));
        prop_assert!(answer.status == 400 || cursor == next || cursor.is_empty(), "{cursor}: {}", answer.status);
        Ok(())
    });
}

/// Any JSON that has names of ours.
fn json_of_ours() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(
            &["", "topics", "en", "fr", "CC-BY-4.0", "2026", "privacy", "\u{0}", "web", "written"][..]
        )
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let names = prop::sample::select(
        &[
            "type",
            "title",
            "slug",
            "id",
            "lang",
            "summary",
            "translations",
            "topics",
            "related",
            "broader",
            "source",
            "url",
            "aliases",
            "consent",
            "channels",
            "rev",
            "identifiers",
            "attribution",
            "description",
            "published_at",
        ][..],
    );
    leaf.prop_recursive(3, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..5).prop_map(|members| Value::Object(
                members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            )),
        ]
    })
}

#[test]
fn a_patch_or_a_line_is_taken_or_refused_with_what_is_wrong() {
    let office = Office::on(Database::sqlite());
    let id = office.make(&json!({ "type": "topics", "slug": "patched", "title": "Patched" }), "");
    let bearer = format!("Bearer {}", office.key);
    try_some(prop::collection::vec(json_of_ours(), 1..4), 60, |values| {
        let headers =
            [("Authorization", bearer.as_str()), ("Content-Type", "application/merge-patch+json"), ("If-Match", "*")];
        let target = format!("/v1/manage/topics/{id}");
        let patched = office.server.send_body("PATCH", &target, &headers, Some(values[0].to_string().as_bytes()));
        prop_assert!(
            [200, 400, 412, 422, 428].contains(&patched.status),
            "{}: {} {}",
            values[0],
            patched.status,
            patched.text()
        );

        let lines: Vec<String> = values.iter().map(Value::to_string).collect();
        let headers = [("Authorization", bearer.as_str()), ("Content-Type", "application/x-ndjson")];
        let imported = office.server.send_body(
            "POST",
            "/v1/manage/import?dry_run=true",
            &headers,
            Some(lines.join("\n").as_bytes()),
        );
        prop_assert_eq!(imported.status, 200);
        let told = imported.text().lines().filter(|line| line.contains("\"line\":")).count();
        prop_assert_eq!(told, values.len(), "{}", imported.text());
        Ok(())
    });
    assert_eq!(super::faults(&office.url), Vec::<String>::new());
}
