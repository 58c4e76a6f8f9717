-- Who answers for the people of an administration, and what people's posts are.

-- `closed` administrations take no new people and keep those they have.
ALTER TABLE organisations ADD COLUMN state TEXT NOT NULL DEFAULT 'open';

-- Officer, trainer, …: the list that people choose from.
CREATE TABLE positions (
    id {{pk}},
    name TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

-- Where a person works and as what. The one without an end is the present one, and its administration is the
-- person's (`users.organisation_id`); the others are their history.
CREATE TABLE job_assignments (
    id {{pk}},
    user_id BIGINT NOT NULL REFERENCES users(id),
    organisation_id BIGINT NOT NULL REFERENCES organisations(id),
    position_id BIGINT REFERENCES positions(id),
    started_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE UNIQUE INDEX job_assignments_present ON job_assignments (user_id) WHERE ended_at IS NULL;
CREATE INDEX job_assignments_by_organisation ON job_assignments (organisation_id);
INSERT INTO job_assignments (user_id, organisation_id, started_at)
    SELECT id, organisation_id, created_at FROM users;

-- Gives rights over the people of one administration while it runs. One approver at a time: the code that writes a row
-- holds the administration's row locked, since databases cannot forbid overlapping times in the same words.
CREATE TABLE coordinator_designations (
    id {{pk}},
    organisation_id BIGINT NOT NULL REFERENCES organisations(id),
    user_id BIGINT NOT NULL REFERENCES users(id),
    -- approver | deputy
    kind TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    -- Null: until further notice.
    ends_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX coordinator_designations_by_organisation ON coordinator_designations (organisation_id);
CREATE INDEX coordinator_designations_by_user ON coordinator_designations (user_id);

-- Coordinators were a role; the first of an administration becomes its approver.
INSERT INTO coordinator_designations (organisation_id, user_id, kind, starts_at, created_at)
    SELECT organisation_id, id,
        CASE WHEN id = (SELECT MIN(first.id) FROM users first
            WHERE first.role = 'coordinator' AND first.organisation_id = users.organisation_id)
        THEN 'approver' ELSE 'deputy' END,
        created_at, created_at
    FROM users WHERE role = 'coordinator';
UPDATE users SET role = 'learner' WHERE role = 'coordinator';
