//! The operations: for each path what it takes and what it answers, problems included.

use serde_json::{Map, Value, json};

use crate::model::{COLLECTIONS, Collection};
use crate::problem::PROBLEMS;
use crate::query::{Format, Parameter, ParameterKind as Kind, Surface, parameters_of};

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
        "Retry-After": { "description": "Seconds to wait before the next attempt.", "schema": { "type": "integer" } },
        "Location": text("Where the entry is now."),
    })
}

/// Moves parameters that several operations take alike into `components`, by name, and leaves references behind.
pub fn share_parameters(paths: &mut Map<String, Value>) -> Map<String, Value> {
    let mut seen: Map<String, Value> = Map::new();
    let mut shared: Map<String, Value> = Map::new();
    for parameter in parameters_in(paths) {
        let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        match seen.get(&name) {
            None => drop(seen.insert(name, parameter.clone())),
            Some(other) if other == parameter => drop(shared.insert(name, parameter.clone())),
            Some(_) => {}
        }
    }
    for parameter in parameters_in(paths) {
        let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default();
        if shared.get(name) == Some(parameter) {
            *parameter = json!({ "$ref": format!("#/components/parameters/{name}") });
        }
    }
    shared.sort_keys();
    shared
}

fn parameters_in(paths: &mut Map<String, Value>) -> impl Iterator<Item = &mut Value> {
    paths.values_mut().filter_map(|path| path.pointer_mut("/get/parameters")).filter_map(Value::as_array_mut).flatten()
}

/// Every path with its operations.
pub fn paths() -> Map<String, Value> {
    let mut paths = Map::new();
    let mut add = |path: &str, operation: Value| {
        paths.insert(path.to_owned(), json!({ "get": operation }));
    };
    add("/v1", Operation::new("get_hub", "hub", "What the hub is and holds").about(
        "Name, licence, position in the change sequence, limits, and for each collection its count, filters, sorts, facets and includes.",
    ).takes(Surface::Hub).answers("Hub").fails(&[400, 406, 503]).build());
    add("/v1/home", Operation::new("get_home", "hub", "The front page in one call").about(
        "The hub's own sections in order, what is featured, the newest entries of each collection, the next events.",
    ).takes(Surface::Hub).answers("Home").fails(&[400, 406, 500, 503]).build());
    add("/v1/lookup", Operation::new("lookup_entries", "hub", "Find entries by an outside identifier or URL").about(
        "One of `identifier` and `url` is given. A name that no entry has finds nothing: 200 with an empty list.",
    ).takes(Surface::Lookup).answers("Found").fails(&[400, 406, 500, 503]).build());
    add("/v1/search", Operation::new("list_search_results", "hub", "Search everything").about(
        "Entries of all collections that fit what is sought, best first, with exact totals and counts. Text is read by the rules of its language: stems, diacritics and small words make no difference, and names of topics and organisations stand for one another. 503 `unavailable` while the index is being built.",
    ).takes(Surface::Search).answers("SearchResults").fails(&[400, 406, 414, 500, 503]).build());
    add("/v1/suggest", Operation::new("list_suggestions", "hub", "Complete what is being typed").about(
        "Titles and other names of which a word begins as the last one typed, those that begin with the whole text first; one for each entry.",
    ).takes(Surface::Suggest).answers("Suggestions").fails(&[400, 406, 414, 500, 503]).build());
    for collection in COLLECTIONS.iter() {
        collection_paths(collection, &mut add);
    }
    super::embedding::paths(&mut add);
    super::syncing::paths(&mut add);
    paths.extend(super::harvesting::paths().into_iter().map(|(path, operations)| (path.to_owned(), operations)));
    let mut add = |path: &str, operation: Value| {
        paths.insert(path.to_owned(), json!({ "get": operation }));
    };
    add(
        "/openapi.json",
        Operation::new("get_openapi_json", "reference", "This document as JSON")
            .about("OpenAPI 3.1.")
            .media("application/json")
            .fails(&[414])
            .build(),
    );
    add(
        "/openapi.yaml",
        Operation::new("get_openapi_yaml", "reference", "This document as YAML")
            .about("OpenAPI 3.1.")
            .media("application/yaml")
            .fails(&[414])
            .build(),
    );
    let code = json!({
        "name": "code", "in": "path", "required": true, "description": "The last part of a problem's `type`.",
        "schema": { "type": "string", "enum": PROBLEMS.iter().map(|kind| kind.code).collect::<Vec<_>>() },
    });
    add(
        "/problems/{code}",
        Operation::new("get_problem_page", "reference", "What a kind of problem means")
            .about("The page that the `type` of a problem leads to.")
            .in_path(code)
            .media("text/html")
            .fails(&[404, 406])
            .build(),
    );
    add(
        "/health/live",
        Operation::new("get_liveness", "running", "Whether the process answers")
            .about("200 as long as it does.")
            .answers("Live")
            .uncached()
            .fails(&[414])
            .build(),
    );
    add(
        "/health/ready",
        Operation::new("get_readiness", "running", "Whether the hub can serve")
            .about("200 when the database can be reached and the catalogue is built; `search` tells whether search is, too.")
            .answers("Ready")
            .uncached()
            .fails(&[414, 503])
            .build(),
    );
    paths
}

