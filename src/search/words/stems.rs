//! The tokenizers of the index. The language of a text stands before it, marked, because one field holds texts of
//! every language; the language's two letters stand before each of its stems, because `pain` is bread in one language
//! and an ache in another.

use std::cell::RefCell;
use std::collections::HashMap;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::language::{LANGUAGES, Language};
use super::split::each_word;

/// What stands between a language and its text.
pub const MARK: char = '\u{1}';

/// A text with its language before it, as the tokenizers read it.
pub fn marked(language: &Language, text: &str) -> String {
    format!("{}{MARK}{text}", language.code)
}

/// Terms of each language that every thread remembers, because making one takes longer; at most so many. Nearly all words of
/// most texts are among the first thousands, and there are many threads.
const REMEMBERED: usize = 20_000;

/// Stems of every language.
#[derive(Clone, Default)]
pub struct StemTokenizer;

/// Words as they are written, folded, for finding what is nearly the same; numbers and short words are left out.
#[derive(Clone, Default)]
pub struct SurfaceTokenizer;

/// Shorter words are not looked for with another letter in them.
const SHORTEST_SURFACE: usize = 4;

/// The tokens of one text.
pub struct Stream {
    tokens: std::vec::IntoIter<Token>,
    token: Token,
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        match self.tokens.next() {
            Some(token) => {
                self.token = token;
                true
            }
            None => false,
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

impl Stream {
    fn of(tokens: Vec<Token>) -> Self {
        Self { tokens: tokens.into_iter(), token: Token::default() }
    }
}

fn read(text: &str) -> (Option<&'static Language>, &str) {
    match text.split_once(MARK) {
        Some((code, text)) => (Language::of(code), text),
        None => (LANGUAGES.last(), text),
    }
}

impl Tokenizer for StemTokenizer {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let (Some(language), text) = read(text) else { return Stream::of(Vec::new()) };
        let mut tokens = Vec::with_capacity(text.len() / 6);
        each_word(text, language, |word, at| {
            let position = tokens.len();
            let text = language.term(word);
            tokens.push(Token { offset_from: at.start, offset_to: at.end, position, text, position_length: 1 });
        });
        Stream::of(tokens)
    }
}

impl Tokenizer for SurfaceTokenizer {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let (Some(language), text) = read(text) else { return Stream::of(Vec::new()) };
        let mut tokens = Vec::with_capacity(text.len() / 6);
        each_word(text, language, |word, at| {
            if is_surface(word) {
                let (position, text) = (tokens.len(), word.to_owned());
                tokens.push(Token { offset_from: at.start, offset_to: at.end, position, text, position_length: 1 });
            }
        });
        Stream::of(tokens)
    }
}

fn is_surface(word: &str) -> bool {
    word.chars().count() >= SHORTEST_SURFACE && word.chars().all(char::is_alphabetic)
}

thread_local! {
    /// By language, then by word.
    static TERMS: RefCell<Vec<HashMap<Box<str>, Box<str>>>> = RefCell::default();
}

impl Language {
    /// A folded word of this language as the index keeps it.
    pub fn term(&self, word: &str) -> String {
        self.with_term(word, str::to_owned)
    }

    /// Shows a folded word of this language as the index keeps it.
    pub fn with_term<T>(&self, word: &str, show: impl FnOnce(&str) -> T) -> T {
        TERMS.with_borrow_mut(|known| {
            known.resize_with(known.len().max(self.place + 1), HashMap::new);
            let Some(known) = known.get_mut(self.place) else { return show(&self.make_term(word)) };
            if let Some(term) = known.get(word) {
                return show(term);
            }
            if known.len() >= REMEMBERED {
                known.clear();
            }
            let term = self.make_term(word);
            let shown = show(&term);
            known.insert(word.into(), term.into());
            shown
        })
    }

    fn make_term(&self, word: &str) -> String {
        format!("{}{}", self.code, self.stem(word))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{LANGUAGES, fold};

    proptest! {
        #[test]
        fn a_stem_begins_as_its_word_where_the_language_says_so(
            word in "[a-zäöüßéèçñşğıøåăâő]{1,12}|[а-я]{1,12}|[ا-ي]{1,8}|[α-ω]{1,10}|(skies|dying|oel|aerger|ueber|ing|y)[a-z]{0,5}",
            ending in "(s|es|ing|ed|ation|ungen|ement|mente|ность|lar|ului|jaiss|ité)?",
        ) {
            let word = fold(&format!("{word}{ending}"));
            for language in LANGUAGES.iter().filter(|language| language.keeps_first_letter) {
                let stem = language.stem(&word);
                prop_assert_eq!(stem.as_bytes().first(), word.as_bytes().first(), "{} {} {}", language.code, word, stem);
            }
        }
    }
}
