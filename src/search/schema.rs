//! The fields of the index. The text itself is not kept in it: what is shown comes from the documents.

use std::sync::LazyLock;

use tantivy::TantivyDocument;
use tantivy::schema::{
    BytesOptions, FAST, Field, INDEXED, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager, WhitespaceTokenizer};

use super::text::{EntryText, TextField};
use super::words::{Language, Vocabulary};

/// Raised with every change of fields or of how words are made: an index of another version is built anew.
pub const VERSION: u32 = 1;

const STEMS: &str = "stems";
const SURFACES: &str = "surfaces";

/// The fields of every index.
pub static FIELDS: LazyLock<Fields> = LazyLock::new(Fields::new);

/// The fields.
#[derive(Debug, Clone)]
pub struct Fields {
    /// All of them.
    pub schema: Schema,
    /// The entry, for deleting what is indexed of it.
    pub id: Field,
    id_high: Field,
    id_low: Field,
    seq: Field,
    language: Field,
    /// The parts of the text, by [`TextField::place`].
    pub texts: [Field; 5],
    /// The words as they are written, from which nearly equal ones are taken.
    pub surfaces: Field,
}

/// Names of the fast fields.
pub const ID_HIGH: &str = "id_high";
/// The lower half of the id.
pub const ID_LOW: &str = "id_low";
/// The entry's place in the sequence.
pub const SEQ: &str = "seq";
/// The place of the text's language among those known.
pub const LANGUAGE: &str = "language";

impl Fields {
    fn new() -> Self {
        let mut schema = Schema::builder();
        let id = schema.add_bytes_field("id", BytesOptions::from(INDEXED));
        let fast = || NumericOptions::from(FAST);
        let id_high = schema.add_u64_field(ID_HIGH, fast());
        let id_low = schema.add_u64_field(ID_LOW, fast());
        let seq = schema.add_i64_field(SEQ, fast());
        let language = schema.add_u64_field(LANGUAGE, fast());
        let text = |tokenizer: &str, norms: bool, option: IndexRecordOption| {
            let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_fieldnorms(norms);
            TextOptions::default().set_indexing_options(indexing.set_index_option(option))
        };
        let texts = TextField::ALL.map(|field| {
            let option = match field {
                TextField::Related => IndexRecordOption::WithFreqs,
                _ => IndexRecordOption::WithFreqsAndPositions,
            };
            schema.add_text_field(field.name(), text(STEMS, true, option))
        });
        let surfaces = schema.add_text_field("surfaces", text(SURFACES, false, IndexRecordOption::Basic));
        Self { schema: schema.build(), id, id_high, id_low, seq, language, texts, surfaces }
    }

    /// The tokenizers that the fields name: texts come as their terms, which are only to be told apart.
    pub fn tokenizers() -> TokenizerManager {
        // Fields that are no text are asked for the default one, though they never use it.
        let manager = TokenizerManager::default();
        for name in [STEMS, SURFACES] {
            manager.register(name, TextAnalyzer::builder(WhitespaceTokenizer::default()).build());
        }
        manager
    }

    /// An entry's text as the index takes it. Its words are split and stemmed here, by whoever reads texts, once for both
    /// kinds of terms.
    pub fn document(&self, entry: &EntryText, vocabulary: &mut Vocabulary) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        let (high, low) = entry.id.as_u64_pair();
        document.add_bytes(self.id, entry.id.as_bytes());
        document.add_u64(self.id_high, high);
        document.add_u64(self.id_low, low);
        document.add_i64(self.seq, entry.seq);
        let Some(language) = Language::of(&entry.lang) else { return document };
        document.add_u64(self.language, language.place as u64);
        vocabulary.next_text();
        let (mut terms, mut surfaces) = (String::new(), String::new());
        for (part, text) in &entry.parts {
            terms.clear();
            let surfaces = (*part != TextField::Related).then_some(&mut surfaces);
            vocabulary.read(language, text, &mut terms, surfaces);
            if let Some(field) = self.texts.get(part.place()) {
                document.add_text(*field, &terms);
            }
        }
        document.add_text(self.surfaces, &surfaces);
        document
    }
}
