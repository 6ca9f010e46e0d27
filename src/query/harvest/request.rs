//! A harvester's request: which verb, with which arguments, and whether they are what the verb takes.

use super::arguments::{Arguments, OaiFault, short};
use super::dates::DateRange;
use super::token::{PLACE_OF_START, Place};
use crate::query::cursor::fingerprint;

/// The forms in which records are delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetadataFormat {
    /// Dublin Core, which every repository has.
    OaiDc,
    /// JSON-LD in the words of schema.org, inside an XML element.
    SchemaOrg,
}

impl MetadataFormat {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::OaiDc, Self::SchemaOrg];

    /// Its name in requests.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::OaiDc => "oai_dc",
            Self::SchemaOrg => "schema_org",
        }
    }

    /// The format of a name.
    pub fn of_prefix(prefix: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.prefix() == prefix)
    }
}

/// What a list is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The form of its records.
    pub format: MetadataFormat,
    /// When they changed.
    pub dates: DateRange,
    /// The one set to which they belong.
    pub set: Option<String>,
}

impl Selection {
    /// Tells lists of other records apart, whatever their form.
    pub fn fingerprint(&self) -> u64 {
        fingerprint(&format!("{:?} {:?}", self.dates, self.set))
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OaiQuestion {
    /// What the repository is.
    Identify,
    /// The forms of records, of all or of one.
    ListMetadataFormats {
        /// The one.
        identifier: Option<String>,
    },
    /// The sets.
    ListSets,
    /// One record.
    GetRecord {
        /// Its name.
        identifier: String,
        /// Its form.
        format: MetadataFormat,
    },
    /// Many records, or their headers alone.
    List {
        /// Whether with their metadata.
        records: bool,
        /// Which.
        selection: Selection,
        /// Behind which place.
        place: Place,
    },
}

/// A request that can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OaiRequest {
    /// The arguments as they were sent, the verb among them.
    pub arguments: Vec<(&'static str, String)>,
    /// What they ask.
    pub question: OaiQuestion,
}

/// A request that cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OaiRefusal {
    /// The arguments, unless they are what is wrong: those are not repeated.
    pub arguments: Vec<(&'static str, String)>,
    /// What is wrong.
    pub faults: Vec<OaiFault>,
}

/// A verb with the arguments that it needs and those that it takes.
struct Verb {
    name: &'static str,
    needs: &'static [&'static str],
    takes: &'static [&'static str],
    /// Whether a resumption token may stand alone in the place of all others.
    resumes: bool,
}

const VERBS: &[Verb] = &[
    Verb { name: "Identify", needs: &[], takes: &[], resumes: false },
    Verb { name: "ListMetadataFormats", needs: &[], takes: &["identifier"], resumes: false },
    Verb { name: "ListSets", needs: &[], takes: &[], resumes: true },
    Verb { name: "ListIdentifiers", needs: &["metadataPrefix"], takes: &["from", "until", "set"], resumes: true },
    Verb { name: "ListRecords", needs: &["metadataPrefix"], takes: &["from", "until", "set"], resumes: true },
    Verb { name: "GetRecord", needs: &["identifier", "metadataPrefix"], takes: &[], resumes: false },
];

impl OaiRequest {
    /// Reads a request from what was sent in an address or a body.
    ///
    /// # Errors
    /// What is wrong, in the protocol's words.
    pub fn read(form: &[u8]) -> Result<Self, OaiRefusal> {
        let (arguments, mut faults) = Arguments::decode(form);
        let refused = |faults| Err(OaiRefusal { arguments: Vec::new(), faults });
        let verb = arguments.get("verb").and_then(|name| VERBS.iter().find(|verb| verb.name == name));
        let Some(verb) = verb.filter(|_| faults.iter().all(|fault| fault.code != "badVerb")) else {
            return refused(vec![OaiFault::new(
                "badVerb",
                "One verb of the protocol is needed, such as verb=Identify.",
            )]);
        };
        faults.extend(verb.faults(&arguments));
        let dates = DateRange::read(arguments.get("from"), arguments.get("until"));
        let dates = dates.unwrap_or_else(|wrong| {
            faults.extend(wrong);
            DateRange::default()
        });
        if !faults.is_empty() {
            return refused(faults);
        }
        match verb.question(&arguments, dates) {
            Ok(question) => Ok(Self { arguments: arguments.into_pairs(), question }),
            Err(fault) => Err(OaiRefusal { arguments: arguments.into_pairs(), faults: vec![fault] }),
        }
    }

