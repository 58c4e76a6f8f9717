-- Telling a learner, once, that a course is complete. Completion itself may be withdrawn while the session that
-- brought it still runs; a mail may not.

-- When the mail was written; null while there was no reason to.
ALTER TABLE enrolments ADD COLUMN congratulated_at BIGINT;
UPDATE enrolments SET congratulated_at = completed_at;
