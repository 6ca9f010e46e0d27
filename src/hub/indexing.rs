//! From stored entries to what they are found by: the plain text of each in every language that it has.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::naming::Naming;
use crate::catalogue::Snapshot;
use crate::database::Connection;
use crate::model::{COLLECTIONS, Collection, FilterKind, TextKind};
use crate::present::to_text;
use crate::search::{EntryText, Followed, Names, Part, TextField, Vocabulary};
use crate::store::{self, Change, ChangeOp, StoreError, Stored, TranslationRow};

/// Ids asked for in one statement.
const IDS: usize = 500;

/// The field of other names.
const ALIASES: &str = "aliases";

/// The fields that are as good as a title.
const NAMES: &[&str] = &[ALIASES, "label"];

/// What these changes mean for search. Without a catalogue, what entries name is looked up in the tables.
pub(super) fn followed(
    connection: &mut Connection,
    snapshot: Option<&Snapshot>,
    changes: &[Change],
    vocabulary: &mut Vocabulary,
) -> Result<Followed, StoreError> {
    let mut followed = Followed::default();
    followed.entries.extend(changes.iter().filter_map(|change| Uuid::parse_str(&change.entry_id).ok()));
    followed.purge = changes.iter().any(|change| change.must_purge);
    let naming = match snapshot {
        Some(snapshot) => Naming::Catalogue(snapshot),
        None => {
            let upserts = changes.iter().filter(|change| change.op == ChangeOp::Upsert);
            let ids: Vec<&str> = upserts.map(|change| change.entry_id.as_str()).collect();
            Naming::read(connection, &ids)?
        }
    };
    for of in COLLECTIONS.iter() {
        let upserts = changes.iter().filter(|change| change.op == ChangeOp::Upsert && change.collection == of.name);
        let ids: Vec<&str> = upserts.map(|change| change.entry_id.as_str()).collect();
        for ids in ids.chunks(IDS) {
            let entries = store::load(connection, of, ids)?;
            let translations = store::translations_of(connection, ids)?;
            for stored in &entries {
                // What somebody consented to may have become less: nothing of it before stays.
                followed.purge |= stored.entry.consented;
                let own = translations.iter().filter(|row| row.entry_id == stored.entry.id);
                let Some(read) = Read::of(&naming, of, stored, own) else { continue };
                followed.names.extend(read.names());
                followed.texts.extend(read.texts().iter().map(|text| text.read(vocabulary)));
            }
        }
    }
    Ok(followed)
}

/// The other names of every entry that has some.
pub(super) fn all_names(connection: &mut Connection) -> Result<Vec<(Uuid, Vec<Names>)>, StoreError> {
    let naming = Naming::Nothing;
    let mut names = Vec::new();
    for of in COLLECTIONS.iter().filter(|of| has_names(of)) {
        let mut entries = Vec::new();
        store::scan(connection, of, |stored| entries.push(stored))?;
        for entries in entries.chunks(IDS) {
            let ids: Vec<&str> = entries.iter().map(|stored| stored.entry.id.as_str()).collect();
            let translations = store::translations_of(connection, &ids)?;
            for stored in entries {
                let own = translations.iter().filter(|row| row.entry_id == stored.entry.id);
                names.extend(Read::of(&naming, of, stored, own).and_then(|read| read.names()));
            }
        }
    }
    Ok(names)
}

/// The text of one entry, for finding others like it.
pub(super) fn texts_of(
    connection: &mut Connection,
    snapshot: &Snapshot,
    of: &'static Collection,
    id: &str,
) -> Result<Vec<EntryText>, StoreError> {
    let entries = store::load(connection, of, &[id])?;
    let naming = Naming::Catalogue(snapshot);
    Ok(entries
        .first()
        .and_then(|stored| Read::of(&naming, of, stored, []))
        .map(|read| read.texts())
        .unwrap_or_default())
}

fn has_names(of: &Collection) -> bool {
    of.texts.iter().any(|text| text.field == ALIASES)
}

/// An entry's members in one language.
struct Version {
    lang: String,
    title: String,
    members: Map<String, Value>,
}

/// An entry with its members in every language.
struct Read<'a> {
    id: Uuid,
    of: &'static Collection,
    stored: &'a Stored,
    naming: &'a Naming<'a>,
    versions: Vec<Version>,
}

