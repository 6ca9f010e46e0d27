//! Closed lists: the enumerations of the domain. They are open enums towards clients (new values may come inside
//! `/v1`); the server refuses values that it does not know.

/// A closed list of the domain, as filters, facets and the OpenAPI document see it.
pub trait ClosedList: Copy + 'static {
    /// Every value, in the order in which the domain lists them.
    const VALUES: &'static [&'static str];

    /// The position of this value in [`ClosedList::VALUES`].
    fn position(self) -> usize;
}

/// A stored text that is no value of its closed list (written by a newer version of the hub, or by hand).
#[derive(Debug)]
pub struct UnknownValue(pub String);

impl std::fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` is not a value of this closed list", self.0)
    }
}

impl std::error::Error for UnknownValue {}

/// Declares a closed list: an enum whose values are spelt once, for JSON, the column, the schema and filters alike.
macro_rules! closed_list {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$value_meta:meta])* $variant:ident = $text:tt, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash,
            serde::Serialize, serde::Deserialize, utoipa::ToSchema,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub enum $name {
            $( $(#[$value_meta])* #[serde(rename = $text)] $variant, )+
        }

        impl $name {
            /// The value as it stands in JSON, in filters and in the database.
            pub const fn as_str(&self) -> &'static str {
                match self { $( Self::$variant => $text, )+ }
            }

            pub(crate) fn from_stored(text: String) -> Result<Self, $crate::model::values::UnknownValue> {
                match text.as_str() {
                    $( $text => Ok(Self::$variant), )+
                    _ => Err($crate::model::values::UnknownValue(text)),
                }
            }
        }

        impl $crate::model::values::ClosedList for $name {
            const VALUES: &'static [&'static str] = &[$( $text, )+];

            fn position(self) -> usize {
                self as usize
            }
        }

        $crate::database::text_column!($name);
    };
}

pub(crate) use closed_list;
