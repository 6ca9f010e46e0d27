//! Searching all collections at once, and completing what is being typed. The catalogue counts and orders as it does for
//! the list of one collection; here the collections' parts are put together.

use std::cmp::Ordering;

use roaring::RoaringBitmap;
use serde_json::{Value, json};

use super::criteria::{Resolved, absent_facet, resolve_shared};
use super::documents::Reach;
use super::including::Plan;
use super::paging::Around;
use super::provenance::{Provenance, provenance};
use super::reading::ListPage;
use super::seeking::{Sought, boundary_of, page_by_score};
use super::variants::{ReadersLabels, language};
use super::{Hub, HubError, Overview};
use crate::catalogue::{
    Boundary, Clause, Counted, Facet, FacetValue, Found, Node, Page, Shelf, Snapshot, Sort, SortKey, boundary_at,
    date_in, field_in, shared_fields, sorts_of,
};
use crate::model::COLLECTIONS;
use crate::present::Reference;
use crate::query::{ListQuery, TYPE};
use crate::search::Candidate;

/// A shelf with what its entries are asked.
struct Part<'a> {
    shelf: &'a Shelf,
    resolved: Resolved,
    matches: RoaringBitmap,
    /// Whether the query takes its collection.
    taken: bool,
}

/// An entry on a page, and where it stands in the order.
type Placed = (Boundary, Node);

impl Hub {
    /// A page of what fits, out of all collections.
    ///
    /// # Errors
    /// [`HubError::Preparing`] while search is being built; [`HubError::Store`] when the database fails.
    pub fn search(&self, query: &ListQuery) -> Result<ListPage, HubError> {
        self.steadily(|snapshot| self.search_at(snapshot, query))
    }

    fn search_at(&self, snapshot: &Snapshot, query: &ListQuery) -> Result<Option<ListPage>, HubError> {
        let Some(sought) = self.seek(snapshot, query)? else { return Err(HubError::NotFound) };
        let types_counted = query.facets.contains(&shared_fields().len());
        let mut parts: Vec<Part<'_>> = Vec::with_capacity(COLLECTIONS.len());
        for shelf in snapshot.shelves() {
            let taken = query.types.is_empty() || query.types.contains(&shelf.collection);
            if taken || types_counted {
                let mut resolved = resolve_shared(snapshot, shelf, &query.filters);
                let found = sought.in_collection(shelf.collection).clone();
                resolved.criteria.clauses.extend([Clause::Slots(found), Clause::Allowed(query.channel)]);
                let matches = resolved.criteria.matches(shelf, |_| false).into_owned();
                parts.push(Part { shelf, resolved, matches, taken });
            }
        }
        let taken = || parts.iter().filter(|part| part.taken);
        let total = taken().map(|part| part.matches.len()).sum();
        let (before, placed) = match query.by_relevance() {
            true => by_relevance(snapshot, &sought, taken(), query),
            false => by_order(taken(), query),
        };
        let nodes: Vec<Node> = placed.iter().map(|(_, node)| *node).collect();
        let plan = Plan::make(snapshot, &nodes, query);
        let Some((mut data, included)) = self.fetch(snapshot, &plan, query, Reach::Tables)? else { return Ok(None) };
        if !self.explain(snapshot, &sought, &nodes, &mut data, query)? {
            return Ok(None);
        }
        let labels = ReadersLabels::of(&query.languages);
        let facets = (!query.facets.is_empty())
            .then(|| query.facets.iter().filter_map(|place| facet(snapshot, &parts, *place, query, &labels)).collect());
        let boundary = |placed: Option<&Placed>| placed.map(|(boundary, _)| boundary.clone());
        let changed_seq = snapshot.shelves().map(|shelf| shelf.changed_seq).max().unwrap_or(0);
        let around = Around {
            path: &query.path,
            query,
            changed_seq,
            total,
            before,
            shown: nodes.len() as u64,
            first: boundary(placed.first()),
            last: boundary(placed.last()),
            pinned: if query.by_relevance() { sought.pinned() } else { Vec::new() },
        };
        let whole: Vec<usize> = (0..COLLECTIONS.len()).collect();
        Ok(Some(ListPage {
            data,
            before,
            included,
            facets,
            meta: around.meta(unmatched(taken())),
            links: around.links(),
            provenance: Provenance { at_seq: Some(sought.seq()), ..provenance(snapshot, &plan, &whole, query) }
                .behind(),
        }))
    }

