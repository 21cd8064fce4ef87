/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REGISTERS_REGISTER_H
#define OSQ_OFFICE_REGISTERS_REGISTER_H

#include "office/core/reg.h"

/* Importing any register. */

/* Begin an import into the register whose pointer CTX points to; continue with
 * import_headings(), as in core/import.h. */
enum status register_import(struct office *office, void *ctx,
			    struct import_listener *listener, struct import **import);

/* The same for some entries of it: those of a register that is imported as a whole which
 * are not among the rows stay. */
enum status register_import_entry(struct office *office, void *ctx,
				  struct import_listener *listener,
				  struct import **import);

/* The same for all of a register with an `end_sql` that is in force: what is and is not
 * among the rows ends, with yesterday as its last day; each is told to the listener. */
enum status register_import_whole(struct office *office, void *ctx,
				  struct import_listener *listener,
				  struct import **import);

/* The same into the holidays, settling the year, an int64_t, that CTX points to: at the
 * end it has a notice, whatever the rows were. */
enum status register_import_notice(struct office *office, void *ctx,
				   struct import_listener *listener,
				   struct import **import);

#endif
