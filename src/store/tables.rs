//! The typed table of each collection, with its type erased: the few queries that every one of them needs.

use diesel::prelude::*;

use crate::database::schema::entries;
use crate::database::{Connection, among, on};
use crate::model::{self, Entry, Model, Record};

/// An envelope with its collection's own fields.
pub type EntryRecord = (Entry, Box<dyn Record>);

/// The queries over one collection's table.
pub struct Table {
    /// The collection.
    pub collection: &'static str,
    /// Puts the own fields of a new entry.
    pub insert: fn(&mut Connection, &str, &dyn Record) -> QueryResult<()>,
    /// Removes the own fields of an entry.
    pub delete: fn(&mut Connection, &str) -> QueryResult<()>,
    /// Envelopes and own fields by id, in no order.
    pub load: fn(&mut Connection, &[&str]) -> QueryResult<Vec<EntryRecord>>,
    /// The next envelopes and own fields after an id, in the order of ids.
    pub after: fn(&mut Connection, &str, i64) -> QueryResult<Vec<EntryRecord>>,
}

macro_rules! tables {
    ($($table:ident => $model:ident,)+) => {
        /// The table of each collection, in the order of the registry.
        pub static TABLES: &[Table] = &[$(
            Table {
                collection: <model::$model as Model>::NAME,
                insert: |connection, id, record| {
                    use crate::database::schema::$table as table;
                    let Some(record) = record.as_any().downcast_ref::<model::$model>() else {
                        return Err(diesel::result::Error::RollbackTransaction);
                    };
                    let row = (table::id.eq(id), record);
                    on!(connection, own => diesel::insert_into(table::table).values(row).execute(own)).map(|_| ())
                },
                delete: |connection, id| {
                    use crate::database::schema::$table as table;
                    diesel::delete(table::table.filter(table::id.eq(id))).execute(connection).map(|_| ())
                },
                load: |connection, ids| {
                    use crate::database::schema::$table as table;
                    let rows: Vec<(Entry, model::$model)> = on!(connection, own => entries::table
                        .inner_join(table::table)
                        .filter(among(entries::id, ids))
                        .select((Entry::as_select(), model::$model::as_select()))
                        .load(own)?);
                    Ok(rows.into_iter().map(|(entry, own)| (entry, Box::new(own) as Box<dyn Record>)).collect())
                },
                after: |connection, id, limit| {
                    use crate::database::schema::$table as table;
                    let rows: Vec<(Entry, model::$model)> = on!(connection, own => entries::table
                        .inner_join(table::table)
                        .filter(table::id.gt(id))
                        .order(table::id)
                        .limit(limit)
                        .select((Entry::as_select(), model::$model::as_select()))
                        .load(own)?);
                    Ok(rows.into_iter().map(|(entry, own)| (entry, Box::new(own) as Box<dyn Record>)).collect())
                },
            },
        )+];
    };
}

tables! {
    rights => Right,
    instruments => Instrument,
    topics => Topic,
    organisations => Organisation,
    people => Person,
    projects => Project,
    case_studies => CaseStudy,
    testimonies => Testimony,
    evaluations => Evaluation,
    events => Event,
    resources => Resource,
    courses => Course,
    news => News,
    guides => Guide,
    pages => Page,
}
