/* SPDX-License-Identifier: MIT */
#include "form/common/stream.h"

#include <errno.h>
#include <string.h>

#include "base/intl.h"

/* CODE is taken before _() may open a catalogue and with it change errno. */
static enum status
broken(int code)
{
	return fail(IO_ERROR, _("cannot write: %s"), intl_error(code ? code : EIO));
}

enum status
stream_check(FILE *stream)
{
	return ferror(stream) ? broken(errno) : OK;
}

enum status
stream_flush(FILE *stream)
{
	return fflush(stream) ? broken(errno) : stream_check(stream);
}
