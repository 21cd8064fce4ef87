-- What an office no longer has stays, with the last day on which it held.
ALTER TABLE officer ADD COLUMN until TEXT;
ALTER TABLE counter ADD COLUMN until TEXT;
ALTER TABLE service ADD COLUMN until TEXT;
ALTER TABLE desk ADD COLUMN until TEXT;
-- A procedure ends by the version that holds; one that comes back gets another.
ALTER TABLE procedure ADD COLUMN until TEXT;
ALTER TABLE procedure_version ADD COLUMN until TEXT;
