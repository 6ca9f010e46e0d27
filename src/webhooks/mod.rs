//! Sending messages to other people's servers: where they may go, how they are signed, and one attempt at a time. It
//! knows no entry and no database, and never contacts an address that [`is_public`] does not take.

mod address;
mod resolving;
mod schedule;
mod sender;
mod signature;
mod target;

pub use address::is_public;
pub use resolving::{Resolver, SystemResolver};
pub use schedule::Schedule;
pub use sender::{Attempt, Message, SendError, Sender};
pub use signature::signatures;
pub use target::{InvalidTarget, MAX_URL, Targets};
