//! Keeping a copy of another hub, and proving it complete: its log is followed from where the copy is, page by page, each
//! page in one transaction with the place that it reaches; then the digests of both are compared. What an interruption
//! leaves behind is where the next visit goes on.

mod ahead;
mod outcome;
mod rounds;
mod source;

pub use outcome::{MirrorFailure, MirrorOptions, Report};
pub use rounds::{Progress, visit};
pub use source::{Source, SourceError};
