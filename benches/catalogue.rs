//! The catalogue alone: filters, exact totals, order, pages and facets, without documents and without a database.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a measurement may stop at what is wrong")]

mod data;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rights_hub::catalogue::Direction::Descending;
use rights_hub::catalogue::{
    Card, Clause, Criteria, Labels, Page, Shelf, Snapshot, Sort, Test, boundary_at, fields_of, humanise, sorts_of,
};
use rights_hub::model::{Collection, collection};

const LIMIT: u64 = 20;

/// One list: a shelf, three filters, an order.
struct List<'a> {
    snapshot: &'a Snapshot,
    shelf: &'a Shelf,
    definition: &'static Collection,
    filters: Criteria,
    sorts: Vec<Sort>,
}

/// Titles of the source, and values as they are spelt.
struct AsTheyStand;

impl Labels for AsTheyStand {
    fn entry<'c>(&self, card: &'c Card) -> &'c str {
        &card.title
    }

    fn value(&self, value: &str) -> String {
        humanise(value)
    }

    fn language(&self, tag: &str) -> String {
        tag.to_owned()
    }
}

impl<'a> List<'a> {
    /// Case studies in one of three settings, about one topic or what is narrower, with one right; newest first.
    fn new(snapshot: &'a Snapshot) -> Self {
        let definition = collection("case-studies").expect("the collection is there");
        let shelf = snapshot.shelf(definition.index).expect("its shelf is there");
        let mut list = Self { snapshot, shelf, definition, filters: Criteria::default(), sorts: Vec::new() };
        let clause = |parameter: &str, groups: Vec<Vec<u32>>| {
            let field = list.field(parameter);
            Clause::Field { field, facet: field, test: Test::Any(groups) }
        };
        let topic = list.commonest("topic");
        let field = &shelf.fields[list.field("topic")];
        let topics = snapshot.hierarchy_of(field).expect("topics have one").at_or_below(topic).to_vec();
        let clauses = vec![
            clause("setting", vec![vec![0], vec![1], vec![2]]),
            clause("topic", vec![topics]),
            clause("right", vec![vec![list.commonest("right")]]),
        ];
        let place = sorts_of(definition).iter().position(|sort| sort.name == "published_at").expect("it is a sort");
        let key = sorts_of(definition)[place].key;
        list.filters.clauses = clauses;
        list.sorts = vec![Sort { place, key, direction: Descending }];
        list
    }

    fn field(&self, parameter: &str) -> usize {
        fields_of(self.definition).iter().position(|field| field.parameter == parameter).expect("it is a field")
    }

    fn commonest(&self, parameter: &str) -> u32 {
        let field = &self.shelf.fields[self.field(parameter)];
        (0..field.code_count()).max_by_key(|code| field.slots(*code).len()).expect("it has values")
    }

    /// A page and the exact total.
    fn answer(&self, criteria: &Criteria, page: &Page) -> (u64, Vec<u32>) {
        let matches = criteria.matches(self.shelf, |_| false);
        (matches.len(), self.shelf.page(&matches, &self.sorts, page, LIMIT).1)
    }

    fn facets(&self, criteria: &Criteria, parameters: &[&str]) -> usize {
        let facet =
            |parameter: &&str| self.snapshot.facet(self.shelf, criteria, self.field(parameter), 20, &AsTheyStand);
        parameters.iter().filter_map(facet).map(|facet| facet.values.len()).sum()
    }
}

fn catalogue(criterion: &mut Criterion) {
    for entries in data::sizes() {
        let hub = data::open(entries, 0);
        let snapshot = hub.catalogue();
        let list = List::new(&snapshot);
        let all = Criteria::default();
        let (total, _) = list.answer(&list.filters, &Page::Offset(0));
        eprintln!("{entries} entries: {} case studies, {total} behind three filters", list.shelf.live.len());

        let mut group = criterion.benchmark_group(format!("catalogue/{entries}"));
        let mut measure = |name: &str, work: &dyn Fn() -> usize| {
            group.bench_function(name, |bencher| bencher.iter(|| black_box(work())));
        };
        measure("three filters", &|| list.answer(&list.filters, &Page::Offset(0)).1.len());
        measure("no filter", &|| list.answer(&all, &Page::Offset(0)).1.len());
        let wanted = ["setting", "topic", "right", "organisation"];
        measure("four facets, three filters", &|| list.facets(&list.filters, &wanted));
        measure("four facets, no filter", &|| list.facets(&all, &wanted));
        let deep = Page::Offset(list.shelf.live.len() / 2);
        measure("page in the middle", &|| list.answer(&all, &deep).1.len());
        let (_, slots) = list.answer(&all, &deep);
        let boundary = boundary_at(list.shelf, &list.sorts, slots[0]).expect("the slot is live");
        let after = Page::After(boundary);
        measure("cursor in the middle", &|| list.answer(&all, &after).1.len());
        group.finish();
    }
}

criterion_group!(benches, catalogue);
criterion_main!(benches);
