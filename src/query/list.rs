//! A query read whole: the plan of a list, of an entry, or of a smaller path.

use serde_json::{Map, Value, json};

use super::appearance::{Appearance, Colour, Theme};
use super::cursor::{Cursor, CursorFault, CursorSide, fingerprint};
use super::fault::ParameterFault;
use super::filters::{self, FilterClause, Filterable, split};
use super::format::Family;
use super::include::{self, IncludePath};
use super::language::LanguagePriority;
use super::pairs::Pairs;
use super::parameter::{Parameter, ParameterKind as Kind};
use super::parameters::parameters_of;
use super::shape::{self, Shape, View};
use super::sorting::{BY_RELEVANCE, default_sorts, sorts};
use super::surface::Surface;
use super::values::{choice, fits, number, places};
use crate::catalogue::{Boundary, Sort, SortField, SortKey, shared_sorts, sorts_of};
use crate::model::{COLLECTIONS, Channel, Collection};

/// The most entries on a page.
pub const MAX_LIMIT: u64 = 100;

/// The highest page number.
pub const MAX_PAGE: u64 = 10_000_000;

/// Where a page begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// With the page of this number, from 1.
    Page(u64),
    /// At a cursor.
    Cursor(Cursor),
}

/// Words that are sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextQuery {
    /// As they were typed.
    pub text: String,
    /// Whether every word must be there.
    pub all: bool,
    /// Whether nearly equal words are taken too.
    pub typos: bool,
}

/// A query, read and checked.
#[derive(Debug, Clone)]
pub struct ListQuery {
    /// The path that was asked, without the query.
    pub path: String,
    /// Where the answer is shown: what consent keeps from there is not found and not named.
    pub channel: Channel,
    /// What is sought.
    pub text: Option<TextQuery>,
    /// Whether it is shown where the words stand.
    pub highlight: bool,
    /// Only these collections, by their index; all when there are none.
    pub types: Vec<usize>,
    /// The filters, in the order in which they were sent.
    pub filters: Vec<FilterClause>,
    /// The order.
    pub sorts: Vec<Sort>,
    /// Where the page begins.
    pub start: Start,
    /// Whether the page was asked for by number.
    pub by_number: bool,
    /// How many entries.
    pub limit: u64,
    /// What to count, by the place of the field; the place behind the last one stands for `type`.
    pub facets: Vec<usize>,
    /// How many values of each.
    pub facet_limit: usize,
    /// The shape of objects.
    pub shape: Shape,
    /// What to send along.
    pub include: Vec<IncludePath>,
    /// How much of it, per relation of each entry.
    pub include_limit: usize,
    /// Languages by preference.
    pub languages: LanguagePriority,
    /// The place in the sequence to wait for.
    pub min_seq: Option<i64>,
    /// An outside name, `scheme:value`.
    pub identifier: Option<String>,
    /// A URL to look up.
    pub url: Option<String>,
    /// An entry, as `collection/slug`.
    pub entry: Option<String>,
    /// How an embed looks.
    pub appearance: Appearance,
    /// How wide and how high it may be at most, in CSS pixels.
    pub room: (Option<u64>, Option<u64>),
    /// Whether XML is asked for, where there is no JSON only.
    pub xml: bool,
    /// What a cursor of this query is tied to.
    pub fingerprint: u64,
    /// The query as it was understood, for `meta.query`.
    pub understood: Map<String, Value>,
    /// The query as it was sent.
    pub pairs: Pairs,
}

