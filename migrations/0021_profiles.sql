-- What people say about themselves.
ALTER TABLE users ADD COLUMN city TEXT NOT NULL DEFAULT '';
-- ISO 3166 alpha-2; empty when not said.
ALTER TABLE users ADD COLUMN country TEXT NOT NULL DEFAULT '';
-- IANA's name; empty for UTC.
ALTER TABLE users ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN interests TEXT NOT NULL DEFAULT '';
-- SHA-256 of the photo in the store.
ALTER TABLE users ADD COLUMN picture_hash TEXT;
ALTER TABLE users ADD COLUMN picture_mime TEXT;

-- A new address counts once its mailbox has confirmed it. One at a time for each person.
CREATE TABLE email_changes (
    user_id BIGINT NOT NULL PRIMARY KEY REFERENCES users(id),
    email TEXT NOT NULL,
    -- SHA-256 of what the mail's link holds.
    token_hash TEXT NOT NULL UNIQUE,
    expires_at BIGINT NOT NULL
);
