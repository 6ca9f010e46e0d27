-- The whole hub on PostgreSQL. The other back end has a migration of the same name and the same meaning.
--
-- What is checked here can never change. Closed lists are not: they are open enums, to which a later version adds
-- values without a migration; the server refuses values that it does not know.
-- Instants are milliseconds since 1970 (UTC), dates EDTF texts, lists and small objects JSON texts.
-- Ids, slugs, languages and other keys compare by their bytes (COLLATE "C"), as they do on SQLite.

-- --- the history ---------------------------------------------------------------------------------------------------

-- One row: the last number of the change sequence, and the name of this history of the hub.
CREATE TABLE hub (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL CHECK (seq >= 0),
    epoch TEXT NOT NULL
);
-- The program names the history (`epoch`) when it first starts.
INSERT INTO hub (id, seq, epoch) VALUES (1, 0, '');

-- --- what editors work on ------------------------------------------------------------------------------------------

CREATE TABLE items (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    collection TEXT COLLATE "C" NOT NULL,
    slug TEXT COLLATE "C" NOT NULL CHECK (slug <> ''),
    state TEXT NOT NULL,
    rev BIGINT NOT NULL CHECK (rev >= 1),
    published_rev BIGINT CHECK (published_rev >= 1),
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    UNIQUE (collection, slug)
);

CREATE TABLE revisions (
    item_id TEXT COLLATE "C" NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    rev BIGINT NOT NULL CHECK (rev >= 1),
    created_at BIGINT NOT NULL,
    change_note TEXT,
    document TEXT NOT NULL,
    PRIMARY KEY (item_id, rev)
);

CREATE TABLE consents (
    item_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
    basis TEXT NOT NULL,
    attribution TEXT NOT NULL,
    channels INTEGER NOT NULL CHECK (channels BETWEEN 0 AND 7),
    pseudonym TEXT,
    expires_on TEXT,
    review_on TEXT,
    evidence_ref TEXT NOT NULL
);

-- --- what is public ------------------------------------------------------------------------------------------------

CREATE TABLE entries (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES items (id),
    collection TEXT COLLATE "C" NOT NULL,
    slug TEXT COLLATE "C" NOT NULL CHECK (slug <> ''),
    rev BIGINT NOT NULL CHECK (rev >= 1),
    seq BIGINT NOT NULL UNIQUE CHECK (seq >= 1),
    lang TEXT COLLATE "C" NOT NULL,
    published_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    review_by TEXT,
    featured BOOLEAN NOT NULL,
    featured_position INTEGER CHECK (featured_position >= 1),
    consented BOOLEAN NOT NULL,
    channels INTEGER NOT NULL CHECK (channels BETWEEN 0 AND 7),
    licence TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    identifiers TEXT NOT NULL,
    source TEXT,
    attribution TEXT,
    notice TEXT,
    summary TEXT NOT NULL,
    UNIQUE (collection, slug)
);

CREATE TABLE translations (
    entry_id TEXT COLLATE "C" NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    lang TEXT COLLATE "C" NOT NULL,
    outdated BOOLEAN NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    texts TEXT NOT NULL,
    PRIMARY KEY (entry_id, lang)
);

CREATE TABLE links (
    source_id TEXT COLLATE "C" NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    relation TEXT COLLATE "C" NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    target_id TEXT COLLATE "C" NOT NULL REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    note TEXT,
    PRIMARY KEY (source_id, relation, part, position)
);
CREATE INDEX links_target_id ON links (target_id);

-- Every slug that ever led to an entry; it outlives the entry, so it refers to nothing.
CREATE TABLE slugs (
    collection TEXT COLLATE "C" NOT NULL,
    slug TEXT COLLATE "C" NOT NULL CHECK (slug <> ''),
    entry_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (collection, slug)
);
CREATE INDEX slugs_entry_id ON slugs (entry_id);

-- The latest change of each entry; a tombstone outlives its entry, so it refers to nothing.
CREATE TABLE changes (
    entry_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    collection TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL UNIQUE CHECK (seq >= 1),
    rev BIGINT NOT NULL CHECK (rev >= 1),
    op TEXT NOT NULL CHECK (op IN ('upsert', 'delete')),
    reason TEXT,
    changed_at BIGINT NOT NULL,
    first_public_seq BIGINT NOT NULL CHECK (first_public_seq >= 1),
    redirect_to TEXT
);

-- --- the collections -----------------------------------------------------------------------------------------------

CREATE TABLE rights (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    freda TEXT NOT NULL,
    label TEXT NOT NULL,
    restriction_test TEXT,
    explanation TEXT NOT NULL,
    in_practice TEXT
);

CREATE TABLE instruments (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    adopted_on TEXT,
    in_force_on TEXT,
    jurisdiction TEXT,
    body TEXT,
    citation TEXT,
    url TEXT,
    description TEXT
);

CREATE TABLE topics (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    aliases TEXT NOT NULL,
    description TEXT
);

CREATE TABLE organisations (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    country TEXT,
    locality TEXT,
    active_from TEXT,
    active_to TEXT,
    location TEXT,
    website TEXT,
    aliases TEXT NOT NULL,
    description TEXT
);

CREATE TABLE people (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    country TEXT,
    role TEXT,
    biography TEXT
);

CREATE TABLE projects (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    strand TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    aims TEXT,
    approach TEXT,
    outcomes TEXT
);

CREATE TABLE case_studies (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    category TEXT NOT NULL,
    setting TEXT NOT NULL,
    country TEXT,
    locality TEXT,
    situation TEXT NOT NULL,
    approach TEXT,
    changes TEXT NOT NULL,
    impact TEXT
);

CREATE TABLE testimonies (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    said_on TEXT,
    attribution_line TEXT,
    role_at_the_time TEXT,
    locator TEXT,
    body TEXT NOT NULL
);

CREATE TABLE evaluations (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    starts_on TEXT,
    ends_on TEXT,
    sample TEXT,
    method TEXT,
    findings TEXT NOT NULL,
    limitations TEXT
);

CREATE TABLE events (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    attendance TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    time_zone TEXT NOT NULL,
    all_day BOOLEAN NOT NULL,
    recurrence TEXT,
    country TEXT,
    venue TEXT,
    location TEXT,
    registration_url TEXT,
    description TEXT
);

CREATE TABLE resources (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    published_on TEXT,
    audience TEXT NOT NULL,
    edition TEXT,
    citation TEXT,
    formats TEXT NOT NULL,
    abstract_text TEXT
);

CREATE TABLE courses (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    delivery TEXT NOT NULL,
    languages TEXT NOT NULL,
    audience TEXT NOT NULL,
    duration TEXT,
    booking_url TEXT,
    syllabus TEXT NOT NULL
);

CREATE TABLE news (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    published_on TEXT,
    further_reading TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE guides (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    audience TEXT NOT NULL,
    steps TEXT NOT NULL
);

CREATE TABLE pages (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    section TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    body TEXT NOT NULL
);
