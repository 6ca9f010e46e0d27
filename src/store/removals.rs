//! Taking entries out of the public tables, and what it takes to bring them back: links to them are severed, not
//! forgotten.

use std::collections::HashSet;

use diesel::dsl::exists;
use diesel::prelude::*;

use super::error::StoreError;
use super::links::Link;
use super::transaction::Transaction;
use crate::database::schema::{entries, items, links, severed_links};
use crate::database::{Connection, among, on};
use crate::model::Notice;
use crate::model::values::{Instant, Json};

/// A link whose target is not public any more, or is public under another entry's name.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = severed_links, treat_none_as_default_value = false)]
struct SeveredLink {
    source_id: String,
    relation: String,
    part: i32,
    position: i32,
    target_id: String,
    role: Option<String>,
    note: Option<String>,
}

impl From<Link> for SeveredLink {
    fn from(link: Link) -> Self {
        let Link { source_id, relation, part, position, target_id, role, note } = link;
        Self { source_id, relation, part, position, target_id, role, note }
    }
}

impl From<SeveredLink> for Link {
    fn from(link: SeveredLink) -> Self {
        let SeveredLink { source_id, relation, part, position, target_id, role, note } = link;
        Self { source_id, relation, part, position, target_id, role, note }
    }
}

/// Shows every severed link of these entries to `each`.
///
/// # Errors
/// Whatever the database says.
pub fn each_severed_link(
    connection: &mut Connection,
    sources: &[&str],
    mut each: impl FnMut(Link),
) -> Result<(), StoreError> {
    let severed: Vec<SeveredLink> = on!(connection, own => severed_links::table
        .filter(among(severed_links::source_id, sources))
        .select(SeveredLink::as_select())
        .load(own)?);
    severed.into_iter().for_each(|link| each(Link::from(link)));
    Ok(())
}

