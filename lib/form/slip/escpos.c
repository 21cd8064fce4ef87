/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "form/common/stream.h"
#include "form/slip/slip_art.h"
#include "form/slip/slip_words.h"

/*
 * ESC/POS.  Only four commands are used, which every printer of this kind knows:
 *
 *	ESC @                           reset all settings
 *	GS v 0  m xL xH yL yH  bits     a raster, xL xH bytes by yL yH rows
 *	ESC d n                         feed n lines
 *	GS V 66 n                       feed to the knife and cut
 *
 * No text of a slip is sent as text, so nothing in it can command the printer.
 */

/* Rows sent at once: cheap printers buffer few; 128 rows of the wide paper are 9 KiB. */
#define BAND 128

static void
put_band(FILE *out, cairo_surface_t *picture, int from, int rows)
{
	const unsigned char *pixels = cairo_image_surface_get_data(picture);
	const int dots = cairo_image_surface_get_width(picture), bytes = dots / 8;
	const ptrdiff_t stride = cairo_image_surface_get_stride(picture);
	int x, y, bit;

	fprintf(out, "\x1dv0%c%c%c%c%c", 0, bytes & 0xff, bytes >> 8, rows & 0xff,
		rows >> 8);
	for (y = from; y < from + rows; y++) {
		const uint32_t *row = (const void *)(pixels + y * stride);

		for (x = 0; x < dots; x += 8) {
			int byte = 0;

			for (bit = 0; bit < 8; bit++)
				byte = byte << 1 | ((row[x + bit] & 0xff) < 0x80);
			fputc(byte, out);
		}
	}
}

enum status
escpos_slip(FILE *out, int dots, const struct slip *slip, const struct slip_words *words)
{
	cairo_surface_t *picture;
	enum status st = raster_slip(slip, words, dots, &picture);
	int y, height;

	if (st)
		return st;
	height = cairo_image_surface_get_height(picture);
	fputs("\x1b@", out);
	for (y = 0; y < height; y += BAND)
		put_band(out, picture, y, height - y < BAND ? height - y : BAND);
	fputs("\x1b"
	      "d\x03",
	      out);
	fprintf(out, "\x1dVB%c", 0);
	cairo_surface_destroy(picture);
	return stream_flush(out);
}
