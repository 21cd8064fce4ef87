-- Who may do what: the Unix users of this office.
CREATE TABLE user (
	login TEXT PRIMARY KEY,
	role TEXT NOT NULL,
	officer_id INTEGER REFERENCES officer (id),
	counter_id INTEGER REFERENCES counter (id),
	until TEXT
) STRICT, WITHOUT ROWID;
