//! What a transition does: to the item, to what is public of it, and to whoever names it.

use serde::Deserialize;
use serde_json::json;

use super::states::{Verb, next};
use super::{Actor, Answer, Done, EditError, Once, document_of, own_item_of, read_stored};
use crate::hub::Hub;
use crate::hub::publishing::Targets;
use crate::model::values::Instant;
use crate::model::{Collection, Faults, Notice, WrittenDocument};
use crate::store::{Item, ItemState, Transaction, UpdateType};

/// What a transition is told.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct TransitionRequest {
    /// What editors say of it.
    pub change_note: Option<String>,
    /// How much it changes for readers.
    pub update_type: Option<UpdateType>,
    /// When it is to become public; for `schedule`.
    pub publish_at: Option<Instant>,
    /// Why it should not be relied on any more; for `withdraw`.
    pub explanation: Option<String>,
    /// The entry that stands in its place; for `redirect`.
    pub to: Option<Successor>,
    /// The revision that becomes the draft; for `revert`.
    pub rev: Option<i64>,
}

/// The longest note or explanation, in characters.
const LONGEST: usize = 2000;

impl TransitionRequest {
    fn check(&self) -> Result<(), EditError> {
        let mut faults = Faults::default();
        for (pointer, text) in [("/change_note", &self.change_note), ("/explanation", &self.explanation)] {
            let text = text.as_deref().unwrap_or_default();
            let detail = format!("At most {LONGEST} characters are taken.");
            faults.unless(text.chars().count() <= LONGEST, pointer, "too-long", &detail);
            let strange = |c: char| c.is_control() && c != '\n' && c != '\t';
            faults.unless(
                !text.chars().any(strange),
                pointer,
                "control-character",
                "Control characters other than newline and tab are refused.",
            );
        }
        faults.or(()).map_err(EditError::Faults)
    }
}

/// How a redirect names its target.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Successor {
    /// By id.
    pub id: Option<String>,
    /// By slug.
    pub slug: Option<String>,
}

/// A transition's effect.
struct Effect {
    item: Item,
    seq: Option<i64>,
}

impl Hub {
    /// Does a transition: `{state, rev, seq}`.
    ///
    /// # Errors
    /// [`EditError::State`] when the state does not allow it, [`EditError::Stale`] when `expected` is not the latest
    /// revision, [`EditError::Faults`] with everything that stands in the way.
    #[expect(clippy::too_many_arguments, reason = "they are the parts of one request")]
    pub fn transition(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        collection: &'static Collection,
        id: &str,
        expected: Option<i64>,
        verb: Verb,
        request: &TransitionRequest,
    ) -> Result<(Answer, bool), EditError> {
        self.perform(actor, once, |transaction| {
            let item = own_item_of(transaction, collection, id)?;
            if let Some(expected) = expected {
                super::items::unless_stale(transaction, &item, expected)?;
            }
            let to = next(item.state, verb)?;
            request.check()?;
            let note = request.change_note.as_deref();
            if verb != Verb::Revert && (note.is_some() || request.update_type.is_some()) {
                transaction.describe_revision(&item.id, item.rev, note, request.update_type)?;
            }
            let Effect { item, seq } = self.effect(transaction, actor, item, to, verb, request)?;
            Ok(Done {
                action: verb.as_str(),
                seq,
                note: request.change_note.clone().or_else(|| request.explanation.clone()),
                answer: Answer {
                    created: false,
                    item: Some((item.collection.clone(), item.id.clone())),
                    rev: Some(item.rev),
                    body: json!({
                        "state": item.state, "rev": item.rev,
                        "seq": seq.unwrap_or_else(|| transaction.last_seq()),
                    }),
                },
            })
        })
    }

    fn effect(
        &self,
        transaction: &mut Transaction<'_>,
        actor: &Actor,
        item: Item,
        to: ItemState,
        verb: Verb,
        request: &TransitionRequest,
    ) -> Result<Effect, EditError> {
        match verb {
            Verb::Publish => self.publish_item(transaction, item).map(|(item, seq)| Effect { item, seq: Some(seq) }),
            Verb::Schedule => {
                let at = request.publish_at.filter(|at| *at > self.now()).ok_or_else(|| {
                    EditError::fault("/publish_at", "required", "A time in the future is needed: RFC 3339.")
                })?;
                self.put_state(transaction, Item { publish_at: Some(at), state: to, ..item }, None)
            }
            Verb::Unschedule => {
                if item.publish_at.is_none() {
                    return Err(EditError::State {
                        state: item.state,
                        verb: verb.as_str().to_owned(),
                        allowed: vec!["schedule"],
                    });
                }
                self.put_state(transaction, Item { publish_at: None, state: to, ..item }, None)
            }
            Verb::Withdraw => {
                let explanation = request.explanation.clone().filter(|text| !text.trim().is_empty());
                let explanation = explanation.ok_or_else(|| {
                    EditError::fault("/explanation", "required", "Readers are told why: an explanation is needed.")
                })?;
                let (seq, now) = (transaction.next_seq(), self.now());
                let notice = Notice { kind: "withdrawn".to_owned(), explanation, at: now };
                transaction.put_notice(&item.id, Some(notice), seq, now)?;
                transaction.log_touch(&item.id, seq, now)?;
                self.put_state(transaction, Item { publish_at: None, state: to, ..item }, Some(seq))
            }
            Verb::Remove => {
                let seq = self.take_away(transaction, &item, "removed", None)?;
                self.put_state(transaction, Item { publish_at: None, redirect_to: None, state: to, ..item }, Some(seq))
            }
            Verb::Redirect => {
                let successor = successor(transaction, &item, request.to.as_ref())?;
                let seq = self.take_away(transaction, &item, "redirected", Some(&successor))?;
                let item = Item { publish_at: None, redirect_to: Some(successor), state: to, ..item };
                self.put_state(transaction, item, Some(seq))
            }
            Verb::Restore => {
                let rev = item.published_rev.ok_or(EditError::NoItem)?;
                let document = read_stored(&item, document_of(transaction, &item, rev)?)?;
                let shown = self.as_public(transaction, &item, rev, &document)?;
                let seq = self.bring_back(transaction, &mut Targets::default(), &shown, document)?;
                self.put_state(transaction, Item { redirect_to: None, state: to, ..item }, Some(seq))
            }
            Verb::Revert => {
                let rev = request.rev.filter(|rev| (1..=item.rev).contains(rev)).ok_or_else(|| {
                    EditError::fault(
                        "/rev",
                        "unknown-revision",
                        format!("A revision from 1 to {} is needed.", item.rev),
                    )
                })?;
                let document = document_of(transaction, &item, rev)?;
                let item = self.add_revision(transaction, actor, &item, document, request)?;
                Ok(Effect { item, seq: None })
            }
        }
    }