    /// Titles and other names that complete what is being typed.
    ///
    /// # Errors
    /// [`HubError::Preparing`] while search is being built.
    pub fn suggestions(&self, query: &ListQuery) -> Result<Overview, HubError> {
        let view = self.searchable()?;
        let snapshot = self.catalogue();
        let (Some(suggestions), Some(text)) = (self.search.suggestions(), &query.text) else {
            return Err(HubError::Preparing);
        };
        let live = |id| match snapshot.find_id(id) {
            Some((node, Found::Live(_))) => Some(node),
            _ => None,
        };
        let fit = |candidate: &Candidate| {
            live(candidate.id).is_some_and(|node| {
                let taken = query.types.is_empty() || query.types.contains(&node.collection());
                taken && snapshot.card(node).is_some_and(|card| card.seq == candidate.seq)
            })
        };
        let shown = |candidate: &Candidate| {
            let card = live(candidate.id).and_then(|node| snapshot.card(node));
            card.is_some_and(|card| *candidate.lang == *language(card, &query.languages))
        };
        let found = suggestions.complete(&text.text, query.limit as usize, &fit, &shown);
        let mut nodes = Vec::with_capacity(found.len());
        let mut data = Vec::with_capacity(found.len());
        for candidate in found {
            let Some(node) = live(candidate.id) else { continue };
            let Some(reference) = Reference::to(&snapshot, node, &candidate.lang) else { continue };
            let Value::Object(mut entry) = json!(reference) else { continue };
            entry.insert("text".to_owned(), json!(candidate.text));
            entry.insert("lang".to_owned(), json!(candidate.lang));
            entry.insert("kind".to_owned(), json!(if candidate.alias { "alias" } else { "title" }));
            nodes.push(node);
            data.push(Value::Object(entry));
        }
        let plan = Plan::make(&snapshot, &nodes, query);
        let whole: Vec<usize> = (0..COLLECTIONS.len()).collect();
        let provenance = provenance(&snapshot, &plan, &whole, query);
        let provenance = Provenance { at_seq: Some(view.at.seq), ..provenance }.behind();
        Ok(Overview { body: json!({ "data": data }).to_string().into(), provenance })
    }
}

/// The best of all parts.
fn by_relevance<'a>(
    snapshot: &Snapshot,
    sought: &Sought,
    parts: impl Iterator<Item = &'a Part<'a>>,
    query: &ListQuery,
) -> (u64, Vec<Placed>) {
    let found = parts.flat_map(|part| sought.scored(part.shelf.collection, &part.matches));
    let (before, scored) = page_by_score(snapshot, found, &query.page(), query.limit);
    let place = |scored: &(f32, Node)| Some((boundary_of(snapshot, Some(scored))?, scored.1));
    (before, scored.iter().filter_map(place).collect())
}

/// The first of all parts in the order that was asked for: each part's own first ones, put together.
fn by_order<'a>(parts: impl Iterator<Item = &'a Part<'a>>, query: &ListQuery) -> (u64, Vec<Placed>) {
    let page = query.page();
    let (mut placed, mut before) = (Vec::new(), 0);
    for part in parts {
        let Some(sorts) = own_sorts(part.shelf, &query.sorts) else { continue };
        let (own, most) = match &page {
            Page::Offset(offset) => (Page::Offset(0), offset.saturating_add(query.limit).min(part.matches.len())),
            other => (other.clone(), query.limit),
        };
        let (skipped, slots) = part.shelf.page(&part.matches, &sorts, &own, most);
        before += match &page {
            Page::Before(_) => skipped + slots.len() as u64,
            _ => skipped,
        };
        let place =
            |slot: &u32| Some((boundary_at(part.shelf, &sorts, *slot)?, Node::new(part.shelf.collection, *slot)));
        placed.extend(slots.iter().filter_map(place));
    }
    let order = |a: &Placed, b: &Placed| {
        let keys = a.0.keys.iter().zip(&b.0.keys).zip(&query.sorts);
        keys.map(|((a, b), sort)| a.compare(b, sort.direction))
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
            .then_with(|| a.0.id.cmp(&b.0.id))
    };
    placed.sort_by(order);
    match &page {
        Page::Offset(offset) => {
            placed.drain(..(*offset).min(placed.len() as u64) as usize);
            placed.truncate(query.limit as usize);
            (*offset, placed)
        }
        Page::After(_) => {
            placed.truncate(query.limit as usize);
            (before, placed)
        }
        Page::Before(_) => {
            placed.drain(..placed.len().saturating_sub(query.limit as usize));
            (before.saturating_sub(placed.len() as u64), placed)
        }
    }
}

