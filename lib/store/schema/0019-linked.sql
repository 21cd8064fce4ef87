-- Dossiers of one request (Decree 63/2024): those that are handled together.

ALTER TABLE dossier ADD COLUMN linked TEXT; -- the code of the first of them, its own included
-- The limit once another agency is asked, time_limit itself where that makes none longer;
-- not null: both are the request's, not the procedure's.
ALTER TABLE dossier ADD COLUMN verified_limit INTEGER;
ALTER TABLE dossier ADD COLUMN verified_at INTEGER; -- since when it holds; the pause of that moment
	-- stops no clock
CREATE INDEX dossier_linked ON dossier (linked) WHERE linked IS NOT NULL;
