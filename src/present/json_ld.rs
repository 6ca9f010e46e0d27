//! An entry as JSON-LD in the vocabulary of schema.org: what its model says it is there, and nothing that the entry does not
//! say. It is made of a document, so that it says no more than consent lets those have for whom the document is.

use serde_json::{Map, Value, json};
use url::Url;

use super::Site;
use super::licence::licence_page;
use super::members::Members;
use super::occasion::Occasion;
use crate::model::Collection;
use crate::model::registry::collection;
use crate::model::schema_org::{Object, Property, Said, SchemaOrg};
use crate::query::encode;

/// What the words mean, inside the document: it can be read as RDF without asking anybody for a context, which the
/// address `https://schema.org` as a context would need. Every word is one of the vocabulary; those listed here lead to
/// something, as they do in the context that schema.org publishes.
fn context() -> Value {
    let mut context = Map::from_iter([("@vocab".to_owned(), json!(VOCABULARY))]);
    context.extend(LEADING.iter().map(|property| ((*property).to_owned(), json!({ "@type": "@id" }))));
    Value::Object(context)
}

/// The vocabulary.
const VOCABULARY: &str = "https://schema.org/";

/// The properties whose value is an address, not a text.
const LEADING: &[&str] = &["contentUrl", "eventAttendanceMode", "eventStatus", "isBasedOn", "license", "sameAs", "url"];

/// Where names in other schemes lead.
const SCHEMES: &[(&str, &str)] = &[
    ("doi", "https://doi.org/"),
    ("isbn", "urn:isbn:"),
    ("un-symbol", "https://undocs.org/"),
    ("wikidata", "https://www.wikidata.org/entity/"),
];

/// The JSON-LD of an entry.
pub fn json_ld(collection: &Collection, document: &Map<String, Value>, site: &Site) -> Value {
    json_ld_with(collection, document, &[], site)
}

/// The same. What it names and is among `known` is told with its own names in other schemes: a right with the identifier of
/// its law.
pub fn json_ld_with(
    collection: &Collection,
    document: &Map<String, Value>,
    known: &[Map<String, Value>],
    site: &Site,
) -> Value {
    let writer = Writer { site, known };
    let members = Members(document);
    let mut thing = Thing::of(collection.schema_org.class);
    thing.put("@id", writer.address(members));
    writer.own(&mut thing, members, collection.schema_org.properties);
    writer.envelope(&mut thing, members);
    if collection.schema_org.work {
        work(&mut thing, members);
    }
    let mut whole = Map::from_iter([("@context".to_owned(), context())]);
    whole.append(&mut thing.0);
    Value::Object(whole)
}

/// The relations whose targets [`json_ld_with`] can tell more of.
pub fn told_with(schema_org: &SchemaOrg) -> impl Iterator<Item = &'static str> {
    schema_org.properties.iter().filter_map(|(_, said)| match said {
        Said::Within(relation) => Some(*relation),
        _ => None,
    })
}

/// An object on its way.
struct Thing(Map<String, Value>);

impl Thing {
    fn of(class: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), json!(class))]))
    }

    /// Gives a property a value; one that has some has both then.
    fn put(&mut self, property: &str, value: Option<impl Into<Value>>) {
        let Some(value) = value.map(Into::into) else { return };
        match self.0.get_mut(property) {
            None => drop(self.0.insert(property.to_owned(), value)),
            Some(Value::Array(values)) if !values.contains(&value) => values.push(value),
            Some(one) if !one.is_array() && *one != value => *one = json!([one.take(), value]),
            Some(_) => {}
        }
    }

    /// Gives a property a value unless it has one.
    fn put_absent(&mut self, property: &str, value: Option<impl Into<Value>>) {
        if !self.0.contains_key(property) {
            self.put(property, value);
        }
    }

    /// Gives a property a list of values, if there are any.
    fn put_all(&mut self, property: &str, values: impl Iterator<Item = Value>) {
        let values: Vec<Value> = values.collect();
        if !values.is_empty() {
            self.0.insert(property.to_owned(), Value::Array(values));
        }
    }

    /// The object, if it says anything.
    fn said(self) -> Option<Value> {
        (self.0.len() > 1).then_some(Value::Object(self.0))
    }
}

struct Writer<'a> {
    site: &'a Site,
    known: &'a [Map<String, Value>],
}

