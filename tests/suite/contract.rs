//! The OpenAPI document and the server say the same: every route, every status, every member of every body.

use std::collections::BTreeSet;

use rights_hub::catalogue::fields_of;
use rights_hub::http::PATHS;
use rights_hub::model::{COLLECTIONS, Collection, members};
use rights_hub::openapi;
use rights_hub::query::{included_by, includes_of};
use serde_json::Value;

use crate::support::schemas::{assert_documented, document, operations, resolved};
use crate::support::server::{Answer, Server};

/// A path of the document with an entry or a code that there is.
fn example_of(server: &Server, path: &str) -> String {
    let path = path.replace("{format}", "csv");
    let of = |collection: &&&Collection| path.split('/').nth(2) == Some(collection.name) && path.contains("{key}");
    let path = match COLLECTIONS.iter().collect::<Vec<_>>().iter().find(of) {
        Some(collection) => path.replace("{key}", &slugs(server, collection)[0]),
        None => path.replace("{code}", "gone").replace("{file}", "1"),
    };
    match path.as_str() {
        "/v1/lookup" => format!("{path}?identifier=ods-code:RW4"),
        "/oembed" => format!("{path}?url=https://site.example/rights/hra-article-8"),
        "/v1/search" | "/v1/suggest" => format!("{path}?q=care"),
        _ => path,
    }
}

fn slugs(server: &Server, collection: &Collection) -> Vec<String> {
    let list = server.json(&format!("/v1/{}?limit=100", collection.name));
    assert!(list["links"]["next"].is_null(), "more {} than a page holds", collection.name);
    let entries = list["data"].as_array().expect("a list");
    entries.iter().map(|entry| entry["slug"].as_str().expect("a slug").to_owned()).collect()
}

fn with(target: &str, pair: &str) -> String {
    format!("{target}{}{pair}", if target.contains('?') { '&' } else { '?' })
}

/// The operations that need neither a key nor a link that somebody made.
fn public_operations() -> impl Iterator<Item = (&'static str, &'static Value)> {
    operations().filter(|(path, _)| !path.starts_with("/v1/manage") && !path.contains("{token}"))
}

/// A generated client sends every default that the document names.
#[test]
fn every_default_is_taken_in_every_form() {
    let server = Server::shared();
    let document = openapi::document();
    for (path, operation) in public_operations() {
        let parameters: Vec<&Value> = operation["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one["$ref"].as_str().map_or(one, |name| document.pointer(&name[1..]).expect("it is there")))
            .collect();
        let forms = parameters.iter().find(|one| one["name"] == "format" && one["in"] == "path");
        let forms = forms.map_or(vec![""], |one| {
            let forms = one["schema"]["enum"].as_array().expect("forms").iter();
            forms.map(|form| form.as_str().expect("a word")).collect()
        });
        for form in forms {
            let target = example_of(&server, &path.replace("{format}", form));
            let target = parameters.iter().filter_map(|one| Some((one, one["schema"].get("default")?))).fold(
                target,
                |target, (one, default)| {
                    let default = default.as_str().map_or(default.to_string(), str::to_owned);
                    with(&target, &format!("{}={default}", one["name"].as_str().expect("a name")))
                },
            );
            let answer = server.get(&target);
            assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        }
    }
}

#[test]
fn the_committed_document_is_the_built_one() {
    let committed = include_str!("../../openapi/openapi.json");
    assert!(committed.trim_end() == openapi::as_json(), "run `rights-hub openapi > openapi/openapi.json`");
}

#[test]
fn every_schema_and_every_member_has_a_sentence() {
    fn visit(schema: &Value, place: &str, bare: &mut Vec<String>) {
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            let place = format!("{place}.{name}");
            if ["description", "$ref"].iter().all(|said| member.get(said).is_none()) {
                bare.push(place.clone());
            }
            visit(member, &place, bare);
        }
        let parts = ["allOf", "anyOf", "oneOf"].iter().filter_map(|parts| schema[parts].as_array()).flatten();
        for part in parts.chain(["items", "additionalProperties"].iter().filter_map(|part| schema.get(part))) {
            visit(part, place, bare);
        }
    }
    let mut bare = Vec::new();
    for (name, schema) in document()["components"]["schemas"].as_object().expect("schemas") {
        if schema.get("description").is_none() {
            bare.push(name.clone());
        }
        visit(schema, name, &mut bare);
    }
    assert!(bare.is_empty(), "without a sentence: {bare:#?}");
}

#[test]
fn operation_ids_are_unique_and_named_alike() {
    let ids: Vec<&str> =
        operations().map(|(_, operation)| operation["operationId"].as_str().expect("an operation id")).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{ids:?}");
    for id in &ids {
        assert!(
            id.split('_').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())),
            "{id}"
        );
    }
    for (_, operation) in public_operations() {
        let id = operation["operationId"].as_str().expect("an operation id");
        assert!(["get_", "list_", "lookup_"].iter().any(|verb| id.starts_with(verb)), "{id}");
    }
    for collection in COLLECTIONS.iter() {
        for id in [
            format!("list_{}", collection.name.replace('-', "_")),
            format!("get_{}", collection.singular),
            format!("list_related_to_{}", collection.singular),
        ] {
            assert!(ids.contains(&id.as_str()), "{id}");
        }
    }
}

