//! What the documentation says in tables is what the code does.

use rights_hub::hub::{TRANSITIONS, Verb};
use rights_hub::model::values::ClosedList;
use rights_hub::store::ItemState;

#[test]
fn the_table_of_states_is_the_one_in_the_code() {
    let page = include_str!("../../docs/ARCHITECTURE.md");
    let row = |line: &str| -> Vec<String> {
        line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let mut lines = page.lines().skip_while(|line| !line.starts_with("| state |"));
    let head = row(lines.next().expect("the table of states"));
    assert_eq!(head[1..], *Verb::VALUES);
    let rows: Vec<Vec<String>> = lines.skip(1).take_while(|line| line.starts_with('|')).map(row).collect();
    let states: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(states, ItemState::VALUES);
    for row in &rows {
        for (verb, cell) in head[1..].iter().zip(&row[1..]) {
            let leads = TRANSITIONS.iter().find(|(from, by, _)| from.as_str() == row[0] && by.as_str() == verb);
            assert_eq!(leads.map_or("", |(_, _, to)| to.as_str()), cell, "{} {verb}", row[0]);
        }
    }
    assert_eq!(TRANSITIONS.len(), rows.iter().flat_map(|row| &row[1..]).filter(|cell| !cell.is_empty()).count());
}
