//! Lists and small objects inside an entry: plain Rust values that stand as JSON in one text column.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// A value kept as JSON in a text column. In JSON it is the value itself; a field says so to its schema by
/// `#[schema(value_type = …)]`.
#[derive(
    Debug,
    Clone,
    Default,
    PartialEq,
    Serialize,
    Deserialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[serde(transparent)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Json<T>(pub T)
where
    T: std::fmt::Debug + Send + Sync + 'static;

impl<T: std::fmt::Debug + Send + Sync + 'static> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

crate::database::json_column!(Json);
