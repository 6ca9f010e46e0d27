"""Made by scripts/generate.py from openapi/openapi.json. Do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, TypeVar

V = TypeVar("V")
OneOrMany: TypeAlias = V | Sequence[V]

class CaseStudy(TypedDict):
    """What organisations and people changed with human rights, and what came of it."""

    type: Literal['case-studies']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    category: CaseCategory
    """What changed."""
    setting: Setting
    """Where it happened."""
    country: NotRequired[Country]
    """Country, ISO 3166-1 alpha-2."""
    locality: NotRequired[str]
    """Town or region, as people call it."""
    situation: NotRequired[str]
    """How things stood. Markdown."""
    approach: NotRequired[str]
    """What was done. Markdown."""
    changes: NotRequired[list[Change]]
    """What changed, one by one."""
    impact: NotRequired[str]
    """What came of it. Markdown."""
    organisations: list[Reference]
    """Who made the change."""
    project: NotRequired[Reference]
    """The project within which it happened."""
    rights: list[Reference]
    """The rights engaged; `note` says how."""
    topics: list[Reference]
    """What it is about."""
    testimonies: list[Reference]
    """What people say of it."""
    resources: list[Reference]
    """What was used, or came of it."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: BCP 47 language tag.
Tag: TypeAlias = 'str'


#: What changed.
CaseCategory: TypeAlias = "Literal['changing-organisations', 'changing-lives']"


#: Where it happened.
Setting: TypeAlias = "Literal['mental-health-inpatient', 'child-and-adolescent-mental-health', 'learning-disability', 'acute-hospital', 'care-home', 'supported-housing', 'primary-care', 'community', 'public-health', 'secure', 'other']"


#: Country, ISO 3166-1 alpha-2.
Country: TypeAlias = 'str'


class Change(TypedDict):
    """One thing that changed."""

    title: str
    """What it is about, plain text."""
    before: str
    """How it was. Markdown."""
    after: str
    """How it is now. Markdown."""


class Reference(TypedDict):
    """The short form in which an entry names another; its title is always the current one."""

    type: str
    """The collection of the entry."""
    id: str
    """Its id."""
    slug: str
    """Its slug."""
    title: str
    """Its title, in the language of the answer where it has one."""
    href: str
    """Where it is read."""
    role: NotRequired[str]
    """What it does here, where the relation has roles."""
    note: NotRequired[str]
    """How it matters here, where the relation has notes."""


#: RFC 3339 instant, answered in UTC with milliseconds.
Instant: TypeAlias = 'str'


class Source(TypedDict):
    """Where the facts of an entry come from."""

    title: str
    """Title of the page or document."""
    url: NotRequired[Url]
    """Where it can be read."""
    publisher: NotRequired[str]
    """Who published it."""
    retrieved_on: NotRequired[Edtf]
    """The day on which it was read."""


#: URL of scheme http, https, mailto or tel.
Url: TypeAlias = 'str'


#: Date of reduced precision (EDTF level 0): a year, a month or a day.
Edtf: TypeAlias = 'str'


class Attribution(TypedDict):
    """The line that whoever shows the entry must show with it."""

    text: str
    """The line itself, plain text."""
    url: NotRequired[Url]
    """Where the line should lead."""
    licence: NotRequired[str]
    """The licence, as in the entry's `licence`."""


class Identifier(TypedDict):
    """A name of the entry in somebody else's scheme."""

    scheme: str
    """The scheme: `legislation-uri`, `un-symbol`, `doi`, `isbn`, `org-id`, `ods-code`, `wikidata` or another in lower-kebab."""
    value: str
    """The name in that scheme, as it is written there."""


class Notice(TypedDict):
    """Why an entry that can still be read should no longer be relied on."""

    kind: str
    """The kind of notice; `withdrawn` so far."""
    explanation: str
    """The editors' explanation, plain text."""
    at: Instant
    """Since when."""


class Translation(TypedDict):
    """A language in which an entry exists."""

    lang: str
    """BCP 47 tag."""
    status: TranslationStatus
    """`outdated` when the source text changed after it."""
    title: NotRequired[str]
    """The title in that language; only in sync documents, as are its other translated fields."""


#: `outdated` when the source text changed after it.
TranslationStatus: TypeAlias = "Literal['current', 'outdated']"


class Links(TypedDict):
    """Where the entry is to be found."""

    self: str
    """This document."""
    html: str
    """The site's page."""
    embed: str
    """The entry as a card for other pages."""
    oembed: str
    """The card as an oEmbed answer."""


class ReferencedBy(TypedDict):
    """The entries of one collection that name an entry."""

    total: int
    """How many there are."""
    data: list[Reference]
    """The first of them, as many as `include_limit`."""
    next: NotRequired[str]
    """Where the others can be read."""


class IncludedMore(TypedDict):
    """The rest of a relation that was cut off."""

    next: str
    """Where the rest of the relation can be read."""


#: Where what is under consent may appear.
Channel: TypeAlias = "Literal['web', 'embed', 'sync']"


class Highlight(TypedDict):
    """A passage of an entry with the words that were sought."""

    field: str
    """The member that it is from."""
    lang: str
    """The language of the passage. It is another than the entry's `lang` when nothing of what was sought stands in the text as it is shown: the entry was found by its text in this one."""
    text: str
    """The passage, plain text; an ellipsis where it was cut."""
    ranges: list[list[int]]
    """What was found: beginning and end, in characters (Unicode code points) of `text`."""
    html: str
    """The passage as HTML: escaped, what was found inside `mark`."""


class Course(TypedDict):
    """Training in human rights for those who work in health and care, open, in-house or online."""

    type: Literal['courses']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    delivery: CourseDelivery
    """How it is given."""
    languages: list[Tag]
    """Languages in which it is given, BCP 47 tags."""
    audience: list[Word]
    """For whom it is: words of an open vocabulary, such as `health-workers` or `advocates`."""
    duration: NotRequired[str]
    """How long it takes, plain text."""
    booking_url: NotRequired[Url]
    """Where one books or begins it."""
    syllabus: list[Line]
    """What is taught, in order, each a line of plain text."""
    provider: NotRequired[Reference]
    """Who gives it."""
    resources: list[Reference]
    """What is used in it."""
    rights: list[Reference]
    """The rights it teaches."""
    topics: list[Reference]
    """What it is about."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: How a course is given.
CourseDelivery: TypeAlias = "Literal['open', 'in-house', 'online']"


#: A word of an open vocabulary, in lower-kebab: `health-workers`.
Word: TypeAlias = 'str'


#: A line of plain text.
Line: TypeAlias = 'str'


class Evaluation(TypedDict):
    """Independent evaluations, finding by finding, with page references."""

    type: Literal['evaluations']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    starts_on: NotRequired[Edtf]
    """When it began: EDTF, `2006`, `2006-09` or `2006-09-01`."""
    ends_on: NotRequired[Edtf]
    """When it ended: EDTF, not before `starts_on`."""
    sample: NotRequired[str]
    """Who or what was looked at, and how many, plain text."""
    method: NotRequired[str]
    """How it was done. Markdown."""
    findings: NotRequired[list[Finding]]
    """What was found; at least one finding, each with its locator."""
    limitations: NotRequired[str]
    """What it cannot tell. Markdown."""
    projects: list[Reference]
    """The projects that were evaluated."""
    evaluators: list[Reference]
    """Who evaluated."""
    report: NotRequired[Reference]
    """The report in which the findings stand."""
    rights: list[Reference]
    """The rights that the findings touch."""
    topics: list[Reference]
    """What it is about."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


class Finding(TypedDict):
    """One thing that an evaluation found."""

    text: str
    """What was found. Markdown."""
    locator: str
    """Where it stands in the report: a page, table or paragraph."""
    measure: NotRequired[str]
    """What was measured, plain text."""
    value: NotRequired[float]
    """The number that was measured, in `unit`."""
    unit: NotRequired[str]
    """Unit of `value`, plain text."""


class Event(TypedDict):
    """Learning events, trainings, conferences, hearings, consultations and international days."""

    type: Literal['events']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    kind: EventKind
    """What kind of event it is."""
    status: EventStatus
    """Whether it takes place as planned."""
    attendance: Attendance
    """How one attends."""
    starts_at: Instant
    """When it begins; of a recurring event, the first time."""
    ends_at: NotRequired[Instant]
    """When it ends, not before it begins."""
    time_zone: str
    """IANA time zone in which its times are meant."""
    all_day: bool
    """Whether only the days count, not the hours."""
    recurrence: NotRequired[str]
    """How it recurs: an RFC 5545 RRULE without its name."""
    country: NotRequired[Country]
    """Country, ISO 3166-1 alpha-2."""
    venue: NotRequired[str]
    """Where it takes place, plain text."""
    location: NotRequired[Place]
    """Where that is on the globe."""
    registration_url: NotRequired[Url]
    """Where one registers."""
    description: NotRequired[str]
    """What happens there. Markdown."""
    organisers: list[Reference]
    """Who holds it."""
    project: NotRequired[Reference]
    """The project to which it belongs."""
    course: NotRequired[Reference]
    """The course that is taught."""
    speakers: list[Reference]
    """Who speaks."""
    resources: list[Reference]
    """What to read for it."""
    topics: list[Reference]
    """What it is about."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: What kind of event it is.
EventKind: TypeAlias = "Literal['learning-event', 'training-session', 'conference', 'hearing', 'consultation', 'international-day']"


#: Whether it takes place as planned.
EventStatus: TypeAlias = "Literal['scheduled', 'postponed', 'cancelled']"


#: How one attends.
Attendance: TypeAlias = "Literal['in-person', 'online', 'mixed']"


class Place(TypedDict):
    """A point on the globe, WGS 84, in degrees."""

    lat: float
    """Latitude, north positive."""
    lon: float
    """Longitude, east positive."""


class Guide(TypedDict):
    """Steps for change: how to use human rights on problems in one's own institution."""

    type: Literal['guides']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    audience: list[Word]
    """For whom it is: words of an open vocabulary, such as `health-workers` or `carers`."""
    steps: NotRequired[list[GuideStep]]
    """The steps, in order; at least one."""
    rights: list[Reference]
    """The rights it puts to use."""
    topics: list[Reference]
    """What it is about."""
    resources: list[Reference]
    """What to read with it."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


class GuideStep(TypedDict):
    """One step of a guide. The `resources` it needs are references."""

    title: str
    """What to do, plain text."""
    body: str
    """How to do it. Markdown."""
    resources: NotRequired[list[Reference]]
    """What the step needs."""


class Instrument(TypedDict):
    """Laws, treaties, resolutions, constitutions and declarations that set out rights."""

    type: Literal['instruments']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    kind: InstrumentKind
    """What sort of instrument it is."""
    adopted_on: NotRequired[Edtf]
    """When it was adopted or received assent: EDTF, `2019-04-23`, `2019-04` or `2019`."""
    in_force_on: NotRequired[Edtf]
    """When it began to apply: EDTF."""
    jurisdiction: NotRequired[str]
    """Where it applies, plain text."""
    body: NotRequired[str]
    """Who adopted it, plain text."""
    citation: NotRequired[str]
    """How lawyers cite it, plain text."""
    url: NotRequired[Url]
    """Where its text can be read."""
    description: NotRequired[str]
    """What it is and why it matters in health and care. Markdown."""
    topics: list[Reference]
    """What it is about."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: What sort of instrument it is.
