-- Who is next and why, appointments, limits of issuing, and what can be undone.

-- How a service's line is called; NULL: as the office's settings say.
ALTER TABLE service ADD COLUMN policy TEXT; -- 'fifo', 'priority', 'ratio 2:1', ...
ALTER TABLE service ADD COLUMN age_limit INTEGER CHECK (age_limit >= 0); -- minutes
ALTER TABLE service ADD COLUMN wait_target INTEGER CHECK (wait_target > 0); -- minutes
-- When its numbers are given out, 'HH:MM-HH:MM' parted by blanks (NULL: always), and
-- how many a day (NULL: as many as are asked for).
ALTER TABLE service ADD COLUMN issue_hours TEXT;
ALTER TABLE service ADD COLUMN quota INTEGER CHECK (quota > 0);
-- Appointments: a slot is so many minutes, for so many people (NULL: none).
ALTER TABLE service ADD COLUMN slot_minutes INTEGER CHECK (slot_minutes > 0);
ALTER TABLE service ADD COLUMN slot_capacity INTEGER CHECK (slot_capacity > 0);

-- At a counter, a minute waited for the service counts as so many.
ALTER TABLE counter_service ADD COLUMN weight INTEGER NOT NULL DEFAULT 1
	CHECK (weight > 0);

-- What a kiosk called its press, so that a repeated one draws nothing new.
ALTER TABLE ticket ADD COLUMN request_id TEXT;
-- The wait that the slip promised, in seconds; NULL where none was told.
ALTER TABLE ticket ADD COLUMN expected_median INTEGER;
ALTER TABLE ticket ADD COLUMN expected_p90 INTEGER;
CREATE UNIQUE INDEX ticket_request ON ticket (day, request_id)
	WHERE request_id IS NOT NULL;

-- Why the visit came into this state: 'drawn', 'transfer', 'age_limit', 'take' ...
ALTER TABLE ticket_period ADD COLUMN reason TEXT;
-- Of one that waits: the weight of its class, and since when its age counts, which
-- stays the same however it is sent about.  NULL in what had ended before this step.
ALTER TABLE ticket_period ADD COLUMN weight INTEGER;
ALTER TABLE ticket_period ADD COLUMN aged_at INTEGER;
-- Of an appointment that waits: when it is to be called.
ALTER TABLE ticket_period ADD COLUMN slot_from INTEGER;
ALTER TABLE ticket_period ADD COLUMN slot_until INTEGER;

UPDATE ticket_period SET
	aged_at = (SELECT issued_at FROM ticket WHERE id = ticket_period.ticket_id),
	weight = coalesce((SELECT r.weight FROM ticket t
		JOIN priority r ON r.id = t.priority_id
		WHERE t.id = ticket_period.ticket_id), 0)
	WHERE ended_at IS NULL AND state = 'waiting';

-- The heads of a line, class by class, without reading those behind them.
DROP INDEX ticket_period_waiting;
CREATE INDEX ticket_period_line
	ON ticket_period (day, service_id, weight DESC, aged_at, ticket_id)
	WHERE ended_at IS NULL AND state = 'waiting';
CREATE INDEX ticket_period_sent ON ticket_period (day, counter_id)
	WHERE ended_at IS NULL AND state = 'waiting' AND counter_id IS NOT NULL;
CREATE INDEX ticket_period_slot ON ticket_period (day, service_id)
	WHERE ended_at IS NULL AND state = 'waiting' AND slot_from IS NOT NULL;
-- The last calls of a service and of a counter, for whose turn it is and for how
-- long they take.
CREATE INDEX ticket_period_called ON ticket_period (service_id)
	WHERE state = 'called';
CREATE INDEX ticket_period_called_at ON ticket_period (counter_id)
	WHERE state = 'called';

CREATE TABLE appointment (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE, -- 'A261125-01'
	service_id INTEGER NOT NULL REFERENCES service (id),
	slot_at INTEGER NOT NULL, -- when its slot begins
	slot_until INTEGER NOT NULL, -- and ends
	seat INTEGER NOT NULL CHECK (seat > 0), -- which of the slot's places
	priority_id INTEGER REFERENCES priority (id),
	procedure_id INTEGER REFERENCES procedure (id),
	name TEXT,
	phone TEXT,
	booked_at INTEGER NOT NULL,
	cancelled_at INTEGER,
	ticket_id INTEGER REFERENCES ticket (id), -- drawn on arrival
	note TEXT,
	CHECK (slot_until > slot_at),
	CHECK (cancelled_at IS NULL OR ticket_id IS NULL)
) STRICT;

-- No place is given twice, however many ask at once.
CREATE UNIQUE INDEX appointment_seat ON appointment (service_id, slot_at, seat)
	WHERE cancelled_at IS NULL;
CREATE UNIQUE INDEX appointment_ticket ON appointment (ticket_id)
	WHERE ticket_id IS NOT NULL;
CREATE INDEX appointment_slot ON appointment (slot_at);

-- The last act at a counter: the periods it began, so that it can be taken back as
-- long as nothing followed.
CREATE TABLE counter_act (
	counter_id INTEGER PRIMARY KEY REFERENCES counter (id),
	act TEXT NOT NULL, -- as in the journal
	subject TEXT,
	at INTEGER NOT NULL,
	visit_after INTEGER NOT NULL, -- it began the ticket periods with ids above this
	visit_last INTEGER NOT NULL, -- up to this one
	desk_ended INTEGER, -- the period of the counter that it ended
	desk_begun INTEGER -- and the one it began
) STRICT;
