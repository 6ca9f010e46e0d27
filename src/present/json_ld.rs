//! An entry as JSON-LD in the vocabulary of schema.org: only what the vocabulary has a property for, and nothing that the
//! entry does not say. It is made of the sync document, so that it says no more than consent lets followers have.

use serde_json::{Map, Value, json};

use super::Site;
use super::members::Members;
use crate::model::Collection;

/// What the entries of a collection are in schema.org.
struct Kind {
    collection: &'static str,
    /// The type.
    schema_type: &'static str,
    /// Whether it is a creative work, which has a language, a licence and dates.
    work: bool,
    /// The properties that only this type has.
    own: fn(&mut Thing<'_>),
}

const KINDS: &[Kind] = &[
    Kind { collection: "case-studies", schema_type: "Article", work: true, own: case_study },
    Kind { collection: "courses", schema_type: "Course", work: true, own: course },
    Kind { collection: "evaluations", schema_type: "Report", work: true, own: evaluation },
    Kind { collection: "events", schema_type: "Event", work: false, own: event },
    Kind { collection: "guides", schema_type: "HowTo", work: true, own: guide },
    Kind { collection: "instruments", schema_type: "Legislation", work: true, own: instrument },
    Kind { collection: "news", schema_type: "NewsArticle", work: true, own: news },
    Kind { collection: "organisations", schema_type: "Organization", work: false, own: organisation },
    Kind { collection: "pages", schema_type: "WebPage", work: true, own: page },
    Kind { collection: "people", schema_type: "Person", work: false, own: person },
    Kind { collection: "projects", schema_type: "Project", work: false, own: project },
    Kind { collection: "resources", schema_type: "LearningResource", work: true, own: resource },
    Kind { collection: "rights", schema_type: "Legislation", work: true, own: right },
    Kind { collection: "testimonies", schema_type: "Quotation", work: true, own: testimony },
    Kind { collection: "topics", schema_type: "DefinedTerm", work: false, own: topic },
];

/// What the entries of a collection are in schema.org; a thing, if they are nothing in particular.
pub fn schema_type(collection: &str) -> &'static str {
    KINDS.iter().find(|kind| kind.collection == collection).map_or("Thing", |kind| kind.schema_type)
}

/// The JSON-LD of an entry.
pub fn json_ld(collection: &Collection, document: &Map<String, Value>, site: &Site) -> Value {
    let kind = KINDS.iter().find(|kind| kind.collection == collection.name);
    let mut thing = Thing { members: Members(document), site, properties: Map::new() };
    thing.put("@context", Some("https://schema.org"));
    thing.put("@type", Some(schema_type(collection.name)));
    thing.envelope();
    if kind.is_some_and(|kind| kind.work) {
        thing.work();
    }
    if let Some(kind) = kind {
        (kind.own)(&mut thing);
    }
    Value::Object(thing.properties)
}

/// An object on its way.
struct Thing<'a> {
    members: Members<'a>,
    site: &'a Site,
    properties: Map<String, Value>,
}

