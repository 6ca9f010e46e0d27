//! iCalendar (RFC 5545, with the names and refresh interval of RFC 7986): entries that take place, with their recurrence and
//! the time zones that they need. It is written here because the libraries for it put a `DTSTAMP` of now and a random `UID`
//! into every component, time zones included, and know no zone's rules.

mod event;
mod lines;
mod whole;
mod zone;

pub use whole::Calendar;
