-- What visitors meet before they have an account: the site's own words, news, questions, and courses open to guests.

CREATE TABLE articles (
    id {{pk}},
    -- welcome | help | contact | news | question
    kind TEXT NOT NULL,
    -- The order of questions; news stand by date.
    position BIGINT NOT NULL,
    -- News are shown from then on; null while they are drafts. The other kinds are shown as soon as they are written.
    shown_from BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX articles_by_kind ON articles (kind, shown_from);
-- There is one of each of these, always.
CREATE UNIQUE INDEX articles_fixed ON articles (kind) WHERE kind IN ('welcome', 'help', 'contact');
INSERT INTO articles (kind, position, created_at) VALUES ('welcome', 1, 0), ('help', 2, 0), ('contact', 3, 0);

CREATE TABLE article_texts (
    article_id BIGINT NOT NULL REFERENCES articles(id),
    lang TEXT NOT NULL,
    -- Empty: not written in this language (any more).
    title TEXT NOT NULL,
    -- Stands below the welcome; other kinds have none.
    lead TEXT NOT NULL,
    -- Markdown.
    body TEXT NOT NULL,
    -- Counts changes, so that nobody overwrites what they have not seen.
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (article_id, lang)
);

-- The answer to a mail goes to whoever wrote through the contact form, who is not its sender.
ALTER TABLE mails ADD COLUMN reply_to TEXT;

-- Whether visitors without an account may look at the course and play its modules.
ALTER TABLE courses ADD COLUMN is_open_to_guests BOOLEAN NOT NULL DEFAULT FALSE;

-- A guest's capability: like a launch, but of nobody. It is all that is stored of a guest, and goes when its time is up.
CREATE TABLE guest_launches (
    token_hash TEXT NOT NULL PRIMARY KEY,
    activity_id BIGINT NOT NULL REFERENCES activities(id),
    version_id BIGINT NOT NULL REFERENCES package_versions(id),
    -- The language of the player's words.
    lang TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX guest_launches_by_activity ON guest_launches (activity_id);
