-- Webhooks: who is told of changes, how far each has been told, and what came of it. The other back end has a migration
-- of the same name and the same meaning.

CREATE TABLE webhooks (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    url TEXT COLLATE "C" NOT NULL,
    -- The collections that it is told of, as JSON; all of them when it is empty.
    types TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('active', 'paused', 'disabled')),
    reason TEXT COLLATE "C",
    -- How far it has been told, and in which history of the hub.
    seq BIGINT NOT NULL CHECK (seq >= 0),
    epoch TEXT COLLATE "C" NOT NULL,
    -- How often it was sent back: what is told again is a new message.
    replays BIGINT NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    first_failed_at BIGINT,
    next_attempt_at BIGINT,
    created_at BIGINT NOT NULL,
    -- A signature needs the secret itself: these two are shown once, and are in no list, log, audit or export.
    secret TEXT COLLATE "C" NOT NULL,
    previous_secret TEXT COLLATE "C",
    previous_until BIGINT,
    -- The node that delivers just now, and until when nobody else does.
    leased_by TEXT COLLATE "C",
    leased_until BIGINT
);

CREATE TABLE webhook_deliveries (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    webhook_id TEXT COLLATE "C" NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    -- The `webhook-id` of the message: equal over all its attempts.
    message_id TEXT COLLATE "C" NOT NULL,
    message_type TEXT COLLATE "C" NOT NULL,
    seq BIGINT,
    collection TEXT COLLATE "C",
    entry_id TEXT COLLATE "C",
    attempt INTEGER NOT NULL CHECK (attempt > 0),
    at BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL CHECK (outcome IN ('delivered', 'failed')),
    status INTEGER,
    error TEXT COLLATE "C"
);
CREATE INDEX webhook_deliveries_webhook_id ON webhook_deliveries (webhook_id, id);
