//! A document as an editor or a file writes it, read and checked on its own: shapes and limits by its schema, then the
//! domain's rules. What needs the database (whether a target is public) is the hub's to check.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::collection::{Collection, Record};
use super::consent::Consent;
use super::entry::Entry;
use super::fault::{Fault, Faults, pointer};
use super::registry::collection;
use super::relation::Relation;
use super::schema;
use super::shape::{brief, characters, shape};
use super::values::{Tag, Url};

/// How a writer names an entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// By its UUID, in lower case.
    Id(String),
    /// By its slug.
    Slug(String),
}

/// A link as it is written.
#[derive(Debug, Clone)]
pub struct WrittenLink {
    /// The relation.
    pub relation: &'static Relation,
    /// The element of the inner list that carries it; 0 for a relation of the entry itself.
    pub part: i32,
    /// Its place among the relation's references.
    pub position: i32,
    /// The collection of the target.
    pub target: &'static Collection,
    /// Which entry of it.
    pub key: Key,
    /// What the target does here, where the relation has roles.
    pub role: Option<String>,
    /// How the target matters here, where the relation has notes.
    pub note: Option<String>,
    /// Where it stands in the document.
    pub pointer: String,
}

/// A translation as it is written: the translated fields without `lang`.
#[derive(Debug, Clone)]
pub struct WrittenTranslation {
    /// Its language.
    pub lang: Tag,
    /// The title in that language.
    pub title: String,
    /// Whether the source text changed after it.
    pub outdated: bool,
    /// Summary and own translated fields.
    pub texts: Map<String, Value>,
}

/// A document, read and checked on its own.
pub struct WrittenDocument {
    /// Its collection.
    pub collection: &'static Collection,
    /// The envelope.
    pub entry: Entry,
    /// The collection's own fields.
    pub record: Box<dyn Record>,
    /// Its links, in order.
    pub links: Vec<WrittenLink>,
    /// Its translations, in order.
    pub translations: Vec<WrittenTranslation>,
    /// The consent written with it.
    pub consent: Option<Consent>,
    /// Whether it says itself when it was first published.
    pub dated: bool,
}

/// The envelope's members that a writer gives.
static ENVELOPE: LazyLock<Vec<String>> = LazyLock::new(|| {
    schema::envelope()
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !schema::READ_ONLY.contains(&name.as_str()))
        .collect()
});

/// The collection that a document names in `type`.
///
/// # Errors
/// The fault when it names none that the hub has.
pub fn collection_of(document: &Value) -> Result<&'static Collection, Fault> {
    let fault = |code, detail: String| Fault { pointer: "/type".to_owned(), code, detail };
    match document.get("type").and_then(Value::as_str) {
        None => Err(fault("required", "A document names its collection in `type`.".to_owned())),
        Some(name) => collection(name)
            .ok_or_else(|| fault("unknown-collection", format!("`{name}` is not a collection of the hub."))),
    }
}

impl WrittenDocument {
    /// Reads a document of a collection.
    ///
    /// # Errors
    /// Everything that is wrong with it, each fault with its pointer.
    pub fn read(collection: &'static Collection, document: Value) -> Result<Self, Vec<Fault>> {
        Self::validate(collection, &document)?;
        Self::read_again(collection, document)
    }

    /// Holds a document to the schema of its collection, and its texts to the characters that they may have.
    ///
    /// # Errors
    /// Everything that is wrong with its shape.
    pub fn validate(collection: &'static Collection, document: &Value) -> Result<(), Vec<Fault>> {
        let mut faults = Faults::default();
        shape(collection, document, &mut faults);
        characters(document, &mut String::new(), &mut faults);
        faults.or(())
    }

    /// Reads a document that was read before and has been kept as it was: its shape is not held to the schema again.
    ///
    /// # Errors
    /// Everything else that is wrong with it, each fault with its pointer.
    pub fn read_again(collection: &'static Collection, document: Value) -> Result<Self, Vec<Fault>> {
        let Value::Object(mut members) = document else { return Err(Vec::new()) };
        let links = take_links(collection, &mut members)?;
        let translations = take_translations(&mut members)?;
        let consent = members.remove("consent").map(|consent| typed(consent, "/consent")).transpose()?;
        for name in schema::READ_ONLY {
            members.remove(*name);
        }
        let mut envelope = Map::new();
        for name in ENVELOPE.iter() {
            if let Some(value) = members.shift_remove(name).filter(|value| !value.is_null()) {
                envelope.insert(name.clone(), value);
            }
        }
        let dated = envelope.contains_key("published_at");
        let mut entry: Entry = typed(Value::Object(envelope), "")?;
        entry.collection = collection.name.to_owned();
        entry.id.make_ascii_lowercase();
        let record =
            (collection.read)(Value::Object(members)).map_err(|unreadable| vec![unreadable_fault(&unreadable, "")])?;

        let mut faults = Faults::default();
        for relation in collection.relations.iter().filter(|relation| relation.required) {
            faults.unless(
                links.iter().any(|link| std::ptr::eq(link.relation, relation)),
                &format!("/{}", relation.name),
                "required",
                &format!("At least one reference in `{}` is needed.", relation.name),
            );
        }
        let licences = [("/licence", Some(&entry.licence)), ("/attribution/licence", attributed(&entry))];
        for (at, licence) in licences {
            let sound = |licence: &String| !licence.contains(':') || licence.parse::<Url>().is_ok();
            faults.unless(
                licence.is_none_or(sound),
                at,
                "invalid-value",
                "A licence is an SPDX identifier or a web address.",
            );
        }
        record.check(&links, &mut faults);
        faults.or(Self { collection, entry, record, links, translations, consent, dated })
    }
}

