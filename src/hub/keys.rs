//! Keys: made, rotated, revoked, and told apart. A secret is shown once and never kept: the database has only what SHA-256
//! makes of it.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::Hub;
use super::editing::{Actor, Answer, Done, EditError, Once, with_secret};
use crate::model::Faults;
use crate::model::values::{Edtf, Instant, closed_list};
use crate::store::{self, Key, KeySecret, StoreError, Transaction};

/// How every secret begins, so that people and scanners know one when they see it.
const MARK: &str = "rhub_";

/// Letters of a prefix behind the mark.
const PREFIX: usize = 8;

/// How often the use of a key is noted, in milliseconds.
const NOTED_EVERY: i64 = 60_000;

closed_list! {
    /// What a key may do.
    pub enum Scope {
        /// Read and write items that are not public.
        Draft = "draft",
        /// Change what is public.
        Publish = "publish",
        /// Read, record and withdraw consent.
        Consent = "consent",
        /// Manage webhooks.
        Webhooks = "webhooks",
        /// Manage keys, read the audit, and everything else.
        Admin = "admin",
    }
}

/// Several scopes, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scopes(i32);

impl Scopes {
    /// These.
    pub fn of(scopes: &[Scope]) -> Self {
        Self(scopes.iter().fold(0, |bits, scope| bits | 1 << (*scope as i32)))
    }

    /// Whether a scope is among them; `admin` stands for all.
    pub fn allow(self, scope: Scope) -> bool {
        self.0 & (1 << (scope as i32) | 1 << (Scope::Admin as i32)) != 0
    }

    /// One by one.
    pub fn list(self) -> Vec<Scope> {
        [Scope::Draft, Scope::Publish, Scope::Consent, Scope::Webhooks, Scope::Admin]
            .into_iter()
            .filter(|scope| self.0 & (1 << (*scope as i32)) != 0)
            .collect()
    }
}

/// Whose request it is.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The key.
    pub key_id: String,
    /// Its name.
    pub name: String,
    /// How the secret begins that was sent.
    pub prefix: String,
    /// What it may do.
    pub scopes: Scopes,
}

/// A key as those who manage keys see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeyFacts {
    /// Its id.
    pub id: String,
    /// Whose it is, in words.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: Instant,
    /// The last day on which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<Edtf>,
    /// When it was revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Instant>,
    /// When it was last used, to the minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<Instant>,
    /// How its live secrets begin, the oldest first.
    pub prefixes: Vec<String>,
}

impl Hub {
    /// Makes a key. Answers what it is, with its secret, which is never shown again: not even for a request that comes
    /// again.
    ///
    /// # Errors
    /// [`EditError::Faults`] when it has no name or no scope.
    pub fn make_key(
        &self,
        actor: &Actor,
        once: Option<&Once>,
        name: &str,
        scopes: &[Scope],
        expires_on: Option<Edtf>,
    ) -> Result<(Answer, bool), EditError> {
        let now = self.now();
        let mut faults = Faults::default();
        let length = name.trim().chars().count();
        faults.unless((1..=200).contains(&length), "/name", "required", "A name of 1 to 200 characters is needed.");
        faults.unless(!scopes.is_empty(), "/scopes", "required", "At least one scope is needed.");
        faults.or(()).map_err(EditError::Faults)?;
        let key = Key {
            id: Uuid::now_v7().to_string(),
            name: name.trim().to_owned(),
            scopes: Scopes::of(scopes).0,
            created_at: now,
            expires_on,
            revoked_at: None,
            last_used_at: None,
        };
        let (secret, row) = new_secret(&key.id, now)?;
        let outcome = self.perform(actor, once, |transaction| {
            transaction.insert_key(&key, &row)?;
            Ok(key_done("key-create", true, &facts(key.clone(), vec![row.clone()])))
        })?;
        Ok(with_secret(outcome, "secret", secret))
    }

    /// Gives a key a new secret beside its newest one, so that its user can change over.
    ///
    /// # Errors
    /// [`EditError::NoItem`] when there is no such key, or it was revoked.
    pub fn rotate_key(&self, actor: &Actor, once: Option<&Once>, id: &str) -> Result<(Answer, bool), EditError> {
        let (secret, row) = new_secret(id, self.now())?;
        let outcome = self.perform(actor, once, |transaction| {
            live_key(transaction, id)?;
            transaction.rotate_key(&row)?;
            Ok(key_done("key-rotate", true, &live_key(transaction, id)?))
        })?;
        Ok(with_secret(outcome, "secret", secret))
    }

