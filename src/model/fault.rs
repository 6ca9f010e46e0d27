//! Faults: everything that is wrong with a written document, each with the place and a sentence for a person.

use serde::Serialize;
use utoipa::ToSchema;

use super::values::Edtf;

/// One thing that is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// Where, as a JSON Pointer (RFC 6901) into the document: `/rights/0/slug`; empty for the document as a whole.
    pub pointer: String,
    /// A stable word for the kind of fault, such as `required` or `dangling-reference`.
    pub code: &'static str,
    /// What is wrong and what would be right, in one sentence.
    pub detail: String,
}

/// The longest piece of a request that an error repeats, in characters.
const ECHO: usize = 80;

/// A piece of a request, short and without control characters, fit to be repeated in an answer.
pub fn echo(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control()).take(ECHO).collect();
    if clean.len() < text.len() { format!("{clean}…") } else { clean }
}

/// The allowed word nearest to the one that was sent, if one is near.
pub fn closest<'a>(word: &str, allowed: &'a [impl AsRef<str>]) -> Option<&'a str> {
    if word.len() > ECHO {
        return None;
    }
    allowed
        .iter()
        .map(|candidate| (strsim::jaro_winkler(&word.to_lowercase(), candidate.as_ref()), candidate.as_ref()))
        .filter(|(similarity, _)| *similarity > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// The same as a sentence, to be put behind another; nothing, if nothing is near.
pub fn meant(word: &str, allowed: &[impl AsRef<str>]) -> String {
    closest(word, allowed).map_or(String::new(), |nearest| format!(" Nearest: `{nearest}`."))
}

/// The place at which a value could not be read, as a JSON Pointer (RFC 6901); empty for the whole.
pub fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let part = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    };
    path.iter().map(part).collect()
}

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Notes a fault.
    pub fn add(&mut self, pointer: impl Into<String>, code: &'static str, detail: impl Into<String>) {
        self.0.push(Fault { pointer: pointer.into(), code, detail: detail.into() });
    }

    /// Notes a fault unless the condition holds.
    pub fn unless(&mut self, holds: bool, pointer: &str, code: &'static str, detail: &str) {
        if !holds {
            self.add(pointer, code, detail);
        }
    }

    /// Notes the fault `before-start` at the end of a period that is over before it begins. What covers the same time,
    /// such as a day in its own year, is in order.
    pub fn unless_in_order(&mut self, start: Option<&Edtf>, end: Option<&Edtf>, pointer: &str) {
        if let (Some(start), Some(end)) = (start.map(Edtf::interval), end.map(Edtf::interval)) {
            self.unless(end.end >= start.start, pointer, "before-start", "The end cannot lie before the beginning.");
        }
    }

    /// Everything found, or the value when nothing was.
    pub fn or<T>(self, value: T) -> Result<T, Vec<Fault>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
