//! Everything that the public can ask for, from the registry and the OpenAPI document, so that what is added later is
//! asked for, too.

use std::collections::BTreeSet;

use rights_hub::http::PATHS;
use rights_hub::model::COLLECTIONS;
use rights_hub::query::Format;
use serde_json::Value;

use super::Desk;
use crate::support::schemas::operations;

/// The same words but for their last letter: what a reader who half knows them would ask for.
fn near(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word[..word.len() - 1].to_owned()).collect()
}

/// Reads every public path in every way, and shows the answers to `each`.
pub fn read_all(desk: &Desk, hidden: &[String], each: &mut dyn FnMut(&str, &[u8])) {
    let mut targets: BTreeSet<String> =
        ["/docs/", "/docs/swagger-initializer.js", "/no-such-path"].map(str::to_owned).into();
    let public = operations().filter(|(_, operation)| operation["security"].is_null());
    let documented = public.map(|(path, operation)| (path.to_owned(), operation.clone()));
    let others = PATHS.iter().map(|path| ((*path).to_owned(), Value::Null));
    for (path, operation) in documented.chain(others) {
        targets.extend(ways_to_ask(desk, &path, &operation, &near(hidden)));
    }
    assert!(targets.len() > 1000, "{} paths are not all", targets.len());
    for target in targets {
        let answer = desk.server.get(&target);
        assert!(answer.status < 500, "{target}: {}", answer.text());
        each(&target, &answer.body);
        for (name, value) in &answer.headers {
            each(&format!("{name} of {target}"), value.as_bytes());
        }
    }
}

