/* SPDX-License-Identifier: MIT */
#include "office/core/beside.h"

static enum status
write_it(struct office *writer, office_write *write, void *ctx)
{
	int64_t done = 0;
	enum status st = office_begin(writer);

	if (st)
		return st;
	st = write(writer, ctx, &done);
	return st || done ? office_end(writer, st) : office_end_acts(writer, OK, 0);
}

enum status
office_beside(struct office *office, office_write *write, void *ctx)
{
	struct office writer = *office;
	enum status st;

	writer.act.dry_run = false;
	if (store_is_writable(office->store))
		return write_it(&writer, write, ctx);
	writer.store = NULL;
	if (!(st = store_open_again(office->store, STORE_WRITE, &writer.store)))
		st = write_it(&writer, write, ctx);
	store_close(writer.store);
	return st;
}
