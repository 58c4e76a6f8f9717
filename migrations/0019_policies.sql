-- What people must or may consent to, in versions: a published text never changes, and a new one is asked anew.
CREATE TABLE policies (
    id {{pk}},
    -- For the secretariat; readers see the title of the text.
    name TEXT NOT NULL,
    -- Without consent to it nobody uses the site.
    is_mandatory BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE policy_versions (
    id {{pk}},
    policy_id BIGINT NOT NULL REFERENCES policies(id),
    number BIGINT NOT NULL,
    -- draft | published | archived
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    published_at BIGINT,
    UNIQUE (policy_id, number)
);
-- One of each is in force, and one is being written.
CREATE UNIQUE INDEX policy_versions_in_force ON policy_versions (policy_id) WHERE state = 'published';
CREATE UNIQUE INDEX policy_versions_in_work ON policy_versions (policy_id) WHERE state = 'draft';

CREATE TABLE policy_texts (
    version_id BIGINT NOT NULL REFERENCES policy_versions(id),
    lang TEXT NOT NULL,
    title TEXT NOT NULL,
    -- Markdown.
    body TEXT NOT NULL,
    -- What one says yes or no to.
    statement TEXT NOT NULL,
    -- What differs from the version before; empty when there is nothing to say.
    changes TEXT NOT NULL,
    PRIMARY KEY (version_id, lang)
);

-- Every answer, in the language it was given in. The newest of a person and a version counts.
CREATE TABLE consents (
    id {{pk}},
    user_id BIGINT NOT NULL REFERENCES users(id),
    version_id BIGINT NOT NULL REFERENCES policy_versions(id),
    is_given BOOLEAN NOT NULL,
    lang TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX consents_by_user ON consents (user_id, version_id);

-- Versions that somebody who registers consented to, as JSON numbers: they become consents of the account.
ALTER TABLE registrations ADD COLUMN consents TEXT NOT NULL DEFAULT '[]';
