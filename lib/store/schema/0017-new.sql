-- A request that nobody has accepted yet: asked for, with a code and no promise.

-- The table anew, since what was not accepted has neither a receipt nor a due moment.
CREATE TABLE dossier_new (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	procedure_id INTEGER NOT NULL REFERENCES procedure (id),
	-- The rule and the fee as they were on the day of receipt.
	time_limit INTEGER NOT NULL,
	time_unit TEXT NOT NULL,
	fee INTEGER,
	applicant TEXT CHECK (applicant <> ''),
	id_number TEXT,
	phone TEXT,
	address TEXT,
	-- Not IN (...): SQLite would build a table of the words for each row.
	channel TEXT NOT NULL
		CHECK (channel = 'counter' OR channel = 'online' OR channel = 'post'),
	status TEXT NOT NULL CHECK (status = 'finished' OR status = 'returned'
		OR status = 'received' OR status = 'processing' OR status = 'paused'
		OR status = 'rejected' OR status = 'withdrawn' OR status = 'stopped'
		OR status = 'voided' OR status = 'new'),
	received_at INTEGER, -- NULL: never accepted, in no figure
	due_at INTEGER, -- the first promise, moved on by waiting for the citizen: what the
		-- statistics count
	finished_at INTEGER, -- also when it was rejected, withdrawn or stopped
	returned_at INTEGER,
	result TEXT,
	officer_id INTEGER REFERENCES officer (id), -- who took it in
	ticket TEXT, -- the visit's label, of the day of receipt; kept as text, since a
		-- dossier moves to another office and its visit does not
	desk_id INTEGER REFERENCES desk (id), -- where it lies; NULL: where it was taken in
	holder_id INTEGER REFERENCES officer (id), -- who has it; NULL: not said
	first_due_at INTEGER, -- what was promised on receipt, once due_at has moved
	promised_at INTEGER, -- what the citizen was promised since, by an extension
	paused_at INTEGER, -- the clock stands since then
	pause_kind TEXT -- and what for
		CHECK (pause_kind = 'supplement' OR pause_kind = 'fee'
			OR pause_kind = 'verification'),
	requests INTEGER NOT NULL DEFAULT 0, -- how often a supplement was asked for
	waited INTEGER NOT NULL DEFAULT 0, -- seconds that it waited for supplements, once over
	accepted_at INTEGER, -- when it was first handed on to be worked on
	purged_at INTEGER, -- when its personal data was removed
	cutoff TEXT, -- under which it was received; NULL: none, of same-day the office's
	reckoned INTEGER, -- is due_at what the calendar gave?  NULL: not looked at yet
	agency TEXT, -- who decides, as it was on the day of receipt; NULL: we
	received_by TEXT, -- who took it in; NULL: we
	refused TEXT CHECK (refused = 'yes' OR refused = 'no'), -- and never accepted
	voided_at INTEGER, -- taken in wrongly: in no figure since then
	requested_at INTEGER, -- when it was asked for, before somebody accepted it
	CHECK (applicant IS NOT NULL OR purged_at IS NOT NULL),
	CHECK (finished_at IS NULL OR finished_at >= received_at OR received_at IS NULL),
	CHECK (returned_at IS NULL OR returned_at >= finished_at),
	CHECK ((status = 'received' OR status = 'processing' OR status = 'paused'
		OR status = 'new') = (finished_at IS NULL)),
	CHECK ((status = 'paused') = (paused_at IS NOT NULL)),
	CHECK ((status = 'voided') = (voided_at IS NOT NULL)),
	CHECK (CASE status WHEN 'returned' THEN returned_at IS NOT NULL
		WHEN 'voided' THEN true ELSE returned_at IS NULL END),
	CHECK ((received_at IS NULL) = (due_at IS NULL)),
	CHECK (received_at IS NOT NULL OR requested_at IS NOT NULL AND (status = 'new'
		OR status = 'rejected' OR status = 'withdrawn' OR status = 'voided')),
	CHECK (status <> 'new' OR received_at IS NULL)
) STRICT;
INSERT INTO dossier_new (id, code, procedure_id, time_limit, time_unit, fee, applicant,
		id_number, phone, address, channel, status, received_at, due_at, finished_at,
		returned_at, result, officer_id, ticket, desk_id, holder_id, first_due_at,
		promised_at, paused_at, pause_kind, requests, waited, accepted_at, purged_at,
		cutoff, reckoned, agency, received_by, refused, voided_at)
	SELECT id, code, procedure_id, time_limit, time_unit, fee, applicant,
		id_number, phone, address, channel, status, received_at, due_at, finished_at,
		returned_at, result, officer_id, ticket, desk_id, holder_id, first_due_at,
		promised_at, paused_at, pause_kind, requests, waited, accepted_at, purged_at,
		cutoff, reckoned, agency, received_by, refused, voided_at
	FROM dossier;
DROP TABLE dossier;
ALTER TABLE dossier_new RENAME TO dossier;
CREATE INDEX dossier_received ON dossier (received_at);
CREATE INDEX dossier_finished ON dossier (finished_at, received_at);
CREATE INDEX dossier_open ON dossier (due_at) WHERE finished_at IS NULL;
CREATE INDEX dossier_open_id ON dossier (id_number) WHERE finished_at IS NULL;
CREATE INDEX dossier_open_phone ON dossier (phone) WHERE finished_at IS NULL;
-- What was never accepted, by when it was asked for.
CREATE INDEX dossier_requested ON dossier (requested_at) WHERE received_at IS NULL;

-- And what became of it.
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
	due_at INTEGER, -- the moments promised from then on
	promised_at INTEGER,
	unsettled INTEGER, -- the first year without a notice that the promise reached into
	was TEXT, -- what the act changed, as it was: JSON, by the keys of a dossier
	was_until INTEGER, -- the moment from which the figures know of the change
	late TEXT CHECK (late = 'yes'), -- a request or an apology that came late
	CHECK ((was IS NULL) = (was_until IS NULL))
) STRICT;
INSERT INTO dossier_event_new (id, dossier_id, act, at, entered_at, officer_id, status, kind,
		reason, forced, desk_id, holder_id, step, step_due_at, due_at, promised_at,
		unsettled, was, was_until, late)
	SELECT id, dossier_id, act, at, entered_at, officer_id, status, kind, reason, forced,
		desk_id, holder_id, step, step_due_at, due_at, promised_at, unsettled, was,
		was_until, late
	FROM dossier_event;
DROP TABLE dossier_event;
ALTER TABLE dossier_event_new RENAME TO dossier_event;
CREATE INDEX dossier_event_dossier ON dossier_event (dossier_id, id);
CREATE INDEX dossier_event_was ON dossier_event (was_until, dossier_id)
	WHERE was_until IS NOT NULL;
CREATE INDEX dossier_event_late ON dossier_event (entered_at, at, dossier_id)
	WHERE entered_at > at;
