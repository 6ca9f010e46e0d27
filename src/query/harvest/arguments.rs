//! The arguments of a harvester as they were sent: decoded, each at most once, and none that the protocol does not know.

use percent_encoding::percent_decode;

/// The names of all arguments.
const NAMES: &[&str] = &["verb", "identifier", "metadataPrefix", "from", "until", "set", "resumptionToken"];

/// The longest value, in bytes after decoding; a resumption token of ours is far shorter.
const MAX_VALUE: usize = 2000;

/// The most arguments that are looked at; the protocol has seven.
const MAX_PAIRS: usize = 50;

/// Why a harvester gets no answer, in the protocol's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OaiFault {
    /// The code of the protocol (`badArgument`).
    pub code: &'static str,
    /// A sentence for people.
    pub detail: String,
}

impl OaiFault {
    /// A fault of a kind.
    pub fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into() }
    }

    /// An argument that is missing, not known, or not in its form.
    pub fn argument(detail: impl Into<String>) -> Self {
        Self::new("badArgument", detail)
    }
}

/// The arguments that can be read, in the order in which they were sent.
#[derive(Debug, Clone, Default)]
pub struct Arguments(Vec<(&'static str, String)>);

impl Arguments {
    /// Decodes what was sent as `application/x-www-form-urlencoded`, in an address or a body.
    pub fn decode(form: &[u8]) -> (Self, Vec<OaiFault>) {
        let (mut read, mut faults) = (Self::default(), Vec::new());
        let sent = || form.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
        if sent().count() > MAX_PAIRS {
            faults.push(OaiFault::argument("There are more arguments than the protocol has."));
        }
        for pair in sent().take(MAX_PAIRS) {
            let mut parts = pair.splitn(2, |byte| *byte == b'=');
            let (name, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            match (decode(name), decode(value)) {
                (Some(name), Some(value)) => read.take(&name, value, &mut faults),
                (Some(name), None) if name == "verb" => {
                    faults.push(OaiFault::new("badVerb", "The verb is none of the protocol's."));
                }
                _ => faults
                    .push(OaiFault::argument("An argument is not percent-encoded UTF-8 without control characters.")),
            }
        }
        (read, faults)
    }

    fn take(&mut self, name: &str, value: String, faults: &mut Vec<OaiFault>) {
        let Some(known) = NAMES.iter().find(|known| **known == name) else {
            return faults.push(OaiFault::argument(format!("The protocol has no argument `{}`.", short(name))));
        };
        if self.get(known).is_some() {
            let code = if *known == "verb" { "badVerb" } else { "badArgument" };
            return faults.push(OaiFault::new(code, format!("`{known}` is given more than once.")));
        }
        if value.len() > MAX_VALUE {
            return faults.push(OaiFault::argument(format!("`{known}` has more than {MAX_VALUE} bytes.")));
        }
        self.0.push((known, value));
    }

    /// The value of an argument.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The names that were sent.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|(name, _)| *name)
    }

    /// All of them, to be repeated in the answer.
    pub fn into_pairs(self) -> Vec<(&'static str, String)> {
        self.0
    }
}

fn decode(bytes: &[u8]) -> Option<String> {
    let spaced: Vec<u8> = bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let decoded = percent_decode(&spaced).decode_utf8().ok()?;
    (!decoded.chars().any(char::is_control)).then(|| decoded.into_owned())
}

/// As much of what was sent as a message repeats.
pub fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
