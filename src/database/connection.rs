//! One connection type over both back ends. SQLite stands last: it takes any string for a file name, so the URL's
//! scheme is checked before a connection is opened (`store::url`).

/// A connection to the hub's database, PostgreSQL or SQLite; `database::Connection` to the rest of the hub. (The derive
/// brings Diesel's own `Connection` into scope, so the enum itself must have another name.)
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// A shared PostgreSQL server.
    Postgres(diesel::PgConnection),
    /// The embedded database file.
    Sqlite(diesel::SqliteConnection),
}

/// Runs one statement on whichever back end the connection is. Statements that a write makes many thousand times are run
/// so: the multi connection writes a statement's SQL anew each time, where a back end of its own knows it by its type.
macro_rules! on {
    ($connection:expr, $own:ident => $statement:expr) => {
        match $connection {
            $crate::database::Connection::Postgres($own) => $statement,
            $crate::database::Connection::Sqlite($own) => $statement,
        }
    };
}

pub(crate) use on;
