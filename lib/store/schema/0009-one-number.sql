-- One number each: who still waits for the service is not given another one.
ALTER TABLE service ADD COLUMN one_number_each TEXT
	CHECK (one_number_each = 'yes' OR one_number_each = 'no'); -- NULL: no

-- What stands for the citizen's card today; the end of the day wipes it.
ALTER TABLE ticket ADD COLUMN card TEXT;
CREATE INDEX ticket_card ON ticket (day) WHERE card IS NOT NULL;

-- Random, made by whoever runs this step (lib/store/secret.h).
CREATE TABLE secret (value TEXT NOT NULL) STRICT;