#[test]
fn the_document_has_every_route_and_no_other() {
    let documented: BTreeSet<String> = operations().map(|(path, _)| path.to_owned()).collect();
    let of_collections = COLLECTIONS.iter().flat_map(|collection| {
        let api = ["", ".{format}", "/{key}", "/{key}/related"].map(|below| format!("/v1/{}{below}", collection.name));
        api.into_iter().chain(["", "/{key}"].map(|below| format!("/embed/{}{below}", collection.name)))
    });
    let of_editing = openapi::operations().map(|operation| operation.path.to_owned());
    let served: BTreeSet<String> =
        PATHS.iter().map(|path| (*path).to_owned()).chain(of_collections).chain(of_editing).collect();
    assert_eq!(documented, served);
}

#[test]
fn every_operation_answers_as_documented() {
    let server = Server::shared();
    for (path, operation) in public_operations() {
        let documents = |status: &str| operation["responses"][status].is_object();
        let target = example_of(&server, path);
        let ask = |target: &str, headers: &[(&str, &str)], status: u16| -> Answer {
            let answer = server.get_with(target, headers);
            assert_eq!(answer.status, status, "{target} {headers:?}: {}", answer.text());
            assert_documented(path, target, &answer);
            answer
        };
        let found = ask(&target, &[], 200);
        assert!(found.header("hub-seq").is_some() && found.header("hub-epoch").is_some(), "{target}");
        if let Some(etag) = found.header("etag") {
            ask(&target, &[("If-None-Match", etag)], 304);
        }
        assert_eq!(found.header("etag").is_some(), documents("304"), "{target}");
        if documents("400") {
            ask(&with(&target, "no_such_parameter=1"), &[], 400);
        }
        if documents("406") {
            ask(&target, &[("Accept", "image/png")], 406);
        }
        // What is measured is missing where it is served elsewhere, which is tried where that is.
        if documents("404") && path != "/metrics" {
            let missing =
                [("{key}", "no-such-entry"), ("{code}", "no-such-code"), ("{format}", "no-such"), ("{file}", "99")]
                    .into_iter()
                    .fold(path.to_owned(), |path, (part, nothing)| path.replace(part, nothing));
            ask(&missing.replace("/oembed", "/oembed?url=https://nobody.example/"), &[], 404);
        }
        if documents("414") {
            ask(&with(&target, &format!("topic={}", "a,".repeat(9000))), &[], 414);
        }
    }
    // Waiting takes two seconds, so one operation stands for all.
    let answer = server.get("/v1/rights?min_seq=999999");
    assert_eq!(answer.status, 503);
    assert_documented("/v1/rights", "min_seq", &answer);
}

#[test]
fn every_shape_of_every_list_is_what_its_schema_says() {
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        let path = format!("/v1/{}", collection.name);
        let facets: Vec<&str> = fields_of(collection).iter().map(|field| field.parameter).collect();
        let mut queries = vec![
            "limit=100".to_owned(),
            "limit=0".to_owned(),
            "view=full&limit=100".to_owned(),
            "view=full&format_text=html&limit=100".to_owned(),
            "lang=fr,ar&view=full&limit=100".to_owned(),
            "lang=xx".to_owned(),
            "page=2&limit=1".to_owned(),
            "sort=-title&limit=1".to_owned(),
            format!("facet={}&topic_missing=true", facets.join(",")),
        ];
        if !facets.contains(&"topic") {
            queries.pop();
            queries.push(format!("facet={}&featured=true", facets.join(",")));
        }
        queries.extend(includes_of(collection).iter().map(|step| format!("include={step}&include_limit=1")));
        queries.extend(
            two_steps(collection).chunks(20).map(|paths| format!("view=full&limit=3&include={}", paths.join(","))),
        );
        for query in queries {
            let target = format!("{path}?{query}");
            let answer = server.get(&target);
            assert_eq!(answer.status, 200, "{target}: {}", answer.text());
            assert_documented(&path, &target, &answer);
        }
        let answer = server.get(&format!("{path}?limit=1"));
        if let Some(cursor) = answer.json()["meta"]["next_cursor"].as_str() {
            assert_documented(&path, "by cursor", &server.get(&format!("{path}?limit=1&cursor={cursor}")));
        }
    }
}

/// Every path of two steps that leads from a collection.
fn two_steps(collection: &Collection) -> Vec<String> {
    let mut paths = Vec::new();
    for first in includes_of(collection) {
        let reached: Vec<&Collection> = match included_by(collection, first) {
            Some(source) => vec![source],
            None => COLLECTIONS
                .iter()
                .filter(|target| {
                    collection
                        .relations
                        .iter()
                        .any(|relation| relation.name == first && relation.target.admits(target.name))
                })
                .collect(),
        };
        let second: BTreeSet<&str> = reached.into_iter().flat_map(includes_of).collect();
        paths.extend(second.into_iter().map(|second| format!("{first}.{second}")));
    }
    paths
}

