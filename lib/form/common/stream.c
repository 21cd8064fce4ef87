/* SPDX-License-Identifier: MIT */
#include "form/common/stream.h"

#include <errno.h>
#include <string.h>

#include "base/intl.h"

/* CODE is errno, read by the caller before _() can change it. */
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
