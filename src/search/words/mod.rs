//! From text to what is indexed and asked for: words, folded and stemmed by the rules of the text's language.

mod language;
mod split;
mod vocabulary;

pub use language::{LANGUAGES, Language};
pub use split::{Word, each_word, each_word_like, fold, split};
pub use vocabulary::Vocabulary;
