/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_REQUEST_H
#define OSQ_OFFICE_KEEP_REQUEST_H

#include "office/core/office.h"

/*
 * What one head has asked for and another one confirms: an entry of the journal, "purge
 * ask" or "config ask", of which the number is that of the entry.  The texts are its own,
 * NULL where the entry does not have them.
 */
struct request {
	int64_t uid, entered_at;
	bool confirmed;
	char *act, *before, *force, *key, *value, *since, *unset;
};

/*
 * Journal that the request NUMBER is confirmed, and read it into R, which is empty, for
 * whoever now does it.  NO where there is none, or it was confirmed already or asked for
 * more than 7 days ago; NOT_ALLOWED where the caller has asked for it himself.
 */
enum status request_confirm(struct office *office, const char *number, struct request *r);

void request_free(struct request *r);

#endif
