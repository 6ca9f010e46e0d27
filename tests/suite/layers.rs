//! The layers of `docs/ARCHITECTURE.md`, read from the source text: no module names one above it, actix stands under
//! `http` and `cli` only, and queries under `store` only.

use std::path::{Path, PathBuf};

/// Every module, and those below it that it may name.
const BELOW: &[(&str, &[&str])] = &[
    (
        "cli",
        &[
            "http",
            "mirror",
            "openapi",
            "hub",
            "present",
            "query",
            "catalogue",
            "search",
            "store",
            "webhooks",
            "model",
            "database",
            "problem",
        ],
    ),
    ("http", &["openapi", "hub", "present", "query", "catalogue", "search", "store", "model", "database", "problem"]),
    (
        "openapi",
        &["hub", "present", "query", "catalogue", "search", "store", "webhooks", "model", "database", "problem"],
    ),
    ("mirror", &["hub", "model", "store"]),
    ("hub", &["present", "query", "catalogue", "search", "store", "webhooks", "model", "database", "problem"]),
    ("present", &["query", "catalogue", "model", "database", "problem"]),
    ("query", &["catalogue", "model", "database", "problem"]),
    ("catalogue", &["model", "database", "problem"]),
    ("search", &["model", "database", "problem"]),
    ("store", &["model", "database", "problem"]),
    ("webhooks", &["model", "database", "problem"]),
    ("model", &["database", "problem"]),
    ("database", &["problem"]),
    ("problem", &[]),
];

/// What only a query is made of.
const QUERIES: &[&str] = &[
    ".execute(",
    ".load(",
    ".load::<",
    ".get_result(",
    ".get_results(",
    ".batch_execute(",
    "sql_query",
    "diesel::insert_into",
    "diesel::update",
    "diesel::delete",
    "diesel::prelude",
    "diesel::dsl",
    "diesel_migrations",
];

/// What looks like a query and is none.
const NO_QUERIES: &[&str] = &[".load(Ordering::", ".load(std::sync::atomic::"];

/// One breach of the layers: what stands where it may not.
type Breach = String;

/// The breaches of one file; `path` is below `src`.
fn breaches(path: &str, source: &str) -> Vec<Breach> {
    let code = without_comments(source);
    let module = path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    let mut found = Vec::new();
    if let Some((_, below)) = BELOW.iter().find(|(name, _)| *name == module) {
        for named in modules_named(path, &code) {
            if named != module && !below.contains(&named) {
                found.push(format!("{path} names {named}"));
            }
        }
    }
    if !["http", "cli"].contains(&module) && has_word(&code, "actix") {
        found.push(format!("{path} uses actix"));
    }
    if module != "store" {
        let plain = NO_QUERIES.iter().fold(code, |code, allowed| code.replace(allowed, ""));
        let queries = QUERIES.iter().filter(|query| plain.contains(**query));
        found.extend(queries.map(|query| format!("{path} makes queries: {query}")));
    }
    found
}

/// The modules at the top of the crate that a file names, through `crate::` or through enough `super::`.
fn modules_named(path: &str, code: &str) -> Vec<&'static str> {
    let known = |name: &str| BELOW.iter().map(|(module, _)| *module).find(|module| *module == name);
    let depth = path.trim_end_matches("/mod.rs").trim_end_matches(".rs").split('/').count();
    let root = "super::".repeat(depth);
    let mut named = Vec::new();
    for prefix in ["crate::", "rights_hub::", root.as_str()] {
        for rest in code.split(prefix).skip(1) {
            match rest.strip_prefix('{') {
                // `use crate::{hub::Hub, store};`
                Some(group) => named.extend(heads(group).iter().filter_map(|name| known(name))),
                None => named.extend(known(&word(rest))),
            }
        }
    }
    named.sort_unstable();
    named.dedup();
    named
}