InstrumentKind: TypeAlias = "Literal['law', 'treaty', 'resolution', 'constitution', 'declaration']"


class News(TypedDict):
    """What happened in human rights in health and care, with further reading."""

    type: Literal['news']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    published_on: NotRequired[Edtf]
    """The day under which it first appeared, here or elsewhere: EDTF, `2019-06-25`, `2019-06` or `2019`."""
    further_reading: NotRequired[list[FurtherReading]]
    """Where to read on."""
    body: NotRequired[str]
    """The news. Markdown."""
    organisations: list[Reference]
    """The organisations of which it tells."""
    people: list[Reference]
    """The people of whom it tells."""
    events: list[Reference]
    """The events of which it tells."""
    resources: list[Reference]
    """The publications of which it tells."""
    topics: list[Reference]
    """What it is about."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


class FurtherReading(TypedDict):
    """Something to read on elsewhere."""

    title: str
    """Its title, plain text."""
    url: Url
    """Where it is."""
    kind: Word
    """What it is: a word of an open vocabulary, such as `report`, `factsheet`, `article` or `blog-post`."""


class Organisation(TypedDict):
    """Who provides, oversees, funds, studies or campaigns; closed and merged bodies stay on record."""

    type: Literal['organisations']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    kind: OrganisationKind
    """What sort of organisation it is."""
    country: NotRequired[Country]
    """Country of its seat, ISO 3166-1 alpha-2."""
    locality: NotRequired[str]
    """Town or region, as people call it."""
    active_from: NotRequired[Edtf]
    """When it began to work: EDTF, `2001-04-01`, `2001-04` or `2001`."""
    active_to: NotRequired[Edtf]
    """When it was closed or merged: EDTF, not before `active_from`. Absent while it is at work."""
    location: NotRequired[Place]
    """Where it is on the globe."""
    website: NotRequired[Url]
    """Its own site."""
    aliases: list[Line]
    """Short forms, former and other names; search treats them as its title."""
    description: NotRequired[str]
    """What it is and does. Markdown."""
    parent: NotRequired[Reference]
    """The organisation of which it is a part."""
    successors: list[Reference]
    """Who took over its work when it closed or merged."""
    member_of: list[Reference]
    """Networks and bodies to which it belongs."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: What sort of organisation it is.
OrganisationKind: TypeAlias = "Literal['nhs-trust', 'government-department', 'local-authority', 'regulator', 'charity', 'housing-association', 'service', 'network', 'un-body', 'research-agency', 'professional-body']"


class Page(TypedDict):
    """The hub's own sections: home, why, who, how and what."""

    type: Literal['pages']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    section: PageSection
    """To which part of the hub it belongs."""
    position: int
    """Its place among the pages, the smallest first."""
    body: NotRequired[str]
    """What it says. Markdown."""
    features: list[Reference]
    """The entries that it puts forward, in order."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: To which part of the hub a page belongs.
PageSection: TypeAlias = "Literal['home', 'why', 'who', 'how', 'what']"


class Person(TypedDict):
    """Those who speak, write and work for rights in health and care, each with consent on record."""

    type: Literal['people']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    country: NotRequired[Country]
    """Country in which they work, ISO 3166-1 alpha-2."""
    role: NotRequired[str]
    """What they are known for, plain text. The role in one organisation stands on the reference to it."""
    biography: NotRequired[str]
    """Who they are. Markdown."""
    organisations: list[Reference]
    """Where they work; `role` says as what."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


class Project(TypedDict):
    """Work that puts human rights into health and care: who, why, how, and what came of it."""

    type: Literal['projects']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    strand: ProjectStrand
    """With whom it works."""
    starts_on: NotRequired[Edtf]
    """When it began: EDTF, `2010`, `2010-04` or `2010-04-01`."""
    ends_on: NotRequired[Edtf]
    """When it ended: EDTF, not before `starts_on`. Absent while it goes on."""
    aims: NotRequired[str]
    """What it set out to do. Markdown."""
    approach: NotRequired[str]
    """How it went about it. Markdown."""
    outcomes: NotRequired[str]
    """What came of it. Markdown."""
    lead: NotRequired[Reference]
    """Who leads it."""
    partners: list[Reference]
    """Who takes part; `role` says as what."""
    funders: list[Reference]
    """Who pays for it."""
    predecessor: NotRequired[Reference]
    """The project on which it builds."""
    rights: list[Reference]
    """The rights it works with."""
    topics: list[Reference]
    """What it is about."""
    outputs: list[Reference]
    """What it produced."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: With whom a project works.
ProjectStrand: TypeAlias = "Literal['public-sector', 'voluntary-sector', 'professional', 'international']"


class Resource(TypedDict):
    """Publications and practical tools, with every language and format in which they can be had."""

    type: Literal['resources']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    kind: ResourceKind
    """What sort of publication or tool it is."""
    published_on: NotRequired[Edtf]
    """When it was published: EDTF, `2008`, `2008-06` or `2008-06-10`."""
    audience: list[Word]
    """For whom it is: words of an open vocabulary, such as `clinicians` or `board-members`."""
    edition: NotRequired[str]
    """Which edition or issue it is, plain text."""
    citation: NotRequired[str]
    """How to cite it, plain text."""
    formats: list[ResourceFormat]
    """The files and pages in which it can be had."""
    abstract: NotRequired[str]
    """What it says and what it is good for. Markdown."""
    publishers: list[Reference]
    """Who published it."""
    authors: list[Reference]
    """Who wrote it."""
    project: NotRequired[Reference]
    """The project from which it comes."""
    part_of: NotRequired[Reference]
    """The larger work of which it is a part."""
    supersedes: NotRequired[Reference]
    """The earlier resource that it replaces."""
    rights: list[Reference]
    """The rights it explains or uses."""
    topics: list[Reference]
    """What it is about."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: What sort of publication or tool it is.
ResourceKind: TypeAlias = "Literal['framework', 'guide', 'booklet', 'training-manual', 'toolkit', 'questionnaire', 'report', 'factsheet', 'article', 'blog-post', 'journal-issue', 'video']"


class ResourceFormat(TypedDict):
    """One form in which a resource can be had: a file or a page, in one language."""

    url: Url
    """Where it is."""
    media_type: str
    """Its media type (RFC 6838), without parameters."""
    lang: NotRequired[Tag]
    """Its language."""
    bytes: NotRequired[int]
    """Its size in bytes."""


class Right(TypedDict):
    """Provisions of laws and treaties, explained for health and care."""

    type: Literal['rights']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    kind: RightKind
    """Whether and how it may be restricted."""
    freda: list[Freda]
    """The FREDA principles that it carries into practice."""
    label: str
    """How the provision is cited in short: "Article 8"."""
    restriction_test: NotRequired[str]
    """When a restriction is allowed. Markdown. A qualified or limited right has one, an absolute right never."""
    explanation: NotRequired[str]
    """What the right says, in plain words. Markdown."""
    in_practice: NotRequired[str]
    """What it looks like on a ward, in a home, at a desk. Markdown."""
    instrument: NotRequired[Reference]
    """The instrument that contains the provision."""
    corresponds_to: list[Reference]
    """Provisions elsewhere that protect the same."""
    topics: list[Reference]
    """What it is about."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: Whether and how a right may be restricted.
RightKind: TypeAlias = "Literal['absolute', 'limited', 'qualified', 'progressive']"


#: The FREDA principles, which put rights in words for practice.
Freda: TypeAlias = "Literal['fairness', 'respect', 'equality', 'dignity', 'autonomy']"


class Testimony(TypedDict):
    """Quotations, testimonies and interviews: voices from services, professions and politics."""

    type: Literal['testimonies']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    kind: TestimonyKind
    """How the words came to the hub. A testimony or an interview is public under consent only."""
    said_on: NotRequired[Edtf]
    """When it was said: EDTF, `2008`, `2008-06` or `2008-06-10`."""
    attribution_line: NotRequired[str]
    """The line under the words, plain text."""
    role_at_the_time: NotRequired[str]
    """The speaker's role when they said it, plain text."""
    locator: NotRequired[str]
    """Where in the cited text it stands: a page, principle or paragraph. A quotation always has one."""
    body: NotRequired[str]
    """The words. Markdown."""
    speaker: NotRequired[Reference]
    """Who says it."""
    organisation: NotRequired[Reference]
    """For which organisation, or in which."""
    project: NotRequired[Reference]
    """The project from which it comes."""
    case_study: NotRequired[Reference]
    """The case study to which it belongs."""
    cites: list[Reference]
    """The text from which it is taken; a quotation has at least one."""
    rights: list[Reference]
    """The rights of which it speaks."""
    topics: list[Reference]
    """What it is about."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


#: How the words came to the hub.
TestimonyKind: TypeAlias = "Literal['quotation', 'testimony', 'interview']"


class Topic(TypedDict):
    """Subjects, from the broad to the narrow, under which everything in the hub is found."""

    type: Literal['topics']
    """The collection."""
    id: str
    """UUIDv7, for ever the same."""
    slug: str
    """Unique in its collection; an old slug leads to the new one (308)."""
    rev: int
    """The revision that is public."""
    seq: int
    """Position in the hub's change sequence at which the entry last changed."""
    lang: Tag
    """Language of the text shown, a BCP 47 tag; on writing, the language of the source text."""
    lang_fallback: bool
    """Whether none of the languages asked for exists, so that this is the source text."""
    title: str
    """Title, plain text."""
    summary: str
    """What the entry says, in a sentence or two of plain text."""
    aliases: list[Line]
    """Other words for the same subject; search treats them as its title."""
    description: NotRequired[str]
    """What belongs under it. Markdown."""
    broader: list[Reference]
    """Wider subjects of which it is a part."""
    related: list[Reference]
    """Neighbouring subjects, neither wider nor narrower."""
    published_at: Instant
    """When it was first published, here or elsewhere. Defaults to the moment at which it becomes public."""
    updated_at: Instant
    """When the public text last changed."""
    source: NotRequired[Source]
    """Where the facts come from."""
    licence: str
    """SPDX identifier or URL of the licence."""
    attribution: NotRequired[Attribution]
    """The line a partner must show. Made from source and licence when it is not given."""
    identifiers: list[Identifier]
    """Names of the entry in other schemes."""
    review_by: NotRequired[Edtf]
    """Day by which editors look at it again."""
    featured: bool
    """Whether the hub puts it forward."""
    featured_position: NotRequired[int]
    """Its place among the featured, from 1."""
    notice: NotRequired[Notice]
    """Set when the entry is withdrawn but can still be read."""
    translations: list[Translation]
    """The languages in which it exists beside its source."""
    links: Links
    referenced_by: NotRequired[dict[str, ReferencedBy]]
    """Entries that name this one, by collection, where `include` asked for them."""
    included_more: NotRequired[dict[str, IncludedMore]]
    """Relations of which `include_limit` cut off some entries."""
    channels: NotRequired[list[Channel]]
    """Where consent lets the entry appear; only in sync documents of entries under somebody's consent. A copy keeps to it."""
    score: NotRequired[float]
    """How well it fits `q`, to be compared within one answer; only where `q` is given."""
    highlights: NotRequired[list[Highlight]]
    """Where the words of `q` stand; only with `highlight=true`."""
    reasons: NotRequired[list[str]]
    """Why it is similar; only under `/related`."""
    next_occurrence: NotRequired[str]
    """When it next takes place; only on the front page."""


