//! Search as a front end meets it, below HTTP: building the index, two words with total, facets and highlights, odd
//! queries, suggestions.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a measurement may stop at what is wrong")]

mod data;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use rights_hub::hub::Hub;
use rights_hub::present::{Body, list_page};
use rights_hub::query::{ListQuery, Surface};
use serde_json::{Value, json};

/// Enough for every document that is asked for.
const CACHE: u64 = 256 * 1024 * 1024;

/// Words that the invented content has.
const WORDS: &[&str] = &[
    "care",
    "privacy",
    "dignity",
    "ward",
    "consent",
    "family",
    "training",
    "staff",
    "hospital",
    "rights",
    "phone",
    "home",
    "restraint",
    "people",
    "young",
    "health",
    "support",
    "policy",
    "safety",
    "dementia",
];

fn query(surface: Surface, text: &str) -> ListQuery {
    ListQuery::read(surface, text, None).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

/// A search as it is answered, bytes included.
fn search(hub: &Hub, query: &ListQuery) -> usize {
    let page = hub.search(query).expect("an answer");
    let body = Body { shape: &query.shape, data: &page.data, included: page.included.as_ref() };
    let links: Value = page.links.iter().map(|(name, target)| ((*name).to_owned(), json!(target))).collect();
    list_page(&body, page.facets.as_deref(), &page.meta, &links).len()
}

/// Prints the median, the 99th percentile and the worst of one run of every query.
fn spread(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    eprintln!("{name}: median {:?}, 99 % {:?}, worst {:?} of {}", at(0.5), at(0.99), at(1.0), times.len());
}

/// Queries that somebody might send to keep the hub busy.
fn odd(number: usize) -> String {
    let word = |place: usize| WORDS[(number * 7 + place * 13) % WORDS.len()];
    let wrong = |place: usize| format!("{}x{}", word(place), word(place + 1));
    match number % 5 {
        0 => (0..400).map(|place| format!("{}{}", word(place), place % 9)).collect::<Vec<_>>().join(" "),
        1 => (0..8).map(wrong).collect::<Vec<_>>().join(" "),
        2 => format!("\"{} {}\" -{} \"the {}\" title:{}", word(0), word(1), word(2), word(3), word(4)),
        3 => "a the of and to in is for on with as by at it that this be are or not".to_owned(),
        _ => (0..100).map(word).collect::<Vec<_>>().join(" "),
    }
}

fn measure(criterion: &mut Criterion) {
    for entries in data::sizes() {
        let folder = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        let hub = data::open(entries, CACHE).with_search_folder(folder.path().to_owned());
        let (before, _) = data::memory();
        let began = Instant::now();
        hub.follow_search().expect("search is built");
        let (now, peak) = data::memory();
        eprintln!(
            "{entries} entries: index built in {:?}; {} MiB on disk, memory {before} to {now} MiB, {peak} MiB at most",
            began.elapsed(),
            size(folder.path()) >> 20
        );
        drop(hub);
        let hub = data::open(entries, CACHE).with_search_folder(folder.path().to_owned());
        let began = Instant::now();
        hub.follow_search().expect("search is opened");
        eprintln!("{entries} entries: index opened in {:?}; memory {} MiB", began.elapsed(), data::memory().0);

        let two_words = |number: usize| {
            let (one, other) = (WORDS[number % WORDS.len()], WORDS[(number * 7 + 3) % WORDS.len()]);
            query(Surface::Search, &format!("q={one}%20{other}&facet=type,topic,right,organisation&highlight=true"))
        };
        for round in ["cold", "warm"] {
            let mut times: Vec<Duration> = (0..400).map(|number| time(|| search(&hub, &two_words(number)))).collect();
            spread(&format!("{entries}: two words, four facets, highlights, {round}"), &mut times);
        }
        let encoded = |text: &str| text.replace('"', "%22").replace(' ', "%20");
        let odd = |number: usize| {
            query(
                Surface::Search,
                &format!("q={}&facet=type,topic,right,organisation&highlight=true", encoded(&odd(number))),
            )
        };
        let mut times: Vec<Duration> = (0..100).map(|number| time(|| search(&hub, &odd(number)))).collect();
        spread(&format!("{entries}: odd queries"), &mut times);
        let typed =
            |number: usize| query(Surface::Suggest, &format!("q={}", &WORDS[number % WORDS.len()][..1 + number % 3]));
        let mut times: Vec<Duration> =
            (0..200).map(|number| time(|| hub.suggestions(&typed(number)).expect("an answer").body.len())).collect();
        spread(&format!("{entries}: suggestions"), &mut times);

        let mut group = criterion.benchmark_group(format!("search/{entries}"));
        group.sample_size(30);
        let asked = two_words(4);
        group.bench_function("two words, four facets, highlights", |bencher| {
            bencher.iter(|| black_box(search(&hub, &asked)));
        });
        group.finish();
    }
}

fn time(work: impl FnOnce() -> usize) -> Duration {
    let began = Instant::now();
    black_box(work());
    began.elapsed()
}

fn size(folder: &std::path::Path) -> u64 {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    entries
        .map(|entry| if entry.path().is_dir() { size(&entry.path()) } else { entry.metadata().expect("a file").len() })
        .sum()
}

criterion_group!(benches, measure);
criterion_main!(benches);