    /// Ends a rotation: the older secret is worth nothing any more.
    ///
    /// # Errors
    /// [`EditError::NoItem`] when there is no such key, or it was revoked.
    pub fn retire_secret(&self, actor: &Actor, once: Option<&Once>, id: &str) -> Result<(Answer, bool), EditError> {
        self.perform(actor, once, |transaction| {
            live_key(transaction, id)?;
            transaction.retire_secrets(id)?;
            Ok(key_done("key-retire", false, &live_key(transaction, id)?))
        })
    }

    /// Revokes a key, at once on every node.
    ///
    /// # Errors
    /// [`EditError::NoItem`] when there is no such key.
    pub fn revoke_key(&self, actor: &Actor, id: &str) -> Result<(), EditError> {
        self.perform(actor, None, |transaction| {
            if !transaction.revoke_key(id, self.now())? {
                return Err(EditError::NoItem);
            }
            Ok(Done {
                action: "key-revoke",
                answer: Answer { created: false, item: None, rev: None, body: Value::Null },
                seq: None,
                note: Some(id.to_owned()),
            })
        })?;
        Ok(())
    }

    /// Every key.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn keys(&self) -> Result<Vec<KeyFacts>, StoreError> {
        let keys = self.store.read(store::all_keys)?;
        Ok(keys.into_iter().map(|(key, secrets)| facts(key, secrets)).collect())
    }

    /// Whose secret this is; nobody's when it is unknown, or its key revoked or expired.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn caller(&self, secret: &str) -> Result<Option<Caller>, StoreError> {
        let Some(prefix) = secret.get(..MARK.len() + PREFIX).filter(|prefix| prefix.starts_with(MARK)) else {
            return Ok(None);
        };
        let found = self.store.read(|connection| store::key_of_prefix(connection, prefix))?;
        let given = hash_of(secret);
        // An unknown prefix costs the same comparison as a wrong secret.
        let (key, hash) = found.map_or((None, given.chars().rev().collect()), |(key, hash)| (Some(key), hash));
        let same = bool::from(given.as_bytes().ct_eq(hash.as_bytes()));
        let now = self.now();
        let live = |key: &Key| {
            key.revoked_at.is_none()
                && key.expires_on.as_ref().is_none_or(|last| !super::consent_is_over(last.as_str(), &now.date()))
        };
        let Some(key) = key.filter(|key| same && live(key)) else { return Ok(None) };
        if key.last_used_at.is_none_or(|last| now.millis() - last.millis() >= NOTED_EVERY) {
            // Whether it can be noted just now or not, the key is good.
            if let Err(error) = self.store.note_key_use(&key.id, now) {
                log::warn!("the use of a key was not noted: {error}");
            }
        }
        Ok(Some(Caller { key_id: key.id, name: key.name, prefix: prefix.to_owned(), scopes: Scopes(key.scopes) }))
    }
}

/// Random bytes of the system.
pub(super) fn random<const BYTES: usize>() -> Result<[u8; BYTES], StoreError> {
    let mut bytes = [0u8; BYTES];
    getrandom::fill(&mut bytes)
        .map_err(|error| StoreError::Failed(format!("the system gives no random bytes: {error}")))?;
    Ok(bytes)
}

/// 256 random bits as text.
pub fn random_token() -> Result<String, StoreError> {
    Ok(BASE64URL_NOPAD.encode(&random::<32>()?))
}

fn new_secret(key_id: &str, now: Instant) -> Result<(String, KeySecret), StoreError> {
    let prefix = format!("{MARK}{}", HEXLOWER.encode(&random::<{ PREFIX / 2 }>()?));
    let secret = format!("{prefix}_{}", random_token()?);
    let row = KeySecret { prefix, key_id: key_id.to_owned(), hash: hash_of(&secret), created_at: now };
    Ok((secret, row))
}

fn live_key(transaction: &mut Transaction<'_>, id: &str) -> Result<KeyFacts, EditError> {
    let found = transaction.see(store::all_keys)?.into_iter().find(|(key, _)| key.id == id);
    let (key, secrets) = found.filter(|(key, _)| key.revoked_at.is_none()).ok_or(EditError::NoItem)?;
    Ok(facts(key, secrets))
}

fn key_done(action: &'static str, created: bool, key: &KeyFacts) -> Done {
    let answer = Answer { created, item: None, rev: None, body: json!({ "key": key }) };
    Done { action, answer, seq: None, note: Some(key.id.clone()) }
}

fn hash_of(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}

fn facts(key: Key, secrets: Vec<KeySecret>) -> KeyFacts {
    KeyFacts {
        id: key.id,
        name: key.name,
        scopes: Scopes(key.scopes).list(),
        created_at: key.created_at,
        expires_on: key.expires_on,
        revoked_at: key.revoked_at,
        last_used_at: key.last_used_at,
        prefixes: secrets.into_iter().map(|secret| secret.prefix).collect(),
    }
}
