//! The queries of those who follow the hub: which part of it (`type`, `lang` and the filters that lists have), from where
//! in the change sequence, and how.

use std::sync::LazyLock;

use super::cursor::fingerprint;
use super::fault::ParameterFault;
use super::filters::{self, FilterClause, FilterTest, FilterValue, Filterable, boolean, split};
use super::pairs::Pairs;
use super::parameter::{Parameter, ParameterKind as Kind, parameter};
use super::parameters::{filters_of, parameters_of};
use super::patterns::TAG;
use super::surface::Surface;
use super::values::number;
use crate::catalogue::fields_of;
use crate::model::values::Tag;
use crate::model::{COLLECTIONS, Collection, collection};

/// The most rows of the log in one answer.
pub const MAX_CHANGES: u64 = 1000;

/// The longest wait for a change, in seconds.
pub const MAX_WAIT: u64 = 60;

/// A part of the hub: collections, each with the filters that its entries meet.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The collections, by index. One that lacks a filter which was asked for is not among them: nothing in it can meet it.
    pub parts: Vec<(usize, Vec<FilterClause>)>,
    /// What the scope was made from, so that equal scopes are known.
    pub fingerprint: u64,
}

/// A query for a part of the hub.
#[derive(Debug, Clone, Default)]
pub struct SyncQuery {
    /// Which part.
    pub scope: Scope,
    /// The place in the sequence that the client has reached.
    pub since: i64,
    /// How many changes.
    pub limit: u64,
    /// Whether changes carry documents.
    pub docs: bool,
    /// How long to wait for a change, in seconds.
    pub wait: u64,
    /// The history that the client follows.
    pub epoch: Option<String>,
    /// The place in the sequence to wait for.
    pub min_seq: Option<i64>,
    /// The query as it was sent.
    pub pairs: Pairs,
}

/// The filters that mean the same in every collection that has them, and that more than one has.
static SHARED: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let mut known: Vec<(Parameter, usize, bool)> = Vec::new();
    for own in COLLECTIONS.iter().flat_map(filters_of) {
        match known.iter_mut().find(|(shared, ..)| shared.name == own.name) {
            Some((shared, count, same)) => {
                *count += 1;
                *same &= shared.allowed == own.allowed && shared.pattern == own.pattern;
            }
            None => known.push((own.clone(), 1, true)),
        }
    }
    known.into_iter().filter(|(_, count, same)| *count > 1 && *same).map(|(shared, ..)| shared).collect()
});

/// The parameters of a path of sync, but for the filters that a single `type` adds.
pub(super) fn parameters(surface: Surface) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    if surface == Surface::Changes {
        parameters.extend([
            parameter(
                "since",
                Kind::Since,
                "The place in the sequence that the client has reached; 0 when absent: everything.",
            ),
            Parameter {
                most: MAX_CHANGES,
                default: 100,
                ..parameter("limit", Kind::Limit, "How many changes, 0 to 1000; 100 when absent.")
            },
            Parameter {
                allowed: vec!["true", "false"],
                ..parameter("docs", Kind::Docs, "`true`: every upsert carries the entry's sync document.")
            },
            Parameter {
                most: MAX_WAIT,
                ..parameter("wait", Kind::Wait, "Seconds to wait, at most 60, when there is no change yet.")
            },
        ]);
    }
    parameters.extend([
        parameter(
            "epoch",
            Kind::Epoch,
            "The history that the client follows. When the hub has another one by now: 410 `epoch-changed`.",
        ),
        Parameter {
            allowed: COLLECTIONS.iter().map(|collection| collection.name).collect(),
            ..parameter(
                "type",
                Kind::Types,
                "Only these collections. With it, filters that all of them have are taken, too.",
            )
        },
        Parameter {
            pattern: Some(TAG),
            longest: 35,
            ..parameter("lang", Kind::Langs, "Only entries that exist in one of these languages.")
        },
        parameter(
            "min_seq",
            Kind::MinSeq,
            "Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`.",
        ),
    ]);
    parameters.extend(SHARED.iter().cloned());
    parameters
}

