/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_NAME_THEN_H
#define OSQ_OFFICE_REPORT_NAME_THEN_H

/*
 * How the entry of a register that is the table KIND was called on the last day of a
 * report, as an expression: ROW is its row in the statement, with code and name, and the
 * parameter :last that day.  A report that was sent keeps its names.
 */
#define NAME_THEN(kind, row)                                                             \
	"nullif(coalesce((SELECT f.name FROM former_name f WHERE f.kind = '" kind "'"    \
	"  AND f.code = " row                                                            \
	".code AND f.until > :last ORDER BY f.until LIMIT 1), " row ".name), '')"

#endif