/// How a path can be asked. A path with a part or a needed parameter that is not known here fails, so that whoever adds
/// one (an export, an embed, a feed, a search) says how it is read.
fn ways_to_ask(desk: &Desk, path: &str, operation: &Value, near: &[String]) -> Vec<String> {
    let of = COLLECTIONS.iter().find(|one| {
        ["", ".", "/"].iter().any(|end| match *end {
            "" => ["/v1", "/embed"].iter().any(|under| path == format!("{under}/{}", one.name)),
            end => ["/v1", "/embed"].iter().any(|under| path.starts_with(&format!("{under}/{}{end}", one.name))),
        })
    });
    let hub = desk.read("/v1").1;
    let declared = |list: &str| -> Vec<String> {
        let names = of.map(|one| hub["collections"][one.name][list].clone()).unwrap_or_default();
        names.as_array().into_iter().flatten().map(|name| name.as_str().expect("a name").to_owned()).collect()
    };
    // Whole texts are asked for by slug, what is related by id.
    let member = if path.ends_with("/related") { "id" } else { "slug" };
    let mut asked_for: Vec<String> = Vec::new();
    let mut paths = vec![path.to_owned()];
    while let Some(part) = paths[0].split('{').nth(1).and_then(|rest| rest.split('}').next()).map(str::to_owned) {
        let values: Vec<String> = match (part.as_str(), of) {
            ("key", Some(collection)) => {
                let list = desk.read(&format!("/v1/{}?limit=100", collection.name)).1;
                let entries = list["data"].as_array().expect("a list").iter();
                let keys: Vec<String> =
                    entries.map(|entry| entry[member].as_str().expect("a key").to_owned()).collect();
                // What is planted is of three collections; in the others, a few words stand for all.
                let planted = ["news", "testimonies", "people"].contains(&collection.name);
                asked_for = near.iter().take(if planted { near.len() } else { 2 }).cloned().collect();
                keys
            }
            ("format", Some(collection)) => Format::of(collection).map(|format| format.suffix().to_owned()).collect(),
            ("code", None) => vec!["gone".to_owned(), "not-found".to_owned(), "nothing-has-this".to_owned()],
            ("file", None) => vec!["1".to_owned(), "99".to_owned()],
            ("token", None) => vec!["nobody-made-this-link".to_owned()],
            other => panic!("{path}: what stands for {other:?}?"),
        };
        let part = format!("{{{part}}}");
        let with_value = |path: &String| values.iter().map(|value| path.replace(&part, value)).collect::<Vec<_>>();
        paths = paths.iter().flat_map(with_value).collect();
    }
    let mut queries = vec![String::new(), "?no_such_parameter=1".to_owned()];
    let include = declared("includes").join(",");
    if path == "/v1/lookup" {
        queries = vec![
            "?identifier=ods-code:RW4".to_owned(),
            format!("?identifier=name:{}", near[0]),
            "?url=https://a.example/".to_owned(),
        ];
    } else if path == "/v1/changes" {
        queries.push("?docs=true&limit=1000".to_owned());
    } else if path == "/oai" {
        let verbs = ["Identify", "ListSets", "ListMetadataFormats", "ListIdentifiers&metadataPrefix=oai_dc"];
        queries.extend(verbs.map(|verb| format!("?verb={verb}")));
        queries.extend(["oai_dc", "schema_org"].map(|format| format!("?verb=ListRecords&metadataPrefix={format}")));
    } else if ["/v1/search", "/v1/suggest"].contains(&path) {
        let facet = if path == "/v1/search" { "&facet=type&highlight=true&limit=100&view=full" } else { "" };
        queries.extend(near.iter().map(|word| format!("?q={word}{facet}")));
    } else if path == "/oembed" {
        let cards = ["news", "testimonies", "people"]
            .iter()
            .flat_map(|name| near.iter().map(move |key| format!("?url=https://hub.example/v1/{name}/{key}")));
        queries.extend(cards);
    } else if path == "/" {
        queries.extend(near.iter().map(|word| format!("?q={word}")));
        queries.extend(near.iter().map(|key| format!("?entry=testimonies/{key}")));
    } else if path.starts_with("/embed/") && of.is_some() {
        queries.extend(["?fragment=true", "?lang=fr"].map(str::to_owned));
        if !path.contains("{key}") {
            queries.push(format!("?limit=20&q={}", near.join("+")));
            for filter in declared("filters") {
                queries.push(format!("?limit=5&{filter}={}", near.join(",")));
            }
        }
    } else if of.is_some() && path.ends_with(".{format}") {
        queries.extend(["?limit=100&lang=fr".to_owned(), format!("?q={}", near.join("+"))]);
        for filter in declared("filters") {
            queries.push(format!("?limit=5&{filter}={}", near.join(",")));
        }
    } else if of.is_some() && path.ends_with("/related") {
        queries = vec!["?limit=20".to_owned()];
    } else if of.is_some() && path.ends_with("}") {
        queries = vec![
            String::new(),
            format!("?format_text=html&include_limit=100&include={include}"),
            "?lang=fr".to_owned(),
            "?format=jsonld".to_owned(),
        ];
    } else if of.is_some() {
        queries.extend([
            format!("?view=full&format_text=html&limit=100&include_limit=100&include={include}"),
            "?view=full&limit=100&lang=fr".to_owned(),
            format!("?limit=0&facet_limit=100&facet={}", declared("facets").join(",")),
            "?view=full&limit=100&sort=-title".to_owned(),
            format!("?q={}&highlight=true", near.join("+")),
        ]);
        for filter in declared("filters") {
            queries.push(format!("?limit=5&view=full&{filter}={}", near.join(",")));
            queries.push(format!("?limit=0&{filter}x={}", near[0]));
        }
    }
    let needed = operation["parameters"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|one| one["required"] == true && one["in"] == "query");
    for parameter in needed {
        let name = parameter["name"].as_str().unwrap_or_default();
        assert!(queries.iter().any(|query| query.contains(name)), "{path}: what is asked with {name}?");
    }
    let asked = asked_for.iter().map(|key| path.replace("{key}", key));
    let asked: Vec<String> = asked.collect();
    paths.iter().flat_map(|path| queries.iter().map(move |query| format!("{path}{query}"))).chain(asked).collect()
}
