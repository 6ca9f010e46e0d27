//! Bodies of requests of editing: read as they come, held to their type and to the schema that the document shows.

use std::time::Duration;

use actix_web::{HttpMessage, web};
use data_encoding::HEXLOWER;
use futures_util::StreamExt as _;
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::requests::Request;
use crate::http::problem::Problem;
use crate::http::reading::internal;
use crate::hub::EditError;
use crate::model::pointer;
use crate::openapi::{MAX_BODY, Sent, schema_sent};
use crate::problem::{BAD_REQUEST, PAYLOAD_TOO_LARGE, REQUEST_TIMEOUT, UNSUPPORTED_MEDIA_TYPE};

/// How long a body may pause.
const PAUSE: Duration = Duration::from_secs(30);

/// A body, and what tells requests of one name apart.
pub struct Body {
    /// The JSON that was sent; null when nothing was.
    pub json: Value,
    /// SHA-256 of what was sent, in hex.
    pub(super) hash: String,
}

impl Request {
    /// The body, as the operation takes it. The name of the request is held to what it belongs to before the body is
    /// looked at: what is wrong with the body of another request is not the answer to this one.
    ///
    /// # Errors
    /// 413, 415, 422 for a name that belongs to another request, or 400 for what is no JSON.
    pub async fn body(&self, mut payload: web::Payload) -> Result<Body, Problem> {
        let mut bytes = Vec::new();
        while let Some(chunk) = next_chunk(&mut payload).await? {
            if bytes.len() + chunk.len() > MAX_BODY {
                return Err(Problem::new(PAYLOAD_TOO_LARGE, format!("A body has at most {MAX_BODY} bytes.")));
            }
            bytes.extend_from_slice(&chunk);
        }
        let hash = HEXLOWER.encode(&Sha256::digest(&bytes));
        if let Some(once) = self.named(&hash)? {
            let actor = self.actor();
            self.ask(move |hub| hub.unless_other_request(&actor, &once)).await?;
        }
        if bytes.trim_ascii().is_empty() || self.operation.body == Sent::Nothing {
            return Ok(Body { json: Value::Null, hash });
        }
        let taken: &[&str] = match self.operation.body {
            Sent::Patch | Sent::PatchOf(_) => &["application/merge-patch+json"],
            _ => &["application/json"],
        };
        self.takes(taken)?;
        let json = serde_json::from_slice(&bytes)
            .map_err(|error| Problem::new(BAD_REQUEST, format!("The body is not JSON: {error}.")))?;
        Ok(Body { json, hash })
    }

    /// Reads a body as the object that the operation is sent; an empty body as an empty object.
    ///
    /// # Errors
    /// 422 with everything that the operation's schema refuses.
    pub fn object<T: for<'de> Deserialize<'de>>(&self, body: Body) -> Result<T, Problem> {
        let json = if body.json.is_null() { Value::Object(Map::new()) } else { body.json };
        let schema = schema_sent(self.operation.body).ok_or_else(|| internal("an object without a schema"))?;
        schema.faults(&json).or(()).map_err(EditError::Faults)?;
        // A schema has no word for what a number or a date of ours may be at most.
        serde_path_to_error::deserialize(json).map_err(|error| {
            EditError::fault(&pointer(error.path()), "invalid-value", error.inner().to_string()).into()
        })
    }

    /// Holds the type of the body to what is taken.
    ///
    /// # Errors
    /// 415.
    pub fn takes(&self, taken: &[&str]) -> Result<(), Problem> {
        let sent = self.request.content_type().to_ascii_lowercase();
        if taken.contains(&sent.as_str()) {
            return Ok(());
        }
        Err(Problem::new(UNSUPPORTED_MEDIA_TYPE, format!("`Content-Type: {}` is taken here.", taken.join("` or `"))))
    }
}

/// The next part of a body, if it comes in time.
///
/// # Errors
/// 408, or 400 when the client has broken off.
pub async fn next_chunk(payload: &mut web::Payload) -> Result<Option<web::Bytes>, Problem> {
    match tokio::time::timeout(PAUSE, payload.next()).await {
        Ok(chunk) => chunk.transpose().map_err(|error| Problem::new(BAD_REQUEST, error.to_string())),
        Err(_) => Err(Problem::new(REQUEST_TIMEOUT, REQUEST_TIMEOUT.title)),
    }
}
