//! The schema's history: the same on both databases, the way up and down again, and never run by an older program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::Text;
use rights_hub::database::Connection;
use rights_hub::store::{DUMPED, StoreError};

use crate::support::Database;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn names(folder: &str) -> BTreeSet<String> {
    let read = std::fs::read_dir(root().join("migrations").join(folder)).expect("a folder of migrations");
    read.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    text: String,
}

/// The rows of a statement with one column named `text`.
fn rows(connection: &mut Connection, sql: &str) -> Vec<String> {
    let query = diesel::sql_query(sql);
    let rows: QueryResult<Vec<Row>> = match connection {
        Connection::Postgres(postgres) => query.load(postgres),
        Connection::Sqlite(sqlite) => query.load(sqlite),
    };
    rows.unwrap_or_else(|error| panic!("{sql}: {error}")).into_iter().map(|row| row.text).collect()
}

/// Everything that the migrations made, as text.
fn schema(connection: &mut Connection) -> Vec<String> {
    match connection {
        Connection::Sqlite(_) => rows(
            connection,
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS text FROM sqlite_master
             WHERE name NOT LIKE '\\_\\_diesel%' ESCAPE '\\' AND tbl_name NOT LIKE '\\_\\_diesel%' ESCAPE '\\'
             ORDER BY 1",
        ),
        Connection::Postgres(_) => [
            "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
                 || coalesce(collation_name, '') || ' ' || coalesce(column_default, '') AS text
             FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%' ORDER BY 1",
            "SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) AS text FROM pg_constraint
             WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '\\_\\_diesel%'
             ORDER BY 1",
            "SELECT indexdef AS text FROM pg_indexes
             WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_diesel%' ORDER BY 1",
        ]
        .into_iter()
        .flat_map(|sql| rows(connection, sql))
        .collect(),
    }
}

fn with<T>(database: &Database, work: impl FnOnce(&mut Connection) -> T) -> T {
    database.store().read(|connection| Ok(work(connection))).expect("a connection")
}

#[test]
fn both_databases_have_the_same_migrations() {
    assert!(!names("sqlite").is_empty());
    assert_eq!(names("sqlite"), names("postgres"));
    for folder in ["sqlite", "postgres"] {
        for name in names(folder) {
            for file in ["up.sql", "down.sql"] {
                let path = root().join("migrations").join(folder).join(&name).join(file);
                assert!(path.is_file(), "{} is missing", path.display());
            }
        }
    }
}

#[test]
fn up_down_up_gives_the_same_schema() {
    for database in Database::each() {
        let store = database.store();
        let first = with(&database, schema);
        assert!(first.len() > 24, "there are tables to compare: {first:#?}");
        assert_eq!(store.migrate().unwrap(), 0, "nothing is left to do");

        store.revert_all().unwrap();
        assert_eq!(with(&database, schema), Vec::<String>::new(), "nothing is left behind");

        assert_eq!(store.migrate().unwrap(), names("sqlite").len());
        assert_eq!(with(&database, schema), first);
    }
}

#[test]
fn a_database_of_a_newer_version_is_refused() {
    for database in Database::each() {
        let store = database.store();
        with(&database, |connection| {
            let sql = "INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231000001')";
            let done = match connection {
                Connection::Postgres(postgres) => diesel::sql_query(sql).execute(postgres),
                Connection::Sqlite(sqlite) => diesel::sql_query(sql).execute(sqlite),
            };
            assert_eq!(done, Ok(1));
        });
        let before = with(&database, schema);
        match store.migrate() {
            Err(StoreError::Newer(reason)) => assert!(reason.contains("99991231000001"), "{reason}"),
            other => panic!("{other:?}"),
        }
        assert_eq!(with(&database, schema), before);
    }
}

#[test]
fn a_migrated_database_keeps_its_epoch() {
    for database in Database::each() {
        let epoch = || with(&database, |connection| rows(connection, "SELECT epoch AS text FROM hub"));
        let first = epoch();
        assert!(first.len() == 1 && uuid::Uuid::parse_str(&first[0]).is_ok(), "{first:?}");
        database.store().migrate().unwrap();
        assert_eq!(epoch(), first);
    }
}