fn attributed(entry: &Entry) -> Option<&String> {
    entry.attribution.as_ref().and_then(|attribution| attribution.0.licence.as_ref())
}

fn unreadable_fault(unreadable: &serde_path_to_error::Error<serde_json::Error>, at: &str) -> Fault {
    Fault {
        pointer: format!("{at}{}", pointer(unreadable.path())),
        code: "invalid-value",
        detail: brief(&unreadable.inner().to_string()),
    }
}

fn typed<T: serde::de::DeserializeOwned>(value: Value, at: &str) -> Result<T, Vec<Fault>> {
    serde_path_to_error::deserialize(value).map_err(|unreadable| vec![unreadable_fault(&unreadable, at)])
}

/// Takes the relation fields out of a document.
fn take_links(
    collection: &'static Collection,
    members: &mut Map<String, Value>,
) -> Result<Vec<WrittenLink>, Vec<Fault>> {
    let mut links = Vec::new();
    let mut faults = Faults::default();
    for relation in collection.relations {
        match relation.within {
            None => {
                let field = members.shift_remove(relation.name).unwrap_or(Value::Null);
                read_references(relation, 0, field, &format!("/{}", relation.name), &mut links, &mut faults);
            }
            Some(list) => {
                let Some(Value::Array(parts)) = members.get_mut(list) else { continue };
                for (part, element) in parts.iter_mut().enumerate() {
                    let field = element
                        .as_object_mut()
                        .and_then(|element| element.shift_remove(relation.name))
                        .unwrap_or(Value::Null);
                    let at = format!("/{list}/{part}/{}", relation.name);
                    read_references(relation, part as i32, field, &at, &mut links, &mut faults);
                }
            }
        }
    }
    faults.or(links)
}

fn read_references(
    relation: &'static Relation,
    part: i32,
    field: Value,
    at: &str,
    links: &mut Vec<WrittenLink>,
    faults: &mut Faults,
) {
    let references = match field {
        Value::Array(references) => references,
        Value::Null => return,
        one => vec![one],
    };
    for (position, reference) in references.into_iter().enumerate() {
        let pointer = if relation.many { format!("{at}/{position}") } else { at.to_owned() };
        let text = |name: &str| reference.get(name).and_then(Value::as_str).map(str::to_owned);
        let named = text("type");
        let target = named
            .as_deref()
            .or(relation.target.single())
            .filter(|name| relation.target.admits(name))
            .and_then(collection);
        let Some(target) = target else {
            faults.add(
                format!("{pointer}/type"),
                "required",
                "A reference of this relation names the collection of its target in `type`.",
            );
            continue;
        };
        let key = match (text("id"), text("slug")) {
            (Some(id), _) => Key::Id(id.to_ascii_lowercase()),
            (None, slug) => Key::Slug(slug.unwrap_or_default()),
        };
        if links.iter().any(|link| {
            std::ptr::eq(link.relation, relation)
                && link.part == part
                && link.key == key
                && link.target.index == target.index
        }) {
            faults.add(pointer, "duplicate-reference", "The same entry is named twice in this relation.");
            continue;
        }
        links.push(WrittenLink {
            relation,
            part,
            position: position as i32,
            target,
            key,
            role: text("role"),
            note: text("note"),
            pointer,
        });
    }
}

/// Takes the translations out of a document.
fn take_translations(members: &mut Map<String, Value>) -> Result<Vec<WrittenTranslation>, Vec<Fault>> {
    let Some(Value::Array(written)) = members.shift_remove("translations") else { return Ok(Vec::new()) };
    let mut translations: Vec<WrittenTranslation> = Vec::new();
    let mut faults = Faults::default();
    for (index, translation) in written.into_iter().enumerate() {
        let Value::Object(mut texts) = translation else { continue };
        let at = format!("/translations/{index}");
        let lang: Tag = typed(texts.shift_remove("lang").unwrap_or_default(), &format!("{at}/lang"))?;
        if translations.iter().any(|other| other.lang == lang) {
            faults.add(format!("{at}/lang"), "duplicate-language", "There is already a translation in this language.");
        }
        let title = texts.shift_remove("title").and_then(|title| title.as_str().map(str::to_owned)).unwrap_or_default();
        let outdated = texts.shift_remove("status").is_some_and(|status| status == "outdated");
        translations.push(WrittenTranslation { lang, title, outdated, texts });
    }
    faults.or(translations)
}
