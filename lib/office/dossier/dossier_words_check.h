/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_WORDS_CHECK_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_WORDS_CHECK_H

#include "base/mem.h"
#include "office/core/office.h"

/* Compare the index with the dossiers, word for word: the number of dossiers that differ,
 * and the code (or the id, where the dossier is gone) of one into FIRST. */
enum status words_check(struct office *office, int64_t *different, struct buf *first);

#endif
