//! The registry: every collection of the hub, once. Routes, parameters, tables, catalogue and the OpenAPI document loop
//! over it.

use std::sync::LazyLock;

use super::collection::Collection;

macro_rules! registry {
    ($($module:ident :: $model:ident,)+) => {
        /// The fifteen collections, in the order in which one gets to know the hub.
        pub static COLLECTIONS: LazyLock<Vec<Collection>> = LazyLock::new(|| {
            let builders: &[fn(usize) -> Collection] = &[$(Collection::of::<super::$module::$model>,)+];
            builders.iter().enumerate().map(|(index, build)| build(index)).collect()
        });
    };
}

registry! {
    rights::Right,
    instruments::Instrument,
    topics::Topic,
    organisations::Organisation,
    people::Person,
    projects::Project,
    case_studies::CaseStudy,
    testimonies::Testimony,
    evaluations::Evaluation,
    events::Event,
    resources::Resource,
    courses::Course,
    news::News,
    guides::Guide,
    pages::Page,
}

/// The collection of this name.
pub fn collection(name: &str) -> Option<&'static Collection> {
    COLLECTIONS.iter().find(|collection| collection.name == name)
}
