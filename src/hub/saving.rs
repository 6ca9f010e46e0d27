//! The editorial half of a write: a document becomes a revision of its item. Nothing of it is public yet.

use deunicode::deunicode;
use serde_json::Value;
use uuid::Uuid;

use super::Hub;
use super::publishing::WriteError;
use crate::model::values::Instant;
use crate::model::{Consent, Fault, WrittenDocument, age_translations, title_key};
use crate::store::{Item, ItemState, Revision, StoreError, Transaction, UpdateType};

/// Who wrote a revision, and what is said of it.
#[derive(Debug, Clone)]
pub struct Authorship {
    /// The name of the key.
    pub by: Option<String>,
    /// What its editor says of it.
    pub change_note: Option<String>,
    /// How much it changes for readers.
    pub update_type: Option<UpdateType>,
    /// Whether it may put consent on record.
    pub may_consent: bool,
}

impl Default for Authorship {
    /// Whoever has the command line may do everything.
    fn default() -> Self {
        Self { by: None, change_note: None, update_type: None, may_consent: true }
    }
}

/// A document on its way, saved as a revision of its item.
pub struct Saved {
    /// The item.
    pub item: Item,
    /// Whether the item is new.
    pub created: bool,
    /// Whether the document is the latest revision already.
    pub unchanged: bool,
    /// The document as it is kept.
    pub text: String,
}

impl Hub {
    /// Saves a document as a revision of the item that it names by id or slug, or of a new one. `text` is the document
    /// as it was written.
    ///
    /// # Errors
    /// [`WriteError::Faults`] when the id belongs to another collection or the slug to another item.
    pub(super) fn save(
        &self,
        transaction: &mut Transaction<'_>,
        document: &mut WrittenDocument,
        mut text: String,
        authorship: &Authorship,
    ) -> Result<Saved, WriteError> {
        if document.consent.is_some() && !authorship.may_consent {
            return Err(WriteError::Faults(vec![Fault {
                pointer: "/consent".to_owned(),
                code: "scope-required",
                detail: "Only a key with the scope `consent` puts consent on record.".to_owned(),
            }]));
        }
        let existing = find(transaction, document)?;
        let now = self.now();
        let Some(item) = existing else {
            let slug = free_slug(transaction, document)?;
            let id = if document.entry.id.is_empty() { Uuid::now_v7().to_string() } else { document.entry.id.clone() };
            let item = Item {
                id,
                collection: document.collection.name.to_owned(),
                slug,
                state: ItemState::Draft,
                rev: 1,
                published_rev: None,
                created_at: now,
                modified_at: now,
                title: document.entry.title.clone(),
                title_key: title_key(&document.entry.title),
                review_by: document.entry.review_by.clone(),
                publish_at: None,
                redirect_to: None,
                origin: None,
            };
            transaction.insert_item(&item)?;
            transaction.put_identifiers(&item, &identifiers(document), false)?;
            let text = add_revision(transaction, &item, now, text, authorship)?;
            self.keep_consent(transaction, &item, document.consent.as_ref())?;
            return Ok(Saved { item, created: true, unchanged: false, text });
        };
        if item.state == ItemState::Erased {
            let detail = "Consent to this entry was withdrawn: nothing is written to it any more.";
            return Err(WriteError::Faults(vec![Fault {
                pointer: String::new(),
                code: "consent-withdrawn",
                detail: detail.to_owned(),
            }]));
        }
        if let Some(origin) = &item.origin {
            return Err(WriteError::Faults(vec![Fault {
                pointer: String::new(),
                code: "mirrored",
                detail: format!("This entry is a copy from {origin}: it is edited there."),
            }]));
        }
        let consent_as_before = match &document.consent {
            Some(consent) => transaction.consent(&item.id)?.is_some_and(|row| row.consent() == *consent),
            None => true,
        };
        if let Some(latest) = transaction.revision(&item.id, item.rev)? {
            if consent_as_before && is_same(&latest.document, &text) {
                return Ok(Saved { item, created: false, unchanged: true, text: latest.document });
            }
            if let Some(aged) = age_translations(document, &latest.document, &text) {
                text = aged;
            }
        }
        let slug = match document.entry.slug.as_str() {
            "" => item.slug.clone(),
            slug if slug == item.slug => item.slug.clone(),
            slug => untaken(transaction, item.collection.as_str(), slug, Some(&item.id))?,
        };
        let (title, review_by) = (document.entry.title.clone(), document.entry.review_by.clone());
        let item =
            Item { slug, rev: item.rev + 1, modified_at: now, title_key: title_key(&title), title, review_by, ..item };
        transaction.update_item(&item)?;
        transaction.put_identifiers(&item, &identifiers(document), true)?;
        let text = add_revision(transaction, &item, now, text, authorship)?;
        self.keep_consent(transaction, &item, document.consent.as_ref())?;
        Ok(Saved { item, created: false, unchanged: false, text })
    }

    fn keep_consent(
        &self,
        transaction: &mut Transaction<'_>,
        item: &Item,
        consent: Option<&Consent>,
    ) -> Result<(), StoreError> {
        consent.map_or(Ok(()), |consent| transaction.put_consent(&item.id, consent))
    }
}

/// Whether two documents say the same, in whatever order they name their members.
fn is_same(before: &str, now: &str) -> bool {
    let read = |text| serde_json::from_str::<Value>(text).ok();
    // Both are written without anything that could be left out, so that only those of one length can be the same.
    before == now || before.len() == now.len() && read(before).is_some_and(|before| Some(before) == read(now))
}