#[test]
fn every_entry_in_every_shape_is_what_its_schema_says() {
    let server = Server::shared();
    for collection in COLLECTIONS.iter() {
        let path = format!("/v1/{}/{{key}}", collection.name);
        let fields: Vec<&str> = members(collection).iter().map(String::as_str).collect();
        let steps = includes_of(collection).join(",");
        for (place, slug) in slugs(&server, collection).iter().enumerate() {
            let full = server.json(&format!("/v1/{}/{slug}", collection.name))["data"].clone();
            let whole: BTreeSet<&str> = full.as_object().expect("an entry").keys().map(String::as_str).collect();
            let mut shapes = vec![String::new(), "?format_text=html".to_owned()];
            if place == 0 {
                shapes.extend(["?view=card".to_owned(), "?lang=fr".to_owned(), "?lang=ar".to_owned()]);
                shapes.push(format!("?fields={}", fields.join(",")));
                shapes.push(format!("?include={steps}"));
                shapes.extend(fields.iter().map(|field| format!("?fields={field}")));
            }
            for shape in shapes {
                let target = format!("/v1/{}/{slug}{shape}", collection.name);
                let answer = server.get(&target);
                assert_eq!(answer.status, 200, "{target}: {}", answer.text());
                assert_documented(&path, &target, &answer);
                if let Some(field) = shape.strip_prefix("?fields=").filter(|field| !field.contains(',')) {
                    let json = answer.json();
                    let sent: BTreeSet<&str> =
                        json["data"].as_object().expect("an entry").keys().map(String::as_str).collect();
                    let kept = BTreeSet::from(["type", "id", "slug", "links"]);
                    assert!(sent.is_superset(&kept), "{target}: {sent:?}");
                    assert!(sent.iter().all(|name| kept.contains(name) || *name == field), "{target}: {sent:?}");
                    assert_eq!(sent.contains(field), whole.contains(field), "{target}: {sent:?}");
                }
            }
            if place < 3 {
                let related = format!("/v1/{}/{slug}/related?limit=20", collection.name);
                assert_documented(&format!("{path}/related"), &related, &server.get(&related));
            }
        }
    }
    for (path, query) in [("/v1/home", "?lang=ar"), ("/v1/home", "?lang=fr"), ("/v1/lookup", "?identifier=x:y")] {
        assert_documented(path, query, &server.get(&format!("{path}{query}")));
    }
}

#[test]
fn what_a_collection_declares_is_what_it_does() {
    let server = Server::shared();
    let hub = server.json("/v1");
    for collection in COLLECTIONS.iter() {
        let declared = &hub["collections"][collection.name];
        let names = |list: &str| -> Vec<String> {
            let list = declared[list].as_array().expect("a list");
            list.iter().map(|name| name.as_str().expect("a name").to_owned()).collect()
        };
        let path = format!("/v1/{}", collection.name);
        let list = server.json(&format!("{path}?limit=0&facet={}", names("facets").join(",")));
        let emitted: Vec<String> = list["facets"].as_object().expect("facets").keys().cloned().collect();
        assert_eq!(emitted, names("facets"), "{path}");
        assert_eq!(declared["count"], list["meta"]["total"], "{path}");
        for filter in names("filters") {
            let value = value_for(collection, &filter);
            let list = server.json(&format!("{path}?limit=0&{filter}={value}"));
            assert_eq!(list["meta"]["query"][&filter][0], Value::String(value), "{path} {filter}");
        }
        for sort in names("sorts") {
            server.json(&format!("{path}?limit=1&sort={sort}"));
            server.json(&format!("{path}?limit=1&sort=-{sort}"));
        }
        for step in names("includes") {
            server.json(&format!("{path}?limit=1&include={step}"));
        }
    }
}

/// A well-formed value of a filter, from what the document says of it.
fn value_for(collection: &Collection, filter: &str) -> String {
    let listed =
        document()["paths"][format!("/v1/{}", collection.name)]["get"]["parameters"].as_array().expect("parameters");
    let parameter = listed.iter().map(resolved).find(|parameter| parameter["name"] == filter).expect(filter);
    let schema = &parameter["schema"];
    let one = if schema["type"] == "array" { &schema["items"] } else { schema };
    match resolved(one)["enum"][0].as_str() {
        Some(value) => value.to_owned(),
        None if one["type"] == "boolean" => "true".to_owned(),
        None if filter.starts_with("country") => "GB".to_owned(),
        None if filter.starts_with("lang") => "en".to_owned(),
        None if ["_from", "_to"].iter().any(|end| filter.ends_with(end)) || filter.contains("_year") => {
            "2019".to_owned()
        }
        None => "some-word".to_owned(),
    }
}
