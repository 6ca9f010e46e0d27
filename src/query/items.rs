//! The part of the shared grammar that an editor's list takes beside its own parameters: every filter of the collection,
//! and cursors over its own orders.

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use super::cursor::fingerprint;
use super::fault::ParameterFault;
use super::filters::{self, FilterClause, FilterTest, FilterValue, split};
use super::pairs::Pairs;
use super::parameter::{Parameter, ParameterKind as Kind};
use super::parameters::filters_of;
use crate::catalogue::fields_of;
use crate::model::Collection;
use crate::model::values::Tag;

/// The filters of a collection, as an editor's list takes them; `lang` is one of them.
pub fn item_filters(collection: &Collection) -> &'static [Parameter] {
    filters_of(collection)
}

/// Reads every parameter that is not one of the list's own as a filter.
///
/// # Errors
/// Every fault in them.
pub fn read_item_filters(
    collection: &Collection,
    pairs: &Pairs,
    own: &[&str],
) -> Result<Vec<FilterClause>, Vec<ParameterFault>> {
    let (mut clauses, mut faults) = (Vec::new(), Vec::new());
    for (name, value) in pairs.iter().filter(|(name, _)| !own.contains(name)) {
        match read(collection, name, value, own) {
            Ok(clause) => clauses.push(clause),
            Err(fault) => faults.push(fault),
        }
    }
    if pairs.get("page").is_some() && pairs.get("cursor").is_some() {
        let detail = "A page is asked for by `page` or by `cursor`, never by both.";
        faults.push(ParameterFault::new("cursor", "conflicting-parameters", detail));
    }
    if faults.is_empty() { Ok(clauses) } else { Err(faults) }
}

fn read(collection: &Collection, name: &str, value: &str, own: &[&str]) -> Result<FilterClause, ParameterFault> {
    if name == "lang" {
        return languages(collection, value);
    }
    let known = filters_of(collection);
    let found = known.iter().find(|parameter| parameter.name == name);
    let Some(parameter) = found else {
        let names = known.iter().map(|parameter| parameter.name.as_str()).chain(own.iter().copied());
        let mut fault = ParameterFault::unknown(name, "unknown-parameter", name, names);
        fault.allowed.clear();
        return Err(fault);
    };
    if value.split(',').any(|value| value.len() > parameter.longest) {
        let detail = format!("A value has at most {} bytes.", parameter.longest);
        return Err(ParameterFault::new(name, "too-long", detail));
    }
    let unknown = || ParameterFault::unknown(name, "unknown-parameter", name, []);
    filters::read(&filters::Filterable::of(collection), parameter, value).ok_or_else(unknown)?
}

/// Editors are answered in no language of their choice, so `lang` filters here: items that exist in one of these.
fn languages(collection: &Collection, value: &str) -> Result<FilterClause, ParameterFault> {
    let fault = |_| ParameterFault::new("lang", "invalid-value", "A language is a BCP 47 tag, such as fr.");
    let tag = |value: &str| value.parse::<Tag>().map(|tag| FilterValue::Word(tag.as_str().to_owned())).map_err(fault);
    let tags = split("lang", value)?.into_iter().map(tag).collect::<Result<Vec<_>, _>>()?;
    let place = fields_of(collection).iter().position(|field| field.parameter == "lang");
    Ok(FilterClause {
        parameter: "lang".to_owned(),
        test: FilterTest::Values(Kind::Any(place.unwrap_or(usize::MAX)), tags),
    })
}

/// A place behind an item in one of the orders of an editor's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemCursor {
    /// The item's value in that order, if it has one.
    pub value: Option<String>,
    /// The item.
    pub id: String,
}

impl ItemCursor {
    /// As it is sent, tied to a query.
    pub fn seal(&self, query: &str) -> String {
        let inside = (fingerprint(query), self);
        let text = serde_json::to_string(&inside).unwrap_or_default();
        BASE64URL_NOPAD.encode(format!("{:016x}{text}", fingerprint(&text)).as_bytes())
    }

    /// Reads a cursor of a query.
    ///
    /// # Errors
    /// The fault when it is none of ours, or of another query.
    pub fn open(sealed: &str, query: &str) -> Result<Self, ParameterFault> {
        let inside = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let whole = inside.as_deref().and_then(|text| text.split_at_checked(16)).and_then(|(sum, text)| {
            let read: (u64, Self) = serde_json::from_str(text).ok()?;
            (sum == format!("{:016x}", fingerprint(text))).then_some(read)
        });
        match whole {
            Some((tie, cursor)) if tie == fingerprint(query) => Ok(cursor),
            Some(_) => Err(ParameterFault::new(
                "cursor",
                "cursor-mismatch",
                "The cursor belongs to another query: filters and order stay the same from page to page.",
            )),
            None => Err(ParameterFault::new(
                "cursor",
                "malformed-cursor",
                "This is no cursor of the hub; take `next_cursor` as it is.",
            )),
        }
    }
}