/// A slug made from a title: lower-case ASCII letters and digits, joined by hyphens.
pub fn slug_of(title: &str) -> String {
    let ascii = deunicode(title).to_ascii_lowercase();
    let words: Vec<&str> = ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() > 80 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug.is_empty() { "entry".to_owned() } else { slug }
}

/// Keeps a document as the latest revision of its item, and gives it back.
fn add_revision(
    transaction: &mut Transaction<'_>,
    item: &Item,
    at: Instant,
    document: String,
    authorship: &Authorship,
) -> Result<String, StoreError> {
    let revision = Revision {
        item_id: item.id.clone(),
        rev: item.rev,
        created_at: at,
        change_note: authorship.change_note.clone(),
        document,
        update_type: authorship.update_type,
        created_by: authorship.by.clone(),
    };
    transaction.insert_revision(&revision)?;
    Ok(revision.document)
}

/// The outside names of a document, each once.
fn identifiers(document: &WrittenDocument) -> Vec<String> {
    let identifiers = document.entry.identifiers.iter();
    let mut names: Vec<String> =
        identifiers.map(|identifier| format!("{}:{}", identifier.scheme, identifier.value)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The item that a document names: by id, by slug, or else by an identifier.
pub(super) fn find(transaction: &mut Transaction<'_>, document: &WrittenDocument) -> Result<Option<Item>, WriteError> {
    let fault = |pointer: &str, code, detail: &str| {
        WriteError::Faults(vec![Fault { pointer: pointer.to_owned(), code, detail: detail.to_owned() }])
    };
    let (id, slug) = (&document.entry.id, &document.entry.slug);
    let collection = document.collection.name;
    if id.is_empty() && slug.is_empty() {
        let names = identifiers(document);
        let mut identified = match names.is_empty() {
            true => Vec::new(),
            false => transaction.items_identified(collection, &names)?,
        };
        return match identified.len() {
            0 | 1 => Ok(identified.pop()),
            _ => Err(fault(
                "/identifiers",
                "ambiguous",
                "Several entries have these identifiers: name one by id or slug.",
            )),
        };
    }
    let named = transaction.items_named(id, collection, slug)?;
    if named.iter().any(|item| item.id == *id && item.collection != collection) {
        return Err(fault("/id", "id-taken", "This id belongs to an entry of another collection."));
    }
    if !id.is_empty() && named.iter().any(|item| item.id != *id) {
        return Err(fault("/slug", "slug-taken", "This slug belongs to another entry."));
    }
    Ok(named.into_iter().next())
}

/// The slug of a new item: the one that is written, or one made from the title that nobody has or had.
fn free_slug(transaction: &mut Transaction<'_>, document: &WrittenDocument) -> Result<String, WriteError> {
    let collection = document.collection.name;
    if !document.entry.slug.is_empty() {
        return untaken(transaction, collection, &document.entry.slug, None);
    }
    let stem = slug_of(&document.entry.title);
    if !transaction.is_slug_taken(collection, &stem)? {
        return Ok(stem);
    }
    let number = free_number(|number| transaction.is_slug_taken(collection, &format!("{stem}-{number}")))?;
    Ok(format!("{stem}-{number}"))
}

/// A number from 2 that is free while the one before it is not: the smallest, where those that are taken have no gaps. Asks
/// some twenty times among a thousand, since many entries may have one title.
fn free_number<E>(mut taken: impl FnMut(u64) -> Result<bool, E>) -> Result<u64, E> {
    let (mut below, mut free) = (1, 2);
    while taken(free)? {
        (below, free) = (free, free * 2);
    }
    while free - below > 1 {
        let between = below + (free - below) / 2;
        if taken(between)? {
            below = between;
        } else {
            free = between;
        }
    }
    Ok(free)
}

/// A slug that is written, unless it leads to another entry than that of `id`.
fn untaken(
    transaction: &mut Transaction<'_>,
    collection: &str,
    slug: &str,
    id: Option<&str>,
) -> Result<String, WriteError> {
    match transaction.entry_of_slug(collection, slug)? {
        Some(owner) if Some(owner.as_str()) != id => Err(WriteError::Faults(vec![Fault {
            pointer: "/slug".to_owned(),
            code: "slug-taken",
            detail: "This slug leads to another entry, which had it before.".to_owned(),
        }])),
        _ => Ok(slug.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::free_number;

    /// The number that is found among these, and how often was asked.
    fn found(taken: impl Fn(u64) -> bool) -> (u64, u32) {
        let mut asked = 0;
        let number = free_number(|number| {
            asked += 1;
            Ok::<_, Infallible>(taken(number))
        });
        (number.expect("nothing fails"), asked)
    }

    #[test]
    fn the_smallest_number_is_found_without_trying_all() {
        for last in 1..200 {
            assert_eq!(found(|number| number <= last).0, last + 1);
        }
        let (number, asked) = found(|number| number <= 100_000);
        assert_eq!(number, 100_001);
        assert!(asked < 40, "{asked}");
    }

    #[test]
    fn a_number_far_off_is_in_nobodys_way() {
        assert_eq!(found(|number| number == 2008).0, 2);
        let (number, _) = found(|number| number <= 3 || number == 8);
        assert_eq!(number, 4);
    }
}
