//! What all collections have in common: the fields and dates by which entries of several of them can be filtered,
//! counted and ordered together. A name belongs here when it means the same wherever it stands.

use std::sync::LazyLock;

use super::field::{FieldDefinition, fields_of};
use super::order::{DateDefinition, SortField, SortKey, dates_of};
use crate::model::{COLLECTIONS, Collection};

static FIELDS: LazyLock<Vec<FieldDefinition>> = LazyLock::new(|| {
    let all = || COLLECTIONS.iter().flat_map(|collection| fields_of(collection).iter());
    let mut shared: Vec<FieldDefinition> = Vec::new();
    for field in all() {
        let mut same = all().filter(|other| other.parameter == field.parameter);
        let alike = same.clone().count() > 1 && same.all(|other| other.dictionary == field.dictionary);
        if alike && !shared.iter().any(|known| known.parameter == field.parameter) {
            shared.push(*field);
        }
    }
    shared
});

static DATES: LazyLock<Vec<DateDefinition>> = LazyLock::new(|| {
    let everywhere = |date: &&DateDefinition| {
        COLLECTIONS.iter().all(|collection| {
            dates_of(collection).iter().any(|other| other.name == date.name && other.kind == date.kind)
        })
    };
    COLLECTIONS.first().map(|first| dates_of(first).iter().filter(everywhere).copied().collect()).unwrap_or_default()
});

/// The fields that several collections share.
pub fn shared_fields() -> &'static [FieldDefinition] {
    &FIELDS
}

/// The dates and numbers that all collections share.
pub fn shared_dates() -> &'static [DateDefinition] {
    &DATES
}

/// By what entries of all collections can be sorted together.
pub fn shared_sorts() -> Vec<SortField> {
    let dates = shared_dates().iter().enumerate();
    std::iter::once(SortField { name: "title", key: SortKey::Title })
        .chain(dates.map(|(place, date)| SortField { name: date.name, key: SortKey::Date(place) }))
        .collect()
}

/// The place of a shared field in a collection, if that has it.
pub fn field_in(collection: &Collection, place: usize) -> Option<usize> {
    let parameter = shared_fields().get(place)?.parameter;
    fields_of(collection).iter().position(|field| field.parameter == parameter)
}

/// The place of a shared date in a collection.
pub fn date_in(collection: &Collection, place: usize) -> Option<usize> {
    let name = shared_dates().get(place)?.name;
    dates_of(collection).iter().position(|date| date.name == name)
}
