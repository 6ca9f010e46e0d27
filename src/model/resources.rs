//! `/v1/resources`: publications and practical tools that a reader can open and use.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::collection::Model;
use super::filter::{Filter, FilterKind, Indexed};
use super::relation::Relation;
use super::schema_org::{ABOUT, AUDIENCE, Object, Said, SchemaOrg};
use super::text::Text;
use super::values::{Edtf, Json, Tag, Url, Word, closed_list};
use crate::database::schema::resources;

closed_list! {
    /// What sort of publication or tool it is.
    pub enum ResourceKind {
        /// A frame for planning and delivering.
        Framework = "framework",
        /// A guide.
        Guide = "guide",
        /// A booklet.
        Booklet = "booklet",
        /// A manual for those who train others.
        TrainingManual = "training-manual",
        /// A set of tools.
        Toolkit = "toolkit",
        /// A questionnaire or an assessment form.
        Questionnaire = "questionnaire",
        /// A report.
        Report = "report",
        /// A factsheet.
        Factsheet = "factsheet",
        /// An article.
        Article = "article",
        /// A post on a blog.
        BlogPost = "blog-post",
        /// An issue of a journal.
        JournalIssue = "journal-issue",
        /// A video.
        Video = "video",
    }
}

/// One form in which a resource can be had: a file or a page, in one language.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResourceFormat {
    /// Where it is.
    pub url: Url,
    /// Its media type (RFC 6838), without parameters.
    #[schema(
        pattern = r"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$",
        max_length = 127,
        example = "application/pdf"
    )]
    pub media_type: String,
    /// Its language.
    pub lang: Option<Tag>,
    /// Its size in bytes.
    #[schema(minimum = 0, example = 1_482_752)]
    pub bytes: Option<i64>,
}

/// A resource: a publication or a practical tool.
#[skip_serializing_none]
#[derive(
    Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = resources, treat_none_as_default_value = false)]
pub struct Resource {
    /// What sort of publication or tool it is.
    pub kind: ResourceKind,
    /// When it was published: EDTF, `2008`, `2008-06` or `2008-06-10`.
    pub published_on: Option<Edtf>,
    /// For whom it is: words of an open vocabulary, such as `clinicians` or `board-members`.
    #[serde(default)]
    #[schema(value_type = Vec<Word>, max_items = 30)]
    pub audience: Json<Vec<Word>>,
    /// Which edition or issue it is, plain text.
    #[schema(max_length = 100, example = "Second edition")]
    pub edition: Option<String>,
    /// How to cite it, plain text.
    #[schema(max_length = 1000)]
    pub citation: Option<String>,
    /// The files and pages in which it can be had.
    #[serde(default)]
    #[schema(value_type = Vec<ResourceFormat>, max_items = 100)]
    pub formats: Json<Vec<ResourceFormat>>,
    /// What it says and what it is good for. Markdown.
    #[serde(rename = "abstract")]
    #[schema(max_length = 50_000)]
    pub abstract_text: Option<String>,
}

impl Model for Resource {
    const NAME: &'static str = "resources";
    const SINGULAR: &'static str = "resource";
    const LABEL: &'static str = "Resources";
    const ABOUT: &'static str =
        "Publications and practical tools, with every language and format in which they can be had.";
    const RELATIONS: &'static [Relation] = &[
        Relation::many("publishers", "publisher", "organisations", "Who published it."),
        Relation::many("authors", "author", "people", "Who wrote it.").author(),
        Relation::one("project", "projects", "The project from which it comes."),
        Relation::one("part_of", "resources", "The larger work of which it is a part."),
        Relation::one("supersedes", "resources", "The earlier resource that it replaces."),
        Relation::many("rights", "right", "rights", "The rights it explains or uses."),
        Relation::many("topics", "topic", "topics", "What it is about."),
    ];
    const FILTERS: &'static [Filter<Self>] = &[
        Filter::closed::<ResourceKind>("kind", |resource| Indexed::value(resource.kind)),
        Filter::of(FilterKind::Date, "published_on", |resource| Indexed::date(resource.published_on.as_ref())),
        Filter::of(FilterKind::Keyword, "audience", |resource| Indexed::words(&resource.audience)),
    ];
    const TEXTS: &'static [Text] = &[Text::plain("edition"), Text::plain("citation"), Text::prose("abstract")];
    const SCHEMA_ORG: SchemaOrg = SchemaOrg::work(
        "LearningResource",
        &[
            ("learningResourceType", Said::Text("kind")),
            ("datePublished", Said::Day("published_on")),
            ("version", Said::Text("edition")),
            ("abstract", Said::Prose(&["abstract"])),
            ("author", Said::Named(&["authors"])),
            ("publisher", Said::Named(&["publishers"])),
            ("sourceOrganization", Said::Named(&["project"])),
            ("isPartOf", Said::Within("part_of")),
            AUDIENCE,
            (
                "encoding",
                Said::Each(
                    "formats",
                    Object::new(
                        "MediaObject",
                        &[
                            ("contentUrl", Said::Address("url")),
                            ("encodingFormat", Said::Text("media_type")),
                            ("inLanguage", Said::Text("lang")),
                        ],
                    ),
                ),
            ),
            ABOUT,
        ],
    );

    fn example() -> Value {
        json!({
            "type": "resources",
            "slug": "human-rights-in-healthcare-framework-second-edition",
            "title": "Human Rights in Healthcare: A Framework for Local Action",
            "summary": "A practical guide to planning and delivering care with human rights.",
            "kind": "framework",
            "published_on": "2008",
            "audience": ["managers", "commissioners"],
            "edition": "Second edition",
            "citation": "Department of Health and British Institute of Human Rights, 2008, second edition",
            "formats": [{
                "url": "https://www.bihr.org.uk/",
                "media_type": "text/html",
                "lang": "en"
            }],
            "abstract": "What five trusts learnt, as **lessons** for anyone who plans or provides care.",
            "publishers": [{ "slug": "department-of-health" }],
            "project": { "slug": "human-rights-in-healthcare" },
            "supersedes": { "slug": "human-rights-in-healthcare-framework" },
            "rights": [{ "slug": "hra-article-8" }],
            "topics": [{ "slug": "human-rights-based-approach" }]
        })
    }
}
