/* SPDX-License-Identifier: MIT */
#include <cairo.h>
#include <errno.h>
#include <qrencode.h>
#include <string.h>

#include "base/intl.h"
#include "form/slip/slip_art.h"

/* Digits and capitals are packed closer than other bytes: a payment's code is two fifths
 * smaller for it. */
static enum status
make_qr(const char *text, QRecLevel level, struct qr *qr)
{
	QRcode *code = QRcode_encodeString(text, 0, level, QR_MODE_8, 1);
	const int why = errno; /* read before _() can change it */

	*qr = (struct qr){ 0 };
	if (!code)
		return fail(why == ERANGE ? BAD_DATA : INTERNAL,
			    _("no QR code can be made: %s"), intl_error(why));
	*qr = (struct qr){ .side = code->width, .modules = code->data, .code = code };
	return OK;
}

/* Level M (15 % may be lost) survives a crease or a drop of rain, with modules still
 * large. */
enum status
qr_make(const char *text, struct qr *qr)
{
	return make_qr(text, QR_ECLEVEL_M, qr);
}

void
qr_free(struct qr *qr)
{
	QRcode_free(qr->code);
	*qr = (struct qr){ 0 };
}

/* Draw each run of black modules in a row as a box one module high. */
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

/* Black at X, Y, counted from the quiet zone's corner; all around is white. */
static bool
is_black(const struct qr *qr, int x, int y)
{
	x -= QR_QUIET;
	y -= QR_QUIET;
	return x >= 0 && y >= 0 && x < qr->side && y < qr->side &&
	       qr->modules[(ptrdiff_t)y * qr->side + x] & 1;
}

/* The side in dots of a module of a picture: a payment's code of 41 modules is 10 cm on a
 * usual screen. */
#define DOTS 8

static cairo_status_t
add_bytes(void *out, const unsigned char *bytes, unsigned n)
{
	buf_add(out, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void
paint_qr(const struct qr *qr, cairo_surface_t *picture)
{
	unsigned char *pixels = cairo_image_surface_get_data(picture);
	const ptrdiff_t stride = cairo_image_surface_get_stride(picture);
	const int side = cairo_image_surface_get_width(picture);
	int x, y;

	for (y = 0; y < side; y++)
		for (x = 0; x < side; x++)
			pixels[y * stride + x] = is_black(qr, x / DOTS, y / DOTS) ? 0 :
										    255;
	cairo_surface_mark_dirty(picture);
}

/* Cairo writes a surface of format A8 as a grey picture. */
enum status
qr_png(const char *text, struct buf *out)
{
	cairo_surface_t *picture;
	cairo_status_t drawn;
	struct qr qr;
	enum status st = qr_make(text, &qr);
	int side;

	if (st)
		return st;
	side = (qr.side + 2 * QR_QUIET) * DOTS;
	picture = cairo_image_surface_create(CAIRO_FORMAT_A8, side, side);
	if (!(drawn = cairo_surface_status(picture))) {
		paint_qr(&qr, picture);
		drawn = cairo_surface_write_to_png_stream(picture, add_bytes, out);
	}
	if (drawn)
		st = fail(INTERNAL, _("no QR code can be made: %s"),
			  cairo_status_to_string(drawn));
	cairo_surface_destroy(picture);
	qr_free(&qr);
	return st;
}

/*
 * Two modules above each other make one character.  Black and white are set explicitly,
 * from the part of the 256 colours that no theme changes, so that a dark theme does not
 * turn the code into its negative, which not every telephone reads.  A screen has no
 * creases: with level L a payment's code fits a screen of 24 lines.
 */
enum status
qr_blocks(const char *text, struct buf *out)
{
	static const char *const halves[] = { " ", "▄", "▀", "█" };
	struct qr qr;
	enum status st = make_qr(text, QR_ECLEVEL_L, &qr);
	int x, y, side;

	if (st)
		return st;
	side = qr.side + 2 * QR_QUIET;
	for (y = 0; y < side; y += 2) {
		buf_text(out, "\x1b[38;5;16;48;5;231m");
		for (x = 0; x < side; x++)
			buf_text(out, halves[is_black(&qr, x, y) * 2 +
					     is_black(&qr, x, y + 1)]);
		buf_text(out, "\x1b[0m\n");
	}
	qr_free(&qr);
	return OK;
}
