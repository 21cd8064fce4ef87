/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_SLIP_ART_H
#define OSQ_FORM_SLIP_SLIP_ART_H

#include <cairo.h>

#include "form/slip/slip_words.h"

/* Inside the module form-slip, which alone is linked with pango, cairo and qrencode. */

/* A QR code: SIDE x SIDE modules, without the quiet zone around it. */
#define QR_QUIET 4 /* modules of white all around, ISO/IEC 18004 */
struct qr {
	int side;
	unsigned char *modules; /* row by row; bit 0 set: black */
	void *code;
};
enum status qr_make(const char *text, struct qr *qr);
void qr_free(struct qr *qr);
/* Append TEXT as a QR code, an <svg> of one path without a size of its own. */
enum status qr_svg(const char *text, struct buf *out);
/* As a PNG, and as half blocks for a terminal. */
enum status qr_png(const char *text, struct buf *out);
enum status qr_blocks(const char *text, struct buf *out);

/* UNAVAILABLE where fontconfig knows no font that can write Vietnamese: pango would draw
 * boxes instead. */
enum status raster_fonts(void);

/* Draw the slip, DOTS wide, black on white; to be destroyed by the caller. */
enum status raster_slip(const struct slip *slip, const struct slip_words *words, int dots,
			cairo_surface_t **picture);

/* Draw it and write what the printer takes. */
enum status escpos_slip(FILE *out, int dots, const struct slip *slip,
			const struct slip_words *words);

#endif