impl Writer<'_> {
    /// The properties that a model or an object inside it names.
    fn own(&self, thing: &mut Thing, members: Members<'_>, properties: &[Property]) {
        for (property, said) in properties {
            match said {
                Said::Each(one, object) if members.0.get(*one).is_some_and(Value::is_object) => {
                    members.list(one).for_each(|one| thing.put(property, self.object(object, one)));
                }
                Said::Each(list, object) => {
                    thing.put_all(property, members.list(list).filter_map(|one| self.object(object, one)));
                }
                Said::EachText(list, class, name) => {
                    thing.put_all(property, members.words(list).map(|word| json!({ "@type": class, *name: word })));
                }
                Said::Text(field) if members.0.get(*field).is_some_and(Value::is_array) => {
                    thing.put_all(property, members.words(field).map(Value::from));
                }
                Said::Named(relations) => {
                    let named = relations.iter().flat_map(|relation| members.list(relation));
                    named.for_each(|one| thing.put(property, self.reference(one)));
                }
                Said::Within(relation) => {
                    members.list(relation).for_each(|one| thing.put(property, self.reference(one)));
                }
                Said::Identifiers(schemes) => {
                    let known = |one: &Members<'_>| one.text("scheme").is_some_and(|scheme| schemes.contains(&scheme));
                    members.list("identifiers").filter(known).for_each(|one| thing.put(property, one.text("value")));
                }
                one => thing.put(property, self.one(one, members)),
            }
        }
    }

    /// The value of a property that has one at most.
    fn one(&self, said: &Said, members: Members<'_>) -> Option<Value> {
        match said {
            Said::Text(field) => match members.0.get(*field) {
                Some(Value::Number(number)) => Some(number.clone().into()),
                _ => members.text(field).map(Value::from),
            },
            Said::Address(field) => members.text(field).and_then(address).map(Value::from),
            Said::Day(field) => members.day(field).map(Value::from),
            Said::Begin => Occasion::of(members).map(|occasion| occasion.begin().into()),
            Said::End => Occasion::of(members)?.end().map(Value::from),
            Said::Prose(fields) => joined(fields.iter().filter_map(|field| members.prose(field))),
            Said::Parts(list, member) => joined(members.list(list).filter_map(|part| part.prose(member))),
            Said::Member(field, names) => {
                let value = members.text(field)?;
                let (_, name) = names.iter().find(|(known, _)| *known == value)?;
                Some(format!("{VOCABULARY}{name}").into())
            }
            Said::Object(object) => self.object(object, members),
            Said::Named(_) | Said::Within(_) | Said::Identifiers(_) | Said::Each(..) | Said::EachText(..) => None,
        }
    }

    fn object(&self, object: &Object, members: Members<'_>) -> Option<Value> {
        let wanted =
            object.when.is_none_or(|(field, values)| members.text(field).is_some_and(|text| values.contains(&text)));
        let mut thing = Thing::of(object.class);
        if wanted {
            self.own(&mut thing, members, object.properties);
        }
        thing.said()
    }

    /// An entry that another names: by type, address and title, and its names elsewhere if they are known.
    fn reference(&self, reference: Members<'_>) -> Option<Value> {
        let class = collection(reference.text("type")?)?.schema_org;
        let mut thing = Thing::of(class.class);
        thing.put("@id", reference.text("href").map(|href| format!("{}{href}", self.site.public_url)));
        thing.put("name", reference.text("title"));
        let id = reference.text("id");
        if let Some(known) = self.known.iter().map(Members).find(|known| known.text("id") == id) {
            let identifying = |said: &Said| matches!(said, Said::Identifiers(_));
            let properties: Vec<Property> =
                class.properties.iter().filter(|(_, said)| identifying(said)).copied().collect();
            self.own(&mut thing, known, &properties);
            same_as(&mut thing, known);
        }
        thing.said()
    }

    fn address(&self, members: Members<'_>) -> Option<String> {
        let own = members.inside("links")?.text("self")?;
        Some(format!("{}{own}", self.site.public_url))
    }

    /// What every thing has.
    fn envelope(&self, thing: &mut Thing, members: Members<'_>) {
        thing.put("name", members.text("title"));
        thing.put_absent("description", members.text("summary"));
        thing.put("url", members.inside("links").and_then(|links| links.text("html")).and_then(address));
        same_as(thing, members);
        let identifiers = members.list("identifiers").filter_map(|one| {
            let (scheme, value) = (one.text("scheme")?, one.text("value")?);
            Some(json!({ "@type": "PropertyValue", "propertyID": scheme, "value": value }))
        });
        thing.put_all("identifier", identifiers);
    }
}

/// What every creative work has.
fn work(thing: &mut Thing, members: Members<'_>) {
    thing.put("inLanguage", members.text("lang"));
    thing.put_absent("datePublished", members.day("published_at"));
    thing.put("dateModified", members.text("updated_at"));
    thing.put("license", members.text("licence").and_then(licence_page));
    thing.put("creditText", members.inside("attribution").and_then(|line| line.text("text")));
    thing.put("isBasedOn", members.inside("source").and_then(|source| source.text("url")).and_then(address));
}

/// Where else the same thing is told of.
fn same_as(thing: &mut Thing, members: Members<'_>) {
    for identifier in members.list("identifiers") {
        let (Some(scheme), Some(value)) = (identifier.text("scheme"), identifier.text("value")) else { continue };
        let leads = match SCHEMES.iter().find(|(known, _)| *known == scheme) {
            _ if value.contains("://") => address(value),
            Some((_, beginning)) => address(&format!("{beginning}{}", encode(value))),
            None => None,
        };
        thing.put("sameAs", leads);
    }
}

fn joined(texts: impl Iterator<Item = String>) -> Option<Value> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join("\n\n").into())
}

/// An address in the form in which RDF takes it (an IRI of RFC 3987), if it is one.
fn address(text: &str) -> Option<String> {
    let parsed = Url::parse(text).ok()?;
    let mut address = String::with_capacity(text.len());
    for c in parsed.as_str().chars() {
        match c {
            '{' | '}' | '|' | '\\' | '^' | '`' | '<' | '>' | '"' => address.push_str(&format!("%{:02X}", u32::from(c))),
            c => address.push(c),
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_are_such_as_rdf_takes() {
        assert_eq!(address("https://a.example/b c?{d}|e").as_deref(), Some("https://a.example/b%20c?%7Bd%7D%7Ce"));
        assert_eq!(address("no address"), None);
    }
}
