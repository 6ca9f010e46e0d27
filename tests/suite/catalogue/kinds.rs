//! What the nine collections under test can be asked for, written down by hand from `api.md` and `domain.md`, so that a
//! parameter which the hub forgets or invents is found too.

/// A collection under test.
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// One entry of it.
    pub singular: &'static str,
    /// The default order.
    pub sort: &'static str,
    /// Closed lists: the member and its values.
    pub closed: &'static [(&'static str, &'static [&'static str])],
    /// Booleans of its own.
    pub flags: &'static [&'static str],
    /// Open vocabularies.
    pub words: &'static [&'static str],
    /// Dates of its own: the name in `sort`, the parameter, and whether there is a field of its years.
    pub dates: &'static [(&'static str, &'static str, bool)],
    /// Relations: the member, the singular, the target.
    pub relations: &'static [(&'static str, &'static str, &'static str)],
}

/// The dates and numbers of the envelope, in the same form.
pub const ENVELOPE: &[(&str, &str, bool)] = &[
    ("published_at", "published", true),
    ("updated_at", "updated", true),
    ("review_by", "review_by", false),
    ("featured_position", "featured_position", false),
];

/// The one entry of each collection that a relation may name, as filters say it.
pub const SINGULARS: &[(&str, &str)] = &[
    ("topics", "topic"),
    ("organisations", "organisation"),
    ("instruments", "instrument"),
    ("rights", "right"),
    ("projects", "project"),
    ("case-studies", "case_study"),
    ("events", "event"),
    ("resources", "resource"),
    ("courses", "course"),
    ("people", "person"),
    ("testimonies", "testimony"),
    ("news", "news_item"),
];

/// The collections under test, in an order in which most references point backwards.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "topics",
        singular: "topic",
        sort: "title",
        closed: &[],
        flags: &[],
        words: &[],
        dates: &[],
        relations: &[("broader", "broader", "topics"), ("related", "related", "topics")],
    },
    Kind {
        name: "organisations",
        singular: "organisation",
        sort: "title",
        closed: &[(
            "kind",
            &[
                "nhs-trust",
                "government-department",
                "local-authority",
                "regulator",
                "charity",
                "housing-association",
                "service",
                "network",
                "un-body",
                "research-agency",
                "professional-body",
            ],
        )],
        flags: &[],
        words: &["country"],
        dates: &[("active", "active", false)],
        relations: &[
            ("parent", "parent", "organisations"),
            ("successors", "successor", "organisations"),
            ("member_of", "member_of", "organisations"),
        ],
    },
    Kind {
        name: "instruments",
        singular: "instrument",
        sort: "title",
        closed: &[("kind", &["law", "treaty", "resolution", "constitution", "declaration"])],
        flags: &[],
        words: &[],
        dates: &[("adopted_on", "adopted", true), ("in_force_on", "in_force", true)],
        relations: &[("topics", "topic", "topics")],
    },
    Kind {
        name: "rights",
        singular: "right",
        sort: "title",
        closed: &[
            ("kind", &["absolute", "limited", "qualified", "progressive"]),
            ("freda", &["fairness", "respect", "equality", "dignity", "autonomy"]),
        ],
        flags: &[],
        words: &[],
        dates: &[],
        relations: &[
            ("instrument", "instrument", "instruments"),
            ("corresponds_to", "corresponds_to", "rights"),
            ("topics", "topic", "topics"),
        ],
    },
    Kind {
        name: "projects",
        singular: "project",
        sort: "-published_at",
        closed: &[("strand", &["public-sector", "voluntary-sector", "professional", "international"])],
        flags: &[],
        words: &[],
        dates: &[("starts_on", "starts", true), ("ends_on", "ends", true)],
        relations: &[
            ("lead", "lead", "organisations"),
            ("partners", "partner", "organisations"),
            ("funders", "funder", "organisations"),
            ("predecessor", "predecessor", "projects"),
            ("rights", "right", "rights"),
            ("topics", "topic", "topics"),
            ("outputs", "output", "resources"),
        ],
    },
    Kind {
        name: "case-studies",
        singular: "case_study",
        sort: "-published_at",
        closed: &[
            ("category", &["changing-organisations", "changing-lives"]),
            (
                "setting",
                &[
                    "mental-health-inpatient",
                    "child-and-adolescent-mental-health",
                    "learning-disability",
                    "acute-hospital",
                    "care-home",
                    "supported-housing",
                    "primary-care",
                    "community",
                    "public-health",
                    "secure",
                    "other",
                ],
            ),
        ],
        flags: &[],
        words: &["country"],
        dates: &[],
        relations: &[
            ("organisations", "organisation", "organisations"),
            ("project", "project", "projects"),
            ("rights", "right", "rights"),
            ("topics", "topic", "topics"),
            ("testimonies", "testimony", "testimonies"),
            ("resources", "resource", "resources"),
        ],
    },
    Kind {
        name: "events",
        singular: "event",
        sort: "-starts_at",
        closed: &[
            (
                "kind",
                &["learning-event", "training-session", "conference", "hearing", "consultation", "international-day"],
            ),
            ("status", &["scheduled", "postponed", "cancelled"]),
            ("attendance", &["in-person", "online", "mixed"]),
        ],
        flags: &["all_day", "recurring"],
        words: &["country"],
        dates: &[("starts_at", "starts", true), ("ends_at", "ends", true)],
        relations: &[
            ("organisers", "organiser", "organisations"),
            ("project", "project", "projects"),
            ("course", "course", "courses"),
            ("speakers", "speaker", "people"),
            ("resources", "resource", "resources"),
            ("topics", "topic", "topics"),
        ],
    },
    Kind {
        name: "resources",
        singular: "resource",
        sort: "-published_at",
        closed: &[(
            "kind",
            &[
                "framework",
                "guide",
                "booklet",
                "training-manual",
                "toolkit",
                "questionnaire",
                "report",
                "factsheet",
                "article",
                "blog-post",
                "journal-issue",
                "video",
            ],
        )],
        flags: &[],
        words: &["audience"],
        dates: &[("published_on", "published_on", true)],
        relations: &[
            ("publishers", "publisher", "organisations"),
            ("authors", "author", "people"),
            ("project", "project", "projects"),
            ("part_of", "part_of", "resources"),
            ("supersedes", "supersedes", "resources"),
            ("rights", "right", "rights"),
            ("topics", "topic", "topics"),
        ],
    },
    Kind {
        name: "news",
        singular: "news_item",
        sort: "-published_at",
        closed: &[],
        flags: &[],
        words: &[],
        dates: &[("published_on", "published_on", true)],
        relations: &[
            ("organisations", "organisation", "organisations"),
            ("people", "person", "people"),
            ("events", "event", "events"),
            ("resources", "resource", "resources"),
            ("topics", "topic", "topics"),
        ],
    },
];

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Values of a closed list.
    Closed(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// Words.
    Words,
    /// Years.
    Years,
    /// Entries of a collection.
    Entries(&'static str),
}

/// A field: what can be filtered and counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The parameter.
    pub name: String,
    /// What stands in it.
    pub holds: Holds,
    /// The members that are read for it.
    pub members: Vec<&'static str>,
}