class Hub(TypedDict):
    """What the hub is and holds."""

    name: str
    """Its name."""
    publisher: str
    """Who publishes the hub."""
    licence: str
    """The licence of entries that name no other."""
    version: str
    """The version of the program."""
    openapi: str
    """Where the OpenAPI document is."""
    docs: NotRequired[str]
    """Where the interactive reference is."""
    home: NotRequired[str]
    """Where the front page is read."""
    lookup: NotRequired[str]
    """Where entries are found by an outside identifier or URL."""
    changes: NotRequired[str]
    """Where the change log is read."""
    export: NotRequired[str]
    """Where everything is read at once."""
    inventory: NotRequired[str]
    """What proves a copy complete."""
    oai: NotRequired[str]
    """Where libraries harvest by OAI-PMH."""
    search: NotRequired[str]
    """Where everything is searched."""
    suggest: NotRequired[str]
    """Where text is completed as one types."""
    oembed: NotRequired[str]
    """Where oEmbed is answered."""
    embed: NotRequired[HubEmbed]
    """What pages of others load to show cards."""
    last_seq: int
    """The last place in the change sequence."""
    epoch: str
    """The name of this history of the hub."""
    deleted_record: Literal['persistent']
    """Removed entries are remembered for ever."""
    limits: dict[str, int]
    """How much of each can be asked for at once."""
    collections: dict[str, HubCollection]
    """Every collection by name, with what one may ask of it."""


class HubEmbed(TypedDict):
    """What pages of others load to show cards."""

    script: str
    """The script that defines the elements."""
    integrity: str
    """Its hash, for the attribute `integrity`."""
    style: str
    """The stylesheet of cards."""


class HubCollection(TypedDict):
    """"""

    href: str
    """Where it is read."""
    label: str
    """Its name for people."""
    about: str
    """What it holds, in a sentence."""
    count: int
    """How many entries it has."""
    filters: list[str]
    """Parameters that narrow the list."""
    sorts: list[str]
    """Fields to order by: values of `sort`, with `-` to turn them round."""
    default_sort: str
    """The order when none is asked for."""
    facets: list[str]
    """What can be counted: values of `facet`."""
    includes: list[str]
    """What can be sent along: values of `include`."""
    formats: dict[str, str]
    """Where the list is in other forms, by suffix."""


class Home(TypedDict):
    """The front page in one answer."""

    data: HomeData
    """What was asked for."""


class HomeData(TypedDict):
    """What was asked for."""

    sections: list[Page]
    """The hub's own pages in order, whole."""
    featured: list[Entry]
    """What the hub puts forward, in order."""
    newest: HomeDataNewest
    """The newest entries of each collection."""
    next_events: list[Event]
    """The events that take place next, with `next_occurrence`."""


#: An entry of any collection, which its `type` names.
Entry: TypeAlias = 'Right | Instrument | Topic | Organisation | Person | Project | CaseStudy | Testimony | Evaluation | Event | Resource | Course | News | Guide | Page'


# The newest entries of each collection.
HomeDataNewest = TypedDict('HomeDataNewest', {
    'rights': 'NotRequired[list[Right]]',
    'instruments': 'NotRequired[list[Instrument]]',
    'topics': 'NotRequired[list[Topic]]',
    'organisations': 'NotRequired[list[Organisation]]',
    'people': 'NotRequired[list[Person]]',
    'projects': 'NotRequired[list[Project]]',
    'case-studies': 'NotRequired[list[CaseStudy]]',
    'testimonies': 'NotRequired[list[Testimony]]',
    'evaluations': 'NotRequired[list[Evaluation]]',
    'events': 'NotRequired[list[Event]]',
    'resources': 'NotRequired[list[Resource]]',
    'courses': 'NotRequired[list[Course]]',
    'news': 'NotRequired[list[News]]',
    'guides': 'NotRequired[list[Guide]]',
    'pages': 'NotRequired[list[Page]]',
})


class Related(TypedDict):
    """Similar entries, each with its `reasons`."""

    data: RelatedData
    """Similar entries, by collection, the most similar first."""


# Similar entries, by collection, the most similar first.
RelatedData = TypedDict('RelatedData', {
    'rights': 'NotRequired[list[Right]]',
    'instruments': 'NotRequired[list[Instrument]]',
    'topics': 'NotRequired[list[Topic]]',
    'organisations': 'NotRequired[list[Organisation]]',
    'people': 'NotRequired[list[Person]]',
    'projects': 'NotRequired[list[Project]]',
    'case-studies': 'NotRequired[list[CaseStudy]]',
    'testimonies': 'NotRequired[list[Testimony]]',
    'evaluations': 'NotRequired[list[Evaluation]]',
    'events': 'NotRequired[list[Event]]',
    'resources': 'NotRequired[list[Resource]]',
    'courses': 'NotRequired[list[Course]]',
    'news': 'NotRequired[list[News]]',
    'guides': 'NotRequired[list[Guide]]',
    'pages': 'NotRequired[list[Page]]',
})


class Facet(TypedDict):
    """Counts of one filter's values, under every filter of the query but this one."""

    values: list[FacetValue]
    """Selected values first, then by count, then by label."""
    missing: int
    """How many entries have no value."""
    more: bool
    """Whether there are more values than `facet_limit`."""


class FacetValue(TypedDict):
    """"""

    value: str
    """As it stands in a filter."""
    id: NotRequired[str]
    """The id, where the values are entries."""
    label: str
    """For people, in the first language asked for that the hub has a word in; a language by what it calls itself."""
    count: int
    """How many entries have it; exact."""
    selected: bool
    """Whether the query filters by it."""


class ListMeta(TypedDict):
    """What the page is a part of."""

    total: int
    """How many entries match; always exact."""
    limit: int
    """The length of a page."""
    page: NotRequired[int]
    """The number of this page, unless it was asked for by cursor."""
    next_cursor: NotRequired[str]
    """The cursor of the next page, when there is one."""
    changed_since_start: NotRequired[bool]
    """Whether the collection changed since the first page; only with a cursor."""
    query: dict[str, list[str]]
    """Filters and order as they were understood."""
    unmatched: list[ListMetaUnmatchedOne]
    """Values that match nothing because no entry has them."""


class ListMetaUnmatchedOne(TypedDict):
    """"""

    parameter: str
    """The parameter."""
    value: str
    """The value."""


class ListLinks(TypedDict):
    """This page and those around it; repeated in the `Link` header."""

    self: str
    """This page."""
    first: str
    """The first page."""
    next: NotRequired[str]
    """The next page, when there is one."""
    prev: NotRequired[str]
    """The page before, when there is one."""


class Suggestions(TypedDict):
    """Titles and other names that complete what was typed, best first."""

    data: list[SuggestionsDataOne]
    """What was asked for."""


class SuggestionsDataOne(TypedDict):
    """"""

    type: str
    """The collection of the entry."""
    id: str
    """Its id."""
    slug: str
    """Its slug."""
    title: str
    """Its title, in the language of `text` where it has one."""
    href: str
    """Where it is read."""
    text: str
    """What completes the text: the title, or another name."""
    lang: str
    """The language of `text`."""
    kind: Literal['title', 'alias']
    """Whether `text` is the title."""


class Problem(TypedDict):
    """What went wrong (RFC 9457)."""

    type: str
    """A page that explains this kind of problem."""
    title: str
    """In a few words."""
    status: int
    """The state, in a word."""
    detail: str
    """What is wrong in this case."""
    instance: str
    """`urn:uuid:` and the id of the request, which is in the hub's log too."""
    errors: NotRequired[list[ParameterFault | Fault]]
    """Every fault of a query or of a document."""
    current_rev: NotRequired[int]
    """The item's latest revision (412)."""
    changed_fields: NotRequired[list[str]]
    """In what the latest revision differs from the one named (412)."""
    state: NotRequired[str]
    """The item's state (409)."""
    allowed: NotRequired[list[str]]
    """What that state allows (409)."""
    scope: NotRequired[str]
    """The scope that the key lacks (403)."""
    removed_at: NotRequired[str]
    """When the entry was removed (410)."""
    seq: NotRequired[int]
    """The place that this node has reached (503 `behind`)."""
    origin: NotRequired[str]
    """The hub from which the entry is a copy (409 `mirrored`)."""
    epoch: NotRequired[str]
    """The hub's present history (410 `epoch-changed`)."""
    export: NotRequired[str]
    """Where to begin again (410 `epoch-changed`)."""


