//! What fits the words that somebody typed, and how well: an index of the public text that follows the change log. It
//! gives entries with scores; filters, counts, order and bodies are the catalogue's and the documents' business.

mod evaluating;
mod expansion;
mod followed;
mod follower;
mod fuzzy;
mod gathering;
mod highlight;
mod home;
mod index;
mod met;
mod phrase;
mod plan;
mod query;
mod reused;
mod rewriting;
mod schema;
mod similar;
mod suggest;
mod synonyms;
mod text;
mod view;
mod words;

pub use evaluating::{Matches, Statistics, Unanswered};
pub use followed::{Followed, Numbering};
pub use follower::{Follower, State};
pub use highlight::{Highlight, Highlighter};
pub use index::{Index, IndexError, Place};
pub use plan::{Plan, Reading};
pub use query::{Clause, Restriction, Words, read};
pub use reused::Reused;
pub use suggest::{Candidate, Suggestion, Suggestions};
pub use synonyms::Names;
pub use text::{EntryText, Part, ReadText, TextField};
pub use view::View;
pub use words::Vocabulary;
