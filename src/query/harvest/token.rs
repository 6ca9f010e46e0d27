//! Resumption tokens: all that is needed to go on with a list, in the harvester's hands. Nothing of it is kept here, so a
//! token outlives a restart; it does not outlive its history.

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use super::dates::DateRange;
use super::request::{MetadataFormat, Selection};
use crate::query::cursor::fingerprint;

/// How far a list has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The last place in the sequence that was delivered.
    pub after: i64,
    /// How many records came before.
    pub delivered: u64,
    /// The history that the sequence belongs to; empty at the start, which any history has.
    pub epoch: String,
}

/// Where every list begins.
pub const PLACE_OF_START: Place = Place { after: 0, delivered: 0, epoch: String::new() };

/// What stands inside: verb, prefix, from, until, set, sequence, count, history, checksum.
#[derive(Serialize, Deserialize)]
struct Sealed(String, String, Option<String>, Option<String>, Option<String>, i64, u64, String, u64);

impl Sealed {
    fn checksum(&self) -> u64 {
        let text = serde_json::to_string(&(&self.0, &self.1, &self.2, &self.3, &self.4, self.5, self.6, &self.7));
        fingerprint(&text.unwrap_or_default())
    }
}

impl Place {
    /// The token that leads here, for a verb and what it selects.
    pub fn seal(&self, verb: &str, selection: &Selection) -> String {
        let mut sealed = Sealed(
            verb.to_owned(),
            selection.format.prefix().to_owned(),
            selection.dates.from.clone(),
            selection.dates.until.clone(),
            selection.set.clone(),
            self.after,
            self.delivered,
            self.epoch.clone(),
            0,
        );
        sealed.8 = sealed.checksum();
        BASE64URL_NOPAD.encode(serde_json::to_string(&sealed).unwrap_or_default().as_bytes())
    }

    /// Reads a token of this verb; `None` when it is none of ours.
    pub fn open(text: &str, verb: &str) -> Option<(Self, Selection)> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let sealed: Sealed = serde_json::from_slice(&bytes).ok()?;
        if sealed.8 != sealed.checksum() || sealed.0 != verb || sealed.7.is_empty() {
            return None;
        }
        let format = MetadataFormat::of_prefix(&sealed.1)?;
        let dates = DateRange::read(sealed.2.as_deref(), sealed.3.as_deref()).ok()?;
        let place = Self { after: sealed.5, delivered: sealed.6, epoch: sealed.7 };
        Some((place, Selection { format, dates, set: sealed.4 }))
    }
}

#[cfg(test)]
mod tests {
    use super::{DateRange, MetadataFormat, Place, Selection};

    #[test]
    fn a_token_says_again_what_it_was_made_of_and_nothing_else_passes_for_one() {
        let place = Place { after: 118, delivered: 100, epoch: "e".to_owned() };
        let dates = DateRange { from: Some("2020-01-01".to_owned()), until: None };
        let selection = Selection { format: MetadataFormat::OaiDc, dates, set: Some("rights".to_owned()) };
        let token = place.seal("ListRecords", &selection);
        assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{token}");
        assert_eq!(Place::open(&token, "ListRecords"), Some((place, selection)));
        assert_eq!(Place::open(&token, "ListIdentifiers"), None);
        for at in 0..token.len() {
            let mut other = token.clone().into_bytes();
            other[at] = if other[at] == b'A' { b'B' } else { b'A' };
            let other = String::from_utf8(other).unwrap();
            assert_eq!(Place::open(&other, "ListRecords"), None, "{other}");
        }
        for wrong in ["", "junk", "W10", "bnVsbA", &token[1..], &format!("{token}A")] {
            assert_eq!(Place::open(wrong, "ListRecords"), None, "{wrong}");
        }
    }
}
