//! `/v1/courses`: training that one can book. When and where it is taught stands with `/v1/events`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ABOUT, AUDIENCE, Said, SchemaOrg};
use super::text::Text;
use super::values::{Json, Line, Tag, Url, Word, closed_list};
use crate::database::schema::courses;

closed_list! {
    /// How a course is given.
    pub enum CourseDelivery {
        /// On set dates, to anyone who books.
        Open = "open",
        /// At an organisation, for its own people.
        InHouse = "in-house",
        /// Over the internet.
        Online = "online",
    }
}

/// A course of training.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = courses, treat_none_as_default_value = false)]
pub struct Course {
    /// How it is given.
    pub delivery: CourseDelivery,
    /// Languages in which it is given, BCP 47 tags.
    #[serde(default)]
    #[schema(value_type = Vec<Tag>, max_items = 100)]
    pub languages: Json<Vec<Tag>>,
    /// For whom it is: words of an open vocabulary, such as `health-workers` or `advocates`.
    #[serde(default)]
    #[schema(value_type = Vec<Word>, max_items = 30)]
    pub audience: Json<Vec<Word>>,
    /// How long it takes, plain text.
    #[schema(max_length = 100, example = "One day")]
    pub duration: Option<String>,
    /// Where one books or begins it.
    pub booking_url: Option<Url>,
    /// What is taught, in order, each a line of plain text.
    #[serde(default)]
    #[schema(value_type = Vec<Line>, max_items = 100)]
    pub syllabus: Json<Vec<Line>>,
}

impl Model for Course {
    const NAME: &'static str = "courses";
    const SINGULAR: &'static str = "course";
    const LABEL: &'static str = "Courses";
    const ABOUT: &'static str =
        "Training in human rights for those who work in health and care, open, in-house or online.";
    const RELATIONS: &'static [Relation] = &[
        Relation::one("provider", "organisations", "Who gives it.").author(),
        Relation::many("resources", "resource", "resources", "What is used in it."),
        Relation::many("rights", "right", "rights", "The rights it teaches."),
        Relation::many("topics", "topic", "topics", "What it is about."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<CourseDelivery>("delivery", |course| Indexed::value(course.delivery)),
        Filter::of(FilterKind::Keyword, "languages", |course| Indexed::words(&course.languages)),
        Filter::of(FilterKind::Keyword, "audience", |course| Indexed::words(&course.audience)),
    ];
    const TEXTS: &'static [Text] = &[Text::plain("duration"), Text::plain("syllabus")];
    const SORT: &'static str = "title";
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "Course",
        &[
            ("provider", Said::Named(&["provider"])),
            ("availableLanguage", Said::Text("languages")),
            AUDIENCE,
            ("mentions", Said::Named(&["resources"])),
            ABOUT,
        ],
    );

    fn example() -> Value {
        json!({
            "type": "courses",
            "slug": "human-rights-in-health-and-care-in-house",
            "title": "Human rights in health and care, in-house",
            "summary": "Training for the staff of one organisation, fitted to the care it gives.",
            "delivery": "in-house",
            "languages": ["en"],
            "audience": ["health-workers", "managers"],
            "duration": "By arrangement",
            "booking_url": "https://www.bihr.org.uk/",
            "syllabus": ["What the Human Rights Act asks of services", "Weighing rights and risks", "Rights in daily practice"],
            "provider": { "slug": "british-institute-of-human-rights" },
            "resources": [{ "slug": "the-difference-it-makes" }],
            "rights": [{ "slug": "hra-article-8" }],
            "topics": [{ "slug": "human-rights-based-approach" }]
        })
    }
}
