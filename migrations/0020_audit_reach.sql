-- Who may read an entry, and from where it was done.

-- The administration of whom or what was acted on. Null: of nobody's; only the secretariat reads it.
ALTER TABLE audit_entries ADD COLUMN about_organisation_id BIGINT;
-- The network address the deed came from; empty for commands and jobs.
ALTER TABLE audit_entries ADD COLUMN address TEXT NOT NULL DEFAULT '';
-- The actor's name as it was: it is read after the account is gone.
ALTER TABLE audit_entries ADD COLUMN actor_name TEXT NOT NULL DEFAULT '';
CREATE INDEX audit_entries_by_organisation ON audit_entries (about_organisation_id, id);
