//! Words: runs of letters and digits, in lower case and without diacritics, each with where it stands in the text.
//! Scripts that are written without spaces are cut into overlapping pairs of characters.

use std::ops::Range;

use deunicode::deunicode_char;

use super::language::Language;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub text: String,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The longest word that is told apart from another, in characters.
const LONGEST: usize = 60;

/// The words of a text by the rules of a language.
pub fn split(text: &str, language: &Language) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    each_word(text, language, |word, at| words.push(Word { text: word.to_owned(), start: at.start, end: at.end }));
    words
}

/// Shows the words of a text one after the other, folded, each with where it stands in the text, in bytes.
pub fn each_word(text: &str, language: &Language, mut show: impl FnMut(&str, Range<usize>)) {
    each_word_like(
        text,
        language,
        |_| true,
        |word, at| {
            if let Some(word) = word {
                show(word, at);
            }
        },
    );
}

/// The same, but of words that are not wanted, to judge by their bytes, it only shows where they stand. Words of plain letters are
/// judged as they are written, in upper or lower case.
pub fn each_word_like(
    text: &str,
    language: &Language,
    wanted: impl Fn(&[u8]) -> bool,
    mut show: impl FnMut(Option<&str>, Range<usize>),
) {
    let mut word = String::new();
    let mut at = 0;
    loop {
        at = plain(text, at, &mut word, &wanted, &mut show);
        match next(text, at) {
            Some(c) => {
                let mut judged = |word: &str, at| show(Some(word).filter(|word| wanted(word.as_bytes())), at);
                at = any(text, at, c, language, &mut word, &mut judged);
            }
            None => return,
        }
    }
}

/// Shows words for as long as they are of plain letters and digits and end before what is plain, too, and no apostrophe: nearly
/// all of nearly every text. Answers where to go on.
fn plain(
    text: &str,
    begin: usize,
    word: &mut String,
    wanted: &impl Fn(&[u8]) -> bool,
    show: &mut impl FnMut(Option<&str>, Range<usize>),
) -> usize {
    let bytes = text.as_bytes();
    let run = |from: usize, is: fn(&u8) -> bool| {
        from + bytes.get(from..).unwrap_or_default().iter().take_while(|byte| is(byte)).count()
    };
    let mut at = begin;
    loop {
        let start = run(at, |byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
        let end = run(start, u8::is_ascii_alphanumeric);
        let ends = bytes.get(end).is_none_or(|byte| byte.is_ascii() && *byte != b'\'');
        if start == end || end - start > LONGEST || !ends {
            return start;
        }
        if bytes.get(start..end).is_some_and(wanted) {
            word.clear();
            word.push_str(text.get(start..end).unwrap_or_default());
            word.make_ascii_lowercase();
            show(Some(word), start..end);
        } else {
            show(None, start..end);
        }
        at = end;
    }
}

/// Shows whatever begins with this character, and answers where to go on.
fn any(
    text: &str,
    at: usize,
    c: char,
    language: &Language,
    word: &mut String,
    show: &mut impl FnMut(&str, Range<usize>),
) -> usize {
    match c {
        _ if is_unspaced(c) => pairs(text, at, show),
        _ if c.is_alphanumeric() => spaced(text, at, language, word, show),
        _ => at + c.len_utf8(),
    }
}

/// The character that stands at a place of a text.
fn next(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Shows the word that begins at a place, and answers where to go on.
fn spaced(
    text: &str,
    begin: usize,
    language: &Language,
    word: &mut String,
    show: &mut impl FnMut(&str, Range<usize>),
) -> usize {
    word.clear();
    let (mut start, mut end, mut at) = (begin, begin, begin);
    loop {
        // Nearly all of nearly every text.
        let plain = text.as_bytes().iter().skip(at).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if plain > 0 {
            let folded = word.len();
            word.push_str(text.get(at..at + plain).unwrap_or_default());
            word.get_mut(folded..).into_iter().for_each(str::make_ascii_lowercase);
            at += plain;
            end = at;
        }
        let Some(c) = next(text, at) else { break };
        let after = at + c.len_utf8();
        if is_apostrophe(c) {
            if !next(text, after).is_some_and(char::is_alphanumeric) {
                break;
            }
            if language.elides(word) {
                word.clear();
                (start, end) = (after, after);
            }
            // The owner's `s` is no part of the word; any other apostrophe is passed over.
            word.push('\'');
        } else if !is_unspaced(c) && (c.is_alphanumeric() || is_mark(c)) {
            fold_into(c, word);
            end = after;
        } else {
            break;
        }
        at = after;
    }
    if word.contains('\'') {
        let trimmed = word.strip_suffix("'s").map_or(word.len(), str::len);
        word.truncate(trimmed);
        word.retain(|c| c != '\'');
    }
    if word.len() > LONGEST
        && let Some((end, _)) = word.char_indices().nth(LONGEST)
    {
        word.truncate(end);
    }
    if !word.is_empty() {
        show(word, start..end);
    }
    at
}

/// Shows the pairs of characters of a run without spaces, and answers where to go on.
fn pairs(text: &str, begin: usize, show: &mut impl FnMut(&str, Range<usize>)) -> usize {
    let (mut before, mut at, mut alone) = (begin, begin, true);
    while let Some(c) = next(text, at).filter(|c| is_unspaced(*c)) {
        let after = at + c.len_utf8();
        if at > begin {
            show(text.get(before..after).unwrap_or_default(), before..after);
            alone = false;
        }
        (before, at) = (at, after);
    }
    if alone {
        show(text.get(begin..at).unwrap_or_default(), begin..at);
    }
    at
}

/// A text in lower case and without diacritics.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_into(c, &mut folded);
    }
    folded
}

