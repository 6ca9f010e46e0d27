//! A sentence for every member: those whose name means the same wherever it stands get it here, once.

use serde_json::{Map, Value, json};

/// Names that mean the same everywhere, and what they mean.
const SENTENCES: &[(&str, &str)] = &[
    ("about", "What it holds, in a sentence."),
    ("changed_at", "When it changed."),
    ("changes", "Where the change log is read."),
    ("collections", "Every collection by name, with what one may ask of it."),
    ("committed_seq", "The last place in the sequence that the database has."),
    ("count", "How many entries."),
    ("data", "What was asked for."),
    ("default_sort", "The order when none is asked for."),
    ("errors", "Every fault, each with its place."),
    ("facets", "What can be counted: values of `facet`."),
    ("faults", "Every fault, each with its place."),
    ("filters", "Parameters that narrow the list."),
    ("first", "The first page."),
    ("generated_at", "When it was made."),
    ("home", "Where the front page is read."),
    ("href", "Where it is read."),
    ("id", "The id of the entry."),
    ("includes", "What can be sent along: values of `include`."),
    ("kind", "What the line is."),
    ("label", "Its name for people."),
    ("limits", "How much of each can be asked for at once."),
    ("links", "Where to go on."),
    ("lookup", "Where entries are found by an outside identifier or URL."),
    ("meta", "What the answer is a part of."),
    ("name", "Its name."),
    ("next", "The next page, when there is one."),
    ("note", "How it matters here."),
    ("outcome", "What became of the line."),
    ("parameter", "The parameter."),
    ("prev", "The page before, when there is one."),
    ("publishable", "Whether it could be published as it is."),
    ("publisher", "Who publishes the hub."),
    ("rev", "The revision."),
    ("role", "What it does here."),
    ("search", "Where everything is searched."),
    ("search_seq", "The place in the sequence that search has reached."),
    ("self", "This page."),
    ("seq", "The place in the sequence that this node has reached."),
    ("slug", "The slug of the entry."),
    ("sorts", "Fields to order by: values of `sort`, with `-` to turn them round."),
    ("status", "The state, in a word."),
    ("suggest", "Where text is completed as one types."),
    ("title", "In a few words."),
    ("total", "How many there are; exact."),
    ("translations", "The texts in other languages."),
    ("type", "The collection of the entry."),
    ("value", "The value."),
];

/// What is sent back as it was read, and left alone.
const IGNORED: &str = "The hub's to say: accepted and ignored.";

/// Gives every member of the schemas that has no sentence the one of its name.
pub fn complete(schemas: &mut Map<String, Value>) {
    schemas.values_mut().for_each(visit);
}

fn visit(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(visit),
        Value::Object(members) => {
            for (name, value) in members.iter_mut() {
                match (name.as_str(), value) {
                    ("properties", Value::Object(properties)) => {
                        for (name, property) in properties {
                            describe(name, property);
                            visit(property);
                        }
                    }
                    ("items" | "additionalProperties" | "allOf" | "anyOf" | "oneOf", value) => visit(value),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

fn describe(name: &str, schema: &mut Value) {
    let Some(members) = schema.as_object_mut() else { return };
    if ["description", "$ref"].iter().any(|known| members.contains_key(*known)) {
        return;
    }
    let within = || ["/oneOf/0/description", "/allOf/0/description"].iter().find_map(|place| value_at(members, place));
    let common = || SENTENCES.iter().find(|(known, _)| *known == name).map(|(_, sentence)| json!(sentence));
    let sentence = if members.is_empty() { Some(json!(IGNORED)) } else { within().or_else(common) };
    members.extend(sentence.map(|sentence| ("description".to_owned(), sentence)));
}

fn value_at(members: &Map<String, Value>, place: &str) -> Option<Value> {
    let (name, rest) = place.trim_start_matches('/').split_once('/')?;
    members.get(name)?.pointer(&format!("/{rest}")).cloned()
}
