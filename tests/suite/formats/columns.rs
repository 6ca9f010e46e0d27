//! The columns of each table are those that `docs/FORMATS.md` names, in that order.

use rights_hub::model::COLLECTIONS;

use super::get;
use super::rows::table;
use crate::support::server::Server;

#[test]
fn the_page_names_the_columns() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/FORMATS.md")).expect("the page");
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        let (names, _) = table(&get(&server, &format!("/v1/{}.csv?limit=0", collection.name)));
        let (_, rest) = page.split_once(&format!("\n### `{}`\n", collection.name)).expect("a section of the page");
        let section = rest.split("\n###").next().unwrap_or_default().split("\n## ").next().unwrap_or_default();
        let told: Vec<&str> = section.split('`').skip(1).step_by(2).collect();
        assert_eq!(
            told,
            names,
            "{}: write {}",
            collection.name,
            names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        );
    }
}
