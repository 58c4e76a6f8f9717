-- Zips on their way in, and the immutable versions they become.

CREATE TABLE uploads (
    -- Random, so that knowing one does not lead to the next.
    id TEXT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users(id),
    activity_id BIGINT NOT NULL REFERENCES activities(id),
    file_name TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    received_bytes BIGINT NOT NULL,
    -- receiving | importing | done | refused
    state TEXT NOT NULL,
    -- 0..100 while importing.
    progress BIGINT NOT NULL,
    -- Why it was refused, in words fit for the author.
    refusal TEXT,
    version_id BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX uploads_by_activity ON uploads (activity_id);

CREATE TABLE package_versions (
    id {{pk}},
    activity_id BIGINT NOT NULL REFERENCES activities(id),
    number BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    -- scorm12 | scorm2004, and the edition in words.
    standard TEXT NOT NULL,
    edition TEXT NOT NULL,
    -- SHA-256 of the stored JSON of the whole version (files, course, report).
    listing_hash TEXT NOT NULL,
    sco_count BIGINT NOT NULL,
    file_count BIGINT NOT NULL,
    size_bytes BIGINT NOT NULL,
    -- Blocking lines in its report: such a version cannot be published.
    block_count BIGINT NOT NULL,
    warning_count BIGINT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES users(id),
    created_at BIGINT NOT NULL,
    -- Null until it was first offered to learners.
    published_at BIGINT,
    UNIQUE (activity_id, number)
);
