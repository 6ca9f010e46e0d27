//! Answers made of pieces: what many pages show is in memory once, and put together when it is sent.

use bytes::Bytes;
use bytestring::ByteString;

/// Shorter parts of a shared text are copied: to keep track of one costs as much.
const WORTH_SHARING: usize = 512;

/// What text is written to.
pub trait Sink {
    /// Adds a text.
    fn push_str(&mut self, text: &str);

    /// Adds a part of a text that others show, too.
    fn share(&mut self, whole: &ByteString, part: &str);
}

impl Sink for String {
    fn push_str(&mut self, text: &str) {
        self.push_str(text);
    }

    fn share(&mut self, _whole: &ByteString, part: &str) {
        self.push_str(part);
    }
}

/// A text in pieces: its own, and between them those of shared texts.
#[derive(Debug, Default)]
pub struct Pieces {
    own: String,
    /// Each with the place in `own` that it stands at.
    shared: Vec<(usize, Bytes)>,
}

impl Sink for Pieces {
    fn push_str(&mut self, text: &str) {
        self.own.push_str(text);
    }

    fn share(&mut self, whole: &ByteString, part: &str) {
        match part.len() < WORTH_SHARING {
            true => self.own.push_str(part),
            false => self.shared.push((self.own.len(), whole.slice_ref(part).into_bytes())),
        }
    }
}

impl From<String> for Pieces {
    fn from(own: String) -> Self {
        Self { own, shared: Vec::new() }
    }
}

impl Pieces {
    /// How many bytes all of it has.
    pub fn len(&self) -> usize {
        self.own.len() + self.shared.iter().map(|(_, piece)| piece.len()).sum::<usize>()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The pieces in order, none of them empty.
    pub fn into_parts(self) -> Box<[Bytes]> {
        // What is kept has no room to spare.
        let own = Bytes::from(self.own.into_boxed_str().into_boxed_bytes());
        let mut parts = Vec::with_capacity(self.shared.len() * 2 + 1);
        let mut from = 0;
        for (to, piece) in self.shared {
            parts.push(own.slice(from..to));
            parts.push(piece);
            from = to;
        }
        parts.push(own.slice(from..));
        parts.retain(|part| !part.is_empty());
        parts.into()
    }
}

#[cfg(test)]
mod tests {
    use bytestring::ByteString;

    use super::{Pieces, Sink, WORTH_SHARING};

    #[test]
    fn pieces_are_what_was_written_and_long_ones_are_shared() {
        let whole = ByteString::from(format!("<{}>", "é".repeat(WORTH_SHARING)));
        let part = &whole[1..whole.len() - 1];
        let (mut pieces, mut plain) = (Pieces::default(), String::new());
        for text in ["", "[", ",", "]"] {
            pieces.push_str(text);
            plain.push_str(text);
            for part in [part, "short", ""] {
                let part = if part == "short" { &whole[..3] } else { part };
                pieces.share(&whole, part);
                Sink::share(&mut plain, &whole, part);
            }
        }
        assert_eq!(pieces.len(), plain.len());
        let parts = pieces.into_parts();
        assert_eq!(parts.concat(), plain.as_bytes());
        assert!(parts.iter().any(|shared| shared.as_ptr() == part.as_ptr()));
        assert!(Pieces::default().into_parts().is_empty());
    }
}
