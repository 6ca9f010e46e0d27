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

/// How long something took: by the clock, and on the processor. Where others are at work too, the second is the one that says
/// something.
type Took = (Duration, Duration);

/// Prints the median, the 99th percentile and the worst of one run of every query.
fn spread(name: &str, times: &[Took]) {
    let told = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
        format!("median {:?}, 99 % {:?}, worst {:?}", at(0.5), at(0.99), at(1.0))
    };
    let wall = told(&mut times.iter().map(|(wall, _)| *wall).collect());
    let processor = told(&mut times.iter().map(|(_, processor)| *processor).collect());
    eprintln!("{name}, {} of them: {wall}; on the processor {processor}", times.len());
}

/// Kinds of [`odd`] queries.
const KINDS: usize = 12;

/// Queries that somebody might send to keep the hub busy, or without thinking of it.
fn odd(number: usize) -> String {
    let word = |place: usize| WORDS[(number * 7 + place * 13) % WORDS.len()];
    let wrong = |place: usize| format!("{}x{}", word(place), word(place + 1));
    let many = |count: usize, of: &dyn Fn(usize) -> String| (0..count).map(of).collect::<Vec<_>>().join(" ");
    // The same each time: a step through all of Unicode that is a character.
    let any = |place: usize| char::from_u32((number * 7919 + place * 104_729) as u32 % 0x1_1000).unwrap_or('"');
    match number % KINDS {
        0 => many(400, &|place| format!("{}{}", word(place), place % 9)),
        1 => many(8, &wrong),
        2 => format!("\"{} {}\" -{} \"the {}\" title:{}", word(0), word(1), word(2), word(3), word(4)),
        3 => "a the of and to in is for on with as by at it that this be are or not".to_owned(),
        4 => many(100, &|place| word(place).to_owned()),
        5 => many(60, &|place| format!("\"{} {} {}\"", word(place), word(place + 1), word(place + 2))),
        6 => many(40, &|place| format!("-{}", word(place))),
        7 => many(6, &|place| format!("{}s{}", word(place), "e".repeat(place + 20))),
        8 => (0..300).map(any).filter(|c| !c.is_control()).collect(),
        9 => many(30, &|place| format!("title:{} body:\"{} {}\"", word(place), word(place), word(place + 1))),
        10 => format!("{}{}", "\"(".repeat(200), word(0)),
        _ => many(700, &|place| char::from(b'a' + (number + place) as u8 % 26).to_string()),
    }
}

/// A question of a sentence, and a text of a paragraph that somebody pasted.
fn prose(number: usize, words: usize) -> String {
    const SMALL: &[&str] = &["what", "are", "the", "of", "people", "in", "and", "to", "how", "with"];
    let word = |place: usize| match place % 2 {
        0 => SMALL[(number + place / 2) % SMALL.len()],
        _ => WORDS[(number * 3 + place * 7) % WORDS.len()],
    };
    (0..words).map(word).collect::<Vec<_>>().join(" ")
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
            let times: Vec<Took> = (0..400).map(|number| time(|| search(&hub, &two_words(number)))).collect();
            spread(&format!("{entries}: two words, four facets, highlights, {round}"), &times);
        }
        let asked = |text: &str| {
            let encoded: String =
                text.chars().take(1300).collect::<String>().bytes().map(|byte| format!("%{byte:02X}")).collect();
            query(Surface::Search, &format!("q={encoded}&facet=type,topic,right,organisation&highlight=true"))
        };
        for (name, words) in [("questions of 15 words", 15), ("texts of 150 words", 150)] {
            let times: Vec<Took> = (0..200)
                .map(|number| asked(&prose(number, words)))
                .map(|query| time(|| search(&hub, &query)))
                .collect();
            spread(&format!("{entries}: {name}"), &times);
        }
        let odd = (0..KINDS * 50).map(odd).filter(|text| !text.trim().is_empty());
        let times: Vec<Took> = odd.map(|text| asked(&text)).map(|query| time(|| search(&hub, &query))).collect();
        spread(&format!("{entries}: odd queries"), &times);
        let typed =
            |number: usize| query(Surface::Suggest, &format!("q={}", &WORDS[number % WORDS.len()][..1 + number % 3]));
        let times: Vec<Took> =
            (0..200).map(|number| time(|| hub.suggestions(&typed(number)).expect("an answer").body.len())).collect();
        spread(&format!("{entries}: suggestions"), &times);

        let mut group = criterion.benchmark_group(format!("search/{entries}"));
        group.sample_size(30);
        let asked = two_words(4);
        group.bench_function("two words, four facets, highlights", |bencher| {
            bencher.iter(|| black_box(search(&hub, &asked)));
        });
        group.finish();
    }
}

fn time(work: impl FnOnce() -> usize) -> Took {
    let (began, processor) = (Instant::now(), on_processor());
    black_box(work());
    (began.elapsed(), on_processor().saturating_sub(processor))
}

/// How long this thread has run, as Linux tells it.
fn on_processor() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or(0))
}

fn size(folder: &std::path::Path) -> u64 {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    entries
        .map(|entry| if entry.path().is_dir() { size(&entry.path()) } else { entry.metadata().expect("a file").len() })
        .sum()
}

criterion_group!(benches, measure);
criterion_main!(benches);
