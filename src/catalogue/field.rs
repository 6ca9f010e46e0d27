//! Fields: what can be filtered and counted, each a dictionary of values, a bitmap for every value, and a forward index.
//! Which fields a collection has follows from its model.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use roaring::{MultiOps, RoaringBitmap};

use super::forward::Forward;
use super::groups::Groups;
use super::hierarchy::Hierarchy;
use super::paged::Paged;
use crate::model::{COLLECTIONS, Collection, FilterKind};

/// What the codes of a field stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dictionary {
    /// Positions in a closed list.
    Closed(&'static [&'static str]),
    /// 0 for `false`, 1 for `true`.
    Flag,
    /// Words, in order of appearance.
    Words,
    /// Years, kept as words.
    Years,
    /// Slots of the collection with this index.
    Entries(usize),
}

/// Where the codes of a field come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldSource {
    /// The own filter at this place.
    Own(usize),
    /// The years of the date at this place among the collection's dates ([`super::order::dates_of`]).
    Year(usize),
    /// Whether the entry is featured.
    Featured,
    /// The languages in which it exists.
    Languages,
    /// The links of these relations (by place) to the collection with this index.
    Links {
        /// The relations, by their place in the collection.
        relations: &'static [u8],
        /// The collection of the targets, by its index.
        target: usize,
    },
}

/// The definition of a field.
#[derive(Debug, Clone, Copy)]
pub struct FieldDefinition {
    /// The query parameter.
    pub parameter: &'static str,
    /// What its codes stand for.
    pub dictionary: Dictionary,
    /// Where its codes come from.
    pub source: FieldSource,
    /// Whether a value stands for everything narrower too: the field of a collection with a hierarchy.
    pub rolled_up: bool,
}

/// The fields of every collection, by its index.
static DEFINITIONS: LazyLock<Vec<Vec<FieldDefinition>>> = LazyLock::new(|| COLLECTIONS.iter().map(define).collect());

/// The fields of a collection, from its model: own filters, then the envelope's, then relations.
pub fn fields_of(collection: &Collection) -> &'static [FieldDefinition] {
    DEFINITIONS.get(collection.index).map_or(&[], Vec::as_slice)
}

fn define(collection: &Collection) -> Vec<FieldDefinition> {
    let mut fields: Vec<FieldDefinition> = Vec::new();
    let mut add = |parameter, dictionary, source| {
        fields.push(FieldDefinition { parameter, dictionary, source, rolled_up: rolled_up(parameter, dictionary) });
    };
    for (place, filter) in collection.filters.iter().enumerate() {
        let dictionary = match filter.kind {
            FilterKind::Closed(values) => Dictionary::Closed(values),
            FilterKind::Flag => Dictionary::Flag,
            FilterKind::Country | FilterKind::Keyword => Dictionary::Words,
            FilterKind::Date | FilterKind::Period | FilterKind::Number => continue,
        };
        add(filter.name, dictionary, FieldSource::Own(place));
    }
    add("featured", Dictionary::Flag, FieldSource::Featured);
    add("lang", Dictionary::Words, FieldSource::Languages);
    for (place, date) in super::order::dates_of(collection).iter().enumerate() {
        if date.yearly {
            add(leak(format!("{}_year", date.parameter)), Dictionary::Years, FieldSource::Year(place));
        }
    }
    relations(collection, &mut add);
    fields
}

/// Whether this is the field for any relation to a collection whose entries stand under broader ones.
fn rolled_up(parameter: &str, dictionary: Dictionary) -> bool {
    let Dictionary::Entries(target) = dictionary else { return false };
    COLLECTIONS.get(target).is_some_and(|target| target.hierarchy.is_some() && target.filter == parameter)
}

/// A field for every collection that some relation may point to, and one for every relation with a name of its own.
fn relations(collection: &Collection, add: &mut impl FnMut(&'static str, Dictionary, FieldSource)) {
    for target in COLLECTIONS.iter() {
        let all: Vec<u8> = places(collection, |relation| relation.target.admits(target.name));
        if !all.is_empty() {
            let source = FieldSource::Links { relations: all.leak(), target: target.index };
            add(target.filter, Dictionary::Entries(target.index), source);
        }
    }
    for relation in collection.relations {
        let Some(target) = relation.target.single().and_then(crate::model::collection) else { continue };
        if relation.singular != target.filter {
            let own: Vec<u8> = places(collection, |other| other.singular == relation.singular);
            let source = FieldSource::Links { relations: own.leak(), target: target.index };
            add(relation.singular, Dictionary::Entries(target.index), source);
        }
    }
}

fn places(collection: &Collection, test: impl Fn(&crate::model::Relation) -> bool) -> Vec<u8> {
    (0u8..).zip(collection.relations).filter(|(_, relation)| test(relation)).map(|(place, _)| place).collect()
}

/// The name of a parameter made once, for as long as the process lives.
fn leak(name: String) -> &'static str {
    Box::leak(name.into_boxed_str())
}