impl Transaction<'_> {
    /// Takes an entry out of the public tables, and out of the entries that name it; with `successor`, they name that
    /// one instead. Answers who named it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn remove_entry(&mut self, id: &str, successor: Option<&str>) -> Result<Vec<String>, StoreError> {
        let referrers = self.referrers(id)?;
        let severed: Vec<Link> = links::table
            .filter(links::target_id.eq(id).and(links::source_id.ne(id)))
            .select(Link::as_select())
            .load(self.connection())?;
        diesel::delete(links::table.filter(links::target_id.eq(id))).execute(self.connection())?;
        for link in severed {
            // What stood in for a severed link is not what its source names.
            if !self.is_severed(&link)? {
                self.keep_severed(&[link])?;
            }
        }
        self.forget_severed_from(id)?;
        diesel::delete(entries::table.find(id)).execute(self.connection())?;
        self.settle(&referrers, Some((id, successor)))?;
        Ok(referrers)
    }

    /// Keeps links whose targets are not public now, or not yet.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn keep_severed(&mut self, severed: &[Link]) -> Result<(), StoreError> {
        for link in severed {
            let row = SeveredLink::from(link.clone());
            on!(self.connection(), own => diesel::insert_into(severed_links::table).values(&row).execute(own))?;
        }
        Ok(())
    }

    /// Puts a link to the successor in the place of a severed one, unless its source names the successor already.
    fn lead_on(&mut self, link: &Link, successor: &str) -> Result<(), StoreError> {
        let there: i64 = links::table
            .filter(links::source_id.eq(&link.source_id))
            .filter(links::relation.eq(&link.relation))
            .filter(links::part.eq(link.part))
            .filter(links::target_id.eq(successor))
            .count()
            .get_result(self.connection())?;
        if there == 0 {
            let led = Link { target_id: successor.to_owned(), ..link.clone() };
            self.insert_links(&[led])?;
        }
        Ok(())
    }

    fn is_severed(&mut self, link: &Link) -> Result<bool, StoreError> {
        let place = (link.source_id.as_str(), link.relation.as_str(), link.part, link.position);
        let severed: i64 = severed_links::table.find(place).count().get_result(self.connection())?;
        Ok(severed > 0)
    }

    /// Has a successor, or nothing, stand in for an entry that was not public before. Answers who names it.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn stand_in(&mut self, id: &str, successor: Option<&str>) -> Result<Vec<String>, StoreError> {
        let targets = self.leading_to(&HashSet::from([id]))?;
        let mut sources: Vec<String> = self.severed_to(&targets)?.into_iter().map(|link| link.source_id).collect();
        sources.sort_unstable();
        sources.dedup();
        self.settle(&sources, Some((id, successor)))?;
        Ok(sources)
    }

    /// Puts in the place of every severed link of these entries what now stands there. `moving` is an entry whose
    /// redirect is about to be noted.
    fn settle(&mut self, sources: &[String], moving: Option<(&str, Option<&str>)>) -> Result<(), StoreError> {
        for source in sources {
            let severed: Vec<SeveredLink> = severed_links::table
                .filter(severed_links::source_id.eq(source))
                .order((severed_links::relation, severed_links::part, severed_links::position))
                .select(SeveredLink::as_select())
                .load(self.connection())?;
            for link in &severed {
                let place = (link.source_id.as_str(), link.relation.as_str(), link.part, link.position);
                diesel::delete(links::table.find(place)).execute(self.connection())?;
            }
            for link in severed {
                let successor = self.end_of(&link.target_id, moving)?;
                if let Some(successor) = successor.filter(|successor| successor != source) {
                    self.lead_on(&Link::from(link), &successor)?;
                }
            }
        }
        Ok(())
    }

    /// The public entry of a collection to which one that is redirected leads.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn successor_of(&mut self, collection: &str, id: &str) -> Result<Option<String>, StoreError> {
        let successor = self.end_of(id, None)?;
        Ok(match successor {
            Some(successor) if self.is_public(collection, &successor)? => Some(successor),
            _ => None,
        })
    }

    /// The public entry that an entry leads to; itself, if it is public.
    fn end_of(&mut self, id: &str, moving: Option<(&str, Option<&str>)>) -> Result<Option<String>, StoreError> {
        let mut to = Some(id.to_owned());
        while let Some(at) = to {
            to = match moving.filter(|(id, _)| *id == at) {
                Some((_, successor)) => successor.map(str::to_owned),
                None if self.is_there(&at)? => return Ok(Some(at)),
                None => self.redirect_of(&at)?,
            };
        }
        Ok(None)
    }

    fn is_there(&mut self, id: &str) -> Result<bool, StoreError> {
        let public: i64 = entries::table.find(id).count().get_result(self.connection())?;
        Ok(public > 0)
    }

    fn redirect_of(&mut self, id: &str) -> Result<Option<String>, StoreError> {
        let to: Option<Option<String>> =
            items::table.find(id).select(items::redirect_to).get_result(self.connection()).optional()?;
        Ok(to.flatten())
    }

    /// These entries, and those with severed links that are redirected to one of them, with nothing public in between.
    fn leading_to(&mut self, ends: &HashSet<&str>) -> Result<Vec<String>, StoreError> {
        let redirected: Vec<(String, Option<String>)> = items::table
            .filter(items::redirect_to.is_not_null())
            .filter(items::id.eq_any(severed_links::table.select(severed_links::target_id)))
            .select((items::id, items::redirect_to))
            .load(self.connection())?;
        let mut leading: Vec<String> = ends.iter().map(|id| (*id).to_owned()).collect();
        for (from, mut to) in redirected {
            while let Some(at) = to {
                if ends.contains(at.as_str()) {
                    leading.push(from);
                    break;
                }
                to = if self.is_there(&at)? { None } else { self.redirect_of(&at)? };
            }
        }
        Ok(leading)
    }

    /// The severed links of public entries to any of these.
    fn severed_to(&mut self, targets: &[String]) -> Result<Vec<SeveredLink>, StoreError> {
        Ok(on!(self.connection(), own => severed_links::table
            .filter(among(severed_links::target_id, targets))
            // Asked for each that is found: as a list, all of the entries would be read.
            .filter(exists(entries::table.filter(entries::id.eq(severed_links::source_id))))
            .select(SeveredLink::as_select())
            .load(own)?))
    }

    /// Gives back the links to entries that are public again, or have come, and has them stand in for those that are
    /// redirected to them. Answers whose they are.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn mend_links(&mut self, targets: &[&str]) -> Result<Vec<String>, StoreError> {
        if targets.is_empty() {
            return Ok(Vec::new());
        }
        let targets: HashSet<&str> = targets.iter().copied().collect();
        let leading = self.leading_to(&targets)?;
        let mut sources = Vec::new();
        for link in self.severed_to(&leading)? {
            sources.push(link.source_id.clone());
            if !targets.contains(link.target_id.as_str()) {
                continue;
            }
            let place = (link.source_id.as_str(), link.relation.as_str(), link.part, link.position);
            diesel::delete(links::table.find(place)).execute(self.connection())?;
            diesel::delete(severed_links::table.find(place)).execute(self.connection())?;
            self.insert_links(&[Link::from(link)])?;
        }
        sources.sort_unstable();
        sources.dedup();
        self.settle(&sources, None)?;
        Ok(sources)
    }

    /// Forgets the severed links of an entry: its links are written anew, or it goes itself.
    pub(super) fn forget_severed_from(&mut self, source_id: &str) -> Result<(), StoreError> {
        diesel::delete(severed_links::table.filter(severed_links::source_id.eq(source_id)))
            .execute(self.connection())?;
        Ok(())
    }

    /// Puts a notice on a public entry, or takes it off.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn put_notice(&mut self, id: &str, notice: Option<Notice>, seq: i64, at: Instant) -> Result<(), StoreError> {
        diesel::update(entries::table.find(id))
            .set((entries::notice.eq(notice.map(Json)), entries::seq.eq(seq), entries::updated_at.eq(at)))
            .execute(self.connection())?;
        Ok(())
    }
}
