//! Large arrays that every question needs, used again by the next one: to ask the system for them anew, and to have it
//! clear them, would cost more than to fill them.

use std::sync::{Mutex, PoisonError};

/// Values kept between questions, as many as were ever in use at once, but no more than a few.
#[derive(Debug)]
pub struct Reused<T>(Mutex<Vec<T>>);

impl<T> Default for Reused<T> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

/// How many are kept.
const MOST: usize = 8;

impl<T: Default> Reused<T> {
    /// One that is not in use, as it was given back.
    pub fn take(&self) -> T {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    /// Takes one back.
    pub fn give(&self, value: T) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MOST {
            kept.push(value);
        }
    }
}
