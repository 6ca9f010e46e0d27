//! What a request of editing says beside its path and its body: query, preconditions, name.

use actix_web::http::header;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::access::forbidden;
use super::bodies::Body;
use crate::http::finish::RequestId;
use crate::http::negotiation::header_text;
use crate::http::problem::Problem;
use crate::hub::{Actor, Answer, Caller, EditError, Hub, HubError, Once, Scope, Verb};
use crate::model::fault::meant;
use crate::model::{COLLECTIONS, Collection};
use crate::openapi::ManageOperation;
use crate::problem::{BAD_REQUEST, NOT_FOUND, PRECONDITION_REQUIRED};
use crate::query::{Pairs, ParameterFault};
use crate::store::IMPORT;

/// The longest `Idempotency-Key`.
const MAX_NAME: usize = 255;

/// A request that was let in.
pub struct Request {
    pub(super) operation: &'static ManageOperation,
    pub(super) request: HttpRequest,
    hub: web::Data<Hub>,
    caller: Caller,
    pairs: Pairs,
}

impl Request {
    /// Reads the query of a request.
    ///
    /// # Errors
    /// 400 for parameters that the operation does not take.
    pub fn of(
        operation: &'static ManageOperation,
        request: HttpRequest,
        hub: web::Data<Hub>,
        caller: Caller,
    ) -> Result<Self, Problem> {
        let known: Vec<&str> = operation.parameters.iter().map(|(name, _, _)| *name).collect();
        // The filters of an editor's list differ from collection to collection: the list reads them itself.
        let pairs = pairs(&request, (operation.id != "list_items").then_some(&known))?;
        Ok(Self { operation, request, hub, caller, pairs })
    }

    /// The operation.
    pub fn operation(&self) -> &'static ManageOperation {
        self.operation
    }

    /// Who asks, as the audit notes it.
    pub fn actor(&self) -> Actor {
        Actor {
            key_id: Some(self.caller.key_id.clone()),
            name: self.caller.name.clone(),
            request_id: self.request.extensions().get::<RequestId>().map(|id| id.0.to_string()),
        }
    }

    /// Whether the key may do this, too.
    pub fn may(&self, scope: Scope) -> bool {
        self.caller.scopes.allow(scope)
    }

    /// The verb in the path of a transition.
    pub fn verb(&self) -> Option<Verb> {
        let last = self.operation.path.rsplit('/').next()?;
        serde_json::from_value(Value::from(last)).ok()
    }

    /// A part of the path.
    pub fn part(&self, name: &str) -> String {
        self.request.match_info().get(name).unwrap_or_default().to_owned()
    }

    /// The collection in the path.
    ///
    /// # Errors
    /// 404.
    pub fn collection(&self) -> Result<&'static Collection, Problem> {
        let name = self.part("collection");
        let known = COLLECTIONS.iter().find(|collection| collection.name == name);
        known.ok_or_else(|| {
            let names: Vec<&str> = COLLECTIONS.iter().map(|collection| collection.name).collect();
            Problem::new(NOT_FOUND, format!("The hub has no such collection.{}", meant(&name, &names)))
        })
    }

    /// The whole query.
    pub fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    /// A parameter of the query.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.pairs.get(name)
    }

    /// A parameter as a value of its own.
    ///
    /// # Errors
    /// 400 when it is not one.
    pub fn parsed<T: std::str::FromStr>(&self, name: &str, expected: &str) -> Result<Option<T>, Problem> {
        let fault =
            || Problem::faults(&[ParameterFault::new(name, "invalid-value", format!("{expected} is expected."))]);
        self.parameter(name).map(|value| value.parse().map_err(|_| fault())).transpose()
    }

    /// A whole number within bounds, or what stands for none.
    ///
    /// # Errors
    /// 400 when it is not one.
    pub fn number(&self, name: &str, least: i64, most: i64, default: i64) -> Result<i64, Problem> {
        let expected = format!("A whole number from {least} to {most}");
        let value = self.parsed::<i64>(name, &expected)?.unwrap_or(default);
        if (least..=most).contains(&value) {
            return Ok(value);
        }
        Err(Problem::faults(&[ParameterFault::new(name, "invalid-value", format!("{expected} is expected."))]))
    }

    /// A parameter that is an id.
    ///
    /// # Errors
    /// 400 when it is none.
    pub fn id(&self, name: &str) -> Result<Option<String>, Problem> {
        Ok(self.parsed::<Uuid>(name, "An id")?.map(|id| id.to_string()))
    }

    /// Whether a parameter says `true`.
    ///
    /// # Errors
    /// 400 when it says neither `true` nor `false`.
    pub fn flag(&self, name: &str) -> Result<bool, Problem> {
        Ok(self.parsed::<bool>(name, "`true` or `false`")?.unwrap_or(false))
    }

    /// Whether it is to be published at once.
    ///
    /// # Errors
    /// 403 when the key may not publish.
    pub fn publish(&self) -> Result<bool, Problem> {
        let publish = self.flag("publish")?;
        if publish && !self.may(Scope::Publish) { Err(forbidden(Scope::Publish)) } else { Ok(publish) }
    }

    /// The revision that `If-Match` names, if it is sent.
    ///
    /// # Errors
    /// 400 when it is not an `ETag` of an item.
    pub fn if_match(&self) -> Result<Option<i64>, Problem> {
        let header = header_text(&self.request, &header::IF_MATCH).trim();
        if header.is_empty() {
            return Ok(None);
        }
        let rev =
            header.strip_prefix("\"rev-").and_then(|rest| rest.strip_suffix('"')).and_then(|rev| rev.parse().ok());
        match rev {
            Some(rev) => Ok(Some(rev)),
            None => Err(Problem::new(BAD_REQUEST, "`If-Match` is the item's `ETag`, such as `\"rev-3\"`.")),
        }
    }

    /// The revision that `If-Match` names.
    ///
    /// # Errors
    /// 428 when it is not sent.
    pub fn expected(&self) -> Result<i64, Problem> {
        let expected = self.if_match()?;
        expected.ok_or_else(|| Problem::new(PRECONDITION_REQUIRED, "Send `If-Match` with the item's `ETag`."))
    }

    /// The name that the client gave a POST, so that it can be sent again.
    ///
    /// # Errors
    /// 400 for a name that is too long.
    pub fn once(&self, body: &Body) -> Result<Option<Once>, Problem> {
        self.named(&body.hash)
    }

    /// The same for a body that is read as it comes: its hash is held to the name at its end.
    ///
    /// # Errors
    /// 400 for a name that is too long.
    pub fn once_of_lines(&self) -> Result<Option<Once>, Problem> {
        let once = self.named("")?;
        Ok(once.map(|once| Once { fingerprint: format!("{IMPORT}{}", once.fingerprint), ..once }))
    }

    /// The name, for a body of this hash.
    ///
    /// # Errors
    /// 400 for a name that is too long.
    pub(super) fn named(&self, hash: &str) -> Result<Option<Once>, Problem> {
        let name = self.request.headers().get("idempotency-key").map(|value| value.to_str().unwrap_or_default());
        let Some(name) = name.filter(|_| self.operation.method == "POST") else { return Ok(None) };
        if name.is_empty() || name.len() > MAX_NAME {
            let detail = format!("`Idempotency-Key` has 1 to {MAX_NAME} ASCII characters.");
            return Err(Problem::new(BAD_REQUEST, detail));
        }
        let said = format!("{}\n{}\n{}", self.request.path(), self.request.query_string(), hash);
        Ok(Some(Once { name: name.to_owned(), fingerprint: HEXLOWER.encode(&Sha256::digest(said.as_bytes())) }))
    }

    /// Asks the hub on a thread that may wait for the database.
    ///
    /// # Errors
    /// What the hub answers.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Hub) -> Result<T, EditError> + Send + 'static,
    ) -> Result<T, Problem> {
        ask(&self.hub, question).await
    }

    /// The hub.
    pub fn hub(&self) -> web::Data<Hub> {
        self.hub.clone()
    }
}

