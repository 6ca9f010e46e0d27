//! An operation of the document, put together piece by piece.

use serde_json::{Map, Value, json};

use super::failures;
use super::parameters::parameter;
use crate::query::{Surface, parameters_of};

/// Headers that answers carry.
pub fn headers() -> Value {
    let text = |about: &str| json!({ "description": about, "schema": { "type": "string" } });
    json!({
        "Hub-Seq": { "description": "The place in the change sequence that the answer reflects.", "schema": { "type": "integer" } },
        "Hub-Epoch": text("The history that the sequence belongs to; another one after a restore."),
        "ETag": text("Strong validator of this representation, for `If-None-Match`."),
        "Last-Modified": text("When anything that the answer depends on last changed, for `If-Modified-Since`."),
        "Link": text("`first`, `prev` and `next` of a list (RFC 8288)."),
        "Cache-Tag": text("Collections and ids that the answer depends on."),
        "Content-Language": text("The languages of the entries asked for."),
        "RateLimit": text("What is left to this key or address: `r` requests, all of them again after `t` seconds (draft-ietf-httpapi-ratelimit-headers)."),
        "RateLimit-Policy": text("What a key or address may ask: `q` requests at once, and as many again within `w` seconds."),
        "Retry-After": { "description": "Seconds to wait before the next attempt.", "schema": { "type": "integer" } },
        "Location": text("Where the entry is now."),
    })
}

/// An operation on its way into the document.
pub struct Operation {
    id: String,
    tag: String,
    summary: String,
    about: Option<String>,
    parameters: Vec<Value>,
    responses: Map<String, Value>,
    cached: bool,
}

impl Operation {
    pub fn new(id: impl Into<String>, tag: &str, summary: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            tag: tag.to_owned(),
            summary: summary.into(),
            about: None,
            parameters: Vec::new(),
            responses: Map::new(),
            cached: true,
        }
    }

    pub fn about(mut self, about: &str) -> Self {
        self.about = Some(about.to_owned());
        self
    }

    pub fn in_path(mut self, parameter: Value) -> Self {
        self.parameters.push(parameter);
        self
    }

    pub fn takes(mut self, surface: Surface) -> Self {
        let needed = surface.needs().map(|(name, _)| name);
        self.parameters.extend(parameters_of(surface).iter().map(|taken| {
            let mut described = parameter(taken);
            let members = described.as_object_mut().filter(|_| needed == Some(taken.name.as_str()));
            if let Some(members) = members {
                members.insert("required".to_owned(), json!(true));
            }
            described
        }));
        self
    }

    pub fn uncached(mut self) -> Self {
        self.cached = false;
        self
    }

    pub fn answers(self, schema: impl AsRef<str>) -> Self {
        let content = json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{}", schema.as_ref()) } } });
        self.ok(content)
    }

    pub fn media(self, media_type: &str) -> Self {
        let schema = match media_type {
            "application/json" | "application/yaml" => json!({ "type": "object" }),
            // Without the format, generated clients decode a picture as text.
            "image/vnd.microsoft.icon" => json!({ "type": "string", "format": "binary" }),
            _ => json!({ "type": "string" }),
        };
        self.ok(json!({ media_type: { "schema": schema } }))
    }

    pub fn ok(mut self, content: Value) -> Self {
        self.responses.insert("200".to_owned(), json!({ "description": "As asked for.", "content": content }));
        self
    }

    /// With another media type beside the first.
    pub fn also(mut self, media_type: &str, schema: Value) -> Self {
        if let Some(content) = self.responses.get_mut("200").and_then(|ok| ok.get_mut("content")) {
            content[media_type] = json!({ "schema": schema });
        }
        self
    }

    /// With a parameter that no other operation has.
    pub fn in_query(mut self, name: &str, about: &str, schema: Value) -> Self {
        self.parameters.push(json!({ "name": name, "in": "query", "description": about, "schema": schema }));
        self
    }

    /// With a header that the request may have.
    pub fn in_header(mut self, name: &str, about: &str, schema: Value) -> Self {
        self.parameters.push(json!({ "name": name, "in": "header", "description": about, "schema": schema }));
        self
    }

    pub fn moves(mut self) -> Self {
        self.responses.insert(
            "308".to_owned(),
            json!({
                "description": "The entry is elsewhere now: renamed, or merged into another.",
                "headers": { "Location": { "$ref": "#/components/headers/Location" } },
            }),
        );
        self
    }

    pub fn fails(mut self, statuses: &[u16]) -> Self {
        self.responses.extend(statuses.iter().map(|status| (status.to_string(), failures::named(*status))));
        self
    }

    /// Where these failures are told in a page, too, for those who take one.
    pub fn told_in_pages(mut self, statuses: &[u16]) -> Self {
        self.responses.extend(statuses.iter().map(|status| (status.to_string(), failures::named_with_page(*status))));
        self
    }

    pub fn build(mut self) -> Value {
        let mut names = vec!["Hub-Seq", "Hub-Epoch"];
        // Whoever watches the hub is kept from it by no rate.
        if self.tag != "running" {
            names.extend(["RateLimit", "RateLimit-Policy"]);
            self = self.fails(&[429]);
        }
        // An address may be too long for any path; some tell so in a page.
        if !self.responses.contains_key("414") {
            self = self.fails(&[414]);
        }
        if self.cached {
            names.extend(["ETag", "Last-Modified", "Cache-Tag", "Content-Language"]);
            self.responses.insert("304".to_owned(), json!({ "description": "The client's copy is still good." }));
        }
        if self.id.starts_with("list_") {
            names.push("Link");
        }
        let headers: Map<String, Value> = names
            .iter()
            .map(|name| ((*name).to_owned(), json!({ "$ref": format!("#/components/headers/{name}") })))
            .collect();
        if let Some(ok) = self.responses.get_mut("200").and_then(Value::as_object_mut) {
            ok.insert("headers".to_owned(), Value::Object(headers));
        }
        self.responses.sort_keys();
        let mut operation = json!({ "operationId": self.id, "tags": [self.tag], "summary": self.summary });
        if let Some(members) = operation.as_object_mut() {
            members.extend(self.about.map(|about| ("description".to_owned(), json!(about))));
            if !self.parameters.is_empty() {
                members.insert("parameters".to_owned(), Value::Array(self.parameters));
            }
            members.insert("responses".to_owned(), Value::Object(self.responses));
        }
        operation
    }
}
