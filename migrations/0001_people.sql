-- Administrations and the people in them. All instants are Unix milliseconds.

CREATE TABLE organisations (
    id {{pk}},
    name TEXT NOT NULL,
    -- ISO 3166 alpha-2 where the administration is a country; free otherwise. Used by the command line and imports.
    code TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

CREATE TABLE users (
    id {{pk}},
    -- Folded (lower case, trimmed): what people type at log-in.
    username TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    -- Lower-cased in Rust, because SQLite's lower() knows ASCII only.
    email_folded TEXT NOT NULL UNIQUE,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    -- Null until the person has chosen one.
    password_hash TEXT,
    role TEXT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations(id),
    lang TEXT NOT NULL,
    state TEXT NOT NULL,
    -- The learner id that packages see: opaque, and it never changes, whatever happens to name or address.
    learner_key TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_login_at BIGINT
);
CREATE INDEX users_by_organisation ON users (organisation_id);

CREATE TABLE sessions (
    -- SHA-256 of the cookie's value: a stolen database opens no session.
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users(id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id);

-- Who did what to whom. Rows are never updated; no foreign keys, so that they survive what they speak of.
CREATE TABLE audit_entries (
    id {{pk}},
    at BIGINT NOT NULL,
    actor_id BIGINT,
    organisation_id BIGINT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    request_id TEXT NOT NULL
);
CREATE INDEX audit_entries_by_time ON audit_entries (at);

-- What a secretariat may change without an operator: site name, colours, logo.
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
