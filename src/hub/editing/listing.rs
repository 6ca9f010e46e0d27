//! The editor's list: items in any state, by every filter of the public list and by what only editors see.

use serde_json::{Map, Value, json};

use super::EditError;
use super::items::described;
use crate::hub::Hub;
use crate::model::Collection;
use crate::query::{FilterClause, ItemCursor};
use crate::store::{self, Item, ItemFilter, ItemOrder, ItemPlace};

/// A page of an editor's list.
#[derive(Debug, Clone, Default)]
pub struct ItemQuery {
    /// Which items, by what only editors see.
    pub filter: ItemFilter,
    /// Which items, by the filters of the public list.
    pub filters: Vec<FilterClause>,
    /// At most so many.
    pub limit: i64,
    /// How many before them.
    pub offset: i64,
    /// What cursors are tied to.
    pub tie: String,
}

impl Hub {
    /// A page of a collection's items, in any state.
    ///
    /// # Errors
    /// Whatever the database says; [`EditError::TooManyDrafts`] when there are filters, and more is not public than they
    /// look into.
    pub fn list_items(&self, collection: &'static Collection, query: &ItemQuery) -> Result<Value, EditError> {
        if !query.filters.is_empty() {
            self.catch_up()?;
        }
        let mut filter = query.filter.clone();
        let mut unmatched = Vec::new();
        let listed = self.store.snapshot(|connection| {
            if !query.filters.is_empty() {
                match self.found_by(connection, collection, &query.filters) {
                    Ok((ids, unknown)) => (filter.ids, unmatched) = (Some(ids), unknown),
                    Err(error) => return Ok(Err(error)),
                }
            }
            // One more than the page tells whether there is a next one.
            let limit = if query.limit == 0 { 0 } else { query.limit + 1 };
            store::items_where(connection, collection.name, &filter, limit, query.offset).map(Ok)
        })?;
        let (total, mut items) = listed?;
        let more = items.len() as i64 > query.limit;
        items.truncate(query.limit as usize);
        let mut meta = Map::new();
        meta.insert("total".to_owned(), json!(total));
        meta.insert("limit".to_owned(), json!(query.limit));
        if let (true, Some(last)) = (more, items.last()) {
            let cursor = behind(last, query.filter.order).seal(&query.tie);
            meta.insert("next_cursor".to_owned(), json!(cursor));
        }
        meta.insert("unmatched".to_owned(), Value::Array(unmatched));
        Ok(json!({ "data": items.iter().map(described).collect::<Vec<_>>(), "meta": meta }))
    }
}

/// The place behind an item in an order.
fn behind(item: &Item, order: Option<ItemOrder>) -> ItemCursor {
    let value = match order.unwrap_or(ItemOrder::ModifiedAt) {
        ItemOrder::ModifiedAt => Some(item.modified_at.millis().to_string()),
        ItemOrder::CreatedAt => Some(item.created_at.millis().to_string()),
        ItemOrder::Title => Some(item.title_key.clone()),
        ItemOrder::Slug => Some(item.slug.clone()),
        ItemOrder::ReviewBy => item.review_by.as_ref().map(|day| day.as_str().to_owned()),
        ItemOrder::PublishAt => item.publish_at.map(|at| at.millis().to_string()),
    };
    ItemCursor { value, id: item.id.clone() }
}

impl From<ItemCursor> for ItemPlace {
    fn from(cursor: ItemCursor) -> Self {
        Self { value: cursor.value, id: cursor.id }
    }
}
