-- What dossiers are found by, anew: i and y are one vowel, and a name is found by any of its
-- words run together (lib/office/rules/words.c).  The upgrade fills it.
INSERT INTO dossier_words (dossier_words) VALUES ('delete-all');