/// The words of an open dictionary.
#[derive(Debug, Clone, Default)]
pub struct Words {
    codes: HashMap<Box<str>, u32>,
    words: Vec<Box<str>>,
}

impl Words {
    /// The code of a word, if some entry has or had it.
    pub fn code(&self, word: &str) -> Option<u32> {
        self.codes.get(word).copied()
    }

    /// The word of a code.
    pub fn word(&self, code: u32) -> &str {
        self.words.get(code as usize).map_or("", |word| word)
    }

    fn intern(&mut self, word: &str) -> u32 {
        let code = self.words.len() as u32;
        self.codes.insert(word.into(), code);
        self.words.push(word.into());
        code
    }
}

/// A field of one shelf.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its definition.
    pub definition: FieldDefinition,
    /// The words of an open dictionary; empty for others.
    pub words: Option<Arc<Words>>,
    /// The slots that hold a code, by code.
    postings: Paged<Arc<RoaringBitmap>>,
    /// The slots that hold any.
    present: Arc<RoaringBitmap>,
    forward: Forward,
    groups: Arc<Groups>,
    /// One more than the highest code.
    codes: u32,
}

static NOWHERE: LazyLock<RoaringBitmap> = LazyLock::new(RoaringBitmap::new);

impl Field {
    /// An empty field.
    pub fn new(definition: FieldDefinition) -> Self {
        let words = matches!(definition.dictionary, Dictionary::Words | Dictionary::Years).then(Arc::default);
        Self {
            definition,
            words,
            postings: Paged::default(),
            present: Arc::default(),
            forward: Forward::default(),
            groups: Arc::default(),
            codes: 0,
        }
    }

    /// The slots that hold a code.
    pub fn slots(&self, code: u32) -> &RoaringBitmap {
        self.postings.get(code).map_or(&NOWHERE, Arc::as_ref)
    }

    /// The slots that hold any of these codes: a value with all that is narrower.
    pub fn group(&self, codes: &[u32]) -> Cow<'_, RoaringBitmap> {
        let unite = || codes.iter().map(|code| self.slots(*code)).union();
        match codes {
            [only] => Cow::Borrowed(self.slots(*only)),
            _ => self.groups.get(codes, self.codes, unite),
        }
    }

    /// The slots that hold any code.
    pub fn present(&self) -> &RoaringBitmap {
        &self.present
    }

    /// The codes of a slot.
    pub fn codes_of(&self, slot: u32) -> &[u32] {
        self.forward.get(slot)
    }

    /// Shows every code of these slots, where there is a hierarchy also every broader one, once for each slot.
    pub fn each_code(&self, slots: &RoaringBitmap, hierarchy: Option<&Arc<Hierarchy>>, show: impl FnMut(u32)) {
        match hierarchy {
            Some(hierarchy) => self.forward.each_rolled_up(slots, hierarchy, show),
            None => self.forward.each(slots, show),
        }
    }

    /// One more than the highest code in use.
    pub fn code_count(&self) -> u32 {
        self.codes
    }

    /// The code of a word, made when it is new.
    pub fn intern(&mut self, word: &str) -> Option<u32> {
        let words = self.words.as_mut()?;
        match words.code(word) {
            Some(code) => Some(code),
            None => Some(Arc::make_mut(words).intern(word)),
        }
    }

    /// Replaces the codes of a slot; `codes` are sorted and without repetition.
    pub fn set(&mut self, slot: u32, codes: &[u32]) {
        let before = self.forward.get(slot).to_vec();
        if before == codes {
            return;
        }
        for code in before.iter().filter(|code| !codes.contains(code)) {
            Arc::make_mut(self.postings.slot_mut(*code)).remove(slot);
        }
        for code in codes.iter().filter(|code| !before.contains(code)) {
            Arc::make_mut(self.postings.slot_mut(*code)).insert(slot);
            self.codes = self.codes.max(code + 1);
        }
        if before.is_empty() != codes.is_empty() {
            let present = Arc::make_mut(&mut self.present);
            if codes.is_empty() {
                present.remove(slot)
            } else {
                present.insert(slot)
            };
        }
        self.forward.set(slot, codes);
        self.groups = Arc::default();
    }
}
