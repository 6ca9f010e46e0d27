//! The operations for reading: for each path what it takes and what it answers, problems included.

use serde_json::{Map, Value, json};

use super::answers::{at, lines_of};
use super::operation::Operation;
use crate::model::{COLLECTIONS, Collection};
use crate::problem::PROBLEMS;
use crate::query::{Format, Surface};

/// The form of what is measured.
const METRICS: &str = "application/openmetrics-text";

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
    ).takes(Surface::Search).answers("SearchResults").fails(&[400, 406, 500, 503]).build());
    add("/v1/suggest", Operation::new("list_suggestions", "hub", "Complete what is being typed").about(
        "Titles and other names of which a word begins as the last one typed, those that begin with the whole text first; one for each entry.",
    ).takes(Surface::Suggest).answers("Suggestions").fails(&[400, 406, 500, 503]).build());
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
            .build(),
    );
    add(
        "/openapi.yaml",
        Operation::new("get_openapi_yaml", "reference", "This document as YAML")
            .about("OpenAPI 3.1.")
            .media("application/yaml")
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
            .build(),
    );
    add(
        "/health/ready",
        Operation::new("get_readiness", "running", "Whether the hub can serve")
            .about("200 when the database can be reached and the catalogue is built; `search` tells whether search is, too.")
            .answers("Ready")
            .uncached()
            .fails(&[503])
            .build(),
    );
    add(
        "/metrics",
        Operation::new("get_metrics", "running", "What this node measures")
            .about("In the text format of OpenMetrics 1.0, as Prometheus reads it. 404 where the hub was started with an address of its own for it.")
            .media(METRICS)
            .uncached()
            .fails(&[404, 500])
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
        .fails(&[400, 406, 500, 503]);
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
        .fails(&[400, 404, 500, 503]);
    add(&format!("{path}.{{format}}"), forms(listed).build());
    add(
        &format!("{path}/{{key}}"),
        Operation::new(format!("get_{}", collection.singular), collection.name, format!("Read one: {one}"))
            .about("By id or slug; every field, unless `view` or `fields` says less.")
            .in_path(key())
            .takes(Surface::Item(collection.name))
            .answers(format!("{}Item", collection.schema_name))
            .also("application/ld+json", at("LinkedData"))
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

/// What a list in a form is.
fn schema_of(collection: &Collection, format: Format) -> Value {
    match format {
        Format::Ndjson => lines_of(&collection.schema_name),
        Format::JsonFeed => at("JsonFeed"),
        Format::Csv | Format::Atom | Format::Rss | Format::ICalendar => json!({ "type": "string" }),
    }
}
