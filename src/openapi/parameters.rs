//! Query parameters in the document. What several operations take alike stands there once.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use crate::query::{Parameter, ParameterKind as Kind};

/// A query parameter. Lists of values are one parameter with commas, so `explode` is false.
pub fn parameter(parameter: &Parameter) -> Value {
    let one = one_value(parameter);
    let listed = matches!(
        parameter.kind,
        Kind::Any(_)
            | Kind::All(_)
            | Kind::Not(_)
            | Kind::Exact(_)
            | Kind::Ids
            | Kind::Sort
            | Kind::Facet
            | Kind::Fields
            | Kind::Include
            | Kind::Lang
            | Kind::Langs
            | Kind::Types
    );
    let mut value = json!({ "name": parameter.name, "in": "query", "description": parameter.about });
    if let Some(members) = value.as_object_mut() {
        if listed {
            members.insert("style".to_owned(), json!("form"));
            members.insert("explode".to_owned(), json!(false));
            members
                .insert("schema".to_owned(), json!({ "type": "array", "items": one, "minItems": 1, "maxItems": if parameter.kind == Kind::Lang { 10 } else { 100 } }));
        } else {
            members.insert("schema".to_owned(), one);
        }
    }
    value
}

fn one_value(parameter: &Parameter) -> Value {
    let integer = |least: u64, most: u64, default: Option<u64>| match default {
        Some(default) => json!({ "type": "integer", "minimum": least, "maximum": most, "default": default }),
        None => json!({ "type": "integer", "minimum": least, "maximum": most }),
    };
    match parameter.kind {
        // All there is needs no number: a generated client would send it to a form that takes fewer.
        Kind::Limit => integer(0, parameter.most, (parameter.default < parameter.most).then_some(parameter.default)),
        // Without a default: generated clients send it, and a page by number goes with no cursor.
        Kind::Page => integer(1, parameter.most, None),
        Kind::Typo | Kind::TextMode => {
            json!({ "type": "string", "enum": parameter.allowed, "default": parameter.allowed.first() })
        }
        Kind::FacetLimit | Kind::IncludeLimit => integer(1, 100, Some(20)),
        Kind::Heading => integer(2, parameter.most, Some(parameter.default)),
        Kind::MaxWidth | Kind::MaxHeight => integer(1, parameter.most, None),
        Kind::MinSeq | Kind::Since => json!({ "type": "integer", "minimum": 0 }),
        Kind::Wait => integer(0, parameter.most, Some(0)),
        // Either direction of every field, then what may follow a dot, is a pattern and no closed list.
        Kind::Sort => json!({ "type": "string", "pattern": format!("^-?({})$", parameter.allowed.join("|")) }),
        Kind::Include => {
            json!({ "type": "string", "pattern": format!("^({})(\\.[a-z_-]+)?$", parameter.allowed.join("|")) })
        }
        _ if parameter.allowed == ["true", "false"] => json!({ "type": "boolean" }),
        _ if !parameter.allowed.is_empty() => json!({ "type": "string", "enum": parameter.allowed }),
        _ => match parameter.pattern {
            Some(pattern) => json!({ "type": "string", "pattern": pattern, "maxLength": parameter.longest }),
            None => json!({ "type": "string", "minLength": 1, "maxLength": parameter.longest }),
        },
    }
}

/// Moves parameters that several operations take alike into `components`, and leaves references behind. Each has its own
/// name there, behind its place, lest generators take it for the schema of that name; where operations take others of that
/// name, it is followed by the tag of the first that takes it so.
pub fn share(paths: &mut Map<String, Value>) -> Map<String, Value> {
    let mut uses: BTreeMap<String, Vec<(Value, String, usize)>> = BTreeMap::new();
    for (tag, parameter) in parameters_in(paths) {
        let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default();
        let known = uses.entry(name.to_owned()).or_default();
        match known.iter_mut().find(|(other, _, _)| other == parameter) {
            Some((_, _, count)) => *count += 1,
            None => known.push((parameter.clone(), tag, 1)),
        }
    }
    let mut shared: Map<String, Value> = Map::new();
    let mut keys: HashMap<String, String> = HashMap::new();
    for (name, mut known) in uses {
        known.retain(|(_, _, count)| *count > 1);
        let most = known.iter().map(|(_, _, count)| *count).max();
        for (parameter, tag, count) in known {
            let place = parameter.get("in").and_then(Value::as_str).unwrap_or_default();
            let mut key = if Some(count) == most { format!("{place}.{name}") } else { format!("{place}.{name}.{tag}") };
            while shared.contains_key(&key) {
                key = format!("{key}.{tag}");
            }
            keys.insert(parameter.to_string(), key.clone());
            shared.insert(key, parameter);
        }
    }
    for (_, parameter) in parameters_in(paths) {
        if let Some(key) = keys.get(&parameter.to_string()) {
            *parameter = json!({ "$ref": format!("#/components/parameters/{key}") });
        }
    }
    shared.sort_keys();
    shared
}

/// Every parameter with the tag of its operation.
fn parameters_in(paths: &mut Map<String, Value>) -> impl Iterator<Item = (String, &mut Value)> {
    paths.values_mut().filter_map(|path| path.get_mut("get")).flat_map(|operation| {
        let tag = operation.pointer("/tags/0").and_then(Value::as_str).unwrap_or_default().to_owned();
        let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
        parameters.into_iter().flatten().map(move |parameter| (tag.clone(), parameter))
    })
}
