//! Tables as text, whatever they hold.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use rights_hub::database::Connection;
use rights_hub::store::{Store, StoreError};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    text: String,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

fn lines(connection: &mut Connection, sql: &str) -> Result<Vec<String>, StoreError> {
    let lines: Vec<Line> = match connection {
        Connection::Sqlite(own) => diesel::sql_query(sql).load(own)?,
        Connection::Postgres(own) => diesel::sql_query(sql).load(own)?,
    };
    Ok(lines.into_iter().map(|line| line.text).collect())
}

/// The rows that a question answers, one text column each.
pub fn ask(url: &str, sql: &str) -> Vec<String> {
    let store = Store::open(url).expect("the database opens");
    store.read(|connection| lines(connection, sql)).unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// The number that a question answers.
pub fn count(url: &str, sql: &str) -> i64 {
    let store = Store::open(url).expect("the database opens");
    let counted = store.read(|connection| {
        let numbers: Vec<Number> = match connection {
            Connection::Sqlite(own) => diesel::sql_query(sql).load(own)?,
            Connection::Postgres(own) => diesel::sql_query(sql).load(own)?,
        };
        Ok(numbers.first().map_or(0, |number| number.number))
    });
    counted.unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// Every table with all its rows as text, in lower case.
pub fn dump(url: &str) -> Vec<(String, String)> {
    let store = Store::open(url).expect("the database opens");
    let dumped = store.read(|connection| {
        let shared = matches!(connection, Connection::Postgres(_));
        let tables = match shared {
            true => "SELECT table_name::text AS text FROM information_schema.tables WHERE table_schema = 'public'",
            false => "SELECT name AS text FROM sqlite_master WHERE type = 'table'",
        };
        let mut dumped = Vec::new();
        for table in lines(connection, tables)? {
            let row = match shared {
                true => "t::text".to_owned(),
                false => {
                    let columns = lines(connection, &format!("SELECT name AS text FROM pragma_table_info('{table}')"))?;
                    let quoted: Vec<String> = columns.iter().map(|name| format!("quote(\"{name}\")")).collect();
                    quoted.join(" || '|' || ")
                }
            };
            let rows = lines(connection, &format!("SELECT {row} AS text FROM \"{table}\" t"))?;
            dumped.push((table, rows.join("\n").to_lowercase()));
        }
        Ok(dumped)
    });
    dumped.expect("every table can be read")
}
