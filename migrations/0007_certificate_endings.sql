-- How a certificate stopped counting, and finding one by the name on it.

-- When it was replaced or revoked, and the secretariat's reason. Null while it is valid.
ALTER TABLE certificates ADD COLUMN ended_at BIGINT;
ALTER TABLE certificates ADD COLUMN end_reason TEXT;
-- The printed name, folded in Rust for search, because lower() differs between the databases.
ALTER TABLE certificates ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
-- Issued once, however often and however quickly the button is pressed. A revoked one is not issued again.
CREATE UNIQUE INDEX certificates_in_force ON certificates (user_id, course_id) WHERE state <> 'replaced';
