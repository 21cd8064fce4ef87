-- A dossier's whole life: its events, the desks it goes through, papers, payments.

-- Where a dossier can lie: a desk of the office, or of the agency that decides.
CREATE TABLE desk (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	agency TEXT -- NULL: ours
) STRICT;

-- How a procedure goes through the desks, with each one's share of the time.
CREATE TABLE procedure_step (
	procedure_id INTEGER NOT NULL REFERENCES procedure (id),
	step INTEGER NOT NULL CHECK (step > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	desk_id INTEGER NOT NULL REFERENCES desk (id),
	time_limit INTEGER NOT NULL CHECK (time_limit > 0),
	time_unit TEXT NOT NULL
		CHECK (time_unit = 'working-day' OR time_unit = 'working-hour'),
	PRIMARY KEY (procedure_id, step)
) STRICT, WITHOUT ROWID;

-- What must be handed in.
CREATE TABLE procedure_paper (
	procedure_id INTEGER NOT NULL REFERENCES procedure (id),
	no INTEGER NOT NULL CHECK (no > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	kind TEXT NOT NULL CHECK (kind = 'original' OR kind = 'copy' OR kind = 'certified'),
	copies INTEGER NOT NULL CHECK (copies > 0),
	required TEXT NOT NULL CHECK (required = 'yes' OR required = 'no'),
	PRIMARY KEY (procedure_id, no)
) STRICT, WITHOUT ROWID;

-- The table anew, since a CHECK cannot be altered: a dossier may be stopped, and one
-- whose personal data is purged has no name.
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
		OR status = 'rejected' OR status = 'withdrawn' OR status = 'stopped'),
	received_at INTEGER NOT NULL,
	due_at INTEGER NOT NULL, -- the first promise, moved on by waiting for the citizen:
		-- what the statistics count
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
	CHECK (applicant IS NOT NULL OR purged_at IS NOT NULL),
	CHECK (finished_at IS NULL OR finished_at >= received_at),
	CHECK (returned_at IS NULL OR returned_at >= finished_at),
	CHECK ((status = 'received' OR status = 'processing' OR status = 'paused')
		= (finished_at IS NULL)),
	CHECK ((status = 'paused') = (paused_at IS NOT NULL)),
	CHECK ((status = 'returned') = (returned_at IS NOT NULL))
) STRICT;

-- Nobody has told since when the paused ones wait: not later than now.
INSERT INTO dossier_new (id, code, procedure_id, time_limit, time_unit, fee, applicant,
		id_number, phone, address, channel, status, received_at, due_at, finished_at,
		returned_at, result, officer_id, ticket, paused_at, pause_kind, requests)
	SELECT id, code, procedure_id, time_limit, time_unit, fee, applicant, id_number,
		phone, address, channel, status, received_at, due_at, finished_at, returned_at,
		result, officer_id, ticket, CASE WHEN status = 'paused' THEN received_at END,
		CASE WHEN status = 'paused' THEN 'supplement' END, status = 'paused'
	FROM dossier;
DROP TABLE dossier;
ALTER TABLE dossier_new RENAME TO dossier;

-- The figures of a period begin from these.  They hold no more than they must: wide
-- ones, from which the figures could be read alone, cost an import a tenth.
CREATE INDEX dossier_received ON dossier (received_at);
CREATE INDEX dossier_finished ON dossier (finished_at, received_at);
-- What is still open, by its moment, however many years lie behind.
CREATE INDEX dossier_open ON dossier (due_at) WHERE finished_at IS NULL;
-- Whether somebody who hands one in has another open already.
CREATE INDEX dossier_open_id ON dossier (id_number) WHERE finished_at IS NULL;
CREATE INDEX dossier_open_phone ON dossier (phone) WHERE finished_at IS NULL;

-- What only the forms need of a dossier.
CREATE TABLE dossier_intake (
	dossier_id INTEGER PRIMARY KEY REFERENCES dossier (id),
	email TEXT,
	proxy TEXT, -- who hands it in for the applicant
	request TEXT, -- what is asked for
	sets INTEGER CHECK (sets > 0), -- how many sets of papers were handed in
	collect TEXT CHECK (collect = 'counter' OR collect = 'online' OR collect = 'post'),
	agency TEXT, -- who decides, as it was on the day of receipt; NULL: we
	register_line INTEGER -- its line in the register of its field and year
) STRICT;

-- Each act on a dossier, in the order of time; what the dossier is now stands in the
-- dossier itself.
CREATE TABLE dossier_event (
	id INTEGER PRIMARY KEY,
	dossier_id INTEGER NOT NULL REFERENCES dossier (id),
	act TEXT NOT NULL CHECK (act = 'receive' OR act = 'forward' OR act = 'pause'
		OR act = 'resume' OR act = 'extend' OR act = 'finish' OR act = 'return'
		OR act = 'reject' OR act = 'withdraw' OR act = 'stop' OR act = 'reopen'
		OR act = 'move'), -- 'move': the promise, when the holidays changed
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
	promised_at INTEGER
) STRICT;

CREATE INDEX dossier_event_dossier ON dossier_event (dossier_id, id);

-- The papers of a dossier: the procedure's list as it was on the day of receipt.
CREATE TABLE dossier_paper (
	dossier_id INTEGER NOT NULL REFERENCES dossier (id),
	no INTEGER NOT NULL CHECK (no > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	kind TEXT NOT NULL CHECK (kind = 'original' OR kind = 'copy' OR kind = 'certified'),
	copies INTEGER NOT NULL CHECK (copies > 0),
	required TEXT NOT NULL CHECK (required = 'yes' OR required = 'no'),
	handed_at INTEGER, -- NULL: missing
	PRIMARY KEY (dossier_id, no)
) STRICT, WITHOUT ROWID;

-- Money taken; money given back is negative.
CREATE TABLE payment (
	id INTEGER PRIMARY KEY,
	dossier_id INTEGER NOT NULL REFERENCES dossier (id),
	paid_at INTEGER NOT NULL,
	amount INTEGER NOT NULL CHECK (amount <> 0), -- whole dong
	method TEXT NOT NULL CHECK (method = 'cash' OR method = 'transfer'),
	reference TEXT, -- the bank's
	officer_id INTEGER REFERENCES officer (id),
	note TEXT,
	imported TEXT CHECK (imported = 'yes') -- taken elsewhere; the journal has only the import
) STRICT;

CREATE INDEX payment_dossier ON payment (dossier_id);
CREATE INDEX payment_paid ON payment (paid_at);

-- Acts entered well after they are said to have happened, for the head of the office.
CREATE INDEX journal_late ON journal (entered_at) WHERE entered_at > at + 59;
