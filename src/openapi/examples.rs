//! Examples: the models' own, in the shape in which they are read.

use serde_json::{Map, Value, json};

use crate::catalogue::humanise;
use crate::model::{Collection, Relation, members};

/// An id for examples.
const ID: &str = "0197a9a4-5c8e-7d30-9b1f-2f6f1d1c7a10";

/// A collection's example as the public reads it.
pub fn public_example(collection: &Collection) -> Value {
    let mut written = match (collection.example)() {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    written.remove("consent");
    for relation in collection.relations {
        match relation.within {
            None => {
                if let Some(field) = written.get_mut(relation.name) {
                    expand(relation, field);
                } else if relation.many {
                    written.insert(relation.name.to_owned(), json!([]));
                }
            }
            Some(list) => {
                for element in written.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                    if let Some(element) = element.as_object_mut() {
                        expand(relation, element.entry(relation.name).or_insert(json!([])));
                    }
                }
            }
        }
    }
    let (name, slug) = (collection.name, written.get("slug").and_then(Value::as_str).unwrap_or_default().to_owned());
    let title = written.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    let hub_says = json!({
        "type": name, "id": ID, "rev": 2, "seq": 118, "lang": "en", "lang_fallback": false,
        "published_at": "2019-06-25T00:00:00.000Z", "updated_at": "2026-08-01T09:30:00.000Z",
        "licence": "CC-BY-4.0",
        "attribution": { "text": format!("{title}. CC-BY-4.0"), "licence": "CC-BY-4.0" },
        "identifiers": [], "featured": false, "translations": [],
        "links": {
            "self": format!("/v1/{name}/{ID}"),
            "html": format!("https://hub.example.org/{name}/{slug}"),
            "embed": format!("/embed/{name}/{ID}"),
            "oembed": format!("/oembed?url=https%3A%2F%2Fhub.example.org%2F{name}%2F{slug}"),
        },
    });
    for (member, value) in hub_says.as_object().into_iter().flatten() {
        written.entry(member.clone()).or_insert(value.clone());
    }
    let ordered = members(collection).iter().filter_map(|name| Some((name.clone(), written.get(name)?.clone())));
    Value::Object(ordered.collect())
}

/// Turns written references into public ones.
fn expand(relation: &Relation, field: &mut Value) {
    match field {
        Value::Array(references) => references.iter_mut().for_each(|reference| expand_one(relation, reference)),
        reference => expand_one(relation, reference),
    }
}

fn expand_one(relation: &Relation, reference: &mut Value) {
    let Some(written) = reference.as_object() else { return };
    let text = |name: &str| written.get(name).and_then(Value::as_str);
    let slug = text("slug").unwrap_or_default();
    let collection = text("type").or(relation.target.single()).unwrap_or_default();
    let mut public = json!({
        "type": collection, "id": ID, "slug": slug, "title": humanise(slug), "href": format!("/v1/{collection}/{ID}"),
    });
    if let Some(public) = public.as_object_mut() {
        for name in ["role", "note"] {
            public.extend(text(name).map(|word| (name.to_owned(), json!(word))));
        }
    }
    *reference = public;
}
