//! Lists of items as editors ask for them: SQL, because drafts are in no catalogue.

use diesel::prelude::*;

use super::error::StoreError;
use super::items::{Item, ItemState};
use crate::database::Connection;
use crate::database::schema::items;
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
    /// The order; by when they were written, if there is none.
    pub order: Option<ItemOrder>,
    /// Whether the order is turned round.
    pub descending: bool,
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
            query
        }};
    }
    let total: i64 = chosen!(items::table.select(diesel::dsl::count_star())).get_result(connection)?;
    let page = chosen!(items::table.select(Item::as_select()));
    let page = match (filter.order.unwrap_or(ItemOrder::ModifiedAt), filter.descending) {
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