fn collection_paths(collection: &Collection, add: &mut impl FnMut(&str, Value)) {
    let path = format!("/v1/{}", collection.name);
    let (plural, label) = (collection.name.replace('-', "_"), collection.label.to_lowercase());
    let one = collection.singular.replace('_', " ");
    let key = || {
        json!({
            "name": "key", "in": "path", "required": true,
            "description": "The id or slug of the entry. A slug that it had before leads to it by 308.",
            "schema": { "type": "string" },
        })
    };
    let formats = || Format::of(collection);
    let forms = |operation: Operation| {
        formats()
            .fold(operation, |operation, format| operation.also(format.media_type(), schema_of(collection, format)))
    };
    let list = Operation::new(format!("list_{plural}"), collection.name, format!("List {label}"))
        .about(&format!(
            "{} `Accept` asks for other forms than JSON, which take the parameters of `{path}.{{format}}`.",
            collection.about
        ))
        .takes(Surface::List(collection.name))
        .answers(format!("{}List", collection.schema_name))
        .fails(&[400, 406, 414, 500, 503]);
    add(&path, forms(list).build());
    let suffix = json!({
        "name": "format", "in": "path", "required": true, "description": "The form.",
        "schema": { "type": "string", "enum": formats().map(Format::suffix).collect::<Vec<_>>() },
    });
    let listed = Operation::new(format!("list_{plural}_as_format"), collection.name, format!("List {label} in another form"))
        .about("Tables (`csv`, `ndjson`) have everything that matches, feeds what is new, calendars what takes place; `docs/FORMATS.md` tells their columns, members and limits. What consent keeps from copies is in no table, and what it keeps from other sites in no feed or calendar. `view`, `fields` and `format_text` are for tables alone.")
        .in_path(suffix)
        .takes(Surface::Listed(collection.name, Format::Csv))
        .ok(json!({}))
        .fails(&[400, 404, 414, 500, 503]);
    add(&format!("{path}.{{format}}"), forms(listed).build());
    add(
        &format!("{path}/{{key}}"),
        Operation::new(format!("get_{}", collection.singular), collection.name, format!("Read one: {one}"))
            .about("By id or slug; every field, unless `view` or `fields` says less.")
            .in_path(key())
            .takes(Surface::Item(collection.name))
            .answers(format!("{}Item", collection.schema_name))
            .also(
                "application/ld+json",
                json!({ "type": "object", "description": "The entry in the vocabulary of schema.org." }),
            )
            .moves()
            .fails(&[400, 404, 406, 410, 500, 503])
            .build(),
    );
    add(
        &format!("{path}/{{key}}/related"),
        Operation::new(
            format!("list_related_to_{}", collection.singular),
            collection.name,
            format!("Similar to one: {one}"),
        )
        .about(
            "Similar entries of every collection, each with the reasons: the links that both share, and similar text.",
        )
        .in_path(key())
        .takes(Surface::Related)
        .answers("Related")
        .moves()
        .fails(&[400, 404, 406, 410, 500, 503])
        .build(),
    );
}