/// The query of a request, held to the parameters that it may have; with none named, whoever reads it refuses others.
///
/// # Errors
/// 400.
pub fn pairs(request: &HttpRequest, known: Option<&[&'static str]>) -> Result<Pairs, Problem> {
    let (pairs, mut faults) = Pairs::decode(request.query_string());
    if let Some(known) = known {
        let others = pairs.iter().filter(|(name, _)| !known.contains(name));
        faults.extend(
            others.map(|(name, _)| ParameterFault::unknown(name, "unknown-parameter", name, known.iter().copied())),
        );
    }
    if faults.is_empty() { Ok(pairs) } else { Err(faults.into()) }
}

/// Asks the hub on a thread that may wait for the database.
///
/// # Errors
/// What the hub answers.
pub async fn ask<T: Send + 'static>(
    hub: &web::Data<Hub>,
    question: impl FnOnce(&Hub) -> Result<T, EditError> + Send + 'static,
) -> Result<T, Problem> {
    let hub = hub.clone();
    match web::block(move || question(&hub)).await {
        Ok(answer) => answer.map_err(Problem::from),
        Err(error) => Err(HubError::Rendering(error.to_string()).into()),
    }
}

/// The answer to a write: 201 with its address when something was made, its revision as `ETag`.
pub fn written((answer, replayed): (Answer, bool), location: impl FnOnce(&Answer) -> Option<String>) -> HttpResponse {
    let mut response = if answer.created { HttpResponse::Created() } else { HttpResponse::Ok() };
    if let Some(rev) = answer.rev {
        response.insert_header((header::ETAG, format!("\"rev-{rev}\"")));
    }
    if let Some(location) = location(&answer).filter(|_| answer.created) {
        response.insert_header((header::LOCATION, location));
    }
    if replayed {
        response.insert_header(("Idempotency-Replayed", "true"));
    }
    response.json(&answer.body)
}
