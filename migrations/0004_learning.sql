-- What learners do, and what it amounts to.

CREATE TABLE enrolments (
    user_id BIGINT NOT NULL REFERENCES users(id),
    course_id BIGINT NOT NULL REFERENCES courses(id),
    enrolled_at BIGINT NOT NULL,
    -- Percent of required activities met; written by the commit that changed it.
    progress BIGINT NOT NULL,
    started_at BIGINT,
    completed_at BIGINT,
    PRIMARY KEY (user_id, course_id)
);
CREATE INDEX enrolments_by_course ON enrolments (course_id);

CREATE TABLE attempts (
    id {{pk}},
    user_id BIGINT NOT NULL REFERENCES users(id),
    activity_id BIGINT NOT NULL REFERENCES activities(id),
    -- Pinned: a running attempt never changes version by itself.
    version_id BIGINT NOT NULL REFERENCES package_versions(id),
    number BIGINT NOT NULL,
    -- Fencing token: the newest window's number. Commits of older ones are refused.
    epoch BIGINT NOT NULL,
    -- The newest journal entry of this epoch that is durable.
    acked BIGINT NOT NULL,
    -- The window that holds the epoch, and when it was last heard of (null once closed).
    window_id TEXT,
    seen_at BIGINT,
    -- Null until the content first initialised: a window that opened and closed uses up no attempt.
    started_at BIGINT,
    saved_at BIGINT,
    -- Set once the attempt is over (passed, completed or given up) and the next launch may start another.
    ended_at BIGINT,
    observed_ms BIGINT NOT NULL,
    -- not_started | incomplete | completed | passed | failed
    status TEXT NOT NULL,
    -- Hundredths of a percent; null is "no score", which is not zero.
    score BIGINT,
    -- The outcome with its reasons, flags and the rule that was used.
    outcome TEXT NOT NULL,
    -- Where the learner is inside a package of several SCOs.
    navigation TEXT NOT NULL,
    UNIQUE (user_id, activity_id, number)
);
CREATE INDEX attempts_by_activity ON attempts (activity_id, user_id);

CREATE TABLE attempt_scos (
    attempt_id BIGINT NOT NULL REFERENCES attempts(id),
    sco TEXT NOT NULL,
    -- The whole data model of this SCO, one JSON object of element to value.
    document TEXT NOT NULL,
    PRIMARY KEY (attempt_id, sco)
);

CREATE TABLE interactions (
    attempt_id BIGINT NOT NULL REFERENCES attempts(id),
    sco TEXT NOT NULL,
    position BIGINT NOT NULL,
    identifier TEXT NOT NULL,
    kind TEXT NOT NULL,
    response TEXT NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (attempt_id, sco, position)
);

-- A launch is a capability: it can run one attempt and do nothing else.
CREATE TABLE launches (
    token_hash TEXT NOT NULL PRIMARY KEY,
    -- normal | review | preview
    mode TEXT NOT NULL,
    user_id BIGINT NOT NULL REFERENCES users(id),
    activity_id BIGINT NOT NULL REFERENCES activities(id),
    version_id BIGINT NOT NULL REFERENCES package_versions(id),
    -- Null in preview, which records nothing.
    attempt_id BIGINT REFERENCES attempts(id),
    created_at BIGINT NOT NULL
);

-- What the activity counts for this learner: the grade item's grade.
CREATE TABLE results (
    user_id BIGINT NOT NULL REFERENCES users(id),
    activity_id BIGINT NOT NULL REFERENCES activities(id),
    -- The attempt that counts; null for an average.
    attempt_id BIGINT,
    status TEXT NOT NULL,
    score BIGINT,
    outcome TEXT NOT NULL,
    -- First time the activity was met; never taken back.
    met_at BIGINT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, activity_id)
);

-- Journal entries that came too late to count (a newer window had already written). Evidence, never shown as result.
CREATE TABLE stray_entries (
    id {{pk}},
    attempt_id BIGINT NOT NULL,
    epoch BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    body TEXT NOT NULL
);
