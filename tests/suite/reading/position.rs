//! The place in the change sequence: told by every answer, waited for on request; and addresses that change.

use serde_json::{Value, json};

use super::starter;
use crate::support::publish;
use crate::support::server::Server;

fn seq(server: &Server) -> i64 {
    server.get("/v1").header("hub-seq").and_then(|seq| seq.parse().ok()).expect("a number")
}

/// The starter entry with another title.
fn renamed(collection: &str, slug: &str, title: &str) -> Value {
    let mut document = starter(collection, slug);
    document["title"] = json!(title);
    document
}

#[test]
fn every_answer_tells_the_place_that_it_reflects() {
    let server = Server::own();
    let before = seq(&server);
    publish(&server.hub, &[renamed("people", "kofi-annan", "K. Annan")]);
    let after = seq(&server);
    assert!(after > before, "{before} to {after}");
    let item = server.get("/v1/people/kofi-annan");
    assert_eq!(item.header("hub-seq"), Some(after.to_string().as_str()));
    assert_eq!(item.json()["data"]["title"], "K. Annan");
    assert_eq!(server.get("/v1/people/nobody").header("hub-seq"), Some(after.to_string().as_str()));
    assert!(!item.text().contains("hub_seq"), "in the header only");
}

#[test]
fn min_seq_that_is_reached_is_answered() {
    let server = Server::shared();
    let here = seq(&server);
    for asked in [0, 1, here] {
        assert_eq!(server.get(&format!("/v1/rights?limit=1&min_seq={asked}")).status, 200, "{asked}");
    }
}

#[test]
fn min_seq_waits_for_what_is_about_to_come() {
    let server = Server::own();
    let next = seq(&server) + 1;
    let answer = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| server.get(&format!("/v1/people/kofi-annan?min_seq={next}")));
        publish(&server.hub, &[renamed("people", "kofi-annan", "K. Annan")]);
        waiting.join().expect("an answer")
    });
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["data"]["title"], "K. Annan");
}

#[test]
fn min_seq_that_does_not_come_is_behind() {
    let server = Server::shared();
    let here = seq(&server);
    let answer = server.get(&format!("/v1/rights/hra-article-8?min_seq={}", here + 1));
    assert_eq!(answer.status, 503);
    assert_eq!(answer.header("retry-after"), Some("1"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let problem = answer.json();
    assert_eq!(problem["type"], "/problems/behind");
    assert_eq!(problem["seq"], here);
}

#[test]
fn an_old_slug_leads_to_the_new_one() {
    let server = Server::own();
    let mut document = renamed("case-studies", "a-woman-with-dementia-and-her-own-home", "Her own home");
    document["slug"] = json!("her-own-home");
    publish(&server.hub, &[document]);
    for (asked, location) in [
        ("", "/v1/case-studies/her-own-home"),
        ("?view=card&lang=fr,ar&fields=title", "/v1/case-studies/her-own-home?view=card&lang=fr,ar&fields=title"),
        ("/related?limit=2", "/v1/case-studies/her-own-home/related?limit=2"),
    ] {
        let answer = server.get(&format!("/v1/case-studies/a-woman-with-dementia-and-her-own-home{asked}"));
        assert_eq!(answer.status, 308, "{asked}");
        assert_eq!(answer.header("location"), Some(location));
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert_eq!(server.get(location).status, 200, "{location}");
    }
    let wrong = server.get("/v1/case-studies/a-woman-with-dementia-and-her-own-home?nonsense=1");
    assert_eq!(wrong.status, 400, "a query that is wrong is not sent on");

    // As a filter value the old slug names the entry still, and whoever refers to it says the new one.
    let list = server.json("/v1/case-studies?id=a-woman-with-dementia-and-her-own-home");
    assert_eq!(super::slugs(&list["data"]), ["her-own-home"]);
    let page = server.json("/v1/pages/what-has-been-achieved");
    let features = super::slugs(&page["data"]["features"]);
    assert!(features.contains(&"her-own-home"), "{features:?}");
}

#[test]
fn a_new_title_is_seen_wherever_it_is_named() {
    let server = Server::own();
    publish(&server.hub, &[renamed("organisations", "st-aubyn-centre", "St Aubyn, renamed")]);
    let named = |target: &str, pointer: &str| server.json(target).pointer(pointer).cloned().unwrap_or_default();
    assert_eq!(
        named("/v1/case-studies/phones-and-internet-at-the-st-aubyn-centre", "/data/organisations/0/title"),
        "St Aubyn, renamed"
    );
    assert_eq!(
        named(
            "/v1/case-studies?limit=0&facet=organisation&organisation=st-aubyn-centre",
            "/facets/organisation/values/0/label"
        ),
        "St Aubyn, renamed"
    );
}
