/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_SLIP_MODULE_H
#define OSQ_FORM_SLIP_SLIP_MODULE_H

#include "form/slip/slip_words.h"

/* What the module form-slip offers to slip_html(), slip_escpos() and qr_picture(), as
 * `slip_module`. */
struct slip_module {
	/* TEXT as an inline <svg>, appended. */
	enum status (*qr_svg)(const char *text, struct buf *out);
	enum status (*escpos)(FILE *out, int dots, const struct slip *slip,
			      const struct slip_words *words);
	/* UNAVAILABLE without a font for Vietnamese. */
	enum status (*fonts)(void);
	/* TEXT as a QR code, appended: a PNG; lines of half blocks for a terminal. */
	enum status (*qr_png)(const char *text, struct buf *out);
	enum status (*qr_blocks)(const char *text, struct buf *out);
};

/* In the module; module_find() looks for it by its name. */
extern const struct slip_module slip_module;

#endif
