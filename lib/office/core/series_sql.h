/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_SERIES_SQL_H
#define OSQ_OFFICE_CORE_SERIES_SQL_H

/*
 * Draw the next number of a series on :day, the first is 1, in one statement: no two get
 * the same.  OF is the rest of a SELECT that gives the name of the series and 1.  Returns
 * the name and the number.
 */
#define SERIES_DRAW(of)                                                                  \
	"INSERT INTO series (day, series, last) SELECT :day, " of                        \
	" ON CONFLICT (day, series) DO UPDATE SET last = series.last + 1"                \
	" RETURNING series, last"

#endif