/// Table → column → Diesel's type, from the source of the schema.
fn declared() -> BTreeMap<String, BTreeMap<String, String>> {
    let files = std::fs::read_dir(root().join("src/database/schema")).expect("the schema");
    let read = |file: std::io::Result<std::fs::DirEntry>| std::fs::read_to_string(file.expect("a file").path());
    let source: String = files.map(read).collect::<Result<_, _>>().expect("the schema");
    let mut tables: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut table = String::new();
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.starts_with("diesel::j"));
    for line in lines {
        if let Some((column, kind)) = line.split_once(" -> ") {
            let columns = tables.entry(table.clone()).or_default();
            columns.insert(column.to_owned(), kind.trim_end_matches(',').to_owned());
        } else if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with('{')) {
            table = name.to_owned();
        }
    }
    tables
}

/// A column's type in the database, in Diesel's words.
fn spelt(connection: &Connection, kind: &str, nullable: bool, declared: &str) -> String {
    let plain = match (connection, kind) {
        (Connection::Postgres(_), "text") | (Connection::Sqlite(_), "TEXT") => "Text",
        (Connection::Postgres(_), "bigint") => "BigInt",
        (Connection::Postgres(_), "integer") => "Integer",
        (Connection::Postgres(_), "boolean") => "Bool",
        (Connection::Postgres(_), "double precision") | (Connection::Sqlite(_), "REAL") => "Double",
        // SQLite has one integer for the three.
        (Connection::Sqlite(_), "INTEGER") => {
            let bare = declared.trim_start_matches("Nullable<").trim_end_matches('>');
            if ["BigInt", "Integer", "Bool"].contains(&bare) { bare } else { "an integer" }
        }
        (_, other) => other,
    };
    if nullable { format!("Nullable<{plain}>") } else { plain.to_owned() }
}

#[test]
fn every_declared_table_is_there_with_these_columns_and_no_others() {
    let declared = declared();
    assert!(declared.len() >= 24, "the source was read: {:?}", declared.keys());
    for database in Database::each() {
        with(&database, |connection| {
            let sqlite = matches!(connection, Connection::Sqlite(_));
            let tables = if sqlite {
                "SELECT name AS text FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            } else {
                "SELECT table_name::text AS text FROM information_schema.tables WHERE table_schema = 'public'"
            };
            let found: BTreeSet<String> =
                rows(connection, tables).into_iter().filter(|name| !name.starts_with("__diesel")).collect();
            assert_eq!(found, declared.keys().cloned().collect(), "tables of {}", database.url);
            let dumped: BTreeSet<String> = DUMPED.iter().map(|table| (*table).to_owned()).collect();
            assert_eq!(found, dumped, "a backup has every table");
            for (table, columns) in &declared {
                let sql = if sqlite {
                    format!(
                        "SELECT name || '|' || type || '|' || (1 - \"notnull\") AS text
                         FROM pragma_table_info('{table}')"
                    )
                } else {
                    format!(
                        "SELECT column_name || '|' || data_type || '|'
                             || CASE is_nullable WHEN 'YES' THEN '1' ELSE '0' END AS text
                         FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
                    )
                };
                let mut found: BTreeMap<String, String> = BTreeMap::new();
                for row in rows(connection, &sql) {
                    let [name, kind, nullable] = row.split('|').collect::<Vec<_>>()[..] else { panic!("{row}") };
                    let wanted = columns.get(name).map_or("", String::as_str);
                    found.insert(name.to_owned(), spelt(connection, kind, nullable == "1", wanted));
                }
                assert_eq!(&found, columns, "{table} in {}", database.url);
            }
        });
    }
}

#[test]
fn foreign_keys_hold_on_both_databases() {
    for database in Database::each() {
        with(&database, |connection| {
            let sql = "INSERT INTO revisions (item_id, rev, created_at, document) VALUES ('nobody', 1, 0, '{}')";
            let refused = match connection {
                Connection::Postgres(postgres) => diesel::sql_query(sql).execute(postgres),
                Connection::Sqlite(sqlite) => diesel::sql_query(sql).execute(sqlite),
            };
            assert!(refused.is_err(), "an orphan was let in on {}", database.url);
            assert_eq!(rows(connection, "SELECT item_id AS text FROM revisions").len(), 0);
        });
    }
}
