//! `column IN (…)` as one statement for however many values: they go as one parameter, a JSON array. A list of
//! parameters would be another statement for each number of them, which a back end prepares anew each time.

use diesel::QueryResult;
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::serialize::ToSql;
use diesel::sql_types::{Bool, HasSqlType, Text};
use diesel::sqlite::Sqlite;
use serde::Serialize;

/// Whether a column has one of some texts. It is written for a back end of its own: see [`on`](super::on).
#[derive(Debug, Clone, QueryId, ValidGrouping)]
pub struct Among<C> {
    column: C,
    texts: String,
}

/// Whether a column has one of these texts.
pub fn among<C: Expression<SqlType = Text>>(column: C, texts: &[impl Serialize]) -> Among<C> {
    // Texts are JSON whatever they say.
    Among { column, texts: serde_json::to_string(texts).unwrap_or_default() }
}

impl<C: Expression> Expression for Among<C> {
    type SqlType = Bool;
}

impl<C: AppearsOnTable<From>, From> AppearsOnTable<From> for Among<C> {}

impl<C: SelectableExpression<From>, From> SelectableExpression<From> for Among<C> {}

impl<C> Among<C> {
    fn write<'b, DB>(&'b self, mut out: AstPass<'_, 'b, DB>, [before, after]: [&str; 2]) -> QueryResult<()>
    where
        C: QueryFragment<DB>,
        DB: Backend + HasSqlType<Text>,
        String: ToSql<Text, DB>,
    {
        self.column.walk_ast(out.reborrow())?;
        out.push_sql(before);
        out.push_bind_param::<Text, _>(&self.texts)?;
        out.push_sql(after);
        Ok(())
    }
}

impl<C: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Among<C> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.write(out, [" IN (SELECT value FROM json_each(", "))"])
    }
}

impl<C: QueryFragment<Pg>> QueryFragment<Pg> for Among<C> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        // An array that is made once, before: so that the index of the column is used.
        self.write(out, [" = ANY(ARRAY(SELECT json_array_elements_text(CAST(", " AS json))))"])
    }
}
