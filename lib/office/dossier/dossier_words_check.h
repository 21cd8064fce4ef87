/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_WORDS_CHECK_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_WORDS_CHECK_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * Compare the index with the dossiers, word for word.  *DIFFERENT gets how many dossiers
 * differ, and FIRST the code of one (or its id, if the dossier is gone).
 */
enum status words_check(struct office *office, int64_t *different, struct buf *first);

#endif
