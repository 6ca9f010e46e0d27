//! A view of the index as of one commit: its segments end to end, so that every text has one number, with what is read
//! for each text whenever something is asked.

use std::ops::Range;
use std::sync::Arc;

use tantivy::schema::Term;
use tantivy::{InvertedIndexReader, Searcher, SegmentReader};
use uuid::Uuid;

use super::evaluating::Scratch;
use super::index::{IndexError, Place};
use super::met::{MetCache, met_cache};
use super::reused::Reused;
use super::schema::{Fields, ID_HIGH, ID_LOW, LANGUAGE, SEQ};
use super::synonyms::Synonyms;
use super::text::TextField;
use super::words::{LANGUAGES, Language};

/// What is read for each text whenever something is asked, by the text's number.
#[derive(Default)]
struct Columns {
    /// The entry, as the catalogue numbers it.
    places: Vec<u32>,
    /// Its place in the sequence when it was indexed.
    seqs: Vec<i64>,
    /// How long the text is, weighted.
    lengths: Vec<f32>,
    /// The place of its language among those known.
    languages: Vec<u8>,
}

/// A segment within the view.
pub(super) struct Segment {
    /// The number of its first text.
    pub base: u32,
    reader: SegmentReader,
    inverted: Vec<Arc<InvertedIndexReader>>,
    surfaces: Arc<InvertedIndexReader>,
}

/// A place that no entry has.
pub(super) const NOWHERE: u32 = u32::MAX;

/// The index as of one commit.
pub struct View {
    /// Where it stands.
    pub at: Place,
    /// The numbering of entries that its places belong to.
    pub generation: u64,
    pub(super) fields: Fields,
    pub(super) segments: Vec<Segment>,
    pub(super) synonyms: Arc<Synonyms>,
    /// How many texts there are, those out of date included.
    pub(super) texts: u32,
    /// How many texts are not out of date.
    pub(super) live: u32,
    /// How long they are on average, weighted.
    pub(super) average: f32,
    /// Decoded postings.
    pub(super) met: MetCache,
    pub(super) scratch: Reused<Scratch>,
    columns: Columns,
    /// The languages of all texts, one bit each.
    languages: u32,
}

impl View {
    /// A view of what a searcher sees. `resolve` names an entry's place in the catalogue, whose numbering is
    /// `generation`; what the view before read of the same segments is taken from it.
    pub(super) fn new(
        searcher: &Searcher,
        fields: &Fields,
        at: Place,
        before: Option<&Self>,
        synonyms: Arc<Synonyms>,
        generation: u64,
        resolve: &dyn Fn(Uuid) -> Option<u32>,
    ) -> Result<Self, IndexError> {
        let mut segments = Vec::new();
        let mut columns = Columns::default();
        let (mut base, mut live, mut length) = (0, 0u32, 0f64);
        for reader in searcher.segment_readers() {
            let known = before.filter(|before| before.generation == generation).and_then(|before| {
                let same = |segment: &&Segment| {
                    segment.reader.segment_id() == reader.segment_id() && segment.len() == reader.max_doc()
                };
                Some((before, before.segments.iter().find(same)?.base as usize))
            });
            match known {
                Some((before, from)) => columns.take(&before.columns, from..from + reader.max_doc() as usize),
                None => columns.read(reader, fields, resolve)?,
            }
            for doc in reader.doc_ids_alive() {
                live += 1;
                length += f64::from(columns.lengths.get((base + doc) as usize).copied().unwrap_or(0.0));
            }
            let inverted = fields.texts.iter().map(|field| reader.inverted_index(*field)).collect::<Result<_, _>>()?;
            let surfaces = reader.inverted_index(fields.surfaces)?;
            segments.push(Segment { base, reader: reader.clone(), inverted, surfaces });
            base += reader.max_doc();
        }
        Ok(Self {
            at,
            generation,
            fields: fields.clone(),
            segments,
            synonyms,
            texts: base,
            live,
            average: if live == 0 { 1.0 } else { (length / f64::from(live)) as f32 },
            languages: columns.languages.iter().fold(0, |all, language| all | 1 << language),
            met: met_cache(),
            scratch: Reused::default(),
            columns,
        })
    }

