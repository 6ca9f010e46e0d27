//! The languages whose words are known: how they are stemmed, which words carry no meaning in a question, and which
//! are written into the next one. Text in any other language is split and folded, and taken as it stands.

use std::collections::HashSet;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::{Language as Listed, RawTokenizer, StopWordFilter, TextAnalyzer};

/// A language, or all those without rules of their own.
pub struct Language {
    /// Its two letters, which stand before every stem of it in the index; `xx` for languages without rules.
    pub code: &'static str,
    /// Its place in [`LANGUAGES`].
    pub place: usize,
    /// How many letters a stem and its word always begin with alike, at most two; `y` counts as `i`.
    pub kept_letters: usize,
    stemmer: Option<Stemmer>,
    listed: Option<Listed>,
    own: HashSet<&'static str>,
    elided: &'static [&'static str],
}

/// Words of questions: they say that something is asked, not what.
const ENGLISH: &str = "about am among any been being between can could did do does doing from had has have having he her here his how \
i its me more most my our she should so some than them through until us we were what when where which while who whom \
whose why would you your during due based using use whether";
const FRENCH: &str = "comment pourquoi quand quel quelle quels quelles est sont peut entre chez lors afin";
const SPANISH: &str = "cómo como cuál cuáles qué por para son puede entre cuando dónde";
const ARABIC: &str = "في من على إلى الى عن أن ان ما ماذا هل هذا هذه التي الذي هو هي كيف أو او ثم لا لم مع كل بعد قبل بين عند كان كانت وما ومن و";
const GREEK: &str = "ο η το οι τα του της των και σε με για από που είναι να στο στη στην στον";
const TURKISH: &str = "ve bir bu da de için ile ne mi mı nasıl olarak";
const ROMANIAN: &str = "și si în in la de cu pe un o a ai ale care ce este sunt din pentru";

/// Languages whose stems may not begin as their words do: they lose prefixes, or, in Turkish, soften the one consonant that
/// is left.
const CHANGES_FIRST: &[&str] = &["ar", "nl", "el", "ta", "tr"];

/// Languages whose stems may have another second letter: German umlauts that are written as two letters, Finnish doubled
/// letters.
const CHANGES_SECOND: &[&str] = &["de", "fi"];

/// What French, Italian and Catalan write before an apostrophe.
const ROMANCE: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "c", "n", "qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "all", "dell", "nell", "sull",
    "dall", "un", "quest",
];

/// Code, rules of stems, list of small words, more of them, what is written before an apostrophe.
type Known = (&'static str, Algorithm, Option<Listed>, &'static str, &'static [&'static str]);

/// Every language, the one for all others last.
pub static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let known: [Known; 18] = [
        ("en", Algorithm::English, Some(Listed::English), ENGLISH, &[]),
        ("fr", Algorithm::French, Some(Listed::French), FRENCH, ROMANCE),
        ("es", Algorithm::Spanish, Some(Listed::Spanish), SPANISH, &[]),
        ("ar", Algorithm::Arabic, None, ARABIC, &[]),
        ("de", Algorithm::German, Some(Listed::German), "", &[]),
        ("it", Algorithm::Italian, Some(Listed::Italian), "", ROMANCE),
        ("pt", Algorithm::Portuguese, Some(Listed::Portuguese), "", &[]),
        ("nl", Algorithm::Dutch, Some(Listed::Dutch), "", &[]),
        ("ru", Algorithm::Russian, Some(Listed::Russian), "", &[]),
        ("da", Algorithm::Danish, Some(Listed::Danish), "", &[]),
        ("sv", Algorithm::Swedish, Some(Listed::Swedish), "", &[]),
        ("no", Algorithm::Norwegian, Some(Listed::Norwegian), "", &[]),
        ("fi", Algorithm::Finnish, Some(Listed::Finnish), "", &[]),
        ("hu", Algorithm::Hungarian, Some(Listed::Hungarian), "", &[]),
        ("ro", Algorithm::Romanian, None, ROMANIAN, &[]),
        ("tr", Algorithm::Turkish, None, TURKISH, &[]),
        ("el", Algorithm::Greek, None, GREEK, &[]),
        ("ta", Algorithm::Tamil, None, "", &[]),
    ];
    let mut languages: Vec<Language> = known
        .into_iter()
        .enumerate()
        .map(|(place, (code, algorithm, listed, own, elided))| Language {
            code,
            place,
            kept_letters: if CHANGES_FIRST.contains(&code) {
                0
            } else if CHANGES_SECOND.contains(&code) {
                1
            } else {
                2
            },
            stemmer: Some(Stemmer::new(algorithm)),
            listed,
            own: own.split_whitespace().collect(),
            elided,
        })
        .collect();
    let place = languages.len();
    languages.push(Language {
        code: "xx",
        place,
        kept_letters: 2,
        stemmer: None,
        listed: None,
        own: HashSet::new(),
        elided: ROMANCE,
    });
    languages
});

impl Language {
    /// The language of a BCP 47 tag.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let code = match primary.as_str() {
            "nb" | "nn" => "no",
            other => other,
        };
        LANGUAGES.iter().find(|language| language.code == code).or(LANGUAGES.last())
    }

    /// The stem of a folded word.
    pub fn stem(&self, word: &str) -> String {
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(word).into_owned(),
            None => word.to_owned(),
        }
    }

    /// Whether a word says nothing of what is sought: as it was typed, in lower case, or folded.
    pub fn is_stop_word(&self, typed: &str, folded: &str) -> bool {
        static OWN: LazyLock<Vec<HashSet<String>>> = LazyLock::new(|| {
            let fold = |language: &Language| language.own.iter().map(|word| super::fold(word)).collect();
            LANGUAGES.iter().map(fold).collect()
        });
        static LISTED: LazyLock<Vec<Option<TextAnalyzer>>> = LazyLock::new(|| {
            let analyser = |language: &Language| {
                let filter = StopWordFilter::new(language.listed?)?;
                Some(TextAnalyzer::builder(RawTokenizer::default()).filter(filter).build())
            };
            LANGUAGES.iter().map(analyser).collect()
        });
        if OWN.get(self.place).is_some_and(|own| own.contains(folded)) {
            return true;
        }
        let Some(Some(analyser)) = LISTED.get(self.place) else { return false };
        let mut analyser = analyser.clone();
        !analyser.token_stream(typed).advance() || !analyser.token_stream(folded).advance()
    }

    /// What the word after an apostrophe is, when the one before it is only written into it.
    pub fn elides(&self, before: &str) -> bool {
        self.elided.contains(&before)
    }
}
