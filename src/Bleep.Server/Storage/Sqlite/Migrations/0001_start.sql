-- Times are milliseconds since 1970 (UTC). Columns named sealed_… hold what must not be read from the file: AES-256-GCM, see docs/security.md.

CREATE TABLE api_keys (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    hash        BLOB NOT NULL UNIQUE,
    scopes      TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    revoked_at  INTEGER
);

CREATE TABLE uploads (
    id          TEXT PRIMARY KEY,
    owner       TEXT NOT NULL,
    size_bytes  INTEGER NOT NULL,
    created_at  INTEGER NOT NULL
);
CREATE INDEX uploads_by_age ON uploads (created_at);

CREATE TABLE transcripts (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    owner           TEXT NOT NULL,
    status          TEXT NOT NULL CHECK (status IN ('queued', 'processing', 'completed', 'error')),
    created_at      INTEGER NOT NULL,
    completed_at    INTEGER,
    attempt         INTEGER NOT NULL DEFAULT 0,
    sealed_request  BLOB,
    upload_id       TEXT,
    error_kind      TEXT,
    error_detail    TEXT,
    media           TEXT NOT NULL DEFAULT 'none' CHECK (media IN ('none', 'pending', 'ready', 'silent', 'failed', 'gone')),
    media_until     INTEGER,
    webhook_status  INTEGER,
    is_deleted      INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX transcripts_of_owner ON transcripts (owner, seq);
CREATE INDEX transcripts_waiting ON transcripts (seq) WHERE status IN ('queued', 'processing');
CREATE INDEX transcripts_with_media ON transcripts (media_until) WHERE media = 'ready';
CREATE INDEX transcripts_of_upload ON transcripts (upload_id) WHERE upload_id IS NOT NULL;

CREATE TABLE webhooks (
    id              TEXT PRIMARY KEY,
    transcript_id   TEXT NOT NULL REFERENCES transcripts (id),
    kind            TEXT NOT NULL CHECK (kind IN ('audio', 'transcript')),
    -- Removed when the call is over.
    sealed_call     BLOB,
    -- The call whose first attempt must end before this one's; null once it has.
    waits_for       TEXT,
    attempts        INTEGER NOT NULL DEFAULT 0,
    -- Null while the call waits for another or is over; in the future too while an attempt runs.
    next_at         INTEGER,
    state           TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'given_up')),
    finished_at     INTEGER
);
CREATE INDEX webhooks_due ON webhooks (next_at) WHERE state = 'pending';
CREATE INDEX webhooks_waiting ON webhooks (waits_for) WHERE waits_for IS NOT NULL;
CREATE INDEX webhooks_over ON webhooks (finished_at) WHERE state <> 'pending';
CREATE INDEX webhooks_of_transcript ON webhooks (transcript_id);