    /// The verb.
    pub fn verb(&self) -> &str {
        self.arguments.iter().find(|(name, _)| *name == "verb").map_or("", |(_, verb)| verb)
    }
}

impl Verb {
    /// What the arguments have too much, lack, or have in a form that is none.
    fn faults(&self, arguments: &Arguments) -> Vec<OaiFault> {
        let resumed = self.resumes && arguments.get("resumptionToken").is_some();
        let mut faults = Vec::new();
        for name in arguments.names().filter(|name| *name != "verb") {
            if resumed && name != "resumptionToken" {
                faults.push(OaiFault::argument(format!("`{name}` does not stand beside a `resumptionToken`.")));
            } else if !resumed && !self.needs.contains(&name) && !self.takes.contains(&name) {
                faults.push(OaiFault::argument(format!("{} takes no `{name}`.", self.name)));
            } else if !is_in_form(name, arguments.get(name).unwrap_or_default()) {
                faults.push(OaiFault::argument(format!("`{name}` is not in its form.")));
            }
        }
        let missing = self.needs.iter().filter(|name| !resumed && arguments.get(name).is_none());
        faults.extend(missing.map(|name| OaiFault::argument(format!("{} needs `{name}`.", self.name))));
        faults
    }

    /// What good arguments ask.
    fn question(&self, arguments: &Arguments, dates: DateRange) -> Result<OaiQuestion, OaiFault> {
        let identifier = arguments.get("identifier").map(str::to_owned);
        let format = || {
            let prefix = arguments.get("metadataPrefix").unwrap_or_default();
            MetadataFormat::of_prefix(prefix).ok_or_else(|| {
                let detail =
                    format!("There is no format `{}`; ListMetadataFormats tells which there are.", short(prefix));
                OaiFault::new("cannotDisseminateFormat", detail)
            })
        };
        let no_token =
            || OaiFault::new("badResumptionToken", "The token is none of this list: begin again without one.");
        Ok(match self.name {
            "Identify" => OaiQuestion::Identify,
            "ListMetadataFormats" => OaiQuestion::ListMetadataFormats { identifier },
            "GetRecord" => OaiQuestion::GetRecord { identifier: identifier.unwrap_or_default(), format: format()? },
            // All sets are told at once, so no token of theirs was ever given out.
            "ListSets" if arguments.get("resumptionToken").is_some() => return Err(no_token()),
            "ListSets" => OaiQuestion::ListSets,
            name => {
                let (place, selection) = match arguments.get("resumptionToken") {
                    Some(token) => Place::open(token, name).ok_or_else(no_token)?,
                    None => {
                        let set = arguments.get("set").map(str::to_owned);
                        (PLACE_OF_START, Selection { format: format()?, dates, set })
                    }
                };
                OaiQuestion::List { records: name == "ListRecords", selection, place }
            }
        })
    }
}

/// Whether a value has the form that the protocol's schema gives to its argument. What has not cannot be repeated in an
/// answer that is valid.
fn is_in_form(name: &str, value: &str) -> bool {
    let is_word = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte))
    };
    match name {
        "metadataPrefix" => is_word(value),
        "set" => value.split(':').all(is_word),
        "identifier" => !value.is_empty() && !value.chars().any(|c| c.is_whitespace() || "\"<>\\^`{|}".contains(c)),
        _ => true,
    }
}
