-- Editing: who may write, what they did, and what it takes to undo it. The other back end has a migration of the same name
-- and the same meaning.

-- --- items ---------------------------------------------------------------------------------------------------------

-- Title and review day of the latest revision, by which editors find items; the title also as it is ordered and searched:
-- without case and diacritics.
ALTER TABLE items ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN title_key TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN review_by TEXT COLLATE "C";
-- When the latest revision becomes public by itself.
ALTER TABLE items ADD COLUMN publish_at BIGINT;
-- The entry that stands in its place, once it was redirected.
ALTER TABLE items ADD COLUMN redirect_to TEXT COLLATE "C";
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
    collection TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    item_id TEXT COLLATE "C" NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    PRIMARY KEY (collection, name, item_id)
);
CREATE INDEX item_identifiers_item_id ON item_identifiers (item_id);
INSERT INTO item_identifiers (collection, name, item_id)
SELECT entries.collection, (one ->> 'scheme') || ':' || (one ->> 'value'), entries.id
FROM entries, jsonb_array_elements(entries.identifiers::jsonb) AS one
ON CONFLICT DO NOTHING;

ALTER TABLE revisions ADD COLUMN update_type TEXT;
ALTER TABLE revisions ADD COLUMN created_by TEXT;

-- --- what followers must forget ------------------------------------------------------------------------------------

ALTER TABLE changes ADD COLUMN must_purge BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE changes ADD COLUMN purge_by BIGINT;

-- Links of public entries to what is not public any more, or was merged: they come back if their target does.
CREATE TABLE severed_links (
    source_id TEXT COLLATE "C" NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    relation TEXT COLLATE "C" NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    target_id TEXT COLLATE "C" NOT NULL,
    role TEXT,
    note TEXT,
    PRIMARY KEY (source_id, relation, part, position)
);
CREATE INDEX severed_links_target_id ON severed_links (target_id);

-- Items whose person withdrew consent. Nothing of what they said remains.
CREATE TABLE withdrawals (
    item_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES items (id),
    withdrawn_at BIGINT NOT NULL,
    seq BIGINT,
    revisions_erased INTEGER NOT NULL,
    answers_erased INTEGER NOT NULL,
    audit_erased INTEGER NOT NULL,
    references_rewritten INTEGER NOT NULL
);

-- --- keys ----------------------------------------------------------------------------------------------------------

CREATE TABLE keys (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    scopes INTEGER NOT NULL CHECK (scopes BETWEEN 1 AND 31),
    created_at BIGINT NOT NULL,
    expires_on TEXT COLLATE "C",
    revoked_at BIGINT,
    last_used_at BIGINT
);

-- The secrets themselves are nowhere: only what SHA-256 makes of them.
CREATE TABLE key_secrets (
    prefix TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    key_id TEXT COLLATE "C" NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    hash TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX key_secrets_key_id ON key_secrets (key_id);

-- --- what was done -------------------------------------------------------------------------------------------------

CREATE TABLE audit (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    key_id TEXT COLLATE "C",
    key_name TEXT NOT NULL,
    request_id TEXT,
    action TEXT NOT NULL,
    collection TEXT COLLATE "C",
    item_id TEXT COLLATE "C",
    rev BIGINT,
    seq BIGINT,
    note TEXT
);
CREATE INDEX audit_item_id ON audit (item_id, id);
-- A note goes when the person that it is about withdraws consent; nothing else ever changes.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.note IS NULL AND (to_jsonb(OLD) - 'note') = (to_jsonb(NEW) - 'note') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit only grows';
END $$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

-- Answers that are given once more when the same request comes again.
CREATE TABLE idempotency (
    key_id TEXT COLLATE "C" NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    idempotency_key TEXT COLLATE "C" NOT NULL,
    fingerprint TEXT COLLATE "C" NOT NULL,
    item_id TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (key_id, idempotency_key)
);
CREATE INDEX idempotency_item_id ON idempotency (item_id);
CREATE INDEX idempotency_created_at ON idempotency (created_at);

-- Links by which somebody without a key sees a draft. The token is nowhere: only what SHA-256 makes of it.
CREATE TABLE preview_links (
    token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    item_id TEXT COLLATE "C" NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX preview_links_item_id ON preview_links (item_id);