impl SyncQuery {
    /// Reads a query string for a path of sync.
    ///
    /// # Errors
    /// Every fault in it.
    pub fn read(surface: Surface, query: &str) -> Result<Self, Vec<ParameterFault>> {
        let (pairs, mut faults) = Pairs::decode(query);
        let mut read = Self { limit: 100, ..Self::default() };
        let known = parameters_of(surface);
        let types = pairs.get("type").map_or(Ok(Vec::new()), types);
        let types = types.unwrap_or_else(|fault| {
            faults.push(fault);
            Vec::new()
        });
        let mut langs = None;
        let mut filters: Vec<(&str, &str)> = Vec::new();
        for (name, value) in pairs.iter() {
            let own = known.iter().find(|parameter| parameter.name == name);
            let longest = own.map_or(120, |parameter| parameter.longest);
            if value.split(',').any(|value| value.len() > longest) {
                faults.push(ParameterFault::new(name, "too-long", format!("A value has at most {longest} bytes.")));
                continue;
            }
            let result = match own.map(|parameter| parameter.kind) {
                Some(Kind::Since) => number(name, value, 0, i64::MAX as u64).map(|since| read.since = since as i64),
                Some(Kind::Limit) => number(name, value, 0, MAX_CHANGES).map(|limit| read.limit = limit),
                Some(Kind::Docs) => boolean(name, value).map(|docs| read.docs = docs),
                Some(Kind::Wait) => number(name, value, 0, MAX_WAIT).map(|wait| read.wait = wait),
                Some(Kind::MinSeq) => {
                    number(name, value, 0, i64::MAX as u64).map(|seq| read.min_seq = Some(seq as i64))
                }
                Some(Kind::Epoch) => epoch(value).map(|epoch| read.epoch = Some(epoch)),
                Some(Kind::Types) => Ok(()),
                Some(Kind::Langs) => languages(value).map(|tags| langs = Some(tags)),
                _ if own.is_some() || all_have(&types, name) => {
                    filters.push((name, value));
                    Ok(())
                }
                _ => {
                    let mut fault = ParameterFault::unknown(
                        name,
                        "unknown-parameter",
                        name,
                        known.iter().map(|parameter| parameter.name.as_str()),
                    );
                    fault.allowed.clear();
                    Err(fault)
                }
            };
            faults.extend(result.err());
        }
        for collection in COLLECTIONS.iter().filter(|own| types.is_empty() || types.contains(&own.index)) {
            match part(collection, &filters, langs.as_deref()) {
                Ok(part) => read.scope.parts.extend(part.map(|part| (collection.index, part))),
                Err(fault) if faults.iter().any(|known| known.parameter == fault.parameter) => {}
                Err(fault) => faults.push(fault),
            }
        }
        read.scope.fingerprint = fingerprint(&format!("{:?}", read.scope.parts));
        read.pairs = pairs;
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    /// The query string of the scope alone, for another path of sync.
    pub fn scope_query(&self) -> String {
        self.pairs.rebuilt(&["since", "limit", "docs", "wait", "epoch", "min_seq"], &[])
    }
}

fn types(value: &str) -> Result<Vec<usize>, ParameterFault> {
    split("type", value)?
        .into_iter()
        .map(|name| {
            collection(name).map(|collection| collection.index).ok_or_else(|| {
                let names = COLLECTIONS.iter().map(|collection| collection.name);
                ParameterFault::unknown("type", "unknown-value", name, names)
            })
        })
        .collect()
}

fn epoch(value: &str) -> Result<String, ParameterFault> {
    let fault =
        |_| ParameterFault::new("epoch", "invalid-value", "An epoch is a UUID, as the hub names it in `Hub-Epoch`.");
    uuid::Uuid::parse_str(value).map(|epoch| epoch.to_string()).map_err(fault)
}

fn languages(value: &str) -> Result<Vec<FilterValue>, ParameterFault> {
    let fault = |_| ParameterFault::new("lang", "invalid-value", "A language is a BCP 47 tag, such as fr.");
    let tag = |value: &str| value.parse::<Tag>().map(|tag| FilterValue::Word(tag.as_str().to_owned())).map_err(fault);
    split("lang", value)?.into_iter().map(tag).collect()
}

fn all_have(types: &[usize], name: &str) -> bool {
    let has = |index: &usize| {
        let own = COLLECTIONS.get(*index).map(filters_of).unwrap_or_default();
        own.iter().any(|parameter| parameter.name == name)
    };
    !types.is_empty() && types.iter().all(has)
}

/// The filters as they are asked of a collection; `None` when it lacks one of them.
fn part(
    collection: &'static Collection,
    filters: &[(&str, &str)],
    langs: Option<&[FilterValue]>,
) -> Result<Option<Vec<FilterClause>>, ParameterFault> {
    let own = filters_of(collection);
    let mut clauses = Vec::with_capacity(filters.len());
    for (name, value) in filters {
        let found = own.iter().find(|parameter| parameter.name == *name);
        let clause = found.and_then(|parameter| filters::read(&Filterable::of(collection), parameter, value));
        clauses.extend(clause.transpose()?);
    }
    // What is wrong with a filter is told even where another keeps the whole collection out.
    if clauses.len() < filters.len() {
        return Ok(None);
    }
    let place = fields_of(collection).iter().position(|field| field.parameter == "lang");
    if let (Some(langs), Some(place)) = (langs, place) {
        let test = FilterTest::Values(Kind::Any(place), langs.to_vec());
        clauses.push(FilterClause { parameter: "lang".to_owned(), test });
    }
    Ok(Some(clauses))
}