impl ListQuery {
    /// Reads a query string for a path. `accept_language` serves when the query names no language.
    ///
    /// # Errors
    /// Every fault in it.
    pub fn read(surface: Surface, query: &str, accept_language: Option<&str>) -> Result<Self, Vec<ParameterFault>> {
        let (pairs, mut faults) = Pairs::decode(query);
        let parameters = parameters_of(surface);
        let collection = surface.collection();
        let mut read = Self::defaults(surface, collection, accept_language);
        let scope = Scope::of(surface, collection);
        let (mut all, mut typos) = (false, true);
        for (name, value) in pairs.iter() {
            let known = parameters.iter().find(|parameter| parameter.name == name);
            let result = match known {
                Some(parameter) => fits(parameter, value).and_then(|()| match parameter.kind {
                    Kind::TextMode => choice(parameter, value).map(|place| all = place == 1),
                    Kind::Typo => choice(parameter, value).map(|place| typos = place == 0),
                    _ => read.take(scope.as_ref(), collection, parameter, value),
                }),
                None => {
                    let names = parameters.iter().map(|parameter| parameter.name.as_str());
                    let mut fault = ParameterFault::unknown(name, "unknown-parameter", name, names);
                    // A list has more than a hundred parameters: the nearest helps, all of them do not.
                    if parameters.len() > 20 {
                        fault.allowed.clear();
                    }
                    Err(fault)
                }
            };
            faults.extend(result.err());
        }
        let mut together = surface.faults_together(&pairs);
        // What was sent and is wrong is not missing as well.
        together.retain(|fault| faults.iter().all(|known| known.parameter != fault.parameter));
        faults.append(&mut together);
        faults.extend(read.appearance.fault());
        if let Some(text) = &mut read.text {
            (text.all, text.typos) = (all, typos);
            if pairs.get("sort").is_none() && surface != Surface::Suggest {
                read.sorts = vec![BY_RELEVANCE];
            }
        }
        let asked = format!("{surface:?} {:?} {:?} {:?} {:?}", read.filters, read.sorts, read.text, read.types);
        read.fingerprint = fingerprint(&asked);
        if let (true, Some(cursor)) = (faults.is_empty(), pairs.get("cursor")) {
            let keys: Vec<_> = read.sorts.iter().map(|sort| sort.key).collect();
            match Cursor::open(cursor, read.fingerprint, &keys) {
                Ok(cursor) => read.start = Start::Cursor(cursor),
                Err(CursorFault::Malformed) => faults.push(ParameterFault::new(
                    "cursor",
                    "malformed-cursor",
                    "This is no cursor of the hub; take `next_cursor` as it is.",
                )),
                Err(CursorFault::Mismatch) => faults.push(ParameterFault::new(
                    "cursor",
                    "cursor-mismatch",
                    "The cursor belongs to another query: filters and order stay the same from page to page.",
                )),
            }
        }
        read.pairs = pairs;
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    /// Reads what can be understood, for people: whoever follows a link with a stranger's parameter, or leaves a field of a
    /// form empty, wants the page. A parameter with a fault is left out, and its fault told.
    pub fn read_what_fits(surface: Surface, query: &str, accept_language: Option<&str>) -> (Self, Vec<ParameterFault>) {
        let faults = match Self::read(surface, query, accept_language) {
            Ok(read) => return (read, Vec::new()),
            Err(faults) => faults,
        };
        let wrong: Vec<&str> = faults.iter().map(|fault| fault.parameter.as_str()).collect();
        let rest = Pairs::decode(query).0.rebuilt(&wrong, &[]);
        let read = Self::read(surface, &rest, accept_language);
        (read.unwrap_or_else(|_| Self::defaults(surface, surface.collection(), accept_language)), faults)
    }

    fn defaults(surface: Surface, collection: Option<&Collection>, accept_language: Option<&str>) -> Self {
        Self {
            path: surface.path(),
            channel: surface.channel(),
            text: None,
            highlight: false,
            types: Vec::new(),
            filters: Vec::new(),
            sorts: match (collection, surface.family().and_then(Family::sort)) {
                (Some(collection), Some(sort)) => sorts(&sorts_of(collection), sort).unwrap_or_default(),
                (Some(collection), None) => default_sorts(collection),
                (None, _) => Vec::new(),
            },
            start: Start::Page(1),
            by_number: false,
            limit: surface.limit(),
            facets: Vec::new(),
            facet_limit: 20,
            shape: Shape { view: surface.view(), fields: None, html: surface.family() == Some(Family::Feed) },
            include: Vec::new(),
            include_limit: 20,
            languages: accept_language.map(LanguagePriority::from_accept_language).unwrap_or_default(),
            min_seq: None,
            identifier: None,
            url: None,
            entry: None,
            appearance: Appearance::default(),
            room: (None, None),
            xml: false,
            fingerprint: 0,
            understood: Map::new(),
            pairs: Pairs::default(),
        }
    }

    fn take(
        &mut self,
        scope: Option<&Scope>,
        collection: Option<&Collection>,
        parameter: &Parameter,
        value: &str,
    ) -> Result<(), ParameterFault> {
        let name = parameter.name.as_str();
        if let Some(scope) = scope {
            if let Some(clause) = filters::read(&scope.filterable, parameter, value) {
                self.filters.push(clause?);
                let values: Vec<&str> = value.split(',').map(str::trim).collect();
                self.understood.insert(name.to_owned(), json!(values));
                return Ok(());
            }
            match parameter.kind {
                Kind::Sort => {
                    self.sorts = sorts(&scope.sorts, value)?;
                    self.understood.insert(name.to_owned(), json!(split(name, value)?));
                }
                Kind::Facet => self.facets = places(parameter, value)?,
                Kind::Fields => self.shape.fields = Some(shape::read_fields(&parameter.allowed, value)?),
                _ => {}
            }
        }
        if parameter.kind == Kind::Include {
            let of: Vec<&Collection> = collection.map_or_else(|| COLLECTIONS.iter().collect(), |of| vec![of]);
            self.include = include::read(&of, value)?;
        }
        match parameter.kind {
            Kind::Limit => self.limit = number(name, value, 0, parameter.most)?,
            Kind::Page => {
                self.start = Start::Page(number(name, value, 1, parameter.most)?);
                self.by_number = true;
            }
            Kind::FacetLimit => self.facet_limit = number(name, value, 1, 100)? as usize,
            Kind::IncludeLimit => self.include_limit = number(name, value, 1, 100)? as usize,
            Kind::MinSeq => self.min_seq = Some(number(name, value, 0, i64::MAX as u64)? as i64),
            Kind::View => self.shape.view = if choice(parameter, value)? == 0 { View::Card } else { View::Full },
            Kind::Form => drop(choice(parameter, value)?),
            Kind::FormatText => self.shape.html = choice(parameter, value)? == 1,
            Kind::Lang => {
                self.languages = LanguagePriority::from_parameter(value)
                    .map_err(|reason| ParameterFault::new(name, "invalid-value", reason))?;
            }
            Kind::Text => {
                self.text = Some(TextQuery { text: value.to_owned(), all: false, typos: true });
                self.understood.insert(name.to_owned(), json!([value]));
            }
            Kind::Highlight => self.highlight = choice(parameter, value)? == 0,
            Kind::Types => {
                self.types = places(parameter, value)?;
                self.understood.insert(name.to_owned(), json!(split(name, value)?));
            }
            Kind::Identifier => {
                if !value.split_once(':').is_some_and(|(scheme, value)| filters::is_slug(scheme) && !value.is_empty()) {
                    return Err(ParameterFault::new(
                        name,
                        "invalid-value",
                        "An identifier is `scheme:value`, such as un-symbol:S/RES/2467(2019).",
                    ));
                }
                self.identifier = Some(value.to_owned());
            }
            Kind::Url => self.url = Some(value.to_owned()),
            Kind::Entry => self.entry = Some(value.to_owned()),
            Kind::Theme => self.appearance.theme = Theme::at(choice(parameter, value)?),
            Kind::Accent => {
                let detail = "A colour has six hexadecimal digits, such as 005eb8.";
                let fault = || ParameterFault::new(name, "invalid-value", detail);
                self.appearance.accent = Some(Colour::read(value).ok_or_else(fault)?);
            }
            Kind::Heading => self.appearance.heading = number(name, value, 2, parameter.most)? as u8,
            Kind::Fragment => self.appearance.fragment = choice(parameter, value)? == 0,
            Kind::MaxWidth => self.room.0 = Some(number(name, value, 1, parameter.most)?),
            Kind::MaxHeight => self.room.1 = Some(number(name, value, 1, parameter.most)?),
            Kind::Format => self.xml = choice(parameter, value)? == 1,
            Kind::Ignored => drop(choice(parameter, value)?),
            _ => {}
        }
        Ok(())
    }

    /// The page to ask the catalogue for.
    pub fn page(&self) -> crate::catalogue::Page {
        use crate::catalogue::Page;
        match &self.start {
            Start::Page(number) => Page::Offset((number - 1) * self.limit),
            Start::Cursor(Cursor { side: CursorSide::After, boundary, .. }) => Page::After(boundary.clone()),
            Start::Cursor(Cursor { side: CursorSide::Before, boundary, .. }) => Page::Before(boundary.clone()),
        }
    }

    /// A cursor of this query.
    pub fn cursor(&self, side: CursorSide, boundary: Boundary, seq: i64, pinned: &[u32]) -> String {
        Cursor { side, boundary, seq, pinned: pinned.to_vec() }.seal(self.fingerprint)
    }

    /// Whether what fits best comes first.
    pub fn by_relevance(&self) -> bool {
        self.sorts.first().is_some_and(|sort| sort.key == SortKey::Relevance)
    }
}

/// What a list can be filtered and ordered by.
struct Scope {
    filterable: Filterable,
    sorts: Vec<SortField>,
}

impl Scope {
    fn of(surface: Surface, collection: Option<&Collection>) -> Option<Self> {
        match (surface, collection) {
            (Surface::Search, _) => Some(Self { filterable: Filterable::shared(), sorts: shared_sorts() }),
            (_, Some(collection)) => Some(Self { filterable: Filterable::of(collection), sorts: sorts_of(collection) }),
            _ => None,
        }
    }
}
