/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_DOSSIER_NOTE_H
#define OSQ_OFFICE_REPORT_DOSSIER_NOTE_H

#include "base/mem.h"
#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * What stands below figures of dossiers, appended to BUF in the language in force: ends
 * without a result; what is counted nowhere; why the period begins otherwise than the
 * one before ended, field by field; promises that were moved in it; and how many
 * dossiers count otherwise than when it ended, because of what was entered later.
 */
enum status dossier_note(struct office *office, const struct period *period,
			 struct buf *buf);

#endif
