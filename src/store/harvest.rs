//! The change log as harvesters read it: part by part, and by when entries changed.

use diesel::prelude::*;

use super::changes::{Change, count_shared_after};
use super::error::StoreError;
use crate::database::Connection;
use crate::database::schema::changes;
use crate::model::values::Instant;

/// The changes that a harvest is about, of those that followers are told of.
#[derive(Debug, Clone)]
pub struct ChangeRange<'a> {
    /// Behind this place in the sequence.
    pub after: i64,
    /// From when on.
    pub from: Instant,
    /// Until when.
    pub until: Instant,
    /// In these collections.
    pub collections: &'a [&'a str],
}

/// The changes of a range, in the order of the sequence, at most `limit`.
///
/// # Errors
/// Whatever the database says.
pub fn changes_within(
    connection: &mut Connection,
    range: &ChangeRange<'_>,
    limit: i64,
) -> Result<Vec<Change>, StoreError> {
    Ok(changes::table
        .filter(changes::seq.gt(range.after).and(changes::shared.eq(true)))
        .filter(changes::changed_at.between(range.from, range.until))
        .filter(changes::collection.eq_any(range.collections))
        .order(changes::seq)
        .limit(limit)
        .select(Change::as_select())
        .load(connection)?)
}

/// How many changes a range has.
///
/// # Errors
/// Whatever the database says.
pub fn count_within(connection: &mut Connection, range: &ChangeRange<'_>) -> Result<i64, StoreError> {
    if (range.from.millis(), range.until.millis()) == (i64::MIN, i64::MAX) {
        return count_shared_after(connection, range.after, range.collections);
    }
    Ok(changes::table
        .filter(changes::seq.gt(range.after).and(changes::shared.eq(true)))
        .filter(changes::changed_at.between(range.from, range.until))
        .filter(changes::collection.eq_any(range.collections))
        .count()
        .get_result(connection)?)
}

/// When the change was that followers are told of and that is the longest ago.
///
/// # Errors
/// Whatever the database says.
pub fn earliest_change(connection: &mut Connection) -> Result<Option<Instant>, StoreError> {
    Ok(changes::table
        .filter(changes::shared.eq(true))
        .select(diesel::dsl::min(changes::changed_at))
        .get_result(connection)?)
}
