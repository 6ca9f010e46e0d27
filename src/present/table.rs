//! Entries as rows of a table, for CSV (RFC 4180): the columns of each collection follow from its model, and no cell is ever
//! a formula.

use std::sync::LazyLock;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use serde_json::{Map, Value};

use super::document::is_shown;
use crate::model::{COLLECTIONS, Collection, members, schema};
use crate::query::Shape;

/// What stands between the values of a list in one cell.
const BETWEEN: &str = "|";

/// What a spreadsheet takes for the beginning of a formula, or skips before one.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A column: its name, and where in a document its cells come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// As it stands in the first row: `title`, `source.url`.
    pub name: String,
    member: String,
    inside: Option<String>,
}

static COLUMNS: LazyLock<Vec<Vec<Column>>> = LazyLock::new(|| COLLECTIONS.iter().map(columns).collect());

/// The columns of a collection, in the order of its members. An object has a column for each of its members.
pub fn columns_of(collection: &Collection) -> &'static [Column] {
    COLUMNS.get(collection.index).map_or(&[], Vec::as_slice)
}

fn columns(collection: &Collection) -> Vec<Column> {
    let components = schema::components();
    let mut properties = schema::envelope();
    properties.extend(schema::own(collection));
    let mut columns = Vec::new();
    for member in members(collection) {
        let inside = match member.as_str() {
            "links" => LINKS.iter().map(|name| (*name).to_owned()).collect(),
            name => properties.get(name).map(|property| object_members(property, &components)).unwrap_or_default(),
        };
        if inside.is_empty() {
            columns.push(Column { name: member.clone(), member: member.clone(), inside: None });
        }
        columns.extend(inside.into_iter().map(|inner| Column {
            name: format!("{member}.{inner}"),
            member: member.clone(),
            inside: Some(inner),
        }));
    }
    columns
}

/// The links of every entry; its schema is not a model's.
const LINKS: &[&str] = &["self", "html", "embed", "oembed"];

/// The members of a property that is an object, and nothing of one that is not.
fn object_members(property: &Value, components: &std::collections::BTreeMap<String, Value>) -> Vec<String> {
    let options = property.get("oneOf").or(property.get("anyOf")).or(property.get("allOf")).and_then(Value::as_array);
    if let Some(options) = options {
        return options.iter().flat_map(|option| object_members(option, components)).collect();
    }
    if let Some(name) = property.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()) {
        return components.get(name).map(|schema| object_members(schema, components)).unwrap_or_default();
    }
    let members = property.get("properties").and_then(Value::as_object);
    members.into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

/// A table on its way, row by row.
#[derive(Debug)]
pub struct Table {
    columns: Vec<&'static Column>,
}

impl Table {
    /// A table of a collection, with the members that a shape has.
    pub fn of(collection: &Collection, shape: &Shape) -> Self {
        let shown = |column: &&Column| is_shown(collection, shape, &column.member);
        Self { columns: columns_of(collection).iter().filter(shown).collect() }
    }

    /// The first row: what the columns are called.
    ///
    /// # Errors
    /// None that a text could raise.
    pub fn head(&self) -> Result<String, csv::Error> {
        line(self.columns.iter().map(|column| column.name.clone()))
    }

    /// The row of an entry.
    ///
    /// # Errors
    /// None that a text could raise.
    pub fn row(&self, document: &Map<String, Value>) -> Result<String, csv::Error> {
        line(self.columns.iter().map(|column| {
            let member = document.get(&column.member);
            let value = match &column.inside {
                None => member,
                Some(inside) => member.and_then(|member| member.get(inside)),
            };
            value.map(cell).unwrap_or_default()
        }))
    }
}

/// A row, ended by CRLF.
fn line(cells: impl Iterator<Item = String>) -> Result<String, csv::Error> {
    let mut writer: Writer<Vec<u8>> = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::with_capacity(1024));
    writer.write_record(cells)?;
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A value as a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        // What is a number or a truth value is one for the spreadsheet too.
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) => harmless(text.clone()),
        Value::Object(reference) => harmless(name_of(reference).unwrap_or_else(|| value.to_string())),
        Value::Array(values) => harmless(list(values).unwrap_or_else(|| value.to_string())),
    }
}

/// A list of texts or of references in one cell; `None` for any other list.
fn list(values: &[Value]) -> Option<String> {
    let names: Option<Vec<String>> = values
        .iter()
        .map(|value| match value {
            Value::String(text) => Some(text.replace('\\', "\\\\").replace('|', "\\|")),
            Value::Object(reference) => name_of(reference),
            _ => None,
        })
        .collect();
    names.map(|names| names.join(BETWEEN))
}

/// The slug of a reference.
fn name_of(reference: &Map<String, Value>) -> Option<String> {
    reference.get("href")?;
    reference.get("slug")?.as_str().map(str::to_owned)
}

/// A text that no spreadsheet computes: an apostrophe stands before what would begin a formula.
fn harmless(text: String) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text }
}
