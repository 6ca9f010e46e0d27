//! What the values of parameters look like, as ECMA 262 patterns for the OpenAPI document. They are for
//! people and generated clients: the parser is exact where they are rough (30 February, rare kinds of language tag).

use super::parameter::ParameterKind;

/// What the values of parameters look like that are no filters over a field.
pub const fn pattern_of(kind: ParameterKind) -> Option<&'static str> {
    match kind {
        ParameterKind::Ids => Some(ENTRY),
        ParameterKind::From(_) | ParameterKind::To(_) => Some(DATE),
        ParameterKind::Lang => Some(r"^(\*|[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?)$"),
        ParameterKind::Identifier => Some(r"^[a-z0-9]+(-[a-z0-9]+)*:\S.*$"),
        ParameterKind::Accent => Some(r"^[0-9A-Fa-f]{6}$"),
        ParameterKind::Entry => Some(r"^[a-z-]+/[A-Za-z0-9-]+$"),
        ParameterKind::Epoch => Some(UUID),
        ParameterKind::Cursor => Some(r"^[A-Za-z0-9_-]+$"),
        _ => None,
    }
}

/// How long each value of a parameter may be, in bytes.
pub const fn longest_of(kind: ParameterKind) -> usize {
    match kind {
        ParameterKind::Lang => 35,
        ParameterKind::Identifier => 600,
        ParameterKind::Url | ParameterKind::Cursor | ParameterKind::Text => 4000,
        _ => 120,
    }
}

/// A slug or a UUID.
pub const ENTRY: &str =
    r"^([a-z0-9]+(-[a-z0-9]+)*|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$";
/// A UUID.
pub const UUID: &str = r"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$";
/// A year, month, day or instant.
pub const DATE: &str = r"^([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)(-(0[1-9]|1[0-2])(-([0-2][0-9]|3[01])([Tt][0-9:.]+([Zz]|[+-][0-9:]+))?)?)?$";
/// A whole number.
pub const WHOLE_NUMBER: &str = r"^-?[0-9]{1,18}$";
/// An ISO 3166-1 alpha-2 code.
pub const COUNTRY: &str = r"^[A-Z]{2}$";
/// A year from 0001 to 9999.
pub const YEAR: &str = r"^([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)$";
/// A language tag of language, script and region.
pub const TAG: &str = r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2})?$";
/// No comma, and no space at its ends.
pub const WORD: &str = r"^[^,\s]([^,]{0,98}[^,\s])?$";
