//! Keys: who may write. Of a secret only its hash is kept.

use diesel::prelude::*;

use super::error::StoreError;
use super::handle::Store;
use super::transaction::Transaction;
use crate::database::Connection;
use crate::database::schema::{key_secrets, keys};
use crate::model::values::{Edtf, Instant};

/// A key.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = keys, treat_none_as_default_value = false)]
pub struct Key {
    /// Its id.
    pub id: String,
    /// Whose it is, in words.
    pub name: String,
    /// What it may do, as bits.
    pub scopes: i32,
    /// When it was made.
    pub created_at: Instant,
    /// The last day on which it holds.
    pub expires_on: Option<Edtf>,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Instant>,
}

/// A secret of a key.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = key_secrets, treat_none_as_default_value = false)]
pub struct KeySecret {
    /// How the secret begins; by it the row is found.
    pub prefix: String,
    /// Its key.
    pub key_id: String,
    /// SHA-256 of the whole secret, in lower-case hex.
    pub hash: String,
    /// When it was made.
    pub created_at: Instant,
}

/// The key of a secret that begins so, and the secret's hash.
///
/// # Errors
/// Whatever the database says.
pub fn key_of_prefix(connection: &mut Connection, prefix: &str) -> Result<Option<(Key, String)>, StoreError> {
    Ok(keys::table
        .inner_join(key_secrets::table)
        .filter(key_secrets::prefix.eq(prefix))
        .select((Key::as_select(), key_secrets::hash))
        .get_result(connection)
        .optional()?)
}

/// Every key with its secrets, the oldest first.
///
/// # Errors
/// Whatever the database says.
pub fn all_keys(connection: &mut Connection) -> Result<Vec<(Key, Vec<KeySecret>)>, StoreError> {
    let found: Vec<Key> = keys::table.order((keys::created_at, keys::id)).select(Key::as_select()).load(connection)?;
    let secrets: Vec<KeySecret> = key_secrets::table
        .order((key_secrets::created_at, key_secrets::prefix))
        .select(KeySecret::as_select())
        .load(connection)?;
    let of = |key: &Key| secrets.iter().filter(|secret| secret.key_id == key.id).cloned().collect();
    Ok(found.into_iter().map(|key| (key.clone(), of(&key))).collect())
}

impl Transaction<'_> {
    /// Keeps a new key with its first secret.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn insert_key(&mut self, key: &Key, secret: &KeySecret) -> Result<(), StoreError> {
        let connection = self.connection();
        diesel::insert_into(keys::table).values(key).execute(connection)?;
        diesel::insert_into(key_secrets::table).values(secret).execute(connection)?;
        Ok(())
    }

    /// Gives a key one more secret and takes away all but the newest of those before: two live at most.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn rotate_key(&mut self, secret: &KeySecret) -> Result<(), StoreError> {
        let connection = self.connection();
        let before: Vec<(String, Instant)> = key_secrets::table
            .filter(key_secrets::key_id.eq(&secret.key_id))
            .order((key_secrets::created_at.desc(), key_secrets::prefix))
            .select((key_secrets::prefix, key_secrets::created_at))
            .load(connection)?;
        let old: Vec<&String> = before.iter().skip(1).map(|(prefix, _)| prefix).collect();
        diesel::delete(key_secrets::table.filter(key_secrets::prefix.eq_any(old))).execute(connection)?;
        // It is the newest even if the clocks of two nodes disagree.
        let after = before.first().map_or(secret.created_at, |(_, at)| Instant::from_millis(at.millis() + 1));
        let secret = KeySecret { created_at: secret.created_at.max(after), ..secret.clone() };
        diesel::insert_into(key_secrets::table).values(&secret).execute(connection)?;
        Ok(())
    }

    /// Takes away every secret of a key but its newest: the rotation is over.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn retire_secrets(&mut self, key_id: &str) -> Result<(), StoreError> {
        let connection = self.connection();
        let secrets: Vec<String> = key_secrets::table
            .filter(key_secrets::key_id.eq(key_id))
            .order((key_secrets::created_at.desc(), key_secrets::prefix))
            .select(key_secrets::prefix)
            .load(connection)?;
        let old: Vec<&String> = secrets.iter().skip(1).collect();
        diesel::delete(key_secrets::table.filter(key_secrets::prefix.eq_any(old))).execute(connection)?;
        Ok(())
    }

    /// Revokes a key. Answers whether there is such a key.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn revoke_key(&mut self, id: &str, at: Instant) -> Result<bool, StoreError> {
        let connection = self.connection();
        let known: i64 = keys::table.filter(keys::id.eq(id)).count().get_result(connection)?;
        diesel::update(keys::table.filter(keys::id.eq(id)).filter(keys::revoked_at.is_null()))
            .set(keys::revoked_at.eq(at))
            .execute(connection)?;
        Ok(known > 0)
    }
}

impl Store {
    /// Notes that a key was used, unless that would mean waiting for whoever writes just now.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn note_key_use(&self, id: &str, at: Instant) -> Result<(), StoreError> {
        self.beside_at_once(|connection| {
            diesel::update(keys::table.filter(keys::id.eq(id))).set(keys::last_used_at.eq(at)).execute(connection)?;
            Ok(())
        })
    }
}
