//! Lists of items as editors ask for them: SQL, because drafts are in no catalogue.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::error::StoreError;
use super::items::{Item, ItemState};
use crate::database::schema::{items, revisions};
use crate::database::{Connection, among, on};
use crate::model::values::{Instant, closed_list};

/// Which items an editor asks for.
#[derive(Debug, Clone, Default)]
pub struct ItemFilter {
    /// In any of these states; in all, if there are none.
    pub states: Vec<ItemState>,
    /// With this in title or slug, without case and diacritics.
    pub text: Option<String>,
    /// To be looked at again by this day.
    pub review_due: Option<String>,
    /// Written at or after.
    pub modified_from: Option<Instant>,
    /// Written at or before.
    pub modified_to: Option<Instant>,
    /// Whether the latest revision is not what is public.
    pub unpublished_changes: Option<bool>,
    /// Only these, or all but these.
    pub ids: Option<ItemIds>,
    /// Those behind this place in the order.
    pub behind: Option<ItemPlace>,
    /// The order; by when they were written, if there is none.
    pub order: Option<ItemOrder>,
    /// Whether the order is turned round.
    pub descending: bool,
}

/// Items by id: a list that may be long, and is therefore one JSON array to the database.
#[derive(Debug, Clone)]
pub enum ItemIds {
    /// These.
    Only(String),
    /// All others that are not erased.
    Without(String),
}

/// A place in an order: behind the item of this id, which has this value there.
#[derive(Debug, Clone)]
pub struct ItemPlace {
    /// The value; moments are told in milliseconds.
    pub value: Option<String>,
    /// The item.
    pub id: String,
}

closed_list! {
    /// By what an editor's list is ordered.
    pub enum ItemOrder {
        /// When the latest revision was made.
        ModifiedAt = "modified_at",
        /// When the item was made.
        CreatedAt = "created_at",
        /// The title, without case and diacritics.
        Title = "title",
        /// The slug.
        Slug = "slug",
        /// The day of the next review.
        ReviewBy = "review_by",
        /// When it becomes public by itself.
        PublishAt = "publish_at",
    }
}

