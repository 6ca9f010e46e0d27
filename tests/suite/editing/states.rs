//! The states of items against a model of them that was written from the contract alone: random sequences of verbs, good
//! and bad, over two items, of which each may stand in the place of the other.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::{Editor, etag, id_of, public};
use crate::support::Database;

#[derive(Debug, Clone, Copy)]
enum Step {
    Write(u8),
    Publish,
    Schedule { past: bool },
    Unschedule,
    Withdraw { explained: bool },
    Remove,
    Redirect { to_itself: bool },
    Restore,
    Revert(u8),
    Delete,
    Stale,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Draft,
    Scheduled,
    Published,
    Withdrawn,
    Removed,
    Redirected,
    Deleted,
}
use State::{Deleted, Draft, Published, Redirected, Removed, Scheduled, Withdrawn};

impl State {
    fn word(self) -> &'static str {
        match self {
            Draft => "draft",
            Scheduled => "scheduled",
            Published => "published",
            Withdrawn => "withdrawn",
            Removed => "removed",
            Redirected => "redirected",
            Deleted => "deleted",
        }
    }

    fn is_public(self) -> bool {
        matches!(self, Published | Withdrawn)
    }
}

/// An item as the contract has it: what each revision says, and which of them the public was shown last.
#[derive(Debug, Clone)]
struct Model {
    state: State,
    says: Vec<u8>,
    shown: Option<usize>,
    waits: bool,
}

/// What a step is to answer, and whether the public sees a difference.
struct Expected {
    status: u16,
    public_change: bool,
}

const fn answers(status: u16) -> Expected {
    Expected { status, public_change: false }
}

const SHOWN: Expected = Expected { status: 200, public_change: true };

impl Model {
    fn new() -> Self {
        Self { state: Draft, says: vec![0], shown: None, waits: false }
    }

    fn latest(&self) -> usize {
        self.says.len()
    }

    fn write(&mut self, says: u8) {
        if self.says.last() != Some(&says) {
            self.says.push(says);
        }
    }

    fn show(&mut self, state: State) {
        (self.state, self.waits) = (state, false);
    }

    fn take(&mut self, step: Step, other_is_public: bool) -> Expected {
        match (step, self.state) {
            // What cannot be right in any state is told before the state is looked at.
            (Step::Revert(0), _) => return answers(422),
            (_, Deleted) => return answers(404),
            _ => {}
        }
        match (step, self.state) {
            (Step::Stale, _) => answers(412),
            (Step::Write(says), _) => {
                self.write(says);
                answers(200)
            }
            (Step::Revert(rev), _) => match self.says.get(usize::from(rev).wrapping_sub(1)).copied() {
                Some(says) => {
                    self.write(says);
                    answers(200)
                }
                None => answers(422),
            },
            (Step::Delete, Draft | Scheduled) => {
                self.state = Deleted;
                answers(204)
            }
            (Step::Publish, Draft | Scheduled | Published | Withdrawn) => {
                self.show(Published);
                self.shown = Some(self.latest());
                SHOWN
            }
            (Step::Schedule { past: true }, Draft | Scheduled | Published) => answers(422),
            (Step::Schedule { past: false }, Draft | Scheduled | Published) => {
                self.waits = true;
                if self.state == Draft {
                    self.state = Scheduled;
                }
                answers(200)
            }
            (Step::Unschedule, Scheduled) => {
                self.show(Draft);
                answers(200)
            }
            (Step::Unschedule, Published) if self.waits => {
                self.waits = false;
                answers(200)
            }
            (Step::Withdraw { explained }, Published) => {
                if !explained {
                    return answers(422);
                }
                self.show(Withdrawn);
                SHOWN
            }
            (Step::Remove, Published | Withdrawn | Redirected) => {
                self.show(Removed);
                SHOWN
            }
            (Step::Redirect { to_itself }, Published | Withdrawn | Removed | Redirected) => {
                if to_itself || !other_is_public {
                    return answers(422);
                }
                self.show(Redirected);
                SHOWN
            }
            (Step::Restore, Withdrawn | Removed | Redirected) => {
                self.show(Published);
                SHOWN
            }
            _ => answers(409),
        }
    }
}

fn words(says: u8) -> Value {
    json!({ "title": format!("It says {says}"), "description": format!("Text {says}.") })
}

fn send(editor: &Editor, items: &[String; 2], which: usize, rev: usize, step: Step) -> crate::support::server::Answer {
    let item = &items[which];
    let rev = rev as i64;
    let verb = |verb: &str, body: Value| {
        editor.send("POST", &format!("{item}/{verb}"), &[("If-Match", &etag(rev))], Some(&body))
    };
    match step {
        Step::Write(says) => editor.patch(item, rev, &words(says)),
        Step::Publish => verb("publish", json!({})),
        Step::Schedule { past } => verb(
            "schedule",
            json!({ "publish_at": if past { "2025-05-01T09:30:00Z" } else { "2031-01-01T00:00:00Z" } }),
        ),
        Step::Unschedule => verb("unschedule", json!({})),
        Step::Withdraw { explained } => {
            verb("withdraw", json!({ "explanation": if explained { "It is not so." } else { " " } }))
        }
        Step::Remove => verb("remove", json!({ "update_type": "major" })),
        Step::Redirect { to_itself } => {
            let to = if to_itself { item } else { &items[1 - which] };
            verb("redirect", json!({ "to": { "id": id_of(to) } }))
        }
        Step::Restore => verb("restore", json!({ "change_note": "Back." })),
        Step::Revert(rev) => verb("revert", json!({ "rev": rev })),
        Step::Delete => editor.delete(item, rev),
        Step::Stale => {
            editor.send("POST", &format!("{item}/publish"), &[("If-Match", &etag(rev + 1))], Some(&json!({})))
        }
    }
}

