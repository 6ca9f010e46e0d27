//! The shape of the objects in an answer: which members, and how prose is written.

use super::fault::ParameterFault;
use super::filters::split;
use crate::model::{self, COLLECTIONS, Collection};

/// How much of an entry is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// Without prose.
    Card,
    /// Every field.
    Full,
}

/// The shape of the objects in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// How much.
    pub view: View,
    /// Only these members, when they are named.
    pub fields: Option<Vec<&'static str>>,
    /// Prose as sanitised HTML instead of Markdown.
    pub html: bool,
}

/// The members that `fields` may name: the envelope's, the collection's own, its relations.
pub fn members_of(collection: &Collection) -> Vec<&'static str> {
    model::members(collection).iter().map(String::as_str).collect()
}

/// The members that entries of any collection have.
pub fn all_members() -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    for member in COLLECTIONS.iter().flat_map(members_of) {
        if !all.contains(&member) {
            all.push(member);
        }
    }
    all
}

/// Reads `fields`.
///
/// # Errors
/// A member that is not allowed.
pub fn read_fields(allowed: &[&'static str], value: &str) -> Result<Vec<&'static str>, ParameterFault> {
    split("fields", value)?
        .into_iter()
        .map(|name| {
            allowed
                .iter()
                .copied()
                .find(|known| *known == name)
                .ok_or_else(|| ParameterFault::unknown("fields", "unknown-value", name, allowed.iter().copied()))
        })
        .collect()
}
