/* SPDX-License-Identifier: MIT */
#include "form/common/stream.h"

#include <errno.h>
#include <string.h>

#include "base/intl.h"

/* CODE is taken before _() may open a catalogue and with it change errno. */
static enum status
fail_stream(int code)
{
	return fail(IO_ERROR, _("cannot write: %s"), intl_error(code ? code : EIO));
}

enum status
stream_check(FILE *stream)
{
	return ferror(stream) ? fail_stream(errno) : OK;
}

enum status
stream_flush(FILE *stream)
{
	return fflush(stream) ? fail_stream(errno) : stream_check(stream);
}
