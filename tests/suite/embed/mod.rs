//! What is shown on other people's pages: only what consent lets be shown there, inert whatever stands in it, and whole in a
//! real browser.

mod browser;
mod cards;
mod chromium;
mod consent;
mod hostile;
mod landing;
mod oembed;

use rights_hub::hub::{Actor, TransitionRequest, Verb};
use rights_hub::model::{COLLECTIONS, collection};
use serde_json::Value;

use crate::support::server::Server;

/// A slug of every collection.
fn one_of_each(server: &Server) -> Vec<(&'static str, String)> {
    let first = |name: &str| server.json(&format!("/v1/{name}?limit=1"))["data"][0]["slug"].clone();
    COLLECTIONS.iter().map(|known| (known.name, first(known.name).as_str().expect("an entry").to_owned())).collect()
}

fn id_of(server: &Server, name: &str, slug: &str) -> String {
    server.json(&format!("/v1/{name}/{slug}"))["data"]["id"].as_str().expect("an id").to_owned()
}

/// Does a transition that must succeed.
fn transition(server: &Server, name: &str, slug: &str, verb: Verb, request: &TransitionRequest) {
    let (of, id) = (collection(name).expect("a collection"), id_of(server, name, slug));
    server.hub.transition(&Actor::hub(), None, of, &id, None, verb, request).expect("the transition is made");
}

/// What stands between two texts.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}")).1;
    rest.split_once(after).unwrap_or_else(|| panic!("no {after} in {text}")).0
}

/// The data block of a page.
fn data_of(page: &str) -> Value {
    serde_json::from_str(between(page, "<script type=\"application/ld+json\">", "</script>")).expect("JSON")
}
