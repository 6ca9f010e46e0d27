//! The log as harvesters follow it by OAI-PMH: in the order of the sequence, so that nothing is missed or told twice
//! within a list, and only what followers may have.

use super::beyond::LogPage;
use super::scope::shared;
use super::told::Told;
use crate::catalogue::{Node, Snapshot};
use crate::database::Connection;
use crate::hub::{Hub, HubError};
use crate::model::values::Instant;
use crate::model::{COLLECTIONS, collection};
use crate::present::oai::{OaiAnswer, OaiBody, OaiNames, OaiRecord, Repository, Resumption, render};
use crate::query::{OaiFault, OaiQuestion, OaiRequest, Place, Selection};
use crate::store::{self, Change, ChangeRange};

/// Records on a page.
const PAGE: usize = 100;

impl Hub {
    /// Answers a harvester, errors of the protocol included.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn harvest(&self, form: &[u8]) -> Result<String, HubError> {
        let answer = match OaiRequest::read(form) {
            Ok(request) => {
                // Before anything is read: what changes from now on has no earlier datestamp.
                let at = self.now();
                let body = self.harvested(&request, at)?;
                OaiAnswer { at, arguments: request.arguments, body }
            }
            Err(refusal) => {
                OaiAnswer { at: self.now(), arguments: refusal.arguments, body: OaiBody::Errors(refusal.faults) }
            }
        };
        let identity = self.identity();
        let repository = Repository {
            name: &identity.name,
            publisher: &identity.publisher,
            admin_email: &identity.admin_email,
            site: &identity.site,
        };
        Ok(render(&answer, &repository))
    }

    fn harvested(&self, request: &OaiRequest, at: Instant) -> Result<OaiBody, HubError> {
        match &request.question {
            OaiQuestion::Identify => self.at_one_place(|connection, snapshot| {
                let earliest = store::earliest_change(connection)?.unwrap_or(at);
                Ok(OaiBody::Identify { earliest, sample: sample(snapshot) })
            }),
            OaiQuestion::ListSets => Ok(OaiBody::Sets),
            OaiQuestion::ListMetadataFormats { identifier: None } => Ok(OaiBody::Formats),
            // Every record has every format, one that is gone too.
            OaiQuestion::ListMetadataFormats { identifier: Some(name) } => self.at_one_place(|connection, _| {
                Ok(match self.change_named(connection, name)? {
                    Some(_) => OaiBody::Formats,
                    None => no_record(),
                })
            }),
            OaiQuestion::GetRecord { identifier, format } => self.at_one_place(|connection, snapshot| {
                let Some(change) = self.change_named(connection, identifier)? else { return Ok(no_record()) };
                let record = self.records(connection, snapshot, vec![change], true)?.pop();
                Ok(record.map_or_else(no_record, |record| OaiBody::Record { record, format: *format }))
            }),
            OaiQuestion::List { records, selection, place } => self.at_one_place(|connection, snapshot| {
                self.page(connection, snapshot, request.verb(), *records, selection, place)
            }),
        }
    }

    /// The change of the entry that a name leads to, if followers are told of it.
    fn change_named(&self, connection: &mut Connection, name: &str) -> Result<Option<Change>, HubError> {
        let Some((collection, id)) = OaiNames::of(&self.identity.site).entry(name) else { return Ok(None) };
        let change = store::change_of(connection, id)?;
        Ok(change.filter(|change| change.shared && change.collection == collection.name))
    }

    fn page(
        &self,
        connection: &mut Connection,
        snapshot: &Snapshot,
        verb: &str,
        records: bool,
        selection: &Selection,
        place: &Place,
    ) -> Result<OaiBody, HubError> {
        let elsewhere = !place.epoch.is_empty() && *place.epoch != *snapshot.epoch;
        if elsewhere || place.after > snapshot.seq {
            let detail = "The token is of another history of this repository: begin again without one.";
            return Ok(OaiBody::Errors(vec![OaiFault::new("badResumptionToken", detail)]));
        }
        let sets: Vec<&str> = match &selection.set {
            Some(set) => collection(set).map(|collection| collection.name).into_iter().collect(),
            None => COLLECTIONS.iter().map(|collection| collection.name).collect(),
        };
        let (from, until) = selection.dates.bounds();
        let range = ChangeRange {
            after: place.after,
            from: Instant::from_millis(from),
            until: Instant::from_millis(until),
            collections: &sets,
        };
        let mut log = store::changes_within(connection, &range, PAGE as i64 + 1)?;
        let more = log.len() > PAGE;
        log.truncate(PAGE);
        let Some(last) = log.last().map(|change| change.seq) else {
            let detail = "No record is in this set and changed at this time.";
            return Ok(OaiBody::Errors(vec![OaiFault::new("noRecordsMatch", detail)]));
        };
        let (scope, after, changes) = (selection.fingerprint(), place.after, log.len());
        let beyond = self.feeds.beyond.of(&LogPage { snapshot, scope, after, last, changes, more }, || {
            store::count_within(connection, &ChangeRange { after: last, ..range })
        })?;
        let delivered = place.delivered.saturating_add(log.len() as u64);
        let next = Place { after: last, delivered, epoch: snapshot.epoch.to_string() };
        let resumption = Resumption {
            token: more.then(|| next.seal(verb, selection)),
            cursor: place.delivered,
            complete: delivered.saturating_add(u64::try_from(beyond).unwrap_or_default()),
        };
        let page = self.records(connection, snapshot, log, records)?;
        Ok(OaiBody::List { records, format: selection.format, page, resumption })
    }

    /// The records of changes, in their order. What is public but may not be shared any more is gone for harvesters.
    fn records(
        &self,
        connection: &mut Connection,
        snapshot: &Snapshot,
        log: Vec<Change>,
        with_documents: bool,
    ) -> Result<Vec<OaiRecord>, HubError> {
        let nodes: Vec<Option<Node>> = log.iter().map(|change| Told::of(snapshot, change, |_| true).node).collect();
        let wanted: Vec<Node> = nodes.iter().flatten().copied().filter(|_| with_documents).collect();
        let mut documents = self.sync_documents(connection, snapshot, &wanted)?;
        let mut records = Vec::with_capacity(log.len());
        for (change, node) in log.into_iter().zip(nodes) {
            let document = node.and_then(|node| documents.remove(&node));
            let document = document.map(|document| document.members()).transpose()?;
            let Some(collection) = collection(&change.collection) else { continue };
            let (id, changed_at) = (change.entry_id, change.changed_at);
            records.push(OaiRecord { collection, id, changed_at, deleted: node.is_none(), document });
        }
        Ok(records)
    }
}

/// A record that there is, to show how names are made.
fn sample(snapshot: &Snapshot) -> Option<(&'static str, String)> {
    COLLECTIONS.iter().find_map(|collection| {
        let shelf = snapshot.shelf(collection.index)?;
        let mut cards = shelf.live.iter().filter_map(|slot| snapshot.card(Node::new(collection.index, slot)));
        Some((collection.name, cards.find(|card| shared(card))?.id.to_string()))
    })
}

fn no_record() -> OaiBody {
    let detail = "No record has this identifier.";
    OaiBody::Errors(vec![OaiFault::new("idDoesNotExist", detail)])
}
