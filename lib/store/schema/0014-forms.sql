-- The numbers of the law's forms, and who hands a dossier in for somebody else.

-- Each kind is numbered by itself within the year; a number is given when the paper is
-- first printed, and a reprint has it again.
CREATE TABLE form_number (
	form INTEGER NOT NULL, -- its number in the set of 2025
	year INTEGER NOT NULL,
	number INTEGER NOT NULL CHECK (number > 0),
	dossier_id INTEGER NOT NULL, -- 0: a register
	event_id INTEGER NOT NULL, -- the act that it tells of; 0: the dossier as such
	field TEXT NOT NULL, -- of a register; else ''
	PRIMARY KEY (form, year, number),
	UNIQUE (form, dossier_id, event_id, field, year)
) STRICT, WITHOUT ROWID;

-- What was there before forms were numbered: of dossiers and acts up to these, forms are
-- printed as they were.  One row.
CREATE TABLE form_first (
	dossier_id INTEGER NOT NULL,
	event_id INTEGER NOT NULL
) STRICT;
INSERT INTO form_first (dossier_id, event_id)
	VALUES ((SELECT coalesce(max(id), 0) FROM dossier),
		(SELECT coalesce(max(id), 0) FROM dossier_event));

ALTER TABLE dossier_intake ADD COLUMN proxy_id_number TEXT;
ALTER TABLE dossier_intake ADD COLUMN proxy_address TEXT;
ALTER TABLE dossier_intake ADD COLUMN proxy_phone TEXT;
ALTER TABLE dossier_intake ADD COLUMN proxy_email TEXT;
-- The paper of authority: its name, number and day.
ALTER TABLE dossier_intake ADD COLUMN proxy_paper TEXT;
