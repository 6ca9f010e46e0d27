-- Sync: what followers of the hub hold, and what this hub holds of others. The other back end has a migration of the same
-- name and the same meaning.

-- Whether consent ever let followers have the entry; of what they never had, they are told nothing.
ALTER TABLE changes ADD COLUMN shared BOOLEAN NOT NULL DEFAULT TRUE;
UPDATE changes SET shared = FALSE WHERE entry_id IN (SELECT id FROM entries WHERE channels & 4 = 0);

-- The hub that an item is a copy from; nobody edits it here.
ALTER TABLE items ADD COLUMN origin TEXT COLLATE "C";
CREATE INDEX items_origin ON items (origin) WHERE origin IS NOT NULL;

-- The hubs that are copied, each with how far its log was followed.
CREATE TABLE mirrors (
    source TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (source <> ''),
    scope TEXT COLLATE "C" NOT NULL,
    epoch TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL CHECK (seq >= 0),
    followed_at BIGINT NOT NULL
);

-- Entries of such a hub that could not be taken in, each with the reason. They are tried again when they change.
CREATE TABLE quarantine (
    source TEXT COLLATE "C" NOT NULL REFERENCES mirrors (source) ON DELETE CASCADE,
    entry_id TEXT COLLATE "C" NOT NULL,
    collection TEXT COLLATE "C" NOT NULL,
    rev BIGINT NOT NULL,
    hash TEXT COLLATE "C" NOT NULL,
    faults TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (source, entry_id)
);

-- How far each key says that it has followed this hub's log, and forgotten what was to be forgotten.
CREATE TABLE receipts (
    key_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES keys (id) ON DELETE CASCADE,
    up_to BIGINT NOT NULL CHECK (up_to >= 0),
    received_at BIGINT NOT NULL
);