fn fold_into(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        _ if is_mark(c) => {}
        // Latin with diacritics, ligatures and the like, up to the additions of Vietnamese.
        '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{fb00}'..='\u{fb06}' | '\u{ff10}'..='\u{ff5a}' => {
            match deunicode_char(c) {
                Some(plain) => {
                    out.extend(plain.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()))
                }
                None => out.push(c),
            }
        }
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' => out.push('ي'),
        'ё' | 'Ё' => out.push('е'),
        _ => out.extend(c.to_lowercase().map(plain_greek)),
    }
}

fn plain_greek(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        other => other,
    }
}

/// A character that changes another and is passed over: combining diacritics, Arabic and Hebrew vowels, tatweel, and the
/// joiners that are written inside words.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{2018}')
}

/// Whether a script is written without spaces between words: Thai, Lao, Burmese, Khmer, kana and Han.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Language, any, fold, next, split};

    proptest! {
        #[test]
        fn plain_words_are_split_as_all_others(text in "([a-zA-Z0-9'’ .,é人กー́-]{0,12}|[a-zA-Z]{50,70}){0,6}", tag in "en|fr") {
            let language = Language::of(&tag).unwrap();
            let (mut all, mut word, mut at) = (Vec::new(), String::new(), 0);
            while let Some(c) = next(&text, at) {
                let mut show = |word: &str, at: std::ops::Range<usize>| all.push((word.to_owned(), at.start, at.end));
                at = any(&text, at, c, language, &mut word, &mut show);
            }
            let found: Vec<_> = split(&text, language).into_iter().map(|word| (word.text, word.start, word.end)).collect();
            prop_assert_eq!(found, all);
        }
    }

    fn words(text: &str, tag: &str) -> Vec<String> {
        split(text, Language::of(tag).unwrap()).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_split_and_folded_by_language() {
        assert_eq!(words("Women's rights – COVID-19, O'Brien’s", "en"), ["women", "rights", "covid", "19", "obrien"]);
        assert_eq!(words("L’accès à l'école; aujourd'hui", "fr"), ["acces", "a", "ecole", "aujourdhui"]);
        assert_eq!(words("Ærø straße ÉCOLE", "xx"), ["aero", "strasse", "ecole"]);
        assert_eq!(words("الحَقُّ في الصِّحَّة", "ar"), ["الحق", "في", "الصحة"]);
        assert_eq!(words("人权法 ok", "zh"), ["人权", "权法", "ok"]);
        assert_eq!(words("\"'--'\" !?", "en"), Vec::<String>::new());
        assert_eq!(fold("Ελευθερία"), "ελευθερια");
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "é « l'École »";
        let found = split(text, Language::of("fr").unwrap());
        assert_eq!(&text[found[1].start..found[1].end], "École");
    }
}
