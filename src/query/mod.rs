//! Query strings: one flat grammar for every list. A query is read whole and checked whole; what comes out is a typed
//! plan, or every fault in it. No data is looked at here.

mod appearance;
mod cursor;
mod embed_parameters;
mod fault;
mod filter_parameters;
mod filters;
mod format;
mod harvest;
mod include;
mod items;
mod language;
mod list;
mod list_parameters;
mod pairs;
mod parameter;
mod parameters;
mod patterns;
mod search_parameters;
mod shape;
mod shared_parameters;
mod sorting;
mod surface;
mod sync;
mod values;

pub use appearance::{Appearance, Colour, Theme};
pub use cursor::{Cursor, CursorSide};
pub use fault::ParameterFault;
pub use filters::{FilterClause, FilterTest, FilterValue, is_slug};
pub use format::{Family, Format};
pub use harvest::{
    DateRange, MetadataFormat, OaiFault, OaiQuestion, OaiRefusal, OaiRequest, PLACE_OF_START, Place, Selection,
};
pub use include::{IncludePath, included_by, includes_of};
pub use items::{ItemCursor, item_filters, read_item_filters};
pub use language::{LanguagePriority, direction, is_well_formed};
pub use list::{ListQuery, MAX_LIMIT, Start, TextQuery};
pub use pairs::{Pairs, encode};
pub use parameter::{Parameter, ParameterKind};
pub use parameters::parameters_of;
pub use search_parameters::TYPE;
pub use shape::{Shape, View};
pub use sorting::default_sorts;
pub use surface::Surface;
pub use sync::{MAX_CHANGES, MAX_WAIT, Scope, SyncQuery};
