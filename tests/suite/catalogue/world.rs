//! A world: random entries of the collections under test, as the documents that an editor would write, and random edits
//! of them.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::choices::Choices;
use super::kinds::{KINDS, Kind};

/// Years are few, so that many dates fall together.
const YEARS: usize = 6;
/// Enough words that counting takes the way of large dictionaries.
const AUDIENCES: usize = 90;
const COUNTRIES: &[&str] = &["GB", "FR", "LT", "KE", "CH"];
const LANGUAGES: &[&str] = &["en", "fr", "cy", "fr-CA"];
const INSTANTS: &[&str] = &["2019-06-25T09:30:00.000Z", "2019-12-31T23:59:59.999Z", "2020-01-01T00:00:00Z"];

/// Words of titles, some of which differ only in case or diacritics.
pub const TITLE_WORDS: &[&str] = &["care", "Care", "Élan", "elan", "zebra", "Über", "uber", "dignity", "Ähnlich", "a"];

/// The documents of a hub.
#[derive(Clone)]
pub struct World {
    /// The documents, in the order of the file.
    pub documents: Vec<Value>,
    /// Slugs that led to an entry before: collection, slug, id.
    pub old_slugs: Vec<(&'static str, String, String)>,
    counter: usize,
}

impl World {
    /// A world of 60 to 200 entries.
    pub fn new(choices: &mut Choices<'_>) -> Self {
        let mut world = Self { documents: Vec::new(), old_slugs: Vec::new(), counter: 0 };
        let size = 60 + choices.below(141);
        // Topics, organisations and instruments first, so that what needs one of them finds one.
        for index in 0..size {
            let kind = KINDS.iter().take(3).nth(index).unwrap_or_else(|| choices.pick(KINDS));
            world.add(kind, choices);
        }
        for place in 0..world.documents.len() {
            world.relate(place, choices);
        }
        world
    }

    /// Changes some entries and adds some; answers the documents to import.
    pub fn edit(&mut self, choices: &mut Choices<'_>) -> Vec<Value> {
        let mut changed: Vec<usize> = Vec::new();
        for _ in 0..choices.below(4) {
            let kind = &KINDS[choices.below(KINDS.len())];
            changed.push(self.documents.len());
            self.add(kind, choices);
            self.relate(self.documents.len() - 1, choices);
        }
        for _ in 0..1 + choices.below(8) {
            let place = choices.below(self.documents.len());
            match choices.below(4) {
                0 => self.rename(place, choices),
                1 => self.relate(place, choices),
                _ => {
                    let kind = kind_of(&self.documents[place]);
                    let fresh = own_members(kind, choices);
                    let document = members(&mut self.documents[place]);
                    document.retain(|name, _| {
                        ["type", "id", "slug", "title"].contains(&name.as_str())
                            || kind.relations.iter().any(|relation| relation.0 == name)
                    });
                    document.extend(fresh);
                }
            }
            if !changed.contains(&place) {
                changed.push(place);
            }
        }
        changed.into_iter().map(|place| self.documents[place].clone()).collect()
    }

    /// Slugs and ids of a collection's entries; old slugs too.
    pub fn keys(&self, collection: &str) -> Vec<String> {
        let of = self.documents.iter().filter(|document| document["type"] == collection);
        let old = self.old_slugs.iter().filter(|old| old.0 == collection).map(|old| old.1.clone());
        of.flat_map(|document| [text(document, "slug"), text(document, "id")]).chain(old).collect()
    }

    /// Every word that may stand in a field of words.
    pub fn words(field: &str) -> Vec<String> {
        match field {
            "country" => COUNTRIES.iter().map(|word| (*word).to_owned()).collect(),
            "lang" => LANGUAGES.iter().map(|word| (*word).to_owned()).collect(),
            _ => (0..AUDIENCES).map(|number| format!("audience-{number}")).collect(),
        }
    }

    /// Where every slug and id leads.
    pub fn index(&self) -> HashMap<(String, String), String> {
        let mut index = HashMap::new();
        for (collection, slug, id) in &self.old_slugs {
            index.insert(((*collection).to_owned(), slug.clone()), id.clone());
        }
        for document in &self.documents {
            let (collection, id) = (text(document, "type"), text(document, "id"));
            index.insert((collection.clone(), text(document, "slug")), id.clone());
            index.insert((collection, id.clone()), id);
        }
        index
    }

    fn add(&mut self, kind: &'static Kind, choices: &mut Choices<'_>) {
        self.counter += 1;
        let title = title(choices);
        let mut document = json!({
            "type": kind.name,
            "id": id(choices),
            "slug": format!("{}-{}", kind.singular.replace('_', "-"), self.counter),
            "title": title,
        });
        members(&mut document).extend(own_members(kind, choices));
        self.documents.push(document);
    }

    fn rename(&mut self, place: usize, choices: &mut Choices<'_>) {
        self.counter += 1;
        let new = title(choices);
        let document = &mut self.documents[place];
        if choices.chance(50) {
            let old = (kind_of(document).name, text(document, "slug"), text(document, "id"));
            document["slug"] = json!(format!("renamed-{}", self.counter));
            self.old_slugs.push(old);
        }
        document["title"] = json!(new);
    }

