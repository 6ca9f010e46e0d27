//! The members of an entry on their way into a document: each written once as text, then put side by side in the order
//! that its collection has them. Pages and exports render very many: there is no tree of values in between.

use std::io;
use std::ops::Range;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use super::collection::Collection;
use super::schema::members;

/// Where members end in the text of a document: the place of each among the names of its collection, and the end.
pub type Ends = Box<[(u8, u32)]>;

/// The members of an entry, each as text.
pub struct Parts {
    names: &'static [String],
    /// `"name":value` of each, in the order in which they were written.
    text: Vec<u8>,
    /// Where the text of each name is; nowhere if it has none. What was written last holds.
    places: Vec<Range<usize>>,
    /// The place of the name that is likely to be written next.
    next: usize,
    /// Where the member that is being written began.
    begun: Option<usize>,
}

/// How much room there is at first, in bytes; most documents have less.
const ROOM: usize = 8 * 1024;

impl Parts {
    /// Those of an entry of a collection, of which there are none yet.
    pub fn of(collection: &Collection) -> Self {
        let names = members(collection);
        Self { names, text: Vec::with_capacity(ROOM), places: vec![0..0; names.len()], next: 0, begun: None }
    }

    /// Writes every member of an object; what the collection does not have is left out.
    ///
    /// # Errors
    /// When it is no JSON.
    pub fn write(&mut self, object: &impl Serialize) -> serde_json::Result<()> {
        object.serialize(&mut Serializer::with_formatter(&mut *self, Apart { depth: 0 }))?;
        self.end();
        Ok(())
    }

    /// Writes one member.
    ///
    /// # Errors
    /// Whatever `write` says.
    pub fn put(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut Vec<u8>) -> serde_json::Result<()>,
    ) -> serde_json::Result<()> {
        self.begun = Some(self.text.len());
        self.text.push(b'"');
        self.text.extend_from_slice(name.as_bytes());
        self.text.extend_from_slice(b"\":");
        write(&mut self.text)?;
        self.end();
        Ok(())
    }

    /// A member's value, as JSON.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        let place = self.names.iter().position(|known| known == name)?;
        let range = self.places.get(place).filter(|range| !range.is_empty())?;
        self.text.get(range.start + name.len() + 3..range.end)
    }

    /// All of them in the collection's order with commas between, and where each of them ends.
    ///
    /// # Errors
    /// When something was written that is not UTF-8.
    pub fn join(self) -> serde_json::Result<(String, Ends)> {
        let mut joined = Vec::with_capacity(self.text.len() + self.places.len());
        let mut ends = Vec::with_capacity(self.places.len());
        for (place, range) in (0u8..).zip(&self.places) {
            let Some(part) = self.text.get(range.clone()).filter(|part| !part.is_empty()) else { continue };
            if !joined.is_empty() {
                joined.push(b',');
            }
            joined.extend_from_slice(part);
            ends.push((place, joined.len() as u32));
        }
        let joined = String::from_utf8(joined).map_err(serde::ser::Error::custom)?;
        Ok((joined, ends.into()))
    }

    /// Notes where the member that was being written stands.
    fn end(&mut self) {
        let Some(from) = self.begun.take() else { return };
        let range = from..self.text.len();
        let part = self.text.get(range.clone()).unwrap_or_default();
        let of = |name: &String| {
            part.get(1..)
                .and_then(|part| part.strip_prefix(name.as_bytes()))
                .is_some_and(|rest| rest.starts_with(b"\""))
        };
        // Members come in nearly the order of the names: the next one is looked for where the last was found.
        let (before, behind) = self.names.split_at(self.next.min(self.names.len()));
        let found = behind.iter().position(of).map(|place| place + before.len()).or_else(|| before.iter().position(of));
        if let Some(place) = found {
            self.next = place + 1;
            if let Some(known) = self.places.get_mut(place) {
                *known = range;
            }
        }
    }
}

/// What stands before each member of the outermost object while it is written; no JSON has it (RFC 8259, 7).
const MARK: &[u8] = b"\x1e";

impl io::Write for Parts {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes == MARK {
            self.end();
            self.begun = Some(self.text.len());
        } else {
            self.text.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Compact JSON, but the outermost object has marks where others have braces and commas.
struct Apart {
    depth: usize,
}

impl Formatter for Apart {
    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        if self.depth > 1 { out.write_all(b"{") } else { Ok(()) }
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth -= 1;
        if self.depth > 0 { out.write_all(b"}") } else { Ok(()) }
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        match (self.depth, first) {
            (1, _) => out.write_all(MARK),
            (_, false) => out.write_all(b","),
            (_, true) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Parts;
    use crate::model::{COLLECTIONS, members};

    #[test]
    fn members_are_joined_in_order_and_the_last_word_holds() {
        for collection in COLLECTIONS.iter() {
            let example = (collection.example)();
            let mut parts = Parts::of(collection);
            parts
                .write(&json!({ "title": "{\"type\":\u{1e}}", "nobody": 1, "type": { "a": [{}, { "b": 1 }] } }))
                .expect("JSON");
            parts.write(&example).expect("JSON");
            parts.put("slug", |out| serde_json::to_writer(out, "é")).expect("JSON");
            assert_eq!(parts.get("slug"), Some("\"é\"".as_bytes()));
            assert_eq!(parts.get("seq"), None);

            let (joined, ends) = parts.join().expect("text");
            let read: Value = serde_json::from_str(&format!("{{{joined}}}")).expect("JSON");
            let known = |(name, _): &(&String, &Value)| members(collection).contains(name);
            let mut expected: Value = example
                .as_object()
                .into_iter()
                .flatten()
                .filter(known)
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect();
            expected["slug"] = json!("é");
            assert_eq!(read, expected, "{}", collection.name);
            for (place, end) in ends {
                let name = &members(collection)[usize::from(place)];
                let before = joined[..end as usize].rfind(&format!("\"{name}\":")).expect("its name");
                assert!(before == 0 || &joined[before - 1..before] == ",", "{name} in {joined}");
            }
        }
    }
}