impl Field {
    /// Whether a value stands for everything narrower too.
    pub fn rolled_up(&self) -> bool {
        self.name == "topic"
    }
}

impl Kind {
    /// The kind of this name.
    pub fn of(name: &str) -> &'static Self {
        KINDS.iter().find(|kind| kind.name == name).expect("a collection under test")
    }

    /// Its dates, the envelope's among them.
    pub fn all_dates(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        ENVELOPE.iter().chain(self.dates).copied()
    }

    /// Its fields.
    pub fn fields(&self) -> Vec<Field> {
        let field = |name: &str, holds, members: &[&'static str]| Field {
            name: name.to_owned(),
            holds,
            members: members.to_vec(),
        };
        let mut fields: Vec<Field> = Vec::new();
        fields.extend(self.closed.iter().map(|(name, values)| field(name, Holds::Closed(values), &[name])));
        fields.extend(self.flags.iter().map(|name| field(name, Holds::Flag, &[name])));
        fields.extend(self.words.iter().map(|name| field(name, Holds::Words, &[name])));
        fields.push(field("featured", Holds::Flag, &["featured"]));
        fields.push(field("lang", Holds::Words, &[]));
        let yearly = self.all_dates().filter(|(_, _, yearly)| *yearly);
        fields.extend(yearly.map(|(name, parameter, _)| field(&format!("{parameter}_year"), Holds::Years, &[name])));
        // `organisation=` finds an organisation whatever its role; `lead=` in one role.
        for (target, singular) in SINGULARS {
            let to: Vec<&'static str> =
                self.relations.iter().filter(|relation| relation.2 == *target).map(|relation| relation.0).collect();
            if !to.is_empty() {
                fields.push(field(singular, Holds::Entries(target), &to));
            }
        }
        for (member, singular, target) in self.relations {
            if !SINGULARS.contains(&(target, singular)) {
                fields.push(field(singular, Holds::Entries(target), &[member]));
            }
        }
        fields
    }

    /// What it can be sorted by.
    pub fn sorts(&self) -> Vec<&'static str> {
        std::iter::once("title").chain(self.all_dates().map(|date| date.0)).collect()
    }
}
