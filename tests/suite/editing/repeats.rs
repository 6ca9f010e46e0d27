//! Requests that their client named: the name is held to what it belongs to before anything else of a request is.

use rights_hub::openapi::operations;
use serde_json::json;

use super::{Editor, is_problem, topic};

#[test]
fn a_name_that_belongs_to_another_request_is_refused_on_every_post_whatever_is_sent() {
    for editor in Editor::each() {
        let first = topic("tides", "Tides");
        let once = [("Idempotency-Key", "one")];
        let made = editor.send("POST", "/v1/manage/topics", &once, Some(&first));
        assert_eq!(made.status, 201, "{}", made.text());
        let bearer = format!("Bearer {}", editor.key);
        let id = "01890000-0000-7000-8000-000000000000";
        let posts = operations().filter(|operation| operation.method == "POST");
        for operation in posts.filter(|operation| operation.id != "import_documents") {
            let target = ["{id}", "{key}", "{webhook}"]
                .iter()
                .fold(operation.path.replace("{collection}", "topics"), |path, part| path.replace(part, id));
            for (kind, body) in [
                ("application/json", json!({ "type": "news", "id": 7, "colour": "red" }).to_string()),
                ("application/json", "{no json".to_owned()),
                ("text/plain", "[]".to_owned()),
            ] {
                let headers = [("Authorization", bearer.as_str()), ("Content-Type", kind), once[0]];
                let refused = editor.server.send_body("POST", &target, &headers, Some(body.as_bytes()));
                is_problem(&refused, 422, "idempotency-key-reused");
            }
        }
        let again = editor.send("POST", "/v1/manage/topics", &once, Some(&first));
        assert_eq!((again.status, again.header("idempotency-replayed")), (201, Some("true")));
        assert_eq!(again.json(), made.json());
    }
}

#[test]
fn a_withdrawal_does_not_depend_on_what_is_sent_along() {
    for editor in Editor::each() {
        let bearer = format!("Bearer {}", editor.key);
        for (number, (kind, body)) in
            [("", ""), ("application/json", "{}"), ("application/json", "{\"why\": 1}"), ("text/plain", "{no json")]
                .into_iter()
                .enumerate()
        {
            let slug = format!("told-{number}");
            let item = editor.make(&topic(&slug, "Told"), true);
            let mut headers = vec![("Authorization", bearer.as_str())];
            headers.extend((!kind.is_empty()).then_some(("Content-Type", kind)));
            let target = format!("{item}/consent/withdraw");
            let answer = editor.server.send_body("POST", &target, &headers, Some(body.as_bytes()));
            assert_eq!(answer.status, 200, "{body}: {}", answer.text());
        }
    }
}
