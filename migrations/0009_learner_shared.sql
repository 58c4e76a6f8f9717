-- What packages share beyond one attempt (SCORM 2004): objectives and `adl.data` stores that are global to the system.

CREATE TABLE learner_shared (
    user_id BIGINT NOT NULL REFERENCES users(id),
    -- objective | store
    kind TEXT NOT NULL,
    -- The identifier that packages agree on.
    target TEXT NOT NULL,
    -- Of an objective its progress as JSON, of a store its text.
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, kind, target)
);