/// The first word of each member of a `use` group, up to its closing brace.
fn heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(String::new()),
            c if depth == 0 => heads.last_mut().expect("there is always one").push(c),
            _ => {}
        }
    }
    heads.iter().map(|head| word(head.trim())).collect()
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn has_word(code: &str, wanted: &str) -> bool {
    code.match_indices(wanted).any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// The source without line comments: a doc comment may name anything.
fn without_comments(source: &str) -> String {
    let code = source.lines().map(|line| match line.trim_start().starts_with("//") {
        true => "",
        false => line.split(" // ").next().unwrap_or_default(),
    });
    code.collect::<Vec<_>>().join("\n")
}

/// Every Rust file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn no_module_names_one_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let sources = files(&root);
    assert!(sources.len() > 60, "the sources are there");
    let mut modules: Vec<String> = Vec::new();
    let mut found: Vec<Breach> = Vec::new();
    for path in sources {
        let below = path.strip_prefix(&root).expect("a file below src").to_string_lossy().replace('\\', "/");
        let source = std::fs::read_to_string(&path).expect("a source file");
        modules.push(below.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned());
        found.extend(breaches(&below, &source));
    }
    assert_eq!(found, Vec::<Breach>::new());
    for module in modules.iter().filter(|module| !["lib", "main"].contains(&module.as_str())) {
        assert!(BELOW.iter().any(|(known, _)| known == module), "{module} has no place among the layers");
    }
}

#[test]
fn the_layers_have_no_circle() {
    for (place, (_, below)) in BELOW.iter().enumerate() {
        for name in *below {
            assert!(BELOW.iter().skip(place + 1).any(|(other, _)| other == name), "{name} does not stand further down");
        }
    }
}

#[test]
fn the_checker_finds_what_it_looks_for() {
    let bad = [
        ("catalogue/x.rs", "use crate::store::Link;", "catalogue/x.rs names store"),
        ("query/list.rs", "fn f() { crate::hub::Hub::open() }", "query/list.rs names hub"),
        ("model/a.rs", "use crate::{catalogue::{Card, Node}, database::schema};", "model/a.rs names catalogue"),
        ("store/mod.rs", "use super::hub::Hub;", "store/mod.rs names hub"),
        ("store/pool.rs", "use super::super::query::Pairs;", "store/pool.rs names query"),
        ("model/values/edtf.rs", "use super::super::super::present::Site;", "model/values/edtf.rs names present"),
        ("http/x.rs", "use crate::cli::Cli;", "http/x.rs names cli"),
        ("hub/x.rs", "    let a = 1;\n    use crate::http;", "hub/x.rs names http"),
        ("problem.rs", "use crate::model::Fault;", "problem.rs names model"),
        ("hub/x.rs", "use actix_web::web;", "hub/x.rs uses actix"),
        ("hub/x.rs", "items::table.load(connection)?", "hub/x.rs makes queries: .load("),
        ("http/x.rs", "diesel::sql_query(text).execute(connection)", "http/x.rs makes queries: .execute("),
        ("http/x.rs", "diesel::sql_query(text)", "http/x.rs makes queries: sql_query"),
        ("model/x.rs", "use diesel::prelude::*;", "model/x.rs makes queries: diesel::prelude"),
    ];
    for (path, source, breach) in bad {
        assert!(breaches(path, source).iter().any(|found| found == breach), "{path}: {source}");
    }
    let good = [
        (
            "catalogue/card.rs",
            "/// See [`crate::store::Link`].\n//! crate::hub\nuse crate::model::Entry; // crate::hub",
        ),
        ("http/reading.rs", "use super::problem::Problem; use super::super::hub::Hub; use actix_web::web;"),
        ("query/list.rs", "use super::cursor::Cursor; use super::super::catalogue::Sort;"),
        ("http/server.rs", "while !stopping.load(Ordering::Relaxed) {}"),
        ("store/items.rs", "items::table.load(connection)?; use diesel::prelude::*; use crate::model::Entry;"),
        ("hub/x.rs", "use crate::{catalogue::Snapshot, store::{self, Store}}; let reactixa = 1;"),
    ];
    for (path, source) in good {
        assert_eq!(breaches(path, source), Vec::<Breach>::new(), "{path}: {source}");
    }
}
