-- What imports answered whose client named the request: their result lines, in parts, kept as long as the row in idempotency.
-- The other back end has a migration of the same name and the same meaning.
CREATE TABLE import_answers (
    -- The attempt: a request that was begun anew after a crash is another one.
    run TEXT NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    key_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (run, part),
    FOREIGN KEY (key_id, idempotency_key) REFERENCES idempotency (key_id, idempotency_key) ON DELETE CASCADE
) STRICT;
CREATE INDEX import_answers_request ON import_answers (key_id, idempotency_key);
