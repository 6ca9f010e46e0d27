-- Editing: who may write, what they did, and what it takes to undo it. The other back end has a migration of the same name
-- and the same meaning.

-- --- items ---------------------------------------------------------------------------------------------------------

-- Title and review day of the latest revision, by which editors find items; the title also as it is ordered and searched:
-- without case and diacritics.
ALTER TABLE items ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN review_by TEXT;
-- When the latest revision becomes public by itself.
ALTER TABLE items ADD COLUMN publish_at INTEGER;
-- The entry that stands in its place, once it was redirected.
ALTER TABLE items ADD COLUMN redirect_to TEXT;
UPDATE items SET
    title = COALESCE((SELECT title FROM entries WHERE entries.id = items.id), ''),
    review_by = (SELECT review_by FROM entries WHERE entries.id = items.id);
UPDATE items SET title_key = lower(title);
CREATE INDEX items_modified_at ON items (collection, modified_at, id);
CREATE INDEX items_publish_at ON items (publish_at) WHERE publish_at IS NOT NULL;
CREATE INDEX items_redirect_to ON items (redirect_to) WHERE redirect_to IS NOT NULL;
CREATE INDEX consents_expires_on ON consents (expires_on) WHERE expires_on IS NOT NULL;

-- The outside names of each item's latest revision, `scheme:value`, by which an import finds what it is about.
CREATE TABLE item_identifiers (
    collection TEXT NOT NULL,
    name TEXT NOT NULL,
    item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    PRIMARY KEY (collection, name, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_identifiers_item_id ON item_identifiers (item_id);
INSERT OR IGNORE INTO item_identifiers (collection, name, item_id)
SELECT entries.collection, json_extract(one.value, '$.scheme') || ':' || json_extract(one.value, '$.value'), entries.id
FROM entries, json_each(entries.identifiers) AS one;

ALTER TABLE revisions ADD COLUMN update_type TEXT;
ALTER TABLE revisions ADD COLUMN created_by TEXT;

-- --- what followers must forget ------------------------------------------------------------------------------------

ALTER TABLE changes ADD COLUMN must_purge INTEGER NOT NULL DEFAULT 0 CHECK (must_purge IN (0, 1));
ALTER TABLE changes ADD COLUMN purge_by INTEGER;

-- Links of public entries to what is not public any more, or was merged: they come back if their target does.
CREATE TABLE severed_links (
    source_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    target_id TEXT NOT NULL,
    role TEXT,
    note TEXT,
    PRIMARY KEY (source_id, relation, part, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX severed_links_target_id ON severed_links (target_id);

-- Items whose person withdrew consent. Nothing of what they said remains.
CREATE TABLE withdrawals (
    item_id TEXT NOT NULL PRIMARY KEY REFERENCES items (id),
    withdrawn_at INTEGER NOT NULL,
    seq INTEGER,
    revisions_erased INTEGER NOT NULL,
    answers_erased INTEGER NOT NULL,
    audit_erased INTEGER NOT NULL,
    references_rewritten INTEGER NOT NULL
) STRICT;

-- --- keys ----------------------------------------------------------------------------------------------------------

CREATE TABLE keys (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    scopes INTEGER NOT NULL CHECK (scopes BETWEEN 1 AND 31),
    created_at INTEGER NOT NULL,
    expires_on TEXT,
    revoked_at INTEGER,
    last_used_at INTEGER
) STRICT;

-- The secrets themselves are nowhere: only what SHA-256 makes of them.
CREATE TABLE key_secrets (
    prefix TEXT NOT NULL PRIMARY KEY,
    key_id TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX key_secrets_key_id ON key_secrets (key_id);

-- --- what was done -------------------------------------------------------------------------------------------------

CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    key_id TEXT,
    key_name TEXT NOT NULL,
    request_id TEXT,
    action TEXT NOT NULL,
    collection TEXT,
    item_id TEXT,
    rev INTEGER,
    seq INTEGER,
    note TEXT
) STRICT;
CREATE INDEX audit_item_id ON audit (item_id, id);
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
-- A note goes when the person that it is about withdraws consent; nothing else ever changes.
CREATE TRIGGER audit_is_never_rewritten BEFORE UPDATE ON audit
WHEN NEW.note IS NOT NULL OR OLD.id <> NEW.id OR OLD.at <> NEW.at OR OLD.key_id IS NOT NEW.key_id
    OR OLD.key_name <> NEW.key_name OR OLD.request_id IS NOT NEW.request_id OR OLD.action <> NEW.action
    OR OLD.collection IS NOT NEW.collection OR OLD.item_id IS NOT NEW.item_id OR OLD.rev IS NOT NEW.rev
    OR OLD.seq IS NOT NEW.seq
BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;

-- Answers that are given once more when the same request comes again.
CREATE TABLE idempotency (
    key_id TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    idempotency_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    item_id TEXT,
    created_at INTEGER NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (key_id, idempotency_key)
) STRICT;
CREATE INDEX idempotency_item_id ON idempotency (item_id);
CREATE INDEX idempotency_created_at ON idempotency (created_at);

-- Links by which somebody without a key sees a draft. The token is nowhere: only what SHA-256 makes of it.
CREATE TABLE preview_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX preview_links_item_id ON preview_links (item_id);
