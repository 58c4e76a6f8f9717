-- Side effects wait here, written in the transaction that caused them.

CREATE TABLE jobs (
    id {{pk}},
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    -- queued | running | done | failed
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    run_at BIGINT NOT NULL,
    -- Another replica may take the job once this has passed.
    leased_until BIGINT,
    error TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX jobs_waiting ON jobs (state, run_at);

CREATE TABLE mails (
    id {{pk}},
    recipient TEXT NOT NULL,
    lang TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    -- kept (no mail server is configured) | sent | failed
    state TEXT NOT NULL,
    error TEXT,
    created_at BIGINT NOT NULL
);
