-- Set with a temporary password: nothing else is served until another one has been chosen.
ALTER TABLE users ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT FALSE;
