-- What somebody should know and need not decide. Kept after dismissal: "I was never told" can be answered.
CREATE TABLE alerts (
    id {{pk}},
    user_id BIGINT NOT NULL REFERENCES users(id),
    -- The message `alerts-<kind>`, in the reader's language when it is read.
    kind TEXT NOT NULL,
    -- What the message speaks of, as JSON texts.
    details TEXT NOT NULL,
    -- Where it leads.
    path TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    dismissed_at BIGINT
);
CREATE INDEX alerts_by_user ON alerts (user_id, dismissed_at);
