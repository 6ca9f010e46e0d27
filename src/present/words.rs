//! The words of the interface, a file for each language: labels, names of collections, values of closed lists, dates.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::catalogue::humanise;
use crate::model::Collection;
use crate::query::LanguagePriority;

/// The words of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The language.
    #[serde(skip)]
    pub lang: &'static str,
    /// The months, January first.
    pub months: Vec<String>,
    /// A day, of `{day}`, `{month}` and `{year}`.
    pub day: String,
    /// A month, of `{month}` and `{year}`.
    pub month: String,
    /// A time of a day, of `{date}` and `{time}`.
    pub at: String,
    /// A period, of `{from}` and `{to}`.
    pub period: String,
    /// One that has not ended, of `{from}`.
    pub since: String,
    /// One whose beginning is not known, of `{to}`.
    pub until: String,
    /// What stands between the members of a list.
    pub list: String,
    /// Which entries a page shows, of `{from}`, `{to}` and `{total}`.
    pub range: String,
    labels: HashMap<String, String>,
    one: HashMap<String, String>,
    many: HashMap<String, String>,
    values: HashMap<String, String>,
}

static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let files = [
        ("en", include_str!("words/en.json")),
        ("fr", include_str!("words/fr.json")),
        ("es", include_str!("words/es.json")),
        ("ar", include_str!("words/ar.json")),
    ];
    // A test reads every file; one that cannot be read would show as missing words.
    let read = |(lang, text)| Words { lang, ..serde_json::from_str(text).unwrap_or_default() };
    files.into_iter().map(read).collect()
});

static ENGLISH: LazyLock<&'static Words> = LazyLock::new(|| {
    static NONE: LazyLock<Words> = LazyLock::new(Words::default);
    ALL.first().unwrap_or(&NONE)
});

/// What languages call themselves.
const AUTONYMS: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("cy", "Cymraeg"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("hi", "हिन्दी"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("sw", "Kiswahili"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("zh", "中文"),
];

/// What a language calls itself; its tag, where that is not known here.
pub fn autonym(tag: &str) -> &str {
    let primary = tag.split('-').next().unwrap_or(tag);
    AUTONYMS.iter().find(|(known, _)| *known == primary).map_or(tag, |(_, name)| name)
}

/// The same where languages of several regions are to be told apart: `Português (pt-BR)`.
pub fn language_name(tag: &str) -> Cow<'_, str> {
    match autonym(tag) {
        name if name == tag || !tag.contains('-') => name.into(),
        name => format!("{name} ({tag})").into(),
    }
}

impl Words {
    /// The words of a language; English, if it has none.
    pub fn of(lang: &str) -> &'static Self {
        let primary = lang.split('-').next().unwrap_or(lang);
        ALL.iter().find(|words| words.lang.eq_ignore_ascii_case(primary)).unwrap_or(&ENGLISH)
    }

    /// The words for these readers.
    pub fn for_readers(languages: &LanguagePriority) -> &'static Self {
        let known: Vec<&str> = ALL.iter().map(|words| words.lang).collect();
        languages.lookup(&known).map_or(&ENGLISH, Self::of)
    }

    /// The languages that there are words in.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|words| words.lang)
    }

    /// A label.
    pub fn label(&self, key: &str) -> &str {
        self.labels.get(key).map_or("", String::as_str)
    }

    /// What one entry of a collection is.
    pub fn one(&self, collection: &str) -> &str {
        self.one.get(collection).map_or("", String::as_str)
    }

    /// What the entries of a collection are.
    pub fn many(&self, collection: &str) -> &str {
        self.many.get(collection).map_or("", String::as_str)
    }

    /// The name of a collection: in English, what it calls itself.
    pub fn collection(&self, collection: &'static Collection) -> &str {
        if self.lang == ENGLISH.lang { collection.label } else { self.many(collection.name) }
    }

    /// A value of a closed list, or of an open one.
    pub fn value(&self, value: &str) -> String {
        self.values.get(value).cloned().unwrap_or_else(|| humanise(value))
    }
}

/// Puts texts in the places of a pattern.
pub fn filled(pattern: &str, texts: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(texts.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text));
        rest = behind;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::COLLECTIONS;
    use crate::model::FilterKind;

    #[test]
    fn every_language_has_the_same_words() {
        let keys = |map: &HashMap<String, String>| {
            let mut keys: Vec<String> = map.keys().cloned().collect();
            keys.sort_unstable();
            keys
        };
        for words in ALL.iter() {
            assert!(["true", "false"].iter().all(|so| words.values.contains_key(*so)), "{}", words.lang);
            assert_eq!(words.months.len(), 12, "{}", words.lang);
            assert_eq!(keys(&words.labels), keys(&ENGLISH.labels), "{}", words.lang);
            assert!(words.labels.values().all(|word| !word.is_empty()));
            for collection in COLLECTIONS.iter() {
                assert!(!words.one(collection.name).is_empty() && !words.many(collection.name).is_empty());
                if words.lang == "en" {
                    continue;
                }
                for filter in &collection.filters {
                    let FilterKind::Closed(values) = filter.kind else { continue };
                    for value in values {
                        assert!(words.values.contains_key(*value), "{} has no word for {value}", words.lang);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_put_in_a_place_is_no_pattern() {
        assert_eq!(filled("{from} to {to}", &[("from", "{to}"), ("to", "2")]), "{to} to 2");
    }
}