/// An order over what collections share, by a shelf's own places.
fn own_sorts(shelf: &Shelf, sorts: &[Sort]) -> Option<Vec<Sort>> {
    let collection = COLLECTIONS.get(shelf.collection)?;
    let own = |sort: &Sort| {
        let key = match sort.key {
            SortKey::Date(place) => SortKey::Date(date_in(collection, place)?),
            other => other,
        };
        let place = sorts_of(collection).iter().position(|known| known.key == key)?;
        Some(Sort { place, key, ..*sort })
    };
    sorts.iter().map(own).collect()
}

/// Values that match nothing in any collection that could have them.
fn unmatched<'a>(parts: impl Iterator<Item = &'a Part<'a>> + Clone) -> Vec<Value> {
    let nowhere = |value: &Value| {
        parts.clone().all(|part| {
            let resolved = &part.resolved;
            resolved.unmatched.contains(value)
                || resolved
                    .lacking
                    .iter()
                    .any(|name| value.get("parameter").is_some_and(|known| known == name.as_str()))
        })
    };
    let mut all: Vec<Value> = Vec::new();
    for value in parts.clone().flat_map(|part| &part.resolved.unmatched) {
        if !all.contains(value) && nowhere(value) {
            all.push(value.clone());
        }
    }
    all
}

/// One facet over all parts.
fn facet(
    snapshot: &Snapshot,
    parts: &[Part<'_>],
    place: usize,
    query: &ListQuery,
    labels: &ReadersLabels<'_>,
) -> Option<Facet> {
    let Some(definition) = shared_fields().get(place) else { return Some(types(parts, query, labels)) };
    let counted: Vec<Counted<'_>> = parts
        .iter()
        .filter(|part| part.taken)
        .filter_map(|part| {
            let field = field_in(COLLECTIONS.get(part.shelf.collection)?, place);
            let facet = field.unwrap_or(absent_facet(place));
            Some(Counted { shelf: part.shelf, criteria: &part.resolved.criteria, matches: &part.matches, field, facet })
        })
        .collect();
    Some(snapshot.facet_across(definition, &counted, query.facet_limit, labels))
}

/// How many entries of each collection match, whichever collections the query takes.
fn types(parts: &[Part<'_>], query: &ListQuery, labels: &ReadersLabels<'_>) -> Facet {
    let value = |part: &Part<'_>| {
        let collection = COLLECTIONS.get(part.shelf.collection)?;
        let selected = query.types.contains(&collection.index);
        let count = part.matches.len();
        (count > 0 || selected).then(|| FacetValue {
            value: collection.name.to_owned(),
            id: None,
            label: labels.words.collection(collection).to_owned(),
            count,
            selected,
        })
    };
    let mut values: Vec<FacetValue> = parts.iter().filter_map(value).collect();
    values.sort_by(|a, b| {
        let key = |value: &FacetValue| (!value.selected, std::cmp::Reverse(value.count));
        key(a).cmp(&key(b)).then_with(|| a.label.cmp(&b.label))
    });
    let most = query.facet_limit.max(query.types.len());
    let more = values.len() > most;
    values.truncate(most);
    Facet { name: TYPE, values, missing: 0, more }
}
