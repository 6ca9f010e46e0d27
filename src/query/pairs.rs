//! A query string as pairs of names and values. Invalid UTF-8 and NUL are refused, never replaced.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::fault::ParameterFault;

/// The longest value of a parameter, in bytes after decoding.
const MAX_VALUE: usize = 12_000;

/// The most parameters in a query.
const MAX_PAIRS: usize = 200;

/// The decoded pairs of a query string, in the order in which they were sent.
#[derive(Debug, Clone, Default)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Decodes a query string, and notes a fault for every pair that cannot be decoded, is too long, is empty, or repeats
    /// a name; such pairs are not among those answered.
    pub fn decode(query: &str) -> (Self, Vec<ParameterFault>) {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut faults = Vec::new();
        let sent = query.split('&').filter(|pair| !pair.is_empty());
        if sent.clone().count() > MAX_PAIRS {
            let detail = format!("A query has at most {MAX_PAIRS} parameters.");
            return (Self::default(), vec![ParameterFault::new("", "too-many-values", detail)]);
        }
        for pair in sent {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (decode(name), decode(value)) {
                (Some(name), Some(_)) if pairs.iter().any(|(other, _)| *other == name) => {
                    faults.push(ParameterFault::new(
                        &name,
                        "repeated-parameter",
                        "A parameter is given once; several values are joined by commas.",
                    ));
                }
                (Some(name), Some(value)) if value.len() > MAX_VALUE => {
                    faults.push(ParameterFault::new(
                        &name,
                        "too-long",
                        format!("A value has at most {MAX_VALUE} bytes."),
                    ));
                }
                (Some(name), Some(value)) if value.trim().is_empty() => {
                    faults.push(ParameterFault::new(
                        &name,
                        "empty-value",
                        "The parameter has no value: give it one, or leave it out.",
                    ));
                }
                (Some(name), Some(value)) => pairs.push((name, value)),
                (name, _) => faults.push(ParameterFault::new(
                    &name.unwrap_or_default(),
                    "invalid-encoding",
                    "Names and values are percent-encoded UTF-8 without control characters.",
                )),
            }
        }
        (Self(pairs), faults)
    }

    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Every pair.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The query string again, without the parameters in `without` and with those in `with` at the end.
    pub fn rebuilt(&self, without: &[&str], with: &[(&str, &str)]) -> String {
        let kept = self.iter().filter(|(name, _)| !without.contains(name));
        let pairs: Vec<String> = kept
            .chain(with.iter().copied())
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        pairs.join("&")
    }
}

fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().ok()?;
    (!decoded.chars().any(|c| c.is_control())).then(|| decoded.into_owned())
}

/// What stays as it is in a query string; the comma and colon are easier to read so.
const KEPT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',').remove(b':').remove(b'/');

/// A name or value for a query string.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}