class ParameterFault(TypedDict):
    """One thing that is wrong with a query string."""

    parameter: str
    """The parameter, as it was sent."""
    code: str
    """A stable word for the fault: `unknown-parameter`, `unknown-value`, `invalid-value`, `empty-value`, `repeated-parameter`, `too-long`, `too-many-values`, `conflicting-parameters`, `malformed-cursor`, `cursor-mismatch`, `invalid-encoding`, `missing-parameter`, `low-contrast` or `too-expensive`."""
    detail: str
    """What is wrong, in a sentence."""
    allowed: NotRequired[list[str]]
    """What may stand there, when that is a short list."""
    did_you_mean: NotRequired[str | None]
    """What was probably meant."""


class Fault(TypedDict):
    """One thing that is wrong with a document."""

    pointer: str
    """Where, as a JSON Pointer (RFC 6901)."""
    code: str
    """A stable word for the kind of fault."""
    detail: str
    """What is wrong, in a sentence."""


class ChangePage(TypedDict):
    """A page of the change log."""

    changes: list[LogRow]
    """In the order of the sequence."""
    last_seq: int
    """How far a client has followed that has applied these changes."""
    pending: int
    """How many changes there are beyond."""
    epoch: str
    """The history that the sequence belongs to."""
    links: ChangePageLinks
    """Where to go on."""


class LogRow(TypedDict):
    """The latest change of an entry."""

    seq: int
    """Its place in the sequence."""
    op: ChangeKind
    """Keep the entry, or forget it."""
    type: CollectionName
    """The collection of the entry."""
    id: str
    """The id of the entry."""
    rev: int
    """Its public revision, or the last that was."""
    changed_at: str
    """When it changed."""
    doc: NotRequired[Entry]
    """The sync document: every field in the source language, with the translated fields of its translations."""
    reason: NotRequired[str]
    """Why it is to be forgotten: `removed`, `redirected`, `consent`, `consent-withdrawn`, `out_of_scope`."""
    redirect_to: NotRequired[str]
    """The entry that stands in its place now."""
    must_purge: NotRequired[bool]
    """Copies, backups and derived data are to be erased, not only hidden."""
    purge_by: NotRequired[str]
    """By when."""


#: Whether an entry is to be kept or forgotten.
ChangeKind: TypeAlias = "Literal['upsert', 'delete']"


#: A collection.
CollectionName: TypeAlias = "Literal['rights', 'instruments', 'topics', 'organisations', 'people', 'projects', 'case-studies', 'testimonies', 'evaluations', 'events', 'resources', 'courses', 'news', 'guides', 'pages']"


class ChangePageLinks(TypedDict):
    """Where to go on."""

    next: str
    """Where to go on."""


#: A line of an export.
ExportLine: TypeAlias = 'ExportHeader | ExportEntry | ExportTrailer'


class ExportHeader(TypedDict):
    """The first line of an export."""

    kind: Literal['header']
    """What the line is."""
    as_of: int
    """The place in the sequence as of which the export is."""
    epoch: str
    """The history that the sequence belongs to."""
    scope: str
    """The filters, as a query string."""
    publisher: NotRequired[str]
    """Who publishes the hub."""
    generated_at: NotRequired[str]
    """When it was made."""


class ExportEntry(TypedDict):
    """An entry of an export."""

    kind: Literal['entry']
    """What the line is."""
    doc: Entry
    """The sync document: every field in the source language, with the translated fields of its translations."""


class ExportTrailer(TypedDict):
    """The last line of an export; without it, the download broke off."""

    kind: Literal['trailer']
    """What the line is."""
    count: int
    """How many entries."""
    digest: str
    """The sum, in hex digits."""
    as_of: int
    """As in the header."""


class Digests(TypedDict):
    """What proves a copy complete."""

    collections: dict[str, Digest]
    """By collection."""
    total: Digest
    epoch: str
    """The history that the sequence belongs to."""


class Digest(TypedDict):
    """What proves a set of entries complete."""

    count: int
    """How many entries."""
    digest: str
    """The sum, in hex digits."""


