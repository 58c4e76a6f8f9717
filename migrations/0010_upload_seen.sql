-- Telling an author how an import ended, when nobody was there to see it.

-- When the page of the person who uploaded it was told the end; null until then.
ALTER TABLE uploads ADD COLUMN seen_at BIGINT;
UPDATE uploads SET seen_at = updated_at WHERE state IN ('done', 'refused');
