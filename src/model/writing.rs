//! What is kept of a written document: its text in one form, whatever was read and sent back with it, and how its
//! translations age.

use data_encoding::HEXLOWER;
use deunicode::deunicode;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::collection::Collection;
use super::document::WrittenDocument;
use super::relation::Relation;
use super::schema::READ_ONLY;

/// The members of a reference that a revision keeps.
const KEPT: &[&str] = &["type", "id", "slug", "role", "note"];

/// The text of a document as a revision keeps it: without what is the hub's to say, without consent, which has a table
/// of its own, and without the titles that references were read with. All but the consent is then gone from the document.
pub fn normalised(collection: &Collection, document: &mut Value) -> String {
    let mut consent = None;
    if let Some(members) = document.as_object_mut() {
        consent = members.shift_remove("consent");
        members.retain(|name, _| name == "type" || !READ_ONLY.contains(&name.as_str()));
        each_reference(collection, members, &mut |_, reference| {
            reference.retain(|name, _| KEPT.contains(&name.as_str()));
        });
    }
    let text = document.to_string();
    if let (Some(consent), Some(members)) = (consent, document.as_object_mut()) {
        members.insert("consent".to_owned(), consent);
    }
    text
}

/// The text of another document in which references to an entry go by its id instead of its slug; `None` when there is
/// no such reference.
pub fn with_id_for_slug(text: &str, target: &Collection, slug: &str, id: &str) -> Option<String> {
    let mut document: Value = serde_json::from_str(text).ok()?;
    let source = super::registry::collection(document.get("type")?.as_str()?)?;
    let mut found = false;
    each_reference(source, document.as_object_mut()?, &mut |relation, reference| {
        let to = reference.get("type").and_then(Value::as_str).or(relation.target.single());
        if to == Some(target.name) && reference.get("slug").and_then(Value::as_str) == Some(slug) {
            reference.remove("slug");
            reference.insert("id".to_owned(), Value::from(id));
            found = true;
        }
    });
    found.then(|| document.to_string())
}

/// Shows every reference of a document.
fn each_reference(
    collection: &Collection,
    members: &mut Map<String, Value>,
    each: &mut impl FnMut(&Relation, &mut Map<String, Value>),
) {
    for relation in collection.relations {
        let mut fields: Vec<&mut Value> = match relation.within {
            None => members.get_mut(relation.name).into_iter().collect(),
            Some(list) => {
                let parts = members.get_mut(list).and_then(Value::as_array_mut);
                parts.into_iter().flatten().filter_map(|part| part.get_mut(relation.name)).collect()
            }
        };
        for field in &mut fields {
            match field {
                Value::Array(references) => {
                    references.iter_mut().filter_map(Value::as_object_mut).for_each(|one| each(relation, one));
                }
                Value::Object(reference) => each(relation, reference),
                _ => {}
            }
        }
    }
}

/// Marks as outdated the translations that stayed as they were although the source text changed. Answers the text of the
/// document with those marks, if there are any.
pub fn age_translations(document: &mut WrittenDocument, before: &str, now: &str) -> Option<String> {
    if document.translations.is_empty() {
        return None;
    }
    let before: Value = serde_json::from_str(before).ok()?;
    let mut now: Value = serde_json::from_str(now).ok()?;
    let texts = document.collection.texts.iter().map(|text| text.field).chain(["title", "summary"]);
    if texts.into_iter().all(|name| before.get(name) == now.get(name)) {
        return None;
    }
    let old: Vec<Value> = before.get("translations").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut aged = false;
    for translation in now.get_mut("translations")?.as_array_mut()?.iter_mut().filter_map(Value::as_object_mut) {
        let same = |other: &&Value| {
            let other = other.as_object();
            other.is_some_and(|other| without_status(other) == without_status(translation))
        };
        if old.iter().find(same).is_some() {
            translation.insert("status".to_owned(), Value::from("outdated"));
            let lang = translation.get("lang").and_then(Value::as_str).unwrap_or_default();
            for written in document.translations.iter_mut().filter(|written| written.lang.as_str() == lang) {
                written.outdated = true;
            }
            aged = true;
        }
    }
    aged.then(|| now.to_string())
}

fn without_status(translation: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut members: Vec<_> = translation.iter().filter(|(name, _)| *name != "status").collect();
    members.sort_by_key(|(name, _)| *name);
    members
}

/// What is kept of a slug that must not be readable any more, so that its address can still say that it is gone.
pub fn erased_slug(slug: &str) -> String {
    format!("erased-{}", HEXLOWER.encode(&Sha256::digest(slug.as_bytes())))
}

/// A title as it is ordered and searched: without case and diacritics.
pub fn title_key(title: &str) -> String {
    deunicode(title).to_lowercase()
}
