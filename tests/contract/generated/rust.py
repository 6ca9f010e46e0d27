"""The calls of plan.py for the client that oas3-gen makes: rust.py PLAN URL TYPES prints a program that makes them, and mends
the file with the client's types where the generator writes what does not compile."""

import json
import pathlib
import re
import sys

from planned import planned

# Answers of these media types are not what the client declares, by a limit of the generator.
XML = "the client takes XML apart and keeps one of its texts"
UNREAD = {"application/xml": XML, "text/xml": XML, "image/svg+xml": XML, "application/yaml": "the client reads no YAML"}
# The generator has every list that is joined by commas be one of strings, whatever its field holds.
JOINED = re.compile(r'oas3_gen_support::StringWithCommaSeparator(>"\)\](?:\s*#\[.*\])*\s*pub [\w#]+: Option<Vec<)(?!String)(\w+)')

plan_path, hub, types_path = sys.argv[1:]
types = pathlib.Path(types_path)
types.write_text(JOINED.sub(r"serde_with::StringWithSeparator<serde_with::formats::CommaSeparator, \2>\1\2", types.read_text()))
calls, summary = planned(plan_path, UNREAD)

print("""mod client;

use std::fmt::Debug;
use std::str::FromStr;

use client::ApiResponse;

fn value<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("a value of the parameter")
}

fn read<T, F>(name: &str, answer: anyhow::Result<ApiResponse<T, F>>) -> usize {
    match answer {
        Ok(ApiResponse::Ok(_)) => return 1,
        Ok(_) => eprintln!("{name}: another status or media type"),
        Err(error) => eprintln!("{name}: {error:#}"),
    }
    0
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let hub = client::RightsHubClient::with_base_url(%s)?;
    let mut count = 0;""" % json.dumps(hub))
for call in calls:
    request = "".join(part.capitalize() for part in call["id"].split("_")) + "Request"
    fields = [
        f"request.{place}.{name} = {'Some(%s)' if name in call['optional'] else '%s'};" % f"value({json.dumps(str(value))})"
        for place in ("path", "query")
        for name, value in call[place].items()
    ]
    print(f"    let {'mut ' if fields else ''}request = client::{request}::default();")
    print("".join(f"    {field}\n" for field in fields), end="")
    print(f'    count += read("{call["id"]}", hub.{call["id"]}(request).await);')
print(f"""    println!("Rust: {{count}} {summary}");
    std::process::exit(i32::from(count < {len(calls)}));
}}""")
