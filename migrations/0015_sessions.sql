-- A session gets a number, so that its owner can end it without its secret, and what tells it from the others.
-- The table is made anew because SQLite adds no key to one that exists; nobody is logged out.
CREATE TABLE sessions_numbered (
    id {{pk}},
    -- SHA-256 of the cookie's value: a stolen database opens no session.
    token_hash TEXT NOT NULL UNIQUE,
    user_id BIGINT NOT NULL REFERENCES users(id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- What the browser said of itself at log-in (User-Agent), and the address it came from. Shown to the owner only.
    browser TEXT NOT NULL,
    address TEXT NOT NULL
);
INSERT INTO sessions_numbered (token_hash, user_id, created_at, seen_at, expires_at, browser, address)
    SELECT token_hash, user_id, created_at, seen_at, expires_at, '', '' FROM sessions;
DROP TABLE sessions;
ALTER TABLE sessions_numbered RENAME TO sessions;
CREATE INDEX sessions_by_user ON sessions (user_id);