    /// Makes the latest revision of an item public. Answers the item as it then is, and its place in the sequence.
    pub(super) fn publish_item(&self, transaction: &mut Transaction<'_>, item: Item) -> Result<(Item, i64), EditError> {
        let document = read_stored(&item, document_of(transaction, &item, item.rev)?)?;
        self.publish_document(transaction, item, document)
    }

    /// The same, of whose latest revision the document is at hand.
    pub(super) fn publish_document(
        &self,
        transaction: &mut Transaction<'_>,
        item: Item,
        document: WrittenDocument,
    ) -> Result<(Item, i64), EditError> {
        next(item.state, Verb::Publish)?;
        let seq = self.bring_back(transaction, &mut Targets::default(), &item, document)?;
        transaction.mark_published(&[&item.id])?;
        let published = Item {
            state: ItemState::Published,
            published_rev: Some(item.rev),
            publish_at: None,
            redirect_to: None,
            ..item
        };
        Ok((published, seq))
    }

    /// The item as it is or was last public: at that revision, and under the slug that it then had. A draft may have
    /// another one.
    pub(super) fn as_public(
        &self,
        transaction: &mut Transaction<'_>,
        item: &Item,
        rev: i64,
        document: &WrittenDocument,
    ) -> Result<Item, EditError> {
        let slug = match transaction.entry(&item.id)? {
            Some(entry) => entry.slug,
            None if !document.entry.slug.is_empty() => document.entry.slug.clone(),
            None => {
                let mut known = transaction.slugs_to(&item.id)?;
                known.sort_by_key(|slug| *slug != item.slug);
                known.into_iter().next().unwrap_or_else(|| item.slug.clone())
            }
        };
        Ok(Item { rev, slug, ..item.clone() })
    }

    /// Makes a revision public, and gives back the links to it that were severed. What comes back is found again by filters
    /// that lead through it; what was public all the time moves only what changes with it.
    pub(super) fn bring_back(
        &self,
        transaction: &mut Transaction<'_>,
        targets: &mut Targets,
        item: &Item,
        document: WrittenDocument,
    ) -> Result<i64, EditError> {
        let seq = self.make_public(transaction, targets, item, document)?;
        let mut touched = transaction.mend_links(&[&item.id])?;
        if !item.state.is_public() {
            touched.extend(self.classified_under(transaction, item)?);
        }
        self.touch_all(transaction, touched)?;
        Ok(seq)
    }

    /// Takes an item out of the public tables, if it is there, and says so in the log.
    pub(in crate::hub) fn take_away(
        &self,
        transaction: &mut Transaction<'_>,
        item: &Item,
        reason: &str,
        successor: Option<&str>,
    ) -> Result<i64, EditError> {
        let (seq, now) = (transaction.next_seq(), self.now());
        let consented = transaction.entry(&item.id)?.is_some_and(|entry| entry.consented);
        let purge_by = consented.then(|| super::erasing::purge_by(now));
        let mut touched = self.classified_under(transaction, item)?;
        touched.extend(match item.state.is_public() {
            true => transaction.remove_entry(&item.id, successor)?,
            false => transaction.stand_in(&item.id, successor)?,
        });
        self.touch_all(transaction, touched)?;
        transaction.log_delete(&item.id, seq, now, reason, successor, purge_by)?;
        Ok(seq)
    }

    fn put_state(&self, transaction: &mut Transaction<'_>, item: Item, seq: Option<i64>) -> Result<Effect, EditError> {
        transaction.update_item(&item)?;
        Ok(Effect { item, seq })
    }
}

/// The entry that is to stand in the place of another: of the same collection, public, and not itself.
fn successor(transaction: &mut Transaction<'_>, item: &Item, to: Option<&Successor>) -> Result<String, EditError> {
    let public = match to {
        Some(Successor { id: Some(id), .. }) => {
            let id = id.to_ascii_lowercase();
            transaction.is_public(&item.collection, &id)?.then_some(id)
        }
        Some(Successor { slug: Some(slug), .. }) => transaction.public_of_slug(&item.collection, slug)?,
        _ => None,
    };
    public.filter(|id| *id != item.id).ok_or_else(|| {
        EditError::fault(
            "/to",
            "dangling-reference",
            "`to` names another public entry of the same collection by `id` or `slug`.",
        )
    })
}
