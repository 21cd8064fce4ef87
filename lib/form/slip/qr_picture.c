/* SPDX-License-Identifier: MIT */
#include "form/slip/qr_picture.h"

#include "base/intl.h"
#include "form/common/module.h"
#include "form/slip/slip_module.h"

enum status
qr_picture(const char *text, enum qr_kind kind, struct buf *out)
{
	const char *why;
	const struct slip_module *art = module_find("form-slip", "slip_module", &why);

	if (!art)
		return fail(UNAVAILABLE, _("pictures of QR codes are not available: %s"),
			    why);
	switch (kind) {
	case QR_PNG:
		return art->qr_png(text, out);
	case QR_BLOCKS:
		return art->qr_blocks(text, out);
	case QR_SVG:
		break;
	}
	return art->qr_svg(text, out);
}
