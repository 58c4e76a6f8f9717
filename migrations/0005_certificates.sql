-- Certificates are frozen at issue: the row keeps every printed fact, the store keeps the bytes.

CREATE TABLE certificate_templates (
    id {{pk}},
    course_id BIGINT NOT NULL REFERENCES courses(id),
    -- The newest one counts; older ones stay for the certificates that used them.
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES users(id),
    created_at BIGINT NOT NULL,
    UNIQUE (course_id, version)
);

CREATE TABLE certificates (
    id {{pk}},
    -- Printed and in the QR code; random, so that it cannot be guessed.
    code TEXT NOT NULL UNIQUE,
    user_id BIGINT NOT NULL,
    course_id BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    -- Every printed fact, as printed.
    facts TEXT NOT NULL,
    template_version BIGINT NOT NULL,
    -- SHA-256 of the PDF in the store.
    pdf_hash TEXT NOT NULL,
    -- valid | replaced | revoked
    state TEXT NOT NULL,
    replaced_by TEXT,
    issued_at BIGINT NOT NULL
);
CREATE INDEX certificates_by_user ON certificates (user_id, course_id);
