//! The states of an item and what leads from one to another: one table, which the documentation repeats and a test
//! compares.

use super::EditError;
use crate::model::values::closed_list;
use crate::store::ItemState;

closed_list! {
    /// What can be done to an item's state.
    pub enum Verb {
        /// Make the latest revision public.
        Publish = "publish",
        /// Have it become public at a set time.
        Schedule = "schedule",
        /// Have it wait for somebody to publish it.
        Unschedule = "unschedule",
        /// Leave it readable, under a notice.
        Withdraw = "withdraw",
        /// Take it away: 410.
        Remove = "remove",
        /// Lead to another entry: 308.
        Redirect = "redirect",
        /// Bring back what was public last.
        Restore = "restore",
        /// Make an old revision the draft.
        Revert = "revert",
    }
}

/// From a state, by a verb, to a state. What is not here is refused with 409. Erased items have no way out.
pub static TRANSITIONS: &[(ItemState, Verb, ItemState)] = {
    use ItemState::{Draft, Published, Redirected, Removed, Scheduled, Withdrawn};
    use Verb::{Publish, Redirect, Remove, Restore, Revert, Schedule, Unschedule, Withdraw};
    &[
        (Draft, Publish, Published),
        (Draft, Schedule, Scheduled),
        (Draft, Revert, Draft),
        (Scheduled, Publish, Published),
        (Scheduled, Schedule, Scheduled),
        (Scheduled, Unschedule, Draft),
        (Scheduled, Revert, Scheduled),
        (Published, Publish, Published),
        (Published, Schedule, Published),
        (Published, Unschedule, Published),
        (Published, Withdraw, Withdrawn),
        (Published, Remove, Removed),
        (Published, Redirect, Redirected),
        (Published, Revert, Published),
        (Withdrawn, Publish, Published),
        (Withdrawn, Restore, Published),
        (Withdrawn, Remove, Removed),
        (Withdrawn, Redirect, Redirected),
        (Withdrawn, Revert, Withdrawn),
        (Removed, Restore, Published),
        (Removed, Redirect, Redirected),
        (Removed, Revert, Removed),
        (Redirected, Restore, Published),
        (Redirected, Remove, Removed),
        (Redirected, Redirect, Redirected),
        (Redirected, Revert, Redirected),
    ]
};

/// Where a verb leads from a state.
///
/// # Errors
/// [`EditError::State`] with what the state allows.
pub fn next(state: ItemState, verb: Verb) -> Result<ItemState, EditError> {
    let from = || TRANSITIONS.iter().filter(|(from, _, _)| *from == state);
    from().find(|(_, by, _)| *by == verb).map(|(_, _, to)| *to).ok_or_else(|| EditError::State {
        state,
        verb: verb.as_str().to_owned(),
        allowed: from().map(|(_, by, _)| by.as_str()).collect(),
    })
}
