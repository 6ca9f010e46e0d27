//! The recipes: every call on the page is made, and answers what the page says.

use std::process::Command;

use rights_hub::hub::{Actor, Scope};

use crate::support::server::Server;

const PAGE: &str = include_str!("../../docs/RECIPES.md");

/// A call, and what follows it on the page.
struct Call {
    line: usize,
    script: String,
    answer: String,
}

/// The shell blocks of the page that have an answer right behind them.
fn calls() -> Vec<Call> {
    let mut blocks: Vec<(usize, usize, &str, String)> = Vec::new();
    let mut open: Option<(usize, &str, String)> = None;
    for (number, line) in PAGE.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(""), block @ Some(_)) => {
                let (start, kind, text) = block.take().expect("a block is open");
                blocks.push((start, number, kind, text));
            }
            (Some(kind), None) => open = Some((number, kind, String::new())),
            (None, Some((.., text))) => text.extend([line, "\n"]),
            _ => {}
        }
    }
    let pairs = blocks.windows(2).filter(|pair| pair[0].2 == "sh");
    pairs
        .map(|pair| {
            assert!(
                ["json", "text"].contains(&pair[1].2) && pair[0].1 + 1 == pair[1].0,
                "line {}: no answer",
                pair[0].0
            );
            Call { line: pair[0].0 + 1, script: pair[0].3.clone(), answer: pair[1].3.clone() }
        })
        .collect()
}

/// JSON without the space between its parts, so that the page may break lines where it likes.
fn dense(text: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    text.chars()
        .filter(|character| {
            let quote = *character == '"' && !escaped;
            escaped = inside && *character == '\\' && !escaped;
            inside ^= quote;
            inside || quote || !character.is_whitespace()
        })
        .collect()
}

/// Whether a text is as told, where `…` stands for anything.
fn fits(text: &str, told: &str) -> bool {
    let mut parts = told.split('…');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some((_, behind)) = rest.split_once(part) else { return false };
        rest = behind;
    }
    rest.ends_with(last)
}

#[test]
fn every_recipe_answers_what_it_says() {
    if Command::new("curl").arg("--version").output().is_err() {
        assert!(std::env::var_os("CI").is_none_or(|value| value != "true"), "no curl is installed");
        eprintln!("skipped: there is no curl here");
        return;
    }
    let server = Server::own();
    let scopes = [Scope::Draft, Scope::Publish, Scope::Consent, Scope::Webhooks];
    let (made, _) = server.hub.make_key(&Actor::hub(), None, "The recipes", &scopes, None).expect("the key is made");
    let key = made.body["secret"].as_str().expect("the secret is told");
    let calls = calls();
    assert!(calls.len() >= 12, "the page has lost its calls");
    for Call { line, script, answer } in calls {
        let script = script.replace("127.0.0.1:8080", &server.address.to_string());
        let output = Command::new("sh")
            .args(["-c", &script])
            .env("KEY", key)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("there is a shell");
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && fits(&dense(&told), &dense(&answer)),
            "line {line}: {script}\nanswers {told}{}\nand not {answer}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn what_is_left_out_may_be_anything_and_nothing_else() {
    for (text, told, fitting) in [
        ("{\"a\":1}", "{ \"a\": 1 }", true),
        ("{\"a\":1,\"b\":2}", "{ \"a\": 1, … }", true),
        ("{\"a\":1,\"b\":2}", "{ …, \"b\": 3 }", false),
        ("{\"a\":1,\"b\":2}", "{ \"a\": 1 }", false),
        ("{\"a\":\"x y\"}", "{ \"a\": \"xy\" }", false),
        ("{\"a\":\"x\\\" y\"}", "{ \"a\": \"x\\\" y\" }", true),
    ] {
        assert_eq!(fits(&dense(text), &dense(told)), fitting, "{text} {told}");
    }
}