impl Thing<'_> {
    fn put(&mut self, property: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.properties.insert(property.to_owned(), value.into());
        }
    }

    fn put_all(&mut self, property: &str, values: Vec<Value>) {
        if !values.is_empty() {
            self.properties.insert(property.to_owned(), Value::Array(values));
        }
    }

    /// A field, word for word.
    fn text(&mut self, property: &str, field: &str) {
        self.put(property, self.members.text(field));
    }

    /// A day or less.
    fn day(&mut self, property: &str, field: &str) {
        self.put(property, self.members.day(field));
    }

    /// Prose of several fields, without its markup.
    fn prose(&mut self, property: &str, fields: &[&str]) {
        let texts: Vec<String> = fields.iter().filter_map(|field| self.members.prose(field)).collect();
        self.put(property, (!texts.is_empty()).then(|| texts.join("\n\n")));
    }

    /// The entries that a relation names: each by type, name and address.
    fn named(&mut self, property: &str, relations: &[&str]) {
        let references = relations.iter().flat_map(|relation| self.members.list(relation));
        let things: Vec<Value> = references.filter_map(|reference| self.reference(reference)).collect();
        match <[Value; 1]>::try_from(things) {
            Ok([one]) => self.put(property, Some(one)),
            Err(many) => self.put_all(property, many),
        }
    }

    fn reference(&self, reference: Members<'_>) -> Option<Value> {
        let address = format!("{}{}", self.site.public_url, reference.text("href")?);
        let kind = schema_type(reference.text("type")?);
        Some(json!({ "@type": kind, "@id": address, "name": reference.text("title")? }))
    }

    /// What every thing has.
    fn envelope(&mut self) {
        let links = self.members.inside("links");
        let own = links.and_then(|links| links.text("self"));
        self.put("@id", own.map(|own| format!("{}{own}", self.site.public_url)));
        self.text("name", "title");
        self.text("description", "summary");
        self.put("url", links.and_then(|links| links.text("html")));
        let identifiers = self.members.list("identifiers").filter_map(|identifier| {
            let (scheme, value) = (identifier.text("scheme")?, identifier.text("value")?);
            Some(json!({ "@type": "PropertyValue", "propertyID": scheme, "value": value }))
        });
        self.put_all("identifier", identifiers.collect());
    }

    /// What every creative work has.
    fn work(&mut self) {
        self.text("inLanguage", "lang");
        self.day("datePublished", "published_at");
        self.text("dateModified", "updated_at");
        let licence = self.members.text("licence").map(|licence| match licence.contains("://") {
            true => licence.to_owned(),
            false => format!("https://spdx.org/licenses/{licence}"),
        });
        self.put("license", licence);
        self.put("creditText", self.members.inside("attribution").and_then(|line| line.text("text")));
        self.put("isBasedOn", self.members.inside("source").and_then(|source| source.text("url")));
        self.about();
    }

    fn about(&mut self) {
        self.named("about", &["rights", "topics"]);
    }

    fn address(&mut self, property: &str) {
        let address =
            object("PostalAddress", self.members, &[("addressLocality", "locality"), ("addressCountry", "country")]);
        self.put(property, address);
    }
}

/// An object inside another: its type, and those properties that have a field; `None` without any.
fn object(schema_type: &str, members: Members<'_>, properties: &[(&str, &str)]) -> Option<Value> {
    let mut object = Map::from_iter([("@type".to_owned(), json!(schema_type))]);
    let said = properties.iter().filter_map(|(name, field)| Some(((*name).to_owned(), json!(members.text(field)?))));
    object.extend(said);
    (object.len() > 1).then_some(Value::Object(object))
}

fn case_study(thing: &mut Thing<'_>) {
    thing.prose("articleBody", &["situation", "approach", "impact"]);
    thing.named("sourceOrganization", &["organisations"]);
    thing.named("mentions", &["testimonies", "resources", "project"]);
}

fn course(thing: &mut Thing<'_>) {
    thing.named("provider", &["provider"]);
    let languages: Vec<Value> = thing.members.words("languages").map(Value::from).collect();
    thing.put_all("availableLanguage", languages);
    thing.put_all("audience", audience(thing.members));
}

fn audience(members: Members<'_>) -> Vec<Value> {
    members.words("audience").map(|word| json!({ "@type": "Audience", "audienceType": word })).collect()
}

fn evaluation(thing: &mut Thing<'_>) {
    thing.named("author", &["evaluators"]);
    thing.named("about", &["projects", "rights", "topics"]);
    thing.named("citation", &["report"]);
    let findings: Vec<&str> = thing.members.list("findings").filter_map(|finding| finding.text("text")).collect();
    thing.put("text", (!findings.is_empty()).then(|| findings.join("\n\n")));
}

fn event(thing: &mut Thing<'_>) {
    let (from, to) = match thing.members.0.get("all_day") == Some(&json!(true)) {
        true => (thing.members.day("starts_at"), thing.members.day("ends_at")),
        false => (thing.members.text("starts_at"), thing.members.text("ends_at")),
    };
    thing.put("startDate", from);
    thing.put("endDate", to);
    thing.text("inLanguage", "lang");
    thing.about();
    let status = match thing.members.text("status") {
        Some("postponed") => "EventPostponed",
        Some("cancelled") => "EventCancelled",
        _ => "EventScheduled",
    };
    thing.put("eventStatus", Some(format!("https://schema.org/{status}")));
    let (mode, physical, online) = match thing.members.text("attendance") {
        Some("online") => ("OnlineEventAttendanceMode", false, true),
        Some("mixed") => ("MixedEventAttendanceMode", true, true),
        _ => ("OfflineEventAttendanceMode", true, false),
    };
    thing.put("eventAttendanceMode", Some(format!("https://schema.org/{mode}")));
    let mut locations = Vec::new();
    if let Some(venue) = thing.members.text("venue").filter(|_| physical) {
        locations.push(json!({ "@type": "Place", "name": venue }));
    }
    if let Some(address) = thing.members.text("registration_url").filter(|_| online) {
        locations.push(json!({ "@type": "VirtualLocation", "url": address }));
    }
    thing.put_all("location", locations);
    thing.named("organizer", &["organisers"]);
    thing.named("performer", &["speakers"]);
}

