-- What dossiers are found by: of each its words, folded (lib/office/rules/words.c).  No row
-- keeps its words, so whoever changes a dossier takes out the old ones first, which he
-- must still know; see lib/office/dossier/dossier_words.h.  The upgrade fills it.
CREATE VIRTUAL TABLE dossier_words USING fts5 (
	words,
	content = '',
	columnsize = 0,
	detail = none,
	tokenize = "ascii tokenchars '_'"
);