/// Holds what the public and editors are told of an item to the model.
fn compare(editor: &Editor, items: &[String; 2], which: usize, model: &Model) {
    let item = &items[which];
    let answer = editor.server.get(&public(item));
    match model.state {
        Draft | Scheduled | Deleted => assert_eq!(answer.status, 404, "{model:?}"),
        Published | Withdrawn => {
            assert_eq!(answer.status, 200, "{model:?}");
            let data = answer.json()["data"].clone();
            let shown = model.shown.expect("something was shown");
            let expected = words(model.says[shown - 1]);
            assert_eq!((&data["title"], &data["rev"]), (&expected["title"], &json!(shown)), "{model:?}");
            assert_eq!(data["description"], expected["description"]);
            let notice = if model.state == Withdrawn { json!("It is not so.") } else { Value::Null };
            assert_eq!(data["notice"]["explanation"], notice, "{model:?}");
        }
        Removed => {
            assert_eq!(answer.status, 410, "{model:?}");
            assert!(answer.json()["removed_at"].is_string(), "{}", answer.text());
        }
        Redirected => {
            assert_eq!(answer.status, 308, "{model:?}");
            assert_eq!(answer.header("location"), Some(public(&items[1 - which]).as_str()));
        }
    }
    let read = editor.get(item);
    if model.state == Deleted {
        return assert_eq!(read.status, 404);
    }
    let facts = read.json()["item"].clone();
    assert_eq!((&facts["state"], &facts["rev"]), (&json!(model.state.word()), &json!(model.latest())), "{model:?}");
    assert_eq!(facts["publish_at"].is_string(), model.waits, "{model:?}");
    assert_eq!(facts["published_rev"], json!(model.shown), "{model:?}");
    assert_eq!(facts["redirect_to"].is_string(), model.state == Redirected, "{model:?}");
    assert_eq!(read.json()["data"]["title"], words(model.says[model.latest() - 1])["title"]);
}

fn run(editor: &Editor, steps: &[(bool, Step)]) {
    let make = || {
        let mut document = json!({ "type": "topics" });
        json_patch::merge(&mut document, &words(0));
        editor.make(&document, false)
    };
    let items = [make(), make()];
    let mut models = [Model::new(), Model::new()];
    let mut last = editor.last_seq();
    for (second, step) in steps {
        let (which, before) = (usize::from(*second), last);
        let (state, rev) = (models[which].state, models[which].latest());
        let other_is_public = models[1 - which].state.is_public();
        let expected = models[which].take(*step, other_is_public);
        let answer = send(editor, &items, which, rev, *step);
        let told = format!("{step:?} of {state:?} {steps:?}: {}", answer.text());
        assert_eq!(answer.status, expected.status, "{told}");
        let model = &models[which];
        last = editor.check_stored();
        assert_eq!(last > before, expected.public_change, "{told}: {before} to {last}");
        match answer.status {
            200 if !matches!(step, Step::Write(_)) => {
                let expected = json!({ "state": model.state.word(), "rev": model.latest(), "seq": last });
                assert_eq!(answer.json(), expected, "{told}");
            }
            409 => assert_eq!(answer.json()["state"], state.word(), "{told}"),
            _ => {}
        }
        for (which, model) in models.iter().enumerate() {
            compare(editor, &items, which, model);
        }
    }
    // What is not public costs the checks of later sequences nothing.
    for item in &items {
        editor.post(&format!("{item}/remove"), &json!({}));
    }
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..3u8).prop_map(Step::Write),
        6 => Just(Step::Publish),
        2 => proptest::bool::weighted(0.2).prop_map(|past| Step::Schedule { past }),
        2 => Just(Step::Unschedule),
        3 => proptest::bool::weighted(0.8).prop_map(|explained| Step::Withdraw { explained }),
        3 => Just(Step::Remove),
        4 => proptest::bool::weighted(0.1).prop_map(|to_itself| Step::Redirect { to_itself }),
        4 => Just(Step::Restore),
        2 => (0..4u8).prop_map(Step::Revert),
        1 => Just(Step::Delete),
        1 => Just(Step::Stale),
    ]
}

fn run_many(editor: &Editor, cases: u32) {
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() });
    let sequences = proptest::collection::vec((any::<bool>(), step()), 12..16);
    runner
        .run(&sequences, |steps| {
            run(editor, &steps);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn every_sequence_of_verbs_does_what_the_contract_says() {
    run_many(&Editor::on(Database::sqlite()), 64);
}

#[test]
fn every_sequence_of_verbs_does_so_on_postgresql() {
    if let Some(database) = Database::postgres() {
        run_many(&Editor::on(database), 8);
    }
}
