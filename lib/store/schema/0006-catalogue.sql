-- The catalogue by date: a procedure's rule, fee and texts hold from a day on.

ALTER TABLE procedure ADD COLUMN online_limit INTEGER CHECK (online_limit >= 0);
ALTER TABLE procedure ADD COLUMN online_unit TEXT
	CHECK (online_unit = 'working-day' OR online_unit = 'day'
		OR online_unit = 'same-day' OR online_unit = 'working-hour');
ALTER TABLE procedure ADD COLUMN online_fee INTEGER CHECK (online_fee >= 0);
ALTER TABLE procedure ADD COLUMN post_limit INTEGER CHECK (post_limit >= 0);
ALTER TABLE procedure ADD COLUMN post_unit TEXT
	CHECK (post_unit = 'working-day' OR post_unit = 'day'
		OR post_unit = 'same-day' OR post_unit = 'working-hour');
ALTER TABLE procedure ADD COLUMN post_fee INTEGER CHECK (post_fee >= 0);
ALTER TABLE procedure ADD COLUMN place TEXT;
ALTER TABLE procedure ADD COLUMN agency TEXT;
ALTER TABLE procedure ADD COLUMN legal_basis TEXT;
ALTER TABLE procedure ADD COLUMN time_text TEXT;
ALTER TABLE procedure ADD COLUMN fee_text TEXT;
ALTER TABLE procedure ADD COLUMN doubt TEXT;

-- The table `procedure` keeps the codes, and what held when it was written last; what
-- holds on a day stands here, in the newest version of that day or before.
CREATE TABLE procedure_version (
	procedure_id INTEGER NOT NULL REFERENCES procedure (id),
	since TEXT NOT NULL, -- the day from which it holds
	name TEXT NOT NULL CHECK (name <> ''),
	field TEXT NOT NULL CHECK (field <> ''),
	time_limit INTEGER NOT NULL CHECK (time_limit >= 0),
	time_unit TEXT NOT NULL
		CHECK (time_unit = 'working-day' OR time_unit = 'day'
			OR time_unit = 'same-day' OR time_unit = 'working-hour'),
	fee INTEGER CHECK (fee >= 0),
	decision TEXT,
	note TEXT,
	-- Of another channel, where it differs from the counter's; a unit with its limit.
	online_limit INTEGER CHECK (online_limit >= 0),
	online_unit TEXT
		CHECK (online_unit = 'working-day' OR online_unit = 'day'
			OR online_unit = 'same-day' OR online_unit = 'working-hour'),
	online_fee INTEGER CHECK (online_fee >= 0),
	post_limit INTEGER CHECK (post_limit >= 0),
	post_unit TEXT
		CHECK (post_unit = 'working-day' OR post_unit = 'day'
			OR post_unit = 'same-day' OR post_unit = 'working-hour'),
	post_fee INTEGER CHECK (post_fee >= 0),
	place TEXT,
	agency TEXT, -- who decides; NULL: we
	legal_basis TEXT,
	time_text TEXT, -- as published, word by word
	fee_text TEXT,
	doubt TEXT, -- why the time or the fee should be looked at
	PRIMARY KEY (procedure_id, since),
	CHECK (time_limit > 0 OR time_unit = 'same-day'),
	CHECK ((online_limit IS NULL) = (online_unit IS NULL)),
	CHECK (online_limit > 0 OR online_unit IS NULL OR online_unit = 'same-day'),
	CHECK ((post_limit IS NULL) = (post_unit IS NULL)),
	CHECK (post_limit > 0 OR post_unit IS NULL OR post_unit = 'same-day')
) STRICT, WITHOUT ROWID;

-- What was there has always been so, as far as anybody told.  The sample's mark, 'check
-- the time', is a doubt.
UPDATE procedure SET doubt = note WHERE note LIKE '%kiểm tra thời hạn%';
INSERT INTO procedure_version (procedure_id, since, name, field, time_limit, time_unit, fee,
		decision, note, doubt)
	SELECT id, '0001-01-01', name, field, time_limit, time_unit, fee, decision, note, doubt
	FROM procedure;
