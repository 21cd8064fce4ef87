-- Supplements.

-- A request for a supplement or an apology that came later than the law has it.
ALTER TABLE dossier_event ADD COLUMN late TEXT CHECK (late = 'yes');
