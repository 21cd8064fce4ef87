-- Why somebody is dissatisfied, from a short list.
CREATE TABLE rating_reason (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> '')
) STRICT;

ALTER TABLE rating ADD COLUMN reason_id INTEGER REFERENCES rating_reason (id);
