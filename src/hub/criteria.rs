//! From a checked query to criteria: slugs, ids and words become the catalogue's codes; what no entry has is named.

use roaring::RoaringBitmap;
use serde_json::{Value, json};

use crate::catalogue::{Clause, Criteria, Dictionary, Found, Node, Shelf, Snapshot, Test, date_in, field_in};
use crate::model::COLLECTIONS;
use crate::query::{FilterClause, FilterTest, FilterValue, ParameterKind};

/// Criteria, and the values that match nothing because no entry has them.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// The criteria.
    pub criteria: Criteria,
    /// `{parameter, value}` of each such value, for `meta.unmatched`.
    pub unmatched: Vec<Value>,
    /// The filters over fields that the collection does not have.
    pub lacking: Vec<String>,
}

/// Resolves the filters of a query over one shelf.
pub fn resolve(snapshot: &Snapshot, shelf: &Shelf, filters: &[FilterClause]) -> Resolved {
    let mut resolved = Resolved { criteria: Criteria::default(), unmatched: Vec::new(), lacking: Vec::new() };
    for filter in filters {
        let clause = match &filter.test {
            FilterTest::Range(date, within) => Some(Clause::Range { date: *date, within: *within }),
            FilterTest::Missing(ParameterKind::DateMissing(date), missing) => {
                Some(Clause::DateMissing { date: *date, missing: *missing })
            }
            FilterTest::Missing(ParameterKind::Missing(field), missing) => {
                Some(Clause::Field { field: *field, facet: *field, test: Test::Missing(*missing) })
            }
            FilterTest::Missing(..) => None,
            FilterTest::Values(ParameterKind::Ids, values) => {
                let nodes = values.iter().filter_map(|value| {
                    let node = entry(snapshot, shelf.collection, value);
                    note_unmatched(&mut resolved.unmatched, filter, value, node.is_some());
                    node
                });
                Some(Clause::Slots(nodes.map(Node::slot).collect::<RoaringBitmap>()))
            }
            FilterTest::Values(kind, values) => {
                field_clause(snapshot, shelf, filter, *kind, values, &mut resolved.unmatched)
            }
        };
        resolved.criteria.clauses.extend(clause);
    }
    resolved
}

/// The place of the field that a filter is about, if it is about one.
pub fn field_of(filter: &FilterClause) -> Option<usize> {
    match &filter.test {
        FilterTest::Values(kind, _) | FilterTest::Missing(kind, _) => kind.field(),
        FilterTest::Range(..) => None,
    }
}

/// By what number the criteria of a shelf that lacks a shared field know its facet.
pub fn absent_facet(place: usize) -> usize {
    usize::MAX - place
}

/// Resolves filters over what collections share, for one shelf. What the shelf lacks is absent from all its entries.
pub fn resolve_shared(snapshot: &Snapshot, shelf: &Shelf, filters: &[FilterClause]) -> Resolved {
    let Some(collection) = COLLECTIONS.get(shelf.collection) else {
        return resolve(snapshot, shelf, &[]);
    };
    let mut own = Vec::with_capacity(filters.len());
    let (mut never, mut lacking) = (Vec::new(), Vec::new());
    for filter in filters {
        let local = field_of(filter).map(|place| (place, field_in(collection, place)));
        if matches!(local, Some((_, None))) {
            lacking.push(filter.parameter.clone());
        }
        let test = match (&filter.test, local) {
            (FilterTest::Values(ParameterKind::Ids, _), _) => Some(filter.test.clone()),
            (FilterTest::Range(place, within), _) => {
                date_in(collection, *place).map(|place| FilterTest::Range(place, *within))
            }
            (FilterTest::Missing(ParameterKind::DateMissing(place), missing), _) => date_in(collection, *place)
                .map(|place| FilterTest::Missing(ParameterKind::DateMissing(place), *missing)),
            (FilterTest::Values(kind, values), Some((_, Some(place)))) => {
                Some(FilterTest::Values(kind.at(place), values.clone()))
            }
            (FilterTest::Missing(kind, missing), Some((_, Some(place)))) => {
                Some(FilterTest::Missing(kind.at(place), *missing))
            }
            (FilterTest::Values(ParameterKind::Not(_), _) | FilterTest::Missing(_, true), Some((_, None))) => None,
            (_, Some((place, None))) => {
                never.push(Clause::Never { facet: absent_facet(place) });
                None
            }
            _ => None,
        };
        own.extend(test.map(|test| FilterClause { parameter: filter.parameter.clone(), test }));
    }
    let mut resolved = resolve(snapshot, shelf, &own);
    resolved.criteria.clauses.extend(never);
    resolved.lacking = lacking;
    resolved
}

fn field_clause(
    snapshot: &Snapshot,
    shelf: &Shelf,
    filter: &FilterClause,
    kind: ParameterKind,
    values: &[FilterValue],
    unmatched: &mut Vec<Value>,
) -> Option<Clause> {
    let (ParameterKind::Any(place)
    | ParameterKind::All(place)
    | ParameterKind::Not(place)
    | ParameterKind::Exact(place)) = kind
    else {
        return None;
    };
    let field = shelf.fields.get(place)?;
    let groups = values
        .iter()
        .map(|value| {
            let code = match (field.definition.dictionary, value) {
                (_, FilterValue::Code(code)) => Some(*code),
                // A word that entries had once is as good as one that none ever had.
                (_, FilterValue::Word(word)) => {
                    let known = field.words.as_ref().and_then(|words| words.code(word));
                    known.filter(|code| !field.slots(*code).is_empty())
                }
                (Dictionary::Entries(target), value) => entry(snapshot, target, value).map(Node::slot),
                _ => None,
            };
            note_unmatched(unmatched, filter, value, code.is_some());
            match (code, snapshot.hierarchy_of(field)) {
                (None, _) => Vec::new(),
                (Some(code), Some(hierarchy)) if !matches!(kind, ParameterKind::Exact(_)) => {
                    hierarchy.at_or_below(code).to_vec()
                }
                (Some(code), _) => vec![code],
            }
        })
        .collect();
    let test = match kind {
        ParameterKind::All(_) => Test::All(groups),
        ParameterKind::Not(_) => Test::None(groups),
        _ => Test::Any(groups),
    };
    Some(Clause::Field { field: place, facet: place, test })
}

/// The public entry that a value names. An old slug still names its entry.
fn entry(snapshot: &Snapshot, collection: usize, value: &FilterValue) -> Option<Node> {
    let found = match value {
        FilterValue::Id(id) => snapshot.find_id(*id).filter(|(node, _)| node.collection() == collection)?.1,
        FilterValue::Slug(slug) => snapshot.shelf(collection)?.find_slug(slug)?,
        _ => return None,
    };
    match found {
        Found::Live(node) | Found::Renamed(node) => Some(node),
        Found::Gone(_) => None,
    }
}

fn note_unmatched(unmatched: &mut Vec<Value>, filter: &FilterClause, value: &FilterValue, known: bool) {
    let value = match value {
        FilterValue::Id(id) => json!(id),
        FilterValue::Slug(text) | FilterValue::Word(text) => json!(text),
        FilterValue::Code(_) => return,
    };
    if !known {
        unmatched.push(json!({ "parameter": filter.parameter, "value": value }));
    }
}
