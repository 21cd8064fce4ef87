/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_TEMPLATE_TEMPLATE_FILE_H
#define OSQ_FORM_TEMPLATE_TEMPLATE_FILE_H

#include <sys/types.h>

#include "base/error.h"
#include "base/mem.h"

/*
 * Read a template: the file OWN, which a setting may name, or where that is NULL or ""
 * the file SHARED ("slip/slip.html") of share/osq.  Appends to TEXT, and *NAME becomes
 * OWN or SHARED, for template_render().  OWN must be a plain file of the user OWNER (of
 * whom the store is) or of root, readable by all and writable by nobody else:
 * NOT_ALLOWED. NO_INPUT or NOT_ALLOWED where it cannot be read, UNAVAILABLE where SHARED
 * is missing, BAD_DATA for a file that is not UTF-8 text or is longer than TEMPLATE_MAX.
 */
#define TEMPLATE_MAX ((size_t)1 << 20)
enum status template_read(const char *own, uid_t owner, const char *shared,
			  struct buf *text, const char **name);

#endif
