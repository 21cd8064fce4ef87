-- What an office is: settings, registers, and the journal of every act.
-- Days are text YYYY-MM-DD, moments seconds since 1970 UTC, money whole dong.

CREATE TABLE setting (
	key TEXT NOT NULL,
	since TEXT NOT NULL, -- the day from which the value holds
	value TEXT NOT NULL,
	PRIMARY KEY (key, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	field TEXT NOT NULL CHECK (field <> ''),
	time_limit INTEGER NOT NULL CHECK (time_limit >= 0),
	time_unit TEXT NOT NULL
		CHECK (time_unit = 'working-day' OR time_unit = 'day'
			OR time_unit = 'same-day' OR time_unit = 'working-hour'),
	fee INTEGER CHECK (fee >= 0),
	decision TEXT,
	note TEXT,
	CHECK (time_limit > 0 OR time_unit = 'same-day')
) STRICT;

CREATE TABLE service (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	prefix TEXT NOT NULL UNIQUE CHECK (prefix <> ''),
	name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE counter (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name TEXT
) STRICT;

CREATE TABLE counter_service (
	counter_id INTEGER NOT NULL REFERENCES counter (id),
	service_id INTEGER NOT NULL REFERENCES service (id),
	PRIMARY KEY (counter_id, service_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE officer (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	title TEXT,
	phone TEXT,
	photo TEXT
) STRICT;

CREATE TABLE holiday (
	date TEXT PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
	name TEXT
) STRICT, WITHOUT ROWID;

-- Spans of open time in a week; `counts`: working time for deadlines.
CREATE TABLE hours (
	weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 = Monday
	opens TEXT NOT NULL,
	closes TEXT NOT NULL,
	counts TEXT NOT NULL CHECK (counts IN ('yes', 'no')),
	PRIMARY KEY (weekday, opens),
	CHECK (opens < closes)
) STRICT, WITHOUT ROWID;

CREATE TABLE priority (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	weight INTEGER NOT NULL CHECK (weight >= 0)
) STRICT;

CREATE TABLE target (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	unit TEXT,
	target REAL NOT NULL,
	actual REAL,
	note TEXT
) STRICT;

-- Every act, in a chain: hash = SHA-256(the hash before || the entry).
CREATE TABLE journal (
	id INTEGER PRIMARY KEY, -- 1, 2, 3 ... without a gap
	at INTEGER NOT NULL, -- when it happened
	entered_at INTEGER NOT NULL, -- when it was entered
	uid INTEGER NOT NULL, -- the Unix user who entered it
	officer TEXT,
	counter TEXT,
	act TEXT NOT NULL, -- 'ticket issue'
	subject TEXT, -- 'A012'
	detail TEXT NOT NULL, -- a JSON object
	hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal
BEGIN
	SELECT RAISE(ABORT, 'the journal is only added to');
END;

CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN
	SELECT RAISE(ABORT, 'the journal is only added to');
END;