    /// Gives an entry other relations: circles and references forward among them.
    fn relate(&mut self, place: usize, choices: &mut Choices<'_>) {
        let kind = kind_of(&self.documents[place]);
        let itself = text(&self.documents[place], "id");
        for (member, _, target) in kind.relations {
            let targets: Vec<&Value> = self
                .documents
                .iter()
                .filter(|other| other["type"] == *target && other["id"] != itself.as_str())
                .collect();
            let needed = matches!(
                (kind.name, *member),
                ("rights", "instrument") | ("case-studies", "rights") | ("case-studies", "organisations")
            );
            // Few popular targets and many rare ones.
            let near = &targets[..targets.len().min(if choices.chance(60) { 6 } else { targets.len() })];
            let one = matches!(*member, "parent" | "instrument" | "lead" | "predecessor" | "project" | "part_of")
                || matches!(*member, "supersedes" | "course");
            let mut chosen: Vec<&Value> = choices.some(near, if one { 1 } else { 4 });
            if chosen.is_empty() && needed {
                chosen.extend(near.first());
            }
            let references: Vec<Value> = chosen
                .into_iter()
                .map(|target| {
                    let key = if choices.chance(50) { "id" } else { "slug" };
                    let mut reference = json!({ key: target[key] });
                    if (kind.name, *member) == ("case-studies", "rights") && choices.chance(50) {
                        reference["note"] = json!("How it matters.");
                    }
                    reference
                })
                .collect();
            let document = members(&mut self.documents[place]);
            match (one, references.first()) {
                (_, None) => drop(document.shift_remove(*member)),
                (true, Some(first)) => drop(document.insert((*member).to_owned(), first.clone())),
                (false, Some(_)) => drop(document.insert((*member).to_owned(), json!(references))),
            }
        }
    }
}

/// The text of a member.
pub fn text(document: &Value, member: &str) -> String {
    document[member].as_str().unwrap_or_default().to_owned()
}

/// The collection of a document.
pub fn kind_of(document: &Value) -> &'static Kind {
    Kind::of(document["type"].as_str().unwrap_or_default())
}

fn members(document: &mut Value) -> &mut Map<String, Value> {
    document.as_object_mut().expect("a document is an object")
}

fn id(choices: &mut Choices<'_>) -> String {
    let mut bytes = [0u8; 16];
    bytes.iter_mut().for_each(|byte| *byte = choices.below(256) as u8);
    uuid::Builder::from_bytes(bytes).with_version(uuid::Version::SortRand).into_uuid().to_string()
}

fn title(choices: &mut Choices<'_>) -> String {
    let words: Vec<&str> = (0..1 + choices.below(2)).map(|_| *choices.pick(TITLE_WORDS)).collect();
    words.join(" ")
}

fn date(choices: &mut Choices<'_>) -> String {
    let (year, month) = (2015 + choices.below(YEARS), 1 + choices.below(12));
    match choices.below(3) {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{:02}", 1 + choices.below(28)),
    }
}

fn instant(choices: &mut Choices<'_>) -> String {
    match choices.below(3) {
        0 => (*choices.pick(INSTANTS)).to_owned(),
        _ => format!("{}-{:02}-01T08:00:00.000Z", 2015 + choices.below(YEARS), 1 + choices.below(12)),
    }
}

/// The envelope and the own members of an entry, relations apart.
fn own_members(kind: &Kind, choices: &mut Choices<'_>) -> Map<String, Value> {
    let mut own = Map::new();
    let mut put = |name: &str, value: Value| drop(own.insert(name.to_owned(), value));
    put("lang", json!(choices.pick(LANGUAGES)));
    put("published_at", json!(instant(choices)));
    if choices.chance(40) {
        put("review_by", json!(date(choices)));
    }
    if choices.chance(30) {
        put("featured", json!(true));
    }
    if choices.chance(40) {
        put("featured_position", json!(1 + choices.below(4)));
    }
    for (name, values) in kind.closed {
        if *name == "freda" {
            put(name, json!(choices.some(values, 4)));
        } else {
            put(name, json!(choices.pick(values)));
        }
    }
    if !kind.flags.is_empty() {
        put("all_day", json!(choices.chance(50)));
        if choices.chance(30) {
            put("recurrence", json!("FREQ=YEARLY"));
        }
    }
    for name in kind.words {
        let words = World::words(name);
        if *name == "audience" {
            put(name, json!(choices.some(&words, 6)));
        } else if choices.chance(70) {
            put(name, json!(choices.pick(&words)));
        }
    }
    match kind.name {
        "organisations" => {
            if choices.chance(60) {
                put("active_from", json!(date(choices)));
            }
            if choices.chance(40) {
                put("active_to", json!(format!("{}", 2021 + choices.below(YEARS))));
            }
        }
        "rights" => {
            put("label", json!("Article"));
            put("explanation", json!("Explained."));
        }
        "case-studies" => put("situation", json!("A situation.")),
        "news" => put("body", json!("The news.")),
        "events" => {
            put("time_zone", json!("Europe/London"));
            put("starts_at", json!(instant(choices)));
            if choices.chance(60) {
                put("ends_at", json!(format!("{}-01-01T00:00:00Z", 2021 + choices.below(YEARS))));
            }
        }
        _ => {}
    }
    for (name, _, _) in kind.dates.iter().filter(|date| date.0.ends_with("_on")) {
        if choices.chance(70) {
            let day = if *name == "ends_on" { format!("{}", 2021 + choices.below(YEARS)) } else { date(choices) };
            put(name, json!(day));
        }
    }
    if matches!(own.get("kind").and_then(Value::as_str), Some("qualified" | "limited")) && kind.name == "rights" {
        own.insert("restriction_test".to_owned(), json!("Lawful and proportionate."));
    }
    let source = own["lang"].clone();
    let others: Vec<Value> = choices
        .some(LANGUAGES, 2)
        .into_iter()
        .filter(|lang| source != *lang)
        .map(|lang| json!({ "lang": lang, "title": format!("{} ({lang})", title(choices)) }))
        .collect();
    if !others.is_empty() {
        own.insert("translations".to_owned(), json!(others));
    }
    own
}