fn guide(thing: &mut Thing<'_>) {
    let steps = thing.members.list("steps").filter_map(|step| {
        Some(json!({ "@type": "HowToStep", "name": step.text("title")?, "text": step.prose("body")? }))
    });
    let steps = steps.collect();
    thing.put_all("step", steps);
    thing.put_all("audience", audience(thing.members));
}

fn instrument(thing: &mut Thing<'_>) {
    thing.text("legislationIdentifier", "citation");
    thing.day("legislationDate", "adopted_on");
    thing.text("legislationJurisdiction", "jurisdiction");
    let body = thing.members.text("body").map(|name| json!({ "@type": "Organization", "name": name }));
    thing.put("legislationPassedBy", body);
    thing.text("sameAs", "url");
    thing.prose("abstract", &["description"]);
}

fn news(thing: &mut Thing<'_>) {
    thing.prose("articleBody", &["body"]);
    if thing.members.text("published_on").is_some() {
        thing.day("datePublished", "published_on");
    }
    thing.named("mentions", &["organisations", "people", "events", "resources"]);
}

fn organisation(thing: &mut Thing<'_>) {
    let names: Vec<Value> = thing.members.words("aliases").map(Value::from).collect();
    thing.put_all("alternateName", names);
    thing.text("sameAs", "website");
    thing.day("foundingDate", "active_from");
    thing.day("dissolutionDate", "active_to");
    thing.address("address");
    thing.named("parentOrganization", &["parent"]);
    thing.named("memberOf", &["member_of"]);
}

fn page(thing: &mut Thing<'_>) {
    thing.prose("text", &["body"]);
    thing.named("mentions", &["features"]);
}

fn person(thing: &mut Thing<'_>) {
    thing.text("jobTitle", "role");
    thing.named("affiliation", &["organisations"]);
    thing.prose("description", &["summary", "biography"]);
}

fn project(thing: &mut Thing<'_>) {
    thing.day("foundingDate", "starts_on");
    thing.day("dissolutionDate", "ends_on");
    thing.named("parentOrganization", &["lead"]);
    thing.named("member", &["partners"]);
    thing.named("funder", &["funders"]);
}

fn resource(thing: &mut Thing<'_>) {
    thing.text("learningResourceType", "kind");
    if thing.members.text("published_on").is_some() {
        thing.day("datePublished", "published_on");
    }
    thing.text("version", "edition");
    thing.prose("abstract", &["abstract"]);
    thing.named("author", &["authors"]);
    thing.named("publisher", &["publishers"]);
    thing.named("isPartOf", &["part_of"]);
    thing.put_all("audience", audience(thing.members));
    let properties = [("contentUrl", "url"), ("encodingFormat", "media_type"), ("inLanguage", "lang")];
    let files = thing.members.list("formats").filter_map(|format| object("MediaObject", format, &properties));
    let files = files.collect();
    thing.put_all("encoding", files);
}

fn right(thing: &mut Thing<'_>) {
    thing.text("legislationIdentifier", "label");
    thing.prose("text", &["explanation"]);
    thing.named("isPartOf", &["instrument"]);
}

fn testimony(thing: &mut Thing<'_>) {
    thing.prose("text", &["body"]);
    thing.day("dateCreated", "said_on");
    thing.named("creator", &["speaker"]);
    thing.named("citation", &["cites"]);
}

fn topic(thing: &mut Thing<'_>) {
    let names: Vec<Value> = thing.members.words("aliases").map(Value::from).collect();
    thing.put_all("alternateName", names);
    thing.prose("description", &["summary", "description"]);
}

#[cfg(test)]
mod tests {
    use super::KINDS;
    use crate::model::COLLECTIONS;

    #[test]
    fn every_collection_is_something_in_schema_org() {
        let mut kinds: Vec<&str> = KINDS.iter().map(|kind| kind.collection).collect();
        let mut collections: Vec<&str> = COLLECTIONS.iter().map(|collection| collection.name).collect();
        kinds.sort_unstable();
        collections.sort_unstable();
        assert_eq!(kinds, collections);
    }
}