    /// The languages in which there are texts.
    pub fn languages(&self) -> impl Iterator<Item = &'static Language> + '_ {
        LANGUAGES.iter().filter(|language| self.languages & (1 << language.place) != 0)
    }

    /// In how many texts a term stands in a field, those out of date included.
    pub(super) fn frequency(&self, term: &str, field: TextField) -> u64 {
        let Some(of) = self.fields.texts.get(field.place()) else { return 0 };
        let term = Term::from_field_text(*of, term);
        let count = |segment: &Segment| segment.inverted(field).and_then(|index| index.doc_freq(&term).ok());
        self.segments.iter().filter_map(count).map(u64::from).sum()
    }

    /// The entry of a text, and its place in the sequence when it was indexed.
    pub fn entry(&self, text: u32) -> Option<(u32, i64)> {
        let place = *self.columns.places.get(text as usize)?;
        (place != NOWHERE).then_some((place, *self.columns.seqs.get(text as usize)?))
    }

    /// Whether a text is in the language of this tag, or in one that is not told apart from it.
    pub fn is_in(&self, text: u32, tag: &str) -> bool {
        let language = self.columns.languages.get(text as usize);
        language.is_some_and(|place| Language::of(tag).is_some_and(|language| language.place == usize::from(*place)))
    }

    /// How long each text is, weighted.
    pub(super) fn lengths(&self) -> &[f32] {
        &self.columns.lengths
    }
}

impl Segment {
    /// The terms of a part of the text.
    pub fn inverted(&self, field: TextField) -> Option<&Arc<InvertedIndexReader>> {
        self.inverted.get(field.place())
    }

    /// The words as they are written.
    pub fn surfaces(&self) -> &InvertedIndexReader {
        &self.surfaces
    }

    /// Whether a text of it is out of date.
    pub fn is_deleted(&self, doc: u32) -> bool {
        self.reader.is_deleted(doc)
    }

    /// Whether any is.
    pub fn has_deletes(&self) -> bool {
        self.reader.has_deletes()
    }

    /// How many texts it has, those out of date included.
    pub fn len(&self) -> u32 {
        self.reader.max_doc()
    }
}

impl Columns {
    /// Takes over what is known of a segment.
    fn take(&mut self, known: &Self, texts: Range<usize>) {
        self.places.extend_from_slice(known.places.get(texts.clone()).unwrap_or_default());
        self.seqs.extend_from_slice(known.seqs.get(texts.clone()).unwrap_or_default());
        self.lengths.extend_from_slice(known.lengths.get(texts.clone()).unwrap_or_default());
        self.languages.extend_from_slice(known.languages.get(texts).unwrap_or_default());
    }

    /// Reads a segment.
    fn read(
        &mut self,
        reader: &SegmentReader,
        fields: &Fields,
        resolve: &dyn Fn(Uuid) -> Option<u32>,
    ) -> Result<(), IndexError> {
        let fast = reader.fast_fields();
        let (high, low) = (fast.u64(ID_HIGH)?, fast.u64(ID_LOW)?);
        let (seq, language) = (fast.i64(SEQ)?, fast.u64(LANGUAGE)?);
        // The titles of related entries do not make an entry longer: whoever is named often would be hard to find.
        let mut norms = Vec::new();
        for part in TextField::ALL.iter().filter(|part| **part != TextField::Related) {
            if let Some(field) = fields.texts.get(part.place()) {
                norms.push((part.weight(), reader.get_fieldnorms_reader(*field)?));
            }
        }
        for doc in 0..reader.max_doc() {
            let id = Uuid::from_u64_pair(high.first(doc).unwrap_or(0), low.first(doc).unwrap_or(0));
            self.places.push(resolve(id).unwrap_or(NOWHERE));
            self.seqs.push(seq.first(doc).unwrap_or(0));
            self.lengths.push(norms.iter().map(|(weight, norm)| weight * norm.fieldnorm(doc) as f32).sum());
            self.languages.push(language.first(doc).unwrap_or(0).min(31) as u8);
        }
        Ok(())
    }
}
