/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_MODULE_H
#define OSQ_FORM_SLIP_MODULE_H

#include "form/slip.h"

/* What the module form-slip offers to slip_html() and slip_escpos(), as `slip_module`. */
struct slip_module {
	/* TEXT as an inline <svg>, appended. */
	enum status (*qr_svg)(const char *text, struct buf *out);
	enum status (*escpos)(FILE *out, int dots, const struct slip *slip,
			      const struct slip_words *words);
	/* UNAVAILABLE without a font for Vietnamese. */
	enum status (*fonts)(void);
};

#endif
