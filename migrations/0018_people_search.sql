-- "given family" folded, written by the program: people are searched and sorted by it. SQL folds ASCII only, which does
-- for those who were there before, until their names are next saved.
ALTER TABLE users ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
UPDATE users SET name_folded = LOWER(given_name || ' ' || family_name);
CREATE INDEX users_by_name ON users (organisation_id, name_folded);