impl<'a> Read<'a> {
    fn of<'t>(
        naming: &'a Naming<'a>,
        of: &'static Collection,
        stored: &'a Stored,
        translations: impl IntoIterator<Item = &'t TranslationRow>,
    ) -> Option<Self> {
        let id = Uuid::parse_str(&stored.entry.id).ok()?;
        let entry = &stored.entry;
        let mut members = stored.record.members().ok()?;
        members.insert("summary".to_owned(), Value::from(entry.summary.as_str()));
        let mut versions = vec![Version { lang: entry.lang.as_str().to_owned(), title: entry.title.clone(), members }];
        versions.extend(translations.into_iter().map(|row| Version {
            lang: row.lang.as_str().to_owned(),
            title: row.title.clone(),
            members: row.texts.0.clone(),
        }));
        Some(Self { id, of, stored, naming, versions })
    }

    fn names(&self) -> Option<(Uuid, Vec<Names>)> {
        has_names(self.of)
            .then(|| {
                let names = |version: &Version| {
                    let aliases = version.members.get(ALIASES).map(strings).unwrap_or_default();
                    let names: Vec<String> = std::iter::once(version.title.clone()).chain(aliases).collect();
                    (names.len() > 1).then(|| Names { lang: version.lang.clone(), names })
                };
                (self.id, self.versions.iter().filter_map(names).collect())
            })
            .filter(|(_, names): &(Uuid, Vec<Names>)| !names.is_empty())
    }

    fn texts(&self) -> Vec<EntryText> {
        let text = |version: &Version| EntryText {
            id: self.id,
            seq: self.stored.entry.seq,
            lang: version.lang.clone(),
            parts: self.parts(version),
        };
        self.versions.iter().map(text).collect()
    }

    fn parts(&self, version: &Version) -> Vec<Part> {
        let mut parts: Vec<Part> = vec![(TextField::Title, version.title.clone())];
        for (name, value) in &version.members {
            let text = self.of.texts.iter().find(|text| text.field == name);
            match text.map(|text| text.kind) {
                _ if name == "summary" => parts.push((TextField::Summary, strings(value).join(" "))),
                Some(TextKind::Plain) => {
                    let field = if NAMES.contains(&name.as_str()) { TextField::Names } else { TextField::Body };
                    parts.extend(strings(value).into_iter().map(|text| (field, text)));
                }
                Some(TextKind::Prose) => {
                    parts.extend(value.as_str().map(|prose| (TextField::Body, to_text(prose))));
                }
                Some(TextKind::Parts(prose)) => {
                    parts.extend(elements(value, prose).map(|text| (TextField::Body, text)))
                }
                None => parts.extend(self.plain(name, value).map(|text| (TextField::Body, text))),
            }
        }
        let identifiers = self.stored.entry.identifiers.0.iter().map(|identifier| identifier.value.clone());
        let named = self.naming.titles(self.id, &version.lang).into_iter().map(str::to_owned);
        let mut related: Vec<String> = identifiers.chain(named).collect();
        related.sort();
        related.dedup();
        parts.extend(related.into_iter().map(|title| (TextField::Related, title)));
        parts.retain(|(_, text)| !text.trim().is_empty());
        parts
    }

    /// A member that is no translated text, if people would look for it: a place, a name, a role; no date, code or address.
    fn plain(&self, name: &str, value: &Value) -> Option<String> {
        let listed = self.of.filters.iter().any(|filter| filter.name == name && filter.kind != FilterKind::Keyword);
        let text = value.as_str().filter(|text| !listed && text.contains(char::is_alphabetic))?;
        (!text.contains("://") && !text.contains('@')).then(|| text.to_owned())
    }
}

/// A string, or those of a list.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// The text of each element of a list of objects.
fn elements<'v>(value: &'v Value, prose: &'static [&'static str]) -> impl Iterator<Item = String> + use<'v> {
    let elements = value.as_array().into_iter().flatten().filter_map(Value::as_object);
    elements.map(move |element| {
        let texts = element.iter().filter_map(|(name, value)| {
            let text = value.as_str().filter(|text| !text.contains("://"))?;
            Some(if prose.contains(&name.as_str()) { to_text(text) } else { text.to_owned() })
        });
        texts.collect::<Vec<String>>().join(" ")
    })
}

/// The parts of a document that are shown with what was found in them, as plain text: title, summary, then prose.
pub(super) fn shown(of: &Collection, member: impl Fn(&str) -> Option<Value>) -> Vec<(&'static str, TextField, String)> {
    let mut shown: Vec<(&'static str, TextField, String)> = Vec::new();
    for (name, field) in [("title", TextField::Title), ("summary", TextField::Summary)] {
        shown.extend(member(name).and_then(|value| Some((name, field, value.as_str()?.to_owned()))));
    }
    for text in of.texts {
        let Some(value) = member(text.field) else { continue };
        match text.kind {
            TextKind::Plain => {
                let field = if NAMES.contains(&text.field) { TextField::Names } else { TextField::Body };
                shown.extend(strings(&value).into_iter().map(|line| (text.field, field, line)));
            }
            TextKind::Prose => shown.extend(value.as_str().map(|prose| (text.field, TextField::Body, to_text(prose)))),
            TextKind::Parts(prose) => {
                shown.extend(elements(&value, prose).map(|part| (text.field, TextField::Body, part)));
            }
        }
    }
    shown
}
