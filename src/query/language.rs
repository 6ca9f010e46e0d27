//! Which language to answer in: BCP 47 tags, priority lists (`lang=`, `Accept-Language`) and RFC 4647 lookup.
//! `lang=` refuses a malformed range by name, because somebody typed it; a header is read leniently, because a
//! browser wrote it. Never looks at more than 20 parts of a header or 10 of the parameter.

use oxilangtag::LanguageTag;

/// The most ranges that `lang=` takes.
const MAX_PARAMETER_RANGES: usize = 10;
/// How many parts of an `Accept-Language` header are looked at; the rest is ignored.
const MAX_HEADER_PARTS: usize = 20;
/// The longest range taken, in bytes; RFC 5646 (section 4.4.1) reckons with 35.
const MAX_RANGE_LENGTH: usize = 64;

/// The languages that a reader asked for, the most wanted first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LanguagePriority(Vec<LanguageRange>);

/// A basic language range of RFC 4647 (section 2.1): a language tag or the beginning of one, or `*` for any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageRange(String);

impl LanguageRange {
    fn new(text: &str) -> Option<Self> {
        let known = text == "*" || (text.len() <= MAX_RANGE_LENGTH && is_well_formed(text));
        known.then(|| Self(text.to_owned()))
    }

    fn is_any(&self) -> bool {
        self.0 == "*"
    }

    /// The range itself, then what is left of it as subtags are taken off its end: `zh-Hant-CN-x-private` gives
    /// `zh-Hant-CN`, `zh-Hant`, `zh`. A single letter or digit left at the end goes too (RFC 4647, section 3.4).
    fn truncations(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(self.0.as_str()), |range| {
            let (mut shorter, _) = range.rsplit_once('-')?;
            while let Some((rest, subtag)) = shorter.rsplit_once('-')
                && subtag.len() == 1
            {
                shorter = rest;
            }
            Some(shorter).filter(|shorter| shorter.len() > 1)
        })
    }
}

impl std::fmt::Display for LanguagePriority {
    /// The ranges, the most wanted first, with commas between.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, range) in self.0.iter().enumerate() {
            out.write_str(if place > 0 { "," } else { "" })?;
            out.write_str(&range.0)?;
        }
        Ok(())
    }
}

impl LanguagePriority {
    /// Reads the parameter `lang=fr,en`: ranges in order of preference, `*` for any.
    ///
    /// # Errors
    /// A sentence that names the range which is not well-formed, or says that there are more than 10.
    pub fn from_parameter(text: &str) -> Result<Self, String> {
        if text.split(',').nth(MAX_PARAMETER_RANGES).is_some() {
            return Err(format!("At most {MAX_PARAMETER_RANGES} languages are named."));
        }
        text.split(',')
            .map(|part| {
                LanguageRange::new(part.trim()).ok_or_else(|| {
                    let part: String = part.trim().chars().take(MAX_RANGE_LENGTH).collect();
                    format!(
                        "{part:?} is not a language tag such as `en`, `fr-CA` or `zh-Hant`, nor `*` for any language."
                    )
                })
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Reads an `Accept-Language` header (RFC 9110, section 12.5.4): by falling weight, equal weights as written.
    /// Parts that cannot be read and parts of weight 0 are left out; nothing readable gives an empty priority.
    pub fn from_accept_language(header: &str) -> Self {
        let mut weighted: Vec<(u16, LanguageRange)> = header
            .split(',')
            .take(MAX_HEADER_PARTS)
            .filter_map(|part| {
                let (range, weight) = match part.split_once(';') {
                    Some((range, parameter)) => (range, weight(parameter)?),
                    None => (part, 1000),
                };
                Some((weight, LanguageRange::new(range.trim())?)).filter(|_| weight > 0)
            })
            .collect();
        weighted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        Self(weighted.into_iter().map(|(_, range)| range).collect())
    }

    /// The range that is wanted most.
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(|range| range.0.as_str())
    }

    /// Whether the reader asked for nothing in particular.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The best of the available tags, or `None` when none of the wanted languages is there (RFC 4647, section 3.4).
    ///
    /// Each range is tried whole, then shortened from its end, without regard to case, before the next range gets its
    /// turn: `fr-CA` finds `fr`. Where that finds nothing, the range as a beginning does: `en` and `en-US` find `en-GB`,
    /// but never text in another script than the one asked for. `*` gives the first available tag, after all
    /// ranges that name a language have had their turn.
    pub fn lookup<'a>(&self, available: &[&'a str]) -> Option<&'a str> {
        let find = |matches: &dyn Fn(&str) -> bool| available.iter().copied().find(|tag| matches(tag));
        self.0
            .iter()
            .filter(|range| !range.is_any())
            .find_map(|range| {
                let script = script(&range.0);
                range.truncations().find_map(|wanted| find(&|tag| tag.eq_ignore_ascii_case(wanted))).or_else(|| {
                    range
                        .truncations()
                        .find_map(|wanted| find(&|tag| extends(tag, wanted) && same_script(script, self::script(tag))))
                })
            })
            .or_else(|| find(&|_| self.0.iter().any(LanguageRange::is_any)))
    }
}

