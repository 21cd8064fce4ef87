/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_SLIP_HTML_H
#define OSQ_FORM_SLIP_SLIP_HTML_H

#include "form/slip/slip.h"

/* The slips for which a QR code or letters must be drawn.  The module form-slip does
 * that; it is loaded on the first call. */

/* Fill TEMPLATE, called NAME in messages, with the slip (see slip_data()). */
enum status slip_html(FILE *out, const char *template, const char *name, int paper,
		      const struct slip *slip);

/* The bytes for an ESC/POS printer: init, the slip as a raster, feed, cut. */
enum status slip_escpos(FILE *out, int paper, const struct slip *slip);

/* UNAVAILABLE where slip_html() could not work on this machine, or with LETTERS
 * slip_escpos(): the module is not installed, or no font has Vietnamese. */
enum status slip_ready(bool letters);

#endif
