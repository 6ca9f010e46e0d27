-- Sync: what followers of the hub hold, and what this hub holds of others. The other back end has a migration of the same
-- name and the same meaning.

-- Whether consent ever let followers have the entry; of what they never had, they are told nothing.
ALTER TABLE changes ADD COLUMN shared INTEGER NOT NULL DEFAULT 1 CHECK (shared IN (0, 1));
UPDATE changes SET shared = 0 WHERE entry_id IN (SELECT id FROM entries WHERE channels & 4 = 0);

-- The hub that an item is a copy from; nobody edits it here.
ALTER TABLE items ADD COLUMN origin TEXT;
CREATE INDEX items_origin ON items (origin) WHERE origin IS NOT NULL;

-- The hubs that are copied, each with how far its log was followed.
CREATE TABLE mirrors (
    source TEXT NOT NULL PRIMARY KEY CHECK (source <> ''),
    scope TEXT NOT NULL,
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    followed_at INTEGER NOT NULL
) STRICT;

-- Entries of such a hub that could not be taken in, each with the reason. They are tried again when they change.
CREATE TABLE quarantine (
    source TEXT NOT NULL REFERENCES mirrors (source) ON DELETE CASCADE,
    entry_id TEXT NOT NULL,
    collection TEXT NOT NULL,
    rev INTEGER NOT NULL,
    hash TEXT NOT NULL,
    faults TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (source, entry_id)
) STRICT;

-- How far each key says that it has followed this hub's log, and forgotten what was to be forgotten.
CREATE TABLE receipts (
    key_id TEXT NOT NULL PRIMARY KEY REFERENCES keys (id) ON DELETE CASCADE,
    up_to INTEGER NOT NULL CHECK (up_to >= 0),
    received_at INTEGER NOT NULL
) STRICT;