/// What a list in a form is; of NDJSON, a line of it.
fn schema_of(collection: &Collection, format: Format) -> Value {
    match format {
        Format::Ndjson => json!({ "$ref": format!("#/components/schemas/{}", collection.schema_name) }),
        Format::JsonFeed => json!({ "type": "object", "description": "https://jsonfeed.org/version/1.1" }),
        Format::Csv | Format::Atom | Format::Rss | Format::ICalendar => json!({ "type": "string" }),
    }
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
        self.parameters.extend(parameters_of(surface).iter().map(parameter));
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
        let schema = if media_type == "application/json" || media_type == "application/yaml" {
            json!({ "type": "object" })
        } else {
            json!({ "type": "string" })
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
        for status in statuses {
            let kinds: Vec<_> = PROBLEMS.iter().filter(|kind| kind.status == *status).collect();
            let sentences: Vec<String> = kinds.iter().map(|kind| format!("`{}`: {}.", kind.code, kind.title)).collect();
            let mut response = json!({
                "description": sentences.join(" "),
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
            });
            if let (503, Some(response)) = (*status, response.as_object_mut()) {
                response.insert(
                    "headers".to_owned(),
                    json!({ "Retry-After": { "$ref": "#/components/headers/Retry-After" } }),
                );
            }
            self.responses.insert(status.to_string(), response);
        }
        self
    }

    /// Where these failures are told in a page, too, for those who take one.
    pub fn told_in_pages(mut self, statuses: &[u16]) -> Self {
        for status in statuses {
            if let Some(content) =
                self.responses.get_mut(&status.to_string()).and_then(|response| response.get_mut("content"))
            {
                content["text/html"] = json!({ "schema": { "type": "string" } });
            }
        }
        self
    }

    pub fn build(mut self) -> Value {
        let mut names = vec!["Hub-Seq", "Hub-Epoch"];
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

/// A query parameter. Lists of values are one parameter with commas, so `explode` is false.
fn parameter(parameter: &Parameter) -> Value {
    let one = one_value(parameter);
    let listed = matches!(
        parameter.kind,
        Kind::Any(_)
            | Kind::All(_)
            | Kind::Not(_)
            | Kind::Exact(_)
            | Kind::Ids
            | Kind::Sort
            | Kind::Facet
            | Kind::Fields
            | Kind::Include
            | Kind::Lang
            | Kind::Langs
            | Kind::Types
    );
    let mut value = json!({ "name": parameter.name, "in": "query", "description": parameter.about });
    if let Some(members) = value.as_object_mut() {
        if listed {
            members.insert("style".to_owned(), json!("form"));
            members.insert("explode".to_owned(), json!(false));
            members
                .insert("schema".to_owned(), json!({ "type": "array", "items": one, "minItems": 1, "maxItems": if parameter.kind == Kind::Lang { 10 } else { 100 } }));
        } else {
            members.insert("schema".to_owned(), one);
        }
    }
    value
}

fn one_value(parameter: &Parameter) -> Value {
    let integer = |least: u64, most: u64, default: Option<u64>| match default {
        Some(default) => json!({ "type": "integer", "minimum": least, "maximum": most, "default": default }),
        None => json!({ "type": "integer", "minimum": least, "maximum": most }),
    };
    match parameter.kind {
        Kind::Limit => integer(0, parameter.most, Some(parameter.default)),
        Kind::Page => integer(1, parameter.most, Some(1)),
        Kind::Typo | Kind::TextMode => {
            json!({ "type": "string", "enum": parameter.allowed, "default": parameter.allowed.first() })
        }
        Kind::FacetLimit | Kind::IncludeLimit => integer(1, 100, Some(20)),
        Kind::Heading => integer(2, parameter.most, Some(parameter.default)),
        Kind::MaxWidth | Kind::MaxHeight => integer(1, parameter.most, None),
        Kind::MinSeq | Kind::Since => json!({ "type": "integer", "minimum": 0 }),
        Kind::Wait => integer(0, parameter.most, Some(0)),
        // Either direction of every field, then what may follow a dot, is a pattern and no closed list.
        Kind::Sort => json!({ "type": "string", "pattern": format!("^-?({})$", parameter.allowed.join("|")) }),
        Kind::Include => {
            json!({ "type": "string", "pattern": format!("^({})(\\.[a-z_-]+)?$", parameter.allowed.join("|")) })
        }
        _ if parameter.allowed == ["true", "false"] => json!({ "type": "boolean" }),
        _ if !parameter.allowed.is_empty() => json!({ "type": "string", "enum": parameter.allowed }),
        _ => match parameter.pattern {
            Some(pattern) => json!({ "type": "string", "pattern": pattern, "maxLength": parameter.longest }),
            None => json!({ "type": "string", "minLength": 1, "maxLength": parameter.longest }),
        },
    }
}
