//! Problems (RFC 9457) on their way to a client, whatever raised them.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use serde_json::{Map, Value, json};

use crate::catalogue::Gone;
use crate::hub::{EditError, HubError};
use crate::problem::{
    BAD_REQUEST, BEHIND, EPOCH_CHANGED, GONE, INTERNAL, INVALID_DOCUMENT, INVALID_PARAMETERS, KEY_REUSED, MIRRORED,
    NOT_FOUND, PAYLOAD_TOO_LARGE, PRECONDITION_FAILED, PROBLEMS, ProblemKind, STATE_CONFLICT, UNAUTHENTICATED,
    UNAVAILABLE,
};
use crate::query::ParameterFault;
use crate::store::StoreError;

/// Parameters that a sentence names at most.
const NAMED: usize = 10;

/// A problem on its way to a client.
#[derive(Debug)]
pub struct Problem(Box<Facts>);

#[derive(Debug)]
struct Facts {
    kind: &'static ProblemKind,
    detail: String,
    members: Map<String, Value>,
    retry_after: Option<u32>,
    /// For the log alone.
    cause: Option<String>,
    location: Option<String>,
}

impl Problem {
    /// A problem of a kind, with a sentence about this case.
    pub fn new(kind: &'static ProblemKind, detail: impl Into<String>) -> Self {
        Self(Box::new(Facts {
            kind,
            detail: detail.into(),
            members: Map::new(),
            retry_after: None,
            cause: None,
            location: None,
        }))
    }

    /// The problem that stands for a status that a library chose.
    pub fn of_status(status: StatusCode) -> Self {
        let kind = PROBLEMS.iter().find(|kind| kind.status == status.as_u16()).copied();
        let kind = kind.unwrap_or(if status.is_client_error() { BAD_REQUEST } else { INTERNAL });
        Self::new(kind, kind.title)
    }

    /// The problem of a query with these faults.
    pub fn faults(faults: &[ParameterFault]) -> Self {
        let detail = match faults {
            [one] if one.detail.contains(&format!("`{}`", one.parameter)) => one.detail.clone(),
            [one] => format!("`{}`: {}", one.parameter, one.detail),
            _ => {
                let names: Vec<String> = faults.iter().take(NAMED).map(|one| format!("`{}`", one.parameter)).collect();
                let more = if faults.len() > NAMED { ", …" } else { "" };
                format!("{} parameters are wrong: {}{more}.", faults.len(), names.join(", "))
            }
        };
        let mut problem = Self::new(INVALID_PARAMETERS, detail);
        problem.0.members.insert("errors".to_owned(), json!(faults));
        problem
    }

    fn gone(gone: &Gone) -> Self {
        let mut problem = Self::new(GONE, "The entry was public and has been removed.");
        problem.0.members.insert("removed_at".to_owned(), json!(gone.removed_at));
        problem
    }

    /// The same with one more member.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.members.insert(name.to_owned(), value.into());
        self
    }

    /// The same with the time after which another attempt makes sense, in seconds.
    #[must_use]
    pub fn after(mut self, seconds: u32) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    /// What the log says of it, where that is more than the client is told.
    pub fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    /// The answer, under the id of its request.
    pub fn response(&self, request_id: &str) -> HttpResponse {
        if let Some(location) = &self.0.location {
            return HttpResponse::PermanentRedirect()
                .insert_header(("Location", location.as_str()))
                .insert_header(("Cache-Control", "public, max-age=60"))
                .finish();
        }
        let mut body = Map::new();
        body.insert("type".to_owned(), json!(format!("/problems/{}", self.0.kind.code)));
        body.insert("title".to_owned(), json!(self.0.kind.title));
        body.insert("status".to_owned(), json!(self.0.kind.status));
        body.insert("detail".to_owned(), json!(self.0.detail));
        body.insert("instance".to_owned(), json!(format!("urn:uuid:{request_id}")));
        body.extend(self.0.members.clone());
        let mut response = HttpResponse::build(self.status_code());
        response.content_type("application/problem+json").insert_header(("Cache-Control", "no-store"));
        if self.0.kind == UNAUTHENTICATED {
            response.insert_header(("WWW-Authenticate", "Bearer realm=\"rights-hub\""));
        }
        if let Some(seconds) = self.0.retry_after {
            response.insert_header(("Retry-After", seconds.to_string()));
        }
        response.body(Value::Object(body).to_string())
    }
}

