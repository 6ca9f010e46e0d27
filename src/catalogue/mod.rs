//! What matches, how often, and in which order: an immutable snapshot of the public entries as of one place in the
//! change sequence, which readers take without a lock. Filters are compressed bitmaps, facets count over a forward
//! index, orders are sorted arrays. It holds no bodies and asks no database.

mod across;
mod bits;
mod card;
mod coming;
mod criteria;
mod facets;
mod field;
mod foremost;
mod forward;
mod groups;
mod hierarchy;
mod node;
mod order;
mod paged;
mod pages;
mod related;
mod row;
mod sharded;
mod shared;
mod shelf;
mod snapshot;

pub use across::Counted;
pub use card::{Card, CardLink, CardTranslation, LinkWords};
pub use criteria::{Clause, Criteria, Test};
pub use facets::{Facet, FacetValue, Labels, humanise};
pub use field::{Dictionary, Field, FieldDefinition, FieldSource, fields_of};
pub use foremost::foremost;
pub use hierarchy::Hierarchy;
pub use node::Node;
pub use order::{Boundary, BoundaryKey, DateDefinition, Direction, SortField, SortKey, dates_of, sorts_of};
pub use pages::{Page, Sort, boundary_at};
pub use related::{Reason, Related};
pub use row::{Gone, Removal, Row};
pub use shared::{date_in, field_in, shared_dates, shared_fields, shared_sorts};
pub use shelf::{Found, Shelf};
pub use snapshot::Snapshot;
