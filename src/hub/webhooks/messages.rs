//! What endpoints are told: that something changed, and where to read it. A message holds no title and no text, so that
//! nothing that is erased later lives on in somebody's log of messages.

use data_encoding::HEXLOWER;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::catalogue::Snapshot;
use crate::hub::Hub;
use crate::hub::sync::{Told, live};
use crate::model::values::Instant;
use crate::store::{Change, ChangeOp, Webhook};
use crate::webhooks::Message;

/// What an endpoint is to be told next.
#[derive(Debug, Clone)]
pub struct Telling {
    /// The message itself.
    pub message: Message,
    /// What it says.
    pub kind: &'static str,
    /// Where the endpoint stands once it has taken the message.
    pub seq: i64,
    /// In which history.
    pub epoch: String,
    /// The collection and id of the entry, when it is about one.
    pub entry: Option<(String, String)>,
}

/// What an endpoint is to be told of a change, given what the catalogue now shows: nothing when that is none of its
/// collections, or when the entry has changed again, since the log then has a later place for it.
pub fn telling(hub: &Hub, snapshot: &Snapshot, webhook: &Webhook, change: &Change) -> Option<Telling> {
    // Of what followers never had, nobody is told.
    if !change.shared || !webhook.types.is_empty() && !webhook.types.contains(&change.collection) {
        return None;
    }
    if change.op == ChangeOp::Upsert {
        live(snapshot, &change.entry_id).filter(|(_, card)| card.seq <= change.seq)?;
    }
    let told = Told::of(snapshot, change, |_| true);
    let kind = match told.op() {
        ChangeOp::Upsert => "entry.published",
        ChangeOp::Delete => "entry.deleted",
    };
    // A reader that another node answers waits there until that node has come as far.
    let site = &hub.identity().site.public_url;
    let href = format!("{site}/v1/{}/{}?min_seq={}", change.collection, change.entry_id, change.seq);
    let mut data = Map::new();
    data.insert("seq".to_owned(), json!(change.seq));
    data.insert("type".to_owned(), json!(change.collection));
    data.insert("id".to_owned(), json!(change.entry_id));
    data.insert("rev".to_owned(), json!(change.rev));
    data.insert("op".to_owned(), json!(told.op()));
    data.insert("href".to_owned(), json!(href));
    told.explain(&mut data);
    data.insert("epoch".to_owned(), json!(webhook.epoch));
    Some(Telling {
        message: Message {
            id: message_id(webhook, &webhook.epoch, &change.seq.to_string()),
            body: body(kind, change.changed_at, Value::Object(data)),
        },
        kind,
        seq: change.seq,
        epoch: webhook.epoch.clone(),
        entry: Some((change.collection.clone(), change.entry_id.clone())),
    })
}

/// That the hub has another history, as after a restore: what the receiver knows of the sequence holds no more. Taken,
/// it leaves the endpoint at what was the end of the log before it was sent, so that whoever exports on receiving it
/// misses nothing.
pub fn epoch_changed(hub: &Hub, webhook: &Webhook, seq: i64, epoch: &str) -> Telling {
    let data = json!({
        "epoch": epoch,
        "previous_epoch": webhook.epoch,
        "href": format!("{}/v1/export", hub.identity().site.public_url),
    });
    Telling {
        message: Message {
            id: message_id(webhook, epoch, "epoch"),
            body: body("hub.epoch_changed", born(epoch).unwrap_or(webhook.created_at), data),
        },
        kind: "hub.epoch_changed",
        seq,
        epoch: epoch.to_owned(),
        entry: None,
    }
}

/// That somebody wants to know whether the endpoint answers.
pub fn ping(webhook: &Webhook, now: Instant) -> Message {
    let id = format!("msg_{}", Uuid::now_v7().simple());
    Message {
        id,
        body: body("hub.ping", now, json!({ "webhook": webhook.id, "seq": webhook.seq, "epoch": webhook.epoch })),
    }
}

fn body(kind: &str, timestamp: Instant, data: Value) -> String {
    json!({ "type": kind, "timestamp": timestamp, "data": data }).to_string()
}

/// The `webhook-id` of what an endpoint is told. It follows from what it names, so it is the same whichever node sends
/// it, however often, and after whatever crash; sent back, an endpoint is told anew.
fn message_id(webhook: &Webhook, epoch: &str, what: &str) -> String {
    let named = format!("{}\n{epoch}\n{}\n{what}", webhook.id, webhook.replays);
    let digest = HEXLOWER.encode(&Sha256::digest(named.as_bytes()));
    format!("msg_{}", digest.get(..32).unwrap_or_default())
}

/// When an epoch began: it is a UUIDv7.
fn born(epoch: &str) -> Option<Instant> {
    let (seconds, nanos) = Uuid::parse_str(epoch).ok()?.get_timestamp()?.to_unix();
    Some(Instant::from_millis(i64::try_from(seconds).ok()? * 1000 + i64::from(nanos / 1_000_000)))
}
