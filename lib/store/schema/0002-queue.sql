-- Tickets and counters.  A visit is its periods, and every figure comes from
-- them; what a ticket is now is the state of its last period.

-- The last number of a series on a day.
CREATE TABLE series (
	day TEXT NOT NULL,
	series TEXT NOT NULL,
	last INTEGER NOT NULL,
	PRIMARY KEY (day, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
	id INTEGER PRIMARY KEY,
	day TEXT NOT NULL, -- the office's local day
	series TEXT NOT NULL, -- the service's prefix when it was drawn
	number INTEGER NOT NULL CHECK (number > 0),
	priority_id INTEGER REFERENCES priority (id),
	procedure_id INTEGER REFERENCES procedure (id),
	name TEXT,
	phone TEXT,
	issued_at INTEGER NOT NULL,
	UNIQUE (day, series, number)
) STRICT;

-- done, no_show, cancelled and unserved are moments: they end as they start, so
-- that only visits still going on have an open period.
CREATE TABLE ticket_period (
	id INTEGER PRIMARY KEY,
	ticket_id INTEGER NOT NULL REFERENCES ticket (id),
	day TEXT NOT NULL, -- the ticket's, for the index of those who wait
	-- Not state IN (...): SQLite would build a table of the words for each row.
	state TEXT NOT NULL CHECK (state = 'waiting' OR state = 'called'
		OR state = 'serving' OR state = 'held' OR state = 'done'
		OR state = 'no_show' OR state = 'cancelled' OR state = 'unserved'),
	service_id INTEGER NOT NULL REFERENCES service (id),
	counter_id INTEGER REFERENCES counter (id), -- of one waiting: only there
	officer_id INTEGER REFERENCES officer (id),
	started_at INTEGER NOT NULL,
	ended_at INTEGER,
	note TEXT,
	CHECK (ended_at IS NULL OR ended_at >= started_at),
	CHECK (state NOT IN ('called', 'serving') OR counter_id IS NOT NULL)
) STRICT;

CREATE INDEX ticket_period_ticket ON ticket_period (ticket_id);
-- One state at a time.
CREATE UNIQUE INDEX ticket_period_now ON ticket_period (ticket_id)
	WHERE ended_at IS NULL;
-- One ticket at a counter.
CREATE UNIQUE INDEX ticket_period_counter ON ticket_period (counter_id)
	WHERE ended_at IS NULL AND state IN ('called', 'serving');
-- Those who wait today, however many years lie behind.
CREATE INDEX ticket_period_waiting ON ticket_period (day, service_id)
	WHERE ended_at IS NULL AND state = 'waiting';

-- A new period ends the one before it, so that a transition is one INSERT.
CREATE TRIGGER ticket_period_follows BEFORE INSERT ON ticket_period
BEGIN
	UPDATE ticket_period SET ended_at = NEW.started_at
		WHERE ticket_id = NEW.ticket_id AND ended_at IS NULL;
END;

-- Who sits where, and since when.
CREATE TABLE counter_period (
	id INTEGER PRIMARY KEY,
	counter_id INTEGER NOT NULL REFERENCES counter (id),
	officer_id INTEGER NOT NULL REFERENCES officer (id),
	state TEXT NOT NULL CHECK (state IN ('open', 'paused')),
	started_at INTEGER NOT NULL,
	ended_at INTEGER,
	CHECK (ended_at IS NULL OR ended_at >= started_at)
) STRICT;

CREATE UNIQUE INDEX counter_period_counter ON counter_period (counter_id)
	WHERE ended_at IS NULL;
CREATE UNIQUE INDEX counter_period_officer ON counter_period (officer_id)
	WHERE ended_at IS NULL;
CREATE INDEX counter_period_started ON counter_period (started_at);