/// Whether the text is a language tag of BCP 47 by its form (RFC 5646, section 2.2.9), such as `en`, `fr-CA`, `zh-Hant`.
/// The subtags are not looked up in the IANA registry, so `xx` is well-formed too.
pub fn is_well_formed(tag: &str) -> bool {
    LanguageTag::parse(tag).is_ok()
}

/// The direction in which text of this language runs: `rtl` or `ltr`, ready for the `dir` attribute of HTML.
/// A script subtag decides (`az-Arab`, `ur-Latn`); without one, the script in which the language is usually written.
pub fn direction(tag: &str) -> &'static str {
    const RTL_SCRIPTS: [&str; 10] = ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"];
    #[rustfmt::skip]
    const RTL_LANGUAGES: [&str; 46] = [
        "acm", "acq", "aeb", "afb", "ajp", "apc", "apd", "ar", "arb", "arc", "ars", "ary", "arz", "azb", "bal", "bqi",
        "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc", "luz", "mzn", "nqo", "pbt", "pes", "pnb", "prs",
        "ps", "sam", "sd", "sdh", "skr", "syc", "syr", "ug", "ur", "ydd", "yi", "yih", "yud",
    ];
    let listed = |list: &[&str], subtag: &str| list.iter().any(|known| known.eq_ignore_ascii_case(subtag));

    let rtl = match script(tag) {
        Some(script) => listed(&RTL_SCRIPTS, script),
        None => listed(&RTL_LANGUAGES, tag.split('-').next().unwrap_or(tag)),
    };
    if rtl { "rtl" } else { "ltr" }
}

/// The script subtag: four letters, after the language and any extended language subtags.
fn script(tag: &str) -> Option<&str> {
    let (_, rest) = tag.split_once('-').filter(|(language, _)| language.len() > 1)?;
    rest.split('-')
        .find(|subtag| subtag.len() != 3)
        .filter(|subtag| subtag.len() == 4 && subtag.bytes().all(|letter| letter.is_ascii_alphabetic()))
}

fn same_script(wanted: Option<&str>, found: Option<&str>) -> bool {
    match (wanted, found) {
        (Some(wanted), Some(found)) => wanted.eq_ignore_ascii_case(found),
        _ => true,
    }
}

/// Whether the tag is the beginning followed by further subtags: `en-GB` extends `en`, `eng` does not.
fn extends(tag: &str, beginning: &str) -> bool {
    tag.split_at_checked(beginning.len())
        .is_some_and(|(head, rest)| rest.starts_with('-') && head.eq_ignore_ascii_case(beginning))
}

