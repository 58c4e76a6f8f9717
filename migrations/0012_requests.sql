-- What people ask an administration for. Whoever decides is found when it is looked at, from the designations that run
-- then, so that no request ever waits for somebody who has left.

CREATE TABLE requests (
    id {{pk}},
    -- registration
    kind TEXT NOT NULL,
    -- unconfirmed | pending | accepted | denied | expired
    state TEXT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations(id),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    -- "given family" folded: people are searched by it, and found twice.
    name_folded TEXT NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- The account that came of it.
    user_id BIGINT REFERENCES users(id),
    created_at BIGINT NOT NULL,
    -- When the address was confirmed: waiting is counted from here.
    confirmed_at BIGINT,
    -- When those who decide were reminded last, and when the secretariat was asked as well.
    reminded_at BIGINT,
    escalated_at BIGINT,
    decided_at BIGINT,
    decided_by BIGINT REFERENCES users(id),
    reason TEXT,
    -- When name and address were removed.
    purged_at BIGINT
);
CREATE INDEX requests_by_state ON requests (state, organisation_id);
CREATE INDEX requests_by_email ON requests (email_folded);

-- What only an undecided registration needs; the row goes with the decision, and the password's hash with it.
CREATE TABLE registrations (
    request_id BIGINT NOT NULL PRIMARY KEY REFERENCES requests(id),
    username TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    position_id BIGINT REFERENCES positions(id),
    -- Why somebody wishes to join, in their words.
    note TEXT NOT NULL,
    -- SHA-256 of what the mail's link holds.
    confirm_hash TEXT NOT NULL UNIQUE,
    confirm_until BIGINT NOT NULL,
    -- Of the link to answer the last question.
    answer_hash TEXT UNIQUE
);

-- Everything that happened to a request. Rows are added only; purging empties their details.
CREATE TABLE request_events (
    id {{pk}},
    request_id BIGINT NOT NULL REFERENCES requests(id),
    at BIGINT NOT NULL,
    -- Null: the person who asks, or time itself.
    actor_id BIGINT REFERENCES users(id),
    -- submitted | confirmed | edited | asked | answered | forwarded | reminded | escalated | accepted | denied | expired | purged
    event TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX request_events_by_request ON request_events (request_id);
