/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_SLIP_HTML_H
#define OSQ_FORM_SLIP_SLIP_HTML_H

#include "form/slip/slip.h"

/* The slips that need a QR code or letters drawn, which the module form-slip does: it is
 * loaded here. */

/* Fill TEMPLATE, called NAME in messages, with the slip (see slip_data()). */
enum status slip_html(FILE *out, const char *template, const char *name, int paper,
		      const struct slip *slip);

/* The bytes for an ESC/POS printer: init, the slip as a raster, feed, cut. */
enum status slip_escpos(FILE *out, int paper, const struct slip *slip);

/* UNAVAILABLE where slip_html() could not work here, or slip_escpos() where LETTERS are
 * to be drawn: their module is not installed, there is no font with Vietnamese. */
enum status slip_ready(bool letters);

#endif