/// The weight `q=0.8` in thousandths; at most three decimals, from 0 to 1.
fn weight(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let (whole, decimals) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    if decimals.len() > 3 || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(text: &str) -> LanguagePriority {
        LanguagePriority::from_parameter(text).unwrap()
    }

    fn order(header: &str) -> Vec<String> {
        LanguagePriority::from_accept_language(header).0.into_iter().map(|range| range.0).collect()
    }

    #[test]
    fn the_parameter_keeps_its_order_and_names_what_is_wrong() {
        assert_eq!(parameter("fr, en").lookup(&["en", "fr"]), Some("fr"));
        assert_eq!(parameter("*").lookup(&["cy", "en"]), Some("cy"));
        assert!(LanguagePriority::from_parameter("fr,english_uk").unwrap_err().contains("\"english_uk\""));
        for text in
            ["", ",", "fr,", "e", "en-*", "en--GB", "*-GB", "en;q=1", "fr\u{202e}", "x", "12", &"en-a".repeat(999)]
        {
            let error = LanguagePriority::from_parameter(text).unwrap_err();
            assert!(error.len() < 300, "{error}");
        }
        assert!(LanguagePriority::from_parameter(&["en"; 10].join(",")).is_ok());
        assert!(LanguagePriority::from_parameter(&["en"; 11].join(",")).unwrap_err().contains("At most 10"));
    }

    #[test]
    fn the_header_is_ordered_by_weight_and_read_leniently() {
        assert_eq!(order("da, en-gb;q=0.8, en;q=0.7"), ["da", "en-gb", "en"]);
        assert_eq!(order("en;q=0.7,fr-CH , fr;q=0.9, *;q=0.5 ,de ; Q = 1.000"), ["fr-CH", "de", "fr", "en", "*"]);
        assert_eq!(order("cy;q=0, en;q=0.001, ga;q=0.000"), ["en"]);
        assert_eq!(
            order("fr;q=2, ;q=1, en_GB, q=1, de;q, es;q=.5, it;q=0.1234, pt;q=-1, é, nl;level=1, en;q=0."),
            Vec::<String>::new()
        );
        assert!(LanguagePriority::from_accept_language("").is_empty());
        assert_eq!(order(&"fr,".repeat(100_000)).len(), 20);
        assert_eq!(order(&format!("{}en", "?,".repeat(20))), Vec::<String>::new(), "the 21st part is not looked at");
    }

    #[test]
    fn ranges_are_shortened_from_the_end() {
        let steps = |range: &str| LanguageRange(range.into()).truncations().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            steps("zh-Hant-CN-x-private1-private2"),
            ["zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant", "zh"]
        );
        assert_eq!(steps("en-a-b-c-dd"), ["en-a-b-c-dd", "en"]);
        assert_eq!(steps("x-a-b"), ["x-a-b"]);
        assert_eq!(steps("i-klingon"), ["i-klingon"]);
    }

    #[test]
    fn lookup_tries_a_range_to_its_end_before_the_next() {
        assert_eq!(parameter("fr-CA,en").lookup(&["en", "fr"]), Some("fr"));
        assert_eq!(parameter("EN-gb").lookup(&["en", "en-GB"]), Some("en-GB"));
        assert_eq!(parameter("zh-Hant-TW").lookup(&["zh-Hans", "zh-hant"]), Some("zh-hant"));
        assert_eq!(parameter("de,cy").lookup(&["en", "fr"]), None);
        assert_eq!(parameter("de,*,fr").lookup(&["en", "fr"]), Some("fr"));
        assert_eq!(parameter("de,*").lookup(&["en", "fr"]), Some("en"));
        assert_eq!(parameter("*").lookup(&[]), None);
        assert_eq!(LanguagePriority::default().lookup(&["en"]), None);
    }

    #[test]
    fn a_range_finds_a_longer_tag_last_and_in_the_same_script() {
        assert_eq!(parameter("en").lookup(&["fr", "en-GB", "en-US"]), Some("en-GB"));
        assert_eq!(parameter("en-US").lookup(&["en-GB"]), Some("en-GB"));
        assert_eq!(parameter("en-GB").lookup(&["en-US", "en-GB-oxendict"]), Some("en-GB-oxendict"));
        assert_eq!(parameter("en-US").lookup(&["en-GB", "en"]), Some("en"));
        assert_eq!(parameter("en").lookup(&["eng", "enm-GB"]), None);
        assert_eq!(parameter("zh-Hant,en").lookup(&["zh-Hans-CN", "en"]), Some("en"));
        assert_eq!(parameter("zh-TW").lookup(&["zh-Hant-TW"]), Some("zh-Hant-TW"));
        assert_eq!(parameter("en").lookup(&["aé-GB", "en-IE"]), Some("en-IE"));
    }

    #[test]
    fn well_formed_is_the_form_only() {
        for tag in ["en", "en-GB", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-CH-1996", "x-hub", "i-klingon", "xx"] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in ["", "e", "en-", "-en", "en_GB", "en GB", "*", "en-GB-a", "abcdefghi", "français", "en\0"] {
            assert!(!is_well_formed(tag), "{tag:?}");
        }
    }

    #[test]
    fn direction_follows_the_script_then_the_language() {
        #[rustfmt::skip]
        let tags = [
            "ar", "AR-eg", "he", "iw", "fa-IR", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "ar-arb", "az-Arab",
            "pa-arab-PK", "ku-Arab", "ff-Adlm", "man-Nkoo", "arc-Syrc", "zh-cmn-Hebr",
        ];
        for tag in tags {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        #[rustfmt::skip]
        let tags = [
            "en", "ur-Latn", "ks-Deva", "ku", "az", "tr", "arn", "es-419", "de-1996", "", "x-arab", "en-x-arab",
            "fr-Latn-FR",
        ];
        for tag in tags {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }
}
