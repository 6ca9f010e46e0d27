//! Places on the globe.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A point on the globe, WGS 84, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Latitude, north positive.
    #[schema(minimum = -90, maximum = 90, example = 53.4084)]
    pub lat: f64,
    /// Longitude, east positive.
    #[schema(minimum = -180, maximum = 180, example = -2.9916)]
    pub lon: f64,
}
