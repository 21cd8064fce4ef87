/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <qrencode.h>
#include <string.h>

#include "base/intl.h"
#include "form/slip_art.h"
#include "form/slip_module.h"

/* Level M (15 % may be lost) stands a crease or a drop of rain, and stays coarse. */
enum status
qr_make(const char *text, struct qr *qr)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	const int why = errno; /* before _() may change it */

	*qr = (struct qr){ 0 };
	if (!code)
		return fail(why == ERANGE ? BAD_DATA : INTERNAL,
			    _("no QR code can be made: %s"), intl_error(why));
	*qr = (struct qr){ .side = code->width, .modules = code->data, .code = code };
	return OK;
}

void
qr_free(struct qr *qr)
{
	QRcode_free(qr->code);
	*qr = (struct qr){ 0 };
}

/* Each run of black modules in a row is a box one module high. */
static void
add_row(struct buf *out, const struct qr *qr, int y)
{
	const unsigned char *row = qr->modules + (ptrdiff_t)y * qr->side;
	int x, run;

	for (x = 0; x < qr->side; x += run + 1) {
		for (run = 0; x + run < qr->side && (row[x + run] & 1); run++)
			;
		if (run)
			buf_print(out, "M%d %dh%dv1h-%dz", x + QR_QUIET, y + QR_QUIET,
				  run, run);
	}
}

enum status
qr_svg(const char *text, struct buf *out)
{
	struct qr qr;
	enum status st = qr_make(text, &qr);
	int y, side;

	if (st)
		return st;
	side = qr.side + 2 * QR_QUIET;
	buf_print(out,
		  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
		  " shape-rendering=\"crispEdges\" role=\"img\">"
		  "<path fill=\"#fff\" d=\"M0 0h%dv%dh-%dz\"/><path fill=\"#000\" d=\"",
		  side, side, side, side, side);
	for (y = 0; y < qr.side; y++)
		add_row(out, &qr, y);
	buf_text(out, "\"/></svg>");
	qr_free(&qr);
	return OK;
}

const struct slip_module slip_module = { qr_svg, escpos_slip, raster_fonts };
