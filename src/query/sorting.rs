//! The order of a list, as `sort` names it.

use super::fault::ParameterFault;
use super::filters::split;
use crate::catalogue::{Direction, Sort, SortField, SortKey, sorts_of};
use crate::model::Collection;

/// What fits best first.
pub(super) const BY_RELEVANCE: Sort =
    Sort { place: usize::MAX, key: SortKey::Relevance, direction: Direction::Descending };

/// The order of a collection's list when none is asked for.
pub fn default_sorts(collection: &Collection) -> Vec<Sort> {
    sorts(&sorts_of(collection), collection.sort).unwrap_or_default()
}

/// The fields that `sort` names, in their order.
pub(super) fn sorts(known: &[SortField], value: &str) -> Result<Vec<Sort>, ParameterFault> {
    let mut read: Vec<Sort> = Vec::new();
    for part in split("sort", value)? {
        let (name, direction) = match part.strip_prefix('-') {
            Some(name) => (name, Direction::Descending),
            None => (part, Direction::Ascending),
        };
        let Some((place, field)) = known.iter().enumerate().find(|(_, field)| field.name == name) else {
            return Err(ParameterFault::unknown("sort", "unknown-value", name, known.iter().map(|field| field.name)));
        };
        if read.iter().any(|sort| sort.place == place) {
            return Err(ParameterFault::new("sort", "invalid-value", format!("`{name}` is named twice.")));
        }
        read.push(Sort { place, key: field.key, direction });
    }
    Ok(read)
}
