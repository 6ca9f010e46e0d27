//! The log of the real program tells what was asked and how it ended, never what was written nor by which secret.

use serde_json::{Value, json};

use super::program::{self, Program};
use super::{consent, news, testimony, with};
use crate::support::server::Client;

#[test]
fn the_log_has_no_word_that_was_written_and_no_secret() {
    let folder = tempfile::TempDir::new().unwrap();
    let program = Program::serve(folder.path(), &["--log-format", "json", "--slow-request", "10"]);
    let key = program::key(folder.path());
    let client = Client::to(program.address);
    let send = |method: &str, target: &str, kind: &str, more: &[(&str, &str)], body: &str| {
        let bearer = format!("Bearer {key}");
        let mut headers = vec![("Authorization", bearer.as_str()), ("Content-Type", kind)];
        headers.extend(more);
        client.send_body(method, target, &headers, Some(body.as_bytes()))
    };
    let post = |target: &str, body: Value| {
        send("POST", target, "application/json", &[("Idempotency-Key", "qxname")], &body.to_string())
    };
    let told = with(testimony("qxslug", consent("role")), &[("body", json!("qxbody")), ("title", json!("qxtitle"))]);
    let made = post("/v1/manage/testimonies?publish=true", told.clone());
    assert_eq!(made.status, 201, "{}", made.text());
    let item = format!("/v1/manage/testimonies/{}", made.json()["item"]["id"].as_str().unwrap());
    assert_eq!(post("/v1/manage/news", news("qxother", "qxtitle")).status, 422, "the name is of another request");
    let plain = |target: &str, body: &str| send("POST", target, "application/json", &[], body).status;
    assert_eq!(plain("/v1/manage/news", "{\"title\": \"qxbroken"), 400);
    assert_eq!(plain("/v1/manage/news", "{\"type\": \"news\", \"title\": \"qxtitle\", \"qxmember\": 1}"), 422);
    assert_eq!(
        plain(
            "/v1/manage/news",
            &with(news("qxdangling", "qx"), &[("topics", json!([{ "slug": "qxtopic" }]))]).to_string()
        ),
        201
    );
    assert_eq!(plain(&format!("{item}/publish"), "{\"change_note\": \"qxnote\"}"), 200);
    let lines = format!("{}\nqxnojson\n{{\"type\":\"qxtype\"}}\n", with(told, &[("title", json!("qxagain"))]));
    let imported = send("POST", "/v1/manage/import?publish=true", "application/x-ndjson", &[], &lines);
    assert_eq!(imported.text().lines().count(), 3, "{}", imported.text());
    assert_eq!(client.get("/v1/testimonies/qxslug").status, 200);
    for target in [
        "/v1/news/qxnothing",
        "/v1/qxnothing",
        "/v1/news?qxparameter=1",
        "/v1/news?topic=qxtopic",
        "/v1/preview/qxtoken",
    ] {
        client.get(target);
    }
    assert_eq!(client.get_with("/v1/manage/news", &[("Authorization", "Bearer qxwrong")]).status, 401);
    assert_eq!(plain(&format!("{item}/consent/withdraw"), "{}"), 200);
    assert_eq!(client.get("/v1/testimonies/qxslug").status, 410);
    // It waits two seconds for a place that does not come.
    let slow = client.get("/v1/news?min_seq=999999999&topic=qxtopic");

    let log = program.log();
    let lines: Vec<Value> = log.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert!(lines.iter().filter(|line| line["target"] == "request").count() > 15, "{log}");
    let noted =
        lines.iter().find(|line| line["target"] == "slow" && line["request_id"].as_str() == slow.header("request-id"));
    let noted = noted.unwrap_or_else(|| panic!("the slow request is missing: {log}"));
    assert_eq!(
        (&noted["route"], &noted["plan"], &noted["status"]),
        (&json!("/v1/news"), &json!("2 parameters"), &json!(503))
    );
    assert!(noted["ms"].as_u64() >= Some(1900), "{noted}");
    assert!(!log.contains("qx"), "{:#?}", log.lines().filter(|line| line.contains("qx")).collect::<Vec<_>>());
    assert!(!log.contains(&key));
}
