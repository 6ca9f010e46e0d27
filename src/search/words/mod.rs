//! From text to what is indexed and asked for: words, folded and stemmed by the rules of the text's language.

mod language;
mod split;
mod stems;

pub use language::{LANGUAGES, Language};
pub use split::{Word, each_word, fold, split};
pub use stems::{StemTokenizer, SurfaceTokenizer, marked};
