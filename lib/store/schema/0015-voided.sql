-- The table anew, since a CHECK cannot be altered: a dossier may be voided.
CREATE TABLE dossier_new (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	procedure_id INTEGER NOT NULL REFERENCES procedure (id),
	-- The rule and the fee as they were on the day of receipt.
	time_limit INTEGER NOT NULL,
	time_unit TEXT NOT NULL,
	cutoff TEXT, -- '15:00', 'closing-1h'; NULL: none, of same-day the office's
	fee INTEGER,
	applicant TEXT CHECK (applicant <> ''),
	id_number TEXT,
	phone TEXT,
	address TEXT,
	channel TEXT NOT NULL
		CHECK (channel = 'counter' OR channel = 'online' OR channel = 'post'),
	-- Not IN (...): SQLite would build a table of the words for each row.
	status TEXT NOT NULL CHECK (status = 'finished' OR status = 'returned'
		OR status = 'received' OR status = 'processing' OR status = 'paused'
		OR status = 'rejected' OR status = 'withdrawn' OR status = 'stopped'
		OR status = 'voided'),
	received_at INTEGER NOT NULL,
	due_at INTEGER NOT NULL, -- the first promise, moved on by waiting for the citizen:
		-- what the statistics count
	finished_at INTEGER, -- also when it was rejected, withdrawn, stopped or voided
	returned_at INTEGER,
	result TEXT,
	officer_id INTEGER REFERENCES officer (id), -- who took it in
	ticket TEXT, -- the visit's label, of the day of receipt
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
	reckoned INTEGER, -- 1: due_at is ours by the calendar; NULL: not looked at yet
	agency TEXT, -- who decides, as it was on the day of receipt; NULL: we
	received_by TEXT, -- who took it in; NULL: we
	refused TEXT CHECK (refused = 'yes' OR refused = 'no'), -- without being accepted
	voided_at INTEGER, -- when it was entered that it was taken in wrongly
	CHECK (applicant IS NOT NULL OR purged_at IS NOT NULL),
	CHECK (finished_at IS NULL OR finished_at >= received_at),
	CHECK (returned_at IS NULL OR returned_at >= finished_at),
	CHECK ((status = 'received' OR status = 'processing' OR status = 'paused')
		= (finished_at IS NULL)),
	CHECK ((status = 'paused') = (paused_at IS NOT NULL)),
	CHECK ((status = 'voided') = (voided_at IS NOT NULL)),
	CHECK (CASE status WHEN 'returned' THEN returned_at IS NOT NULL
		WHEN 'voided' THEN true ELSE returned_at IS NULL END)
) STRICT;
INSERT INTO dossier_new (id, code, procedure_id, time_limit, time_unit, cutoff, fee,
		applicant, id_number, phone, address, channel, status, received_at, due_at,
		finished_at, returned_at, result, officer_id, ticket, desk_id, holder_id,
		first_due_at, promised_at, paused_at, pause_kind, requests, waited,
		accepted_at, purged_at, reckoned, agency, received_by, refused)
	SELECT id, code, procedure_id, time_limit, time_unit, cutoff, fee, applicant,
		id_number, phone, address, channel, status, received_at, due_at, finished_at,
		returned_at, result, officer_id, ticket, desk_id, holder_id, first_due_at,
		promised_at, paused_at, pause_kind, requests, waited, accepted_at, purged_at,
		reckoned, agency, received_by, refused
	FROM dossier;
DROP TABLE dossier;
ALTER TABLE dossier_new RENAME TO dossier;
CREATE INDEX dossier_received ON dossier (received_at);
CREATE INDEX dossier_finished ON dossier (finished_at, received_at);
-- What is still open, by its moment, however many years lie behind.
CREATE INDEX dossier_open ON dossier (due_at) WHERE finished_at IS NULL;
-- Whether somebody who hands one in has another open already.
CREATE INDEX dossier_open_id ON dossier (id_number) WHERE finished_at IS NULL;
CREATE INDEX dossier_open_phone ON dossier (phone) WHERE finished_at IS NULL;
