-- Getting in by way of an identity provider (OpenID Connect), beside the password or instead of it.

-- Whom a provider vouches for. A person may have several; what the provider calls somebody leads to one person.
CREATE TABLE identities (
    id {{pk}},
    user_id BIGINT NOT NULL REFERENCES users(id),
    -- The two by which a provider names somebody for good, whatever happens to their name or address there.
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- The address at the provider when it was connected, so that its owner knows it again. Nothing follows from it.
    email TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    UNIQUE (issuer, subject)
);
CREATE INDEX identities_by_user ON identities (user_id);

-- People on their way to a provider. A row goes when they come back, once.
CREATE TABLE departures (
    -- SHA-256 of the `state` that the provider hands back.
    state_hash TEXT NOT NULL PRIMARY KEY,
    -- SHA-256 of a cookie: nobody comes back in another browser than they left in.
    browser_hash TEXT NOT NULL,
    provider TEXT NOT NULL,
    nonce TEXT NOT NULL,
    -- Of the code challenge (RFC 7636). Without the code and our secret it opens nothing.
    verifier TEXT NOT NULL,
    next TEXT NOT NULL,
    -- Somebody logged in, who wishes to connect this provider.
    user_id BIGINT REFERENCES users(id),
    -- Another provider's arrival, to be connected to the account that this one leads to.
    arrival_hash TEXT,
    expires_at BIGINT NOT NULL
);

-- People for whom a provider vouches and who are nobody here yet: they register, or connect the account they have.
CREATE TABLE arrivals (
    -- SHA-256 of a cookie.
    token_hash TEXT NOT NULL PRIMARY KEY,
    provider TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- Empty when the provider names none.
    email TEXT NOT NULL,
    is_email_verified BOOLEAN NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    next TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- Who comes by a provider when their request is accepted. Such a registration has an empty `password_hash`. After a denial
-- the row stays as long as name and address do.
CREATE TABLE request_identities (
    request_id BIGINT NOT NULL PRIMARY KEY REFERENCES requests(id),
    provider TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    email TEXT NOT NULL,
    -- One request at a time.
    UNIQUE (issuer, subject)
);

-- Between the first step and the second: what is connected once both are taken.
ALTER TABLE pending_logins ADD COLUMN arrival_hash TEXT;

-- Which administration people with such an address belong to. A proposal only: whoever decides looks at the person.
CREATE TABLE organisation_domains (
    -- Lower case, in its ASCII form (RFC 5891).
    domain TEXT NOT NULL PRIMARY KEY,
    organisation_id BIGINT NOT NULL REFERENCES organisations(id)
);
CREATE INDEX organisation_domains_by_organisation ON organisation_domains (organisation_id);
