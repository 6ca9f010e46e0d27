//! Copies of another hub's entries: taken in as that hub sends them, word for word, with its ids and revisions; forgotten
//! when it says so. What cannot be taken in is put into quarantine and holds nothing else up.

mod forgetting;
mod holding;
mod keeping;
mod obeying;
mod orders;
mod reading;

pub use orders::{CopyCounts, Forget, Order};
pub(super) use reading::read;
