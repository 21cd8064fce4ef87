-- What an entry of a register was called until a day: reports of before still say so.
CREATE TABLE former_name (
	kind TEXT NOT NULL, -- 'officer', 'counter', 'service', 'desk'
	code TEXT NOT NULL,
	until TEXT NOT NULL, -- the first day of the next name
	name TEXT NOT NULL, -- '': none
	PRIMARY KEY (kind, code, until)
) STRICT, WITHOUT ROWID;
