-- The second step of logging in, for those who want it: a code of an app after the password.
CREATE TABLE second_steps (
    user_id BIGINT NOT NULL PRIMARY KEY REFERENCES users(id),
    -- What the app and we share (base32). A code is computed from it, so that no hash would do; alone it opens nothing.
    secret TEXT NOT NULL,
    -- Null until a first code has shown that the app has the secret. Nothing is asked for before.
    confirmed_at BIGINT,
    -- The half minute of the last code that was accepted: no code of it or of one before is accepted again.
    used_step BIGINT NOT NULL
);

-- Codes on paper for whoever has lost the app. A row goes when its code is used.
CREATE TABLE recovery_codes (
    user_id BIGINT NOT NULL REFERENCES users(id),
    -- SHA-256 of 80 random bits.
    code_hash TEXT NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);

-- People between the first step and the second.
CREATE TABLE pending_logins (
    -- SHA-256 of a cookie.
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users(id),
    expires_at BIGINT NOT NULL,
    -- Codes that were tried. After a few the password is asked for again.
    tries BIGINT NOT NULL
);
CREATE INDEX pending_logins_by_user ON pending_logins (user_id);
