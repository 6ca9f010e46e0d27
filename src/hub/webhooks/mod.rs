//! Webhooks: endpoints that are told of changes. Each is a cursor over the change log; whoever keeps it decides where it
//! stands, and the deliverer moves it on, message by message, in the order of the log. No message says more than what
//! changed: the entry itself is read from the API.

mod deliverer;
mod delivering;
mod described;
mod managing;
mod messages;
mod pinging;

pub use deliverer::{Deliverer, DeliverySettings};
pub use described::{DeliveryQuery, NewWebhook, WebhookFacts, WebhookPatch};
pub use managing::MAX_WEBHOOKS;
pub use pinging::{Ping, PingStart};
