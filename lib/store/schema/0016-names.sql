-- Names in English, for whoever reads the screen in the hall in that language.
ALTER TABLE service ADD COLUMN name_en TEXT;
ALTER TABLE counter ADD COLUMN name_en TEXT;
