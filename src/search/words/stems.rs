//! The tokenizers of the index. The language of a text stands before it, marked, because one field holds texts of
//! every language; the language's two letters stand before each of its stems, because `pain` is bread in one language
//! and an ache in another.

use std::cell::RefCell;
use std::collections::HashMap;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::language::{LANGUAGES, Language};
use super::split::{Word, split};

/// What stands between a language and its text.
pub const MARK: char = '\u{1}';

/// A text with its language before it, as the tokenizers read it.
pub fn marked(language: &Language, text: &str) -> String {
    format!("{}{MARK}{text}", language.code)
}

/// Stems as the index keeps them, each once made and then remembered, up to a bound.
const REMEMBERED: usize = 50_000;

/// Stems of every language.
#[derive(Clone, Default)]
pub struct StemTokenizer {
    known: HashMap<String, String>,
}

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
        let mut key = String::new();
        let mut token = |(position, word): (usize, Word)| {
            key.clear();
            key.push_str(language.code);
            key.push_str(&word.text);
            let text = match self.known.get(&key) {
                Some(stem) => stem.clone(),
                None => {
                    let stem = term(language, &word.text);
                    if self.known.len() < REMEMBERED {
                        self.known.insert(key.clone(), stem.clone());
                    }
                    stem
                }
            };
            Token { offset_from: word.start, offset_to: word.end, position, text, position_length: 1 }
        };
        Stream::of(split(text, language).into_iter().enumerate().map(&mut token).collect())
    }
}

impl Tokenizer for SurfaceTokenizer {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let (Some(language), text) = read(text) else { return Stream::of(Vec::new()) };
        let words = split(text, language).into_iter().filter(|word| is_surface(&word.text));
        let token = |(position, word): (usize, Word)| Token {
            offset_from: word.start,
            offset_to: word.end,
            position,
            text: word.text,
            position_length: 1,
        };
        Stream::of(words.enumerate().map(token).collect())
    }
}

fn is_surface(word: &str) -> bool {
    word.chars().count() >= SHORTEST_SURFACE && word.chars().all(char::is_alphabetic)
}

thread_local! {
    static STEMS: RefCell<HashMap<String, String>> = RefCell::default();
}

impl Language {
    /// A folded word of this language as the index keeps it.
    pub fn term(&self, word: &str) -> String {
        STEMS.with_borrow_mut(|known| {
            let key = format!("{}{word}", self.code);
            if let Some(stem) = known.get(&key) {
                return stem.clone();
            }
            if known.len() >= REMEMBERED {
                known.clear();
            }
            let stem = term(self, word);
            known.insert(key, stem.clone());
            stem
        })
    }
}

fn term(language: &Language, word: &str) -> String {
    format!("{}{}", language.code, language.stem(word))
}
