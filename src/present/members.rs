//! Reading the members of a sync document, for the forms that are made of it.

use serde_json::{Map, Value};

use super::markdown::to_text;

/// The members of a sync document.
#[derive(Debug, Clone, Copy)]
pub struct Members<'a>(pub &'a Map<String, Value>);

impl<'a> Members<'a> {
    /// A text, as it is; empty ones are none.
    pub fn text(self, name: &str) -> Option<&'a str> {
        self.0.get(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
    }

    /// A number.
    pub fn number(self, name: &str) -> Option<f64> {
        self.0.get(name).and_then(Value::as_f64)
    }

    /// Prose, without its markup.
    pub fn prose(self, name: &str) -> Option<String> {
        self.text(name).map(to_text).filter(|text| !text.is_empty())
    }

    /// An object inside.
    pub fn inside(self, name: &str) -> Option<Self> {
        self.0.get(name).and_then(Value::as_object).map(Self)
    }

    /// The objects of a list; an object by itself is a list of one.
    pub fn list(self, name: &str) -> impl Iterator<Item = Self> {
        let (one, many) = match self.0.get(name) {
            Some(Value::Array(values)) => (None, values.as_slice()),
            Some(Value::Object(members)) => (Some(members), [].as_slice()),
            _ => (None, [].as_slice()),
        };
        one.into_iter().chain(many.iter().filter_map(Value::as_object)).map(Self)
    }

    /// The texts of a list.
    pub fn words(self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    /// The day of a date or an instant, or as much of it as is known.
    pub fn day(self, name: &str) -> Option<&'a str> {
        self.text(name).map(|date| date.split('T').next().unwrap_or(date))
    }
}
