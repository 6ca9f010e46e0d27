-- The whole hub on SQLite. The other back end has a migration of the same name and the same meaning.
--
-- What is checked here can never change. Closed lists are not: they are open enums, to which a later version adds
-- values without a migration; the server refuses values that it does not know.
-- Instants are milliseconds since 1970 (UTC), dates EDTF texts, lists and small objects JSON texts.

-- --- the history ---------------------------------------------------------------------------------------------------

-- One row: the last number of the change sequence, and the name of this history of the hub.
CREATE TABLE hub (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    epoch TEXT NOT NULL
) STRICT;
-- The program names the history (`epoch`) when it first starts.
INSERT INTO hub (id, seq, epoch) VALUES (1, 0, '');

-- --- what editors work on ------------------------------------------------------------------------------------------

CREATE TABLE items (
    id TEXT NOT NULL PRIMARY KEY,
    collection TEXT NOT NULL,
    slug TEXT NOT NULL CHECK (slug <> ''),
    state TEXT NOT NULL,
    rev INTEGER NOT NULL CHECK (rev >= 1),
    published_rev INTEGER CHECK (published_rev >= 1),
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    UNIQUE (collection, slug)
) STRICT;

CREATE TABLE revisions (
    item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    rev INTEGER NOT NULL CHECK (rev >= 1),
    created_at INTEGER NOT NULL,
    change_note TEXT,
    document TEXT NOT NULL,
    PRIMARY KEY (item_id, rev)
) STRICT;

CREATE TABLE consents (
    item_id TEXT NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    basis TEXT NOT NULL,
    attribution TEXT NOT NULL,
    channels INTEGER NOT NULL CHECK (channels BETWEEN 0 AND 7),
    pseudonym TEXT,
    expires_on TEXT,
    review_on TEXT,
    evidence_ref TEXT NOT NULL
) STRICT;

-- --- what is public ------------------------------------------------------------------------------------------------

CREATE TABLE entries (
    id TEXT NOT NULL PRIMARY KEY REFERENCES items (id),
    collection TEXT NOT NULL,
    slug TEXT NOT NULL CHECK (slug <> ''),
    rev INTEGER NOT NULL CHECK (rev >= 1),
    seq INTEGER NOT NULL UNIQUE CHECK (seq >= 1),
    lang TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    review_by TEXT,
    featured INTEGER NOT NULL CHECK (featured IN (0, 1)),
    featured_position INTEGER CHECK (featured_position >= 1),
    consented INTEGER NOT NULL CHECK (consented IN (0, 1)),
    channels INTEGER NOT NULL CHECK (channels BETWEEN 0 AND 7),
    licence TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    identifiers TEXT NOT NULL,
    source TEXT,
    attribution TEXT,
    notice TEXT,
    summary TEXT NOT NULL,
    UNIQUE (collection, slug)
) STRICT;

CREATE TABLE translations (
    entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    lang TEXT NOT NULL,
    outdated INTEGER NOT NULL CHECK (outdated IN (0, 1)),
    title TEXT NOT NULL CHECK (title <> ''),
    texts TEXT NOT NULL,
    PRIMARY KEY (entry_id, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
    source_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    target_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    note TEXT,
    PRIMARY KEY (source_id, relation, part, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_target_id ON links (target_id);

-- Every slug that ever led to an entry; it outlives the entry, so it refers to nothing.
CREATE TABLE slugs (
    collection TEXT NOT NULL,
    slug TEXT NOT NULL CHECK (slug <> ''),
    entry_id TEXT NOT NULL,
    PRIMARY KEY (collection, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX slugs_entry_id ON slugs (entry_id);

-- The latest change of each entry; a tombstone outlives its entry, so it refers to nothing.
CREATE TABLE changes (
    entry_id TEXT NOT NULL PRIMARY KEY,
    collection TEXT NOT NULL,
    seq INTEGER NOT NULL UNIQUE CHECK (seq >= 1),
    rev INTEGER NOT NULL CHECK (rev >= 1),
    op TEXT NOT NULL CHECK (op IN ('upsert', 'delete')),
    reason TEXT,
    changed_at INTEGER NOT NULL,
    first_public_seq INTEGER NOT NULL CHECK (first_public_seq >= 1),
    redirect_to TEXT
) STRICT;

-- --- the collections -----------------------------------------------------------------------------------------------

CREATE TABLE rights (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    freda TEXT NOT NULL,
    label TEXT NOT NULL,
    restriction_test TEXT,
    explanation TEXT NOT NULL,
    in_practice TEXT
) STRICT;

CREATE TABLE instruments (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    adopted_on TEXT,
    in_force_on TEXT,
    jurisdiction TEXT,
    body TEXT,
    citation TEXT,
    url TEXT,
    description TEXT
) STRICT;

CREATE TABLE topics (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    aliases TEXT NOT NULL,
    description TEXT
) STRICT;

CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    country TEXT,
    locality TEXT,
    active_from TEXT,
    active_to TEXT,
    location TEXT,
    website TEXT,
    aliases TEXT NOT NULL,
    description TEXT
) STRICT;

CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    country TEXT,
    role TEXT,
    biography TEXT
) STRICT;

CREATE TABLE projects (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    strand TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    aims TEXT,
    approach TEXT,
    outcomes TEXT
) STRICT;

CREATE TABLE case_studies (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    category TEXT NOT NULL,
    setting TEXT NOT NULL,
    country TEXT,
    locality TEXT,
    situation TEXT NOT NULL,
    approach TEXT,
    changes TEXT NOT NULL,
    impact TEXT
) STRICT;

CREATE TABLE testimonies (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    said_on TEXT,
    attribution_line TEXT,
    role_at_the_time TEXT,
    locator TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE evaluations (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    starts_on TEXT,
    ends_on TEXT,
    sample TEXT,
    method TEXT,
    findings TEXT NOT NULL,
    limitations TEXT
) STRICT;

CREATE TABLE events (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    attendance TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER,
    time_zone TEXT NOT NULL,
    all_day INTEGER NOT NULL CHECK (all_day IN (0, 1)),
    recurrence TEXT,
    country TEXT,
    venue TEXT,
    location TEXT,
    registration_url TEXT,
    description TEXT
) STRICT;

CREATE TABLE resources (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    published_on TEXT,
    audience TEXT NOT NULL,
    edition TEXT,
    citation TEXT,
    formats TEXT NOT NULL,
    abstract_text TEXT
) STRICT;

CREATE TABLE courses (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    delivery TEXT NOT NULL,
    languages TEXT NOT NULL,
    audience TEXT NOT NULL,
    duration TEXT,
    booking_url TEXT,
    syllabus TEXT NOT NULL
) STRICT;

CREATE TABLE news (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    published_on TEXT,
    further_reading TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE guides (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    audience TEXT NOT NULL,
    steps TEXT NOT NULL
) STRICT;

CREATE TABLE pages (
    id TEXT NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    section TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    body TEXT NOT NULL
) STRICT;
