//! The hub as a front end meets it, below HTTP: start, pages of a list and entries, with documents cold and warm.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a measurement may stop at what is wrong")]

mod data;

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use rights_hub::hub::Hub;
use rights_hub::model::{Collection, collection};
use rights_hub::query::{ListQuery, Surface};

/// Enough for every document that is asked for.
const CACHE: u64 = 64 * 1024 * 1024;

const PLAIN: &str = "limit=20";
const FILTERED: &str = "category=changing-lives&country=GB&featured=false&limit=20";

fn query(surface: Surface, text: &str) -> ListQuery {
    ListQuery::read(surface, text, None).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

fn page(hub: &Hub, collection: &'static Collection, query: &ListQuery) -> usize {
    hub.list(collection, query).map(|page| page.data.len()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn hub(criterion: &mut Criterion) {
    for entries in data::sizes() {
        drop(data::open(entries, 0));
        let began = Instant::now();
        let hub = data::open(entries, CACHE);
        let (now, peak) = data::memory();
        eprintln!("{entries} entries: open in {:?}; {now} MiB in use, {peak} MiB at most", began.elapsed());

        let mut group = criterion.benchmark_group(format!("hub/{entries}"));
        group.sample_size(10);
        group.bench_function("open", |bencher| bencher.iter_with_large_drop(|| data::open(entries, 0)));
        group.sample_size(100);

        let cases = collection("case-studies").expect("the collection is there");
        let cold = data::open(entries, 0);
        let list = Surface::List(cases.name);
        let measured = [
            ("list", PLAIN.to_owned()),
            ("list, three filters", FILTERED.to_owned()),
            ("list, three filters, four facets", format!("{FILTERED}&facet=setting,topic,right,organisation")),
            ("list in full, with organisations and rights", format!("{PLAIN}&view=full&include=organisations,rights")),
        ];
        for (name, text) in &measured {
            let query = query(list, text);
            for (state, hub) in [("cold", &cold), ("warm", &hub)] {
                group.bench_function(format!("{name}, {state}"), |bencher| {
                    bencher.iter(|| black_box(page(hub, cases, &query)));
                });
            }
        }
        let first = hub.list(cases, &query(list, PLAIN)).expect("it is there");
        let id = first.data[0].id.clone();
        let query = query(Surface::Item(cases.name), "");
        for (state, hub) in [("cold", &cold), ("warm", &hub)] {
            group.bench_function(format!("item, {state}"), |bencher| {
                bencher.iter(|| black_box(hub.item(cases, &id, &query).expect("it is there").data.len()));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, hub);
criterion_main!(benches);
