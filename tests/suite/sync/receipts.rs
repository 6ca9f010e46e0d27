//! Receipts: who has followed the log how far, and what an editor sees of it.

use rights_hub::hub::Scope;

use super::*;

fn keyed(server: &Server, name: &str, scope: Scope) -> String {
    let (made, _) = server.hub.make_key(&Actor::hub(), None, name, &[scope], None).expect("the key is made");
    made.body["secret"].as_str().expect("it is told").to_owned()
}

#[test]
fn an_editor_sees_who_has_forgotten() {
    for server in servers(&[testimony("said", &["web", "sync"])]) {
        let id = id(&server.hub, "testimonies", "said");
        let [partner, editor] = [("A partner", Scope::Webhooks), ("An editor", Scope::Draft)]
            .map(|(name, scope)| keyed(&server, name, scope));
        let bearer = |key: &str| format!("Bearer {key}");
        let send = |key: &str, up_to: i64| {
            let body = json!({ "up_to": up_to }).to_string();
            let headers = [("Authorization", &*bearer(key)), ("Content-Type", "application/json")];
            server.send_body("POST", "/v1/manage/receipts", &headers, Some(body.as_bytes()))
        };
        assert_eq!(send(&partner, 1).status, 200);
        assert_eq!(send(&editor, 1).status, 403);
        assert_eq!(send(&partner, 99).status, 422, "the log does not reach so far");
        assert_eq!(send(&partner, -1).status, 422);
        server.hub.withdraw_consent(&Actor::hub(), None, of("testimonies"), &id).expect("consent is withdrawn");
        let mirrors = |confirmed: bool| {
            let report = server.hub.withdrawal(of("testimonies"), &id).expect("a report");
            assert_eq!(report["mirrors"][0]["name"], "A partner");
            assert_eq!(report["mirrors"][0]["confirmed"], confirmed, "{report}");
        };
        mirrors(false);
        let last = server.hub.catalogue().seq;
        assert_eq!(send(&partner, last).json()["up_to"], last);
        mirrors(true);
        assert_eq!(send(&partner, 1).json()["up_to"], last, "a receipt does not go back");
        let list = server.get_with("/v1/manage/receipts", &[("Authorization", &bearer(&editor))]);
        assert_eq!(list.status, 200);
        assert_documented("/v1/manage/receipts", "receipts", &list);
        assert_eq!(list.json()["data"][0]["complete"], true);
    }
}
