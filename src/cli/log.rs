//! The log, on standard error: a line for people, or a JSON object a line.

use std::io::Write;

use log::kv::{Error, Key, Value, VisitSource};
use serde_json::{Map, json};

use super::LogFormat;
use crate::model::values::Instant;

/// Starts the log; `RUST_LOG` narrows or widens it.
pub fn start_log(format: LogFormat) {
    let mut builder = env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info"));
    if format == LogFormat::Json {
        builder.format(|out, record| {
            let mut members = Members(Map::new());
            members.0.insert("at".to_owned(), json!(Instant::now()));
            members.0.insert("level".to_owned(), json!(record.level().as_str()));
            members.0.insert("target".to_owned(), json!(record.target()));
            members.0.insert("message".to_owned(), json!(record.args().to_string()));
            // A fact that cannot be written is missing from the line; the line is written all the same.
            let _ = record.key_values().visit(&mut members);
            writeln!(out, "{}", serde_json::Value::Object(members.0))
        });
    }
    // A second start, as in tests, finds the log already there.
    let _ = builder.try_init();
}

/// The facts of a record, as members of its JSON object.
struct Members(Map<String, serde_json::Value>);

impl<'kvs> VisitSource<'kvs> for Members {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> Result<(), Error> {
        let value = match (value.to_u64(), value.to_f64()) {
            (Some(whole), _) => json!(whole),
            (None, Some(number)) => json!(number),
            (None, None) => json!(value.to_string()),
        };
        self.0.insert(key.to_string(), value);
        Ok(())
    }
}
