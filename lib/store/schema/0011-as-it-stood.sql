-- A dossier as it stood at the end of a period: an act after which the dossier's row no
-- longer tells what was so before keeps that, and until when it was so.

-- Who decides, and who took it in, as it was on the day of receipt; NULL: we.
ALTER TABLE dossier ADD COLUMN agency TEXT;
ALTER TABLE dossier ADD COLUMN received_by TEXT;
-- Refused without having been accepted: in no figure.
ALTER TABLE dossier ADD COLUMN refused TEXT CHECK (refused = 'yes' OR refused = 'no');
-- Taken in wrongly: in no figure from then on.  The moment at which it was entered.
ALTER TABLE dossier ADD COLUMN voided_at INTEGER;

UPDATE dossier SET agency = (SELECT agency FROM dossier_intake WHERE dossier_id = dossier.id)
	WHERE id IN (SELECT dossier_id FROM dossier_intake WHERE agency IS NOT NULL);
ALTER TABLE dossier_intake DROP COLUMN agency;

-- The table anew, without the list of acts, which is dossier_acts (lib/office/rules/life.c).
CREATE TABLE dossier_event_new (
	id INTEGER PRIMARY KEY,
	dossier_id INTEGER NOT NULL REFERENCES dossier (id),
	act TEXT NOT NULL,
	at INTEGER NOT NULL, -- when it happened
	entered_at INTEGER NOT NULL, -- when it was entered
	officer_id INTEGER REFERENCES officer (id), -- who did it
	status TEXT NOT NULL, -- what the dossier was from then on
	kind TEXT, -- of a pause: 'supplement', 'fee', 'verification'
	reason TEXT, -- in words
	forced TEXT CHECK (forced = 'yes'), -- against a rule of the trade, on purpose
	desk_id INTEGER REFERENCES desk (id), -- of receive and forward: where it then lies
	holder_id INTEGER REFERENCES officer (id), -- and who has it
	step INTEGER, -- the procedure's step that this begins
	step_due_at INTEGER, -- by when the one who has it is to be done
	due_at INTEGER NOT NULL, -- the moments promised from then on
	promised_at INTEGER,
	unsettled INTEGER, -- the first year without a notice that the promise reached into
	was TEXT, -- what the act changed, as it was: JSON, by the keys of a dossier
	was_until INTEGER, -- the moment from which the figures know of the change
	CHECK ((was IS NULL) = (was_until IS NULL))
) STRICT;
INSERT INTO dossier_event_new (id, dossier_id, act, at, entered_at, officer_id, status, kind,
		reason, forced, desk_id, holder_id, step, step_due_at, due_at, promised_at, unsettled)
	SELECT id, dossier_id, act, at, entered_at, officer_id, status, kind, reason, forced,
		desk_id, holder_id, step, step_due_at, due_at, promised_at, unsettled
	FROM dossier_event;
DROP TABLE dossier_event;
ALTER TABLE dossier_event_new RENAME TO dossier_event;
CREATE INDEX dossier_event_dossier ON dossier_event (dossier_id, id);
-- The few acts that matter to a period which was over when they were entered.
CREATE INDEX dossier_event_was ON dossier_event (was_until, dossier_id)
	WHERE was_until IS NOT NULL;
CREATE INDEX dossier_event_late ON dossier_event (entered_at, at, dossier_id)
	WHERE entered_at > at;

-- What acts have changed so far, told by the events before them.  Moments are of UTC+7.
CREATE TEMP TABLE was AS
	SELECT e.id AS id, e.act IN ('reopen', 'move') AS entered, json_patch('{}', json_object(
		'status', nullif(p.status, e.status),
		'due_at', CASE WHEN p.due_at <> e.due_at THEN strftime(
			'%Y-%m-%dT%H:%M:%S+07:00', p.due_at + 25200, 'unixepoch') END,
		'finished_at', CASE WHEN e.act = 'reopen' THEN strftime(
			'%Y-%m-%dT%H:%M:%S+07:00', (SELECT at FROM dossier_event f
				WHERE f.dossier_id = e.dossier_id AND f.id < e.id
					AND f.act IN ('finish', 'reject', 'withdraw', 'stop')
				ORDER BY f.id DESC LIMIT 1) + 25200, 'unixepoch') END,
		'returned_at', CASE WHEN p.act = 'return' THEN strftime(
			'%Y-%m-%dT%H:%M:%S+07:00', p.at + 25200, 'unixepoch') END,
		'paused_at', CASE WHEN p.status = 'paused' AND e.status <> 'paused' THEN strftime(
			'%Y-%m-%dT%H:%M:%S+07:00', (SELECT at FROM dossier_event f
				WHERE f.dossier_id = e.dossier_id AND f.id < e.id AND f.act = 'pause'
				ORDER BY f.id DESC LIMIT 1) + 25200, 'unixepoch') END,
		'pause_kind', CASE WHEN p.status = 'paused' AND e.status <> 'paused' THEN (
			SELECT kind FROM dossier_event f
				WHERE f.dossier_id = e.dossier_id AND f.id < e.id AND f.act = 'pause'
				ORDER BY f.id DESC LIMIT 1) END)) AS was
	FROM dossier_event e
	JOIN dossier_event p ON p.id = (SELECT max(id) FROM dossier_event
		WHERE dossier_id = e.dossier_id AND id < e.id)
	WHERE e.act IN ('reopen', 'resume', 'move')
		OR e.act IN ('reject', 'withdraw', 'stop') AND p.status = 'paused';
UPDATE dossier_event SET was = w.was,
		was_until = CASE WHEN w.entered THEN dossier_event.entered_at ELSE dossier_event.at END
	FROM temp.was w WHERE w.id = dossier_event.id AND w.was <> '{}';
DROP TABLE temp.was;
