//! What a page costs the database: one statement for each collection that it shows, one more for translations where it
//! shows some, and none for what is in the cache. The catalogue asks nothing.

use rights_hub::hub::Hub;
use rights_hub::model::collection;
use rights_hub::query::{ListQuery, Surface};

use crate::support::Database;

/// Statements that a list sends.
fn statements(hub: &Hub, name: &'static str, query: &str) -> u64 {
    let list = ListQuery::read(Surface::List(name), query, None).expect("a good query");
    let before = hub.store().statements();
    let page = hub.list(collection(name).expect("a collection"), &list).expect("a page");
    assert!(list.limit == 0 || !page.data.is_empty(), "{name}?{query}");
    hub.store().statements() - before
}

fn filled() -> (Hub, Database) {
    let database = Database::sqlite();
    let hub = database.hub();
    hub.load_starter_content().expect("the starter content is good");
    hub.catch_up().expect("the catalogue follows");
    (hub, database)
}

#[test]
fn an_uncached_page_is_one_statement_for_each_collection() {
    for (query, expected) in [
        ("limit=100", 1),
        ("limit=100&view=full&topic_not=privacy&facet=topic,right&sort=-title", 1),
        ("limit=0&facet=topic,right,setting", 0),
        ("limit=100&include=organisations", 2),
        ("limit=100&include=organisations,rights.instrument,project,testimonies", 6),
        ("limit=100&lang=fr,es,ar", 2),
    ] {
        let (hub, _database) = filled();
        assert_eq!(statements(&hub, "case-studies", query), expected, "{query}");
    }
}

#[test]
fn a_cached_page_asks_the_database_nothing() {
    let (hub, _database) = filled();
    let query = "limit=100&include=organisations,rights";
    assert_eq!(statements(&hub, "case-studies", query), 3);
    assert_eq!(statements(&hub, "case-studies", query), 0);
    assert_eq!(statements(&hub, "case-studies", "setting_missing=true&limit=0"), 0);
    assert_eq!(statements(&hub, "organisations", "id=mersey-care-nhs-trust"), 0, "what was included is known, too");
}
