//! `rights-hub keys`.

use clap::{Args, Subcommand};

use super::{Failure, Storage};
use crate::hub::{Actor, EditError, Scope};
use crate::model::values::{ClosedList, Edtf};

/// Make, list and revoke the keys of editors and scripts.
#[derive(Debug, Args)]
pub struct Keys {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a key, and print its secret, which is never shown again.
    Create {
        #[command(flatten)]
        storage: Storage,
        /// Whose it is.
        #[arg(long)]
        name: String,
        /// What it may do: draft, publish, consent, webhooks, admin; several are joined by commas.
        #[arg(long, value_delimiter = ',', required = true, value_parser = scope)]
        scopes: Vec<Scope>,
        /// The last day on which it holds.
        #[arg(long, value_parser = day)]
        expires_on: Option<Edtf>,
    },
    /// List the keys, never their secrets, one JSON object a line.
    List {
        #[command(flatten)]
        storage: Storage,
    },
    /// Revoke a key, at once and for good.
    Revoke {
        #[command(flatten)]
        storage: Storage,
        /// The key's id.
        id: String,
    },
}

fn scope(word: &str) -> Result<Scope, String> {
    serde_json::from_value(serde_json::Value::from(word))
        .map_err(|_| format!("`{word}` is none of {}", Scope::VALUES.join(", ")))
}

fn day(word: &str) -> Result<Edtf, String> {
    word.parse().map_err(|_| "a day is written 2027-06-30".to_owned())
}

impl Keys {
    /// Does what was asked; a secret is all that is printed of a new key.
    ///
    /// # Errors
    /// When there is no such key, or the database fails.
    pub fn run(self) -> Result<(), Failure> {
        let actor = Actor { key_id: None, name: "the command line".to_owned(), request_id: None };
        match self.command {
            Command::Create { storage, name, scopes, expires_on } => {
                let (answer, _) =
                    storage.writing_hub()?.make_key(&actor, None, &name, &scopes, expires_on).map_err(sentence)?;
                let secret = answer.body.get("secret").and_then(serde_json::Value::as_str).unwrap_or_default();
                eprintln!("The key of {name}; keep it well, it is not shown again:");
                println!("{secret}");
            }
            Command::List { storage } => {
                for key in storage.existing_hub()?.keys()? {
                    println!("{}", serde_json::to_string(&key)?);
                }
            }
            Command::Revoke { storage, id } => {
                storage.existing_hub()?.revoke_key(&actor, &id).map_err(sentence)?;
                eprintln!("revoked {id}");
            }
        }
        Ok(())
    }
}

fn sentence(error: EditError) -> Failure {
    match error {
        EditError::NoItem => "there is no such key".into(),
        EditError::Faults(faults) => faults.into_iter().map(|fault| fault.detail).collect::<Vec<_>>().join(" ").into(),
        EditError::Store(error) => error.into(),
        error => format!("{error:?}").into(),
    }
}
