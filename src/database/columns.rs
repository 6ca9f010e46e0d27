//! How values of our own stand in a column: as text on both databases. The two macros write the few trait impls that
//! Diesel wants for each back end; they are all of one shape and hold no rule.

/// Implements the column format for a type with `fn as_str(&self) -> &str` and
/// `fn from_stored(String) -> Result<Self, impl std::error::Error>`.
macro_rules! text_column {
    ($name:ty) => {
        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $name
        where
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(bytes)?;
                Ok(<$name>::from_stored(text)?)
            }
        }

        impl diesel::serialize::ToSql<diesel::sql_types::Text, diesel::sqlite::Sqlite> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::sqlite::Sqlite>,
            ) -> diesel::serialize::Result {
                out.set_value(self.as_str());
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl diesel::serialize::ToSql<diesel::sql_types::Text, diesel::pg::Pg> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>,
            ) -> diesel::serialize::Result {
                std::io::Write::write_all(out, self.as_str().as_bytes())?;
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl diesel::serialize::ToSql<diesel::sql_types::Text, $crate::database::MultiBackend> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, $crate::database::MultiBackend>,
            ) -> diesel::serialize::Result {
                out.set_value((diesel::sql_types::Text, self));
                Ok(diesel::serialize::IsNull::No)
            }
        }
    };
}

/// Implements the column format for a generic newtype over a serde value: JSON in a text column.
macro_rules! json_column {
    ($name:ident) => {
        impl<T, DB> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $name<T>
        where
            T: serde::de::DeserializeOwned + std::fmt::Debug + Send + Sync + 'static,
            DB: diesel::backend::Backend,
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(bytes)?;
                Ok($name(serde_json::from_str(&text)?))
            }
        }

        impl<T> diesel::serialize::ToSql<diesel::sql_types::Text, diesel::sqlite::Sqlite> for $name<T>
        where
            T: serde::Serialize + std::fmt::Debug + Send + Sync + 'static,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::sqlite::Sqlite>,
            ) -> diesel::serialize::Result {
                out.set_value(serde_json::to_string(&self.0)?);
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl<T> diesel::serialize::ToSql<diesel::sql_types::Text, diesel::pg::Pg> for $name<T>
        where
            T: serde::Serialize + std::fmt::Debug + Send + Sync + 'static,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>,
            ) -> diesel::serialize::Result {
                serde_json::to_writer(out, &self.0)?;
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl<T> diesel::serialize::ToSql<diesel::sql_types::Text, $crate::database::MultiBackend> for $name<T>
        where
            T: serde::Serialize + std::fmt::Debug + Send + Sync + 'static,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, $crate::database::MultiBackend>,
            ) -> diesel::serialize::Result {
                out.set_value((diesel::sql_types::Text, self));
                Ok(diesel::serialize::IsNull::No)
            }
        }
    };
}

pub(crate) use {json_column, text_column};
