/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_LINE_EXPLAIN_H
#define OSQ_OFFICE_QUEUE_LINE_EXPLAIN_H

#include "base/mem.h"
#include "office/core/office.h"
#include "office/rules/policy.h"

/*
 * Append to BUF, as a sentence, why the line's CHOICE goes first: in the language in
 * force, or in English for the journal.
 */
enum status line_explain(struct office *office, const struct line *line,
			 const struct choice *choice, bool translated, struct buf *buf);

#endif
