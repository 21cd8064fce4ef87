/* SPDX-License-Identifier: MIT */
#include "form/slip/slip_module.h"

#include "form/slip/slip_art.h"

const struct slip_module slip_module = {
	.qr_svg = qr_svg,
	.escpos = escpos_slip,
	.fonts = raster_fonts,
	.qr_png = qr_png,
	.qr_blocks = qr_blocks,
};
