-- What authors build: categories, courses, sections, activities.

CREATE TABLE categories (
    id {{pk}},
    parent_id BIGINT REFERENCES categories(id),
    name TEXT NOT NULL,
    -- Courses are sorted by language; a category shows which one it is for. Empty for all.
    lang TEXT NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE courses (
    id {{pk}},
    category_id BIGINT REFERENCES categories(id),
    -- The administration whose authors own it.
    organisation_id BIGINT NOT NULL REFERENCES organisations(id),
    short_name TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    -- Folded in Rust for search, because lower() differs between the databases.
    title_folded TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- Markdown as the author typed it.
    objectives TEXT NOT NULL,
    -- SHA-256 of a blob in the store, and its type; null for none.
    picture_hash TEXT,
    picture_mime TEXT,
    video_hash TEXT,
    video_mime TEXT,
    -- draft | published
    state TEXT NOT NULL,
    -- enrolled | organisation | everyone: who finds it among the available courses.
    audience TEXT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES users(id),
    created_at BIGINT NOT NULL
);

CREATE TABLE sections (
    id {{pk}},
    course_id BIGINT NOT NULL REFERENCES courses(id),
    -- Empty for the unnamed first section.
    title TEXT NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX sections_by_course ON sections (course_id);

CREATE TABLE activities (
    id {{pk}},
    course_id BIGINT NOT NULL REFERENCES courses(id),
    section_id BIGINT NOT NULL REFERENCES sections(id),
    title TEXT NOT NULL,
    -- lesson | quiz
    kind TEXT NOT NULL,
    position BIGINT NOT NULL,
    is_required BOOLEAN NOT NULL,
    -- Hundredths of a percent (7000 = 70 %); null when the activity is not judged by score.
    pass_mark BIGINT,
    -- Null for unlimited.
    max_attempts BIGINT,
    -- best | last | first | average
    grading TEXT NOT NULL,
    window_width BIGINT NOT NULL,
    window_height BIGINT NOT NULL,
    fills_screen BOOLEAN NOT NULL,
    is_visible BOOLEAN NOT NULL,
    -- The run-time to the letter instead of lenient.
    is_strict BOOLEAN NOT NULL,
    -- The package version new launches get; null until one is published.
    version_id BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX activities_by_course ON activities (course_id);
