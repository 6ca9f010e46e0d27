//! An answer read by an XML parser, as a tree.

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

/// An element.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Element {
    /// Its name with prefix.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// The elements inside.
    pub inside: Vec<Element>,
    /// The text inside.
    pub text: String,
}

impl Element {
    /// Reads a document; a fault in it ends the test.
    pub fn read(document: &str) -> Self {
        assert!(!document.chars().any(|c| c < ' ' && !"\t\n\r".contains(c)), "a control character");
        let mut reader = Reader::from_str(document);
        reader.config_mut().check_comments = true;
        let mut open = vec![Self::default()];
        loop {
            let event = reader.read_event().unwrap_or_else(|error| panic!("{error} in {document}"));
            let top = open.last_mut().expect("the document itself");
            match event {
                Event::Start(tag) => open.push(Self::of(&tag)),
                Event::Empty(tag) => top.inside.push(Self::of(&tag)),
                Event::End(_) => {
                    let done = open.pop().expect("what was opened");
                    open.last_mut().expect("what it stands in").inside.push(done);
                }
                Event::Text(text) => {
                    assert!(!text.contains("]]>"), "a text may not have this");
                    top.text.push_str(&text.xml_content(XmlVersion::Explicit1_0));
                }
                Event::GeneralRef(reference) => {
                    let named = match &*reference {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => reference.resolve_char_ref().expect("a reference"),
                    };
                    top.text.push(named.expect("a known reference"));
                }
                Event::Decl(_) => {}
                Event::Eof => break,
                other => panic!("{other:?} in {document}"),
            }
        }
        assert_eq!(open.len(), 1, "what was opened is closed");
        let mut roots = open.remove(0).inside;
        assert_eq!(roots.len(), 1, "one element holds all");
        roots.remove(0)
    }

    fn of(tag: &quick_xml::events::BytesStart<'_>) -> Self {
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute, once");
            let value = attribute.normalized_value(XmlVersion::Explicit1_0).expect("a value");
            (attribute.key.into_inner().to_owned(), value.into_owned())
        });
        Self { name: tag.name().into_inner().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The elements of a name inside.
    pub fn all(&self, name: &str) -> std::vec::IntoIter<&Self> {
        self.inside.iter().filter(|element| element.name == name).collect::<Vec<_>>().into_iter()
    }

    /// The only element of a name inside.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let mut all = self.all(name);
        let first = all.next();
        assert!(all.next().is_none(), "{name} comes twice");
        first
    }

    /// The texts of the elements of a name inside.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        self.all(name).map(|element| element.text.as_str()).collect()
    }
}
