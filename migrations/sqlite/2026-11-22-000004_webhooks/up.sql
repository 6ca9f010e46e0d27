-- Webhooks: who is told of changes, how far each has been told, and what came of it. The other back end has a migration
-- of the same name and the same meaning.

CREATE TABLE webhooks (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    url TEXT NOT NULL,
    -- The collections that it is told of, as JSON; all of them when it is empty.
    types TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'disabled')),
    reason TEXT,
    -- How far it has been told, and in which history of the hub.
    seq INTEGER NOT NULL CHECK (seq >= 0),
    epoch TEXT NOT NULL,
    -- How often it was sent back: what is told again is a new message.
    replays INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    first_failed_at INTEGER,
    next_attempt_at INTEGER,
    created_at INTEGER NOT NULL,
    -- A signature needs the secret itself: these two are shown once, and are in no list, log, audit or export.
    secret TEXT NOT NULL,
    previous_secret TEXT,
    previous_until INTEGER,
    -- The node that delivers just now, and until when nobody else does.
    leased_by TEXT,
    leased_until INTEGER
) STRICT;

CREATE TABLE webhook_deliveries (
    id TEXT NOT NULL PRIMARY KEY,
    webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    -- The `webhook-id` of the message: equal over all its attempts.
    message_id TEXT NOT NULL,
    message_type TEXT NOT NULL,
    seq INTEGER,
    collection TEXT,
    entry_id TEXT,
    attempt INTEGER NOT NULL CHECK (attempt > 0),
    at INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('delivered', 'failed')),
    status INTEGER,
    error TEXT
) STRICT;
CREATE INDEX webhook_deliveries_webhook_id ON webhook_deliveries (webhook_id, id);
