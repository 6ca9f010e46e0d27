//! Items: made, read, replaced, patched, listed, deleted. What is public stays as it is until it is published.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::transitions::TransitionRequest;
use super::{Actor, Answer, Done, EditError, Once, document_of, item_of, own_item_of, stored_json};
use crate::hub::Hub;
use crate::hub::saving::{Authorship, Saved};
use crate::model::values::Instant;
use crate::model::{Collection, WrittenDocument, normalised};
use crate::store::{Item, ItemState, Transaction};

/// What is written of an item.
#[derive(Debug, Clone)]
pub enum ItemWrite {
    /// The whole document.
    Replace(Value),
    /// A merge patch (RFC 7396).
    Merge(Value),
}

impl Hub {
    /// Makes an item, and publishes it at once if it is asked for: all or nothing.
    ///
    /// # Errors
    /// [`EditError::Faults`] with everything that is wrong with the document.
    pub fn create(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        collection: &'static Collection,
        mut document: Value,
        publish: bool,
        may_consent: bool,
    ) -> Result<(Answer, bool), EditError> {
        self.perform(actor, once, |transaction| {
            let members = members_of(&mut document)?;
            named_as(members, "type", collection.name)?;
            if !members.contains_key("id") {
                members.insert("id".to_owned(), json!(Uuid::now_v7()));
            }
            let kept =
                self.keep(transaction, actor, collection, document, may_consent, &TransitionRequest::default())?;
            if !kept.0.created {
                return Err(EditError::fault("/id", "id-taken", "An item has this id already: write to it with PUT."));
            }
            self.written(transaction, "create", kept, publish)
        })
    }

    /// An item with its latest document.
    ///
    /// # Errors
    /// [`EditError::NoItem`].
    pub fn read_item(
        &self,
        collection: &'static Collection,
        id: &str,
        with_consent: bool,
    ) -> Result<(Item, Value), EditError> {
        self.store.look(|transaction| {
            let item = item_of(transaction, collection, id)?;
            let document = document_of(transaction, &item, item.rev)?;
            let mut body = body(&item, document);
            if let (true, Some(consent)) = (with_consent, transaction.consent(&item.id)?)
                && let Some(members) = body.as_object_mut()
            {
                members.insert("consent".to_owned(), json!(consent.consent()));
            }
            Ok((item, body))
        })
    }

    /// Writes a revision of an item whose latest is `expected`, and publishes it at once if it is asked for.
    ///
    /// # Errors
    /// [`EditError::Stale`] when another revision is the latest; [`EditError::Faults`].
    #[expect(clippy::too_many_arguments, reason = "they are the parts of one request")]
    pub fn write_item(
        &self,
        actor: &Actor,
        collection: &'static Collection,
        id: &str,
        expected: i64,
        write: ItemWrite,
        publish: bool,
        may_consent: bool,
    ) -> Result<Answer, EditError> {
        let written = self.perform(actor, None, |transaction| {
            let item = own_item_of(transaction, collection, id)?;
            unless_stale(transaction, &item, expected)?;
            let (action, mut document) = match write {
                ItemWrite::Replace(document) => ("replace", document),
                ItemWrite::Merge(patch) => {
                    let mut document = document_of(transaction, &item, item.rev)?;
                    json_patch::merge(&mut document, &patch);
                    ("patch", document)
                }
            };
            let members = members_of(&mut document)?;
            named_as(members, "type", collection.name)?;
            named_as(members, "id", &item.id)?;
            let request = TransitionRequest::default();
            let kept = self.keep(transaction, actor, collection, document, may_consent, &request)?;
            self.written(transaction, action, kept, publish)
        });
        written.map(|(answer, _)| answer)
    }

    /// Deletes an item that was never public.
    ///
    /// # Errors
    /// [`EditError::State`] for what the public could ever read; [`EditError::Stale`].
    pub fn delete_item(
        &self,
        actor: &Actor,
        collection: &'static Collection,
        id: &str,
        expected: i64,
    ) -> Result<(), EditError> {
        self.perform(actor, None, |transaction| {
            let item = own_item_of(transaction, collection, id)?;
            unless_stale(transaction, &item, expected)?;
            if item.state.was_public() {
                return Err(EditError::State {
                    state: item.state,
                    verb: "delete".to_owned(),
                    allowed: vec!["remove", "redirect"],
                });
            }
            transaction.delete_item(&item.id)?;
            let answer = Answer {
                created: false,
                item: Some((item.collection, item.id)),
                rev: Some(item.rev),
                body: Value::Null,
            };
            Ok(Done { action: "delete", answer, seq: None, note: None })
        })?;
        Ok(())
    }

