//! Whole tables as rows of plain values, whatever they mean: what a backup is made of. SQLite has its flags as 0 and 1;
//! so have rows here, from either database.

use diesel::connection::DefaultLoadingMode;
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde_json::Value;

use super::error::StoreError;
use super::handle::Store;
use super::transaction::Transaction;
use crate::database::schema::hub;
use crate::database::{Connection, on};

/// Every table, each behind those that it refers to.
pub const DUMPED: &[&str] = &[
    "hub",
    "items",
    "revisions",
    "consents",
    "item_identifiers",
    "withdrawals",
    "entries",
    "translations",
    "links",
    "severed_links",
    "slugs",
    "changes",
    "rights",
    "instruments",
    "topics",
    "organisations",
    "people",
    "projects",
    "case_studies",
    "testimonies",
    "evaluations",
    "events",
    "resources",
    "courses",
    "news",
    "guides",
    "pages",
    "keys",
    "key_secrets",
    "audit",
    "idempotency",
    "import_answers",
    "preview_links",
    "mirrors",
    "quarantine",
    "receipts",
    "webhooks",
    "webhook_deliveries",
];

/// A column, and what the database calls its type.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Column {
    /// Its name.
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

/// One text.
#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The columns of a table in the order of their names; none when there is no such table.
///
/// # Errors
/// Whatever the database says.
pub fn columns(connection: &mut Connection, table: &str) -> Result<Vec<Column>, StoreError> {
    let found: Vec<Column> = match connection {
        Connection::Postgres(own) => diesel::sql_query(
            "SELECT column_name::text AS name, data_type::text AS kind FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY column_name COLLATE \"C\"",
        )
        .bind::<Text, _>(table)
        .load(own)?,
        Connection::Sqlite(own) => {
            diesel::sql_query("SELECT name, type AS kind FROM pragma_table_info(?) ORDER BY name")
                .bind::<Text, _>(table)
                .load(own)?
        }
    };
    Ok(found)
}

/// Shows every row of a table to `each`, as the values of these columns, in no order, without holding them all.
///
/// # Errors
/// What `each` answers, or whatever the database says.
pub fn each_row<E: From<StoreError>>(
    connection: &mut Connection,
    table: &str,
    columns: &[Column],
    mut each: impl FnMut(Vec<Value>) -> Result<(), E>,
) -> Result<(), E> {
    let mut show = |row: QueryResult<Line>| {
        let line = row.map_err(StoreError::from)?.line;
        let values: Vec<Value> =
            serde_json::from_str(&line).map_err(|error| StoreError::Failed(format!("a row of {table}: {error}")))?;
        each(values)
    };
    match connection {
        Connection::Postgres(own) => {
            let plain = |column: &Column| match column.kind.as_str() {
                "boolean" => format!("\"{}\"::integer", column.name),
                _ => format!("\"{}\"", column.name),
            };
            let sql = format!("SELECT json_build_array({})::text AS line FROM \"{table}\"", listed(columns, plain));
            let rows = diesel::sql_query(sql).load_iter::<Line, PgRowByRowLoadingMode>(own);
            rows.map_err(StoreError::from)?.try_for_each(&mut show)
        }
        Connection::Sqlite(own) => {
            let quoted = |column: &Column| format!("\"{}\"", column.name);
            let sql = format!("SELECT json_array({}) AS line FROM \"{table}\"", listed(columns, quoted));
            let rows = diesel::sql_query(sql).load_iter::<Line, DefaultLoadingMode>(own);
            rows.map_err(StoreError::from)?.try_for_each(&mut show)
        }
    }
}

fn listed(columns: &[Column], each: impl Fn(&Column) -> String) -> String {
    columns.iter().map(each).collect::<Vec<_>>().join(", ")
}

impl Store {
    /// Whether nothing was ever written: an empty database may have the schema, and a name for its history.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn is_void(&self) -> Result<bool, StoreError> {
        self.snapshot(|connection| {
            for table in DUMPED {
                let mut rows = 0;
                let columns = columns(connection, table)?;
                if !columns.is_empty() && *table != "hub" {
                    let sql = format!("SELECT '' AS line FROM \"{table}\" LIMIT 1");
                    rows = on!(connection, own => diesel::sql_query(sql).load::<Line>(own))?.len();
                }
                if rows > 0 {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }
}

impl Transaction<'_> {
    /// Puts rows into a table, written as one JSON array of arrays.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn put_rows(&mut self, table: &str, columns: &[Column], rows: &str) -> Result<(), StoreError> {
        let names = listed(columns, |column| format!("\"{}\"", column.name));
        let places: Vec<(usize, &Column)> = columns.iter().enumerate().collect();
        match self.connection() {
            Connection::Postgres(own) => {
                let read = |(place, column): &(usize, &Column)| format!("(row ->> {place})::{}", column.kind);
                let values: Vec<String> = places.iter().map(read).collect();
                let values = values.join(", ");
                diesel::sql_query(format!(
                    "INSERT INTO \"{table}\" ({names}) SELECT {values} FROM json_array_elements($1::json) AS row"
                ))
                .bind::<Text, _>(rows)
                .execute(own)?
            }
            Connection::Sqlite(own) => {
                let read = |(place, _): &(usize, &Column)| format!("json_extract(value, '$[{place}]')");
                let values: Vec<String> = places.iter().map(read).collect();
                let values = values.join(", ");
                diesel::sql_query(format!("INSERT INTO \"{table}\" ({names}) SELECT {values} FROM json_each(?)"))
                    .bind::<Text, _>(rows)
                    .execute(own)?
            }
        };
        Ok(())
    }

    /// Shows every row of a table, as [`each_row`] does.
    ///
    /// # Errors
    /// What `each` answers, or whatever the database says.
    pub fn see_rows<E: From<StoreError>>(
        &mut self,
        table: &str,
        each: impl FnMut(Vec<Value>) -> Result<(), E>,
    ) -> Result<(), E> {
        let columns = columns(self.connection(), table)?;
        each_row(self.connection(), table, &columns, each)
    }

    /// Removes the row of the history that every migrated database has, to make room for another.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn forget_history(&mut self) -> Result<(), StoreError> {
        diesel::delete(hub::table).execute(self.connection())?;
        Ok(())
    }

    /// Gives the history another name: what followed it before begins anew.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn rename_history(&mut self, epoch: &str) -> Result<(), StoreError> {
        diesel::update(hub::table).set(hub::epoch.eq(epoch)).execute(self.connection())?;
        Ok(())
    }

    /// Lets no webhook tell anybody anything until somebody resumes it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn pause_webhooks(&mut self, reason: &str) -> Result<usize, StoreError> {
        use super::webhooks::WebhookState;
        use crate::database::schema::webhooks;
        Ok(diesel::update(webhooks::table.filter(webhooks::state.eq(WebhookState::Active)))
            .set((webhooks::state.eq(WebhookState::Paused), webhooks::reason.eq(reason)))
            .execute(self.connection())?)
    }
}
