-- Years that a notice has settled, cut-offs, and whose promise it is.

-- A year is settled by a row of kind 'notice' on any day of it, which may be off besides.
CREATE TABLE holiday_new (
	date TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind = 'off' OR kind = 'work' OR kind = 'notice'),
	name TEXT
) STRICT;
INSERT INTO holiday_new SELECT date, kind, name FROM holiday ORDER BY date;
DROP TABLE holiday;
ALTER TABLE holiday_new RENAME TO holiday;
CREATE UNIQUE INDEX holiday_day ON holiday (date, kind = 'notice');

-- The notices that had come when this step was made, for the years of which an office has
-- days off already.
INSERT INTO holiday (date, kind, name)
	SELECT DISTINCT substr(date, 1, 4) || '-01-01', 'notice', NULL FROM holiday
	WHERE kind = 'off' AND date >= '2023' AND date < '2027' ORDER BY 1;

-- What comes later counts from the next working day: '15:00', 'closing-1h', 'none'; NULL:
-- as the office has it.
ALTER TABLE procedure ADD COLUMN cutoff TEXT;
ALTER TABLE procedure_version ADD COLUMN cutoff TEXT;
-- The one under which it was received; NULL: none, of same-day the office's.
ALTER TABLE dossier ADD COLUMN cutoff TEXT;

-- Whether due_at is what the calendar gave: 1 received here, or imported with just that
-- moment or none; 0 the other system's; NULL not looked at yet.
ALTER TABLE dossier ADD COLUMN reckoned INTEGER;
UPDATE dossier SET reckoned = 1 WHERE id IN
	(SELECT dossier_id FROM dossier_event WHERE act = 'receive');

-- The first year without a notice that the promise reached into when the act was done.
ALTER TABLE dossier_event ADD COLUMN unsettled INTEGER;

-- Nothing is received at midnight or before; 00:00 is no cut-off any more.
UPDATE setting SET value = '00:00:01'
	WHERE key = 'same_day_cutoff' AND (value = '00:00' OR value = '00:00:00');