impl From<HubError> for Problem {
    fn from(error: HubError) -> Self {
        match error {
            HubError::NotFound => Self::new(NOT_FOUND, "No public entry has or had this id or slug."),
            HubError::Gone(gone) => Self::gone(&gone),
            HubError::Moved(location) => {
                let mut problem = Self::new(NOT_FOUND, "");
                problem.0.location = Some(location);
                problem
            }
            HubError::Behind { at } => {
                let mut problem = Self::new(BEHIND, format!("This node has reached {at} in the change sequence."));
                problem.0.retry_after = Some(1);
                problem.0.members.insert("seq".to_owned(), json!(at));
                problem
            }
            HubError::OtherEpoch { epoch } => {
                let detail = "The hub has another history now, after a restore: begin again with an export.";
                Self::new(EPOCH_CHANGED, detail).with("epoch", epoch).with("export", "/v1/export")
            }
            HubError::Crowded => {
                let mut problem = Self::new(UNAVAILABLE, "As many exports as this node serves at once are under way.");
                problem.0.retry_after = Some(10);
                problem
            }
            HubError::TooExpensive => Self::faults(&[ParameterFault::new(
                "q",
                "too-expensive",
                "Too many texts have the words of `q`; say fewer, or rarer ones.",
            )]),
            HubError::Preparing => Self::new(UNAVAILABLE, "The search index is being built.").after(5),
            HubError::Store(error @ StoreError::Unwritable(_)) => {
                let mut problem = Self::new(UNAVAILABLE, "Nothing can be written just now; reading goes on.").after(30);
                problem.0.cause = Some(error.to_string());
                problem
            }
            HubError::Store(error) => {
                let away = matches!(error, StoreError::Unavailable(_) | StoreError::Busy(_));
                let kind = if away { UNAVAILABLE } else { INTERNAL };
                let mut problem = Self::new(kind, kind.title);
                problem.0.retry_after = away.then_some(1);
                problem.0.cause = Some(error.to_string());
                problem
            }
            HubError::Rendering(reason) => {
                let mut problem = Self::new(INTERNAL, INTERNAL.title);
                problem.0.cause = Some(reason);
                problem
            }
        }
    }
}

impl From<EditError> for Problem {
    fn from(error: EditError) -> Self {
        match error {
            EditError::NoItem => Self::new(NOT_FOUND, "There is no such item, revision or link."),
            EditError::Stale { current_rev, changed_fields } => {
                Self::new(PRECONDITION_FAILED, format!("The latest revision is {current_rev}."))
                    .with("current_rev", current_rev)
                    .with("changed_fields", changed_fields)
            }
            EditError::State { state, verb, allowed } => {
                let detail = format!("An item that is {} takes no `{verb}`.", state.as_str());
                Self::new(STATE_CONFLICT, detail).with("state", state.as_str()).with("allowed", allowed)
            }
            EditError::Mirrored { origin } => {
                Self::new(MIRRORED, format!("The entry is a copy from {origin}, and is edited there."))
                    .with("origin", origin)
            }
            EditError::Faults(faults) => {
                let detail = match faults.as_slice() {
                    [one] => one.detail.clone(),
                    _ => format!("{} things are wrong.", faults.len()),
                };
                Self::new(INVALID_DOCUMENT, detail).with("errors", json!(faults))
            }
            EditError::OtherRequest => Self::new(KEY_REUSED, KEY_REUSED.title),
            EditError::TooManyDrafts { most } => {
                let detail = format!("Filters look into {most} items that are not public, and the hub has more.");
                Self::faults(&[ParameterFault::new("", "not-available", detail)])
            }
            EditError::Unended => {
                let detail = "The request of this name did not come to its end. Send it again: what it kept is there.";
                Self::new(UNAVAILABLE, detail).after(1)
            }
            EditError::AnswerTooLong { longest } => {
                let detail =
                    format!("The request was done before; its answer has more than {longest} bytes and is not kept.");
                Self::new(PAYLOAD_TOO_LARGE, detail)
            }
            EditError::Store(error) => Self::from(HubError::Store(error)),
        }
    }
}

impl From<Vec<ParameterFault>> for Problem {
    fn from(faults: Vec<ParameterFault>) -> Self {
        Self::faults(&faults)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.cause.as_deref().unwrap_or(&self.0.detail))
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.kind.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Only the status: `finish` writes the body, because it knows the request.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}