class CaseStudyQuery(TypedDict, total=False):
    """What one may ask of `/v1/case-studies`."""

    category: OneOrMany[CaseCategory]
    """Entries with any of these values; several are joined by commas."""
    category_all: OneOrMany[CaseCategory]
    """Entries with all of these in `category`."""
    category_not: OneOrMany[CaseCategory]
    """Entries with none of these in `category`."""
    category_missing: bool
    """`true`: entries without any `category`; `false`: with some."""
    setting: OneOrMany[Setting]
    """Entries with any of these values; several are joined by commas."""
    setting_all: OneOrMany[Setting]
    """Entries with all of these in `setting`."""
    setting_not: OneOrMany[Setting]
    """Entries with none of these in `setting`."""
    setting_missing: bool
    """`true`: entries without any `setting`; `false`: with some."""
    country: OneOrMany[str]
    """Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas."""
    country_all: OneOrMany[str]
    """Entries with all of these in `country`."""
    country_not: OneOrMany[str]
    """Entries with none of these in `country`."""
    country_missing: bool
    """`true`: entries without any `country`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    testimony: OneOrMany[str]
    """Entries with any of these testimonies, by slug or id; several are joined by commas."""
    testimony_all: OneOrMany[str]
    """Entries with all of these in `testimony`."""
    testimony_not: OneOrMany[str]
    """Entries with none of these in `testimony`."""
    testimony_missing: bool
    """`true`: entries without any `testimony`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['category', 'setting', 'country', 'featured', 'lang', 'published_year', 'updated_year', 'right', 'topic', 'organisation', 'project', 'testimony', 'resource']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'category', 'setting', 'country', 'locality', 'situation', 'approach', 'changes', 'impact', 'organisations', 'project', 'rights', 'topics', 'testimonies', 'resources', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class CourseQuery(TypedDict, total=False):
    """What one may ask of `/v1/courses`."""

    delivery: OneOrMany[CourseDelivery]
    """Entries with any of these values; several are joined by commas."""
    delivery_all: OneOrMany[CourseDelivery]
    """Entries with all of these in `delivery`."""
    delivery_not: OneOrMany[CourseDelivery]
    """Entries with none of these in `delivery`."""
    delivery_missing: bool
    """`true`: entries without any `delivery`; `false`: with some."""
    languages: OneOrMany[str]
    """Entries with any of these words; several are joined by commas."""
    languages_all: OneOrMany[str]
    """Entries with all of these in `languages`."""
    languages_not: OneOrMany[str]
    """Entries with none of these in `languages`."""
    languages_missing: bool
    """`true`: entries without any `languages`; `false`: with some."""
    audience: OneOrMany[str]
    """Entries with any of these words; several are joined by commas."""
    audience_all: OneOrMany[str]
    """Entries with all of these in `audience`."""
    audience_not: OneOrMany[str]
    """Entries with none of these in `audience`."""
    audience_missing: bool
    """`true`: entries without any `audience`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    provider: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    provider_all: OneOrMany[str]
    """Entries with all of these in `provider`."""
    provider_not: OneOrMany[str]
    """Entries with none of these in `provider`."""
    provider_missing: bool
    """`true`: entries without any `provider`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['delivery', 'languages', 'audience', 'featured', 'lang', 'published_year', 'updated_year', 'right', 'topic', 'organisation', 'resource', 'provider']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'delivery', 'languages', 'audience', 'duration', 'booking_url', 'syllabus', 'provider', 'resources', 'rights', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class EvaluationQuery(TypedDict, total=False):
    """What one may ask of `/v1/evaluations`."""

    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    starts_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    starts_year_all: OneOrMany[str]
    """Entries with all of these in `starts_year`."""
    starts_year_not: OneOrMany[str]
    """Entries with none of these in `starts_year`."""
    starts_year_missing: bool
    """`true`: entries without any `starts_year`; `false`: with some."""
    ends_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    ends_year_all: OneOrMany[str]
    """Entries with all of these in `ends_year`."""
    ends_year_not: OneOrMany[str]
    """Entries with none of these in `ends_year`."""
    ends_year_missing: bool
    """`true`: entries without any `ends_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    evaluator: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    evaluator_all: OneOrMany[str]
    """Entries with all of these in `evaluator`."""
    evaluator_not: OneOrMany[str]
    """Entries with none of these in `evaluator`."""
    evaluator_missing: bool
    """`true`: entries without any `evaluator`; `false`: with some."""
    report: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    report_all: OneOrMany[str]
    """Entries with all of these in `report`."""
    report_not: OneOrMany[str]
    """Entries with none of these in `report`."""
    report_missing: bool
    """`true`: entries without any `report`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    starts_from: str
    """`starts_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    starts_to: str
    """`starts_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    starts_missing: bool
    """`true`: entries without `starts_on`; `false`: with it."""
    ends_from: str
    """`ends_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    ends_to: str
    """`ends_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    ends_missing: bool
    """`true`: entries without `ends_on`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['featured', 'lang', 'published_year', 'updated_year', 'starts_year', 'ends_year', 'right', 'topic', 'organisation', 'project', 'resource', 'evaluator', 'report']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'starts_on', 'ends_on', 'sample', 'method', 'findings', 'limitations', 'projects', 'evaluators', 'report', 'rights', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class EventQuery(TypedDict, total=False):
    """What one may ask of `/v1/events`."""

    kind: OneOrMany[EventKind]
    """Entries with any of these values; several are joined by commas."""
    kind_all: OneOrMany[EventKind]
    """Entries with all of these in `kind`."""
    kind_not: OneOrMany[EventKind]
    """Entries with none of these in `kind`."""
    kind_missing: bool
    """`true`: entries without any `kind`; `false`: with some."""
    status: OneOrMany[EventStatus]
    """Entries with any of these values; several are joined by commas."""
    status_all: OneOrMany[EventStatus]
    """Entries with all of these in `status`."""
    status_not: OneOrMany[EventStatus]
    """Entries with none of these in `status`."""
    status_missing: bool
    """`true`: entries without any `status`; `false`: with some."""
    attendance: OneOrMany[Attendance]
    """Entries with any of these values; several are joined by commas."""
    attendance_all: OneOrMany[Attendance]
    """Entries with all of these in `attendance`."""
    attendance_not: OneOrMany[Attendance]
    """Entries with none of these in `attendance`."""
    attendance_missing: bool
    """`true`: entries without any `attendance`; `false`: with some."""
    all_day: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    recurring: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    country: OneOrMany[str]
    """Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas."""
    country_all: OneOrMany[str]
    """Entries with all of these in `country`."""
    country_not: OneOrMany[str]
    """Entries with none of these in `country`."""
    country_missing: bool
    """`true`: entries without any `country`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    starts_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    starts_year_all: OneOrMany[str]
    """Entries with all of these in `starts_year`."""
    starts_year_not: OneOrMany[str]
    """Entries with none of these in `starts_year`."""
    starts_year_missing: bool
    """`true`: entries without any `starts_year`; `false`: with some."""
    ends_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    ends_year_all: OneOrMany[str]
    """Entries with all of these in `ends_year`."""
    ends_year_not: OneOrMany[str]
    """Entries with none of these in `ends_year`."""
    ends_year_missing: bool
    """`true`: entries without any `ends_year`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    person: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    person_all: OneOrMany[str]
    """Entries with all of these in `person`."""
    person_not: OneOrMany[str]
    """Entries with none of these in `person`."""
    person_missing: bool
    """`true`: entries without any `person`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    course: OneOrMany[str]
    """Entries with any of these courses, by slug or id; several are joined by commas."""
    course_all: OneOrMany[str]
    """Entries with all of these in `course`."""
    course_not: OneOrMany[str]
    """Entries with none of these in `course`."""
    course_missing: bool
    """`true`: entries without any `course`; `false`: with some."""
    organiser: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organiser_all: OneOrMany[str]
    """Entries with all of these in `organiser`."""
    organiser_not: OneOrMany[str]
    """Entries with none of these in `organiser`."""
    organiser_missing: bool
    """`true`: entries without any `organiser`; `false`: with some."""
    speaker: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    speaker_all: OneOrMany[str]
    """Entries with all of these in `speaker`."""
    speaker_not: OneOrMany[str]
    """Entries with none of these in `speaker`."""
    speaker_missing: bool
    """`true`: entries without any `speaker`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    starts_from: str
    """`starts_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    starts_to: str
    """`starts_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    starts_missing: bool
    """`true`: entries without `starts_at`; `false`: with it."""
    ends_from: str
    """`ends_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    ends_to: str
    """`ends_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    ends_missing: bool
    """`true`: entries without `ends_at`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-starts_at` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['kind', 'status', 'attendance', 'all_day', 'recurring', 'country', 'featured', 'lang', 'published_year', 'updated_year', 'starts_year', 'ends_year', 'topic', 'organisation', 'person', 'project', 'resource', 'course', 'organiser', 'speaker']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'kind', 'status', 'attendance', 'starts_at', 'ends_at', 'time_zone', 'all_day', 'recurrence', 'country', 'venue', 'location', 'registration_url', 'description', 'organisers', 'project', 'course', 'speakers', 'resources', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class GuideQuery(TypedDict, total=False):
    """What one may ask of `/v1/guides`."""

    audience: OneOrMany[str]
    """Entries with any of these words; several are joined by commas."""
    audience_all: OneOrMany[str]
    """Entries with all of these in `audience`."""
    audience_not: OneOrMany[str]
    """Entries with none of these in `audience`."""
    audience_missing: bool
    """`true`: entries without any `audience`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['audience', 'featured', 'lang', 'published_year', 'updated_year', 'right', 'topic', 'resource']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'audience', 'steps', 'rights', 'topics', 'resources', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class InstrumentQuery(TypedDict, total=False):
    """What one may ask of `/v1/instruments`."""

    kind: OneOrMany[InstrumentKind]
    """Entries with any of these values; several are joined by commas."""
    kind_all: OneOrMany[InstrumentKind]
    """Entries with all of these in `kind`."""
    kind_not: OneOrMany[InstrumentKind]
    """Entries with none of these in `kind`."""
    kind_missing: bool
    """`true`: entries without any `kind`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    adopted_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    adopted_year_all: OneOrMany[str]
    """Entries with all of these in `adopted_year`."""
    adopted_year_not: OneOrMany[str]
    """Entries with none of these in `adopted_year`."""
    adopted_year_missing: bool
    """`true`: entries without any `adopted_year`; `false`: with some."""
    in_force_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    in_force_year_all: OneOrMany[str]
    """Entries with all of these in `in_force_year`."""
    in_force_year_not: OneOrMany[str]
    """Entries with none of these in `in_force_year`."""
    in_force_year_missing: bool
    """`true`: entries without any `in_force_year`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    adopted_from: str
    """`adopted_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    adopted_to: str
    """`adopted_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    adopted_missing: bool
    """`true`: entries without `adopted_on`; `false`: with it."""
    in_force_from: str
    """`in_force_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    in_force_to: str
    """`in_force_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    in_force_missing: bool
    """`true`: entries without `in_force_on`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['kind', 'featured', 'lang', 'published_year', 'updated_year', 'adopted_year', 'in_force_year', 'topic']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'kind', 'adopted_on', 'in_force_on', 'jurisdiction', 'body', 'citation', 'url', 'description', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class NewsQuery(TypedDict, total=False):
    """What one may ask of `/v1/news`."""

    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    published_on_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_on_year_all: OneOrMany[str]
    """Entries with all of these in `published_on_year`."""
    published_on_year_not: OneOrMany[str]
    """Entries with none of these in `published_on_year`."""
    published_on_year_missing: bool
    """`true`: entries without any `published_on_year`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    person: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    person_all: OneOrMany[str]
    """Entries with all of these in `person`."""
    person_not: OneOrMany[str]
    """Entries with none of these in `person`."""
    person_missing: bool
    """`true`: entries without any `person`; `false`: with some."""
    event: OneOrMany[str]
    """Entries with any of these events, by slug or id; several are joined by commas."""
    event_all: OneOrMany[str]
    """Entries with all of these in `event`."""
    event_not: OneOrMany[str]
    """Entries with none of these in `event`."""
    event_missing: bool
    """`true`: entries without any `event`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    published_on_from: str
    """`published_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_on_to: str
    """`published_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_on_missing: bool
    """`true`: entries without `published_on`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['featured', 'lang', 'published_year', 'updated_year', 'published_on_year', 'topic', 'organisation', 'person', 'event', 'resource']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'published_on', 'further_reading', 'body', 'organisations', 'people', 'events', 'resources', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class OrganisationQuery(TypedDict, total=False):
    """What one may ask of `/v1/organisations`."""

    kind: OneOrMany[OrganisationKind]
    """Entries with any of these values; several are joined by commas."""
    kind_all: OneOrMany[OrganisationKind]
    """Entries with all of these in `kind`."""
    kind_not: OneOrMany[OrganisationKind]
    """Entries with none of these in `kind`."""
    kind_missing: bool
    """`true`: entries without any `kind`; `false`: with some."""
    country: OneOrMany[str]
    """Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas."""
    country_all: OneOrMany[str]
    """Entries with all of these in `country`."""
    country_not: OneOrMany[str]
    """Entries with none of these in `country`."""
    country_missing: bool
    """`true`: entries without any `country`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    parent: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    parent_all: OneOrMany[str]
    """Entries with all of these in `parent`."""
    parent_not: OneOrMany[str]
    """Entries with none of these in `parent`."""
    parent_missing: bool
    """`true`: entries without any `parent`; `false`: with some."""
    successor: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    successor_all: OneOrMany[str]
    """Entries with all of these in `successor`."""
    successor_not: OneOrMany[str]
    """Entries with none of these in `successor`."""
    successor_missing: bool
    """`true`: entries without any `successor`; `false`: with some."""
    member_of: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    member_of_all: OneOrMany[str]
    """Entries with all of these in `member_of`."""
    member_of_not: OneOrMany[str]
    """Entries with none of these in `member_of`."""
    member_of_missing: bool
    """`true`: entries without any `member_of`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    active_from: str
    """`active` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    active_to: str
    """`active` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    active_missing: bool
    """`true`: entries without `active`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['kind', 'country', 'featured', 'lang', 'published_year', 'updated_year', 'organisation', 'parent', 'successor', 'member_of']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'kind', 'country', 'locality', 'active_from', 'active_to', 'location', 'website', 'aliases', 'description', 'parent', 'successors', 'member_of', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class PageQuery(TypedDict, total=False):
    """What one may ask of `/v1/pages`."""

    section: OneOrMany[PageSection]
    """Entries with any of these values; several are joined by commas."""
    section_all: OneOrMany[PageSection]
    """Entries with all of these in `section`."""
    section_not: OneOrMany[PageSection]
    """Entries with none of these in `section`."""
    section_missing: bool
    """`true`: entries without any `section`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    instrument: OneOrMany[str]
    """Entries with any of these instruments, by slug or id; several are joined by commas."""
    instrument_all: OneOrMany[str]
    """Entries with all of these in `instrument`."""
    instrument_not: OneOrMany[str]
    """Entries with none of these in `instrument`."""
    instrument_missing: bool
    """`true`: entries without any `instrument`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    person: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    person_all: OneOrMany[str]
    """Entries with all of these in `person`."""
    person_not: OneOrMany[str]
    """Entries with none of these in `person`."""
    person_missing: bool
    """`true`: entries without any `person`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    case_study: OneOrMany[str]
    """Entries with any of these case-studies, by slug or id; several are joined by commas."""
    case_study_all: OneOrMany[str]
    """Entries with all of these in `case_study`."""
    case_study_not: OneOrMany[str]
    """Entries with none of these in `case_study`."""
    case_study_missing: bool
    """`true`: entries without any `case_study`; `false`: with some."""
    testimony: OneOrMany[str]
    """Entries with any of these testimonies, by slug or id; several are joined by commas."""
    testimony_all: OneOrMany[str]
    """Entries with all of these in `testimony`."""
    testimony_not: OneOrMany[str]
    """Entries with none of these in `testimony`."""
    testimony_missing: bool
    """`true`: entries without any `testimony`; `false`: with some."""
    evaluation: OneOrMany[str]
    """Entries with any of these evaluations, by slug or id; several are joined by commas."""
    evaluation_all: OneOrMany[str]
    """Entries with all of these in `evaluation`."""
    evaluation_not: OneOrMany[str]
    """Entries with none of these in `evaluation`."""
    evaluation_missing: bool
    """`true`: entries without any `evaluation`; `false`: with some."""
    event: OneOrMany[str]
    """Entries with any of these events, by slug or id; several are joined by commas."""
    event_all: OneOrMany[str]
    """Entries with all of these in `event`."""
    event_not: OneOrMany[str]
    """Entries with none of these in `event`."""
    event_missing: bool
    """`true`: entries without any `event`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    course: OneOrMany[str]
    """Entries with any of these courses, by slug or id; several are joined by commas."""
    course_all: OneOrMany[str]
    """Entries with all of these in `course`."""
    course_not: OneOrMany[str]
    """Entries with none of these in `course`."""
    course_missing: bool
    """`true`: entries without any `course`; `false`: with some."""
    news_item: OneOrMany[str]
    """Entries with any of these news, by slug or id; several are joined by commas."""
    news_item_all: OneOrMany[str]
    """Entries with all of these in `news_item`."""
    news_item_not: OneOrMany[str]
    """Entries with none of these in `news_item`."""
    news_item_missing: bool
    """`true`: entries without any `news_item`; `false`: with some."""
    guide: OneOrMany[str]
    """Entries with any of these guides, by slug or id; several are joined by commas."""
    guide_all: OneOrMany[str]
    """Entries with all of these in `guide`."""
    guide_not: OneOrMany[str]
    """Entries with none of these in `guide`."""
    guide_missing: bool
    """`true`: entries without any `guide`; `false`: with some."""
    hub_page: OneOrMany[str]
    """Entries with any of these pages, by slug or id; several are joined by commas."""
    hub_page_all: OneOrMany[str]
    """Entries with all of these in `hub_page`."""
    hub_page_not: OneOrMany[str]
    """Entries with none of these in `hub_page`."""
    hub_page_missing: bool
    """`true`: entries without any `hub_page`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    position_from: str
    """`position` that reaches to this or later, inclusive: a whole number."""
    position_to: str
    """`position` that begins at this or earlier, inclusive: a whole number."""
    position_missing: bool
    """`true`: entries without `position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `position` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['section', 'featured', 'lang', 'published_year', 'updated_year', 'right', 'instrument', 'topic', 'organisation', 'person', 'project', 'case_study', 'testimony', 'evaluation', 'event', 'resource', 'course', 'news_item', 'guide', 'hub_page']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'section', 'position', 'body', 'features', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class PersonQuery(TypedDict, total=False):
    """What one may ask of `/v1/people`."""

    country: OneOrMany[str]
    """Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas."""
    country_all: OneOrMany[str]
    """Entries with all of these in `country`."""
    country_not: OneOrMany[str]
    """Entries with none of these in `country`."""
    country_missing: bool
    """`true`: entries without any `country`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['country', 'featured', 'lang', 'published_year', 'updated_year', 'organisation']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'country', 'role', 'biography', 'organisations', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class ProjectQuery(TypedDict, total=False):
    """What one may ask of `/v1/projects`."""

    strand: OneOrMany[ProjectStrand]
    """Entries with any of these values; several are joined by commas."""
    strand_all: OneOrMany[ProjectStrand]
    """Entries with all of these in `strand`."""
    strand_not: OneOrMany[ProjectStrand]
    """Entries with none of these in `strand`."""
    strand_missing: bool
    """`true`: entries without any `strand`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    starts_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    starts_year_all: OneOrMany[str]
    """Entries with all of these in `starts_year`."""
    starts_year_not: OneOrMany[str]
    """Entries with none of these in `starts_year`."""
    starts_year_missing: bool
    """`true`: entries without any `starts_year`; `false`: with some."""
    ends_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    ends_year_all: OneOrMany[str]
    """Entries with all of these in `ends_year`."""
    ends_year_not: OneOrMany[str]
    """Entries with none of these in `ends_year`."""
    ends_year_missing: bool
    """`true`: entries without any `ends_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    lead: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    lead_all: OneOrMany[str]
    """Entries with all of these in `lead`."""
    lead_not: OneOrMany[str]
    """Entries with none of these in `lead`."""
    lead_missing: bool
    """`true`: entries without any `lead`; `false`: with some."""
    partner: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    partner_all: OneOrMany[str]
    """Entries with all of these in `partner`."""
    partner_not: OneOrMany[str]
    """Entries with none of these in `partner`."""
    partner_missing: bool
    """`true`: entries without any `partner`; `false`: with some."""
    funder: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    funder_all: OneOrMany[str]
    """Entries with all of these in `funder`."""
    funder_not: OneOrMany[str]
    """Entries with none of these in `funder`."""
    funder_missing: bool
    """`true`: entries without any `funder`; `false`: with some."""
    predecessor: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    predecessor_all: OneOrMany[str]
    """Entries with all of these in `predecessor`."""
    predecessor_not: OneOrMany[str]
    """Entries with none of these in `predecessor`."""
    predecessor_missing: bool
    """`true`: entries without any `predecessor`; `false`: with some."""
    output: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    output_all: OneOrMany[str]
    """Entries with all of these in `output`."""
    output_not: OneOrMany[str]
    """Entries with none of these in `output`."""
    output_missing: bool
    """`true`: entries without any `output`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    starts_from: str
    """`starts_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    starts_to: str
    """`starts_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    starts_missing: bool
    """`true`: entries without `starts_on`; `false`: with it."""
    ends_from: str
    """`ends_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    ends_to: str
    """`ends_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    ends_missing: bool
    """`true`: entries without `ends_on`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['strand', 'featured', 'lang', 'published_year', 'updated_year', 'starts_year', 'ends_year', 'right', 'topic', 'organisation', 'project', 'resource', 'lead', 'partner', 'funder', 'predecessor', 'output']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'strand', 'starts_on', 'ends_on', 'aims', 'approach', 'outcomes', 'lead', 'partners', 'funders', 'predecessor', 'rights', 'topics', 'outputs', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class ResourceQuery(TypedDict, total=False):
    """What one may ask of `/v1/resources`."""

    kind: OneOrMany[ResourceKind]
    """Entries with any of these values; several are joined by commas."""
    kind_all: OneOrMany[ResourceKind]
    """Entries with all of these in `kind`."""
    kind_not: OneOrMany[ResourceKind]
    """Entries with none of these in `kind`."""
    kind_missing: bool
    """`true`: entries without any `kind`; `false`: with some."""
    audience: OneOrMany[str]
    """Entries with any of these words; several are joined by commas."""
    audience_all: OneOrMany[str]
    """Entries with all of these in `audience`."""
    audience_not: OneOrMany[str]
    """Entries with none of these in `audience`."""
    audience_missing: bool
    """`true`: entries without any `audience`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    published_on_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_on_year_all: OneOrMany[str]
    """Entries with all of these in `published_on_year`."""
    published_on_year_not: OneOrMany[str]
    """Entries with none of these in `published_on_year`."""
    published_on_year_missing: bool
    """`true`: entries without any `published_on_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    person: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    person_all: OneOrMany[str]
    """Entries with all of these in `person`."""
    person_not: OneOrMany[str]
    """Entries with none of these in `person`."""
    person_missing: bool
    """`true`: entries without any `person`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    publisher: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    publisher_all: OneOrMany[str]
    """Entries with all of these in `publisher`."""
    publisher_not: OneOrMany[str]
    """Entries with none of these in `publisher`."""
    publisher_missing: bool
    """`true`: entries without any `publisher`; `false`: with some."""
    author: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    author_all: OneOrMany[str]
    """Entries with all of these in `author`."""
    author_not: OneOrMany[str]
    """Entries with none of these in `author`."""
    author_missing: bool
    """`true`: entries without any `author`; `false`: with some."""
    part_of: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    part_of_all: OneOrMany[str]
    """Entries with all of these in `part_of`."""
    part_of_not: OneOrMany[str]
    """Entries with none of these in `part_of`."""
    part_of_missing: bool
    """`true`: entries without any `part_of`; `false`: with some."""
    supersedes: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    supersedes_all: OneOrMany[str]
    """Entries with all of these in `supersedes`."""
    supersedes_not: OneOrMany[str]
    """Entries with none of these in `supersedes`."""
    supersedes_missing: bool
    """`true`: entries without any `supersedes`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    published_on_from: str
    """`published_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_on_to: str
    """`published_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_on_missing: bool
    """`true`: entries without `published_on`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['kind', 'audience', 'featured', 'lang', 'published_year', 'updated_year', 'published_on_year', 'right', 'topic', 'organisation', 'person', 'project', 'resource', 'publisher', 'author', 'part_of', 'supersedes']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'kind', 'published_on', 'audience', 'edition', 'citation', 'formats', 'abstract', 'publishers', 'authors', 'project', 'part_of', 'supersedes', 'rights', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class RightQuery(TypedDict, total=False):
    """What one may ask of `/v1/rights`."""

    kind: OneOrMany[RightKind]
    """Entries with any of these values; several are joined by commas."""
    kind_all: OneOrMany[RightKind]
    """Entries with all of these in `kind`."""
    kind_not: OneOrMany[RightKind]
    """Entries with none of these in `kind`."""
    kind_missing: bool
    """`true`: entries without any `kind`; `false`: with some."""
    freda: OneOrMany[Freda]
    """Entries with any of these values; several are joined by commas."""
    freda_all: OneOrMany[Freda]
    """Entries with all of these in `freda`."""
    freda_not: OneOrMany[Freda]
    """Entries with none of these in `freda`."""
    freda_missing: bool
    """`true`: entries without any `freda`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    instrument: OneOrMany[str]
    """Entries with any of these instruments, by slug or id; several are joined by commas."""
    instrument_all: OneOrMany[str]
    """Entries with all of these in `instrument`."""
    instrument_not: OneOrMany[str]
    """Entries with none of these in `instrument`."""
    instrument_missing: bool
    """`true`: entries without any `instrument`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    corresponds_to: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    corresponds_to_all: OneOrMany[str]
    """Entries with all of these in `corresponds_to`."""
    corresponds_to_not: OneOrMany[str]
    """Entries with none of these in `corresponds_to`."""
    corresponds_to_missing: bool
    """`true`: entries without any `corresponds_to`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['kind', 'freda', 'featured', 'lang', 'published_year', 'updated_year', 'right', 'instrument', 'topic', 'corresponds_to']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'kind', 'freda', 'label', 'restriction_test', 'explanation', 'in_practice', 'instrument', 'corresponds_to', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class TestimonyQuery(TypedDict, total=False):
    """What one may ask of `/v1/testimonies`."""

    kind: OneOrMany[TestimonyKind]
    """Entries with any of these values; several are joined by commas."""
    kind_all: OneOrMany[TestimonyKind]
    """Entries with all of these in `kind`."""
    kind_not: OneOrMany[TestimonyKind]
    """Entries with none of these in `kind`."""
    kind_missing: bool
    """`true`: entries without any `kind`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    said_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    said_year_all: OneOrMany[str]
    """Entries with all of these in `said_year`."""
    said_year_not: OneOrMany[str]
    """Entries with none of these in `said_year`."""
    said_year_missing: bool
    """`true`: entries without any `said_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    instrument: OneOrMany[str]
    """Entries with any of these instruments, by slug or id; several are joined by commas."""
    instrument_all: OneOrMany[str]
    """Entries with all of these in `instrument`."""
    instrument_not: OneOrMany[str]
    """Entries with none of these in `instrument`."""
    instrument_missing: bool
    """`true`: entries without any `instrument`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    person: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    person_all: OneOrMany[str]
    """Entries with all of these in `person`."""
    person_not: OneOrMany[str]
    """Entries with none of these in `person`."""
    person_missing: bool
    """`true`: entries without any `person`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    case_study: OneOrMany[str]
    """Entries with any of these case-studies, by slug or id; several are joined by commas."""
    case_study_all: OneOrMany[str]
    """Entries with all of these in `case_study`."""
    case_study_not: OneOrMany[str]
    """Entries with none of these in `case_study`."""
    case_study_missing: bool
    """`true`: entries without any `case_study`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    speaker: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    speaker_all: OneOrMany[str]
    """Entries with all of these in `speaker`."""
    speaker_not: OneOrMany[str]
    """Entries with none of these in `speaker`."""
    speaker_missing: bool
    """`true`: entries without any `speaker`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    said_from: str
    """`said_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    said_to: str
    """`said_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    said_missing: bool
    """`true`: entries without `said_on`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `-published_at` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['kind', 'featured', 'lang', 'published_year', 'updated_year', 'said_year', 'right', 'instrument', 'topic', 'organisation', 'person', 'project', 'case_study', 'resource', 'speaker']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'kind', 'said_on', 'attribution_line', 'role_at_the_time', 'locator', 'body', 'speaker', 'organisation', 'project', 'case_study', 'cites', 'rights', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class TopicQuery(TypedDict, total=False):
    """What one may ask of `/v1/topics`."""

    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    broader: OneOrMany[str]
    """Entries with any of these topics, by slug or id; several are joined by commas."""
    broader_all: OneOrMany[str]
    """Entries with all of these in `broader`."""
    broader_not: OneOrMany[str]
    """Entries with none of these in `broader`."""
    broader_missing: bool
    """`true`: entries without any `broader`; `false`: with some."""
    related: OneOrMany[str]
    """Entries with any of these topics, by slug or id; several are joined by commas."""
    related_all: OneOrMany[str]
    """Entries with all of these in `related`."""
    related_not: OneOrMany[str]
    """Entries with none of these in `related`."""
    related_missing: bool
    """`true`: entries without any `related`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q: str
    """Words to search, at most 4000 bytes, of which the first hundred words count. Entries with any of them, best first; `"exact phrase"` and `title:`, `summary:` or `body:` before a word must be met, `-` before a word or phrase must not. Anything else that is typed is words, and so is all of a text with more than nine words outside quotation marks."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best, or `title` without `q`."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['featured', 'lang', 'published_year', 'updated_year', 'topic', 'broader', 'related']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'aliases', 'description', 'broader', 'related', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations of the entry, or collections whose entries name it. A second step follows a dot: `rights.instrument`. At most 1000 for a page; what is beyond is only named, with its `href`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class ItemQuery(TypedDict, total=False):
    """What one may ask of `/v1/rights/{key}`."""

    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""
    format: Literal['json', 'jsonld']
    """`jsonld`: the entry as JSON-LD in the vocabulary of schema.org, whatever `Accept` says; then only `lang` and `min_seq` go with it."""


class ShapeQuery(ItemQuery, total=False):
    """Shape and language of one entry."""

    include: OneOrMany[str]
    fields: OneOrMany[str]


class SearchQuery(TypedDict, total=False):
    """What one may ask of `/v1/search`."""

    type: OneOrMany[CollectionName]
    """Only these collections; several are joined by commas."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    instrument: OneOrMany[str]
    """Entries with any of these instruments, by slug or id; several are joined by commas."""
    instrument_all: OneOrMany[str]
    """Entries with all of these in `instrument`."""
    instrument_not: OneOrMany[str]
    """Entries with none of these in `instrument`."""
    instrument_missing: bool
    """`true`: entries without any `instrument`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    country: OneOrMany[str]
    """Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas."""
    country_all: OneOrMany[str]
    """Entries with all of these in `country`."""
    country_not: OneOrMany[str]
    """Entries with none of these in `country`."""
    country_missing: bool
    """`true`: entries without any `country`; `false`: with some."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    starts_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    starts_year_all: OneOrMany[str]
    """Entries with all of these in `starts_year`."""
    starts_year_not: OneOrMany[str]
    """Entries with none of these in `starts_year`."""
    starts_year_missing: bool
    """`true`: entries without any `starts_year`; `false`: with some."""
    ends_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    ends_year_all: OneOrMany[str]
    """Entries with all of these in `ends_year`."""
    ends_year_not: OneOrMany[str]
    """Entries with none of these in `ends_year`."""
    ends_year_missing: bool
    """`true`: entries without any `ends_year`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    testimony: OneOrMany[str]
    """Entries with any of these testimonies, by slug or id; several are joined by commas."""
    testimony_all: OneOrMany[str]
    """Entries with all of these in `testimony`."""
    testimony_not: OneOrMany[str]
    """Entries with none of these in `testimony`."""
    testimony_missing: bool
    """`true`: entries without any `testimony`; `false`: with some."""
    person: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    person_all: OneOrMany[str]
    """Entries with all of these in `person`."""
    person_not: OneOrMany[str]
    """Entries with none of these in `person`."""
    person_missing: bool
    """`true`: entries without any `person`; `false`: with some."""
    case_study: OneOrMany[str]
    """Entries with any of these case-studies, by slug or id; several are joined by commas."""
    case_study_all: OneOrMany[str]
    """Entries with all of these in `case_study`."""
    case_study_not: OneOrMany[str]
    """Entries with none of these in `case_study`."""
    case_study_missing: bool
    """`true`: entries without any `case_study`; `false`: with some."""
    speaker: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    speaker_all: OneOrMany[str]
    """Entries with all of these in `speaker`."""
    speaker_not: OneOrMany[str]
    """Entries with none of these in `speaker`."""
    speaker_missing: bool
    """`true`: entries without any `speaker`; `false`: with some."""
    course: OneOrMany[str]
    """Entries with any of these courses, by slug or id; several are joined by commas."""
    course_all: OneOrMany[str]
    """Entries with all of these in `course`."""
    course_not: OneOrMany[str]
    """Entries with none of these in `course`."""
    course_missing: bool
    """`true`: entries without any `course`; `false`: with some."""
    audience: OneOrMany[str]
    """Entries with any of these words; several are joined by commas."""
    audience_all: OneOrMany[str]
    """Entries with all of these in `audience`."""
    audience_not: OneOrMany[str]
    """Entries with none of these in `audience`."""
    audience_missing: bool
    """`true`: entries without any `audience`; `false`: with some."""
    published_on_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_on_year_all: OneOrMany[str]
    """Entries with all of these in `published_on_year`."""
    published_on_year_not: OneOrMany[str]
    """Entries with none of these in `published_on_year`."""
    published_on_year_missing: bool
    """`true`: entries without any `published_on_year`; `false`: with some."""
    event: OneOrMany[str]
    """Entries with any of these events, by slug or id; several are joined by commas."""
    event_all: OneOrMany[str]
    """Entries with all of these in `event`."""
    event_not: OneOrMany[str]
    """Entries with none of these in `event`."""
    event_missing: bool
    """`true`: entries without any `event`; `false`: with some."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    q_mode: Literal['any', 'all']
    """`any` (the default): entries with some of the words; `all`: only those with every word."""
    typo: Literal['on', 'off']
    """`on` (the default): a word of five letters or more that no entry has stands for those that differ by one letter, of nine or more by two; `off`: never."""
    highlight: bool
    """`true`: each entry also with `highlights` that show where the words stand: in the text as it is shown or, if nothing of what was sought stands there, in the language in which the entry fits best, which `lang` names."""
    sort: OneOrMany[str]
    """Fields to order by, the first first; `-` before a field turns it round. Missing values stand last, ties are broken by id. Default: what fits `q` best."""
    limit: int
    """How many, 0 to 100; 20 when absent."""
    page: int
    """Page by number, from 1. Never together with `cursor`."""
    cursor: str
    """Page by the `next_cursor` of the page before: repeats and skips nothing that did not change."""
    facet: OneOrMany[Literal['featured', 'lang', 'published_year', 'updated_year', 'right', 'instrument', 'topic', 'country', 'organisation', 'starts_year', 'ends_year', 'project', 'resource', 'testimony', 'person', 'case_study', 'speaker', 'course', 'audience', 'published_on_year', 'event', 'type']]
    """What to count; each facet is counted under every filter except its own."""
    facet_limit: int
    """How many values of each facet, 1 to 100; 20 when absent."""
    view: Literal['card', 'full']
    """`card` leaves out prose; `full` has every field. Lists default to `card`, entries to `full`."""
    fields: OneOrMany[Literal['type', 'id', 'slug', 'rev', 'seq', 'lang', 'lang_fallback', 'title', 'summary', 'kind', 'freda', 'label', 'restriction_test', 'explanation', 'in_practice', 'instrument', 'corresponds_to', 'topics', 'published_at', 'updated_at', 'source', 'licence', 'attribution', 'identifiers', 'review_by', 'featured', 'featured_position', 'notice', 'translations', 'links', 'adopted_on', 'in_force_on', 'jurisdiction', 'body', 'citation', 'url', 'description', 'aliases', 'broader', 'related', 'country', 'locality', 'active_from', 'active_to', 'location', 'website', 'parent', 'successors', 'member_of', 'role', 'biography', 'organisations', 'strand', 'starts_on', 'ends_on', 'aims', 'approach', 'outcomes', 'lead', 'partners', 'funders', 'predecessor', 'rights', 'outputs', 'category', 'setting', 'situation', 'changes', 'impact', 'project', 'testimonies', 'resources', 'said_on', 'attribution_line', 'role_at_the_time', 'locator', 'speaker', 'organisation', 'case_study', 'cites', 'sample', 'method', 'findings', 'limitations', 'projects', 'evaluators', 'report', 'status', 'attendance', 'starts_at', 'ends_at', 'time_zone', 'all_day', 'recurrence', 'venue', 'registration_url', 'organisers', 'course', 'speakers', 'published_on', 'audience', 'edition', 'formats', 'abstract', 'publishers', 'authors', 'part_of', 'supersedes', 'delivery', 'languages', 'duration', 'booking_url', 'syllabus', 'provider', 'further_reading', 'people', 'events', 'steps', 'section', 'position', 'features']]
    """Only these members; `type`, `id`, `slug` and `links` always stay."""
    format_text: Literal['markdown', 'html']
    """Prose as Markdown (the default) or as sanitised HTML."""
    include: OneOrMany[str]
    """Entries to send along in `included`: relations, or collections whose entries name the one that was found. From an entry that has no such relation nothing is sent along. A second step follows a dot: `rights.instrument`."""
    include_limit: int
    """How many included entries per relation of each entry, 1 to 100; 20 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class RelatedQuery(TypedDict, total=False):
    """What one may ask of `/v1/rights/{key}/related`."""

    limit: int
    """How many, 0 to 20; 5 when absent."""
    lang: OneOrMany[str]
    """Languages by preference, such as `fr,en` (RFC 4647 lookup); `Accept-Language` when absent. What has none of them comes in its source language with `lang_fallback: true`."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""


class ScopeQuery(TypedDict, total=False):
    """What one may ask of `/v1/export`."""

    type: OneOrMany[CollectionName]
    """Only these collections. With it, filters that all of them have are taken, too."""
    lang: OneOrMany[str]
    """Only entries that exist in one of these languages."""
    min_seq: int
    """Waits up to 2 s until this node reflects this place in the change sequence; then 503 `behind`."""
    kind_missing: bool
    """`true`: entries without any `kind`; `false`: with some."""
    featured: OneOrMany[bool]
    """Entries with this value; several are joined by commas."""
    lang_all: OneOrMany[str]
    """Entries with all of these in `lang`."""
    lang_not: OneOrMany[str]
    """Entries with none of these in `lang`."""
    lang_missing: bool
    """`true`: entries without any `lang`; `false`: with some."""
    published_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_year_all: OneOrMany[str]
    """Entries with all of these in `published_year`."""
    published_year_not: OneOrMany[str]
    """Entries with none of these in `published_year`."""
    published_year_missing: bool
    """`true`: entries without any `published_year`; `false`: with some."""
    updated_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    updated_year_all: OneOrMany[str]
    """Entries with all of these in `updated_year`."""
    updated_year_not: OneOrMany[str]
    """Entries with none of these in `updated_year`."""
    updated_year_missing: bool
    """`true`: entries without any `updated_year`; `false`: with some."""
    right: OneOrMany[str]
    """Entries with any of these rights, by slug or id; several are joined by commas."""
    right_all: OneOrMany[str]
    """Entries with all of these in `right`."""
    right_not: OneOrMany[str]
    """Entries with none of these in `right`."""
    right_missing: bool
    """`true`: entries without any `right`; `false`: with some."""
    instrument: OneOrMany[str]
    """Entries with any of these instruments, by slug or id; several are joined by commas."""
    instrument_all: OneOrMany[str]
    """Entries with all of these in `instrument`."""
    instrument_not: OneOrMany[str]
    """Entries with none of these in `instrument`."""
    instrument_missing: bool
    """`true`: entries without any `instrument`; `false`: with some."""
    topic: OneOrMany[str]
    """Entries with any of these topics, by slug or id, or what is narrower; several are joined by commas."""
    topic_all: OneOrMany[str]
    """Entries with all of these in `topic`."""
    topic_not: OneOrMany[str]
    """Entries with none of these in `topic`."""
    topic_missing: bool
    """`true`: entries without any `topic`; `false`: with some."""
    topic_exact: OneOrMany[str]
    """As `topic`, without what is narrower."""
    published_from: str
    """`published_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_to: str
    """`published_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_missing: bool
    """`true`: entries without `published_at`; `false`: with it."""
    updated_from: str
    """`updated_at` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_to: str
    """`updated_at` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    updated_missing: bool
    """`true`: entries without `updated_at`; `false`: with it."""
    review_by_from: str
    """`review_by` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_to: str
    """`review_by` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    review_by_missing: bool
    """`true`: entries without `review_by`; `false`: with it."""
    featured_position_from: str
    """`featured_position` that reaches to this or later, inclusive: a whole number."""
    featured_position_to: str
    """`featured_position` that begins at this or earlier, inclusive: a whole number."""
    featured_position_missing: bool
    """`true`: entries without `featured_position`; `false`: with it."""
    id: OneOrMany[str]
    """Only these entries, by id or slug."""
    country: OneOrMany[str]
    """Entries with any of these ISO 3166-1 alpha-2 codes; several are joined by commas."""
    country_all: OneOrMany[str]
    """Entries with all of these in `country`."""
    country_not: OneOrMany[str]
    """Entries with none of these in `country`."""
    country_missing: bool
    """`true`: entries without any `country`; `false`: with some."""
    organisation: OneOrMany[str]
    """Entries with any of these organisations, by slug or id; several are joined by commas."""
    organisation_all: OneOrMany[str]
    """Entries with all of these in `organisation`."""
    organisation_not: OneOrMany[str]
    """Entries with none of these in `organisation`."""
    organisation_missing: bool
    """`true`: entries without any `organisation`; `false`: with some."""
    starts_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    starts_year_all: OneOrMany[str]
    """Entries with all of these in `starts_year`."""
    starts_year_not: OneOrMany[str]
    """Entries with none of these in `starts_year`."""
    starts_year_missing: bool
    """`true`: entries without any `starts_year`; `false`: with some."""
    ends_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    ends_year_all: OneOrMany[str]
    """Entries with all of these in `ends_year`."""
    ends_year_not: OneOrMany[str]
    """Entries with none of these in `ends_year`."""
    ends_year_missing: bool
    """`true`: entries without any `ends_year`; `false`: with some."""
    project: OneOrMany[str]
    """Entries with any of these projects, by slug or id; several are joined by commas."""
    project_all: OneOrMany[str]
    """Entries with all of these in `project`."""
    project_not: OneOrMany[str]
    """Entries with none of these in `project`."""
    project_missing: bool
    """`true`: entries without any `project`; `false`: with some."""
    resource: OneOrMany[str]
    """Entries with any of these resources, by slug or id; several are joined by commas."""
    resource_all: OneOrMany[str]
    """Entries with all of these in `resource`."""
    resource_not: OneOrMany[str]
    """Entries with none of these in `resource`."""
    resource_missing: bool
    """`true`: entries without any `resource`; `false`: with some."""
    starts_from: str
    """`starts_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    starts_to: str
    """`starts_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    starts_missing: bool
    """`true`: entries without `starts_on`; `false`: with it."""
    ends_from: str
    """`ends_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    ends_to: str
    """`ends_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    ends_missing: bool
    """`true`: entries without `ends_on`; `false`: with it."""
    testimony: OneOrMany[str]
    """Entries with any of these testimonies, by slug or id; several are joined by commas."""
    testimony_all: OneOrMany[str]
    """Entries with all of these in `testimony`."""
    testimony_not: OneOrMany[str]
    """Entries with none of these in `testimony`."""
    testimony_missing: bool
    """`true`: entries without any `testimony`; `false`: with some."""
    person: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    person_all: OneOrMany[str]
    """Entries with all of these in `person`."""
    person_not: OneOrMany[str]
    """Entries with none of these in `person`."""
    person_missing: bool
    """`true`: entries without any `person`; `false`: with some."""
    case_study: OneOrMany[str]
    """Entries with any of these case-studies, by slug or id; several are joined by commas."""
    case_study_all: OneOrMany[str]
    """Entries with all of these in `case_study`."""
    case_study_not: OneOrMany[str]
    """Entries with none of these in `case_study`."""
    case_study_missing: bool
    """`true`: entries without any `case_study`; `false`: with some."""
    speaker: OneOrMany[str]
    """Entries with any of these people, by slug or id; several are joined by commas."""
    speaker_all: OneOrMany[str]
    """Entries with all of these in `speaker`."""
    speaker_not: OneOrMany[str]
    """Entries with none of these in `speaker`."""
    speaker_missing: bool
    """`true`: entries without any `speaker`; `false`: with some."""
    course: OneOrMany[str]
    """Entries with any of these courses, by slug or id; several are joined by commas."""
    course_all: OneOrMany[str]
    """Entries with all of these in `course`."""
    course_not: OneOrMany[str]
    """Entries with none of these in `course`."""
    course_missing: bool
    """`true`: entries without any `course`; `false`: with some."""
    audience: OneOrMany[str]
    """Entries with any of these words; several are joined by commas."""
    audience_all: OneOrMany[str]
    """Entries with all of these in `audience`."""
    audience_not: OneOrMany[str]
    """Entries with none of these in `audience`."""
    audience_missing: bool
    """`true`: entries without any `audience`; `false`: with some."""
    published_on_year: OneOrMany[str]
    """Entries with a date in any of these years; several are joined by commas."""
    published_on_year_all: OneOrMany[str]
    """Entries with all of these in `published_on_year`."""
    published_on_year_not: OneOrMany[str]
    """Entries with none of these in `published_on_year`."""
    published_on_year_missing: bool
    """`true`: entries without any `published_on_year`; `false`: with some."""
    published_on_from: str
    """`published_on` that reaches to this or later, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_on_to: str
    """`published_on` that begins at this or earlier, inclusive: a year, month or day, or an RFC 3339 instant."""
    published_on_missing: bool
    """`true`: entries without `published_on`; `false`: with it."""
    event: OneOrMany[str]
    """Entries with any of these events, by slug or id; several are joined by commas."""
    event_all: OneOrMany[str]
    """Entries with all of these in `event`."""
    event_not: OneOrMany[str]
    """Entries with none of these in `event`."""
    event_missing: bool
    """`true`: entries without any `event`; `false`: with some."""
