//! Previews: what the public would see. The publishing is done for real, read, and undone.

use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Actor, Answer, Done, EditError, Once, document_of, item_of, read_stored, with_secret};
use crate::catalogue::Snapshot;
use crate::hub::gathering::rows_since;
use crate::hub::keys::random_token;
use crate::hub::publishing::Targets;
use crate::hub::{Hub, HubError};
use crate::model::values::Instant;
use crate::model::{Channel, Collection, Fault, collection};
use crate::present::{Renderer, Subject, Variant};
use crate::query::{Shape, View};
use crate::store::{self, Item, ItemState, PreviewLink, Transaction};

/// How long a link to a preview may hold, in seconds: thirty days.
pub const LONGEST_LINK: i64 = 30 * 24 * 60 * 60;

impl Hub {
    /// An item's latest revision as the public would see it, with what stands in the way of publishing it. With `drafts`,
    /// every draft that it names, or that those name, is public too if it can be.
    ///
    /// # Errors
    /// [`EditError::NoItem`]; [`EditError::State`] for what was erased.
    pub fn preview(&self, collection: &'static Collection, id: &str, drafts: bool) -> Result<Value, EditError> {
        self.store.rehearse(|transaction| {
            let item = item_of(transaction, collection, id)?;
            self.preview_item(transaction, item, drafts)
        })
    }

    /// The same by the token of a link.
    ///
    /// # Errors
    /// [`EditError::NoItem`] when there is no such link, or its time is over.
    pub fn preview_by_link(&self, token: &str) -> Result<Value, EditError> {
        // Anybody may ask: only a good token has it wait its turn among those who write.
        let link = self.store.look(|transaction| Ok::<_, EditError>(transaction.preview_link(&hash_of(token))?))?;
        let link = link.filter(|link| link.expires_at > self.now()).ok_or(EditError::NoItem)?;
        self.store.rehearse(|transaction| {
            let item = transaction.item(&link.item_id)?.ok_or(EditError::NoItem)?;
            self.preview_item(transaction, item, true)
        })
    }

    /// Makes a link by which somebody without a key sees an item's draft.
    ///
    /// # Errors
    /// [`EditError::NoItem`]; [`EditError::Faults`] when it would hold too long.
    pub fn make_preview_link(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        collection: &'static Collection,
        id: &str,
        expires_in: i64,
    ) -> Result<(Answer, bool), EditError> {
        if !(1..=LONGEST_LINK).contains(&expires_in) {
            let detail = format!("Seconds from 1 to {LONGEST_LINK} are needed.");
            return Err(EditError::fault("/expires_in", "invalid-value", detail));
        }
        let token = random_token()?;
        let made = self.perform(actor, once, |transaction| {
            let item = item_of(transaction, collection, id)?;
            if item.state == ItemState::Erased {
                return Err(EditError::State { state: item.state, verb: "preview".to_owned(), allowed: Vec::new() });
            }
            let now = self.now();
            let link = PreviewLink {
                token_hash: hash_of(&token),
                item_id: item.id.clone(),
                created_at: now,
                expires_at: Instant::from_millis(now.millis() + expires_in * 1000),
            };
            transaction.insert_preview_link(&link)?;
            Ok(Done {
                action: "preview-link",
                seq: None,
                note: None,
                answer: Answer {
                    created: true,
                    item: Some((item.collection, item.id)),
                    rev: Some(item.rev),
                    body: json!({ "expires_at": link.expires_at }),
                },
            })
        })?;
        Ok(with_secret(made, "href", format!("/v1/preview/{token}")))
    }

    /// What stands in the way of publishing an item's latest revision.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn checks(&self, collection: &'static Collection, id: &str) -> Result<Value, EditError> {
        self.store.rehearse(|transaction| {
            let item = item_of(transaction, collection, id)?;
            let faults = match self.publish_item(transaction, item) {
                Ok(_) => Vec::new(),
                Err(EditError::Faults(faults)) => faults,
                Err(EditError::State { state, .. }) => vec![Fault {
                    pointer: String::new(),
                    code: "state",
                    detail: format!("An item that is {} is not published but restored.", state.as_str()),
                }],
                Err(error) => return Err(error),
            };
            Ok(json!({ "publishable": faults.is_empty(), "faults": faults }))
        })
    }

    fn preview_item(&self, transaction: &mut Transaction<'_>, item: Item, drafts: bool) -> Result<Value, EditError> {
        if item.state == ItemState::Erased {
            return Err(EditError::NoItem);
        }
        let base = self.catalogue();
        let item = match drafts {
            true => {
                self.publish_drafts(transaction, &item)?;
                // It may be public by now.
                transaction.item(&item.id)?.ok_or(EditError::NoItem)?
            }
            false => item,
        };
        let faults = match self.publish_as_it_is(transaction, Targets::default(), &item) {
            Ok(()) => Vec::new(),
            // As much of it as can be shown: without the references that lead nowhere.
            Err(EditError::Faults(mut faults)) => {
                if let Err(error) = self.publish_as_it_is(transaction, Targets::severing(), &item) {
                    let EditError::Faults(more) = error else { return Err(error) };
                    faults.extend(more.into_iter().filter(|fault| !faults.contains(fault)).collect::<Vec<_>>());
                    return Ok(json!({ "faults": faults }));
                }
                faults
            }
            Err(error) => return Err(error),
        };
        let seq = transaction.last_seq();
        let (rows, removals) = rows_since(transaction, base.seq)?;
        let snapshot = base.apply(rows, removals, seq);
        let data = self.render_one(transaction, &snapshot, &item)?;
        Ok(json!({ "data": data, "faults": faults }))
    }

    /// Publishes the latest revision, all or nothing.
    fn publish_as_it_is(
        &self,
        transaction: &mut Transaction<'_>,
        mut targets: Targets,
        item: &Item,
    ) -> Result<(), EditError> {
        let document = read_stored(item, document_of(transaction, item, item.rev)?)?;
        transaction.part(|part| self.bring_back(part, &mut targets, item, document)).map(drop)
    }

    fn render_one(
        &self,
        transaction: &mut Transaction<'_>,
        snapshot: &Snapshot,
        item: &Item,
    ) -> Result<Value, EditError> {
        let collection = collection(&item.collection).ok_or(EditError::NoItem)?;
        let id = Uuid::parse_str(&item.id).map_err(|_| EditError::NoItem)?;
        let (node, _) = snapshot.find_id(id).ok_or(EditError::NoItem)?;
        let card = snapshot.card(node).ok_or(EditError::NoItem)?;
        let stored = transaction.load_entries(collection, &[&item.id])?.pop().ok_or(EditError::NoItem)?;
        let variant = Variant { language: 0, fallback: false, html: false, channel: Channel::Web };
        let renderer = Renderer { snapshot, site: &self.identity.site };
        let failed = |error: HubError| store::StoreError::Failed(format!("{error:?}"));
        let subject = Subject { collection, entry: &stored.entry, record: stored.record.as_ref(), card };
        let document = renderer.render(subject, variant, None).map_err(|error| failed(error.into()))?;
        let mut text = String::from("{");
        document.write(collection, &Shape { view: View::Full, fields: None, html: false }, &mut text);
        text.push('}');
        serde_json::from_str(&text).map_err(|error| EditError::Store(failed(error.into())))
    }
}

fn hash_of(token: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}
