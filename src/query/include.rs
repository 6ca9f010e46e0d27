//! What can be sent along with an entry: its relations, and the collections whose entries name it, two steps deep.

use crate::catalogue::humanise;
use crate::model::fault::echo;
use crate::model::{COLLECTIONS, Collection, Relation};

use super::fault::ParameterFault;
use super::filters::split;

/// The most paths in one query.
const MAX_PATHS: usize = 20;

/// One path of an `include`: one step or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncludePath {
    /// The first step: a relation's name, or a collection's.
    pub first: &'static str,
    /// The second.
    pub second: Option<&'static str>,
}

/// The steps that lead from an entry of a collection: relations by name, then collections that name such entries.
pub fn includes_of(collection: &Collection) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    let inverse = COLLECTIONS.iter().filter(|other| names_entries_of(other, collection)).map(|other| other.name);
    for name in collection.relations.iter().map(|relation| relation.name).chain(inverse) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn names_entries_of(source: &Collection, target: &Collection) -> bool {
    source.relations.iter().any(|relation| relation.target.admits(target.name))
}

/// The collection whose entries name those of `collection`, if `step` stands for one there and not for a relation.
pub fn included_by(collection: &Collection, step: &str) -> Option<&'static Collection> {
    let is_relation = collection.relations.iter().any(|relation| relation.name == step);
    let source = crate::model::collection(step)?;
    (!is_relation && names_entries_of(source, collection)).then_some(source)
}

/// The collections to which a step may lead.
fn reached(collection: &Collection, step: &str) -> Vec<&'static Collection> {
    if let Some(source) = included_by(collection, step) {
        return vec![source];
    }
    let relations: Vec<&Relation> = collection.relations.iter().filter(|relation| relation.name == step).collect();
    COLLECTIONS.iter().filter(|target| relations.iter().any(|relation| relation.target.admits(target.name))).collect()
}

/// The steps that lead from an entry of any of some collections.
pub fn includes_of_any(collections: &[&Collection]) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = collections.iter().flat_map(|collection| includes_of(collection)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Reads an `include` parameter of a page with entries of these collections. A step that leads on from some of them is
/// taken; from the others it leads nowhere.
///
/// # Errors
/// Unknown steps, more than two, or too many paths.
pub fn read(collections: &[&Collection], value: &str) -> Result<Vec<IncludePath>, ParameterFault> {
    let paths = split("include", value)?;
    if paths.len() > MAX_PATHS {
        return Err(ParameterFault::new("include", "too-many-values", format!("At most {MAX_PATHS} paths are taken.")));
    }
    let mut read: Vec<IncludePath> = Vec::new();
    for path in paths {
        let mut steps = path.split('.');
        let (first, second) = (steps.next().unwrap_or_default(), steps.next());
        if steps.next().is_some() {
            return Err(ParameterFault::new(
                "include",
                "invalid-value",
                "A path has at most two steps, such as rights.instrument.",
            ));
        }
        let allowed = includes_of_any(collections);
        let Some(first) = allowed.iter().copied().find(|name| *name == first) else {
            return Err(ParameterFault::unknown("include", "unknown-value", first, allowed));
        };
        let second = match second {
            None => None,
            Some(second) => {
                let reached: Vec<&Collection> =
                    collections.iter().flat_map(|collection| reached(collection, first)).collect();
                let allowed = includes_of_any(&reached);
                match allowed.iter().copied().find(|name| *name == second) {
                    Some(second) => Some(second),
                    None => {
                        let mut fault = ParameterFault::unknown("include", "unknown-value", second, allowed);
                        fault.detail = format!("{} cannot be followed by `{}`.", humanise(first), echo(second));
                        return Err(fault);
                    }
                }
            }
        };
        let path = IncludePath { first, second };
        if !read.contains(&path) {
            read.push(path);
        }
    }
    Ok(read)
}
