-- When an import added the dossier: the figures of a period that was over by then name it.
-- NULL: it was received here, whose act tells it, or an earlier version did not note it.
ALTER TABLE dossier ADD COLUMN entered_at INTEGER;
