/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <errno.h>
#include <string.h>

#include "base/intl.h"

enum status
xlsx_check(lxw_error error)
{
	int code = errno;

	switch (error) {
	case LXW_NO_ERROR:
		return OK;
	case LXW_ERROR_CREATING_XLSX_FILE:
	case LXW_ERROR_CREATING_TMPFILE:
	case LXW_ERROR_READING_TMPFILE:
	case LXW_ERROR_ZIP_FILE_OPERATION:
	case LXW_ERROR_ZIP_FILE_ADD:
	case LXW_ERROR_ZIP_CLOSE:
		return fail(IO_ERROR, _("cannot write the workbook: %s"),
			    intl_error(code ? code : EIO));
	default:
		return fail(INTERNAL, _("cannot make the workbook: %s"),
			    lxw_strerror(error));
	}
}