    /// Saves a document as the latest revision of its item, and gives it back as it was read.
    fn keep(
        &self,
        transaction: &mut Transaction<'_>,
        actor: &Actor,
        collection: &'static Collection,
        mut document: Value,
        may_consent: bool,
        request: &TransitionRequest,
    ) -> Result<(Saved, WrittenDocument), EditError> {
        WrittenDocument::validate(collection, &document).map_err(EditError::Faults)?;
        let text = normalised(collection, &mut document);
        let mut document = WrittenDocument::read_again(collection, document).map_err(EditError::Faults)?;
        let authorship = Authorship {
            by: Some(actor.name.clone()),
            change_note: request.change_note.clone(),
            update_type: request.update_type,
            may_consent,
        };
        let saved = self.save(transaction, &mut document, text, &authorship)?;
        Ok((saved, document))
    }

    /// Saves an old document once more, as the latest revision.
    pub(super) fn add_revision(
        &self,
        transaction: &mut Transaction<'_>,
        actor: &Actor,
        item: &Item,
        mut document: Value,
        request: &TransitionRequest,
    ) -> Result<Item, EditError> {
        let collection = crate::model::collection(&item.collection).ok_or(EditError::NoItem)?;
        named_as(members_of(&mut document)?, "id", &item.id)?;
        Ok(self.keep(transaction, actor, collection, document, false, request)?.0.item)
    }

    fn written(
        &self,
        transaction: &mut Transaction<'_>,
        action: &'static str,
        (Saved { item, created, text, .. }, document): (Saved, WrittenDocument),
        publish: bool,
    ) -> Result<Done, EditError> {
        let (item, seq) = match publish {
            true => self.publish_document(transaction, item, document).map(|(item, seq)| (item, Some(seq)))?,
            false => (item, None),
        };
        let mut body = body(&item, stored_json(&text)?);
        if let (Some(seq), Some(members)) = (seq, body.as_object_mut()) {
            members.insert("seq".to_owned(), json!(seq));
        }
        let answer =
            Answer { created, item: Some((item.collection.clone(), item.id.clone())), rev: Some(item.rev), body };
        Ok(Done { action, answer, seq, note: None })
    }
}

/// An item and its latest document, as an editor reads them.
fn body(item: &Item, mut document: Value) -> Value {
    if let (Some(members), false) = (document.as_object_mut(), item.state == ItemState::Erased) {
        members.insert("type".to_owned(), json!(item.collection));
        members.insert("id".to_owned(), json!(item.id));
        members.insert("slug".to_owned(), json!(item.slug));
    }
    json!({ "data": document, "item": described(item) })
}

/// What an editor is told of an item beside its document.
pub(super) fn described(item: &Item) -> Value {
    let mut facts = json!({
        "type": item.collection, "id": item.id, "slug": item.slug, "title": item.title,
        "state": item.state, "rev": item.rev,
        "unpublished_changes": item.published_rev.is_some_and(|rev| rev != item.rev),
        "created_at": item.created_at, "modified_at": item.modified_at,
        "links": {
            "self": format!("/v1/manage/{}/{}", item.collection, item.id),
            "public": format!("/v1/{}/{}", item.collection, item.id),
        },
    });
    let optional: [(&str, Option<Value>); 5] = [
        ("published_rev", item.published_rev.map(|rev| json!(rev))),
        ("review_by", item.review_by.as_ref().map(|day| json!(day))),
        ("publish_at", item.publish_at.map(|at: Instant| json!(at))),
        ("redirect_to", item.redirect_to.as_ref().map(|id| json!(id))),
        ("origin", item.origin.as_ref().map(|origin| json!(origin))),
    ];
    if let Some(members) = facts.as_object_mut() {
        members.extend(optional.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    facts
}

/// The members of a document, which is an object.
fn members_of(document: &mut Value) -> Result<&mut Map<String, Value>, EditError> {
    document.as_object_mut().ok_or_else(|| EditError::fault("", "wrong-type", "A document is a JSON object."))
}

/// Holds a member of the document to what the path says, or says it.
fn named_as(members: &mut Map<String, Value>, name: &str, value: &str) -> Result<(), EditError> {
    match members.get(name) {
        None => drop(members.insert(name.to_owned(), json!(value))),
        Some(Value::String(written)) if written.eq_ignore_ascii_case(value) => {}
        Some(_) => {
            return Err(EditError::fault(&format!("/{name}"), "contradiction", format!("The path says `{value}`.")));
        }
    }
    Ok(())
}

/// Refuses what was written against another revision than the latest, and tells in what the two differ.
pub(super) fn unless_stale(transaction: &mut Transaction<'_>, item: &Item, expected: i64) -> Result<(), EditError> {
    if item.rev == expected {
        return Ok(());
    }
    let (old, new) = (document_of(transaction, item, expected).ok(), document_of(transaction, item, item.rev)?);
    let mut changed_fields = Vec::new();
    if let (Some(Value::Object(old)), Value::Object(new)) = (old, new) {
        changed_fields
            .extend(new.iter().filter(|(name, value)| old.get(*name) != Some(*value)).map(|(name, _)| name.clone()));
        changed_fields.extend(old.keys().filter(|name| !new.contains_key(*name)).cloned());
    }
    Err(EditError::Stale { current_rev: item.rev, changed_fields })
}