/// How many items of a collection there are like this, and a page of them.
///
/// # Errors
/// Whatever the database says.
pub fn items_where(
    connection: &mut Connection,
    collection: &str,
    filter: &ItemFilter,
    limit: i64,
    offset: i64,
) -> Result<(i64, Vec<Item>), StoreError> {
    let (opening, closing) = match connection {
        Connection::Postgres(_) => ("(SELECT jsonb_array_elements_text((", ")::jsonb) COLLATE \"C\")"),
        Connection::Sqlite(_) => ("(SELECT value FROM json_each(", "))"),
    };
    macro_rules! chosen {
        ($query:expr) => {{
            let mut query = $query.filter(items::collection.eq(collection)).into_boxed();
            if !filter.states.is_empty() {
                query = query.filter(items::state.eq_any(&filter.states));
            }
            if let Some(text) = &filter.text {
                let pattern = format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
                query = query.filter(
                    items::title_key.like(pattern.clone()).escape('\\').or(items::slug.like(pattern).escape('\\')),
                );
            }
            if let Some(day) = &filter.review_due {
                query = query.filter(items::review_by.le(day));
            }
            if let Some(from) = filter.modified_from {
                query = query.filter(items::modified_at.ge(from));
            }
            if let Some(to) = filter.modified_to {
                query = query.filter(items::modified_at.le(to));
            }
            match filter.unpublished_changes {
                Some(true) => {
                    query = query
                        .filter(items::published_rev.is_not_null().and(items::published_rev.ne(items::rev.nullable())));
                }
                Some(false) => {
                    query =
                        query.filter(items::published_rev.is_null().or(items::published_rev.eq(items::rev.nullable())));
                }
                None => {}
            }
            match &filter.ids {
                Some(ItemIds::Only(ids)) => {
                    let within = sql::<Bool>(&format!("items.id IN {opening}"));
                    query = query.filter(within.bind::<Text, _>(ids.clone()).sql(closing));
                }
                Some(ItemIds::Without(ids)) => {
                    let others = sql::<Bool>(&format!("items.id NOT IN {opening}"));
                    query = query.filter(others.bind::<Text, _>(ids.clone()).sql(closing));
                    query = query.filter(items::state.ne(ItemState::Erased));
                }
                None => {}
            }
            query
        }};
    }
    let total: i64 = chosen!(items::table.select(diesel::dsl::count_star())).get_result(connection)?;
    let mut page = chosen!(items::table.select(Item::as_select()));
    let order = filter.order.unwrap_or(ItemOrder::ModifiedAt);
    if let Some(ItemPlace { value, id }) = &filter.behind {
        let text = value.clone().unwrap_or_default();
        let at = Instant::from_millis(text.parse().unwrap_or(0));
        macro_rules! behind {
            ($column:expr, $value:expr) => {
                match filter.descending {
                    false => page.filter($column.gt($value).or($column.eq($value).and(items::id.gt(id)))),
                    true => page.filter($column.lt($value).or($column.eq($value).and(items::id.gt(id)))),
                }
            };
        }
        // What has no value stands last in either direction.
        macro_rules! behind_or_absent {
            ($column:expr, $value:expr) => {
                match (value, filter.descending) {
                    (None, _) => page.filter($column.is_null().and(items::id.gt(id))),
                    (_, false) => page
                        .filter($column.is_null().or($column.gt($value)).or($column.eq($value).and(items::id.gt(id)))),
                    (_, true) => page
                        .filter($column.is_null().or($column.lt($value)).or($column.eq($value).and(items::id.gt(id)))),
                }
            };
        }
        page = match order {
            ItemOrder::ModifiedAt => behind!(items::modified_at, at),
            ItemOrder::CreatedAt => behind!(items::created_at, at),
            ItemOrder::Title => behind!(items::title_key, text.clone()),
            ItemOrder::Slug => behind!(items::slug, text.clone()),
            ItemOrder::ReviewBy => behind_or_absent!(items::review_by, text.clone()),
            ItemOrder::PublishAt => behind_or_absent!(items::publish_at, at),
        };
    }
    let page = match (order, filter.descending) {
        (ItemOrder::ModifiedAt, false) => page.order((items::modified_at.asc(), items::id)),
        (ItemOrder::ModifiedAt, true) => page.order((items::modified_at.desc(), items::id)),
        (ItemOrder::CreatedAt, false) => page.order((items::created_at.asc(), items::id)),
        (ItemOrder::CreatedAt, true) => page.order((items::created_at.desc(), items::id)),
        (ItemOrder::Title, false) => page.order((items::title_key.asc(), items::id)),
        (ItemOrder::Title, true) => page.order((items::title_key.desc(), items::id)),
        (ItemOrder::Slug, false) => page.order((items::slug.asc(), items::id)),
        (ItemOrder::Slug, true) => page.order((items::slug.desc(), items::id)),
        (ItemOrder::ReviewBy, false) => page.order((items::review_by.is_null(), items::review_by.asc(), items::id)),
        (ItemOrder::ReviewBy, true) => page.order((items::review_by.is_null(), items::review_by.desc(), items::id)),
        (ItemOrder::PublishAt, false) => page.order((items::publish_at.is_null(), items::publish_at.asc(), items::id)),
        (ItemOrder::PublishAt, true) => page.order((items::publish_at.is_null(), items::publish_at.desc(), items::id)),
    };
    Ok((total, page.limit(limit).offset(offset).load(connection)?))
}

/// The items that are not public as their latest revision says, by id; those that were erased say nothing.
///
/// # Errors
/// Whatever the database says.
pub fn items_not_as_public(connection: &mut Connection, limit: i64) -> Result<Vec<Item>, StoreError> {
    let away = items::state.ne_all([ItemState::Published, ItemState::Withdrawn, ItemState::Erased]);
    let changed = items::published_rev.ne(items::rev.nullable()).and(items::state.ne(ItemState::Erased));
    Ok(items::table
        .filter(away.or(changed))
        .order(items::id)
        .limit(limit)
        .select(Item::as_select())
        .load(connection)?)
}

/// The latest document of each of these items: item, revision, text.
///
/// # Errors
/// Whatever the database says.
pub fn latest_documents(connection: &mut Connection, ids: &[&str]) -> Result<Vec<(String, i64, String)>, StoreError> {
    Ok(on!(connection, own => items::table
        .inner_join(revisions::table.on(revisions::item_id.eq(items::id).and(revisions::rev.eq(items::rev))))
        .filter(among(items::id, ids))
        .select((items::id, items::rev, revisions::document))
        .load(own)?))
}
