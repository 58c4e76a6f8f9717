-- What people may ask of us about their own data: a copy of all of it, and to be forgotten.

-- A copy on its way, or waiting to be fetched: one for each person. The file is named after the token.
CREATE TABLE data_exports (
    id {{pk}},
    user_id BIGINT NOT NULL UNIQUE REFERENCES users(id),
    -- Random, so that the file's name says nothing.
    token TEXT NOT NULL UNIQUE,
    -- waiting | ready
    state TEXT NOT NULL,
    -- 0..100 while it is made.
    progress BIGINT NOT NULL,
    size_bytes BIGINT,
    asked_at BIGINT NOT NULL,
    -- When row and file go; null while it is made.
    expires_at BIGINT
);

-- The deletion list, and what became of those who stood on it.
CREATE TABLE erasures (
    id {{pk}},
    user_id BIGINT NOT NULL REFERENCES users(id),
    -- asked | retention
    why TEXT NOT NULL,
    -- open | withdrawn | returned (logged in) | refused | done
    state TEXT NOT NULL,
    -- The person's own words; empty when there are none.
    reason TEXT NOT NULL,
    since BIGINT NOT NULL,
    -- When the secretariat was asked as well.
    escalated_at BIGINT,
    ended_at BIGINT,
    ended_by BIGINT REFERENCES users(id),
    -- Why it was refused. Sent to the person.
    refusal TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX erasures_open ON erasures (user_id) WHERE state = 'open';
CREATE INDEX erasures_by_user ON erasures (user_id);
CREATE INDEX erasures_by_state ON erasures (state, why);

-- Many deletions that somebody has confirmed together.
CREATE TABLE erasure_runs (
    id {{pk}},
    actor_id BIGINT NOT NULL REFERENCES users(id),
    -- The administration whose people the actor could reach; null for all.
    organisation_id BIGINT REFERENCES organisations(id),
    started_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE TABLE erasure_run_entries (
    run_id BIGINT NOT NULL REFERENCES erasure_runs(id),
    erasure_id BIGINT NOT NULL REFERENCES erasures(id),
    -- waiting | deleted | withdrawn | returned | refused | elsewhere. No names: they are gone, or are read where they still are.
    outcome TEXT NOT NULL,
    PRIMARY KEY (run_id, erasure_id)
);
CREATE INDEX erasure_run_entries_by_outcome ON erasure_run_entries (run_id, outcome);

-- Whoever has not logged in for so many months comes onto the list; null: nobody does.
ALTER TABLE organisations ADD COLUMN retention_months BIGINT;
-- The one check that is planned; a job for any other time does nothing.
ALTER TABLE organisations ADD COLUMN retention_due_at BIGINT;
-- When the person was told that they will come onto it.
ALTER TABLE users ADD COLUMN retention_warned_at BIGINT;

-- What has been done needs no payload, and a mail that has left no text: both are full of names.
UPDATE jobs SET payload = '', error = NULL WHERE state = 'done';
UPDATE mails SET subject = '', body_text = '', body_html = '' WHERE state = 'sent';

-- Somebody's rows are found without reading everybody's.
CREATE INDEX mails_by_recipient ON mails (recipient);
CREATE INDEX mails_with_text ON mails (id) WHERE body_text <> '';
CREATE INDEX alerts_by_path ON alerts (path);
CREATE INDEX requests_by_user ON requests (user_id);
CREATE INDEX requests_by_decider ON requests (decided_by);
CREATE INDEX launches_by_user ON launches (user_id);
CREATE INDEX launches_by_attempt ON launches (attempt_id);
CREATE INDEX stray_entries_by_attempt ON stray_entries (attempt_id);
