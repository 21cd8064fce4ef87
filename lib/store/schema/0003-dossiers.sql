-- Dossiers and ratings.

-- The last number given to a dossier received on a day.
CREATE TABLE dossier_series (
	day TEXT PRIMARY KEY,
	last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	procedure_id INTEGER NOT NULL REFERENCES procedure (id),
	-- The rule and the fee as they were on the day of receipt.
	time_limit INTEGER NOT NULL,
	time_unit TEXT NOT NULL,
	fee INTEGER,
	applicant TEXT NOT NULL CHECK (applicant <> ''),
	id_number TEXT,
	phone TEXT,
	address TEXT,
	-- Not IN (...): SQLite would build a table of the words for each row.
	channel TEXT NOT NULL
		CHECK (channel = 'counter' OR channel = 'online' OR channel = 'post'),
	status TEXT NOT NULL CHECK (status = 'finished' OR status = 'returned'
		OR status = 'received' OR status = 'processing' OR status = 'paused'
		OR status = 'rejected' OR status = 'withdrawn'),
	received_at INTEGER NOT NULL,
	due_at INTEGER NOT NULL,
	finished_at INTEGER,
	returned_at INTEGER,
	result TEXT,
	officer_id INTEGER REFERENCES officer (id),
	ticket TEXT, -- the visit's label, of the day of receipt; kept as text, since a
		-- dossier moves to another office and its visit does not
	CHECK (finished_at IS NULL OR finished_at >= received_at),
	CHECK (returned_at IS NULL OR returned_at >= finished_at),
	CHECK ((status = 'received' OR status = 'processing' OR status = 'paused')
		= (finished_at IS NULL)),
	CHECK ((status = 'returned') = (returned_at IS NOT NULL))
) STRICT;

-- The figures of a period begin from these.  They hold no more than they must: wide
-- ones, from which the figures could be read alone, cost an import a tenth.
CREATE INDEX dossier_received ON dossier (received_at);
CREATE INDEX dossier_finished ON dossier (finished_at, received_at);

CREATE TABLE rating (
	id INTEGER PRIMARY KEY,
	rated_at INTEGER NOT NULL,
	score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
	officer_id INTEGER NOT NULL REFERENCES officer (id),
	ticket_id INTEGER REFERENCES ticket (id),
	dossier_id INTEGER REFERENCES dossier (id),
	comment TEXT
) STRICT;

-- One rating for one visit or dossier.
CREATE UNIQUE INDEX rating_ticket ON rating (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE UNIQUE INDEX rating_dossier ON rating (dossier_id) WHERE dossier_id IS NOT NULL;
CREATE INDEX rating_rated ON rating (rated_at);
